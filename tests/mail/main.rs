//! Tests against a real mailing list on loopback: Postfix, Mailman 3 and Dovecot, and, between list and room, a real
//! IRC server. All are ignored by default; `tests/run mail` installs the servers and runs them, as root, because
//! Postfix cannot start otherwise.

#[path = "../shipped/mod.rs"]
mod shipped;

mod bot;
#[path = "../irc/bot.rs"]
#[expect(dead_code, reason = "shared with tests/irc, which uses all of it")]
mod channel;
mod house;
mod mailman;
mod postfix;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "../irc/servers/mod.rs"]
#[expect(dead_code, reason = "shared with tests/irc, which uses all of it")]
mod servers;
mod waiting;

mod lists;
mod room;
mod sending;
