//! What is said of linking a second network to an account.

use super::Wording;
use super::denials::not_a_person;
use crate::command::LinkOrder;
use crate::people::linking::{CODE_COUNTS, IdentityLink, LinkRefusal};
use crate::people::{Account, Identity, NotAPerson, Person};
use crate::text::{Message, Paragraph};

impl Wording {
    /// A code, and what to do with it.
    pub fn link_code(&self, code: &str, links: &[&IdentityLink]) -> Message {
        let minutes = CODE_COUNTS.num_minutes();
        let mut message = Message::line(
            Paragraph::new()
                .text("On the other network, say to me in private: ")
                .code(format!("link {code}"))
                .text(format!(
                    ". It counts once, for {minutes} minutes. Whoever types it is you from then on, so show it to nobody."
                )),
        );
        if !links.is_empty() {
            message.push(linked_to_you(links));
        }
        message
    }

    /// Somebody wants to link something where others read it.
    pub fn link_in_private(&self, order: &LinkOrder) -> Message {
        let typed = match order {
            LinkOrder::Ask => "link",
            LinkOrder::Type(_) => "link CODE",
            LinkOrder::Unlink(_) => "unlink",
        };
        Paragraph::new()
            .text("That is for private messages: everybody here reads it. To me alone: ")
            .code(typed.to_owned())
            .full_stop()
            .into()
    }

    /// A code stands in what somebody said where others read it.
    pub fn code_was_read(&self) -> Message {
        Paragraph::new()
            .text("Everybody here has read that code, so it no longer counts. Another comes by ")
            .code("link".to_owned())
            .text(", to me alone, where I know you.")
            .into()
    }

    /// Somebody who is not known asks for a code.
    pub fn link_where_known(&self, why: &NotAPerson) -> Message {
        // Somebody whom a code would help nothing.
        if let NotAPerson::Inactive(_) | NotAPerson::MayBeInactive(..) | NotAPerson::Unsure(..) = why {
            return Paragraph::new()
                .text("No code for now: ")
                .then(not_a_person(why))
                .into();
        }
        let mut message = Message::line(
            Paragraph::new()
                .text("A code comes from a network where I know you already: there, in private, say ")
                .code("link".to_owned())
                .text("; then type the code here."),
        );
        message.push(Paragraph::new().text("Here: ").then(not_a_person(why)));
        message
    }

    /// Somebody who is known by a link asks for a code.
    pub fn link_by_a_link(&self, link: &IdentityLink) -> Message {
        Paragraph::new()
            .text(format!(
                "A link makes you {} here, and a code comes from where I know you without one ({}): there, in private, say ",
                link.account, link.beside
            ))
            .code("link".to_owned())
            .text("; then type the code on the other network.")
            .into()
    }

    /// Somebody who looks after the bot took a link back.
    pub fn unlinked_by(&self, by: &Person, link: &IdentityLink) -> Message {
        Paragraph::new()
            .text(format!("{} is no longer linked to your account: ", link.identity))
            .person(by.account().as_str())
            .text(" took that back.")
            .into()
    }

    /// This process cannot link identities.
    pub fn no_links_here(&self) -> Message {
        Paragraph::new()
            .text("I have no source of secrets, so I make no codes.")
            .into()
    }

    /// A code that links nothing.
    pub fn link_refused(&self, refusal: &LinkRefusal) -> Message {
        let line = Paragraph::new();
        match refusal {
            LinkRefusal::NoSuchCode => line
                .text(format!(
                    "That code does not count: a code counts once, for {} minutes. Another comes by ",
                    CODE_COUNTS.num_minutes()
                ))
                .code("link".to_owned())
                .text(", in private, on a network where I know you. (An address is recorded by ")
                .code("link RFR URL".to_owned())
                .text(".)"),
            LinkRefusal::TooManyTries(until) => line.text(format!(
                "Too many wrong codes from you; try again after {} UTC, with a new one.",
                until.format("%H:%M")
            )),
            LinkRefusal::SomebodyElse(account) => line
                .text("Here you are ")
                .text(account.as_str())
                .text(" already, and that code is another account's. Nothing was linked. How I see you: ")
                .code("whoami".to_owned())
                .full_stop(),
            LinkRefusal::Somebody(why) => line.text("Nothing was linked: ").then(not_a_person(why)),
            LinkRefusal::TooManyLinks(account) => line
                .text("So much is linked to ")
                .text(account.as_str())
                .text(" that nothing more can be. Take one back first: ")
                .code("unlink".to_owned())
                .text(", where I know you."),
        }
        .into()
    }

    /// The identity proves that account already.
    pub fn already_linked(&self, account: &Account) -> Message {
        Paragraph::new()
            .text("I know you here as ")
            .text(account.as_str())
            .text(" already; nothing had to be linked.")
            .into()
    }

    /// An identity is linked from now on.
    pub fn linked(&self, by: &Person, identity: &Identity) -> Message {
        let mut message = Message::line(
            Paragraph::new()
                .text("You are ")
                .text(by.account().as_str())
                .text(format!(" here from now on: {identity} is linked to your account.")),
        );
        message.push(
            Paragraph::new()
                .code("whoami".to_owned())
                .text(" says what you may do; ")
                .code("unlink".to_owned())
                .text(" takes the link back."),
        );
        message
    }

    /// Whoever made the code reads what it was used for.
    pub fn linked_elsewhere(&self, link: &IdentityLink) -> Message {
        Paragraph::new()
            .text(format!(
                "{} is linked to your account by your code. If that was not you: ",
                link.identity
            ))
            .code(format!("unlink {}", link.identity.words()))
            .full_stop()
            .into()
    }

    /// A link is taken back.
    pub fn unlinked(&self, link: &IdentityLink) -> Message {
        Paragraph::new()
            .text(format!("{} is no longer linked to ", link.identity))
            .text(link.account.as_str())
            .text(". What was done with it stays.")
            .into()
    }

    /// No link can be meant, or several.
    pub fn nothing_to_unlink(&self, own: &[&IdentityLink]) -> Message {
        if own.is_empty() {
            return Paragraph::new()
                .text("Nothing like that is linked to your account. How I see you: ")
                .code("whoami".to_owned())
                .full_stop()
                .into();
        }
        let mut line = linked_to_you(own).text(". Say which: ");
        for (at, link) in own.iter().enumerate() {
            if at > 0 {
                line = line.text(" or ");
            }
            line = line.code(format!("unlink {}", link.identity.words()));
        }
        line.full_stop().into()
    }
}

pub(super) fn linked_to_you(links: &[&IdentityLink]) -> Paragraph {
    let names: Vec<String> = links.iter().map(|link| link.identity.to_string()).collect();
    Paragraph::new().text(format!("Linked to your account: {}", names.join(", ")))
}
