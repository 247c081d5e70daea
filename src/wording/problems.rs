//! Refusals, denials and misunderstandings: what was refused, why, and the next command.

use super::Wording;
use super::changes::items_of;
use super::phrases::{because, by_on, date, day, joined, people, some_people};
use super::remedies::{to_phase, way_to_meet};
use super::text::{Message, Paragraph};
use crate::command::ParseError;
use crate::command::date::DateError;
use crate::people::{Account, Denied, Identity, NotAPerson, Right, SYSADMIN_MAIN, Unproven};
use crate::rfr::refusal::{Already, Refusal};
use crate::rfr::{Ending, Mark, Rfr};
use crate::sop::{Edition, Kind, Phase};

impl Wording {
    /// A change that a rule forbids; `name` is the RFR's.
    /// `around` are the people in sight, who can be asked.
    pub fn refusal(&self, refusal: &Refusal, name: &str, rfr: Option<&Rfr>, around: &[Account]) -> Message {
        let line = Paragraph::new().strong(name.to_owned());
        let type_this = |words: &str| self.type_this(words);
        let line = match refusal {
            Refusal::GateShut { phase, blocking } => {
                let missing = rfr.map(|rfr| self.all_missing(rfr, blocking)).unwrap_or_default();
                line.text(format!(" stays in {phase}; {} needs: ", to_phase(*phase)))
                    .then(missing)
                    .text(". ").code(type_this("why")).text(" shows the rules")
            }
            Refusal::HasEnded(ended) => line
                .text(format!(" was {} ", ending(ended.how)))
                .then(by_on(&ended.mark))
                .text(because(&ended.reason))
                .text("; to go on with it: ")
                .code(type_this(&format!("reopen {name}"))),
            Refusal::OnHold(hold) => line
                .text(" is on hold ")
                .then(by_on(&hold.mark))
                .text(because(&hold.reason))
                .text("; nothing is signed or moved until ")
                .code(type_this(&format!("release {name}"))),
            Refusal::LastPhase => line
                .text(" is in maintenance, the last phase. If the resource goes away: ")
                .code(type_this(&format!("remove {name} REASON"))),
            Refusal::NoSignOffInPhase(phase) => line
                .text(format!(
                    ": the SOP has no sign-off for {phase}, only for development and staging. What {phase} needs: "
                ))
                .code(type_this(&format!("next {name}"))),
            Refusal::OtherPhase { named, current } => line
                .text(format!(" is in {current}, so its {named} sign-off is not due. What {current} needs: "))
                .code(type_this(&format!("next {name}"))),
            Refusal::NotSigned(phase) => line
                .text(format!(": {phase} is not signed off, so there is nothing to take back. Where it stands: "))
                .code(type_this(&format!("status {name}"))),
            Refusal::CannotSponsor { account, members } => line
                .text(": ")
                .person(account.as_str())
                .text(format!(" is not in {SYSADMIN_MAIN}, and only its members sponsor; "))
                .then(group(SYSADMIN_MAIN, members, around))
                .text(". Ask one: ")
                .code(type_this(&format!("sponsor {name} NAME"))),
            Refusal::NotAsked { asked: Some(asked) } => line
                .text(": ")
                .person(asked.as_str())
                .text(" was asked to sponsor it, not you. To ask somebody else: ")
                .code(type_this(&format!("sponsor {name} NAME"))),
            Refusal::NotAsked { asked: None } => line
                .text(": nobody was asked to sponsor it, so there is nothing to accept. To sponsor it: ")
                .code(type_this(&format!("sponsor {name}"))),
            Refusal::HasSponsor { account, since } => line
                .text(" is sponsored by ")
                .person(account.as_str())
                .text(format!(" since {}. To pass that on, the sponsor types ", day(*since)))
                .code(type_this(&format!("handover {name} NAME"))),
            Refusal::HasNoSponsor => line
                .text(" has no sponsor. To sponsor it: ")
                .code(type_this(&format!("sponsor {name}"))),
            Refusal::UnknownQuestion { number, open } => {
                let open: Vec<String> = open.iter().map(u32::to_string).collect();
                let open = if open.is_empty() { "none is open".to_owned() } else { format!("open are {}", open.join(", ")) };
                line.text(format!(" has no question {number}; {open}: "))
                    .code(type_this(&format!("questions {name}")))
            }
            Refusal::NotACheck(row) => line
                .text(format!(": {} is not ticked off by hand; it is met by ", row.id))
                .code(type_this(&way_to_meet(row, name))),
            Refusal::NotInEdition(row) => line
                .text(format!(": the edition of the SOP that it follows has no {}. What it needs: ", row.id))
                .code(type_this(&format!("next {name}"))),
            Refusal::LaterPhase { row, current } => line
                .text(format!(
                    " is in {current}; {} belongs to {} and is done there. What {current} needs: ",
                    row.id, row.phase
                ))
                .code(type_this(&format!("next {name}"))),
            Refusal::NeedsNote(row) => line
                .text(format!(": {} needs an address or a reason why none is needed: ", row.id))
                .code(type_this(&format!("sop {name} URL")))
                .text(" or ")
                .code(type_this(&format!("done {name} {} WHY", row.id))),
            Refusal::DateInPast { date: day, today } => line
                .text(format!(": {day} is over (today is {today} UTC). With a coming day: "))
                .code(type_this(&format!("schedule {name} DATE"))),
            Refusal::DateInFreeze {
                date: day,
                freeze,
                first_free,
            } => line
                .text(format!(
                    ": {} is in the freeze {freeze}, and production does not change in a freeze. The first free day is {}: ",
                    day,
                    date(*first_free)
                ))
                .code(type_this(&format!("schedule {name} {first_free}"))),
            Refusal::NotEarlier { named, current } => line
                .text(format!(" is in {current}; a revert goes back to an earlier phase, not to {named}. To go forward: "))
                .code(type_this(&format!("advance {name}"))),
            Refusal::DropAfterStaging(phase) => line
                .text(format!(" is in {phase}: what is deployed is removed, not dropped: "))
                .code(type_this(&format!("remove {name} REASON"))),
            Refusal::RemoveBeforeProduction(phase) => line
                .text(format!(" is in {phase} and not deployed: it is dropped, not removed: "))
                .code(type_this(&format!("drop {name} REASON"))),
            Refusal::NameTaken { name: taken, by, ended } => {
                let line = Paragraph::new().text(format!("The name {taken} belongs to "));
                if *ended {
                    line.text("an RFR that has ended; take it up again with ").code(type_this(&format!("reopen {by}"))).text(" or choose another name")
                } else {
                    line.strong(by.clone()).text("; see ").code(type_this(&format!("status {by}"))).text(" or choose another name")
                }
            }
            Refusal::NameInvalid { name: bad, why } => Paragraph::new()
                .text(format!("“{bad}” cannot be an RFR's name: {why}. For example: "))
                .code(type_this("new badges 4321 Badges for everyone")),
            Refusal::TicketTaken { ticket, by } => Paragraph::new()
                .text(format!("The {ticket} belongs to "))
                .strong(by.clone())
                .text("; one RFR, one ticket: ")
                .code(type_this(&format!("status {by}"))),
            Refusal::NotThere(account) => line
                .text(": ")
                .person(account.as_str())
                .text(" is not recorded there. Who is: ")
                .code(type_this(&format!("who {name}"))),
            Refusal::NothingToUndo => line
                .text(": there is nothing to undo. What happened: ")
                .code(type_this(&format!("history {name}"))),
            Refusal::NotYourChange(mark) => line
                .text(" was changed ")
                .then(by_on(mark))
                .text(", after you or instead of you; an undo takes back only one's own last change. What happened: ")
                .code(type_this(&format!("history {name}"))),
            Refusal::TooOldToUndo { at, within } => line
                .text(format!(
                    ": your last change is of {} UTC; an undo is possible for {} minutes. Take it back by the opposite command: ",
                    at.format("%Y-%m-%d %H:%M"),
                    within.num_minutes()
                ))
                .code(type_this("help")),
        };
        line.text(".").into()
    }

