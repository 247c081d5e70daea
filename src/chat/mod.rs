//! The adaptors of the chat networks. Each translates between its wire and the types of [`crate::wire`]. They make no
//! decisions: what is a command, who may do what and what is said is settled elsewhere.

pub mod console;
pub mod irc;
#[cfg(feature = "matrix")]
pub mod matrix;
