//! All patterns of words, compiled together when the first is needed: one that does not compile cannot hide behind a
//! rare command. The program has no others.

use regex::Regex;
use std::sync::LazyLock;

pub(super) struct Patterns {
    /// `4321`, `#4321` or `#04321`.
    pub(super) ticket_number: Regex,
    /// An address of the web.
    pub(super) web_address: Regex,
    /// `2026-12-03`.
    pub(super) iso_date: Regex,
    /// `20261203`, or an ISO date with a time behind it.
    pub(super) compact_date: Regex,
    /// Three numbers that somebody means as a date: `03.12.2026`.
    pub(super) numbers: Regex,
}

pub(super) static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns {
    ticket_number: made(r"^#?0{0,9}([1-9][0-9]{0,9})$"),
    web_address: made(r"^(?i:https?)://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s<>\x22]*)?$"),
    iso_date: made(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$"),
    compact_date: made(r"^(20[0-9]{2})(?:([0-9]{2})([0-9]{2})|-([0-9]{1,2})-([0-9]{1,2})t[0-9][^\s]*)$"),
    numbers: made(r"^([0-9]{1,4})[./-]([0-9]{1,2})[./-]([0-9]{1,4})\.?$"),
});

fn made(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant pattern compiles")
}