    /// The SOP's rules behind a refusal, for `why`.
    pub fn explanation(&self, refusal: &Refusal, said: Message) -> Message {
        let mut message = last_refusal(said);
        if let Refusal::GateShut { blocking, .. } = refusal {
            for finding in blocking {
                message.push(Paragraph::new().text(format!(
                    "SOP, {} ({}): {}",
                    finding.row.phase, finding.row.id, finding.row.sentence
                )));
            }
            return message;
        }
        message.push(Paragraph::new().text(rule(refusal)));
        message
    }

    /// A change that would change nothing.
    pub fn already(&self, already: &Already, name: &str) -> Message {
        let line = Paragraph::new().strong(name.to_owned());
        let by = |line: Paragraph, mark: &Mark| line.then(by_on(mark)).text("; nothing changed.");
        let line = match already {
            Already::SignedOff { phase, mark } => by(line.text(format!(": {phase} is already signed off ")), mark),
            Already::Sponsors { account, since } => line
                .text(" is already sponsored by ")
                .person(account.as_str())
                .text(format!(" since {}; nothing changed.", day(*since))),
            Already::Asked { account, mark } => by(
                line.text(": ")
                    .person(account.as_str())
                    .text(" was already asked to sponsor it "),
                mark,
            ),
            Already::NobodyAsked => line.text(": nobody is asked to sponsor it; nothing changed."),
            Already::Recorded { url, mark } => {
                by(line.text(": ").link(url.clone()).text(" was already recorded "), mark)
            }
            Already::TakePart(accounts) => line
                .text(": ")
                .then(people(accounts))
                .text(if accounts.len() == 1 {
                    " already takes"
                } else {
                    " already take"
                })
                .text(" part in that role; nothing changed."),
            Already::QuestionClosed {
                number,
                mark,
                answer: Some(answer),
            } => by(
                line.text(format!(": question {number} was already answered (“{answer}”) ")),
                mark,
            ),
            Already::QuestionClosed {
                number,
                mark,
                answer: None,
            } => by(line.text(format!(": question {number} was withdrawn ")), mark),
            Already::Decided { topic, mark } => by(
                line.text(format!(": that decision on {topic} was already recorded ")),
                mark,
            ),
            Already::Done { row, mark } => by(line.text(format!(": {} was already done ", row.id)), mark),
            Already::NotDone(row) => line.text(format!(": {} is not done anyway; nothing changed.", row.id)),
            Already::Scheduled { date: day, mark } => {
                by(line.text(format!(" was already scheduled for {} ", date(*day))), mark)
            }
            Already::OnHold(hold) => by(
                line.text(format!(" is already on hold{} ", because(&hold.reason))),
                &hold.mark,
            ),
            Already::NotOnHold => line.text(" is not on hold; nothing changed."),
            Already::Open => line.text(" is open; nothing changed."),
            Already::Ended(ended) => by(line.text(format!(" was already {} ", ending(ended.how))), &ended.mark),
            Already::Named(same) => line.text(format!(" is already called {same}; nothing changed.")),
            Already::Titled => line.text(" already has that title; nothing changed."),
            Already::HasTicket(ticket) => line.text(format!(" already has {ticket}; nothing changed.")),
        };
        line.into()
    }

