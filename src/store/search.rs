//! Searches closed RFRs by the beginnings of words: the cost depends on the words, not on the number of RFRs.

use super::changes::read_rfr;
use super::database::Database;
use super::trees::{TreeName, Trees};
use super::{StoreError, stored};
use crate::record::Hits;
use crate::rfr::{RfrId, Sought};
use std::collections::BTreeSet;

/// Most index entries read for one word: short beginnings match more than anybody looks for.
const MOST_ENTRIES: usize = 2048;

/// Most words looked up in the index; further ones are searched in the RFRs that those find.
const MOST_WORDS: usize = 8;

/// Most RFRs read when the index alone cannot decide.
const MOST_READ: usize = 500;

/// Numbers of RFRs.
type Numbers = BTreeSet<u64>;

impl Database {
    /// The closed RFRs (ended or in maintenance) that match, at most `most`.
    pub fn search_closed(&self, sought: &Sought, most: usize) -> Result<Hits, StoreError> {
        self.reading(|trees| search(trees, sought, most))
    }
}

fn search(trees: &Trees, sought: &Sought, most: usize) -> Result<Hits, StoreError> {
    // Words with complete results narrow each other down; one with too many matches is used only if there is no other.
    let mut exact: Option<Numbers> = None;
    let mut partly: Option<Numbers> = None;
    let mut to_read = false;
    for (at, word) in sought.words().enumerate() {
        if at >= MOST_WORDS {
            to_read = true;
            break;
        }
        let (numbers, all) = having(trees, word)?;
        if !all {
            to_read = true;
            partly.get_or_insert(numbers);
            continue;
        }
        exact = Some(match exact {
            None => numbers,
            Some(before) => &before & &numbers,
        });
    }
    let mut hits = Hits {
        cut: exact.is_none() && partly.is_some(),
        ..Hits::default()
    };
    let fitting = exact.or(partly).unwrap_or_default();
    for (read, id) in fitting.into_iter().rev().map(RfrId).enumerate() {
        if !to_read && hits.rfrs.len() >= most {
            hits.more += 1;
            continue;
        }
        if read >= MOST_READ {
            hits.cut = true;
            break;
        }
        let Some(rfr) = read_rfr(trees, id)? else { continue };
        if to_read && !sought.fits(&rfr) {
            continue;
        }
        if hits.rfrs.len() < most {
            hits.rfrs.push(rfr);
        } else {
            hits.more += 1;
        }
    }
    Ok(hits)
}

/// The RFRs with words that start like this, and whether those are all of them.
fn having(trees: &Trees, begin: &str) -> Result<(Numbers, bool), StoreError> {
    let mut numbers = Numbers::new();
    for (read, entry) in trees.scan(TreeName::Words, begin.as_bytes()).enumerate() {
        if read >= MOST_ENTRIES {
            return Ok((numbers, false));
        }
        numbers.append(&mut stored::decode(&entry?.1)?);
    }
    Ok((numbers, true))
}
