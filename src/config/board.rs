//! `[board]`: the page to look at.

use super::judge::{Judge, is_web_address};
use super::rows::rows;
use std::net::SocketAddr;

rows! {
    /// `[board]`
    BoardRows {
        listen: Option<String> => "no listener", off "127.0.0.1:8080":
            "Address and port of the page, by HTTP. It has no login: whoever reaches it reads every RFR, so let a proxy \
             add TLS, and a login if you want one.";
        url: Option<String> => "not linked to from chat", off "https://rfr.example.org":
            "Where people find the page: what the proxy serves, or the files of `rfrbot board --out`. Announcements and \
             `!rfr board` link to it.";
    }
}

/// `[board]`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardSettings {
    /// Where the page is served.
    pub listen: Option<SocketAddr>,
    /// Where people find it, without a slash at its end.
    pub url: Option<String>,
}

impl BoardSettings {
    /// The section's effect on a run; `None` where it has none.
    pub(super) fn describe(&self) -> Option<String> {
        let served = self.listen.map(|address| format!("shows all RFRs at http://{address}"));
        let linked = self.url.as_ref().map(|url| format!("links to {url}/"));
        let parts: Vec<String> = served.into_iter().chain(linked).collect();
        (!parts.is_empty()).then(|| format!("[board] {}.", parts.join(", and ")))
    }
}

pub(super) fn board(raw: BoardRows, judge: &mut Judge<'_, '_>) -> BoardSettings {
    let listen = raw.listen.and_then(|written| {
        let address = written.parse::<SocketAddr>().ok();
        if address.is_none() {
            judge.problem(
                "listen",
                format!("{written:?} is no address with a port"),
                "Write, for example: listen = \"127.0.0.1:8080\"",
            );
        }
        address
    });
    let url = raw.url.and_then(|written| {
        let rest = written.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or_default();
        if !is_web_address(&written)
            || host.is_empty()
            || host.contains('@')
            || written.contains(['?', '#', '"', '<', '>'])
        {
            judge.problem(
                "url",
                format!("{written:?} is no address of a page"),
                "Write, for example: url = \"https://rfr.example.org\"",
            );
            return None;
        }
        Some(written.trim_end_matches('/').to_owned())
    });
    if listen.is_some() && url.is_none() {
        judge.note(
            "listen",
            "the page is served, and nothing in chat, in feeds or in calendars says where people find it",
            "Write its address as url",
        );
    }
    BoardSettings { listen, url }
}
