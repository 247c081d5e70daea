//! The check of `[sop]`: the file of the team's own edition, read whole, with every mistake in it.

use super::error::Problem;
use super::form::Findings;
use super::raw::RawSop;
use super::shared::{Around, not_one_of};
use crate::command;
use crate::people::{Account, SYSADMIN_MAIN};
use crate::sop::{Edition, World};
use std::collections::{BTreeMap, BTreeSet};

/// The edition of new RFRs, and that of the file, where there is one.
pub(super) fn editions(
    raw: RawSop,
    new: Option<&str>,
    groups: &BTreeMap<String, BTreeSet<Account>>,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> (Edition, Option<Edition>) {
    let has_file = raw.file.is_some();
    let own = raw.file.and_then(|file| own_edition(&file, groups, around, found));
    let known: Vec<Edition> = Edition::shipped().iter().copied().chain(own).collect();
    let Some(word) = new else {
        return (Edition::classic(), own);
    };
    let chosen = known.iter().copied().find(|edition| edition.name() == word);
    // An edition whose file cannot be read may be the one that is meant.
    if chosen.is_none() && (own.is_some() || !has_file) {
        let names: Vec<&str> = known.iter().map(|edition| edition.name()).collect();
        not_one_of(found, "bot.edition", word, &names);
    }
    (chosen.unwrap_or_else(Edition::classic), own)
}

fn own_edition(
    file: &str,
    groups: &BTreeMap<String, BTreeSet<Account>>,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> Option<Edition> {
    let path = around.folder.join(file);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(cause) => {
            found.problem(
                "sop.file",
                format!("{} cannot be read ({cause})", path.display()),
                "Name a text file that the user that runs the bot may read; `rfrbot sop classic --toml` prints one to begin with",
            );
            return None;
        }
    };
    let world = World {
        is_verb: &|word| command::row(word).is_some(),
        has_members: &|group| groups.get(group).is_some_and(|members| !members.is_empty()),
        sponsors: SYSADMIN_MAIN,
    };
    match Edition::check(&text, &world) {
        Ok(edition) => Some(edition),
        Err(mistakes) => {
            found.problems.extend(mistakes.into_iter().map(|mistake| Problem {
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
