//! Verbs about freezes, freeze breaks and absences.

use super::{BreakOrder, Group, Order, Query, Right, Verb, VerbRow, order, query};
use crate::calendar::{Absence, AbsenceChange, FreezeChange};

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "freeze",
            aliases: &["frozen"],
            group: Group::Freeze,
            usage: "",
            summary: "the freeze in force and the next one, the days left, and whose production date it touches",
            help: "Predicted freezes come from the config, from calendars that it names, and from people; only people start and lift them.",
            example: "freeze",
            who: Right::Look,
        },
        read: |_| query(Query::Freeze),
    },
    Verb {
        row: VerbRow {
            verb: "freezes",
            aliases: &[],
            group: Group::Freeze,
            usage: "",
            summary: "the freezes of this year and the next, each with what every source says",
            help: "A person's word counts before the config, and the config before a calendar.",
            example: "freezes",
            who: Right::Look,
        },
        read: |_| query(Query::Freezes),
    },
    Verb {
        row: VerbRow {
            verb: "freeze start",
            aliases: &[],
            group: Group::Freeze,
            usage: "[NAME]",
            summary: "puts a freeze in force, from now until it is lifted",
            help: "Without a name: the one whose predicted days have come. From then on production moves only with a freeze break.",
            example: "freeze start F45 beta",
            who: Right::MainOrReleng,
        },
        read: |reader| order(Order::Freeze(FreezeChange::Start(reader.optional_key()?))),
    },
    Verb {
        row: VerbRow {
            verb: "freeze lift",
            aliases: &["freeze end", "unfreeze", "thaw"],
            group: Group::Freeze,
            usage: "[NAME]",
            summary: "ends a freeze that is in force",
            help: "Without a name: the only one in force. Its freeze breaks end with it.",
            example: "freeze lift F45 beta",
            who: Right::MainOrReleng,
        },
        read: |reader| order(Order::Freeze(FreezeChange::Lift(reader.optional_key()?))),
    },
    Verb {
        row: VerbRow {
            verb: "freeze add",
            aliases: &[],
            group: Group::Freeze,
            usage: "NAME FROM TO",
            summary: "says that there will be a freeze, from the first to the last frozen day",
            help: "Counts before what the config and calendars say of a freeze of that name.",
            example: "freeze add F45 beta 2026-08-25 2026-09-16",
            who: Right::MainOrReleng,
        },
        read: |reader| {
            let (key, span) = reader.key_and_days()?;
            order(Order::Freeze(FreezeChange::Add { key, span }))
        },
    },
    Verb {
        row: VerbRow {
            verb: "freeze remove",
            aliases: &[],
            group: Group::Freeze,
            usage: "NAME",
            summary: "says that there will be no such freeze, whatever the calendars say",
            help: "One that is in force is lifted instead.",
            example: "freeze remove F45 beta",
            who: Right::MainOrReleng,
        },
        read: |reader| order(Order::Freeze(FreezeChange::Remove(reader.key()?))),
    },
    Verb {
        row: VerbRow {
            verb: "freeze-breaks",
            aliases: &["freeze-break", "freeze-break list"],
            group: Group::Freeze,
            usage: "",
            summary: "the freeze breaks that were asked for of late, and how far each has come",
            help: "Those that are open come first.",
            example: "freeze-breaks",
            who: Right::Look,
        },
        read: |_| query(Query::FreezeBreaks),
    },
    Verb {
        row: VerbRow {
            verb: "freeze-break request",
            aliases: &["fbr"],
            group: Group::Freeze,
            usage: "RFR REASON…",
            summary: "asks to change production during the freeze: the problem, the action, the patch",
            help: "Two members of sysadmin-main or sysadmin-releng other than you must agree. It ends with the freeze, or by `freeze-break withdraw`.",
            example: "freeze-break request badges its database is full, move it: https://example.org/patch",
            who: Right::Involved,
        },
        read: |reader| {
            let rfr = reader.named_rfr()?;
            let reason = reader.text("REASON…")?;
            order(Order::Break(BreakOrder::Request { rfr, reason }))
        },
    },
    Verb {
        row: VerbRow {
            verb: "+1",
            aliases: &[],
            group: Group::Freeze,
            usage: "N [COMMENT…]",
            summary: "agrees with freeze break N",
            help: "N may also be the RFR. The requester's own does not count; the last word of each person does.",
            example: "+1 badges looks safe",
            who: Right::MainOrReleng,
        },
        read: |reader| {
            let which = reader.which_break()?;
            reader.unconditional()?;
            reader.vote_agrees()?;
            let text = reader.optional_text("COMMENT…")?;
            let approves = true;
            order(Order::Break(BreakOrder::Vote { which, approves, text }))
        },
    },
    Verb {
        row: VerbRow {
            verb: "-1",
            aliases: &[],
            group: Group::Freeze,
            usage: "N REASON…",
            summary: "objects to freeze break N, or takes your +1 back",
            help: "N may also be the RFR. Two must agree all the same; an objection is for people to settle.",
            example: "-1 badges there is no way back from that",
            who: Right::MainOrReleng,
        },
        read: |reader| {
            let which = reader.which_break()?;
            let text = reader.text("REASON…")?;
            let approves = false;
            order(Order::Break(BreakOrder::Vote { which, approves, text }))
        },
    },
    Verb {
        row: VerbRow {
            verb: "freeze-break done",
            aliases: &[],
            group: Group::Freeze,
            usage: "N",
            summary: "records that what freeze break N was for is done",
            help: "N may also be the RFR. A break that is done opens nothing any more.",
            example: "freeze-break done badges",
            who: Right::Involved,
        },
        read: |reader| order(Order::Break(BreakOrder::Done(reader.which_break()?))),
    },
    Verb {
        row: VerbRow {
            verb: "freeze-break withdraw",
            aliases: &[],
            group: Group::Freeze,
            usage: "N [WHY…]",
            summary: "takes back that you asked for freeze break N",
            help: "N may also be the RFR. Only who asked for a break withdraws it, and one that is withdrawn opens nothing any more, also if it was approved. Others object by `-1`.",
            example: "freeze-break withdraw badges it can wait",
            who: Right::Person,
        },
        read: |reader| {
            let which = reader.which_break()?;
            let reason = reader.optional_text("WHY…")?;
            order(Order::Break(BreakOrder::Withdraw { which, reason }))
        },
    },
    Verb {
        row: VerbRow {
            verb: "away",
            aliases: &["absent", "on holiday", "on vacation"],
            group: Group::Freeze,
            usage: "[DAYS…] [NOTE…]",
            summary: "says that you are away, from the first to the last day; alone, who is away",
            help: "Whoever waits for you, or schedules a deployment that needs you, is told. DAYS are `until friday`, `2 weeks`, `tomorrow`, or a first and a last day; they replace an absence that they overlap. `away cancel` takes the next one back.",
            example: "away 2026-12-21 2027-01-04 smooge stands in",
            who: Right::Person,
        },
        read: |reader| {
            if reader.peek().is_none() {
                return query(Query::Away);
            }
            let span = reader.absence()?;
            reader.is_in_place_of_nobody()?;
            let note = reader.optional_text("NOTE…")?;
            order(Order::Absence(AbsenceChange::Away(Absence { span, note })))
        },
    },
    Verb {
        row: VerbRow {
            verb: "away cancel",
            aliases: &["cancel away", "not away"],
            group: Group::Freeze,
            usage: "",
            summary: "takes your next absence back that has not begun",
            help: "One that you are in is ended by `back`.",
            example: "away cancel",
            who: Right::Person,
        },
        read: |_| order(Order::Absence(AbsenceChange::Cancel)),
    },
    Verb {
        row: VerbRow {
            verb: "back",
            aliases: &[],
            group: Group::Freeze,
            usage: "",
            summary: "says that you are there again from today on",
            help: "Ends the absence that you are in, whoever recorded it; later ones stay until `away cancel`.",
            example: "back",
            who: Right::Person,
        },
        read: |_| order(Order::Absence(AbsenceChange::Back)),
    },
];
