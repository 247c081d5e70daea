//! The one table of commands. A new command is a new row here, and what it asks for in `Change` or `Query`.

use super::error::ParseError;
use super::reader::{Reader, within};
use super::{CalendarChange, Command, Filter, Query, Which};
use crate::people::{Right, SYSADMIN_MAIN};
use crate::rfr::Change;
use crate::sop::Phase;
use std::fmt;

/// What a verb is for; help lists the verbs by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Looking at things.
    Look,
    /// Requesting and sponsoring.
    Request,
    /// Planning.
    Plan,
    /// Work and records.
    Work,
    /// Signing off and holding.
    Sign,
    /// Moving between phases.
    Move,
    /// Freezes, freeze breaks, and who is away.
    Freeze,
}

impl Group {
    /// Every group in the order of help.
    pub const ALL: [Self; 7] = [
        Self::Look,
        Self::Request,
        Self::Plan,
        Self::Work,
        Self::Sign,
        Self::Move,
        Self::Freeze,
    ];

    /// Its name in help.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Request => "request",
            Self::Plan => "plan",
            Self::Work => "work",
            Self::Sign => "sign",
            Self::Move => "move",
            Self::Freeze => "freeze",
        }
    }
}

/// One verb.
pub struct Row {
    /// The verb as help shows it.
    pub verb: &'static str,
    /// Other forms, some of two words.
    pub aliases: &'static [&'static str],
    /// What it is for.
    pub group: Group,
    /// Its arguments: `RFR` is required or meant by focus, `[…]` may be left out, `…` may be several words.
    pub usage: &'static str,
    /// One line of help.
    pub summary: &'static str,
    /// What the line does not say.
    pub help: &'static str,
    /// A command that works on an RFR named badges.
    pub example: &'static str,
    /// Who may, in general; single items may need another group.
    pub who: Right,
    /// Reads the arguments.
    pub read: fn(&mut Reader<'_>) -> Result<Command, ParseError>,
}

impl Row {
    /// The verb and its other forms.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.verb).chain(self.aliases.iter().copied())
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({})", self.verb)
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.verb == other.verb
    }
}

/// The row of a verb or one of its other forms.
pub fn row(word: &str) -> Option<&'static Row> {
    TABLE
        .iter()
        .find(|row| row.words().any(|form| form.eq_ignore_ascii_case(word)))
}

/// The row whose verb (of two words or one) begins the text, and the rest.
pub(super) fn find(text: &str) -> Option<(&'static Row, &str)> {
    let text = text.trim_start();
    let first_end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (first, after_first) = text.split_at(first_end);
    if let Some(second) = after_first.split_whitespace().next()
        && let Some(row) = row(&format!("{first} {second}"))
    {
        let rest = after_first.trim_start().get(second.len()..).unwrap_or_default();
        return Some((row, rest));
    }
    row(first).map(|row| (row, after_first))
}

const LONGEST_TITLE: usize = 200;

fn query(query: Query) -> Result<Command, ParseError> {
    Ok(Command::Query(query))
}

fn change(which: Which, change: Change) -> Result<Command, ParseError> {
    Ok(Reader::change(which, change))
}

fn calendar(change: CalendarChange) -> Result<Command, ParseError> {
    Ok(Command::Calendar(change))
}

/// The title of an RFR: one line that fits into an announcement.
fn title(reader: &mut Reader<'_>) -> Result<String, ParseError> {
    let title = reader.text("TITLE…")?;
    within("TITLE…", &title, LONGEST_TITLE)?;
    Ok(title)
}

/// The short name of an RFR: no word that a command reads as something else.
fn name(reader: &mut Reader<'_>) -> Result<String, ParseError> {
    const WORDS_OF_DATES: [&str; 6] = ["today", "tomorrow", "in", "to", "week", "month"];
    let word = reader.word("NAME")?;
    if row(word).is_some() || WORDS_OF_DATES.iter().any(|other| other.eq_ignore_ascii_case(word)) {
        return Err(ParseError::ReservedName(word.to_owned()));
    }
    Ok(word.to_owned())
}

const NEW: Which = Which::Omitted { word: None };

