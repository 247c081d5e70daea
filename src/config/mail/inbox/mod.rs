//! `[mail.inbox]`: where the list's mails are read.

mod check;
mod mailbox;
mod rows;

pub(super) use check::inbox;
pub use mailbox::{ImapMailbox, Inbox, ListProof, MailSource};
pub(super) use rows::InboxRows;
