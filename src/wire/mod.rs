//! What crosses the border between the networks and the house: places, what comes in, what goes out, and what adaptors
//! report. Types only: an adaptor turns its wire into these and these into its wire, and takes no decisions.

mod accounts;
mod incoming;
mod mail;
mod outgoing;
mod place;
mod report;
mod sign_off;

pub use accounts::{GroupsAsked, GroupsTold};
pub use incoming::{Incoming, IncomingId, Notice};
pub use mail::{ListMail, MAIL_NETWORK, Mail, MailDelivery, MailKind, MessageId};
pub use outgoing::{Beside, Delivery, Manner, OutboxKey, Outcome, Outgoing};
pub use place::{Place, Room};
pub use report::{OtherNick, Presence, Report};
pub use sign_off::SignOffAsked;
