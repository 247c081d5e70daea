//! What is to be said of the day on which an RFR is to go to production.

use super::Wording;
use super::phrases::{date, people};
use crate::calendar::{Calendar, Outage};
use crate::people::Account;
use crate::rfr::Rfr;
use crate::rfr::outlook::Circumstances;
use crate::sop::Phase;
use crate::text::{Paragraph, count};
use chrono::{Datelike, Days, NaiveDate};

/// Fewer days than this before a freeze leave little time to mend things.
const NEAR_A_FREEZE_DAYS: u64 = 3;

impl Wording {
    /// The day to come lies in a freeze that came over it later, and no break lets it go ahead.
    pub(super) fn day_in_a_freeze(
        &self,
        rfr: &Rfr,
        around: &Circumstances<'_>,
        calendar: &Calendar,
    ) -> Option<Paragraph> {
        let day = rfr.schedule.as_ref().filter(|_| rfr.awaits_deployment())?.date;
        let freeze = calendar.freeze_on(day).filter(|_| day > around.today())?;
        if freeze_break_of(rfr, around).is_some() {
            return None;
        }
        let free = calendar.first_free_day(day);
        let line = Paragraph::new().text(format!(
            "its production date, {}, is in the freeze {}; the first free day is {}: ",
            date(day),
            freeze.name,
            date(free)
        ));
        let command = self.type_this(&format!("schedule {} {free}", rfr.name));
        Some(line.code(command).text("."))
    }
}

/// Who signs for a day that is over signs for none: another one asks for another sign-off.
pub(super) fn day_is_over(rfr: &Rfr, around: &Circumstances<'_>) -> Option<NaiveDate> {
    let day = rfr.schedule.as_ref().filter(|_| rfr.phase < Phase::Production)?.date;
    (day < around.today()).then_some(day)
}

/// The number of the approved freeze break under which it may go ahead.
fn freeze_break_of(rfr: &Rfr, around: &Circumstances<'_>) -> Option<u32> {
    let breaks = around.breaks;
    let approved = breaks.approved_for(rfr.id, around.book, around.directory, around.now);
    approved.map(|approved| approved.number)
}

/// What speaks against a day, and what else happens on it.
pub(super) fn about_the_day(
    rfr: &Rfr,
    day: NaiveDate,
    around: &Circumstances<'_>,
    calendar: &Calendar,
) -> Vec<Paragraph> {
    let mut said: Vec<Paragraph> = on_a_weekend(day).into_iter().collect();
    said.extend(near_a_freeze(day, calendar));
    said.extend(outages(&around.outages.on(day)));
    said.extend(nobody_there(rfr, day, around, calendar));
    said
}

/// What is to be said where it goes to production: the freeze, and whether it is the day.
pub(super) fn early_or_frozen(rfr: &Rfr, around: &Circumstances<'_>, calendar: &Calendar) -> Vec<Paragraph> {
    let today = around.today();
    let mut warnings = Vec::new();
    if let Some(approved) = freeze_break_of(rfr, around)
        && !around.book.in_force(around.now).is_empty()
    {
        warnings.push(Paragraph::new().text(format!(
            "a freeze is in force, and this goes ahead under freeze break {approved}."
        )));
    } else if let Some(freeze) = calendar.freeze_on(today) {
        warnings.push(Paragraph::new().text(format!(
            "{} is predicted until {}, and nobody has started it; if it is in force, changes to frozen hosts need a freeze \
             break request on the list.",
            freeze.name, freeze.to
        )));
    }
    if let Some(schedule) = rfr.schedule.as_ref().filter(|schedule| schedule.date < today) {
        warnings.push(Paragraph::new().text(format!(
            "the deployment was scheduled for {}, which is over.",
            date(schedule.date)
        )));
    }
    if let Some(schedule) = rfr.schedule.as_ref().filter(|schedule| schedule.date > today) {
        warnings.push(Paragraph::new().text(format!(
            "the deployment was scheduled for {}, which is still ahead.",
            date(schedule.date)
        )));
    }
    warnings
}

