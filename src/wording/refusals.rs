//! Refusals, and changes that would change nothing: what, why, and the next command.

use super::Wording;
use super::phrases::{answer, because, by_on, cut, date, day, group, held, listed, named, people};
use super::remedies::{deployed_phase, to_phase, way_to_meet};
use crate::people::{Account, SECURITY_OFFICER, SYSADMIN_MAIN};
use crate::rfr::freeze_break::Standing;
use crate::rfr::outlook::{Circumstances, Outlook};
use crate::rfr::refusal::{Already, FourEyes, Refusal};
use crate::rfr::{ChangeSubject, Closed, Ending, List, Mark, Rfr};
use crate::sop::{self, Kind, Phase};
use crate::text::{Message, Paragraph};

impl Wording {
    /// A change that a rule forbids; `around` says who can be asked.
    pub fn refusal(&self, refusal: &Refusal, about: ChangeSubject<'_>, around: &Circumstances<'_>) -> Message {
        let (name, rfr) = (about.name(), about.rfr());
        let line = Paragraph::new().strong(name.to_owned());
        let code = |line: Paragraph, words: String| line.code(self.type_this(&words));
        let sponsor = rfr.and_then(|rfr| rfr.sponsor.as_ref());
        let called = |phase: Phase| rfr.map_or(phase.name(), |rfr| rfr.called(phase));
        let line = match refusal {
            Refusal::GateShut { phase, blocking } => {
                let outlook = rfr.map(|rfr| Outlook::of(rfr, around));
                let missing = outlook.as_ref().map(|outlook| self.all_missing(outlook, blocking));
                let line = line.text(format!(
                    " stays in {}; {} needs: ",
                    called(*phase),
                    rfr.map_or("the next phase", to_phase)
                ));
                let line = line.then(missing.unwrap_or_default()).text(". ");
                let line = match outlook.as_ref().and_then(|outlook| self.freeze_line(outlook)) {
                    Some(frozen) => line.then(frozen).text(" "),
                    None => line,
                };
                code(line, "why".to_owned()).text(" shows the rules")
            }
            Refusal::HasEnded(ended) => {
                let line = line.text(format!(" was {} ", ending(ended.how))).then(by_on(&ended.mark));
                let line = line.text(because(&ended.reason)).text("; to go on with it: ");
                code(line, format!("reopen {name}"))
            }
            Refusal::OnHold(hold) => {
                let line = line.text(" was put on hold ").then(held(hold));
                line.text("; nothing is signed or moved until ").then(self.lifted_by(name, hold))
            }
            Refusal::IsDeployed(on) => {
                let on = on.map_or_else(String::new, |on| format!(" on {}", date(on)));
                let back = rfr.and_then(|rfr| rfr.edition.phases().iter().rfind(|phase| phase.kind < Phase::Production));
                let line = code(
                    line.text(format!(": it was deployed{on}. If it goes away: ")),
                    format!("remove {name} REASON"),
                );
                match back {
                    Some(back) => code(line.text("; if it is to be deployed anew: "), format!("revert {name} {} REASON", back.name)),
                    None => line,
                }
            }
            Refusal::NotMaintained(phase) => code(
                line.text(format!(
                    " is in {}; it is looked after once it is in {}. What it needs: ",
                    called(*phase),
                    called(Phase::Maintenance)
                )),
                format!("next {name}"),
            ),
            Refusal::LastPhase => code(
                line.text(format!(" is in {}, the last phase. If the resource goes away: ", called(Phase::Maintenance))),
                format!("remove {name} REASON"),
            ),
            Refusal::NoSignOffInPhase(phase) => code(
                line.text(match rfr.and_then(signed_phases) {
                    Some(signed) => {
                        format!(": the SOP has no sign-off for {}, only for {signed}. What it needs: ", called(*phase))
                    }
                    None => {
                        let edition = rfr.map_or("its edition", |rfr| rfr.edition.name());
                        format!(": {edition} of the SOP has no sign-offs. What it needs: ")
                    }
                }),
                format!("next {name}"),
            ),
            Refusal::OtherPhase { named, current } => code(
                line.text(format!(
                    " is in {0}, so its {1} sign-off is not due. What {0} needs: ",
                    called(*current),
                    called(*named)
                )),
                format!("next {name}"),
            ),
            Refusal::PhaseIsLeft { named, current } => code(
                line.text(format!(
                    " has left {} and is in {}; only going back takes that away: ",
                    called(*named),
                    called(*current)
                )),
                format!("revert {name} {} REASON", called(*named)),
            ),
            Refusal::NotSigned(phase) => code(
                line.text(format!(
                    ": {} is not signed off, so there is nothing to take back. Where it stands: ",
                    called(*phase)
                )),
                format!("status {name}"),
            ),
            Refusal::SignedTooEarly { phase, first } => {
                let outlook = rfr.map(|rfr| Outlook::of(rfr, around));
                let missing = outlook.as_ref().map(|outlook| self.all_missing(outlook, first));
                let missing = missing.unwrap_or_default();
                let line = line.text(format!(
                    ": a {} sign-off says that it is ready for the next step, and first it needs: ",
                    called(*phase)
                ));
                code(line.then(missing).text(". "), "why".to_owned()).text(" shows the rules")
            }
            Refusal::CannotSponsor { account, members } => {
                let others: Vec<Account> = members
                    .iter()
                    .filter(|member| sponsor.is_none_or(|sponsor| sponsor.account != **member))
                    .cloned()
                    .collect();
                let verb = if sponsor.is_some() { "handover" } else { "sponsor" };
                let line = line
                    .text(": ")
                    .person(account.as_str())
                    .text(format!(" is not in {SYSADMIN_MAIN}, and only its members sponsor; "))
                    .then(group(SYSADMIN_MAIN, &others, around))
                    .text(". Ask one: ");
                code(line, format!("{verb} {name} NAME"))
            }
            Refusal::NotAsked { asked } => {
                let line = match asked {
                    Some(asked) => line.text(": ").person(asked.as_str()).text(" was asked to sponsor it, not you"),
                    None => line.text(": nobody is asked to sponsor it, so there is nothing to accept"),
                };
                match sponsor {
                    Some(sponsor) => code(
                        line.text("; ").person(sponsor.account.as_str()).text(" sponsors it and can pass that on: "),
                        format!("handover {name} NAME"),
                    ),
                    None => code(
                        line.text(format!(". Whoever of {SYSADMIN_MAIN} sponsors it types ")),
                        format!("sponsor {name}"),
                    ),
                }
            }
            Refusal::FourEyes(FourEyes::RequestedIt) => code(
                line.text(format!(
                    ": who requested it does not sponsor it here. Another member of {SYSADMIN_MAIN} can: "
                )),
                format!("{} {name} NAME", if sponsor.is_some() { "handover" } else { "sponsor" }),
            ),
            Refusal::FourEyes(FourEyes::SignedIt(phase)) => code(
                line.text(format!(
                    ": you signed {}, and here somebody else moves it into {}. One of those involved types ",
                    called(*phase),
                    rfr.map_or(Phase::Production.name(), deployed_phase)
                )),
                format!("advance {name}"),
            ),
            Refusal::AnotherIsAsked { account, mark } => code(
                line.text(": ")
                    .person(account.as_str())
                    .text(" was asked to sponsor it ")
                    .then(by_on(mark))
                    .text(format!(
                        "; only those involved and {SYSADMIN_MAIN} ask somebody else before that is answered. Who takes part: "
                    )),
                format!("who {name}"),
            ),
            Refusal::HasSponsor { account, since } => {
                let line = line.text(" is sponsored by ").person(account.as_str());
                let line = line.text(format!(" since {}. To pass that on, the sponsor types ", day(*since)));
                code(line, format!("handover {name} NAME"))
            }
            Refusal::HasNoSponsor => code(line.text(" has no sponsor. To sponsor it: "), format!("sponsor {name}")),
            Refusal::UnknownOffer { number, free } => {
                let line = line.text(format!(": no mail or comment that I know offers a question {number}. "));
                match free.as_slice() {
                    [] => code(line.text("To ask one: "), format!("ask {name} QUESTION…")),
                    [.., last] => {
                        let numbers: Vec<String> = free.iter().map(u32::to_string).collect();
                        code(
                            line.text(format!("Offered: {}. For example: ", numbers.join(", "))),
                            format!("ask {name} from {last}"),
                        )
                    }
                }
            }
            Refusal::OfferTaken { number, question } => code(
                line.text(format!(": the offered question {number} is question {question} already. All of them: ")),
                format!("questions {name}"),
            ),
            Refusal::UnknownQuestion { number, open } => {
                let open: Vec<String> = open.iter().map(u32::to_string).collect();
                let open = match open.len() {
                    0 => "none is open".to_owned(),
                    1 => format!("{} is open", open[0]),
                    _ => format!("{} are open", open.join(", ")),
                };
                code(line.text(format!(" has no question {number}; {open}: ")), format!("questions {name}"))
            }
            Refusal::NotACheck(row) => code(
                line.text(format!(": {} is not ticked off by hand, but by ", row.id)),
                way_to_meet(row, name),
            ),
            Refusal::NotInEdition { item, .. } => code(
                line.text(format!(": the edition of the SOP that it follows has no {item}. What it needs: ")),
                format!("next {name}"),
            ),
            Refusal::LaterPhase { row, current } => code(
                line.text(format!(
                    " is in {0}; {1} belongs to {2} and is done there. What {0} needs: ",
                    called(*current),
                    row.id,
                    row.phase_name
                )),
                format!("next {name}"),
            ),
            Refusal::NeedsNote(row) => {
                let line = line.text(format!(": {} needs an address or a reason why none is needed: ", row.id));
                let line = code(line, format!("sop {name} URL")).text(" or ");
                code(line, format!("done {name} {} WHY", row.id))
            }
            Refusal::DateInPast { date: day, today } => code(
                line.text(format!(": {day} is over (today is {today} UTC). With a coming day: ")),
                format!("schedule {name} DATE"),
            ),
            Refusal::DateInFreeze {
                date: day,
                freeze,
                first_free,
            } => {
                let line = code(
                    line.text(format!(
                        ": {day} is in the freeze {freeze}, and production does not change in a freeze. The first free \
                         day is {}: ",
                        date(*first_free)
                    )),
                    format!("schedule {name} {first_free}"),
                );
                let in_force = around.book.in_force(around.now);
                let is_in_force = in_force.iter().any(|known| known.key.to_string() == *freeze);
                let asked = rfr.and_then(|rfr| around.breaks.open_for(rfr.id));
                match asked.map(|found| (found.number, found.standing(around.directory))) {
                    Some((number, Standing::Waiting { .. })) => code(
                        line.text(format!(". Freeze break {number} is to be approved for a day before: ")),
                        format!("+1 {number}"),
                    ),
                    Some((_, Standing::Held)) => {
                        code(line.text(". A freeze break is objected to: "), "freeze-breaks".to_owned())
                    }
                    Some((_, Standing::Approved | Standing::Done | Standing::Withdrawn | Standing::Expired)) | None if is_in_force => code(
                        line.text(". A day before takes a freeze break: "),
                        format!("freeze-break request {name} REASON"),
                    ),
                    Some(_) | None => line,
                }
            }
            Refusal::Frozen { freezes, waiting } => {
                let line = line.text(format!(
                    " stays {}: {} {} in force, and production changes only with an approved freeze break. ",
                    match rfr {
                        Some(rfr) if rfr.ended.is_some() => "where it is".to_owned(),
                        Some(rfr) => format!("in {}", rfr.called(rfr.phase)),
                        None => format!("in {}", Phase::Staging.name()),
                    },
                    freezes.join(" and "),
                    if freezes.len() == 1 { "is" } else { "are" },
                ));
                match waiting {
                    Some((number, 0)) => code(
                        line.text(format!(
                            "A member of {SYSADMIN_MAIN} objects to freeze break {number}, which holds it here until that vote \
                             changes: "
                        )),
                        "freeze-breaks".to_owned(),
                    ),
                    Some((number, more)) => code(
                        line.text(format!(
                            "Freeze break {number} lacks {more} more approval{}; a member of sysadmin-main or \
                             sysadmin-releng types ",
                            if *more == 1 { "" } else { "s" },
                        )),
                        format!("+1 {number}"),
                    ),
                    None => code(line.text("Ask for one: "), format!("freeze-break request {name} REASON")),
                }
            }
            Refusal::NoSuchEdition { name: wanted, known } => {
                let mut names: Vec<&str> = Vec::new();
                for edition in known {
                    if !names.contains(&edition.name()) {
                        names.push(edition.name());
                    }
                }
                let other = names.iter().find(|name| rfr.is_none_or(|rfr| rfr.edition.name() != **name));
                code(
                    line.text(format!(": there is no edition {wanted} of the SOP; there are {}. For example: ", names.join(", "))),
                    format!("adopt {name} {} REASON", other.unwrap_or(&"EDITION")),
                )
            }
            Refusal::PhaseNotInEdition { edition, back_to, on_to } => {
                let here = rfr.map(|rfr| rfr.called(rfr.phase)).unwrap_or_default();
                let line = line.text(format!(
                    " is in {here}, and {} has no such phase. ",
                    edition.name()
                ));
                match (back_to, on_to) {
                    (Some(phase), _) => code(
                        line.text("Take it back to one that both have, and adopt it there: "),
                        format!("revert {name} {} REASON", called(*phase)),
                    ),
                    (None, Some(phase)) => code(
                        line.text(format!(
                            "Take it on to {}, which both have, and adopt it there. What that needs: ",
                            called(*phase)
                        )),
                        format!("next {name}"),
                    ),
                    (None, None) => code(line.text("It keeps its own. Where it stands: "), format!("status {name}")),
                }
            }
            Refusal::NoSuchPhase(phase) => {
                let phases = rfr.map(|rfr| rfr.edition.phases()).unwrap_or_default();
                let names: Vec<&str> = phases.iter().map(|phase| phase.name).collect();
                let line = line.text(format!(
                    ": the edition of the SOP that it follows has no {}; its phases are {}. ",
                    phase.name(),
                    names.join(", ")
                ));
                let earlier = phases.iter().rfind(|phase| rfr.is_some_and(|rfr| phase.kind < rfr.phase));
                match earlier {
                    Some(phase) => code(line.text("For example: "), format!("revert {name} {} REASON", phase.name)),
                    None => code(line.text("Where it stands: "), format!("status {name}")),
                }
            }
            Refusal::NoSuchTopic(topic) => {
                let line = line.text(format!(": the edition of the SOP that it follows asks for no decision on {topic}"));
                let topics = rfr.map(Rfr::topics).unwrap_or_default();
                let names: Vec<&str> = topics.iter().map(|topic| topic.name()).collect();
                match names.as_slice() {
                    [] => code(line.text(". To keep it all the same: "), format!("note {name} TEXT…")),
                    [first, ..] => code(
                        line.text(format!(", but for {}. For example: ", names.join(", "))),
                        format!("decide {name} {first} …"),
                    ),
                }
            }
            Refusal::NotEarlier { named, current } => code(
                line.text(format!(
                    " is in {}; a revert goes back to an earlier phase, not to {}. To go forward: ",
                    called(*current),
                    called(*named)
                )),
                format!("advance {name}"),
            ),
            Refusal::DropAfterStaging(phase) => code(
                line.text(format!(" is in {}: what is deployed is removed, not dropped: ", called(*phase))),
                format!("remove {name} REASON"),
            ),
            Refusal::RemoveBeforeProduction(phase) => code(
                line.text(format!(" is in {} and not deployed: it is dropped, not removed: ", called(*phase))),
                format!("drop {name} REASON"),
            ),
            Refusal::NameTaken { name: taken, by, ended, until } => {
                let line = if taken == by {
                    Paragraph::new().text("There is an RFR ").strong(by.clone()).text(" already")
                } else {
                    let line = Paragraph::new().text(format!("{taken} is a former name of ")).strong(by.clone());
                    let line = match until {
                        Some(end) => line.text(format!(" until {end}; ")),
                        None => line.text("; "),
                    };
                    line.text(format!("{SYSADMIN_MAIN} frees it at once with "))
                        .code(self.type_this(&format!("free {taken}")))
                };
                let line = if *ended {
                    code(line.text(", which has ended; take it up again with "), format!("reopen {by}"))
                } else {
                    code(line.text("; see "), format!("status {by}"))
                };
                line.text(", or choose another name")
            }
            Refusal::NameInvalid { name: bad, why } => {
                let line = Paragraph::new().text(format!("“{bad}” cannot be an RFR's name: {why}. For example: "));
                match rfr {
                    Some(rfr) => code(line, format!("rename {} tahrir", rfr.name)),
                    None => code(line, "new badges 4321 Badges for everyone".to_owned()),
                }
            }
            Refusal::NobodysAccount(account) => code(
                Paragraph::new()
                    .person(account.as_str())
                    .text(" is nobody's account: the bot itself, or what no person does, is called so. Name a person: "),
                format!("people {name} add NAME"),
            ),
            Refusal::NoFormerName => code(
                line.text(": only a name that it had before is freed. What it was called: "),
                format!("history {name}"),
            ),
            Refusal::TicketTaken { ticket, by } => code(
                Paragraph::new()
                    .text(format!("The {ticket} belongs to "))
                    .strong(by.clone())
                    .text("; one RFR, one ticket: "),
                format!("status {by}"),
            ),
            Refusal::NotThere(account) => code(
                line.text(": ").person(account.as_str()).text(" is not recorded there. Who is: "),
                format!("who {name}"),
            ),
            Refusal::NoLongerMember { account, group } => code(
                line.text(": ")
                    .person(account.as_str())
                    .text(format!(" is not in {group}, so the undo cannot give back what only its members give. Where it stands: ")),
                format!("status {name}"),
            ),
            Refusal::TooMany(list) => {
                let (what, next, command) = match list {
                    List::People => ("people", "whoever has left can go", format!("people {name} remove NAME")),
                    List::Discussions => ("discussions", "what is recorded", format!("status {name}")),
                    List::Sops => ("SOP documents", "what is linked", format!("status {name}")),
                    List::Links => ("links", "one page that lists the others is enough; what is linked", format!("status {name}")),
                    List::OpenQuestions => ("open questions", "answer some first", format!("questions {name}")),
                    List::Questions => ("questions", "those that were asked", format!("questions {name}")),
                    List::FormerNames => {
                        let former = rfr.and_then(|rfr| rfr.former_names.first()).cloned().unwrap_or_default();
                        ("former names", "sysadmin-main frees one of them", format!("free {former}"))
                    }
                    List::NamesInOneCommand => ("people in one command", "say the others in the next", format!("people {name} add NAME")),
                };
                let most = list.most();
                code(line.text(format!(": I keep at most {most} {what}, and this would be more; {next}: ")), command)
            }
            Refusal::UndoNeeds(right) => self.undo_needs(line, *right, (name, rfr)),
            Refusal::HeldByOfficer(hold) => code(
                line.text(" was put on hold ").then(held(hold)).text(format!(
                    "; that is a hold of {SECURITY_OFFICER}, who lift it, or two members of {SYSADMIN_MAIN} do. Each of them types "
                )),
                format!("release {name}"),
            ),
            Refusal::HeldByOther(hold) => code(
                line.text(" was put on hold ").then(by_on(&hold.mark)).text(because(&hold.reason)).text(format!(
                    "; they lift it, or the sponsor or a member of {SYSADMIN_MAIN} does. Each of them types "
                )),
                format!("release {name}"),
            ),
            Refusal::NothingToUndo => code(
                line.text(": there is nothing to undo: only an RFR's last change can be taken back, and not an undo. What happened: "),
                format!("history {name}"),
            ),
            Refusal::NotYourChange(mark) => code(
                line.text(" was last changed ")
                    .then(by_on(mark))
                    .text("; an undo takes back only your own change, while nobody has changed it after you. What happened: "),
                format!("history {name}"),
            ),
            Refusal::TooOldToUndo { at, within } => code(
                line.text(format!(
                    ": your last change is of {} UTC, and an undo is possible for {} minutes. Take it back by the opposite \
                     command: ",
                    at.format("%Y-%m-%d %H:%M"),
                    within.num_minutes()
                )),
                "help".to_owned(),
            ),
        };
        line.full_stop().into()
    }

