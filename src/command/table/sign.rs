//! Verbs that sign, and take a signature back.

use super::{Change, Group, Right, Verb, VerbRow, change};

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "signoff",
            aliases: &["sign off", "sign-off", "sign"],
            group: Group::Sign,
            usage: "PHASE [RFR] [-- NOTE…]",
            summary: "the sponsor signs off that it may leave PHASE",
            help: "A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed.",
            example: "signoff staging badges",
            who: Right::Sponsor,
        },
        read: |reader| {
            reader.one_phase()?;
            let (which, phase) = reader.which_and_phase()?;
            let note = reader.note_behind_dashes(&which, "NOTE…")?;
            change(which, Change::SignOff { phase, note })
        },
    },
    Verb {
        row: VerbRow {
            verb: "unsign",
            aliases: &["unsignoff", "unsign-off"],
            group: Group::Sign,
            usage: "PHASE [RFR] REASON…",
            summary: "takes a sign-off back",
            help: "For the sponsor and sysadmin-main. Where the RFR is left out, the reason stands behind “--”.",
            example: "unsign staging badges the database is not backed up",
            who: Right::SponsorOrMain,
        },
        read: |reader| {
            let (which, phase) = reader.which_and_phase()?;
            let reason = reader.reason(&which, "REASON…")?;
            change(which, Change::Unsign { phase, reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "hold",
            aliases: &[],
            group: Group::Sign,
            usage: "RFR REASON…",
            summary: "puts it on hold: no sign-off and no move until it is released",
            help: "Records and questions go on. Security officers may, too.",
            example: "hold badges waiting for the datacenter move",
            who: Right::Hold,
        },
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.reason(&which, "REASON…")?;
            change(which, Change::Hold { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "release",
            aliases: &["unhold"],
            group: Group::Sign,
            usage: "RFR [REASON…]",
            summary: "lifts the hold",
            help: "For whoever holds it, the sponsor and sysadmin-main. A hold of a security officer is lifted by them, or by two members of sysadmin-main.",
            example: "release badges the move is over",
            who: Right::Release,
        },
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.optional_reason(&which, "REASON…")?;
            change(which, Change::Release { reason })
        },
    },
];
