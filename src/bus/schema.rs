//! The schemas of our messages, and whether a body is as its schema demands. Brokers confirm whatever they are sent;
//! consumers ignore what does not fit.
//!
//! The schemas are draft-04 and use few of its words. A schema with another word is refused by a test, so that nothing in
//! it goes unchecked.

use crate::wire::BusTopic;
use serde_json::Value;

/// The schema of a topic: the file that consumers get, too.
pub(super) fn text_of(topic: BusTopic) -> &'static str {
    match topic {
        BusTopic::RfrNew => include_str!("schemas/rfr.new.json"),
        BusTopic::RfrPhase => include_str!("schemas/rfr.phase.json"),
        BusTopic::RfrSignoff => include_str!("schemas/rfr.signoff.json"),
        BusTopic::RfrWithdrawn => include_str!("schemas/rfr.withdrawn.json"),
        BusTopic::RfrHold => include_str!("schemas/rfr.hold.json"),
        BusTopic::RfrReleased => include_str!("schemas/rfr.released.json"),
        BusTopic::RfrEnded => include_str!("schemas/rfr.ended.json"),
        BusTopic::FreezeStart => include_str!("schemas/freeze.start.json"),
        BusTopic::FreezeLift => include_str!("schemas/freeze.lift.json"),
        BusTopic::BreakRequested => include_str!("schemas/freeze_break.requested.json"),
        BusTopic::BreakApproved => include_str!("schemas/freeze_break.approved.json"),
        BusTopic::BreakRefused => include_str!("schemas/freeze_break.refused.json"),
        BusTopic::BreakDone => include_str!("schemas/freeze_break.done.json"),
    }
}

/// The name of its schema in the package for consumers.
pub(super) fn name_of(topic: BusTopic) -> String {
    format!("rfrbot.{}.v1", topic.name())
}

/// Is the body as the schema of its topic demands? Otherwise what is wrong with it.
pub(super) fn check(topic: BusTopic, body: &Value) -> Result<(), String> {
    let schema: Value = serde_json::from_str(text_of(topic)).map_err(|error| error.to_string())?;
    fits(&schema, body, "the body")
}

fn fits(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let words = |key: &str| schema.get(key).into_iter().filter_map(Value::as_array).flatten();
    if let Some(wanted) = schema.get("type") {
        let named = |name: &str| is_of(name, value);
        let is_so = if let Value::Array(several) = wanted {
            several.iter().filter_map(Value::as_str).any(named)
        } else {
            wanted.as_str().is_some_and(named)
        };
        if !is_so {
            return Err(format!("{at} is not of the type {wanted}"));
        }
    }
    if schema.get("enum").is_some() && !words("enum").any(|allowed| allowed == value) {
        return Err(format!("{at} is none of those that are allowed"));
    }
    if value.is_object() {
        for name in words("required").filter_map(Value::as_str) {
            if value.get(name).is_none() {
                return Err(format!("{at} has no {name:?}"));
            }
        }
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, schema) in properties.into_iter().flatten() {
        if let Some(part) = value.get(name) {
            fits(schema, part, &format!("{name:?} of {at}"))?;
        }
    }
    if let (Some(schema), Some(members)) = (schema.get("items"), value.as_array()) {
        for member in members {
            fits(schema, member, &format!("a member of {at}"))?;
        }
    }
    Ok(())
}

fn is_of(name: &str, value: &Value) -> bool {
    match value {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => name == "number" || (name == "integer" && (number.is_i64() || number.is_u64())),
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const KNOWN: [&str; 8] = [
        "$schema",
        "title",
        "description",
        "type",
        "enum",
        "required",
        "properties",
        "items",
    ];

    fn uses_only_what_is_checked(schema: &Value, of: &str) {
        for (word, value) in schema.as_object().expect("a schema") {
            assert!(
                KNOWN.contains(&word.as_str()),
                "{of}: {word} is not checked before sending"
            );
            match word.as_str() {
                "properties" => value
                    .as_object()
                    .expect("properties")
                    .values()
                    .for_each(|part| uses_only_what_is_checked(part, of)),
                "items" => uses_only_what_is_checked(value, of),
                _ => {}
            }
        }
    }

    #[test]
    fn every_topic_has_a_schema_of_which_nothing_goes_unchecked() {
        for topic in BusTopic::ALL {
            let schema: Value = serde_json::from_str(text_of(topic)).expect("JSON");
            uses_only_what_is_checked(&schema, topic.name());
            assert_eq!(schema["title"], format!("rfrbot.{}", topic.name()));
            assert_eq!(schema["$schema"], "http://json-schema.org/draft-04/schema#");
            // What is stored and what is published have the same name.
            assert_eq!(json!(topic), json!(topic.name()));
        }
    }

    #[test]
    fn what_several_schemas_say_they_say_alike() {
        let schema = |topic| -> Value { serde_json::from_str(text_of(topic)).expect("JSON") };
        for part in ["rfr", "agent", "people", "freeze", "freeze_break"] {
            let all = BusTopic::ALL.map(schema);
            let mut said = all.iter().filter_map(|schema| schema["properties"].get(part));
            let first = said.next().expect("a schema has it");
            assert!(said.all(|other| other == first), "{part} differs");
        }
    }

    #[test]
    fn a_body_that_does_not_fit_is_found() {
        let good = json!({
            "rfr": {"name": "badges", "title": "Badges", "phase": "planning", "ticket": "4321", "url": "https://x.example/1"},
            "agent": "otto", "people": ["otto"], "from": "pre-sponsorship", "to": "planning", "reason": null,
        });
        assert_eq!(check(BusTopic::RfrPhase, &good), Ok(()));
        let spoilt = |pointer: &str, value: Value| {
            let mut body = good.clone();
            *body.pointer_mut(pointer).expect("a part") = value;
            check(BusTopic::RfrPhase, &body).expect_err(pointer)
        };
        assert_eq!(
            spoilt("/to", json!("nowhere")),
            "\"to\" of the body is none of those that are allowed"
        );
        assert_eq!(
            spoilt("/rfr/name", json!(7)),
            "\"name\" of \"rfr\" of the body is not of the type \"string\""
        );
        assert_eq!(
            spoilt("/people", json!([1])),
            "a member of \"people\" of the body is not of the type \"string\""
        );
        let mut short = good.clone();
        short.as_object_mut().expect("an object").remove("agent");
        assert_eq!(
            check(BusTopic::RfrPhase, &short),
            Err("the body has no \"agent\"".to_owned())
        );
    }
}
