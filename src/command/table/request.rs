//! Verbs about requests: names, tickets, sponsors.

use super::{
    Change, Command, Group, LONGEST_TITLE, NEW, ParseError, Query, Right, SYSADMIN_MAIN, Verb, VerbRow, Which, change,
    name, query, title, within,
};

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "new",
            aliases: &["request", "create"],
            group: Group::Request,
            usage: "NAME TICKET TITLE…",
            summary: "requests resources under a short name",
            help: "NAME gives the group sysadmin-NAME. TICKET is 4321, #4321 or its address. Where the bot reads the tracker, \
                   TITLE may be left out: title and requester then come from the ticket.",
            example: "new tahrir #4444 Badges for everyone",
            who: Right::Person,
        },
        read: |reader| {
            let name = name(reader)?;
            let ticket = reader.ticket()?;
            // The desk asks for a title where no tracker has it.
            let title = match reader.peek() {
                Some(_) => title(reader)?,
                None => String::new(),
            };
            change(NEW, Change::Request { name, ticket, title })
        },
    },
    Verb {
        row: VerbRow {
            verb: "rename",
            aliases: &[],
            group: Group::Request,
            usage: "RFR NAME",
            summary: "gives it another short name; the old one still finds it",
            help: "The new name must be free.",
            example: "rename badges tahrir",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.named()?;
            reader.take_if("to");
            let to = name(reader)?;
            change(which, Change::Rename { to })
        },
    },
    Verb {
        row: VerbRow {
            verb: "free",
            aliases: &["free name"],
            group: Group::Request,
            usage: "NAME",
            summary: "lets another RFR have a name that one had before",
            help: "A renamed RFR is found by its former names for 90 days; after that whoever requests or renames one may \
               take them. This frees one at once.",
            example: "free badges",
            who: Right::Main,
        },
        read: |reader| {
            let Some(name) = reader.peek().map(str::to_owned) else {
                return Err(reader.missing("NAME"));
            };
            change(reader.which_alone()?, Change::FreeName { name })
        },
    },
    Verb {
        row: VerbRow {
            verb: "retitle",
            aliases: &["title"],
            group: Group::Request,
            usage: "RFR TITLE…",
            summary: "gives it another title",
            help: "The title is what announcements call it beside its name.",
            example: "retitle badges Open badges for contributors",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which()?;
            let _ = reader.take_if("to");
            let to = reader.reason(&which, "TITLE…")?;
            within("TITLE…", &to, LONGEST_TITLE)?;
            change(which, Change::Retitle { to })
        },
    },
    Verb {
        row: VerbRow {
            verb: "ticket",
            aliases: &[],
            group: Group::Request,
            usage: "RFR URL",
            summary: "gives it another ticket",
            help: "Takes a number or an address. SOP: there must be an RFR ticket.",
            example: "ticket badges #4322",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.named()?;
            let to = reader.ticket()?;
            change(which, Change::SetTicket { to })
        },
    },
    Verb {
        row: VerbRow {
            verb: "sponsor",
            aliases: &[],
            group: Group::Request,
            usage: "[RFR] [NAME]",
            summary: "accepts the sponsorship yourself, or asks NAME to",
            help: "Only members of sysadmin-main sponsor; anybody with a known account may ask one of them, who becomes the sponsor by `accept`.",
            example: "sponsor badges",
            who: Right::Person,
        },
        read: |reader| {
            let first = reader.peek();
            let which = reader.which()?;
            if reader.take_if("me") || reader.take_if("myself") {
                return change(which, Change::Sponsor);
            }
            match (&which, reader.peek()) {
                (Which::Named(_), None) if first.is_some_and(|word| reader.is_known_account(word)) => {
                    let word = first.unwrap_or_default().to_owned();
                    Err(ParseError::NameOrPerson {
                        rfr: format!("sponsor {word} me"),
                        person: format!("sponsor RFR {word}"),
                        word,
                    })
                }
                (_, None) => change(which, Change::Sponsor),
                (Which::Omitted { word: Some(word) }, Some(_)) if !reader.next_is_known_account() => {
                    Err(ParseError::unknown_rfr(word, Vec::new()))
                }
                (Which::Named(_) | Which::Omitted { .. }, Some(_)) => {
                    let account = reader.account()?;
                    change(which, Change::AskSponsor { account })
                }
            }
        },
    },
    Verb {
        row: VerbRow {
            verb: "accept",
            aliases: &[],
            group: Group::Request,
            usage: "[RFR]",
            summary: "accepts the sponsorship that you were asked for",
            help: "SOP: the ticket must be assigned to and accepted by someone in sysadmin-main.",
            example: "accept badges",
            who: Right::Member(SYSADMIN_MAIN),
        },
        read: |reader| change(reader.which_alone()?, Change::Accept),
    },
    Verb {
        row: VerbRow {
            verb: "decline",
            aliases: &[],
            group: Group::Request,
            usage: "[RFR] [REASON…]",
            summary: "says no to a sponsorship that you were asked for, or takes your asking back",
            help: "The RFR is then free for another sponsor. REASON is noted in its history. Where the RFR is left out, REASON stands behind “--”.",
            example: "decline badges no time until spring",
            who: Right::Person,
        },
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.optional_reason(&which, "REASON…")?;
            change(which, Change::Decline { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "unsponsor",
            aliases: &[],
            group: Group::Request,
            usage: "[RFR] [REASON…]",
            summary: "gives the sponsorship up",
            help: "An RFR without a sponsor cannot move on. To pass it on, use handover. Where the RFR is left out, the reason stands behind “--”.",
            example: "unsponsor badges no time until spring",
            who: Right::SponsorOrMain,
        },
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.optional_reason(&which, "REASON…")?;
            change(which, Change::Unsponsor { reason })
        },
    },
    Verb {
        row: VerbRow {
            verb: "handover",
            aliases: &["hand over"],
            group: Group::Request,
            usage: "RFR NAME",
            summary: "asks another sysadmin-main member to take the sponsorship over",
            help: "You stay the sponsor until NAME accepts.",
            example: "handover badges smooge",
            who: Right::SponsorOrMain,
        },
        read: |reader| {
            let which = reader.which()?;
            reader.take_if("to");
            let account = reader.account()?;
            change(which, Change::HandOver { account })
        },
    },
    Verb {
        row: VerbRow {
            verb: "focus",
            aliases: &[],
            group: Group::Request,
            usage: "[RFR|off]",
            summary: "this place talks about that RFR now: commands that name none mean it",
            help: "Without a name it says which one. Every reply says which RFR it was about.",
            example: "focus badges",
            who: Right::Person,
        },
        read: |reader| {
            if reader.take_if("off") || reader.take_if("none") {
                return Ok(Command::Focus(None));
            }
            match reader.which_alone()? {
                Which::Named(id) => Ok(Command::Focus(Some(id))),
                Which::Omitted { .. } => query(Query::Focus),
            }
        },
    },
];
