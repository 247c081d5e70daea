//! All causes for reminders, and their times: one function per kind.

use super::hours::later;
use super::key::{Cause, ReminderKind, ReminderSubject};
use super::memory::Snoozable;
use super::series::{Series, SeriesTimes};
use super::settings::Rhythm;
use super::what::What;
use super::{FreezeWindow, World};
use crate::people::{Account, SYSADMIN_MAIN};
use crate::rfr::duty::{DEPLOYED, ready_since, sign_off_due};
use crate::rfr::gate::not_ticked;
use crate::rfr::{Question, Rfr, RfrId, gate};
use crate::sop::{self, Upkeep};
use chrono::{DateTime, NaiveDate, Utc};

/// All series of the world.
pub(super) fn all<'a>(world: &World<'a>) -> Vec<Series<'a>> {
    let mut all = Vec::new();
    for rfr in world.rfrs {
        if rfr.is_open() && world.memory.mute(rfr.id).is_none() {
            of_rfr(world, rfr, &mut all);
        }
        if rfr.is_maintained() && rfr.hold.is_none() && world.memory.mute(rfr.id).is_none() {
            all.push(upkeep(world, rfr));
        }
    }
    for freeze in world.freezes {
        of_freeze(world, freeze, &mut all);
    }
    all.retain(|series| !world.settings.off.contains(&series.cause.kind));
    all
}

fn of_rfr<'a>(world: &World<'a>, rfr: &'a Rfr, all: &mut Vec<Series<'a>>) {
    all.extend(deployment(world, rfr));
    if let Some(hold) = &rfr.hold {
        let what = What::Hold {
            since: hold.mark.at,
            reason: hold.reason.clone(),
        };
        let owes = hold.mark.by.person().cloned().into_iter().collect();
        all.push(repeated(
            world,
            rfr,
            of(rfr, ReminderKind::Hold, hold.mark.at),
            world.settings.hold,
            (what, owes),
        ));
        // It is on hold: nothing else is owed.
        return;
    }
    for question in rfr.open_questions() {
        all.push(open_question(world, rfr, question));
    }
    let waits = [sign_off(world, rfr), sponsor(world, rfr)];
    if waits.iter().all(Option::is_none) {
        all.push(silent(world, rfr));
    }
    all.extend(waits.into_iter().flatten());
    all.extend(sponsor_left(world, rfr));
    all.extend(dev_instance(world, rfr));
    all.extend(one_person(world, rfr));
}

fn open_question<'a>(world: &World<'_>, rfr: &'a Rfr, question: &Question) -> Series<'a> {
    let asked = question.asked.at;
    let what = What::OpenQuestion {
        number: question.number,
        text: question.text.clone(),
        on_the_list: question.on_the_list.clone(),
        asked,
    };
    let rhythm = world.settings.open_question.of(rfr.phase);
    let cause = Cause::new(
        ReminderKind::OpenQuestion,
        ReminderSubject::Question(rfr.id, question.number),
        asked,
    );
    repeated(world, rfr, cause, rhythm, (what, workers(rfr)))
}

/// The sign-off is awaited once nothing else keeps the gate shut.
fn sign_off<'a>(world: &World<'_>, rfr: &'a Rfr) -> Option<Series<'a>> {
    let sponsor = rfr.sponsor.as_ref()?;
    let missing = sign_off_due(rfr)?;
    let ready = ready_since(rfr);
    let what = What::SignOff {
        phase: rfr.called(missing.phase),
        first: not_ticked(rfr, missing.phase).map(|row| row.id),
        ready,
    };
    let owes = vec![sponsor.account.clone()];
    Some(repeated(
        world,
        rfr,
        of(rfr, ReminderKind::SignOff, ready),
        world.settings.sign_off,
        (what, owes),
    ))
}

fn sponsor<'a>(world: &World<'_>, rfr: &'a Rfr) -> Option<Series<'a>> {
    if let Some(asked) = &rfr.asked_sponsor {
        let at = asked.mark.at;
        let account = asked.account.clone();
        let owes = vec![account.clone()];
        let what = What::SponsorAsked { account, asked: at };
        let rhythm = world.settings.sponsor_asked;
        return Some(repeated(
            world,
            rfr,
            of(rfr, ReminderKind::SponsorAsked, at),
            rhythm,
            (what, owes),
        ));
    }
    if rfr.sponsor.is_some() {
        return None;
    }
    // The state does not record when a sponsor gave up; the phase started before that.
    let since = rfr.phase_since.max(rfr.requested.at);
    let what = What::NoSponsor { since };
    let rhythm = world.settings.no_sponsor;
    Some(repeated(
        world,
        rfr,
        of(rfr, ReminderKind::NoSponsor, since),
        rhythm,
        (what, Vec::new()),
    ))
}