    /// The SOP's rule behind a right that somebody lacks, for `why`.
    pub fn why_denied(&self, denied: &Denied, said: Message) -> Message {
        let mut message = last_refusal(said);
        let rule = match denied.needs {
            Right::Sponsor => "SOP: the RFR sponsor signs off, and sponsors are members of sysadmin-main.",
            Right::Member(SYSADMIN_MAIN) => {
                "SOP: the ticket must be assigned to, and accepted by, someone in sysadmin-main."
            }
            Right::Member(_) => "SOP: an audit is approved by the security officer or an appointed delegate.",
            Right::Look | Right::Person | Right::Involved | Right::RequesterOrMain | Right::SponsorOrMain => {
                "House rule: an RFR is changed by those who take part in it, and by sysadmin-main."
            }
        };
        message.push(Paragraph::new().text(rule));
        message
    }

    /// A right that somebody lacks; `name` is the RFR's, `around` are the people in sight, who can be asked.
    pub fn denied(&self, denied: &Denied, name: &str, rfr: Option<&Rfr>, around: &[Account]) -> Message {
        let line = Paragraph::new().strong(name.to_owned());
        let line = match denied.needs {
            Right::Sponsor if denied.sponsor_left_group => line
                .text(format!(
                    ": you sponsor it but are no longer in {SYSADMIN_MAIN}, and only its members sign off. Pass it on: "
                ))
                .code(self.type_this(&format!("handover {name} NAME"))),
            Right::Sponsor => match rfr.and_then(|rfr| rfr.sponsor.as_ref()) {
                Some(sponsor) => line
                    .text(": only its sponsor signs off, and that is ")
                    .person(sponsor.account.as_str())
                    .text(". What it needs: ")
                    .code(self.type_this(&format!("next {name}"))),
                None => line
                    .text(format!(
                        ": only its sponsor signs off, and it has none. A {SYSADMIN_MAIN} member types "
                    ))
                    .code(self.type_this(&format!("sponsor {name}"))),
            },
            Right::Member(group) => line
                .text(format!(": that is for {group}; "))
                .then(self::group(group, &denied.holders, around))
                .text(". Ask one of them"),
            Right::Look | Right::Person | Right::Involved | Right::RequesterOrMain | Right::SponsorOrMain => line
                .text(format!(": that is for {}; ", denied.needs.holders()))
                .then(group(SYSADMIN_MAIN, &denied.holders, around))
                .text(". Who takes part: ")
                .code(self.type_this(&format!("who {name}"))),
        };
        line.text(".").into()
    }