    /// A change that would change nothing.
    pub fn already(&self, already: &Already, about: ChangeSubject<'_>) -> Message {
        let (name, rfr) = (about.name(), about.rfr());
        let called = |phase: Phase| rfr.map_or(phase.name(), |rfr| rfr.called(phase));
        let line = Paragraph::new().strong(name.to_owned());
        let by = |line: Paragraph, mark: &Mark| line.then(by_on(mark)).text("; nothing changed");
        let line = match already {
            Already::Follows(edition) => line.text(format!(" follows {} already; nothing changed", named(*edition))),
            Already::Adoption(adoption) => return self.adoption(adoption, about),
            Already::SignedOff { phase, mark } => {
                by(line.text(format!(": {} is already signed off ", called(*phase))), mark)
            }
            Already::Sponsors { account, since } => line
                .text(" is already sponsored by ")
                .person(account.as_str())
                .text(format!(" since {}; nothing changed", day(*since))),
            Already::Asked { account, mark } => by(
                line.text(": ")
                    .person(account.as_str())
                    .text(" was already asked to sponsor it "),
                mark,
            ),
            Already::NobodyAsked => line.text(": nobody is asked to sponsor it; nothing changed"),
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
                .text(" part in that role; nothing changed"),
            Already::QuestionClosed {
                number,
                closed: Closed::Answered {
                    text, by_mail, mark, ..
                },
            } => by(
                line.text(format!(
                    ": question {number} was already answered (“{}”) ",
                    answer(text, by_mail.as_ref())
                )),
                mark,
            )
            .text(decided_since(rfr, *number, text))
            .text("; to correct it, give the new answer and why: ")
            .code(self.type_this(&format!("answer {name} {number} ANSWER -- WHY"))),
            Already::QuestionClosed {
                number,
                closed: Closed::Withdrawn { mark },
            } => by(line.text(format!(": question {number} was withdrawn ")), mark),
            Already::Decided { topic, mark } => by(
                line.text(format!(": that decision on {topic} was already recorded ")),
                mark,
            ),
            Already::Done { row, mark } => by(line.text(format!(": {} was already done ", row.id)), mark),
            Already::NotNeeded { document, mark } => by(
                line.text(format!(
                    ": that no {} is needed was already recorded ",
                    document.called()
                )),
                mark,
            ),
            Already::NotDone(row) => line.text(format!(": {} is not done anyway; nothing changed", row.id)),
            Already::Scheduled { date: day, mark } => {
                by(line.text(format!(" was already scheduled for {} ", date(*day))), mark)
            }
            Already::OnHold(hold) => by(line.text(" was already put on hold "), &hold.mark).text(because(&hold.reason)),
            Already::ReleaseAgreed { hold, mark } => line
                .text(": you agreed on ")
                .text(day(mark.at))
                .text(" that the hold of ")
                .person(hold.mark.by.as_str())
                .text(format!(
                    " be lifted; a second member of {SYSADMIN_MAIN} must agree, or a member of {SECURITY_OFFICER}. To take yours back: "
                ))
                .code(self.type_this(&format!("undo {name}"))),
            Already::NotOnHold => line.text(" is not on hold; nothing changed"),
            Already::Open => line.text(" is open; nothing changed"),
            Already::Ended(ended) => by(line.text(format!(" was already {} ", ending(ended.how))), &ended.mark),
            Already::Named(same) => line.text(format!(" is already called {same}; nothing changed")),
            Already::Titled => line.text(" already has that title; nothing changed"),
            Already::HasTicket(ticket) => line.text(format!(" already has {ticket}; nothing changed")),
        };
        line.full_stop().into()
    }
}

/// `dropped` or `removed`.
pub(super) fn ending(how: Ending) -> &'static str {
    match how {
        Ending::Dropped => "dropped",
        Ending::Removed => "removed",
    }
}

/// The phases that the sponsor signs off: `development and staging`; `None` where there are none.
fn signed_phases(rfr: &Rfr) -> Option<String> {
    let signed = rfr.edition.phases().iter().filter(|phase| {
        let mut rows = sop::rows(rfr.edition, phase.kind);
        rows.any(|row| row.kind == Kind::SignOff)
    });
    let mut signed = signed.map(|phase| phase.name).peekable();
    signed.peek().is_some().then(|| listed(signed))
}

/// What was decided after the answer to a question of the SOP, where that differs.
fn decided_since(rfr: Option<&Rfr>, number: u32, answered: &str) -> String {
    let decision = rfr.and_then(|rfr| rfr.decisions.get(&rfr.question(number)?.topic?));
    match decision.filter(|decision| decision.text != answered) {
        Some(decision) => format!(", and decided since: {}", cut(&decision.text, LONGEST_DECISION)),
        None => String::new(),
    }
}

/// How much of a decision is repeated.
const LONGEST_DECISION: usize = 80;