fn silent<'a>(world: &World<'_>, rfr: &'a Rfr) -> Series<'a> {
    let since = rfr.last_change.at;
    let what = What::Silent {
        since,
        phase: rfr.called(rfr.phase),
        missing: gate::blocking(rfr),
    };
    let rhythm = world.settings.silent.of(rfr.phase);
    repeated(
        world,
        rfr,
        of(rfr, ReminderKind::Silent, since),
        rhythm,
        (what, workers(rfr)),
    )
}

fn sponsor_left<'a>(world: &World<'_>, rfr: &'a Rfr) -> Option<Series<'a>> {
    let sponsor = rfr.sponsor.as_ref()?;
    // An empty group means that the directory was not read, not that everybody left.
    let known = !world.directory.members(SYSADMIN_MAIN).is_empty();
    if !known || world.directory.is_member(&sponsor.account, SYSADMIN_MAIN) {
        return None;
    }
    let account = sponsor.account.clone();
    let owes = vec![account.clone()];
    let what = What::SponsorLeft { account };
    let rhythm = world.settings.sponsor_left;
    Some(repeated(
        world,
        rfr,
        of(rfr, ReminderKind::SponsorLeft, sponsor.since),
        rhythm,
        (what, owes),
    ))
}

fn dev_instance<'a>(world: &World<'_>, rfr: &'a Rfr) -> Option<Series<'a>> {
    let made = rfr.done.get("dev-instance")?.mark.at;
    let what = What::DevInstance { made };
    let rhythm = world.settings.dev_instance;
    let owes = rfr.sponsor.iter().map(|sponsor| sponsor.account.clone()).collect();
    Some(repeated(
        world,
        rfr,
        of(rfr, ReminderKind::DevInstance, made),
        rhythm,
        (what, owes),
    ))
}

fn one_person<'a>(world: &World<'_>, rfr: &'a Rfr) -> Option<Series<'a>> {
    let workers = workers(rfr);
    let [account] = workers.as_slice() else { return None };
    let account = account.clone();
    let what = What::OnePerson { account };
    let rhythm = world.settings.one_person;
    Some(repeated(
        world,
        rfr,
        of(rfr, ReminderKind::OnePerson, rfr.phase_since),
        rhythm,
        (what, workers),
    ))
}

/// Of everything that was looked after longest ago.
fn upkeep<'a>(world: &World<'_>, rfr: &'a Rfr) -> Series<'a> {
    let since = rfr.neglected_since();
    let sides = Upkeep::ALL.into_iter();
    let what = What::Upkeep {
        since,
        sides: sides.filter(|side| rfr.looked_after(*side) == since).collect(),
    };
    let mut owes = workers(rfr);
    owes.extend(rfr.sponsor.iter().map(|sponsor| sponsor.account.clone()));
    owes.dedup();
    repeated(
        world,
        rfr,
        upkeep_of(rfr.id, since),
        world.settings.upkeep,
        (what, owes),
    )
}

/// The cause for a yearly look.
pub(super) fn upkeep_of(id: RfrId, since: DateTime<Utc>) -> Cause {
    Cause::new(ReminderKind::Upkeep, ReminderSubject::Rfr(id), since)
}

/// Before the day and on it, then from the day after; until somebody reports the deployment.
fn deployment<'a>(world: &World<'_>, rfr: &'a Rfr) -> Vec<Series<'a>> {
    let Some(schedule) = &rfr.schedule else {
        return Vec::new();
    };
    if rfr.done.contains_key(DEPLOYED) {
        return Vec::new();
    }
    let (date, hours) = (schedule.date, &world.settings.hours);
    let overdue = hours.start_of(after(date));
    let mut owes = workers(rfr);
    if let Some(sponsor) = &rfr.sponsor
        && !owes.contains(&sponsor.account)
    {
        owes.push(sponsor.account.clone());
    }
    let cause = |kind| Cause::new(kind, ReminderSubject::Rfr(rfr.id), midnight(date));
    let wake = snooze_end(world, &cause(ReminderKind::Deployment));
    let not_before = |at: DateTime<Utc>| wake.map_or(at, |wake| at.max(wake));
    let soon = Series {
        cause: cause(ReminderKind::Deployment),
        times: SeriesTimes::Stages(vec![
            (1, not_before(hours.ahead_of(date, 1))),
            (0, not_before(hours.start_of(date))),
        ]),
        until: Some(overdue),
        what: What::Deployment { date },
        rfr: Some(rfr),
        owes: owes.clone(),
    };
    let cause = cause(ReminderKind::DeploymentOverdue);
    let has_item = sop::row(rfr.edition, DEPLOYED).is_some_and(|row| row.phase <= rfr.phase);
    let what = What::DeploymentOverdue { date, has_item };
    let late = snoozed(
        world,
        Series {
            cause,
            times: SeriesTimes::Rhythm {
                base: overdue,
                rhythm: world.settings.deployment_overdue,
            },
            until: None,
            what,
            rfr: Some(rfr),
            owes,
        },
    );
    vec![soon, late]
}

