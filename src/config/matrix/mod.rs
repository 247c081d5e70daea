//! `[matrix]`: one account on one homeserver.

mod check;
mod network;
mod rows;

pub(super) use check::network;
pub use network::MatrixNetwork;
pub(super) use rows::MatrixRows;
