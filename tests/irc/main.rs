//! Tests against real IRC servers on loopback. Those that need installed servers are ignored by default;
//! `tests/run irc` installs the servers and runs them.

#[path = "../shipped/mod.rs"]
mod shipped;

mod accounts;
mod bad_network;
mod bans;
mod bot;
mod harness;
mod life;
mod links;
mod login;
mod netsplit;
mod networks;
mod places;
mod reminders;
mod servers;
mod talk;
