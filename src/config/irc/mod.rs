//! `[irc.NETWORK]`: one IRC network.

mod check;
mod network;
mod rows;

pub(super) use check::network;
pub use network::{IrcChannel, IrcNetwork, Login, Pace, Tls};
pub(super) use rows::IrcRows;
