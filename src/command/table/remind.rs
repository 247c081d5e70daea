//! Verbs about reminders.

use super::{Command, Group, Order, ParseError, Query, ReminderOrder, Right, Verb, VerbRow, Which, order, query};
use crate::reminder::How;
use crate::reminder::decide::Quiet;

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "reminders",
            aliases: &["upcoming"],
            group: Group::Remind,
            usage: "[RFR]",
            summary: "what people will be reminded of, when, and why",
            help: "A reminder comes in working hours only, and ends when somebody acts on what it is about.",
            example: "reminders badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Reminders(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "remind me",
            aliases: &["remind"],
            group: Group::Remind,
            usage: "on|off|dm",
            summary: "whether reminders, and whoever asks you for something, call you: by name in the room (on), alone (dm), or not at all (off)",
            help: "Without it reminders call nobody; only who is asked by name (to sponsor, to sign, to answer) is called, once, which “off” ends, too. dm: on the network where you say it, while I see you there; the room hears it too.",
            example: "remind me on",
            who: Right::Person,
        },
        read: |reader| {
            let word = reader.one_of("on|off|dm", WAYS)?;
            let how = How::from_word(word).unwrap_or_default();
            order(Order::Reminder(ReminderOrder::Remind(how)))
        },
    },
    Verb {
        row: VerbRow {
            verb: "prefs",
            aliases: &["preferences", "settings"],
            group: Group::Remind,
            usage: "[short on|off]",
            summary: "what you chose for yourself; “short on” answers you in one line, and all of it by `more`",
            help: "For changes, and for whatever you look at: status, next, list, review, todo, digest and the like. A warning is said with them. How you are reminded is chosen by `remind me`.",
            example: "prefs short on",
            who: Right::Person,
        },
        read: |reader| {
            if reader.peek().is_none() {
                return query(Query::Prefs);
            }
            reader.one_of("short", &["short"])?;
            let on = reader.one_of("on|off", &["on", "off"])? == "on";
            order(Order::Reminder(ReminderOrder::Short(on)))
        },
    },
    Verb {
        row: VerbRow {
            verb: "snooze",
            aliases: &[],
            group: Group::Remind,
            usage: "RFR|question N [of RFR] DURATION",
            summary: "says nothing of an RFR, or of one of its questions, for a while",
            help: "DURATION: “2 weeks”, “until friday” or a date, at most a year. Answering, deploying and so on ends a reminder for good.",
            example: "snooze badges 2 weeks",
            who: Right::Involved,
        },
        read: |reader| {
            let question = if reader.take_if("question") {
                let number = reader.number()?;
                reader.take_if("of");
                Some(number)
            } else {
                None
            };
            let which = reader.which_before_snooze()?;
            // `snooze badges question 6 2 weeks`
            let question = match question {
                None if reader.take_if("question") => Some(reader.number()?),
                question => question,
            };
            let until = reader.snooze()?;
            about(which, Quiet::Snooze { question, until })
        },
    },
    Verb {
        row: VerbRow {
            verb: "mute",
            aliases: &["silence"],
            group: Group::Remind,
            usage: "RFR REASON…",
            summary: "nobody is reminded of an RFR any more, until it is unmuted",
            help: "Everybody is told, with the reason; “reminders” lists what is muted.",
            example: "mute badges waits for new hardware in March",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which()?;
            reader.mutes_for_good()?;
            let reason = reader.reason(&which, "REASON…")?;
            about(which, Quiet::Mute { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "unmute",
            aliases: &["unsilence"],
            group: Group::Remind,
            usage: "RFR",
            summary: "people are reminded of an RFR again",
            help: "What was due meanwhile comes as one reminder.",
            example: "unmute badges",
            who: Right::Involved,
        },
        read: |reader| about(reader.which_alone()?, Quiet::Unmute),
    },
];

fn about(which: Which, what: Quiet) -> Result<Command, ParseError> {
    order(Order::Reminder(ReminderOrder::About { which, what }))
}

pub(super) const WAYS: &[&str] = &["on", "off", "dm"];
