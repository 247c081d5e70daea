//! The infra repository's flag of freezes, and a status page's planned outages.

use super::{ImportError, MAX_EVENTS, Remark, shortened, text};
use crate::calendar::outage::Outage;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The key of the flag: `InfraFrozen: true`. `Frozen` beside it is a template.
pub const FLAG: &str = "InfraFrozen";

/// Longest title and address of an outage that are read, in characters.
const LONGEST: usize = 200;

/// Reads the flag from a YAML file of variables: is the infrastructure frozen?
///
/// Only the flag's own line is read, at the beginning of a line; its value is true or false as Ansible reads it.
pub fn flag(bytes: &[u8]) -> Result<bool, ImportError> {
    let lines = text(bytes, "a line InfraFrozen: true or false")?.lines();
    let values = lines.filter_map(|line| line.strip_prefix(FLAG)?.trim_start().strip_prefix(':'));
    let values: Vec<&str> = values
        .map(|value| value.split(" #").next().unwrap_or_default().trim())
        .collect();
    let [value] = values.as_slice() else {
        return Err(ImportError::NoFlag { count: values.len() });
    };
    let bare = value.trim_matches(['"', '\'']).to_ascii_lowercase();
    match bare.as_str() {
        "true" | "yes" | "on" => Ok(true),
        "false" | "no" | "off" => Ok(false),
        _ => Err(ImportError::Flag {
            found: shortened(value),
        }),
    }
}

#[derive(Deserialize)]
struct StatusPage {
    outages: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct PageOutage {
    title: String,
    #[serde(default)]
    ticket: Option<PageTicket>,
    startdate: String,
    #[serde(default)]
    enddate: Option<String>,
}

#[derive(Deserialize)]
struct PageTicket {
    #[serde(default)]
    url: Option<String>,
}

/// Reads the planned outages of a status page (`planned.json`). A page without any is fine; an entry that is none is left
/// out, and only that one.
pub fn outages(bytes: &[u8]) -> Result<(Vec<Outage>, Vec<Remark>), ImportError> {
    let text = text(bytes, "the planned outages of a status page, as JSON")?;
    let expected = || "{\"outages\": [{\"title\": …, \"startdate\": …}]}".to_owned();
    let page: serde_json::Value = serde_json::from_str(text).map_err(|error| ImportError::Malformed {
        line: error.line(),
        expected: expected(),
        found: shortened(&error.to_string()),
    })?;
    let page: StatusPage = serde_json::from_value(page).map_err(|_| ImportError::Malformed {
        line: 1,
        expected: expected(),
        found: shortened(text.trim()),
    })?;
    if page.outages.len() > MAX_EVENTS {
        return Err(ImportError::TooManyEvents);
    }
    let (mut read, mut remarks) = (Vec::new(), Vec::new());
    for entry in page.outages {
        match outage(entry) {
            Ok(outage) => read.push(outage),
            Err(why) => remarks.push(Remark::Lost(why)),
        }
    }
    Ok((read, remarks))
}

fn outage(entry: serde_json::Value) -> Result<Outage, ImportError> {
    let title = entry.get("title").and_then(serde_json::Value::as_str).map(shortened);
    let title = title.unwrap_or_else(|| "an outage without a title".to_owned());
    let wrong = |field: &'static str, found: String| ImportError::Outage {
        title: title.clone(),
        field,
        found: shortened(&found),
    };
    let read: PageOutage = serde_json::from_value(entry).map_err(|error| wrong("entry", error.to_string()))?;
    let at = |field, written: &str| moment(written).ok_or_else(|| wrong(field, format!("{written:?}")));
    let from = at("startdate", &read.startdate)?;
    let to = read.enddate.as_deref().map(|end| at("enddate", end)).transpose()?;
    if to.is_some_and(|to| to < from) {
        return Err(wrong("enddate", "a time before startdate".to_owned()));
    }
    let url = read.ticket.and_then(|ticket| ticket.url);
    Ok(Outage {
        from,
        to,
        title: read.title.chars().take(LONGEST).collect(),
        url: url.filter(|url| url.starts_with("https://") && url.len() <= LONGEST),
    })
}

