//! The checks of `[reminders]` and `[[posts]]`.

use super::rows::{PostRows, ReminderRows};
use super::settings::{PostConfig, ReminderConfig};
use crate::config::form::{Findings, not_one_of};
use crate::config::judge::is_simple_word;
use crate::config::people::Places;
use crate::config::rows::{Chosen, Number, did_you_mean};
use crate::reminder::recurring::{Recurring, Timetable};
use crate::reminder::{Hours, HoursError, PerPhase, ReminderSettings, Rhythm, Zone};
use crate::wire::Place;
use chrono::{TimeDelta, Weekday};

/// Longest interval in days: two years.
const LONGEST: i64 = 730;

/// From the raw sections to the checked ones; `None` if there are no reminders at all.
pub(in crate::config) fn reminders(
    raw: ReminderRows,
    posts: Vec<PostRows>,
    places: &Places,
    announce: &[Place],
    found: &mut Findings<'_>,
) -> Option<ReminderConfig> {
    let enabled = raw.enabled;
    let here = match &raw.places {
        Some(written) => places.list("reminders.places", written, found),
        None => announce.to_vec(),
    };
    let hours = hours(&raw, found);
    let zone = hours.zone();
    let posts = recurring(
        posts,
        zone,
        |key, written, found: &mut Findings<'_>| match written {
            None => announce.to_vec(),
            Some(written) => places.list(key, &written, found),
        },
        found,
    );
    let settings = settings(raw, hours, found);
    let is_wanted = enabled && !(here.is_empty() && posts.is_empty());
    is_wanted.then_some(ReminderConfig {
        settings,
        places: here,
        posts,
    })
}

fn hours(raw: &ReminderRows, found: &mut Findings<'_>) -> Hours {
    let name = &raw.time_zone;
    let zone = Zone::named(name).unwrap_or_else(|| {
        let names = Zone::names();
        let near = did_you_mean(name, names.iter().map(String::as_str));
        found.problem(
            "reminders.time_zone",
            format!("{name:?} is no time zone"),
            match near {
                Some(near) => format!("Did you mean {near:?}?"),
                None => "Give \"UTC\" or a name such as \"Europe/Prague\"".to_owned(),
            },
        );
        Zone::UTC
    });
    let mut days = Vec::new();
    for (index, word) in raw.working_days.iter().enumerate() {
        match word.parse::<Weekday>() {
            Ok(day) => days.push(day),
            Err(_) => not_one_of(
                found,
                &format!("reminders.working_days[{index}]"),
                word,
                &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            ),
        }
    }
    let written = &raw.hours;
    let whole: Vec<u32> = written.iter().filter_map(|hour| u32::try_from(*hour).ok()).collect();
    let (&[from, to], true) = (whole.as_slice(), whole.len() == written.len()) else {
        found.problem(
            "reminders.hours",
            format!("expected two full hours, found {written:?}"),
            "Write the first hour and the one that ends them, such as [9, 17]",
        );
        return Hours::default();
    };
    match Hours::new(zone, &days, from, to) {
        Ok(hours) => hours,
        Err(error @ HoursError::NoDays) => {
            // An invalid day was reported already.
            if raw.working_days.is_empty() {
                found.problem(
                    "reminders.working_days",
                    error.to_string(),
                    "Write, for example: working_days = [\"mon\", \"tue\"]",
                );
            }
            Hours::default()
        }
        Err(error @ HoursError::NoHours { .. }) => {
            found.problem(
                "reminders.hours",
                error.to_string(),
                "Write the first hour and the one that ends them, such as [9, 17]",
            );
            Hours::default()
        }
    }
}

