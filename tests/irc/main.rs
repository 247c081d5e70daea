//! Tests against real IRC servers on loopback. Those that need installed servers are ignored by default;
//! `tests/run irc` installs the servers and runs them.

mod bad_network;
mod bot;
mod harness;
mod life;
mod servers;