    /// Somebody whom the directory does not know wants a change.
    pub fn stranger(&self, why: &NotAPerson) -> Message {
        Paragraph::new()
            .text("Changes need a person: ")
            .then(Self::not_a_person(why))
            .text(" ")
            .code(self.type_this("whoami"))
            .text(" shows how I see you.")
            .into()
    }

    /// Why a speaker is nobody, and what helps.
    pub(super) fn not_a_person(why: &NotAPerson) -> Paragraph {
        let words = match why {
            NotAPerson::Unproven(Unproven::NotLoggedIn) => {
                "a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again.".to_owned()
            }
            NotAPerson::Unproven(Unproven::ServerCannotTell) => {
                "this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use another network.".to_owned()
            }
            NotAPerson::Unproven(Unproven::BridgeGhost) => {
                "you speak through a bridge, which vouches for nobody. Speak from your own account on this network or the other.".to_owned()
            }
            NotAPerson::Unmapped(Identity::IrcAccount { network, account }) => format!(
                "the services account {account} belongs to no Fedora account that I know. The operator adds irc = [\"{network}/{account}\"] to [people.YOUR-ACCOUNT] in my config."
            ),
            NotAPerson::Unmapped(Identity::Matrix { mxid }) => format!(
                "{mxid} belongs to no Fedora account that I know. The operator adds matrix = [\"{mxid}\"] to [people.YOUR-ACCOUNT] in my config."
            ),
            NotAPerson::Unmapped(Identity::Console { .. } | Identity::Unproven(_)) => "I do not know your account.".to_owned(),
        };
        Paragraph::new().text(words)
    }

