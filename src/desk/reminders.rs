//! The clock: what is due is said, once; and what people say about being reminded.
//!
//! A tick is an input like a message. It produces one commit: the facts that reminders are sent, and their posts. When
//! to look again is computed after a tick, and only if something changed since; nothing is computed while a line is
//! answered.

use super::archive::{Archive, ArchiveError};
use super::ordering::{Decided, Orderable};
use super::{Asked, Desk, Handled, Happened, Incoming, Message, name_of};
use crate::command::Which;
use crate::people::{Account, Authorised, By, Right};
use crate::record::{Commit, Effect, Event};
use crate::reminder::decide::{Quiet, ReminderAlready, ReminderChange, ReminderRefusal, decide};
use crate::reminder::recurring::Recurring;
use crate::reminder::{self, DuePost, FreezeWindow, ReminderFact, Snoozable, Target, World};
use crate::rfr::{Origin, Rfr};
use crate::wire::{Beside, Manner, Outcome, Outgoing, Place};
use crate::wording::{Upcoming, Wording};
use chrono::{DateTime, Days, TimeDelta, Utc};

/// How long after the start the first look comes: by then the networks are up, so that people who want private
/// reminders are in sight.
const AFTER_START: TimeDelta = TimeDelta::seconds(10);

/// How long after a change the next look comes, so that many changes are looked at once.
const AFTER_CHANGE: TimeDelta = TimeDelta::seconds(2);

/// How long after the disk refused something the next look comes.
const AFTER_FAILURE: TimeDelta = TimeDelta::seconds(60);

/// How far ahead predicted freezes are looked for, in days.
const FREEZES_AHEAD: u64 = 400;

/// What the operator decided about reminders.
#[derive(Clone, Debug)]
pub struct Reminders {
    /// When people are reminded, of what, and how often.
    pub settings: reminder::ReminderSettings,
    /// Where.
    pub places: Vec<Place>,
    /// Posts that come again and again.
    pub posts: Vec<RecurringPost>,
}

/// A digest that comes again and again.
#[derive(Clone, Debug)]
pub struct RecurringPost {
    /// When.
    pub recurring: Recurring,
    /// Where.
    pub places: Vec<Place>,
    /// To the mailing list too, as the summary?
    pub to_list: bool,
}

/// The place of the next effect among those of its commit.
fn next_index(effects: &[Effect]) -> u32 {
    u32::try_from(effects.len()).unwrap_or(u32::MAX)
}

/// When to look for due reminders.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Wake {
    /// Soon: the bot has just started.
    #[default]
    Started,
    /// Never.
    Stopped,
    /// Soon: something has changed.
    Changed,
    /// In a while: the disk refused what was done last.
    Refused,
    /// At a known moment.
    At { since: DateTime<Utc>, at: DateTime<Utc> },
    /// Something was computed at `since`: at that moment, if ever, unless something changes.
    Idle {
        since: DateTime<Utc>,
        until: Option<DateTime<Utc>>,
    },
}

impl<A: Archive> Desk<A> {
    /// When the next tick is needed, if nothing happens before. Cheap: computes nothing.
    pub fn next_tick(&mut self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.settings.reminders.is_none() && !self.settings.automatic.start {
            return None;
        }
        let soon = match self.wake {
            Wake::Stopped => return None,
            Wake::Started => AFTER_START,
            Wake::Changed => AFTER_CHANGE,
            Wake::Refused => AFTER_FAILURE,
            // The clock was set back: what was computed no longer holds.
            Wake::At { since, .. } | Wake::Idle { since, .. } if now < since => return Some(now),
            Wake::At { at, .. } => return Some(at),
            Wake::Idle { until, .. } => return until,
        };
        let at = now.checked_add_signed(soon).unwrap_or(now);
        self.wake = Wake::At { since: now, at };
        Some(at)
    }

    /// Never ticks: for a console, where trying things out must remind nobody.
    pub fn stop_the_clock(&mut self) {
        self.wake = Wake::Stopped;
    }

    /// Something changed that reminders may depend on.
    pub(super) fn has_changed(&mut self) {
        // What is looked at soon anyway is not put off by more changes.
        if let Wake::Idle { .. } = self.wake {
            self.wake = Wake::Changed;
        }
    }

    /// The disk refused what was done last.
    pub(super) fn was_refused(&mut self) {
        if !matches!(self.wake, Wake::Stopped) {
            self.wake = Wake::Refused;
        }
    }

    /// Makes everything that is due, in one commit.
    pub fn tick(&mut self, now: DateTime<Utc>) -> Handled {
        self.forget_lines(now);
        let (events, effects) = self.due_now(now);
        let commit = (!events.is_empty()).then(|| {
            let origin = Origin {
                seq: self.state.next_seq(),
                at: now,
                by: By::Clock,
                proof: "the clock".to_owned(),
                place: "clock".to_owned(),
                words: String::new(),
            };
            Commit {
                origin,
                incoming: None,
                events,
                effects,
            }
        });
        if let Some(commit) = &commit {
            self.state.apply(commit, &self.archive);
        }
        // Never at once again: a wake-up in vain must not become a busy loop.
        let soonest = now.checked_add_signed(TimeDelta::seconds(1)).unwrap_or(now);
        let until = self.next_due(now).map(|at| at.max(soonest));
        self.wake = Wake::Idle { since: now, until };
        Handled {
            commit,
            replies: Vec::new(),
        }
    }

