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
mod linking;
mod links;
mod login;
mod netsplit;
mod networks;
mod places;
mod reminders;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
mod servers;
mod talk;
