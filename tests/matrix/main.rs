//! Tests against a real Synapse on loopback, with matrix-nio as the people's client; they are ignored by default, and
//! `tests/run matrix` installs both and runs them. What no real homeserver would do is tried beside one of the tests'
//! own (`hostile`), which needs nothing.

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
mod login;
mod person;
mod reactions;
mod reload;
mod reminders;
mod rooms;
mod servers;
mod synapse;
mod trouble;
mod trust;
mod words;