    fn due_now(&self, now: DateTime<Utc>) -> (Vec<Event>, Vec<Effect>) {
        let Some(reminders) = &self.settings.reminders else {
            return (Vec::new(), Vec::new());
        };
        let mut effects = Vec::new();
        let due = self.with_world(reminders, now, |world| reminder::due(world, now));
        for post in reminder::posts(&due) {
            let said = self.said(reminders, &post, next_index(&effects), now);
            effects.extend(said);
        }
        let mut facts: Vec<ReminderFact> = due.iter().map(|due| due.made(now)).collect();
        let born = self.born(now);
        let memory = &self.state.facts().reminders;
        for post in &reminders.posts {
            if let Some(due) = post.recurring.due(memory, born, now) {
                facts.push(due.posted());
                let said = self.posted_digest(now).and_then(|message| {
                    effects.extend(self.announcements_in(&post.places, None, &message, &Beside::default()));
                    if post.to_list {
                        let mail = self.summary_mail(next_index(&effects), now)?;
                        effects.extend(mail.map(Effect::Mail));
                    }
                    Ok(())
                });
                if let Err(error) = said {
                    tracing::error!(%error, "the digest cannot be made");
                }
            }
        }
        (facts.into_iter().map(Event::Reminder).collect(), effects)
    }

    /// One post, where it belongs. Of places that a bridge makes one, only the first is spoken to.
    fn said(&self, reminders: &Reminders, post: &DuePost<'_>, index: u32, now: DateTime<Utc>) -> Vec<Effect> {
        let mut message = self.wording.reminders(post, now);
        let around = self.circumstances(now);
        let mut owing: Vec<&Account> = post.reminders.iter().flat_map(|due| &due.owes).collect();
        owing.sort();
        owing.dedup();
        for person in owing {
            if let Some(day) = around.away_until(person) {
                message.push(self.wording.is_away(person, day, around.main_but(person).first()));
            }
        }
        match &post.target {
            Target::Room => {
                let beside = Beside {
                    highlights: post.call.iter().map(|account| account.as_str().to_owned()).collect(),
                    ..Beside::default()
                };
                self.announcements_in(&reminders.places, None, &message, &beside)
            }
            Target::Direct(account) => {
                let network = self.state.facts().reminders.reached_on(account);
                // Whoever is out of sight cannot be told alone; the room has heard it all the same.
                let here = network.filter(|network| self.is_in_sight(network, account));
                let say = |network: &str| {
                    Effect::Say(Outgoing {
                        place: Place::person(network, account.as_str()),
                        manner: Manner::Reply,
                        to: None,
                        in_reply_to: None,
                        message,
                        beside: Beside::default(),
                    })
                };
                here.map(say).into_iter().collect()
            }
            Target::List => {
                let mail = self.reminder_mail(post, index, now);
                mail.map(Effect::Mail).into_iter().collect()
            }
        }
    }

    /// Since when there are things to be reminded of. A time in the future was written by a wrong clock: then only
    /// "before now" is known.
    fn born(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        match self.state.oldest() {
            Some(oldest) if oldest <= now => oldest,
            Some(_) => DateTime::<Utc>::MIN_UTC,
            None => now,
        }
    }

    fn next_due(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let reminders = self.settings.reminders.as_ref();
        let reminder = reminders.and_then(|reminders| self.next_reminder(reminders, now));
        reminder.into_iter().chain(self.next_freeze_due(now)).min()
    }

    fn next_reminder(&self, reminders: &Reminders, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let due = self.with_world(reminders, now, |world| reminder::next_due(world, now));
        let born = self.born(now);
        let memory = &self.state.facts().reminders;
        let posts = reminders
            .posts
            .iter()
            .filter_map(|post| post.recurring.next_due(memory, born, now));
        posts.chain(due).min()
    }

    /// How many reminders have reached their time and are not made yet.
    pub fn reminders_due(&self, now: DateTime<Utc>) -> usize {
        let reminders = self.settings.reminders.as_ref();
        reminders.map_or(0, |reminders| {
            self.with_world(reminders, now, |world| reminder::waiting(world, now))
        })
    }

