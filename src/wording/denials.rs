//! Rights that somebody lacks: which, who has it, and whom to ask.

use super::Wording;
use super::phrases::{date, group, held, listed};
use super::rules::last_refusal;
use crate::people::{Account, Denied, Identity, NotAPerson, Right, SECURITY_OFFICER, SYSADMIN_MAIN, Unproven, Unsure};
use crate::rfr::outlook::Circumstances;
use crate::rfr::{Change, ChangeSubject, Rfr};
use crate::sop::{self, Kind, Row};
use crate::text::{Message, Paragraph};

impl Wording {
    /// A right that somebody lacks for a change; `around` says who can be asked.
    pub fn denied(
        &self,
        denied: &Denied,
        change: &Change,
        about: ChangeSubject<'_>,
        around: &Circumstances<'_>,
    ) -> Message {
        let (name, rfr) = (about.name(), about.rfr());
        let line = Paragraph::new().strong(name.to_owned());
        let line = match denied.needs {
            Right::Sponsor if denied.sponsor_left_group => line
                .text(format!(
                    ": you sponsor it but are no longer in {SYSADMIN_MAIN}, and only its members sign off; "
                ))
                .then(group(SYSADMIN_MAIN, &denied.holders, around))
                .text(". Pass it on: ")
                .code(self.type_this(&format!("handover {name} NAME"))),
            Right::Sponsor => match rfr.and_then(|rfr| rfr.sponsor.as_ref()) {
                Some(sponsor) => line
                    .text(": only its sponsor signs off, and that is ")
                    .person(sponsor.account.as_str())
                    .text(if let Some(day) = around.away_until(&sponsor.account) {
                        format!(", who is away until {}. What it needs: ", date(day))
                    } else if around.is_around(&sponsor.account) {
                        ", who is around now. What it needs: ".to_owned()
                    } else {
                        ". What it needs: ".to_owned()
                    })
                    .code(self.type_this(&format!("next {name}"))),
                None => line
                    .text(format!(
                        ": only its sponsor signs off, and it has none. A {SYSADMIN_MAIN} member types "
                    ))
                    .code(self.type_this(&format!("sponsor {name}"))),
            },
            Right::Member(SYSADMIN_MAIN) if row_of(change, rfr).is_none() => {
                let line = line
                    .text(format!(": only members of {SYSADMIN_MAIN} sponsor; "))
                    .then(group(SYSADMIN_MAIN, &denied.holders, around));
                let is_taken = rfr.is_some_and(|rfr| rfr.sponsor.is_some() || rfr.asked_sponsor.is_some());
                if denied.holders.is_empty() {
                    line.text(ADD_PEOPLE)
                } else if is_taken {
                    // Whoever takes no part cannot ask somebody else.
                    line.text(". Who sponsors it, or is asked to: ")
                        .code(self.type_this(&format!("who {name}")))
                } else {
                    line.text(". Ask one: ")
                        .code(self.type_this(&format!("sponsor {name} NAME")))
                }
            }
            Right::Member(needed) => {
                let line = line
                    .text(format!(": that is for {needed}; "))
                    .then(group(needed, &denied.holders, around));
                if denied.holders.is_empty() {
                    line.text(ADD_PEOPLE)
                } else if let Change::Done { item, .. } = change {
                    line.text(". One of them types ")
                        .code(self.type_this(&format!("done {name} {item}")))
                } else {
                    line.text(". Ask one of them")
                }
            }
            Right::Look
            | Right::Person
            | Right::Involved
            | Right::Hold
            | Right::Release
            | Right::RequesterOrMain
            | Right::SponsorOrMain
            | Right::Operator
            | Right::Main
            | Right::MainOrReleng => {
                let line = line
                    .text(format!(": that is for {}; ", denied.needs.holders()))
                    .then(group(SYSADMIN_MAIN, &denied.holders, around));
                let hold = rfr.and_then(|rfr| rfr.hold.as_ref());
                match hold.filter(|_| denied.needs == Right::Release) {
                    Some(hold) => {
                        let may_be_officer =
                            |holder: &Account| around.directory.may_be_member(holder, SECURITY_OFFICER);
                        let who = if hold.mark.by.person().is_some_and(may_be_officer) {
                            "; a security officer lifts it alone, of sysadmin-main two do, by "
                        } else {
                            "; one of them types "
                        };
                        line.text(". It was put on hold ")
                            .then(held(hold))
                            .text(who)
                            .code(self.type_this(&format!("release {name}")))
                    }
                    None => line
                        .text(". Who takes part: ")
                        .code(self.type_this(&format!("who {name}"))),
                }
            }
        };
        line.full_stop().into()
    }

