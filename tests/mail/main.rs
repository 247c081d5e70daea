//! Tests against a real mailing list on loopback: Postfix, Mailman 3 and Dovecot. All are ignored by default;
//! `tests/run mail` installs the servers and runs them, as root, because Postfix starts no other way.

mod bot;
mod certificates;
mod group;
mod house;
mod mailman;
mod ports;
mod postfix;
mod waiting;

mod lists;
mod sending;
