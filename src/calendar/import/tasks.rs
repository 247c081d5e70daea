//! From a release's schedule to the windows in which the infrastructure is frozen.
//!
//! **The rule.** A window lasts from the freeze's first day to one day after the release day, on which it is lifted.
//!
//! - *First day*: of `Beta Infrastructure Change Freeze` (or `Final …`) if the schedule has that task, else of `Beta
//!   Freeze` or `Final Freeze`.
//! - *Release day*, the first of these that exists: the day of `Current Beta Target date` or `Current Final Target
//!   date`; the day of `Beta Release` with nothing in brackets; the last day of the infrastructure's freeze; the last
//!   day of the release's freeze.
//!
//! The evidence: in `fedora-releases-keytasks.ics` (F42 to F48) the last day of each of the fourteen freezes is the day
//! of `Current … Target date`, or of `Beta Release` if a beta has no such task (F43, F45). `Early … Target date`, `…
//! Target date #1` and `Beta Release (Early Target)` are plans that F42's beta missed by a week. In
//! `schedules-tools-sample` both freezes of the beta end on the day that the other file calls `Beta Release`. The
//! team's freeze flag was set on F42's freeze days and cleared on the day after each release: 2025-02-18 to 2025-03-19,
//! and 2025-04-01 to 2025-04-16.
//!
//! `Post-branch Freeze` concerns only packages, not the infrastructure.

use super::{ImportError, shortened};
use crate::calendar::window::{DaySpan, FreezeKey, Milestone, Predictions, Release};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use thiserror::Error;

/// Longest freeze that is accepted, in days; the longest published one has 30.
pub(super) const MAX_DAYS: i64 = 92;

/// A task of a schedule.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) release: Option<Release>,
    pub(super) title: String,
    /// Its days, or why they cannot be read, which matters only for tasks that are used.
    pub(super) span: Result<DaySpan, ImportError>,
}

/// What a calendar predicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The frozen days of each window.
    pub predictions: Predictions,
    /// Oddities of the calendar that a person should know.
    pub remarks: Vec<Remark>,
}

/// An oddity in a calendar that did not prevent reading it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Remark {
    /// One event was lost, and only that one.
    #[error("left out: {0}")]
    Lost(ImportError),
    /// An event's repeat rule cannot be followed.
    #[error("{title:?} counts for its first time only; expected an RRULE like FREQ=WEEKLY;BYDAY=FR, of days")]
    NotFollowed {
        /// The event's title, shortened.
        title: String,
    },
    /// Events in a calendar of absences that name no account.
    #[error(
        "{count} event{} no account of the config, like {example:?}. Begin a title with the account: \"kevin: boat\"",
        if *count == 1 { " names" } else { "s name" }
    )]
    NamesNobody {
        /// How many.
        count: usize,
        /// The title of the first one, shortened.
        example: String,
    },
    /// The window starts on the same day as an earlier release's window. Releases are half a year apart, so this is a
    /// draft copied from the other's schedule; it was left out.
    #[error("left out: {key} begins on the very day of {of}, so it is a draft copied from that")]
    CopiedDraft {
        /// The window that was left out.
        key: FreezeKey,
        /// The original.
        of: FreezeKey,
    },
    /// The release's freeze ends on another day than the planned release; the release day counts.
    #[error("{key} ends on {freeze_ends}, but the release is planned for {release_day}; the latter counts")]
    EndDiffers {
        /// Which window.
        key: FreezeKey,
        /// The freeze's last day.
        freeze_ends: NaiveDate,
        /// The planned day of the release.
        release_day: NaiveDate,
    },
    /// Its days are further away than anybody plans; it was left out.
    #[error("left out: {what} lasts until {until}, more than ten years ahead, which looks like a slip")]
    TooFar {
        /// The window, or the event's title, shortened.
        what: String,
        /// Its last day.
        until: NaiveDate,
    },
    /// It has neither an end nor a release day; the window was left out.
    #[error("left out: {key} has neither an end nor a day of the release")]
    NoEnd {
        /// Which window.
        key: FreezeKey,
    },
    /// Another calendar has other days, and those count.
    #[error(
        "{key} is {} to {} in one calendar and {} to {} in another; the first counts",
        counts.from(),
        counts.to(),
        left_out.from(),
        left_out.to()
    )]
    Contradicted {
        /// Which window.
        key: FreezeKey,
        /// The days that count.
        counts: DaySpan,
        /// The days that were left out.
        left_out: DaySpan,
    },
}

