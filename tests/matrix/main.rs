//! Everything seen, in order; `heard` is how far the test has read.

#[path = "../shipped/mod.rs"]
mod shipped;

#[path = "../shipped/idleness.rs"]
mod idleness;

mod bot;
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
