//! `[mail]`: sending to the mailing list; and `[mail.inbox]`.

mod check;
mod inbox;
mod list;
mod rows;

pub(super) use check::section;
pub use inbox::{ImapMailbox, Inbox, ListProof, MailSource};
pub use list::{MailWay, MailingList, SmtpServer, SmtpTls};
pub(super) use rows::MailRows;
