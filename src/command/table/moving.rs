//! Verbs that move an RFR through its phases.

use super::{Change, Group, Order, Right, Verb, VerbRow, change, order};

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "advance",
            aliases: &["proceed"],
            group: Group::Move,
            usage: "[RFR]",
            summary: "moves it to the next phase, if no MUST is missing",
            help: "A shut gate lists everything that is missing in one reply.",
            example: "advance badges",
            who: Right::Involved,
        },
        read: |reader| change(reader.which_alone()?, Change::Advance),
    },
    Verb {
        row: VerbRow {
            verb: "revert",
            aliases: &[],
            group: Group::Move,
            usage: "RFR PHASE REASON…",
            summary: "takes it back to an earlier phase",
            help: "Sign-offs from there on become outdated, items of the later phases are undone, and the production date is taken back.",
            example: "revert badges planning the storage decision was wrong",
            who: Right::SponsorOrMain,
        },
        read: |reader| {
            let (which, to) = reader.named_and_phase()?;
            let reason = reader.reason(&which, "REASON…")?;
            change(which, Change::Revert { to, reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "drop",
            aliases: &[],
            group: Group::Move,
            usage: "RFR REASON…",
            summary: "gives it up before production",
            help: "It can be reopened where it was. A deployed resource is removed instead.",
            example: "drop badges nobody needs it any more",
            who: Right::RequesterOrMain,
        },
        read: |reader| {
            let which = reader.named()?;
            reader.whole_rfr(&which)?;
            let reason = reader.reason(&which, "REASON…")?;
            change(which, Change::Drop { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "remove",
            aliases: &["retire"],
            group: Group::Move,
            usage: "RFR REASON…",
            summary: "records that a deployed resource goes away",
            help: "An RFR that never reached production is dropped instead.",
            example: "remove badges replaced by the new service",
            who: Right::SponsorOrMain,
        },
        read: |reader| {
            let which = reader.named()?;
            reader.whole_rfr(&which)?;
            let reason = reader.reason(&which, "REASON…")?;
            change(which, Change::Remove { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "reopen",
            aliases: &[],
            group: Group::Move,
            usage: "RFR [REASON…]",
            summary: "takes a dropped or removed one up again, in the phase where it ended",
            help: "For the requester, the sponsor and sysadmin-main.",
            example: "reopen badges there is a new maintainer",
            who: Right::RequesterOrMain,
        },
        read: |reader| {
            let which = reader.named()?;
            let reason = reader.optional_reason(&which, "REASON…")?;
            change(which, Change::Reopen { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "adopt",
            aliases: &[],
            group: Group::Move,
            usage: "RFR EDITION REASON…",
            summary: "moves it over to another edition of the SOP",
            help: "First it shows what that adds, drops and outdates, and changes nothing; the same with `-- yes` behind it does it.",
            example: "adopt badges audit the team audits everything now",
            who: Right::Main,
        },
        read: |reader| {
            let which = reader.named()?;
            let edition = reader.word("EDITION")?.to_ascii_lowercase();
            let (reason, confirmed) = reader.confirmed_reason(&which, "REASON…")?;
            change(
                which,
                Change::Adopt {
                    edition,
                    reason,
                    confirmed,
                },
            )
        },
    },
    Verb {
        row: VerbRow {
            verb: "undo",
            aliases: &[],
            group: Group::Move,
            usage: "[RFR]",
            summary: "undoes your own last change",
            help: "Only while nobody changed the RFR after you, and not for long; it needs what the opposite change would need. History keeps both.",
            example: "undo",
            who: Right::Person,
        },
        read: |reader| order(Order::Undo(reader.which_alone()?)),
    },
];