/// Every verb, by group, in the order in which help shows them.
pub const TABLE: &[Row] = &[
    // ---- look ----
    Row {
        verb: "status",
        aliases: &["st", "show", "info"],
        group: Group::Look,
        usage: "[RFR]",
        summary: "where an RFR stands; without a name, every open RFR in a line each",
        help: "Shows phase, sponsor, people, ticket, what is missing, open questions and the production date.",
        example: "status badges",
        who: Right::Look,
        read: |reader| match reader.which_alone()? {
            Which::Omitted { .. } => query(Query::Overview),
            which @ Which::Named(_) => query(Query::Status(which)),
        },
    },
    Row {
        verb: "list",
        aliases: &["ls"],
        group: Group::Look,
        usage: "[PHASE|mine|stuck|unsponsored|all]",
        summary: "the RFRs of a kind, a line each",
        help: "stuck: on hold, or unchanged for two weeks. all: ended ones and those in maintenance too.",
        example: "list staging",
        who: Right::Look,
        read: |reader| {
            let Some(word) = reader.peek() else {
                return query(Query::List(Filter::Open));
            };
            if word.eq_ignore_ascii_case("unsponsored") {
                reader.take_if("unsponsored");
                return query(Query::List(Filter::Unsponsored));
            }
            if Phase::from_word(word).is_some() {
                return query(Query::List(Filter::Phase(reader.phase()?)));
            }
            let filter = match reader.one_of("PHASE|mine|stuck|unsponsored|all", LIST_WORDS)? {
                "mine" => Filter::Mine,
                "stuck" => Filter::Stuck,
                "all" => Filter::All,
                _ => Filter::Open,
            };
            query(Query::List(filter))
        },
    },
    Row {
        verb: "next",
        aliases: &["missing", "gate", "todo", "checklist"],
        group: Group::Look,
        usage: "RFR",
        summary: "can it move today: what is missing, who can give it, and the command to type",
        help: "Lists every MUST that keeps the gate shut and every step that is left open.",
        example: "next badges",
        who: Right::Look,
        read: |reader| query(Query::Next(reader.which_alone()?)),
    },
    Row {
        verb: "history",
        aliases: &["log", "events"],
        group: Group::Look,
        usage: "RFR",
        summary: "what happened to it, newest first",
        help: "Every change with who made it, when, and where; nothing is ever deleted.",
        example: "history badges",
        who: Right::Look,
        read: |reader| query(Query::History(reader.which_alone()?)),
    },
    Row {
        verb: "who",
        aliases: &["whois"],
        group: Group::Look,
        usage: "RFR",
        summary: "who takes part, and as what",
        help: "Requester, sponsor and people, without calling any of them.",
        example: "who badges",
        who: Right::Look,
        read: |reader| query(Query::Who(reader.which_alone()?)),
    },
    Row {
        verb: "questions",
        aliases: &["q"],
        group: Group::Look,
        usage: "[RFR]",
        summary: "its questions and their answers; without a name, every open question",
        help: "Every question must be answered or withdrawn before staging.",
        example: "questions badges",
        who: Right::Look,
        read: |reader| query(Query::Questions(reader.which_alone()?)),
    },
    Row {
        verb: "why",
        aliases: &[],
        group: Group::Look,
        usage: "",
        summary: "explains your last refusal with the SOP's rule",
        help: "Remembers the last refusal of each person in each place until the bot restarts.",
        example: "why",
        who: Right::Look,
        read: |_| query(Query::Why),
    },
    Row {
        verb: "whoami",
        aliases: &["me"],
        group: Group::Look,
        usage: "",
        summary: "how the bot sees you, how that was proven, and what you may do",
        help: "A nick proves nothing: on IRC log in to the network's services, and have that account mapped to your Fedora account in the bot's config.",
        example: "whoami",
        who: Right::Look,
        read: |_| query(Query::WhoAmI),
    },
    Row {
        verb: "search",
        aliases: &["find"],
        group: Group::Look,
        usage: "TEXT…",
        summary: "RFRs whose name, title, ticket or people contain the text",
        help: "Ended RFRs and those in maintenance are searched too.",
        example: "search badges",
        who: Right::Look,
        read: |reader| query(Query::Search(reader.text("TEXT…")?)),
    },
    Row {
        verb: "more",
        aliases: &[],
        group: Group::Look,
        usage: "",
        summary: "the rest of your last answer",
        help: "Long answers stop after a few lines so that the channel stays readable.",
        example: "more",
        who: Right::Look,
        read: |_| query(Query::More),
    },
    Row {
        verb: "help",
        aliases: &["commands", "?"],
        group: Group::Look,
        usage: "[VERB]",
        summary: "all commands, or one of them in detail",
        help: "The long list is sent in private.",
        example: "help signoff",
        who: Right::Look,
        read: |reader| {
            let verb = reader.optional_text("VERB")?;
            query(Query::Help((!verb.is_empty()).then_some(verb)))
        },
    },
    Row {
        verb: "version",
        aliases: &["about"],
        group: Group::Look,
        usage: "",
        summary: "which rfrbot this is",
        help: "Also says which edition of the SOP new RFRs follow.",
        example: "version",
        who: Right::Look,
        read: |_| query(Query::Version),
    },
    // ---- request ----
    Row {
        verb: "new",
        aliases: &["request", "create"],
        group: Group::Request,
        usage: "NAME TICKET TITLE…",
        summary: "requests resources under a short name",
        help: "NAME gives the group sysadmin-NAME. TICKET is 4321, #4321 or its address.",
        example: "new tahrir #4444 Badges for everyone",
        who: Right::Person,
        read: |reader| {
            let name = name(reader)?;
            let ticket = reader.ticket()?;
            let title = title(reader)?;
            change(NEW, Change::Request { name, ticket, title })
        },
    },
    Row {
        verb: "rename",
        aliases: &[],
        group: Group::Request,
        usage: "RFR NAME",
        summary: "gives it another short name; the old one still finds it",
        help: "The new name must be free.",
        example: "rename badges tahrir",
        who: Right::Involved,
        read: |reader| {
            let which = reader.named()?;
            reader.take_if("to");
            let to = name(reader)?;
            change(which, Change::Rename { to })
        },
    },
    Row {
        verb: "retitle",
        aliases: &["title"],
        group: Group::Request,
        usage: "RFR TITLE…",
        summary: "gives it another title",
        help: "The title is what announcements call it beside its name.",
        example: "retitle badges Open badges for contributors",
        who: Right::Involved,
        read: |reader| {
            let which = reader.which()?;
            let to = title(reader)?;
            change(which, Change::Retitle { to })
        },
    },
    Row {
        verb: "ticket",
        aliases: &[],
        group: Group::Request,
        usage: "RFR URL",
        summary: "gives it another ticket",
        help: "Takes a number or an address. SOP: there must be an RFR ticket.",
        example: "ticket badges #4322",
        who: Right::Involved,
        read: |reader| {
            let which = reader.named()?;
            let to = reader.ticket()?;
            change(which, Change::SetTicket { to })
        },
    },
    Row {
        verb: "sponsor",
        aliases: &[],
        group: Group::Request,
        usage: "[RFR] [NAME]",
        summary: "accepts the sponsorship yourself, or asks NAME to",
        help: "Only members of sysadmin-main sponsor. Somebody who is asked becomes the sponsor by `accept`.",
        example: "sponsor badges",
        who: Right::Member(SYSADMIN_MAIN),
        read: |reader| {
            let which = reader.which()?;
            if reader.take_if("me") || reader.take_if("myself") {
                return change(which, Change::Sponsor);
            }
            match (&which, reader.peek()) {
                (_, None) => change(which, Change::Sponsor),
                (Which::Omitted { word: Some(word) }, Some(_)) if !reader.next_is_known_account() => {
                    Err(ParseError::UnknownRfr {
                        word: word.clone(),
                        suggestions: Vec::new(),
                    })
                }
                (Which::Named(_) | Which::Omitted { .. }, Some(_)) => {
                    let account = reader.account()?;
                    change(which, Change::AskSponsor { account })
                }
            }
        },
    },
    Row {
        verb: "accept",
        aliases: &[],
        group: Group::Request,
        usage: "[RFR]",
        summary: "accepts the sponsorship that you were asked for",
        help: "SOP: the ticket must be assigned to and accepted by someone in sysadmin-main.",
        example: "accept badges",
        who: Right::Member(SYSADMIN_MAIN),
        read: |reader| change(reader.which_alone()?, Change::Accept),
    },
    Row {
        verb: "decline",
        aliases: &[],
        group: Group::Request,
        usage: "[RFR]",
        summary: "says no to a sponsorship that you were asked for, or takes your asking back",
        help: "The RFR is then free for another sponsor.",
        example: "decline badges",
        who: Right::Person,
        read: |reader| change(reader.which_alone()?, Change::Decline),
    },
    Row {
        verb: "unsponsor",
        aliases: &[],
        group: Group::Request,
        usage: "[RFR] [REASON…]",
        summary: "gives the sponsorship up",
        help: "An RFR without a sponsor cannot move on. To pass it on, use handover.",
        example: "unsponsor badges no time until spring",
        who: Right::SponsorOrMain,
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.optional_text("REASON…")?;
            change(which, Change::Unsponsor { reason })
        },
    },
    Row {
        verb: "handover",
        aliases: &["hand over"],
        group: Group::Request,
        usage: "RFR NAME",
        summary: "asks another sysadmin-main member to take the sponsorship over",
        help: "You stay the sponsor until NAME accepts.",
        example: "handover badges smooge",
        who: Right::SponsorOrMain,
        read: |reader| {
            let which = reader.which()?;
            reader.take_if("to");
            let account = reader.account()?;
            change(which, Change::HandOver { account })
        },
    },
    Row {
        verb: "focus",
        aliases: &[],
        group: Group::Request,
        usage: "[RFR|off]",
        summary: "this place talks about that RFR now: commands that name none mean it",
        help: "Without a name it says which one. Every reply says which RFR it was about.",
        example: "focus badges",
        who: Right::Person,
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
    // ---- plan ----
    Row {
        verb: "discussed",
        aliases: &["discussion"],
        group: Group::Plan,
        usage: "RFR URL",
        summary: "records a discussion on the infrastructure list",
        help: "SOP: the application must be discussed or noted on the list, and feedback answered there.",
        example: "discussed badges https://lists.example.org/archives/thread/ABC/",
        who: Right::Person,
        read: |reader| {
            let which = reader.which()?;
            let url = reader.url()?;
            change(which, Change::RecordDiscussion { url })
        },
    },
    Row {
        verb: "people",
        aliases: &["person", "maintainer", "maintainers"],
        group: Group::Plan,
        usage: "RFR add|remove NAME… [as ROLE…]",
        summary: "records who deploys and maintains it",
        help: "The role is maintainer where none is given. One person alone is a single point of failure.",
        example: "people badges add ralph smooge as developer",
        who: Right::Involved,
        read: |reader| {
            let mut which = reader.which_before_word(ADD_OR_REMOVE)?;
            let what = reader.one_of("add|remove", ADD_OR_REMOVE)?;
            if matches!(which, Which::Omitted { .. }) && !reader.next_is_known_account() {
                which = reader.which()?;
            }
            let accounts = reader.accounts()?;
            match what {
                "add" => {
                    let role = if reader.take_if("as") {
                        reader.text("ROLE…")?
                    } else {
                        String::new()
                    };
                    within("ROLE…", &role, 40)?;
                    change(which, Change::AddPeople { accounts, role })
                }
                _ => change(which, Change::RemovePeople { accounts }),
            }
        },
    },
    Row {
        verb: "ask",
        aliases: &["question"],
        group: Group::Plan,
        usage: "RFR QUESTION…",
        summary: "opens a question",
        help: "A question that is opened after the sponsor signed makes that sign-off outdated.",
        example: "ask badges How long are awards kept?",
        who: Right::Person,
        read: |reader| {
            let which = reader.which()?;
            let text = reader.text("QUESTION…")?;
            change(which, Change::Ask { text })
        },
    },
    Row {
        verb: "answer",
        aliases: &[],
        group: Group::Plan,
        usage: "RFR N ANSWER…",
        summary: "answers question N",
        help: "The answer to one of the SOP's questions on load balancing, caching or deployment is recorded as the decision too.",
        example: "answer badges 2 no, the pages are small",
        who: Right::Person,
        read: |reader| {
            let which = reader.which_before_number()?;
            let number = reader.number()?;
            let text = reader.text("ANSWER…")?;
            change(which, Change::Answer { number, text })
        },
    },
    Row {
        verb: "withdraw",
        aliases: &[],
        group: Group::Plan,
        usage: "RFR N",
        summary: "takes question N back",
        help: "For whoever asked it and those involved.",
        example: "withdraw badges 2",
        who: Right::Involved,
        read: |reader| {
            let which = reader.which_before_number()?;
            let number = reader.number()?;
            change(which, Change::WithdrawQuestion { number })
        },
    },
    Row {
        verb: "decide",
        aliases: &["decision", "decided"],
        group: Group::Plan,
        usage: "RFR caching|load-balancing|deployment TEXT…",
        summary: "records a decision and answers the SOP's question on it",
        help: "All three must be decided before staging. A changed decision makes the sign-off outdated.",
        example: "decide badges caching none needed",
        who: Right::Involved,
        read: |reader| {
            let (which, topic) = reader.which_and_topic()?;
            let text = reader.text("TEXT…")?;
            change(which, Change::DecideTopic { topic, text })
        },
    },
    // ---- work ----
    Row {
        verb: "done",
        aliases: &["did"],
        group: Group::Work,
        usage: "RFR ITEM [NOTE…]",
        summary: "says that an item of the SOP is done; a note or an address may follow",
        help: "`next RFR` lists the items. `done RFR sops NOTE` says why no SOP is needed.",
        example: "done badges packages all in EPEL",
        who: Right::Involved,
        read: |reader| {
            let (which, row) = reader.which_and_item()?;
            let note = reader.optional_text("NOTE…")?;
            change(which, Change::Done { row, note })
        },
    },
    Row {
        verb: "undone",
        aliases: &[],
        group: Group::Work,
        usage: "RFR ITEM REASON…",
        summary: "says that an item is not done after all",
        help: "A sign-off that relied on it becomes outdated.",
        example: "undone badges packages two are still in review",
        who: Right::Involved,
        read: |reader| {
            let (which, row) = reader.which_and_item()?;
            let reason = reader.text("REASON…")?;
            change(which, Change::Undone { row, reason })
        },
    },
    Row {
        verb: "sop",
        aliases: &["sops"],
        group: Group::Work,
        usage: "RFR URL",
        summary: "links a SOP document of the service",
        help: "SOP: update, troubleshooting, tasks for when those who know it are away.",
        example: "sop badges https://docs.example.org/sop/badges",
        who: Right::Involved,
        read: |reader| {
            let which = reader.which()?;
            let url = reader.url()?;
            change(which, Change::LinkSop { url })
        },
    },
    Row {
        verb: "schedule",
        aliases: &["scheduled"],
        group: Group::Work,
        usage: "RFR DATE [NOTE…]",
        summary: "sets the day of the production deployment",
        help: "2026-12-03, tomorrow, next tuesday, in 2 weeks. A day inside a freeze is refused. A moved date makes the staging sign-off outdated.",
        example: "schedule badges in 2 weeks",
        who: Right::Involved,
        read: |reader| {
            let which = reader.which_before_date()?;
            let date = reader.date()?;
            let note = reader.optional_text("NOTE…")?;
            change(which, Change::Schedule { date, note })
        },
    },
    Row {
        verb: "note",
        aliases: &["comment"],
        group: Group::Work,
        usage: "RFR TEXT…",
        summary: "leaves a note in its history",
        help: "Anybody with a known account may.",
        example: "note badges waiting for the new virthost",
        who: Right::Person,
        read: |reader| {
            let which = reader.which()?;
            let text = reader.text("TEXT…")?;
            change(which, Change::Note { text })
        },
    },
    Row {
        verb: "link",
        aliases: &[],
        group: Group::Work,
        usage: "RFR URL [LABEL…]",
        summary: "records an address",
        help: "Upstream source, a dashboard, a pull request.",
        example: "link badges https://example.org/badges upstream source",
        who: Right::Person,
        read: |reader| {
            let which = reader.which()?;
            let url = reader.url()?;
            let label = reader.optional_text("LABEL…")?;
            change(which, Change::Link { url, label })
        },
    },
    // ---- sign ----
    Row {
        verb: "signoff",
        aliases: &["sign off", "sign-off", "signed-off", "signed off", "signedoff", "sign"],
        group: Group::Sign,
        usage: "PHASE [RFR] [NOTE…]",
        summary: "the sponsor signs off that it may leave PHASE",
        help: "Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed.",
        example: "signoff staging badges",
        who: Right::Sponsor,
        read: |reader| {
            let (which, phase) = reader.which_and_phase()?;
            let note = reader.optional_text("NOTE…")?;
            change(which, Change::SignOff { phase, note })
        },
    },
    Row {
        verb: "unsign",
        aliases: &["unsignoff", "unsign-off"],
        group: Group::Sign,
        usage: "PHASE [RFR] REASON…",
        summary: "takes a sign-off back",
        help: "For the sponsor and sysadmin-main.",
        example: "unsign staging badges the database is not backed up",
        who: Right::SponsorOrMain,
        read: |reader| {
            let (which, phase) = reader.which_and_phase()?;
            let reason = reader.text("REASON…")?;
            change(which, Change::Unsign { phase, reason })
        },
    },
    Row {
        verb: "hold",
        aliases: &[],
        group: Group::Sign,
        usage: "RFR REASON…",
        summary: "puts it on hold: no sign-off and no move until it is released",
        help: "Records and questions go on.",
        example: "hold badges waiting for the datacenter move",
        who: Right::Involved,
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.text("REASON…")?;
            change(which, Change::Hold { reason })
        },
    },
    Row {
        verb: "release",
        aliases: &["unhold"],
        group: Group::Sign,
        usage: "RFR [REASON…]",
        summary: "lifts the hold",
        help: "For those involved and sysadmin-main.",
        example: "release badges the move is over",
        who: Right::Involved,
        read: |reader| {
            let which = reader.which()?;
            let reason = reader.optional_text("REASON…")?;
            change(which, Change::Release { reason })
        },
    },
    // ---- move ----
    Row {
        verb: "advance",
        aliases: &["proceed"],
        group: Group::Move,
        usage: "[RFR]",
        summary: "moves it to the next phase, if no MUST is missing",
        help: "A shut gate lists everything that is missing in one reply.",
        example: "advance badges",
        who: Right::Involved,
        read: |reader| change(reader.which_alone()?, Change::Advance),
    },
    Row {
        verb: "revert",
        aliases: &[],
        group: Group::Move,
        usage: "RFR PHASE REASON…",
        summary: "takes it back to an earlier phase",
        help: "Sign-offs from there on become outdated, items of the later phases are undone, and the production date is taken back.",
        example: "revert badges planning the storage decision was wrong",
        who: Right::SponsorOrMain,
        read: |reader| {
            let (which, to) = reader.named_and_phase()?;
            let reason = reader.text("REASON…")?;
            change(which, Change::Revert { to, reason })
        },
    },
    Row {
        verb: "drop",
        aliases: &[],
        group: Group::Move,
        usage: "RFR REASON…",
        summary: "gives it up before production",
        help: "It can be reopened where it was. A deployed resource is removed instead.",
        example: "drop badges nobody needs it any more",
        who: Right::RequesterOrMain,
        read: |reader| {
            let which = reader.named()?;
            let reason = reader.text("REASON…")?;
            change(which, Change::Drop { reason })
        },
    },
    Row {
        verb: "remove",
        aliases: &["retire"],
        group: Group::Move,
        usage: "RFR REASON…",
        summary: "records that a deployed resource goes away",
        help: "An RFR that never reached production is dropped instead.",
        example: "remove badges replaced by the new service",
        who: Right::SponsorOrMain,
        read: |reader| {
            let which = reader.named()?;
            let reason = reader.text("REASON…")?;
            change(which, Change::Remove { reason })
        },
    },
    Row {
        verb: "reopen",
        aliases: &[],
        group: Group::Move,
        usage: "RFR [REASON…]",
        summary: "takes a dropped or removed one up again, in the phase where it ended",
        help: "For the requester, the sponsor and sysadmin-main.",
        example: "reopen badges there is a new maintainer",
        who: Right::RequesterOrMain,
        read: |reader| {
            let which = reader.named()?;
            let reason = reader.optional_text("REASON…")?;
            change(which, Change::Reopen { reason })
        },
    },
    Row {
        verb: "undo",
        aliases: &[],
        group: Group::Move,
        usage: "[RFR]",
        summary: "undoes your own last change",
        help: "Only while nobody changed the RFR after you, and not for long. History keeps both.",
        example: "undo",
        who: Right::Person,
        read: |reader| change(reader.which_alone()?, Change::Undo),
    },
    // ---- freeze ----
    Row {
        verb: "freeze",
        aliases: &["frozen"],
        group: Group::Freeze,
        usage: "",
        summary: "the freeze in force and the next one, the days left, and whose production date it touches",
        help: "Predicted freezes come from the config, from calendars that it names, and from people; only people start and lift them.",
        example: "freeze",
        who: Right::Look,
        read: |_| query(Query::Freeze),
    },
    Row {
        verb: "freezes",
        aliases: &[],
        group: Group::Freeze,
        usage: "",
        summary: "the freezes of this year and the next, each with what every source says",
        help: "A person's word counts before the config, and the config before a calendar.",
        example: "freezes",
        who: Right::Look,
        read: |_| query(Query::Freezes),
    },
    Row {
        verb: "freeze start",
        aliases: &[],
        group: Group::Freeze,
        usage: "[NAME]",
        summary: "puts a freeze in force, from now until it is lifted",
        help: "Without a name: the one whose predicted days have come. From then on production moves only with a freeze break.",
        example: "freeze start F45 beta",
        who: Right::MainOrReleng,
        read: |reader| calendar(CalendarChange::StartFreeze(reader.optional_key()?)),
    },
    Row {
        verb: "freeze lift",
        aliases: &["freeze end", "unfreeze", "thaw"],
        group: Group::Freeze,
        usage: "[NAME]",
        summary: "ends a freeze that is in force",
        help: "Without a name: the only one in force. Its freeze breaks end with it.",
        example: "freeze lift F45 beta",
        who: Right::MainOrReleng,
        read: |reader| calendar(CalendarChange::LiftFreeze(reader.optional_key()?)),
    },
    Row {
        verb: "freeze add",
        aliases: &[],
        group: Group::Freeze,
        usage: "NAME FROM TO",
        summary: "says that there will be a freeze, from the first to the last frozen day",
        help: "Counts before what the config and calendars say of a freeze of that name.",
        example: "freeze add F45 beta 2026-08-25 2026-09-16",
        who: Right::MainOrReleng,
        read: |reader| {
            let (key, span) = reader.key_and_days()?;
            calendar(CalendarChange::AddFreeze { key, span })
        },
    },
    Row {
        verb: "freeze remove",
        aliases: &[],
        group: Group::Freeze,
        usage: "NAME",
        summary: "says that there will be no such freeze, whatever the calendars say",
        help: "One that is in force is lifted instead.",
        example: "freeze remove F45 beta",
        who: Right::MainOrReleng,
        read: |reader| calendar(CalendarChange::RemoveFreeze(reader.key()?)),
    },
    Row {
        verb: "freeze-breaks",
        aliases: &["freeze-break", "freeze-break list"],
        group: Group::Freeze,
        usage: "",
        summary: "the freeze breaks that were asked for of late, and how far each has come",
        help: "Those that are open come first.",
        example: "freeze-breaks",
        who: Right::Look,
        read: |_| query(Query::FreezeBreaks),
    },
    Row {
        verb: "freeze-break request",
        aliases: &["fbr"],
        group: Group::Freeze,
        usage: "RFR REASON…",
        summary: "asks to change production during the freeze: the problem, the action, the patch",
        help: "Two members of sysadmin-main or sysadmin-releng other than you must agree. It ends with the freeze.",
        example: "freeze-break request badges its database is full, move it: https://example.org/patch",
        who: Right::Involved,
        read: |reader| {
            let rfr = reader.named_rfr()?;
            let reason = reader.text("REASON…")?;
            calendar(CalendarChange::RequestBreak { rfr, reason })
        },
    },
    Row {
        verb: "+1",
        aliases: &[],
        group: Group::Freeze,
        usage: "N [COMMENT…]",
        summary: "agrees with freeze break N",
        help: "N may also be the RFR. The requester's own does not count; the last word of each person does.",
        example: "+1 badges looks safe",
        who: Right::MainOrReleng,
        read: |reader| {
            let which = reader.which_break()?;
            let text = reader.optional_text("COMMENT…")?;
            let approves = true;
            calendar(CalendarChange::VoteBreak { which, approves, text })
        },
    },
    Row {
        verb: "-1",
        aliases: &[],
        group: Group::Freeze,
        usage: "N REASON…",
        summary: "objects to freeze break N, or takes your +1 back",
        help: "N may also be the RFR. Two must agree all the same; an objection is for people to settle.",
        example: "-1 badges there is no way back from that",
        who: Right::MainOrReleng,
        read: |reader| {
            let which = reader.which_break()?;
            let text = reader.text("REASON…")?;
            let approves = false;
            calendar(CalendarChange::VoteBreak { which, approves, text })
        },
    },
    Row {
        verb: "freeze-break done",
        aliases: &[],
        group: Group::Freeze,
        usage: "N",
        summary: "records that what freeze break N was for is done",
        help: "N may also be the RFR. A break that is done opens nothing any more.",
        example: "freeze-break done badges",
        who: Right::Involved,
        read: |reader| calendar(CalendarChange::BreakDone(reader.which_break()?)),
    },
    Row {
        verb: "away",
        aliases: &[],
        group: Group::Freeze,
        usage: "FROM TO [NOTE…]",
        summary: "says that you are away, from the first to the last day",
        help: "Whoever schedules a deployment that needs you on such a day is warned.",
        example: "away 2026-12-21 2027-01-04 smooge stands in",
        who: Right::Person,
        read: |reader| {
            let span = reader.days()?;
            let note = reader.optional_text("NOTE…")?;
            calendar(CalendarChange::Away { span, note })
        },
    },
    Row {
        verb: "back",
        aliases: &[],
        group: Group::Freeze,
        usage: "",
        summary: "says that you are there again from today on",
        help: "Ends the absence that you are in, whoever recorded it; later ones stay.",
        example: "back",
        who: Right::Person,
        read: |_| calendar(CalendarChange::Back),
    },
];