    /// A command that cannot be read.
    pub fn misunderstood(&self, error: &ParseError, known: &[String]) -> Message {
        let line = Paragraph::new();
        let did_you_mean = |line: Paragraph, suggestions: &[String], command: &str| {
            let commands = suggestions
                .iter()
                .map(|word| Paragraph::new().code(self.type_this(&command.replace("{}", word))))
                .collect();
            line.text("Did you mean ").then(joined(commands, " or ")).text("?")
        };
        match error {
            ParseError::UnknownVerb { word, suggestions } if suggestions.is_empty() => line
                .text(format!("I know no command “{word}”. "))
                .code(self.type_this("help"))
                .text(" lists them."),
            ParseError::UnknownVerb { word, suggestions } => {
                let line = line.text(format!("I know no command “{word}”. "));
                did_you_mean(line, suggestions, "{}").text(" All of them: ").code(self.type_this("help"))
            }
            ParseError::Missing { row, argument } => line.text(format!("{} needs {argument}; ", row.verb)).then(self.usage_of(row)),
            ParseError::TooMuch { row, extra } => {
                line.text(format!("{} takes no “{extra}”; ", row.verb)).then(self.usage_of(row))
            }
            ParseError::UnknownRfr { word, suggestions } => {
                let line = line.text(format!("I know no RFR “{word}”. "));
                let line = if suggestions.is_empty() { line } else { did_you_mean(line, suggestions, "status {}").text(" ") };
                let line = if known.is_empty() {
                    line.text("None is open")
                } else {
                    line.text(format!("Open are {}", known.join(", ")))
                };
                line.text("; ended ones too: ").code(self.type_this("list all"))
            }
            ParseError::NameIt(row) => line
                .text(format!("{} is not easily taken back, so name the RFR: ", row.verb))
                .then(self.usage_of(row)),
            ParseError::UnknownPhase { word, suggestion } => {
                let all: Vec<&str> = Phase::ALL.iter().map(|phase| phase.name()).collect();
                let line = line.text(format!("“{word}” is no phase"));
                let line = match suggestion {
                    Some(phase) => line.text(format!("; did you mean {phase}? The phases are ")),
                    None => line.text("; the phases are "),
                };
                line.text(format!("{}.", all.join(", ")))
            }
            ParseError::UnknownItem { word, suggestions } => {
                let line = line.text(format!("“{word}” is no item of the SOP. "));
                let line = if suggestions.is_empty() { line } else { line.text(format!("Did you mean {}? ", suggestions.join(" or "))) };
                line.text(format!("Items are {}.", all_items().join(", ")))
            }
            ParseError::UnknownTopic(word) => line
                .text(format!("“{word}” is none of the decisions that the SOP asks for: caching, load-balancing, deployment. For example: "))
                .code(self.type_this("decide RFR caching none needed")),
            ParseError::UnknownWord { row, word, expected } => line
                .text(format!("“{word}” is none of {}; ", expected.join(", ")))
                .then(self.usage_of(row)),
            ParseError::BadUrl(word) => line.text(format!("“{word}” is no web address; one begins with https://")),
            ParseError::BadTicket { word, no_base: true } => line.text(format!(
                "I cannot make an address of ticket {word}, because my config names no tracker ([tickets] base); give its address, https://…"
            )),
            ParseError::BadTicket { word, no_base: false } => {
                line.text(format!("“{word}” is no ticket; give its number (4321 or #4321) or its address (https://…)"))
            }
            ParseError::BadNumber(word) => line.text(format!("“{word}” is no question's number; ")).code(self.type_this("questions RFR")).text(" lists them"),
            ParseError::BadAccount(word) => line.text(format!("“{word}” cannot be a Fedora account's name; letters, digits, hyphens, dots and underscores only")),
            ParseError::BadDate(error) => bad_date(error),
            ParseError::TooLong { argument, limit, length } => line.text(format!(
                "{argument} has {length} characters, and I keep at most {limit}; put the rest into the ticket and link it"
            )),
        }
        .into()
    }

    /// Nothing says which RFR is meant.
    pub fn which_one(&self, word: Option<&str>, candidates: &[&Rfr], known: &[String]) -> Message {
        if candidates.is_empty() {
            if let Some(word) = word {
                return self.misunderstood(
                    &ParseError::UnknownRfr {
                        word: word.to_owned(),
                        suggestions: Vec::new(),
                    },
                    known,
                );
            }
            return Paragraph::new()
                .text("Which RFR? Name it, or let this place talk about one: ")
                .code(self.type_this("focus RFR"))
                .text(". The open ones: ")
                .code(self.type_this("status"))
                .into();
        }
        let names: Vec<&str> = candidates.iter().map(|rfr| rfr.name.as_str()).collect();
        Paragraph::new()
            .text(format!(
                "Which RFR? It could be {}; name it. Nothing was done.",
                names.join(" or ")
            ))
            .into()
    }

    /// The store could not be read; the log has the details.
    pub fn out_of_order(&self) -> Message {
        Paragraph::new()
            .text("I could not read or write my records, so nothing was changed; the operator's log says why. Try again in a minute.")
            .into()
    }
}

fn ending(how: Ending) -> &'static str {
    match how {
        Ending::Dropped => "dropped",
        Ending::Removed => "removed",
    }
}

fn last_refusal(mut said: Message) -> Message {
    let first = if said.0.is_empty() {
        Paragraph::new()
    } else {
        said.0.remove(0)
    };
    Message::line(Paragraph::new().text("Your last refusal: ").then(first))
}