/// How many years ahead a calendar is believed.
const YEARS_AHEAD: i32 = 10;

/// Are these days no further away than anybody plans?
pub(super) fn is_in_sight(span: DaySpan, today: NaiveDate) -> bool {
    span.to().year() - today.year() <= YEARS_AHEAD
}

impl Imported {
    /// Drops what is further away than anybody plans, with a remark.
    #[must_use]
    pub fn in_sight(mut self, today: NaiveDate) -> Self {
        self.predictions.retain(|key, span| {
            let near = is_in_sight(*span, today);
            if !near {
                let (what, until) = (key.to_string(), span.to());
                self.remarks.push(Remark::TooFar { what, until });
            }
            near
        });
        self
    }

    /// Adds another calendar; if both have a window, this one's days count.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.remarks.extend(other.remarks);
        for (key, left_out) in other.predictions {
            match self.predictions.get(&key) {
                Some(&counts) if counts != left_out => {
                    self.remarks.push(Remark::Contradicted { key, counts, left_out });
                }
                Some(_) => {}
                None => {
                    self.predictions.insert(key, left_out);
                }
            }
        }
        self.leave_out_copied_drafts();
        self
    }

    fn leave_out_copied_drafts(&mut self) {
        let mut first: BTreeMap<(Milestone, NaiveDate), FreezeKey> = BTreeMap::new();
        let mut copies = Vec::new();
        // Keys are ordered by release, so the earliest comes first.
        for (key, span) in &self.predictions {
            let FreezeKey::Release(_, kind) = key else { continue };
            match first.get(&(*kind, span.from())) {
                Some(of) => copies.push((key.clone(), of.clone())),
                None => {
                    first.insert((*kind, span.from()), key.clone());
                }
            }
        }
        for (key, of) in copies {
            self.predictions.remove(&key);
            self.remarks.push(Remark::CopiedDraft { key, of });
        }
    }
}

/// A task about an infrastructure freeze.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FreezeTask {
    InfrastructureFreeze,
    ReleaseFreeze,
    CurrentTarget,
    PlainRelease,
}

#[derive(Default)]
struct FoundTasks {
    infrastructure: Option<DaySpan>,
    release_freeze: Option<DaySpan>,
    current_target: Option<NaiveDate>,
    plain_release: Option<NaiveDate>,
}

/// The windows of a schedule. An unreadable task loses only itself; if nothing is left, it becomes the error.
pub(super) fn freezes(tasks: &[Task], mut lost: Vec<ImportError>) -> Result<Imported, ImportError> {
    let mut found: BTreeMap<(Release, Milestone), FoundTasks> = BTreeMap::new();
    for task in tasks {
        let Some((milestone, kind)) = milestone(&task.title) else {
            continue;
        };
        let (release, span) = match (task.release, &task.span) {
            (Some(release), Ok(span)) => (release, *span),
            (_, Err(why)) => {
                lost.push(why.clone());
                continue;
            }
            (None, Ok(_)) => {
                let title = shortened(&task.title);
                lost.push(ImportError::NoRelease { title });
                continue;
            }
        };
        let found = found.entry((release, kind)).or_default();
        // A task may occur several times in a schedule; if the days differ, the longest freeze is the safe choice.
        match milestone {
            FreezeTask::InfrastructureFreeze => found.infrastructure = Some(around(found.infrastructure, span)),
            FreezeTask::ReleaseFreeze => found.release_freeze = Some(around(found.release_freeze, span)),
            FreezeTask::CurrentTarget => found.current_target = found.current_target.max(Some(span.to())),
            FreezeTask::PlainRelease => found.plain_release = found.plain_release.max(Some(span.to())),
        }
    }
    let mut imported = Imported::default();
    for ((release, kind), found) in found {
        let key = FreezeKey::Release(release, kind);
        let (span, remark) = found.window(&key);
        imported.remarks.extend(remark);
        let Some(span) = span else { continue };
        if span.length() > MAX_DAYS {
            lost.push(ImportError::TooLong {
                window: key.to_string(),
                days: span.length(),
            });
            continue;
        }
        imported.predictions.insert(key, span);
    }
    if imported.predictions.is_empty() {
        return Err(lost.into_iter().next().unwrap_or(ImportError::NoFreezes));
    }
    imported.remarks.extend(lost.into_iter().map(Remark::Lost));
    imported.leave_out_copied_drafts();
    Ok(imported)
}