/// A deployment day on which the sponsor, or somebody who maintains it, is away.
fn nobody_there(rfr: &Rfr, day: NaiveDate, around: &Circumstances<'_>, calendar: &Calendar) -> Option<Paragraph> {
    let absences = around.absences;
    let away = |account: &Account| absences.away_on(account.as_str(), day).is_some();
    let sponsor: Vec<&str> = rfr.sponsor.iter().map(|sponsor| sponsor.account.as_str()).collect();
    let maintainers: Vec<&str> = rfr.people.iter().map(|person| person.account.as_str()).collect();
    let sponsor_away = rfr.sponsor.as_ref().filter(|sponsor| away(&sponsor.account));
    let gone: Vec<Account> = rfr
        .people
        .iter()
        .filter(|person| away(&person.account))
        .map(|person| person.account.clone())
        .collect();
    let all_away = !gone.is_empty() && gone.len() == rfr.people.len();
    let line = match sponsor_away {
        Some(sponsor) => Paragraph::new()
            .text("the sponsor, ")
            .person(sponsor.account.as_str())
            .text(if gone.is_empty() { ", is" } else { ", " }),
        None => Paragraph::new(),
    };
    let line = match (sponsor_away, gone.as_slice()) {
        (None, []) => return None,
        (Some(_), []) => line,
        (Some(_), _) if all_away => line.text("and everybody who maintains it are"),
        (None, _) if all_away => line.text("everybody who maintains it is"),
        (sponsor, gone) => line
            .text(if sponsor.is_some() { "and " } else { "" })
            .then(people(gone))
            .text(if gone.len() == 1 && sponsor.is_none() {
                ", who maintains it, is"
            } else {
                ", who maintain it, are"
            }),
    };
    let line = line.text(format!(" away on {}", date(day)));
    // Where somebody who maintains it is there, and the sponsor too, no other day is needed.
    if sponsor_away.is_none() && !all_away {
        return Some(line.text("."));
    }
    // A day when they are there is of no use if production is frozen then.
    let mut candidate = day;
    let there = loop {
        let Some(there) = absences.first_day_with_each(&[&sponsor, &maintainers], candidate) else {
            return Some(line.text("."));
        };
        candidate = calendar.first_free_day(there);
        if candidate == there {
            break there;
        }
    };
    Some(line.text(format!("; the first day when they are there is {}.", date(there))))
}

fn on_a_weekend(day: NaiveDate) -> Option<Paragraph> {
    let is_so = matches!(day.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun);
    is_so.then(|| Paragraph::new().text(format!("{} is on a weekend.", date(day))))
}

/// Outages of a day, as many as people read.
fn outages(found: &[&Outage]) -> Vec<Paragraph> {
    const MOST: usize = 3;
    let mut lines: Vec<Paragraph> = found.iter().take(MOST).map(|outage| an_outage(outage)).collect();
    if let Some(more) = found.len().checked_sub(MOST).filter(|more| *more > 0) {
        let more = count(more, "outage is", "outages are");
        lines.push(Paragraph::new().text(format!("{more} planned that day besides.")));
    }
    lines
}

fn an_outage(outage: &Outage) -> Paragraph {
    let from = outage.from.format("%Y-%m-%d %H:%M");
    let until = outage
        .to
        .map_or(String::new(), |to| format!(" to {}", to.format("%Y-%m-%d %H:%M")));
    let line = Paragraph::new().text(format!(
        "an outage is planned that day, from {from}{until} UTC: {}",
        outage.title
    ));
    match &outage.url {
        Some(url) => line.text(" (").link(url.clone()).text(")."),
        None => line.full_stop(),
    }
}

fn near_a_freeze(day: NaiveDate, calendar: &Calendar) -> Option<Paragraph> {
    let near = calendar.freezes().iter().find(|freeze| {
        let before = freeze.from.checked_sub_days(Days::new(NEAR_A_FREEZE_DAYS));
        before.is_some_and(|before| before <= day) && day < freeze.from
    })?;
    Some(Paragraph::new().text(format!(
        "the freeze {} begins on {}, which leaves little time to mend things.",
        near.name,
        date(near.from)
    )))
}
