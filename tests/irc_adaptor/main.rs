//! A scripted server on a real socket, with the adaptor on the other end.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod crowds;
mod links;
mod places;
mod server;