fn of_freeze<'a>(world: &World<'a>, freeze: &FreezeWindow, all: &mut Vec<Series<'a>>) {
    let (settings, hours) = (world.settings, &world.settings.hours);
    let (from, to) = (freeze.from, freeze.to);
    let cause = |kind, day| Cause::new(kind, ReminderSubject::Freeze(freeze.name.clone()), midnight(day));
    let ended = hours.start_of(after(to));
    if let Some(since) = freeze.in_force_since {
        let what = What::FreezeOverdue { since, to };
        let cause = cause(ReminderKind::FreezeOverdue, to);
        all.push(snoozed(
            world,
            Series {
                cause,
                times: SeriesTimes::Rhythm {
                    base: ended,
                    rhythm: settings.freeze_overdue,
                },
                until: None,
                what,
                rfr: None,
                owes: Vec::new(),
            },
        ));
        return;
    }
    let begins = hours.start_of(from);
    let mut days = settings.freeze_soon.clone();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    let ahead = |days: u32| (days, hours.ahead_of(from, days));
    all.push(Series {
        cause: cause(ReminderKind::FreezeSoon, from),
        times: SeriesTimes::Stages(days.into_iter().map(ahead).collect()),
        until: Some(begins),
        what: What::FreezeSoon { from, to },
        rfr: None,
        owes: Vec::new(),
    });
    let what = What::FreezeStart { from, to };
    let cause = cause(ReminderKind::FreezeStart, from);
    let mut start = snoozed(
        world,
        Series {
            cause,
            times: SeriesTimes::Rhythm {
                base: begins,
                rhythm: settings.freeze_start,
            },
            until: None,
            what,
            rfr: None,
            owes: Vec::new(),
        },
    );
    start.until = Some(ended);
    all.push(start);
}

/// A cause of an RFR.
fn of(rfr: &Rfr, kind: ReminderKind, since: DateTime<Utc>) -> Cause {
    Cause::new(kind, ReminderSubject::Rfr(rfr.id), since)
}

/// A series that repeats from its cause on: what it says, and who could act.
fn repeated<'a>(
    world: &World<'_>,
    rfr: &'a Rfr,
    cause: Cause,
    rhythm: Rhythm,
    (what, owes): (What, Vec<Account>),
) -> Series<'a> {
    let base = cause.since;
    let series = Series {
        cause,
        times: SeriesTimes::Rhythm { base, rhythm },
        until: None,
        what,
        rfr: Some(rfr),
        owes,
    };
    snoozed(world, series)
}

/// A snooze that ends after a repeating series' first time restarts the series: its end becomes the first time.
fn snoozed<'a>(world: &World<'_>, series: Series<'a>) -> Series<'a> {
    let SeriesTimes::Rhythm { base, rhythm } = series.times else {
        return series;
    };
    let first = later(base, rhythm.offset(1));
    let Some(base) = snooze_end(world, &series.cause).filter(|until| *until >= first) else {
        return series;
    };
    let rhythm = Rhythm { first: 0, ..rhythm };
    let Cause { kind, subject, .. } = series.cause;
    Series {
        cause: Cause::new(kind, subject, base),
        times: SeriesTimes::Rhythm { base, rhythm },
        ..series
    }
}

/// When the last snooze of a cause's subject ends or ended.
fn snooze_end(world: &World<'_>, cause: &Cause) -> Option<DateTime<Utc>> {
    let what = match &cause.subject {
        ReminderSubject::Rfr(id) => vec![Snoozable::Rfr(*id)],
        ReminderSubject::Question(id, number) => vec![Snoozable::Rfr(*id), Snoozable::Question(*id, *number)],
        ReminderSubject::Freeze(_) => Vec::new(),
    };
    what.into_iter()
        .filter_map(|what| world.memory.snooze(what))
        .map(|snooze| snooze.until)
        .max()
}

fn workers(rfr: &Rfr) -> Vec<Account> {
    rfr.workers().into_iter().cloned().collect()
}

fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}
