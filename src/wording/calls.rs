//! What somebody who is asked for something is told.

use super::Wording;
use super::phrases::{LONGEST_WORDS, because, cut};
use crate::people::Account;
use crate::rfr::Rfr;
use crate::rfr::freeze_break::FreezeBreak;
use crate::rfr::outlook::Outlook;
use crate::sop::Row;
use crate::text::Paragraph;

impl Wording {
    /// Somebody is recorded on an RFR by somebody else.
    pub fn recorded_you(&self, rfr: &Rfr, account: &Account, role: &str, by: &Account) -> Paragraph {
        let line = Paragraph::new().strong(rfr.name.clone()).text(": ");
        line.person(by.as_str())
            .text(format!(" recorded you as {role}. If you are not: "))
            .code(self.type_this(&format!("people {} remove {account}", rfr.name)))
            .text(".")
    }

    /// Somebody is asked to sponsor it, or to take it over.
    pub fn asks_to_sponsor(&self, rfr: &Rfr, by: &Account) -> Paragraph {
        let asked = rfr.asked_sponsor.as_ref().map_or("you", |asked| asked.account.as_str());
        let to_do = if rfr.sponsor.is_some() {
            "to take the sponsorship over"
        } else {
            "to sponsor it"
        };
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(" ({}): ", cut(&rfr.title, LONGEST_WORDS)))
            .person(by.as_str())
            .text(" asks ")
            .person(asked)
            .text(format!(" {to_do}: "))
            .code(self.type_this(&format!("accept {}", rfr.name)))
            .text(" or ")
            .code(self.type_this(&format!("decline {}", rfr.name)))
            .text(".")
    }

    /// Somebody is asked to answer.
    pub fn asks_to_answer(&self, rfr: &Rfr, number: u32, text: &str, by: &Account) -> Paragraph {
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(": ")
            .person(by.as_str())
            .text(format!(" asks “{}”: ", cut(text, LONGEST_WORDS)))
            .code(self.type_this(&format!("answer {} {number} ANSWER…", rfr.name)))
            .text(".")
    }

    /// Nothing but the signature is missing.
    pub fn asks_to_sign(&self, outlook: &Outlook<'_>, row: &Row) -> Paragraph {
        let rfr = outlook.rfr;
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(": all but the {} sign-off is there: ", row.phase_name));
        self.sign_off_by(outlook, row, line)
            .text("; ")
            .code(self.type_this(&format!("review {}", rfr.name)))
            .text(" shows what is signed.")
    }

    /// A freeze break wants approvals.
    pub fn asks_to_agree(&self, found: &FreezeBreak, name: &str, by: &Account) -> Paragraph {
        Paragraph::new()
            .strong(name.to_owned())
            .text(": ")
            .person(by.as_str())
            .text(format!(
                " asks for freeze break {}{}: ",
                found.number,
                because(&cut(&found.reason, LONGEST_WORDS))
            ))
            .code(self.type_this(&format!("+1 {}", found.number)))
            .text(" or ")
            .code(self.type_this(&format!("-1 {} REASON…", found.number)))
            .text(".")
    }
}