    /// The SOP's rule behind a right that somebody lacks, for `why`; `said` is what was said then.
    pub fn why_denied(&self, denied: &Denied, change: &Change, rfr: Option<&Rfr>, said: Message) -> Message {
        let mut message = last_refusal(said);
        if let Some(row) = row_of(change, rfr) {
            message.push(Paragraph::new().text(format!("SOP, {} ({}): {}", row.phase_name, row.id, row.sentence)));
            return message;
        }
        message.push(Paragraph::new().text(match denied.needs {
            Right::Sponsor => "SOP: the RFR sponsor signs off, and sponsors are members of sysadmin-main.",
            Right::Member(_) => "SOP: the ticket must be assigned to, and accepted by, someone in sysadmin-main.",
            Right::Look
            | Right::Person
            | Right::Involved
            | Right::Hold
            | Right::Release
            | Right::RequesterOrMain
            | Right::SponsorOrMain
            | Right::Operator
            | Right::Main
            | Right::MainOrReleng => {
                "House rule: an RFR is changed by those who take part in it, and by sysadmin-main."
            }
        }));
        message
    }

    /// Nobody can tell who is in the group on which something depends.
    pub fn unsure(&self, name: &str, unsure: &Unsure) -> Message {
        let line = Paragraph::new();
        let line = if name.is_empty() {
            line
        } else {
            line.strong(name.to_owned()).text(": ")
        };
        line.text(format!(
            "I cannot tell who is in {} now, because of the account system: {}. So I changed nothing; say it again in a \
             minute. How I see you: ",
            unsure.group,
            publicly(&unsure.why)
        ))
        .code(self.type_this("whoami"))
        .into()
    }

    /// The rule behind that, for `why`.
    pub fn why_unsure(&self, said: Message) -> Message {
        let mut message = last_refusal(said);
        message.push(Paragraph::new().text(
            "House rule: who is in a group is asked of the account system at the moment of the act. No answer is no yes, \
             and no no either: what needs a group waits for it, the rest goes on.",
        ));
        message
    }

    /// Somebody whom the directory does not know wants a change.
    pub fn stranger(&self, why: &NotAPerson) -> Message {
        Paragraph::new()
            .text("Changes need a person: ")
            .then(not_a_person(why))
            .text(" ")
            .code(self.type_this("whoami"))
            .text(" shows how I see you.")
            .into()
    }

    /// Of the offered commands those that are not for whoever asked: for whom they are.
    pub fn not_for_the_asker(&self, others: &[(&str, Vec<&str>)]) -> Paragraph {
        let parts: Vec<String> = others
            .iter()
            .map(|(holders, verbs)| {
                let are = if verbs.len() == 1 { "is" } else { "are" };
                format!("{} {are} for {holders}", listed(verbs))
            })
            .collect();
        Paragraph::new().text(format!("Not for you to type: {}.", parts.join("; ")))
    }

    /// A note for those who look where nothing can be changed.
    pub fn no_changes_here(&self) -> Paragraph {
        Paragraph::new()
            .text("I take no changes over this network, because its server cannot tell me who is logged in: ")
            .code(self.type_this("whoami"))
            .text(".")
    }