const LIST_WORDS: &[&str] = &["open", "mine", "stuck", "unsponsored", "all"];
const ADD_OR_REMOVE: &[&str] = &["add", "remove"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::parse;
    use crate::command::reader::Vocabulary;
    use crate::people::Account;
    use crate::rfr::RfrId;
    use chrono::NaiveDate;

    /// A world with the RFRs badges (#4321) and koschei, and a few accounts.
    struct World;

    impl Vocabulary for World {
        fn rfr(&self, word: &str) -> Option<RfrId> {
            match word.to_lowercase().as_str() {
                "badges" | "#4321" => Some(RfrId(1)),
                "koschei" => Some(RfrId(2)),
                _ => None,
            }
        }
        fn names(&self) -> Vec<String> {
            vec!["badges".to_owned(), "koschei".to_owned()]
        }
        fn ticket_url(&self, number: &str) -> Option<String> {
            Some(format!("https://tickets.example.org/{number}"))
        }
        fn knows_account(&self, account: &Account) -> bool {
            ["kevin", "ralph", "smooge"].contains(&account.as_str())
        }
        fn today(&self) -> NaiveDate {
            NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
        }
    }

    #[test]
    fn no_word_means_two_verbs() {
        let mut seen = Vec::new();
        for word in TABLE.iter().flat_map(Row::words) {
            assert!(!seen.contains(&word), "{word} stands twice");
            assert_eq!(word, word.to_lowercase());
            seen.push(word);
        }
    }

    #[test]
    fn every_row_has_help_and_an_example_that_parses() {
        for row in TABLE {
            assert!(!row.summary.is_empty() && !row.help.is_empty(), "{}", row.verb);
            let command = parse(row.example, &World);
            assert!(command.is_ok(), "{}: {command:?}", row.example);
            assert!(row.example.starts_with(row.verb), "{}", row.example);
        }
    }

    #[test]
    fn a_verb_whose_usage_begins_with_a_required_word_says_what_is_missing() {
        for row in TABLE {
            let words: Vec<&str> = row.usage.split(' ').filter(|word| !word.is_empty()).collect();
            // `RFR` may be left out where the place talks about one, so the next word counts.
            let required = words.iter().any(|word| !word.starts_with('[') && *word != "RFR");
            let parsed = parse(row.verb, &World);
            if required {
                let said = matches!(&parsed, Err(ParseError::Missing { row: said, .. } | ParseError::NameIt { row: said, .. }) if *said == row);
                assert!(said, "{}: {parsed:?}", row.verb);
            } else {
                assert!(
                    !matches!(parsed, Err(ParseError::Missing { .. })),
                    "{}: {parsed:?}",
                    row.verb
                );
            }
        }
    }

    #[test]
    fn rfr_and_phase_are_told_apart_by_what_they_are() {
        let expected = parse("signoff staging badges fine by me", &World).expect("reads");
        for text in [
            "signoff badges staging fine by me",
            "Sign Off STG badges fine by me",
            "signed-off #4321 stage fine by me",
        ] {
            assert_eq!(parse(text, &World).expect("reads"), expected, "{text}");
        }
        let alone = parse("signoff staging", &World).expect("reads");
        assert!(matches!(
            alone,
            Command::Change {
                which: Which::Omitted { word: None },
                change: Change::SignOff {
                    phase: Phase::Staging,
                    ..
                }
            }
        ));
    }

    #[test]
    fn signoff_alone_has_no_default_phase() {
        for text in ["signoff", "signoff badges"] {
            let error = parse(text, &World).expect_err("no phase");
            assert!(
                matches!(error, ParseError::Missing { argument: "PHASE", .. }),
                "{text}: {error:?}"
            );
        }
    }

    #[test]
    fn slips_are_not_taken_for_text() {
        let error = parse("note badgse hello", &World).expect_err("a slip");
        assert!(
            matches!(&error, ParseError::UnknownRfr { suggestions, .. } if suggestions == &["badges"]),
            "{error:?}"
        );
        let error = parse("signoff stagign badges", &World).expect_err("a slip");
        assert!(
            matches!(
                &error,
                ParseError::UnknownPhase {
                    suggestion: Some(Phase::Staging),
                    ..
                }
            ),
            "{error:?}"
        );
        let error = parse("drop the bass", &World).expect_err("must be named");
        assert!(
            matches!(&error, ParseError::NameIt { word: Some(word), .. } if word == "the"),
            "{error:?}"
        );
        let error = parse("new status 4 A name that is a verb", &World).expect_err("reserved");
        assert_eq!(error, ParseError::ReservedName("status".to_owned()));
    }

    #[test]
    fn a_name_alone_asks_for_its_status() {
        assert_eq!(
            parse("badges", &World).expect("reads"),
            Command::Query(Query::Status(Which::Named(RfrId(1))))
        );
        assert!(
            matches!(parse("stats", &World), Err(ParseError::UnknownVerb { suggestions, .. }) if suggestions == ["status"])
        );
    }

    #[test]
    fn people_are_named_with_or_without_commas() {
        let plain = parse("people badges add ralph smooge as developer", &World).expect("reads");
        for text in [
            "people badges add ralph, smooge as developer",
            "people badges add ralph and smooge as developer",
            "people add badges ralph,smooge as developer",
        ] {
            assert_eq!(parse(text, &World).expect("reads"), plain, "{text}");
        }
    }

    #[test]
    fn numbers_are_questions_where_questions_are_meant() {
        assert!(matches!(
            parse("answer 2 no", &World).expect("reads"),
            Command::Change {
                which: Which::Omitted { .. },
                change: Change::Answer { number: 2, .. }
            }
        ));
    }
}