impl FoundTasks {
    fn window(&self, key: &FreezeKey) -> (Option<DaySpan>, Option<Remark>) {
        let Some(from) = self.infrastructure.or(self.release_freeze).map(DaySpan::from) else {
            // Only the release day is known: this file plans no freeze.
            return (None, None);
        };
        // A freeze given as a single day shows its start and says nothing about its end.
        let end_of = |freeze: Option<DaySpan>| freeze.filter(|freeze| freeze.length() > 1).map(DaySpan::to);
        let own_end = end_of(self.infrastructure).or(end_of(self.release_freeze));
        let candidates = [self.current_target, self.plain_release, own_end];
        let Some(release_day) = candidates.into_iter().flatten().find(|&day| from <= day) else {
            return (None, Some(Remark::NoEnd { key: key.clone() }));
        };
        let remark = own_end
            .filter(|&freeze_ends| freeze_ends != release_day)
            .map(|freeze_ends| Remark::EndDiffers {
                key: key.clone(),
                freeze_ends,
                release_day,
            });
        let lifted = release_day.succ_opt().unwrap_or(release_day);
        (DaySpan::new(from, lifted), remark)
    }
}

fn around(known: Option<DaySpan>, span: DaySpan) -> DaySpan {
    let Some(known) = known else { return span };
    DaySpan::new(known.from().min(span.from()), known.to().max(span.to())).unwrap_or(known)
}

/// Words around a freeze's name that add nothing.
const AROUND_FREEZE: [&str; 12] = [
    "infrastructure",
    "infra",
    "change",
    "changes",
    "the",
    "start",
    "starts",
    "begin",
    "begins",
    "beginning",
    "of",
    "linux",
];

/// Words that change the meaning of "freeze": its end, or a related date.
const NOT_A_FREEZE: [&str; 18] = [
    "exception",
    "exceptions",
    "end",
    "ends",
    "ended",
    "over",
    "lift",
    "lifted",
    "request",
    "requests",
    "review",
    "deadline",
    "reminder",
    "meeting",
    "branch",
    "cancelled",
    "canceled",
    "postponed",
];

