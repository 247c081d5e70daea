//! Verbs that look, and change nothing.

use super::since;
use super::{Change, Filter, Group, LIST_WORDS, ParseError, Query, Right, Verb, VerbRow, Which, bare, change, query};
use crate::sop::Phase;

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "status",
            aliases: &["st", "show", "info"],
            group: Group::Look,
            usage: "[RFR…]",
            summary: "where an RFR stands; without a name, every open RFR in a line each",
            help: "Of several names each is shown. Shows phase, sponsor, people, ticket, what is missing, open questions and the production date.",
            example: "status badges",
            who: Right::Look,
        },
        read: |reader| {
            if let Some(ids) = reader.several()? {
                return query(Query::Several(ids));
            }
            match reader.which_alone()? {
                Which::Omitted { .. } => query(Query::Overview),
                which @ Which::Named(_) => query(Query::Status(which)),
            }
        },
    },
    Verb {
        row: VerbRow {
            verb: "list",
            aliases: &["ls"],
            group: Group::Look,
            usage: "[PHASE|mine|NAME|stuck|hold|unsponsored|done|dropped|all]",
            summary: "the RFRs of a kind, a line each",
            help: "NAME: those in which a person takes part. stuck: on hold, or unchanged for two weeks. done: those in maintenance. dropped: ended ones. all: every one.",
            example: "list staging",
            who: Right::Look,
        },
        read: |reader| {
            let Some(word) = reader.peek() else {
                return query(Query::List(Filter::Open));
            };
            if reader.take_if("unsponsored") {
                return query(Query::List(Filter::Unsponsored));
            }
            if reader
                .editions()
                .iter()
                .any(|edition| edition.phase(bare(word)).is_some())
            {
                return query(Query::List(Filter::Phase(reader.phase()?)));
            }
            if reader.next_is_known_account() || reader.next_takes_part() {
                return query(Query::List(Filter::Of(reader.account()?)));
            }
            let filter = match reader.one_of("PHASE|mine|NAME|stuck|hold|unsponsored|done|dropped|all", LIST_WORDS)? {
                "mine" => Filter::Mine,
                "stuck" => Filter::Stuck,
                "hold" => Filter::Held,
                "done" => Filter::Phase(Phase::Maintenance),
                "dropped" => Filter::Ended,
                "all" => Filter::All,
                _ => Filter::Open,
            };
            query(Query::List(filter))
        },
    },
    Verb {
        row: VerbRow {
            verb: "digest",
            aliases: &["summary", "agenda"],
            group: Group::Look,
            usage: "",
            summary: "all that is under way, for a meeting: what happened since the last one, then by phase what is owed by whom, production dates and freezes",
            help: "What happened since the digest that was posted last, else in seven days. For each RFR the days in its phase, the first thing that the next phase needs and who can give it, and its oldest open question.",
            example: "digest",
            who: Right::Look,
        },
        read: |_| query(Query::Digest),
    },
    Verb {
        row: VerbRow {
            verb: "mail",
            aliases: &["mails", "list-mail"],
            group: Group::Look,
            usage: "",
            summary: "mails to the list that wait, are delayed or were refused, with the server's words",
            help: "A mail that a server takes later is tried again for days; what was refused for good is said once in the announcing places.",
            example: "mail",
            who: Right::Look,
        },
        read: |_| query(Query::Mail),
    },
    Verb {
        row: VerbRow {
            verb: "tickets",
            aliases: &["new tickets", "open tickets"],
            group: Group::Look,
            usage: "",
            summary: "tickets that ask for resources and are no RFR yet, each with the command that takes it up",
            help: "Open ones with the label of the config that changed since two weeks before the bot's start.",
            example: "tickets",
            who: Right::Look,
        },
        read: |_| query(Query::Tickets),
    },
    Verb {
        row: VerbRow {
            verb: "next",
            aliases: &["missing", "gate", "checklist"],
            group: Group::Look,
            usage: "RFR",
            summary: "can it move today: what is missing, who can give it, and the command to type",
            help: "Lists every MUST that keeps the gate shut and every step that is left open.",
            example: "next badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Next(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "todo",
            aliases: &["mine", "my todo"],
            group: Group::Look,
            usage: "[NAME]",
            summary: "everything that waits for you, or for NAME, over all RFRs, oldest first, each with the command to paste",
            help: "Sponsorships that were asked, sign-offs, questions, decisions and MUSTs of your RFRs, freeze breaks to agree to, dates that are over, and what can move.",
            example: "todo",
            who: Right::Look,
        },
        read: |reader| {
            if reader.peek().is_none() || reader.take_if("me") {
                return query(Query::Todo(None));
            }
            // The word used to ask what an RFR lacks.
            if !reader.next_is_known_account()
                && let which @ Which::Named(_) = reader.which()?
            {
                return query(Query::Next(which));
            }
            query(Query::Todo(Some(reader.account()?)))
        },
    },
    Verb {
        row: VerbRow {
            verb: "since",
            aliases: &["what happened", "happened"],
            group: Group::Look,
            usage: "[DATE|DURATION]",
            summary: "what happened since then: a line for each RFR that moved, with who did what",
            help: "DATE and DURATION: “yesterday”, “monday”, “2 weeks”, “6h”, “90 minutes”, 2026-12-03. Alone it begins after your own last change; “back” says it for the days that you were away.",
            example: "since yesterday",
            who: Right::Look,
        },
        read: |reader| {
            let words = reader.optional_text("DATE")?;
            let words: Vec<&str> = words.split_whitespace().collect();
            let since = since::read(&words, reader.today()).map_err(ParseError::BadSince)?;
            query(Query::Since(since))
        },
    },
    Verb {
        row: VerbRow {
            verb: "review",
            aliases: &["sign-off page"],
            group: Group::Look,
            usage: "RFR",
            summary: "one page to sign from: who met each MUST and step, decisions, questions, what changed since a sign-off, and the line to paste",
            help: "Also who is away, the freeze ahead, SOP documents and links. Of a sign-off that no longer counts it says what it had signed and what is so now.",
            example: "review badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Review(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "history",
            aliases: &["log", "events"],
            group: Group::Look,
            usage: "RFR",
            summary: "what happened to it, newest first",
            help: "Every change with who made it, when, and where; nothing is ever deleted.",
            example: "history badges",
            who: Right::Look,
        },
        read: |reader| query(Query::History(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "who",
            aliases: &["whois"],
            group: Group::Look,
            usage: "RFR",
            summary: "who takes part, and as what",
            help: "Requester, sponsor and people, without calling any of them.",
            example: "who badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Who(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "links",
            aliases: &[],
            group: Group::Look,
            usage: "RFR",
            summary: "the addresses that are recorded of it",
            help: "`link RFR URL` records one. Its ticket: `url RFR`; its SOP documents: `sops RFR`.",
            example: "links badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Links(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "sops",
            aliases: &[],
            group: Group::Look,
            usage: "RFR",
            summary: "its SOP documents",
            help: "`sop RFR URL` links one.",
            example: "sops badges",
            who: Right::Look,
        },
        read: |reader| {
            let which = reader.which()?;
            if reader.peek().is_some() {
                let (url, document) = (reader.url()?, None);
                return change(which, Change::LinkSop { url, document });
            }
            query(Query::Sops(which))
        },
    },
    Verb {
        row: VerbRow {
            verb: "url",
            aliases: &[],
            group: Group::Look,
            usage: "RFR",
            summary: "the address of its ticket",
            help: "`ticket RFR URL` gives it another.",
            example: "url badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Url(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "board",
            aliases: &["page", "web"],
            group: Group::Look,
            usage: "[RFR]",
            summary: "the address of the page that shows every RFR, or that one",
            help: "Where the config names one. It can be read without any login, and shows what status, next, review and history say.",
            example: "board badges",
            who: Right::Look,
        },
        read: |reader| match reader.which_alone()? {
            Which::Omitted { .. } => query(Query::Board(None)),
            which @ Which::Named(_) => query(Query::Board(Some(which))),
        },
    },
    Verb {
        row: VerbRow {
            verb: "questions",
            aliases: &["q"],
            group: Group::Look,
            usage: "[RFR]",
            summary: "its questions and their answers; without a name, every open question",
            help: "Where the RFR's edition of the SOP asks for it, every question must be answered or withdrawn before the next phase.",
            example: "questions badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Questions(reader.which_alone()?)),
    },
    Verb {
        row: VerbRow {
            verb: "why",
            aliases: &[],
            group: Group::Look,
            usage: "",
            summary: "explains your last refusal with the SOP's rule",
            help: "Remembers the last refusal of each person in each place until the bot restarts.",
            example: "why",
            who: Right::Look,
        },
        read: |_| query(Query::Why),
    },
    Verb {
        row: VerbRow {
            verb: "whoami",
            aliases: &["me"],
            group: Group::Look,
            usage: "",
            summary: "how the bot sees you, how that was proven, and what you may do",
            help: "A nick proves nothing: on IRC log in to the network's services, and have that account mapped to your Fedora account in the bot's config.",
            example: "whoami",
            who: Right::Look,
        },
        read: |_| query(Query::WhoAmI),
    },
    Verb {
        row: VerbRow {
            verb: "search",
            aliases: &["find"],
            group: Group::Look,
            usage: "TEXT…",
            summary: "RFRs with words that begin with those of the text: in names, title, ticket number or people",
            help: "Ended RFRs and those in maintenance are searched too. The whole address of a ticket finds its RFR.",
            example: "search badges",
            who: Right::Look,
        },
        read: |reader| query(Query::Search(reader.text("TEXT…")?)),
    },
    Verb {
        row: VerbRow {
            verb: "more",
            aliases: &[],
            group: Group::Look,
            usage: "",
            summary: "the rest of your last answer",
            help: "Long answers stop after a few lines so that the channel stays readable.",
            example: "more",
            who: Right::Look,
        },
        read: |_| query(Query::More),
    },
    Verb {
        row: VerbRow {
            verb: "help",
            aliases: &["commands", "?"],
            group: Group::Look,
            usage: "[all|VERB|PHASE|ITEM|RFR]",
            summary: "where to begin; all commands; one of them, a phase, an item of the SOP or an RFR in detail",
            help: "`help all` is sent in private where a channel has limited answers. `help RFR` is `next RFR`.",
            example: "help signoff",
            who: Right::Look,
        },
        read: |reader| {
            let verb = reader.optional_text("VERB")?;
            query(Query::Help((!verb.is_empty()).then_some(verb)))
        },
    },
    Verb {
        row: VerbRow {
            verb: "version",
            aliases: &["about"],
            group: Group::Look,
            usage: "",
            summary: "which rfrbot this is",
            help: "Also says which edition of the SOP new RFRs follow.",
            example: "version",
            who: Right::Look,
        },
        read: |_| query(Query::Version),
    },
];
