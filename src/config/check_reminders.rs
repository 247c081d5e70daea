//! The checks of `[reminders]` and `[[posts]]`: when people are reminded, of what, and where.

use super::check_people::Places;
use super::form::Findings;
use super::key::did_you_mean;
use super::raw::{RawPhases, RawPost, RawReminders};
use super::shared::{is_simple_word, not_one_of, within};
use super::{Post, Reminders};
use crate::reminder::recurring::{Recurring, Timetable};
use crate::reminder::{Hours, HoursError, Kind, PerPhase, Rhythm, Settings, Zone};
use crate::wire::Place;
use chrono::{TimeDelta, Weekday};
use std::collections::BTreeMap;

/// The most days that a rhythm may name: two years.
const LONGEST: i64 = 730;

/// From the raw sections to the checked ones; `None` where nobody is to be reminded of anything.
pub(super) fn reminders(
    raw: RawReminders,
    posts: Vec<RawPost>,
    places: &Places,
    announce: &[Place],
    found: &mut Findings<'_>,
) -> Option<Reminders> {
    let enabled = raw.enabled.unwrap_or(true);
    let here = match &raw.places {
        Some(written) => places.list("reminders.places", written, found),
        None => announce.to_vec(),
    };
    let hours = hours(&raw, found);
    let zone = hours.zone();
    let posts = recurring(posts, zone, places, announce, found);
    let settings = settings(raw, hours, found);
    let is_wanted = enabled && !(here.is_empty() && posts.is_empty());
    is_wanted.then_some(Reminders {
        settings,
        places: here,
        posts,
    })
}

fn hours(raw: &RawReminders, found: &mut Findings<'_>) -> Hours {
    let zone = match &raw.time_zone {
        None => Zone::UTC,
        Some(name) => Zone::named(name).unwrap_or_else(|| {
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
        }),
    };
    let mut days = Vec::new();
    for (index, word) in raw.working_days.iter().flatten().enumerate() {
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
    if raw.working_days.is_none() {
        days = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    }
    let written = raw.hours.as_deref().unwrap_or(&[9, 17]);
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
            // A word that is no day was named already.
            if raw.working_days.as_ref().is_none_or(Vec::is_empty) {
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

fn settings(raw: RawReminders, hours: Hours, found: &mut Findings<'_>) -> Settings {
    let default = Settings::default();
    let mut rhythm = |name: &str, written: Option<Vec<i64>>, default: Rhythm| {
        written.map_or(default, |written| {
            read_rhythm(&format!("reminders.{name}"), &written, default, found)
        })
    };
    let sign_off = rhythm("sign_off", raw.sign_off, default.sign_off);
    let sponsor_asked = rhythm("sponsor_asked", raw.sponsor_asked, default.sponsor_asked);
    let no_sponsor = rhythm("no_sponsor", raw.no_sponsor, default.no_sponsor);
    let deployment_overdue = rhythm("deployment_overdue", raw.deployment_overdue, default.deployment_overdue);
    let freeze_start = rhythm("freeze_start", raw.freeze_start, default.freeze_start);
    let freeze_overdue = rhythm("freeze_overdue", raw.freeze_overdue, default.freeze_overdue);
    let dev_instance = rhythm("dev_instance", raw.dev_instance, default.dev_instance);
    let one_person = rhythm("one_person", raw.one_person, default.one_person);
    let sponsor_left = rhythm("sponsor_left", raw.sponsor_left, default.sponsor_left);
    let hold = rhythm("hold", raw.hold, default.hold);
    let mut per_phase = |name: &str, written: RawPhases, default: PerPhase| PerPhase {
        pre_sponsorship: rhythm(
            &format!("{name}.pre_sponsorship"),
            written.pre_sponsorship,
            default.pre_sponsorship,
        ),
        planning: rhythm(&format!("{name}.planning"), written.planning, default.planning),
        development: rhythm(&format!("{name}.development"), written.development, default.development),
        staging: rhythm(&format!("{name}.staging"), written.staging, default.staging),
        production: rhythm(&format!("{name}.production"), written.production, default.production),
    };
    let open_question = per_phase("open_question", raw.open_question, default.open_question);
    let silent = per_phase("silent", raw.silent, default.silent);
    let freeze_soon = match raw.freeze_soon {
        None => default.freeze_soon,
        Some(written) => days("reminders.freeze_soon", &written, found),
    };
    let mut number = |key: &str, written, default: usize| {
        let default = u64::try_from(default).unwrap_or(1);
        usize::try_from(within(found, &format!("reminders.{key}"), written, default, 1, 100)).unwrap_or(1)
    };
    let mentions = "mentions_per_rfr_and_day";
    let mentions_per_rfr_and_day = number(mentions, raw.mentions_per_rfr_and_day, default.mentions_per_rfr_and_day);
    let posts_per_day = number("posts_per_day", raw.posts_per_day, default.posts_per_day);
    let from = u32::try_from(within(found, "reminders.to_list_from", raw.to_list_from, 3, 1, 100)).unwrap_or(3);
    let to_list_from: BTreeMap<Kind, u32> = kinds("reminders.to_list", &raw.to_list, found)
        .into_iter()
        .map(|kind| (kind, from))
        .collect();
    let off = kinds("reminders.off", &raw.off, found).into_iter().collect();
    Settings {
        hours,
        off,
        open_question,
        silent,
        sign_off,
        sponsor_asked,
        no_sponsor,
        deployment_overdue,
        freeze_soon,
        freeze_start,
        freeze_overdue,
        dev_instance,
        one_person,
        sponsor_left,
        hold,
        mentions_per_rfr_and_day,
        posts_per_day,
        to_list_from,
    }
}

/// `[14, 14, 42]`: the first time after so many days, the next so many days later, and never more apart than that.
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

fn days(key: &str, written: &[i64], found: &mut Findings<'_>) -> Vec<u32> {
    let mut days = Vec::new();
    for (index, number) in written.iter().enumerate() {
        let key = format!("{key}[{index}]");
        if let Ok(number) = u32::try_from(within(found, &key, Some(*number), 7, 1, 90)) {
            days.push(number);
        }
    }
    days
}

fn kinds(key: &str, written: &[String], found: &mut Findings<'_>) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for (index, word) in written.iter().enumerate() {
        match Kind::from_name(word) {
            Some(kind) => kinds.push(kind),
            None => not_one_of(found, &format!("{key}[{index}]"), word, &Kind::ALL.map(Kind::name)),
        }
    }
    kinds
}

fn recurring(
    raw: Vec<RawPost>,
    zone: &Zone,
    places: &Places,
    announce: &[Place],
    found: &mut Findings<'_>,
) -> Vec<Post> {
    let mut posts: Vec<Post> = Vec::new();
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
        let before = format!("{key}.minutes_before");
        let minutes = within(found, &before, post.minutes_before, 0, 0, 7 * 24 * 60);
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
        let recurring = match i64::try_from(minutes) {
            Ok(minutes) if minutes > 0 => Recurring::before_meeting(&name, timetable, TimeDelta::minutes(minutes)),
            Ok(_) | Err(_) => Recurring::digest(&name, timetable),
        };
        let places = match post.places {
            None => announce.to_vec(),
            Some(written) => places.list(&format!("{key}.places"), &written, found),
        };
        posts.push(Post {
            recurring,
            places,
            to_list: post.to_list.unwrap_or(false),
        });
    }
    posts
}
