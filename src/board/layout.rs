//! The frame of every page: head, navigation, end; and where its links lead, served or as files.

use crate::wording::page as said;
use crate::wording::page::label;
use chrono::{DateTime, SecondsFormat, Utc};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::fmt::Write;

/// Stands for the moment at which a page was made until it is known whether the rest of it is new. No text on a page can
/// contain it: control characters are removed from all of them.
const MADE: &str = "\u{1}made\u{1}";

/// The same as a moment for programs (RFC 3339).
pub(super) const MOMENT: &str = "\u{1}moment\u{1}";

/// Fills in when a page or document was made: once, near its beginning or its end, so that a long text is not searched
/// through.
pub(super) fn made_at(text: &str, at: DateTime<Utc>) -> String {
    let beginning = |text: &str, place: &str| {
        let end = (0..=text.len().min(NEAR)).rev().find(|end| text.is_char_boundary(*end));
        text[..end.unwrap_or(0)].find(place)
    };
    let Some(found) = beginning(text, MOMENT).or_else(|| text.rfind(MOMENT)) else {
        return text.to_owned();
    };
    let mut filled = String::with_capacity(text.len() + 64);
    filled.push_str(&text[..found]);
    filled.push_str(&at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let mut rest = &text[found + MOMENT.len()..];
    // The words for people follow at once.
    if let Some(found) = beginning(rest, MADE) {
        filled.push_str(&rest[..found]);
        filled.push_str(&said::made_at(at));
        rest = &rest[found + MADE.len()..];
    }
    filled.push_str(rest);
    filled
}

/// How much of a text is its beginning, in bytes.
const NEAR: usize = 512;

/// Where a page stands, and so where its links lead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site<'a> {
    /// From the page to the root: empty, `../`, `../../`.
    pub(super) root: &'a str,
    /// As files in folders, or served?
    pub(super) files: bool,
}

/// A page.
pub(super) struct PageFrame<'a> {
    pub(super) site: Site<'a>,
    pub(super) title: &'a str,
    /// The feed that belongs to it, from the root.
    pub(super) feed: &'a str,
    pub(super) content: Markup,
}

impl Site<'_> {
    fn page(&self, folder: &str, name: &str) -> String {
        let end = if self.files { "/index.html" } else { "" };
        format!("{}{folder}/{}{end}", self.root, escaped(name))
    }

    /// The board itself.
    pub(super) fn board(&self) -> String {
        match (self.files, self.root) {
            (true, root) => format!("{root}index.html"),
            (false, "") => "./".to_owned(),
            (false, root) => root.to_owned(),
        }
    }

    /// The page of an RFR.
    pub(super) fn rfr(&self, name: &str) -> String {
        self.page("rfr", name)
    }

    /// The list of commands.
    pub(super) fn commands(&self) -> String {
        format!("{}commands{}", self.root, if self.files { ".html" } else { "" })
    }

    /// A name with its page.
    pub(super) fn person(&self, name: &str) -> Markup {
        let name = super::shown::shown(name);
        html! {
            @if is_account(&name) { a href=(self.page("people", &name)) { (name) } } @else { (name) }
        }
    }
}

/// May there be a page of a person of that name? The others are causes, such as the clock.
pub(super) fn is_account(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    !name.starts_with('.')
        && !name.is_empty()
        && name.chars().all(plain)
        && !matches!(
            name,
            "mailing-list" | "calendar" | "clock" | "config" | "rfrbot" | "somebody"
        )
}

/// A name as a part of a path (RFC 3986, section 3.3).
pub(super) fn escaped(name: &str) -> String {
    let mut path = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            path.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(path, "%{byte:02X}");
        }
    }
    path
}

/// The whole page.
pub(super) fn page(page: &PageFrame<'_>) -> String {
    let site = page.site;
    let root = site.root;
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noarchive";
                title { (page.title) }
                link rel="stylesheet" href=(format!("{root}style.css"));
                link rel="icon" type="image/svg+xml" href=(format!("{root}icon.svg"));
                link rel="alternate" type="application/atom+xml" href=(format!("{root}{}", page.feed)) title=(page.title);
            }
            body {
                a .skip href="#content" { (label::SKIP) }
                header {
                    nav aria-label=(label::MAIN_NAVIGATION) {
                        a .home href=(site.board()) { (label::TITLE) }
                        a href=(site.commands()) { (label::COMMANDS) }
                        a href=(format!("{root}{}", page.feed)) { (label::FEED) }
                    }
                }
                main #content { (page.content) }
                footer {
                    p { (label::MADE) " " time datetime=(PreEscaped(MOMENT)) { (PreEscaped(MADE)) } }
                    p { (label::FOR_PROGRAMS) ": "
                        a href=(format!("{root}board.json")) { "board.json" } ", "
                        a href=(format!("{root}feed.atom")) { "feed.atom" } ", "
                        a href=(format!("{root}deployments.ics")) { "deployments.ics" } ", "
                        a href=(format!("{root}freezes.ics")) { "freezes.ics" }
                    }
                }
            }
        }
    }
    .into_string()
}