fn settings(raw: ReminderRows, hours: Hours, found: &mut Findings<'_>) -> ReminderSettings {
    let default = ReminderSettings::default();
    let mut rhythm = |name: &str, written: Vec<i64>, default: Rhythm| {
        read_rhythm(&format!("reminders.{name}"), &written, default, found)
    };
    let mut per_phase = |name: &str, written: [Vec<i64>; 5], default: PerPhase| {
        let [pre_sponsorship, planning, development, staging, production] = written;
        let mut phase = |phase: &str, written, default| rhythm(&format!("{name}.{phase}"), written, default);
        PerPhase {
            pre_sponsorship: phase("pre_sponsorship", pre_sponsorship, default.pre_sponsorship),
            planning: phase("planning", planning, default.planning),
            development: phase("development", development, default.development),
            staging: phase("staging", staging, default.staging),
            production: phase("production", production, default.production),
        }
    };
    let from = raw.to_list_from.to();
    ReminderSettings {
        hours,
        off: raw.off.into_iter().map(|Chosen(kind)| kind).collect(),
        open_question: per_phase("open_question", raw.open_question.into(), default.open_question),
        silent: per_phase("silent", raw.silent.into(), default.silent),
        sign_off: rhythm("sign_off", raw.sign_off, default.sign_off),
        sponsor_asked: rhythm("sponsor_asked", raw.sponsor_asked, default.sponsor_asked),
        no_sponsor: rhythm("no_sponsor", raw.no_sponsor, default.no_sponsor),
        deployment_overdue: rhythm("deployment_overdue", raw.deployment_overdue, default.deployment_overdue),
        freeze_soon: raw.freeze_soon.into_iter().map(Number::to).collect(),
        freeze_start: rhythm("freeze_start", raw.freeze_start, default.freeze_start),
        freeze_overdue: rhythm("freeze_overdue", raw.freeze_overdue, default.freeze_overdue),
        dev_instance: rhythm("dev_instance", raw.dev_instance, default.dev_instance),
        one_person: rhythm("one_person", raw.one_person, default.one_person),
        sponsor_left: rhythm("sponsor_left", raw.sponsor_left, default.sponsor_left),
        hold: rhythm("hold", raw.hold, default.hold),
        upkeep: rhythm("upkeep", raw.upkeep, default.upkeep),
        mentions_per_rfr_and_day: raw.mentions_per_rfr_and_day.to(),
        posts_per_day: raw.posts_per_day.to(),
        to_list_from: raw.to_list.into_iter().map(|Chosen(kind)| (kind, from)).collect(),
    }
}

/// `[14, 14, 42]`: the first reminder after this many days, the next this many days later, and the longest interval.
fn read_rhythm(key: &str, written: &[i64], default: Rhythm, found: &mut Findings<'_>) -> Rhythm {
    let numbers: Vec<u32> = written
        .iter()
        .filter(|days| (0..=LONGEST).contains(*days))
        .filter_map(|days| u32::try_from(*days).ok())
        .collect();
    match *numbers.as_slice() {
        [first, again, longest] if written.len() == 3 && 1 <= again && again <= longest => {
            Rhythm::new(first, again, longest)
        }
        _ => {
            let Rhythm { first, again, longest } = default;
            found.problem(
                key,
                format!("expected three numbers of days, the second from 1 up to the third, found {written:?}"),
                format!(
                    "Write days to the first reminder, to the second, and at most between two; without this key it is \
                     [{first}, {again}, {longest}]"
                ),
            );
            default
        }
    }
}

fn recurring(
    raw: Vec<PostRows>,
    zone: &Zone,
    places: impl Fn(&str, Option<Vec<String>>, &mut Findings<'_>) -> Vec<Place>,
    found: &mut Findings<'_>,
) -> Vec<PostConfig> {
    let mut posts: Vec<PostConfig> = Vec::new();
    for (index, post) in raw.into_iter().enumerate() {
        let key = format!("posts[{index}]");
        let name = post.name.unwrap_or_default();
        if !is_simple_word(&name) || posts.iter().any(|known| known.recurring.name == name) {
            found.problem(
                &format!("{key}.name"),
                format!("expected a simple word that no other post has, found {name:?}"),
                "Write, for example: name = \"weekly\"; by it the bot knows after a restart what it has posted",
            );
        }
        if let Some(title) = post.meeting {
            if !title.is_empty() && title.trim().is_empty() {
                found.problem(
                    &format!("{key}.meeting"),
                    "the title is blank",
                    "Write the title as the calendar has it, or leave it out",
                );
            }
            if post.when.is_some() {
                found.note(
                    &format!("{key}.when"),
                    "this post comes before the meetings of a calendar (`meeting`), so this time is not used",
                    "Remove `when`, or `meeting` where the post is to come at this time",
                );
            }
            let recurring = Recurring::before_listed(&name, &title, TimeDelta::minutes(post.minutes_before.to()));
            let places = places(&format!("{key}.places"), post.places, found);
            let to_list = post.to_list;
            posts.push(PostConfig {
                recurring,
                places,
                to_list,
            });
            continue;
        }
        let Some(when) = post.when else {
            found.problem(
                &format!("{key}.when"),
                "this post has no time",
                "Write, for example: when = \"mon 14:00 UTC\" or \"every second thursday 15:00 Europe/Prague\"",
            );
            continue;
        };
        let timetable = match Timetable::parse(&when, zone) {
            Ok(timetable) => timetable,
            Err(error) => {
                found.problem(
                    &format!("{key}.when"),
                    error.to_string(),
                    "Write, for example: when = \"mon 14:00 UTC\"",
                );
                continue;
            }
        };
        let recurring = match post.minutes_before.to() {
            0 => Recurring::digest(&name, timetable),
            minutes => Recurring::before_meeting(&name, timetable, TimeDelta::minutes(minutes)),
        };
        let places = places(&format!("{key}.places"), post.places, found);
        posts.push(PostConfig {
            recurring,
            places,
            to_list: post.to_list,
        });
    }
    posts
}