    /// The rule behind that, for `why`.
    pub fn why_stranger(&self, said: Message) -> Message {
        let mut message = last_refusal(said);
        message.push(Paragraph::new().text(
            "House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for \
             and whom the bot knows: by its config, by a link, or by the account system.",
        ));
        message
    }
}

/// Where a group has lost its last member.
const ADD_PEOPLE: &str = ". Whoever looks after me can add people to it under [groups]";

/// The row that a change wants to meet or to take back, where members of a group alone may.
fn row_of(change: &Change, rfr: Option<&Rfr>) -> Option<&'static Row> {
    let (Change::Done { item, .. } | Change::Undone { item, .. }) = change else {
        return None;
    };
    sop::row(rfr?.edition, item).filter(|row| matches!(row.kind, Kind::Check { by: Some(_), .. }))
}

/// What is wrong with the account system, as far as it concerns whoever speaks: its address and what helps are for the
/// operator, who reads them in the log, in `rfrbot status` and in the admin place.
pub(super) fn publicly(why: &str) -> String {
    let what = why.split(": ").next().unwrap_or(why);
    match what.split_once(' ') {
        Some((address, rest)) if address.contains("://") => format!("it {rest}"),
        Some(_) | None => what.to_owned(),
    }
}

/// Why a speaker is not known, and what helps.
pub(super) fn not_a_person(why: &NotAPerson) -> Paragraph {
    Paragraph::new().text(match why {
        NotAPerson::Unproven(Unproven::NotLoggedIn) => {
            "a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ \
             IDENTIFY), then say it again."
                .to_owned()
        }
        NotAPerson::Unproven(Unproven::NotKnownYet) => {
            "I do not know yet whether you are logged in to this network's services; the server is still telling me. Say \
             it again in a moment."
                .to_owned()
        }
        NotAPerson::Unproven(Unproven::ServerCannotTell) => {
            "this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use \
             another network."
                .to_owned()
        }
        NotAPerson::Unproven(Unproven::BridgeGhost) => {
            "you speak through a bridge, which vouches for nobody. Speak from an account of your own.".to_owned()
        }
        NotAPerson::Unmapped(Identity::IrcAccount { network, account }) => format!(
            "the services account {account} belongs to no Fedora account that I know. Where I know you on another \
             network, say link to me in private; else the operator adds irc = [\"{network}/{account}\"] to \
             [people.YOUR-ACCOUNT] in my config."
        ),
        NotAPerson::Unmapped(Identity::Matrix { mxid }) => format!(
            "{mxid} belongs to no Fedora account that I know. Where I know you on another network, say link to me in \
             private; else the operator adds matrix = [\"{mxid}\"] to [people.YOUR-ACCOUNT] in my config."
        ),
        NotAPerson::InNoProfile(identity) => format!(
            "no public profile of the account system names the {identity}. Add it to yours, and make it public; or, where \
             I know you on another network, say link to me in private."
        ),
        NotAPerson::InSeveralProfiles(identity) => format!(
            "more than one profile of the account system names the {identity}, so I take it for nobody's. Whoever does not \
             own it takes it out of theirs; or, where I know you on another network, say link to me in private."
        ),
        NotAPerson::Unsure(identity, why) => format!(
            "I cannot tell now to whom the {identity} belongs, because of the account system: {}. Say it again in a minute.",
            publicly(why)
        ),
        NotAPerson::Inactive(account) => format!(
            "the account system has no active account {account}, so that you are nobody here. If you are {account}, ask those \
             who run the account system to enable it; if you are not, ask my operator to correct what I know of you."
        ),
        NotAPerson::MayBeInactive(account, why) => format!(
            "I cannot tell now whether the account {account} is active, because of the account system: {}. Looking works; \
             say the rest again in a minute.",
            publicly(why)
        ),
        NotAPerson::Unmapped(Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_)) => "I do not know your account.".to_owned(),
    })
}