/// Who is in a group, those in sight first: they can be asked.
fn group(name: &str, members: &[Account], around: &[Account]) -> Paragraph {
    if members.is_empty() {
        return Paragraph::new().text(format!("nobody is in {name} in my config"));
    }
    let line = Paragraph::new()
        .text(format!("in {name} are "))
        .then(some_people(members, 8));
    let here: Vec<Account> = members
        .iter()
        .filter(|member| around.contains(member))
        .cloned()
        .collect();
    match here.len() {
        0 => line,
        _ if here.len() == members.len() => line.text(", all around now"),
        _ => line.text("; around now: ").then(some_people(&here, 8)),
    }
}

fn all_items() -> Vec<&'static str> {
    Phase::ALL
        .into_iter()
        .flat_map(|phase| items_of(Edition::Audit, phase))
        .collect()
}

fn bad_date(error: &DateError) -> Paragraph {
    let line = Paragraph::new();
    match error {
        DateError::Ambiguous { word, readings } => line.text(format!(
            "{word} can be read in two ways: {} is day first, {} is month first; type the one that you mean",
            readings[0], readings[1]
        )),
        DateError::NotIso { word, reading } => {
            line.text(format!("type {word} as {reading}, so that nobody reads it differently"))
        }
        DateError::NoSuchDay(word) => line.text(format!("{word} is in no calendar; dates look like 2026-12-03")),
        DateError::Unknown(word) => line.text(format!(
            "“{word}” is no date; 2026-12-03, tomorrow, next tuesday and in 2 weeks are"
        )),
    }
}

/// The rule behind a refusal that is no shut gate.
fn rule(refusal: &Refusal) -> String {
    match refusal {
        Refusal::GateShut { .. } => String::new(),
        Refusal::NoSignOffInPhase(_) | Refusal::OtherPhase { .. } | Refusal::NotSigned(_) => {
            "SOP: the RFR sponsor signs off development (ready for the next step) and staging (fully in configuration management, ready to be deployed), each while the resource is there.".to_owned()
        }
        Refusal::CannotSponsor { .. } | Refusal::NotAsked { .. } | Refusal::HasSponsor { .. } | Refusal::HasNoSponsor => {
            "SOP: the ticket is assigned to, and accepted by, one person in sysadmin-main, who sponsors and helps.".to_owned()
        }
        Refusal::DateInPast { .. } | Refusal::DateInFreeze { .. } => {
            "SOP: the deployment schedule accounts for freezes and for who is available.".to_owned()
        }
        Refusal::LastPhase | Refusal::NotEarlier { .. } | Refusal::DropAfterStaging(_) | Refusal::RemoveBeforeProduction(_) | Refusal::HasEnded(_) => {
            "SOP: an RFR goes through pre-sponsorship, planning, development, staging, production and maintenance, and can be dropped, removed or reverted at any time.".to_owned()
        }
        Refusal::NotACheck(row) | Refusal::LaterPhase { row, .. } | Refusal::NeedsNote(row) | Refusal::NotInEdition(row) => {
            let level = match row.kind {
                Kind::SignOff => "only the sponsor's own sign-off counts",
                _ => "what counts is what was recorded",
            };
            format!("SOP, {} ({}): {} Here {level}.", row.phase, row.id, row.sentence)
        }
        Refusal::OnHold(_) => "House rule: what is on hold is neither signed nor moved; records and questions go on.".to_owned(),
        Refusal::UnknownQuestion { .. } => "SOP: every outstanding question is answered before staging.".to_owned(),
        Refusal::NameTaken { .. } | Refusal::NameInvalid { .. } => {
            "SOP: the group sysadmin-RESOURCE is made from the name, so it is short, plain and unique.".to_owned()
        }
        Refusal::TicketTaken { .. } => "SOP: there must be an RFR ticket; one RFR has one ticket.".to_owned(),
        Refusal::NotThere(_) => "SOP: it must be determined who is involved in deploying and maintaining the resource.".to_owned(),
        Refusal::NothingToUndo | Refusal::NotYourChange(_) | Refusal::TooOldToUndo { .. } => {
            "House rule: an undo takes back one's own last change while nobody has built on it; everything else has its opposite command, so that history stays readable.".to_owned()
        }
    }
}
