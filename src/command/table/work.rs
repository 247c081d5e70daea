//! Verbs of the work: items, SOPs, notes, links, the date.

use super::{Change, Command, Group, Items, LinkOrder, Right, Verb, VerbRow, bare, change};
use crate::sop::{Document, Upkeep};

const SIDES: &[&str] = &["capacity", "updates", "security"];

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "done",
            aliases: &["did"],
            group: Group::Work,
            usage: "RFR ITEM… [NOTE…]",
            summary: "says that an item of the SOP is done; a note or an address may follow",
            help: "`next RFR` lists the items. Several: “testing, bugs”, “all but bugs WHY”, which notes why bugs stays open. “n/a WHY” says that one does not apply. `done RFR sops NOTE` says why no SOP is needed.",
            example: "done badges packages all in EPEL",
            who: Right::Involved,
        },
        read: |reader| {
            let (which, items) = reader.which_and_items()?;
            let note = reader.note_on_items(&which, &items)?;
            match items {
                Items::These(mut items) if items.len() == 1 => {
                    let item = items.pop().unwrap_or_default();
                    change(which, Change::Done { item, note })
                }
                items @ (Items::These(_) | Items::AllBut(_)) => Ok(Command::Ticks { which, items, note }),
            }
        },
    },
    Verb {
        row: VerbRow {
            verb: "undone",
            aliases: &[],
            group: Group::Work,
            usage: "RFR ITEM REASON…",
            summary: "says that an item is not done after all",
            help: "A sign-off that relied on it becomes outdated.",
            example: "undone badges packages two are still in review",
            who: Right::Involved,
        },
        read: |reader| {
            let (which, item) = reader.which_and_item()?;
            let reason = reader.reason(&which, "REASON…")?;
            change(which, Change::Undone { item, reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "report",
            aliases: &["testing-report"],
            group: Group::Work,
            usage: "RFR TEXT…",
            summary: "mails the report on its testing to the list, with what is recorded, and asks for comments",
            help: "SOP: a mail explains the testing and invites comment. Where the RFR's edition of the SOP asks for it, it counts as done when it has gone out.",
            example: "report badges load testing is done, a thousand awards a minute",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which()?;
            let text = reader.reason(&which, "TEXT…")?;
            change(which, Change::Report { text })
        },
    },
    Verb {
        row: VerbRow {
            verb: "sop",
            aliases: &[],
            group: Group::Work,
            usage: "RFR [KIND] none WHY…|URL",
            summary: "links a SOP document of the service, or says why it needs none of a kind",
            help: "KIND: update, troubleshooting or other. SOP: should there be an update SOP, a troubleshooting SOP, one for other tasks when those who know it are away? Each kind is asked for once.",
            example: "sop badges update https://docs.example.org/sop/badges",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which()?;
            // Words that stay free for rows of the SOP and for RFRs: nothing else can stand here.
            let document = reader.peek().and_then(|word| Document::from_word(bare(word)));
            if document.is_some() {
                reader.word("KIND")?;
            }
            if let Some(document) = document
                && reader.take_none()
            {
                reader.is_needless()?;
                let why = reader.why_none(&which)?;
                return change(which, Change::SkipSop { document, why });
            }
            if document.is_none()
                && let Some(item) = reader.item_of_sops()
                && reader.take_none()
            {
                reader.is_needless()?;
                let note = reader.why_none(&which)?;
                return change(which, Change::Done { item, note });
            }
            let url = reader.url()?;
            // `sop badges URL update`
            let behind = reader.peek().and_then(|word| Document::from_word(bare(word)));
            if document.is_none() && behind.is_some() {
                reader.word("KIND")?;
            }
            let document = document.or(behind);
            change(which, Change::LinkSop { url, document })
        },
    },
    Verb {
        row: VerbRow {
            verb: "upkeep",
            aliases: &["looked-after", "looked after"],
            group: Group::Work,
            usage: "RFR SIDE WHAT…",
            summary: "says that it was looked after in maintenance, and what was found",
            help: "SIDE: capacity, updates or security. SOP: in maintenance it is updated for issues or security bugs, and adjusted for capacity. Each is asked for once a year by a reminder; `status RFR` shows when it was looked after last.",
            example: "upkeep badges capacity two nodes are enough for another year",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which()?;
            let word = bare(reader.word("SIDE")?);
            let what = Upkeep::from_word(word).ok_or_else(|| reader.unknown_word(word, SIDES))?;
            reader.one_side(word, SIDES)?;
            reader.is_looked_after()?;
            let text = reader.reason(&which, "WHAT…")?;
            change(which, Change::LookAfter { what, text })
        },
    },
    Verb {
        row: VerbRow {
            verb: "schedule",
            aliases: &["scheduled"],
            group: Group::Work,
            usage: "RFR DATE [NOTE…]",
            summary: "sets the day of the production deployment",
            help: "2026-12-03, december 3rd, tomorrow, friday next week, in 2 weeks. A day inside a freeze is refused. A moved date makes the sign-off that relied on it outdated.",
            example: "schedule badges in 2 weeks",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which_before_date()?;
            if reader.take_if("by") || reader.says_by_how_much() {
                reader.put_off(&which)?;
            } else {
                let _ = reader.take_if("for") || reader.take_if("to");
            }
            let date = reader.date()?;
            reader.date_stands()?;
            reader.is_set()?;
            let note = reader.optional_reason(&which, "NOTE…")?;
            change(which, Change::Schedule { date, note })
        },
    },
    Verb {
        row: VerbRow {
            verb: "note",
            aliases: &["comment"],
            group: Group::Work,
            usage: "RFR TEXT…",
            summary: "leaves a note in its history",
            help: "Anybody with a known account may. As a reply on Matrix, `note RFR` takes the words of that message; `note RFR < NICK 3` takes the last three lines of somebody in a channel. A 📌 on a message does the same.",
            example: "note badges waiting for the new virthost",
            who: Right::Person,
        },
        read: |reader| {
            let which = reader.which()?;
            let text = reader.words_on(&which, "TEXT…")?;
            change(which, Change::Note { text })
        },
    },
    Verb {
        row: VerbRow {
            verb: "link",
            aliases: &[],
            group: Group::Work,
            usage: "RFR URL [LABEL…]|[CODE]",
            summary: "records an address; alone and in private, makes you known on a second network by a code",
            help: "Upstream source, a dashboard, a pull request. Alone: say it where I know you, then “link CODE” on the other network, both in private.",
            example: "link badges https://example.org/badges upstream source",
            who: Right::Look,
        },
        read: |reader| {
            if let Some(order) = reader.link() {
                return Ok(Command::Link(order));
            }
            let which = reader.which()?;
            let url = reader.url()?;
            let label = reader.optional_reason(&which, "LABEL…")?;
            change(which, Change::Link { url, label })
        },
    },
    Verb {
        row: VerbRow {
            verb: "unlink",
            aliases: &[],
            group: Group::Work,
            usage: "[IDENTITY]",
            summary: "takes back what is linked to your account, in private",
            help: "IDENTITY: @you:server, or NETWORK/ACCOUNT on IRC; alone, the one with which you speak, or the only one. “whoami” lists them.",
            example: "unlink @kevin:example.org",
            who: Right::Person,
        },
        read: |reader| {
            let identity = reader.peek().map(str::to_owned);
            if identity.is_some() {
                reader.word("IDENTITY")?;
            }
            Ok(Command::Link(LinkOrder::Unlink(identity)))
        },
    },
];
