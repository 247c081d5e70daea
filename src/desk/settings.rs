//! What the operator chose for the desk.

use super::{BusSettings, MailSettings, Reminders, TrackerSettings};
use crate::calendar::Automatic;
use crate::rfr::NewsKind;
use crate::sop::Edition;
use crate::wire::Place;
use chrono::Duration;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What commands begin with.
    pub prefix: String,
    /// Bars of progress in plain ASCII?
    pub ascii: bool,
    /// The address of the board, without a slash at its end, where there is one.
    pub board: Option<String>,
    /// The SOP that new RFRs follow.
    pub edition: Edition,
    /// The edition of the team's own file, where the config names one.
    pub own_edition: Option<Edition>,
    /// What a ticket's number is appended to.
    pub ticket_base: Option<String>,
    /// How long one may undo.
    pub undo_within: Duration,
    /// Where announcements go.
    pub announce: Vec<Place>,
    /// Of what kinds of news a place is told, if not of all.
    pub told: BTreeMap<Place, BTreeSet<NewsKind>>,
    /// Places that a bridge makes one: what is said in one of a set is read in all of it.
    pub bridged: Vec<Vec<Place>>,
    /// The calendar files whose freezes count, as the config names them.
    pub calendars: Vec<String>,
    /// The mailing list, where there is one.
    pub mail: Option<MailSettings>,
    /// The tracker, where there is one.
    pub tracker: Option<TrackerSettings>,
    /// The message bus, where there is one.
    pub bus: Option<BusSettings>,
    /// The calendars of absences that count, as the config names them.
    pub absences: Vec<String>,
    /// What happens on a freeze's predicted days without a person.
    pub automatic: Automatic,
    /// Reminders and recurring posts; without them the clock does nothing.
    pub reminders: Option<Reminders>,
    /// Lines of an answer before `more`, by network; a network without an entry has no limit.
    pub reply_lines: HashMap<String, usize>,
    /// How long the last lines of a channel are remembered, in memory alone; zero: not at all.
    pub remembered: Duration,
}