/// Fedora's page writes its times without a colon in the zone, which RFC 3339 does not know.
fn moment(written: &str) -> Option<DateTime<Utc>> {
    let own = DateTime::parse_from_str(written, "%Y-%m-%dT%H:%M:%S%.f%z");
    let read = own.or_else(|_| DateTime::parse_from_rfc3339(written));
    Some(read.ok()?.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_is_read_as_ansible_reads_it_and_templates_are_none() {
        let file =
            "---\n# Are we frozen?\nInfraFrozen: VALUE\nNextReleaseFrozen: False\nFrozen: \"{{ InfraFrozen }}\"\n";
        for (value, is_up) in [
            ("true", true),
            ("True  # since Tuesday", true),
            ("yes", true),
            ("\"true\"", true),
            ("false", false),
            ("off", false),
        ] {
            let read = flag(file.replace("VALUE", value).as_bytes());
            assert_eq!(read, Ok(is_up), "{value}");
        }
        for wrong in ["", "maybe", "{{ Frozen }}", "1"] {
            assert!(flag(file.replace("VALUE", wrong).as_bytes()).is_err(), "{wrong:?}");
        }
        for wrong in [
            "Frozen: true\n",
            "  InfraFrozen: true\n",
            "InfraFrozenToo: true\n",
            "InfraFrozen: true\nInfraFrozen: false\n",
            "<!doctype html><p>Are you a robot?",
            "",
        ] {
            assert!(flag(wrong.as_bytes()).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn outages_are_read_with_times_that_are_no_rfc_3339() {
        let page = r#"{"outages": [
            {"title": "Mass update", "ticket": {"id": "7", "url": "https://forge.example.org/infra/tickets/issues/7"},
             "startdate": "2026-05-12T23:00:00+0000", "enddate": "2026-05-13T02:00:00+0000"},
            {"title": "A switch", "ticket": null, "startdate": "2026-05-14T12:00:00+0200", "enddate": null}]}"#;
        let (read, remarks) = outages(page.as_bytes()).expect("outages");
        assert_eq!((read.len(), remarks.len()), (2, 0));
        let on = |day: &str| {
            let day = day.parse().expect("a day");
            read.iter().filter(|outage| outage.is_on(day)).count()
        };
        assert_eq!(
            [on("2026-05-11"), on("2026-05-12"), on("2026-05-13"), on("2026-05-14")],
            [0, 1, 1, 1]
        );
        assert_eq!(read[1].from.to_rfc3339(), "2026-05-14T10:00:00+00:00");
        assert_eq!(outages(br#"{"outages": []}"#), Ok((Vec::new(), Vec::new())));
        for wrong in ["{}", "[]", "<html>"] {
            assert!(outages(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_entry_that_is_no_outage_is_left_out_alone_and_its_field_is_named() {
        for (odd, field) in [
            (r#""title": "x", "startdate": "soon""#, "startdate"),
            (r#""title": "x", "startdate": null"#, "entry"),
            (r#""title": "x", "startdate": "2026-12-24T20:00:00""#, "startdate"),
            (
                r#""title": "x", "startdate": "2026-12-24T20:00:00Z", "enddate": """#,
                "enddate",
            ),
            (
                r#""title": "x", "startdate": "2026-12-24T20:00:00Z", "enddate": "2026-12-23T20:00:00Z""#,
                "enddate",
            ),
            (r#""startdate": "2026-12-24T20:00:00Z""#, "title"),
        ] {
            let page = format!(
                r#"{{"outages": [{{{odd}}}, {{"title": "good", "startdate": "2026-12-24T20:00:00.000+0000"}}]}}"#
            );
            let (read, remarks) = outages(page.as_bytes()).expect("a page");
            assert_eq!(read.len(), 1, "{odd}");
            let said: Vec<String> = remarks.iter().map(ToString::to_string).collect();
            assert!(said.len() == 1 && said[0].contains(field), "{odd}: {said:?}");
        }
    }

    #[test]
    fn what_ends_at_midnight_is_not_on_the_next_day() {
        let page =
            r#"{"outages": [{"title": "x", "startdate": "2027-01-02T00:00:00Z", "enddate": "2027-01-03T00:00:00Z"}]}"#;
        let (read, _) = outages(page.as_bytes()).expect("a page");
        let on = |day: &str| read[0].is_on(day.parse().expect("a day"));
        assert_eq!(
            [on("2027-01-01"), on("2027-01-02"), on("2027-01-03")],
            [false, true, false]
        );
    }
}
