//! Tests against a real Synapse on loopback, with matrix-nio as the people's client; they are ignored by default, and
//! `tests/run matrix` installs both and runs them. What no real homeserver would do is tested against a simulated one
//! (`hostile`), which needs nothing.

#[path = "../shipped/mod.rs"]
mod shipped;

#[path = "../shipped/idleness.rs"]
mod idleness;

mod bot;
mod capture;
mod cases;
mod crash;
mod encryption;
mod gateway;
mod homeserver;
mod hostile;
mod idle;
mod life;
mod linking;
mod login;
mod person;
mod reactions;
mod reload;
mod reminders;
mod rooms;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
mod servers;
mod synapse;
mod trouble;
mod trust;
mod words;
