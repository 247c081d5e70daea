//! From a path and a query to a document.

use super::drawn::Drawn;
use super::layout::Site;
use super::pages::{CardFilter, Parts};
use super::{Board, Look, calendar, feeds, json, pages, picture, rfr_page};
use crate::people::Account;
use chrono::{DateTime, Utc};
use std::cell::OnceCell;

/// Longest path and query that are looked at, in bytes; RFRs and accounts have shorter names.
const LONGEST_TARGET: usize = 1024;

pub(super) const HTML: &str = "text/html; charset=utf-8";
pub(super) const CSS: &str = "text/css; charset=utf-8";
pub(super) const SVG: &str = "image/svg+xml";
pub(super) const JSON: &str = "application/json";
pub(super) const ATOM: &str = "application/atom+xml; charset=utf-8";
pub(super) const ICS: &str = "text/calendar; charset=utf-8";

/// The style of every page.
pub(super) const STYLE: &str = include_str!("style.css");

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FoundPage {
    /// A document: its type, and its text with the moment still to be filled in.
    Document(&'static str, String),
    /// It is elsewhere, seen from here.
    Moved(String),
    /// There is nothing, which a page says.
    Nothing(String),
}

/// A look, and what it saw of the whole board: many pages are made of that.
pub(super) struct Seen {
    look: Look,
    board: OnceCell<Board>,
    drawn: Drawn,
    /// When it was taken.
    pub(super) at: DateTime<Utc>,
}

impl Seen {
    /// What was drawn from a look before is drawn again only where it changed.
    pub(super) fn new(look: Look, at: DateTime<Utc>, before: Option<Self>) -> Self {
        Self {
            look,
            board: OnceCell::new(),
            drawn: before.map(|before| before.drawn).unwrap_or_default(),
            at,
        }
    }

    fn page(&self, filter: &CardFilter, url: &str) -> Result<String, String> {
        let board = self.board()?;
        let parts = Parts {
            strip: self.drawn.strip(board),
            card: &|card| self.drawn.card(card, self.at, url),
        };
        let site = Site { root: "", files: false };
        Ok(pages::board(board, filter, site, &parts))
    }

    fn json(&self, url: &str) -> Result<String, String> {
        let board = self.board()?;
        let year = self.drawn.year_json(board);
        Ok(json::board(board, url, &year, &|card| {
            self.drawn.json(card, self.at, url)
        }))
    }

    fn board(&self) -> Result<&Board, String> {
        if let Some(board) = self.board.get() {
            return Ok(board);
        }
        let board = self.look.board(self.at)?;
        self.drawn.keep_only(&board);
        Ok(self.board.get_or_init(|| board))
    }
}

/// Finds it. `url` is the address of the root, with its slash.
pub(super) fn find(target: &str, url: &str, seen: &Seen) -> Result<FoundPage, String> {
    let (looking, now) = (&seen.look, seen.at);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let parts: Vec<String> = path
        .strip_prefix('/')
        .unwrap_or_default()
        .split('/')
        .map(|part| decoded(part, false))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let depth = path.matches('/').count().saturating_sub(1).min(8);
    let root = "../".repeat(depth);
    let site = Site {
        root: &root,
        files: false,
    };
    let document = |kind, text| Ok(FoundPage::Document(kind, text));
    let nothing = || Ok(FoundPage::Nothing(pages::nothing(site)));
    if target.len() > LONGEST_TARGET || !path.starts_with('/') {
        return nothing();
    }
    match parts.as_slice() {
        // As files the pages are folders.
        ["rfr" | "people", name, ""] => Ok(FoundPage::Moved(format!("../{}", super::layout::escaped(name)))),
        [""] => document(HTML, seen.page(&filter(query), url)?),
        ["style.css"] => document(CSS, STYLE.to_owned()),
        ["icon.svg"] => document(SVG, picture::ICON.to_owned()),
        ["commands"] => document(HTML, pages::commands(looking.prefix(), site)),
        ["board.json"] => document(JSON, seen.json(url)?),
        ["feed.atom"] => document(ATOM, feeds::atom(&looking.news(now)?, None, url)),
        ["deployments.ics"] => document(ICS, calendar::deployments(seen.board()?, url)),
        ["freezes.ics"] => document(ICS, calendar::freezes(seen.board()?, url)),
        ["people", name] => match looking.person(&Account::new(name), now)? {
            Some(person) if person.account == **name => document(HTML, pages::person(&person, site, now)),
            Some(person) => Ok(FoundPage::Moved(super::layout::escaped(&person.account))),
            None => nothing(),
        },
        ["rfr", last] => {
            let (name, ending) = last.split_once('.').map_or((*last, ""), |(name, end)| (name, end));
            let Some(rfr) = looking.rfr(name, now)? else {
                return nothing();
            };
            let dot = if ending.is_empty() { "" } else { "." };
            if rfr.card.name != name {
                return Ok(FoundPage::Moved(format!(
                    "{}{dot}{}",
                    rfr.card.name,
                    super::layout::escaped(ending)
                )));
            }
            match ending {
                "" if !last.ends_with('.') => document(HTML, rfr_page::rfr(&rfr, site)),
                "json" => document(JSON, json::rfr(&rfr, url)),
                "svg" => document(SVG, picture::badge(&rfr.card)),
                "atom" => {
                    let news: Vec<_> = of_one(&rfr);
                    document(ATOM, feeds::atom(&news, Some(name), url))
                }
                _ => nothing(),
            }
        }
        _ => nothing(),
    }
}

/// How much of an RFR's history its feed holds.
const LONGEST_FEED: usize = 60;

/// What happened to one RFR, as a feed tells it.
pub(super) fn of_one(rfr: &super::RfrPage) -> Vec<super::FeedEntry> {
    let happened = rfr.history.iter().take(LONGEST_FEED).cloned();
    let news = happened.map(|happened| super::FeedEntry {
        id: rfr.card.id,
        name: rfr.card.name.clone(),
        happened,
    });
    news.collect()
}

/// `person=kevin&phase=staging&stuck=1&unsponsored=1`; what is not known is passed over.
fn filter(query: &str) -> CardFilter {
    let mut filter = CardFilter::default();
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decoded(value, true);
        if value.is_empty() {
            continue;
        }
        match key {
            "person" => filter.person = Some(value.to_ascii_lowercase()),
            "phase" => filter.phase = Some(value.to_ascii_lowercase()),
            "stuck" => filter.stuck = value != "0",
            "unsponsored" => filter.unsponsored = value != "0",
            _ => {}
        }
    }
    filter
}

/// What `%xx`, and in a query `+`, stands for (RFC 3986, section 2.1).
fn decoded(part: &str, in_query: bool) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::new();
    let raw = part.as_bytes();
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let pair = (digit(raw.get(at + 1)), digit(raw.get(at + 2)));
        match (byte, pair) {
            (b'%', (Some(high), Some(low))) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 2;
            }
            (b'+', _) if in_query => bytes.push(b' '),
            (byte, _) => bytes.push(*byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_addresses_are_read_as_browsers_write_them() {
        for (part, plain) in [
            ("a%20b", "a b"),
            ("%", "%"),
            ("%4", "%4"),
            ("%zz", "%zz"),
            ("a+b", "a+b"),
            ("%C3%BC", "ü"),
        ] {
            assert_eq!(decoded(part, false), plain, "{part}");
        }
        let wanted = filter("person=Kevin&phase=&stuck=on&else=1&unsponsored");
        assert_eq!(
            wanted,
            CardFilter {
                person: Some("kevin".to_owned()),
                stuck: true,
                ..CardFilter::default()
            }
        );
    }
}