    fn with_world<T>(&self, reminders: &Reminders, now: DateTime<Utc>, ask: impl FnOnce(&World<'_>) -> T) -> T {
        let maintained = self.to_look_after(&reminders.settings, now);
        let rfrs: Vec<&Rfr> = self.state.open().chain(maintained.iter().map(AsRef::as_ref)).collect();
        let freezes = self.freeze_windows(now);
        ask(&World {
            rfrs: &rfrs,
            freezes: &freezes,
            directory: &self.directory,
            settings: &reminders.settings,
            memory: &self.state.facts().reminders,
        })
    }

    /// The freezes in force, those that should have started, and those to come.
    fn freeze_windows(&self, now: DateTime<Utc>) -> Vec<FreezeWindow> {
        let book = &self.state.facts().book;
        let in_force = book.in_force(now).into_iter().map(|freeze| FreezeWindow {
            name: freeze.key.to_string(),
            from: freeze.since.at.date_naive(),
            to: freeze.expected.to,
            in_force_since: Some(freeze.since.at),
        });
        let starting = book
            .start_due(now)
            .into_iter()
            .map(|due| (due.key, due.prediction.span));
        let near = book.near(now.date_naive(), Days::new(FREEZES_AHEAD));
        let coming = near.into_iter().map(|near| (near.key, near.span));
        let predicted = starting.chain(coming).map(|(key, span)| FreezeWindow {
            name: key.to_string(),
            from: span.from(),
            to: span.to(),
            in_force_since: None,
        });
        in_force.chain(predicted).collect()
    }

    /// What is coming and why; of one RFR or of everything.
    pub(super) fn upcoming(
        &self,
        incoming: &Incoming,
        which: &Which,
        now: DateTime<Utc>,
    ) -> Result<Message, ArchiveError> {
        let Some(reminders) = &self.settings.reminders else {
            return Ok(self.wording.no_reminders().into());
        };
        let rfr = match which {
            Which::Omitted { .. } => None,
            Which::Named(_) => match self.which_to_show(incoming, which)? {
                Ok(rfr) => Some(rfr),
                Err(question) => return Ok(question),
            },
        };
        let id = rfr.as_ref().map(|rfr| rfr.id);
        let coming = self.with_world(reminders, now, |world| reminder::upcoming(world, id, now));
        let memory = &self.state.facts().reminders;
        let muted: Vec<(&str, &reminder::Mute)> = self
            .state
            .open()
            .filter(|rfr| id.is_none_or(|id| id == rfr.id))
            .filter_map(|rfr| Some((rfr.name.as_str(), memory.mute(rfr.id)?)))
            .collect();
        let by = self.directory.account_of(&incoming.identity);
        Ok(self.wording.upcoming(&Upcoming {
            rfr: rfr.as_deref(),
            coming: &coming,
            muted: &muted,
            snooze: id.and_then(|id| memory.snooze(Snoozable::Rfr(id))),
            how: by.map(|by| memory.preference(&by)),
            hours: &reminders.settings.hours,
            now,
        }))
    }
}

impl<A: Archive> Orderable<A> for ReminderChange<'_> {
    type Event = ReminderFact;
    type Already = ReminderAlready;
    type Refusal = ReminderRefusal;

    const REFUSALS_NAME_THE_RFR: bool = true;

    fn kind(&self) -> &'static str {
        match self {
            Self::Remind { .. } => "remind",
            Self::Short(_) => "prefs",
            Self::About {
                what: Quiet::Snooze { .. },
                ..
            } => "snooze",
            Self::About {
                what: Quiet::Mute { .. },
                ..
            } => "mute",
            Self::About {
                what: Quiet::Unmute, ..
            } => "unmute",
        }
    }

    fn right(&self) -> Right {
        self.right()
    }

    fn rfr(&self) -> Option<&Rfr> {
        self.rfr()
    }

    fn decide(order: &Authorised<Self>, desk: &Desk<A>, _: DateTime<Utc>) -> Decided<A, Self> {
        let reminders = desk.settings.reminders.as_ref();
        let hours = reminders.map(|reminders| &reminders.settings.hours);
        decide(order, &desk.state.facts().reminders, hours)
    }

    fn happened(
        order: &Self,
        events: Vec<ReminderFact>,
        desk: &Desk<A>,
        asked: Asked<'_>,
    ) -> Result<Happened, ArchiveError> {
        let reply = Message::line(desk.wording.reminders_changed(order, asked.by.account(), asked.now));
        let is_for_all =
            |fact: &ReminderFact| matches!(fact, ReminderFact::Muted { .. } | ReminderFact::Unmuted { .. });
        Ok(Happened {
            announcement: events.iter().any(is_for_all).then(|| reply.clone()),
            also: Vec::new(),
            calls: Vec::new(),
            events: events.into_iter().map(Event::Reminder).collect(),
            mails: Vec::new(),
            ticket: None,
            reply,
            beside: Beside {
                outcome: Some(Outcome::Done),
                rfr: order.rfr().map(|rfr| rfr.id),
                ..Beside::default()
            },
            by: asked.by,
            keeps: None,
        })
    }

    fn already(&self, already: &ReminderAlready, desk: &Desk<A>) -> Message {
        desk.wording.reminders_already(already, name_of(self.rfr())).into()
    }

    fn refused(refusal: &ReminderRefusal, wording: &Wording) -> Message {
        wording.reminder_refused(refusal)
    }

    fn why_refused(said: Message, wording: &Wording) -> Message {
        wording.why_reminder_refused(said)
    }

    fn why_denied(said: Message, wording: &Wording) -> Message {
        wording.why_denied_reminder(said)
    }
}
