//! The types exchanged between the networks and the rest of the bot: places, incoming, outgoing, and reports of
//! adaptors. Types only: adaptors convert between these and their wire, and make no decisions.

mod accounts;
mod bus;
mod incoming;
mod mail;
mod outgoing;
mod place;
mod report;
mod rfr_id;
mod sign_off;
mod tracker;

pub use accounts::{AccountsAsked, AccountsTold, QUESTIONS_AT_ONCE};
pub use bus::{BUS_NETWORK, BusCounts, BusDelivery, BusMessage, BusNews, BusReport, BusTopic};
pub use incoming::{Incoming, IncomingId, Notice, Quoted, Quoting, Unquotable};
pub use mail::{ListMail, MAIL_NETWORK, Mail, MailDelivery, MailKind, MessageId};
pub use outgoing::{Beside, Delivery, Manner, OutboxKey, Outcome, Outgoing};
pub use place::{Place, Room};
pub use report::{OtherNick, Presence, Report};
pub use rfr_id::RfrId;
pub use sign_off::SignOffAsked;
pub use tracker::{
    Assign, CLOCKS_DIFFER, TRACKER_NETWORK, TicketComment, TicketDelivery, TicketOrder, TicketRead, TrackerReport,
};
