//! Two linked servers, with accounts and services on the first.

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
