//! The JSON of schedules-tools: a tree of tasks of one release, with times in epoch seconds as strings.
//!
//! The day is the UTC day. The tool's local time is four to five hours behind, and its freezes start and end in working
//! hours, so both have the same day; the sample in both formats agrees.

use super::events::release_of_whole;
use super::tasks::Task;
use super::{ImportError, MAX_EVENTS, shortened, text};
use crate::calendar::window::{DaySpan, Release};
use chrono::{DateTime, NaiveDate};
use serde::Deserialize;

const EXPECTED: &str = "the JSON of schedules-tools: an object with \"name\" and \"tasks\"";

#[derive(Deserialize)]
struct ScheduleFile {
    #[serde(default)]
    name: String,
    tasks: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    name: String,
    start: Option<Seconds>,
    end: Option<Seconds>,
    #[serde(default)]
    tasks: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Seconds {
    Written(String),
    Number(i64),
}

/// The tasks of the tree, at any depth.
pub(super) fn tasks(bytes: &[u8]) -> Result<Vec<Task>, ImportError> {
    let text = text(bytes, EXPECTED)?;
    // serde_json refuses more than 128 levels, so the tree is shallow enough to recurse.
    let schedule: ScheduleFile = serde_json::from_str(text).map_err(|error| ImportError::Malformed {
        line: error.line(),
        expected: EXPECTED.to_owned(),
        found: shortened(&error.to_string()),
    })?;
    let release = Release::from_word(&schedule.name)
        .or_else(|| schedule.tasks.iter().find_map(|node| release_of_whole(&node.name)));
    let mut tasks = Vec::new();
    let mut open: Vec<&Node> = schedule.tasks.iter().rev().collect();
    while let Some(node) = open.pop() {
        if tasks.len() == MAX_EVENTS {
            return Err(ImportError::TooManyEvents);
        }
        tasks.push(Task {
            release,
            title: node.name.clone(),
            span: span(node).ok_or_else(|| ImportError::NoDays {
                title: shortened(&node.name),
                expected: "a start and an end that exist, in this order",
            }),
        });
        open.extend(node.tasks.iter().rev());
    }
    Ok(tasks)
}

fn span(node: &Node) -> Option<DaySpan> {
    let start = day(node.start.as_ref()?)?;
    match &node.end {
        Some(end) => DaySpan::new(start, day(end)?),
        None => DaySpan::new(start, start),
    }
}

fn day(seconds: &Seconds) -> Option<NaiveDate> {
    let seconds = match seconds {
        Seconds::Written(digits) => digits.parse().ok()?,
        Seconds::Number(number) => *number,
    };
    DateTime::from_timestamp(seconds, 0).map(|time| time.date_naive())
}
