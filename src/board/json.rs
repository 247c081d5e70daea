//! The same for programs. `version` is raised when a field changes its meaning or goes; new ones may come at any time
//! (docs/board.md lists them).

use super::layout::{MOMENT, escaped};
use super::model::{Board, BoardPhase, Card, Holder, RfrPage, ShownChange};
use super::shown::{in_parts, plain, shown, web};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::{Value, json};
use std::sync::Arc;

/// The version of both documents: docs/board.md says what each changed.
const VERSION: u32 = 2;

/// `/board.json`, put together: its RFRs are drawn already.
pub(super) fn board(board: &Board, url: &str, year: &str, card: &dyn Fn(&Arc<Card>) -> Arc<str>) -> String {
    let head = json!({
        "phases": board.phases.iter().map(phase).collect::<Vec<_>>(),
        "more_in_maintenance": board.more,
    });
    let mut whole = format!(
        "{{\"version\":{VERSION},\"made\":\"{MOMENT}\",\"url\":{},\"phases\":{},\"more_in_maintenance\":{},{year},\"rfrs\":[",
        json!(url),
        head["phases"],
        head["more_in_maintenance"]
    );
    for (at, one) in board.cards.iter().enumerate() {
        whole.push_str(if at > 0 { "," } else { "" });
        whole.push_str(&card(one));
    }
    whole.push_str("]}\n");
    whole
}

/// Freezes and deployments, as two fields of it.
pub(super) fn year(board: &Board) -> String {
    let freezes = board.freezes.iter().map(|freeze| {
        json!({
            "name": shown(&freeze.name),
            "from": freeze.from.to_string(),
            "to": freeze.to.to_string(),
            "in_force": freeze.in_force,
            "lifted": day(freeze.lifted),
        })
    });
    let deployments = board.deployments.iter().map(|deployment| {
        json!({
            "rfr": deployment.name,
            "date": deployment.date.to_string(),
            "done": deployment.done,
        })
    });
    let (freezes, deployments): (Value, Value) = (freezes.collect(), deployments.collect());
    format!("\"freezes\":{freezes},\"deployments\":{deployments}")
}

/// `/rfr/NAME.json`
pub(super) fn rfr(rfr: &RfrPage, url: &str) -> String {
    let mut whole = card(&rfr.card, url);
    let more = json!({
        "version": VERSION,
        "made": MOMENT,
        "sop": rfr.edition,
        "requested": stamp(rfr.requested),
        "former_names": rfr.former_names,
        "phases": rfr.way.iter().map(|step| {
            let mut one = phase(&step.phase);
            one["since"] = json!(step.since.map(|day| day.to_string()));
            one["items"] = json!(step.rows.iter().map(|row| json!({
                "id": row.id,
                "what": shown(&row.what),
                "must": row.must,
                "met": row.met,
                "how": plain(&row.how),
            })).collect::<Vec<_>>());
            one
        }).collect::<Vec<_>>(),
        "next": rfr.next.0.iter().map(plain).collect::<Vec<_>>(),
        "questions": rfr.questions.iter().map(|question| json!({
            "number": question.number,
            "question": shown(&question.text),
            "open": question.open,
            "answer": if question.open { Value::Null } else { json!(plain(&question.answer)) },
        })).collect::<Vec<_>>(),
        "decisions": rfr.decisions.iter().map(|decided| json!({
            "topic": decided.topic,
            "made": decided.made,
            "decision": if decided.made { json!(plain(&decided.what)) } else { Value::Null },
        })).collect::<Vec<_>>(),
        "sign_offs": rfr.sign_offs.iter().map(|signed| json!({
            "phase": signed.phase,
            "counts": signed.counts,
            "how": plain(&signed.how),
        })).collect::<Vec<_>>(),
        "roles": rfr.roles.iter().map(|(name, role)| json!({"account": shown(name), "role": shown(role)})).collect::<Vec<_>>(),
        "links": rfr.links.iter().map(|(what, url)| json!({"what": shown(what), "url": web(url), "words": in_parts(url)})).collect::<Vec<_>>(),
        "history": rfr.history.iter().map(happened).collect::<Vec<_>>(),
    });
    if let (Some(whole), Value::Object(more)) = (whole.as_object_mut(), more) {
        whole.extend(more);
    }
    written(&whole)
}

/// With the moment still to be filled in: it is no control character any more once it is JSON.
fn written(whole: &Value) -> String {
    let made = Value::from(MOMENT).to_string();
    format!("{whole}\n").replace(&made, &format!("\"{MOMENT}\""))
}

fn phase(phase: &BoardPhase) -> Value {
    json!({"kind": phase.kind, "name": phase.name})
}

/// An RFR as both documents have it.
pub(super) fn card(card: &Card, url: &str) -> Value {
    json!({
        "id": card.id,
        "name": card.name,
        "title": shown(&card.title),
        "url": format!("{url}rfr/{}", escaped(&card.name)),
        "ticket": web(&card.ticket),
        "phase": card.phase,
        "phase_name": card.phase_name,
        "phase_since": stamp(card.phase_since),
        "musts": {"met": card.progress.0, "of": card.progress.1},
        "missing": card.blocking.iter().map(|words| shown(words)).collect::<Vec<_>>(),
        "waits_for": card.waits_for.iter().map(|holder| match holder {
            Holder::Person(name) => {
                let until = card.away.iter().find(|(gone, _)| gone == name);
                json!({"account": shown(name), "away_until": day(until.map(|(_, day)| *day))})
            }
            Holder::Group(name) => json!({"group": name}),
        }).collect::<Vec<_>>(),
        "state": plain(&card.state),
        "ready": card.ready,
        "sponsor": card.sponsor.as_deref().map(shown),
        "asked_sponsor": card.asked_sponsor.as_deref().map(shown),
        "requested_by": shown(&card.requested_by),
        "people": card.people.iter().map(|name| shown(name)).collect::<Vec<_>>(),
        "production": day(card.planned),
        "deployed": day(card.deployed),
        "on_hold": card.hold.as_ref().map(plain),
        "frozen": card.frozen.as_ref().map(plain),
        "stuck": card.stuck,
        "ended": card.ended,
        "changed": stamp(card.changed),
        "seq": card.seq,
    })
}

fn happened(happened: &ShownChange) -> Value {
    json!({
        "seq": happened.seq,
        "at": stamp(happened.at),
        "by": shown(&happened.by),
        "what": plain(&happened.what),
    })
}

fn day(day: Option<NaiveDate>) -> Value {
    json!(day.map(|day| day.to_string()))
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
