//! How the bot sees a speaker: who that is, how it was proven, and what that person may do.

use super::Wording;
use super::denials::{not_a_person, publicly};
use super::linking::linked_to_you;
use super::phrases::some_people;
use crate::people::linking::IdentityLink;
use crate::people::{
    Account, Identity, KnownBy, NotAPerson, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG, Unproven, Unsure,
};
use crate::text::{Message, Paragraph};
use chrono::{DateTime, Utc};

/// How the bot sees a speaker.
pub struct SeenAs<'a> {
    /// The name that the room sees.
    pub name: &'a str,
    /// What the network proved.
    pub identity: &'a Identity,
    /// The account, or why there is none.
    pub account: Result<&'a Account, &'a NotAPerson>,
    /// The account's groups.
    pub groups: Vec<&'a str>,
    /// Groups of which nobody can tell now who is in them, and why.
    pub unsure: Vec<Unsure>,
    /// RFRs that the person sponsors.
    pub sponsors: Vec<&'a str>,
    /// RFRs that the person could sign off at this moment.
    pub signs: Vec<&'a str>,
    /// By what the person is known here.
    pub known_by: Option<KnownBy<'a>>,
    /// Other identities that are linked to the account.
    pub linked: Vec<&'a IdentityLink>,
    /// RFRs in which the person takes part in another way.
    pub takes_part: Vec<&'a str>,
    /// Does the person look after the bot?
    pub is_operator: bool,
    /// Who is in sysadmin-main.
    pub mains: Vec<Account>,
}

impl Wording {
    /// How the bot sees a speaker.
    pub fn whoami(&self, seen: &SeenAs<'_>) -> Message {
        let account = match seen.account {
            Err(why) => {
                let nick_only = matches!(why, NotAPerson::Unproven(Unproven::NotLoggedIn));
                let seen_as = if nick_only { ", and that is a nick only" } else { "" };
                let line = Paragraph::new().text(format!("You are {} here{seen_as}: ", seen.name));
                let mut message = Message::line(line.then(not_a_person(why)));
                if !matches!(why, NotAPerson::Unproven(Unproven::NotKnownYet)) {
                    message.push(Paragraph::new().text("You may look at everything and change nothing."));
                }
                return message;
            }
            Ok(account) => account,
        };
        let groups = if seen.groups.is_empty() {
            "no group that I know".to_owned()
        } else {
            seen.groups.join(", ")
        };
        let mut message = Message::line(Paragraph::new().text(format!(
            "You are {account}, proven by {}{}; in {groups}.",
            seen.identity,
            known_by(seen.known_by.as_ref())
        )));
        if !seen.linked.is_empty() {
            message.push(linked_to_you(&seen.linked).full_stop());
        }
        if let Some(Unsure { why, .. }) = seen.unsure.first() {
            let groups: Vec<&str> = seen.unsure.iter().map(|unsure| unsure.group.as_str()).collect();
            message.push(Paragraph::new().text(format!(
                "Whether you are in {} I cannot tell now, because of the account system: {}.",
                groups.join(", "),
                publicly(why)
            )));
        }
        let is_in = |group: &str| seen.groups.contains(&group);
        let mut may = vec!["look at everything, request, ask, answer and note".to_owned()];
        if is_in(SYSADMIN_MAIN) {
            may.push("sponsor, and change, revert, drop or remove every RFR".to_owned());
        }
        if is_in(SYSADMIN_MAIN) || is_in(SYSADMIN_RELENG) {
            may.push("start and lift freezes, and approve freeze breaks of others".to_owned());
        }
        if is_in(SECURITY_OFFICER) {
            may.push("approve audits, and hold and release every RFR".to_owned());
        }
        if !seen.takes_part.is_empty() {
            may.push(format!("change {}", seen.takes_part.join(", ")));
        }
        if seen.is_operator {
            may.push("have my config read anew".to_owned());
        }
        if !seen.sponsors.is_empty() {
            may.push(format!("act as the sponsor of {}", seen.sponsors.join(", ")));
        }
        if !seen.signs.is_empty() {
            may.push(format!("sign off {}", seen.signs.join(", ")));
        }
        message.push(Paragraph::new().text(format!("You may {}.", may.join("; "))));
        let others: Vec<Account> = seen.mains.iter().filter(|member| *member != account).cloned().collect();
        if !others.is_empty() {
            message.push(
                Paragraph::new()
                    .text("Every RFR may be changed by ")
                    .then(some_people(&others, 8))
                    .text(format!(" ({SYSADMIN_MAIN}) too; "))
                    .code(self.type_this("help VERB"))
                    .text(" says who may what."),
            );
        }
        message
    }
}

/// By what an identity is somebody's, and since when.
fn known_by(known: Option<&KnownBy<'_>>) -> String {
    let read = |at: &Option<DateTime<Utc>>| {
        at.map_or_else(String::new, |at| format!(", as I read it on {}", at.format("%Y-%m-%d")))
    };
    match known {
        Some(KnownBy::Config(at)) => format!(" (yours by my config{})", read(at)),
        Some(KnownBy::Homeserver(server, at)) => {
            format!(" (names on {server} are accounts by my config{})", read(at))
        }
        Some(KnownBy::IdentityLink(link)) => format!(
            " (which you linked by {} on {})",
            link.beside,
            link.at.format("%Y-%m-%d")
        ),
        Some(KnownBy::Profile(at)) => format!(
            " (yours by your profile in the account system, as I read it on {} UTC)",
            at.format("%Y-%m-%d at %H:%M")
        ),
        None => String::new(),
    }
}
