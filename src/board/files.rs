//! The same as files in a folder, for those who publish it by other means: `rfrbot board --out FOLDER`.

use super::layout::{MADE, Page, Site, is_account};
use super::model::Holder;
use super::pages::Filter;
use super::{Looking, RfrPage, calendar, feeds, json, layout, pages, picture, rfr_page, routes};
use crate::people::Account;
use crate::text::count;
use crate::wording::page as said;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path};

/// Names what was written, so that the next time what does not belong any more is removed, and nothing else.
const LIST: &str = ".rfrbot-board";

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files were written.
    pub files: usize,
    /// How many of an earlier time were removed.
    pub removed: usize,
}

impl Written {
    /// `42 files, and removed 1 that no longer belongs`
    pub fn in_words(self) -> String {
        let files = count(self.files, "file", "files");
        match self.removed {
            0 => files,
            1 => format!("{files}, and removed 1 that no longer belongs there"),
            more => format!("{files}, and removed {more} that no longer belong there"),
        }
    }
}

/// Writes all of it into a folder, which is made where it is missing.
pub fn write(folder: &Path, url: Option<&str>, looking: &dyn Looking, now: DateTime<Utc>) -> io::Result<Written> {
    let url = url.map_or_else(String::new, |url| format!("{url}/"));
    let mut files = made(&url, looking, now).map_err(io::Error::other)?;
    let before = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    let names: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let list: Vec<&str> = names.iter().map(String::as_str).collect();
    files.push((LIST.to_owned(), list.join("\n") + "\n"));
    let made = said::made_at(now);
    for (name, text) in &files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        // Whoever reads at this moment sees the old one or the new one.
        let draft = path.with_file_name(format!(
            ".{}.new",
            path.file_name().unwrap_or_default().to_string_lossy()
        ));
        fs::write(&draft, text.replace(MADE, &made))?;
        fs::rename(&draft, &path)?;
    }
    let mut removed = 0;
    for name in before.lines().filter(|name| !names.contains(*name) && is_ours(name)) {
        let path = folder.join(name);
        removed += usize::from(fs::remove_file(&path).is_ok());
        // Its folder, where it is empty now.
        if name.ends_with("/index.html")
            && let Some(parent) = path.parent()
        {
            let _ = fs::remove_dir(parent);
        }
    }
    Ok(Written {
        files: names.len(),
        removed,
    })
}

/// Does a name of the list lead to a file that this can have written?
fn is_ours(name: &str) -> bool {
    let path = Path::new(name);
    !name.is_empty() && path.components().all(|part| matches!(part, Component::Normal(_)))
}

fn made(url: &str, looking: &dyn Looking, now: DateTime<Utc>) -> Result<Vec<(String, String)>, String> {
    let site = |root| Site { root, files: true };
    let board = looking.board(now)?;
    let mut files: Vec<(String, String)> = vec![
        (
            "index.html".into(),
            pages::board(&board, &Filter::default(), site(""), now),
        ),
        ("style.css".into(), routes::STYLE.into()),
        ("icon.svg".into(), picture::ICON.into()),
        ("commands.html".into(), pages::commands(looking.prefix(), site(""))),
        ("board.json".into(), json::board(&board, url)),
        ("feed.atom".into(), feeds::atom(&looking.news(now)?, None, url)),
        ("deployments.ics".into(), calendar::deployments(&board, url)),
        ("freezes.ics".into(), calendar::freezes(&board, url)),
    ];
    let mut named = BTreeSet::new();
    for card in &board.cards {
        let Some(rfr) = looking.rfr(&card.name, now)? else {
            continue;
        };
        files.extend(of_rfr(&rfr, url));
        named.extend(people_of(&rfr));
    }
    for name in named.iter().filter(|name| is_account(name)) {
        let page = match looking.person(&Account::new(name), now)? {
            Some(person) => pages::person(&person, site("../../"), now),
            // Somebody who did something once, and of whom nothing is known any more.
            None => layout::page(&Page {
                site: site("../../"),
                title: name,
                feed: "feed.atom",
                content: pages::nobody(name),
            }),
        };
        files.push((format!("people/{name}/index.html"), page));
    }
    Ok(files)
}

fn of_rfr(rfr: &RfrPage, url: &str) -> Vec<(String, String)> {
    let name = &rfr.card.name;
    let site = Site {
        root: "../../",
        files: true,
    };
    let mut files = vec![
        (format!("rfr/{name}/index.html"), rfr_page::rfr(rfr, site)),
        (format!("rfr/{name}.json"), json::rfr(rfr, url)),
        (format!("rfr/{name}.svg"), picture::badge(&rfr.card)),
        (
            format!("rfr/{name}.atom"),
            feeds::atom(&routes::of_one(rfr), Some(name), url),
        ),
    ];
    let former = rfr.former_names.iter();
    files.extend(former.map(|former| (format!("rfr/{former}/index.html"), pages::moved(name, site))));
    files
}

/// Everybody to whose page this one leads.
fn people_of(rfr: &RfrPage) -> BTreeSet<String> {
    let card = &rfr.card;
    let waited = card.waits_for.iter().filter_map(|holder| match holder {
        Holder::Person(name) => Some(name),
        Holder::Group(_) => None,
    });
    let spans = rfr.status.0.iter().chain(&rfr.next.0).chain(&rfr.review.0);
    let spans = spans.chain(rfr.way.iter().flat_map(|step| step.rows.iter().map(|row| &row.how)));
    let spans = spans.chain(rfr.questions.iter().flat_map(|asked| [&asked.asked, &asked.answer]));
    let spans = spans.chain(rfr.decisions.iter().map(|decided| &decided.what));
    let spans = spans.chain(rfr.sign_offs.iter().map(|signed| &signed.how));
    let spans = spans.chain(rfr.history.iter().map(|happened| &happened.what));
    let spans = spans.chain(card.hold.iter()).chain(card.frozen.iter());
    let spoken_of = spans.flat_map(|line| &line.0).filter_map(|span| match span {
        crate::text::Span::Person(name) => Some(name),
        crate::text::Span::Text(_)
        | crate::text::Span::Strong(_)
        | crate::text::Span::Code(_)
        | crate::text::Span::Link(_) => None,
    });
    let all = card.people.iter().chain(&card.sponsor).chain([&card.requested_by]);
    let all = all.chain(rfr.roles.iter().map(|(name, _)| name)).chain(waited);
    let all = all
        .chain(rfr.history.iter().map(|happened| &happened.by))
        .chain(spoken_of);
    all.cloned().collect()
}