fn milestone(title: &str) -> Option<(FreezeTask, Milestone)> {
    let folded = title.to_lowercase();
    let (name, has_brackets) = match folded.split_once('(') {
        Some((name, _)) => (name, true),
        None => (folded.as_str(), false),
    };
    let words: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '–' | '—'))
        .collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !matches!(*word, "" | "-")).collect();
    let (milestone, kind) = match words.as_slice() {
        ["current", kind, "target", "date"] => (FreezeTask::CurrentTarget, *kind),
        [kind, "release"] if !has_brackets => (FreezeTask::PlainRelease, *kind),
        words => {
            // "Beta Freeze", "Beta Infrastructure Change Freeze", "Infrastructure Beta Freeze - hosts of the team".
            let freeze = words.iter().position(|word| *word == "freeze")?;
            let (before, after) = words.split_at(freeze);
            let mut kinds = before.iter().filter(|word| !AROUND_FREEZE.contains(word));
            let kind = kinds
                .next()
                .or_else(|| after.iter().find(|word| Milestone::from_name(word).is_some()))?;
            let is_another = kinds.next().is_some() || words.iter().any(|word| NOT_A_FREEZE.contains(word));
            let names_both = words
                .iter()
                .any(|word| Milestone::from_name(word).is_some_and(|other| Some(other) != Milestone::from_name(kind)));
            if is_another || names_both {
                return None;
            }
            let is_infrastructure = words.iter().any(|word| word.starts_with("infra"));
            (
                if is_infrastructure {
                    FreezeTask::InfrastructureFreeze
                } else {
                    FreezeTask::ReleaseFreeze
                },
                *kind,
            )
        }
    };
    Some((milestone, Milestone::from_name(kind)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(title: &str, from: &str, to: &str) -> Task {
        let day = |text: &str| text.parse().expect("a date");
        Task {
            release: Release::new(45),
            title: title.to_owned(),
            span: DaySpan::new(day(from), day(to)).ok_or(ImportError::NoDays {
                title: title.to_owned(),
                expected: "an end that is not before its start",
            }),
        }
    }

    fn days(tasks: &[Task]) -> Vec<String> {
        let imported = freezes(tasks, Vec::new()).expect("freezes");
        imported
            .predictions
            .iter()
            .map(|(key, span)| format!("{key} {} {}", span.from(), span.to()))
            .collect()
    }

    #[test]
    fn the_current_target_beats_the_freezes_own_end_and_the_difference_is_told() {
        let tasks = [
            task("Beta Freeze (starts at 1400 UTC)", "2026-08-25", "2026-09-15"),
            task("Current Beta Target date", "2026-09-22", "2026-09-22"),
            task("Beta Release (Early Target)", "2026-09-08", "2026-09-08"),
            task("Beta Target date #1", "2026-09-29", "2026-09-29"),
        ];
        assert_eq!(days(&tasks), ["F45 beta 2026-08-25 2026-09-23"]);
        let imported = freezes(&tasks, Vec::new()).expect("freezes");
        assert!(matches!(imported.remarks.as_slice(), [Remark::EndDiffers { .. }]));
    }

    #[test]
    fn the_infrastructures_own_freeze_says_when_it_begins() {
        let tasks = [
            task("Final Freeze", "2026-10-06", "2026-10-20"),
            task("Final Infrastructure Change Freeze", "2026-10-05", "2026-10-20"),
        ];
        assert_eq!(days(&tasks), ["F45 final 2026-10-05 2026-10-21"]);
    }

    #[test]
    fn a_freeze_of_a_single_day_needs_a_release_day() {
        let alone = [task("Beta Freeze", "2026-08-25", "2026-08-25")];
        assert_eq!(freezes(&alone, Vec::new()), Err(ImportError::NoFreezes));
        let with_release = [
            task("Beta Freeze", "2026-08-25", "2026-08-25"),
            task("Beta Release", "2026-09-15", "2026-09-15"),
        ];
        assert_eq!(days(&with_release), ["F45 beta 2026-08-25 2026-09-16"]);
    }

    #[test]
    fn what_is_no_freeze_of_the_infrastructure_is_left_alone() {
        for title in [
            "Post-branch Freeze (end date approximate)",
            "String Freeze",
            "Freeze",
            "Beta",
            "Beta Freeze Exceptions",
            "Early Final Target date",
            "",
        ] {
            assert_eq!(milestone(title), None, "{title}");
        }
    }

    #[test]
    fn a_freeze_without_a_release_without_days_or_without_an_end_of_reason_is_refused() {
        let mut nameless = task("Beta Freeze", "2026-08-25", "2026-09-15");
        nameless.release = None;
        assert!(matches!(
            freezes(&[nameless], Vec::new()),
            Err(ImportError::NoRelease { .. })
        ));
        let backwards = task("Beta Freeze", "2026-09-15", "2026-08-25");
        assert!(matches!(
            freezes(&[backwards], Vec::new()),
            Err(ImportError::NoDays { .. })
        ));
        let endless = task("Beta Freeze", "2026-09-15", "9999-08-25");
        assert!(matches!(
            freezes(&[endless], Vec::new()),
            Err(ImportError::TooLong { .. })
        ));
        assert_eq!(freezes(&[], Vec::new()), Err(ImportError::NoFreezes));
    }

    #[test]
    fn the_first_calendar_counts_where_two_contradict() {
        let one = freezes(&[task("Beta Freeze", "2026-08-25", "2026-09-15")], Vec::new()).expect("freezes");
        let other = freezes(
            &[
                task("Beta Freeze", "2026-08-25", "2026-09-22"),
                task("Final Freeze", "2026-10-06", "2026-10-20"),
            ],
            Vec::new(),
        )
        .expect("freezes");
        let merged = one.clone().merged(other);
        assert_eq!(merged.predictions.len(), 2);
        let key = FreezeKey::from_name("F45 beta").expect("a key");
        assert_eq!(merged.predictions.get(&key), one.predictions.get(&key));
        assert!(matches!(merged.remarks.as_slice(), [Remark::Contradicted { .. }]));
    }
}
