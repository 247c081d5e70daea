//! The same as files in a folder, for those who publish it by other means: `rfrbot board --out FOLDER`.

use super::layout::{PageFrame, Site, is_account};
use super::model::Holder;
use super::pages::{CardFilter, Parts};
use super::{Looking, RfrPage, calendar, feeds, json, layout, pages, picture, rfr_page, routes};
use crate::people::Account;
use crate::text::count;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use thiserror::Error;

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

/// Why nothing was written.
#[derive(Debug, Error)]
pub enum FilesError {
    /// Somebody else's file is where one of these would be.
    #[error(
        "{path} is there already, and `rfrbot board --out` did not write it. Nothing was written: move it away, or name \
         another folder",
        path = .0.display()
    )]
    NotOurs(PathBuf),
    /// Who publishes the folder would publish the store.
    #[error(
        "{path} and the bot's store ({store}) lie in each other, and whoever publishes one publishes the other. Nothing was \
         written: name a folder of its own",
        path = .path.display(),
        store = .store.display()
    )]
    InTheStore {
        /// The folder.
        path: PathBuf,
        /// The store.
        store: PathBuf,
    },
    /// Feeds and calendars would have no address.
    #[error(
        "the config does not say where these files will be found, which feeds and calendars must name. Add to it: [board] \
         url = \"https://rfr.example.org\""
    )]
    NoAddress,
    /// The store cannot be read.
    #[error("{0}")]
    Unreadable(String),
    /// The disk.
    #[error("{path}: {source}", path = path.display())]
    Disk {
        /// Which file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

fn of_disk(path: &Path) -> impl FnOnce(io::Error) -> FilesError {
    let path = path.to_owned();
    move |source| FilesError::Disk { path, source }
}

/// Writes all of it into a folder, which is made where it is missing. Nobody else's file is touched.
pub fn write(
    folder: &Path,
    url: Option<&str>,
    looking: &dyn Looking,
    now: DateTime<Utc>,
) -> Result<Written, FilesError> {
    let url = url.ok_or(FilesError::NoAddress)?;
    let files = made(&format!("{url}/"), looking, now).map_err(FilesError::Unreadable)?;
    let before = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    let before: BTreeSet<&str> = before.lines().filter(|name| is_ours(name)).collect();
    for name in files.keys().filter(|name| !before.contains(name.as_str())) {
        // What is no file of ours, or leads elsewhere, is not followed and not replaced.
        if fs::symlink_metadata(folder.join(name)).is_ok() {
            return Err(FilesError::NotOurs(folder.join(name)));
        }
    }
    for name in files.keys().map(String::as_str).chain(before.iter().copied()) {
        for part in Path::new(name)
            .ancestors()
            .skip(1)
            .filter(|part| *part != Path::new(""))
        {
            let path = folder.join(part);
            if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_dir()) {
                return Err(FilesError::NotOurs(path));
            }
        }
    }
    // Where this ends early, the next time knows what is ours.
    let both: BTreeSet<&str> = files.keys().map(String::as_str).chain(before.iter().copied()).collect();
    put(&folder.join(LIST), &listed(both))?;
    for (name, text) in &files {
        put(&folder.join(name), &layout::made_at(text, now))?;
    }
    let mut removed = 0;
    for name in before.iter().filter(|name| !files.contains_key(**name)) {
        let path = folder.join(name);
        removed += usize::from(fs::remove_file(&path).is_ok());
        // Its folder, where it is empty now.
        if name.ends_with("/index.html")
            && let Some(parent) = path.parent()
        {
            let _ = fs::remove_dir(parent);
        }
    }
    put(&folder.join(LIST), &listed(files.keys().map(String::as_str).collect()))?;
    Ok(Written {
        files: files.len(),
        removed,
    })
}

/// Is a folder apart from the store, so that it can be published?
pub fn apart(folder: &Path, store: &Path) -> Result<(), FilesError> {
    // The folder may be missing yet; what leads to it is there.
    let real = |path: &Path| {
        let mut real = PathBuf::new();
        for part in std::path::absolute(path)
            .unwrap_or_else(|_| path.to_owned())
            .components()
        {
            if part == Component::ParentDir {
                real.pop();
            } else {
                real.push(part);
            }
            real = fs::canonicalize(&real).unwrap_or(real);
        }
        real
    };
    let (path, at) = (real(folder), real(store));
    if path.starts_with(&at) || at.starts_with(&path) {
        return Err(FilesError::InTheStore {
            path: folder.to_owned(),
            store: store.to_owned(),
        });
    }
    Ok(())
}

