//! What happened, as Atom (RFC 4287).

use super::layout::escaped;
use super::model::FeedEntry;
use super::shown::{plain, shown};
use crate::wording::cut;
use crate::wording::page::label;
use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, PreEscaped, html};

/// How much of what happened is in an entry's title.
const LONGEST_TITLE: usize = 120;

/// A feed at that place below the root, of all RFRs or of one.
pub(super) fn atom(news: &[FeedEntry], of: Option<&str>, url: &str) -> String {
    let (place, title) = match of {
        Some(name) => (
            format!("rfr/{}.atom", escaped(name)),
            format!("{name} · {}", label::TITLE),
        ),
        None => ("feed.atom".to_owned(), label::TITLE.to_owned()),
    };
    let page = of.map_or_else(String::new, |name| format!("rfr/{}", escaped(name)));
    let updated = news.iter().map(|news| news.happened.at).max();
    let feed = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" {
            id { (url) (place) }
            title { (title) }
            (link(&format!("{url}{place}"), "self"))
            (link(&format!("{url}{page}"), "alternate"))
            updated { (stamp(updated.unwrap_or(DateTime::UNIX_EPOCH))) }
            generator { "rfrbot" }
            @for news in news { (entry(news, url)) }
        }
    };
    feed.into_string()
}

fn entry(news: &FeedEntry, url: &str) -> Markup {
    let page = format!("{url}rfr/{}", escaped(&news.name));
    let what = plain(&news.happened.what);
    let at = stamp(news.happened.at);
    html! {
        entry {
            // Whatever the RFR is called later, this stays.
            id { (url) "rfr#" (news.id) "-" (news.happened.seq) }
            title { (xml(&cut(&format!("{}: {what}", news.name), LONGEST_TITLE))) }
            (link(&format!("{page}#change-{}", news.happened.seq), "alternate"))
            published { (at) }
            updated { (at) }
            author { name { (shown(&news.happened.by)) } }
            content type="text" { (xml(&what)) }
        }
    }
}

/// An empty element, as XML closes it.
fn link(href: &str, relation: &str) -> Markup {
    html! { link rel=(relation) href=(href) { (PreEscaped("")) } }
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Without what no XML may contain (XML 1.0, section 2.2).
fn xml(words: &str) -> String {
    words
        .chars()
        .filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect()
}
