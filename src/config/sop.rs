//! `[sop]`: the file of the team's own edition, read completely, with every mistake in it.

use super::error::Problem;
use super::form::not_one_of;
use super::judge::Judge;
use super::rows::{FilePath, rows};
use crate::command;
use crate::people::SYSADMIN_MAIN;
use crate::sop::{Conditions, Edition, LONGEST_FILE};
use crate::text::count;
use crate::visible;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

rows! {
    /// `[sop]`
    SopRows {
        file: Option<FilePath> => "none", off "rfr-2027.toml":
            "A file with one more edition of the SOP: your own phases, MUSTs and steps. `rfrbot sop classic --toml` \
             prints one to begin with, `rfrbot check` names every mistake in it. Changing the file does not change \
             RFRs under way: each keeps the text that it started under, and `adopt` moves it to the new one.";
    }
}

/// The section's effect on a run.
pub(super) fn describe(own: Edition) -> String {
    format!(
        "[sop] the edition {} of your own: {} and {}.",
        own.key(),
        count(own.phases().len(), "phase", "phases"),
        count(own.rows().len(), "row", "rows")
    )
}

/// The edition of new RFRs, and the one in the file, if there is one.
pub(super) fn editions(
    raw: SopRows,
    new: &str,
    has_members: &dyn Fn(&str) -> bool,
    judge: &mut Judge<'_, '_>,
) -> (Edition, Option<Edition>) {
    let has_file = raw.file.is_some();
    let own = raw
        .file
        .and_then(|FilePath(file)| own_edition(&file, has_members, judge));
    let known: Vec<Edition> = Edition::shipped().iter().copied().chain(own).collect();
    let chosen = known.iter().copied().find(|edition| edition.name() == new);
    // The unreadable file may contain the edition that is meant.
    if chosen.is_none() && (own.is_some() || !has_file) {
        let names: Vec<&str> = known.iter().map(|edition| edition.name()).collect();
        not_one_of(judge.found, "bot.edition", new, &names);
    }
    (chosen.unwrap_or_else(Edition::classic), own)
}

fn own_edition(file: &str, has_members: &dyn Fn(&str) -> bool, judge: &mut Judge<'_, '_>) -> Option<Edition> {
    let path = judge.around.folder.join(file);
    let bytes = match read(file, &path) {
        Ok(bytes) => bytes,
        Err(what) => {
            judge.problem(
                "file",
                what,
                "Name a text file that the user that runs the bot may read; `rfrbot sop classic --toml` prints one to begin with",
            );
            return None;
        }
    };
    // Only the beginning of an overlong file was read, which may end inside a character.
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.as_bytes().len() > LONGEST_FILE => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        Err(error) => {
            let before = error
                .as_bytes()
                .get(..error.utf8_error().valid_up_to())
                .unwrap_or_default();
            judge.found.problems.push(Problem {
                file: path,
                line: Some(before.split(|byte| *byte == b'\n').count()),
                key: String::new(),
                what: "this is not UTF-8".to_owned(),
                fix: "Save the file as UTF-8".to_owned(),
            });
            return None;
        }
    };
    let world = Conditions {
        is_taken: &command::is_taken,
        is_shown_whole: &|text| visible::clean(text) == text,
        has_members,
        sponsors: SYSADMIN_MAIN,
    };
    match Edition::check(&text, &world) {
        Ok(edition) => Some(edition),
        Err(mistakes) => {
            judge.found.problems.extend(mistakes.into_iter().map(|mistake| Problem {
                file: path.clone(),
                line: Some(mistake.line),
                key: String::new(),
                what: mistake.what,
                fix: mistake.fix,
            }));
            None
        }
    }
}

/// The bytes of a file, at most one more than allowed. Anything but a regular file is not opened, because a pipe would
/// block.
fn read(file: &str, path: &Path) -> Result<Vec<u8>, String> {
    if file.is_empty() {
        return Err("the file has no name".to_owned());
    }
    let shown = path.display();
    let unread = |cause: io::Error| format!("{shown} cannot be read ({cause})");
    if !path.metadata().map_err(unread)?.is_file() {
        return Err(format!("{shown} is no file with a text"));
    }
    let mut bytes = Vec::new();
    let most = LONGEST_FILE as u64 + 1;
    let opened = File::open(path).map_err(unread)?;
    opened.take(most).read_to_end(&mut bytes).map_err(unread)?;
    Ok(bytes)
}