fn listed(names: BTreeSet<&str>) -> String {
    let mut list = names.into_iter().collect::<Vec<_>>().join("\n");
    list.push('\n');
    list
}

/// Writes a file; whoever reads at this moment sees the old one or the new one.
fn put(path: &Path, text: &str) -> Result<(), FilesError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(of_disk(parent))?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = path.with_file_name(format!(".{name}.new"));
    // One that an earlier end left behind, or that leads elsewhere, goes.
    let _ = fs::remove_file(&draft);
    let mut file = fs::File::create_new(&draft).map_err(of_disk(&draft))?;
    file.write_all(text.as_bytes()).map_err(of_disk(&draft))?;
    fs::rename(&draft, path).map_err(of_disk(path))
}

/// Does a name of the list lead to a file that this can have written?
fn is_ours(name: &str) -> bool {
    let path = Path::new(name);
    !name.is_empty() && path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// Every file by its name.
fn made(url: &str, looking: &dyn Looking, now: DateTime<Utc>) -> Result<BTreeMap<String, String>, String> {
    let site = |root| Site { root, files: true };
    let board = looking.board(now)?;
    let mut files: BTreeMap<String, String> = BTreeMap::from([
        (
            "index.html".into(),
            pages::board(
                &board,
                &CardFilter::default(),
                site(""),
                &Parts {
                    strip: picture::strip(&board, &site("")).into_string().into(),
                    card: &|card| pages::card(card, &site(""), now).into_string().into(),
                },
            ),
        ),
        ("style.css".into(), routes::STYLE.into()),
        ("icon.svg".into(), picture::ICON.into()),
        ("commands.html".into(), pages::commands(looking.prefix(), site(""))),
        (
            "board.json".into(),
            json::board(&board, url, &json::year(&board), &|card| {
                json::card(card, url).to_string().into()
            }),
        ),
        ("feed.atom".into(), feeds::atom(&looking.news(now)?, None, url)),
        ("deployments.ics".into(), calendar::deployments(&board, url)),
        ("freezes.ics".into(), calendar::freezes(&board, url)),
    ]);
    let (mut named, mut elsewhere) = (BTreeSet::new(), Vec::new());
    for name in looking.names()? {
        let Some(rfr) = looking.rfr(&name, now)? else {
            continue;
        };
        files.extend(of_rfr(&rfr, url));
        named.extend(people_of(&rfr));
        let other = rfr.former_names.into_iter().chain(rfr.ticket_number);
        elsewhere.extend(other.map(|other| (other, name.clone())));
    }
    for (other, name) in elsewhere {
        // A name that is another one's now leads there.
        files
            .entry(format!("rfr/{other}/index.html"))
            .or_insert_with(|| pages::moved(&name, site("../../")));
    }
    for name in named.iter().filter(|name| is_account(name)) {
        let page = match looking.person(&Account::new(name), now)? {
            Some(person) => pages::person(&person, site("../../"), now),
            // Somebody who did something once, and of whom nothing is known any more.
            None => layout::page(&PageFrame {
                site: site("../../"),
                title: name,
                feed: "feed.atom",
                content: pages::nobody(name),
            }),
        };
        files.insert(format!("people/{name}/index.html"), page);
    }
    Ok(files)
}

fn of_rfr(rfr: &RfrPage, url: &str) -> Vec<(String, String)> {
    let name = &rfr.card.name;
    let site = Site {
        root: "../../",
        files: true,
    };
    vec![
        (format!("rfr/{name}/index.html"), rfr_page::rfr(rfr, site)),
        (format!("rfr/{name}.json"), json::rfr(rfr, url)),
        (format!("rfr/{name}.svg"), picture::badge(&rfr.card)),
        (
            format!("rfr/{name}.atom"),
            feeds::atom(&routes::of_one(rfr), Some(name), url),
        ),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_to_be_published_lies_apart_from_the_store() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let at = |path: &str| home.path().join(path);
        fs::create_dir_all(at("data/journal")).expect("a store");
        std::os::unix::fs::symlink(at("data"), at("link")).expect("a link");
        for (folder, is_apart) in [
            ("site", true),
            ("data.site", true),
            ("missing/site", true),
            ("data", false),
            ("data/site", false),
            ("", false),
            ("link/site", false),
            ("missing/../data/site", false),
            ("missing/..", false),
        ] {
            assert_eq!(apart(&at(folder), &at("data")).is_ok(), is_apart, "{folder}");
        }
    }
}
