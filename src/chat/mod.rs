//! The adaptors of the chat networks. Each turns its wire into what [`crate::wire`] has, and that into its wire. It takes
//! no decisions: whether a line is a command, who may do what, and what is said is settled elsewhere.

pub mod console;
pub mod irc;
#[cfg(feature = "matrix")]
pub mod matrix;
