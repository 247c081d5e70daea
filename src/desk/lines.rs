//! The last lines of talk in each channel, so that somebody can keep one: in memory alone, for some minutes.
//!
//! They are never written anywhere, neither to the disk nor to the log; what somebody keeps of them is a note like any.
//! The lines of a place lie in one text, so that talk costs hardly an allocation.

use crate::people::Identity;
use crate::wire::{Incoming, Place};
use chrono::{DateTime, Utc};

/// Upper bound on the places whose lines are remembered; that in which nobody spoke for longest is forgotten first.
const MOST_PLACES: usize = 32;

/// Upper bound on the lines of one place; when it is reached, the older half is forgotten.
const MOST_LINES: usize = 200;

/// Upper bound on the bytes of a line; IRC has 512.
const MOST_BYTES: usize = 1024;

/// What was said lately; places that talk stand at the end.
#[derive(Default)]
pub(super) struct Lines(Vec<Talk>);

struct Talk {
    place: Place,
    /// The nick, the account and the words of each line, without anything between.
    text: String,
    /// Oldest first.
    lines: Vec<LineSpan>,
}

/// Where a line stands in the text, and when it was said.
struct LineSpan {
    at: DateTime<Utc>,
    begin: usize,
    account: usize,
    words: usize,
    end: usize,
}

/// A line.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// The nick of whoever said it.
    pub(super) by: &'a str,
    /// Their account, as the network proved it; empty where it proved nothing.
    pub(super) account: &'a str,
    pub(super) at: DateTime<Utc>,
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// Did one and the same person say both? Where the network proves nobody, a nick is all that there is.
    fn is_of_whom(&self, other: &Self) -> bool {
        if self.account.is_empty() && other.account.is_empty() {
            self.by.eq_ignore_ascii_case(other.by)
        } else {
            self.account.eq_ignore_ascii_case(other.account)
        }
    }
}

impl Lines {
    /// Somebody said something to others.
    pub(super) fn remember(&mut self, incoming: &Incoming) {
        if incoming.place.is_direct() {
            return;
        }
        match self.0.last_mut() {
            Some(talk) if talk.place == incoming.place => talk.push(incoming),
            Some(_) | None => self.talk(&incoming.place).push(incoming),
        }
    }

    /// The lines of a place, moved to the end of the list.
    fn talk(&mut self, place: &Place) -> &mut Talk {
        let talk = match self.0.iter().position(|talk| talk.place == *place) {
            Some(at) => self.0.remove(at),
            None => {
                if self.0.len() >= MOST_PLACES {
                    self.0.remove(0);
                }
                Talk {
                    place: place.clone(),
                    text: String::new(),
                    lines: Vec::new(),
                }
            }
        };
        self.0.push(talk);
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// The last lines of somebody, so many at most, oldest first; case does not matter. Who said the last one by that nick is
    /// meant: not who had the nick before, and under whatever nick they spoke.
    pub(super) fn last(&self, place: &Place, of: &str, count: usize, since: DateTime<Utc>) -> Vec<Line<'_>> {
        let Some(talk) = self.0.iter().find(|talk| talk.place == *place) else {
            return Vec::new();
        };
        let newest_first = talk.lines.iter().rev().map(|entry| Line {
            by: &talk.text[entry.begin..entry.account],
            account: &talk.text[entry.account..entry.words],
            at: entry.at,
            text: &talk.text[entry.words..entry.end],
        });
        let lately = newest_first.filter(|line| line.at >= since);
        let Some(meant) = lately.clone().find(|line| line.by.eq_ignore_ascii_case(of)) else {
            return Vec::new();
        };
        let mut lines: Vec<Line<'_>> = lately.filter(|line| line.is_of_whom(&meant)).take(count).collect();
        lines.reverse();
        lines
    }

    /// Forgets what was said before.
    pub(super) fn forget(&mut self, before: DateTime<Utc>) {
        for talk in &mut self.0 {
            let old = talk.lines.iter().take_while(|line| line.at < before).count();
            talk.forget(old);
        }
        self.0.retain(|talk| !talk.lines.is_empty());
    }
}

impl Talk {
    fn push(&mut self, incoming: &Incoming) {
        if self.lines.len() >= MOST_LINES {
            self.forget(MOST_LINES / 2);
        }
        let begin = self.text.len();
        self.text.push_str(&incoming.name);
        let account = self.text.len();
        self.text.push_str(proven(&incoming.identity));
        let words = self.text.len();
        self.text.push_str(short(&incoming.text));
        self.lines.push(LineSpan {
            at: incoming.at,
            begin,
            account,
            words,
            end: self.text.len(),
        });
    }

    /// Forgets so many of the oldest lines.
    fn forget(&mut self, count: usize) {
        let Some(last) = count.checked_sub(1).and_then(|last| self.lines.get(last)) else {
            return;
        };
        let gone = last.end;
        self.text.drain(..gone);
        self.lines.drain(..count);
        for line in &mut self.lines {
            line.begin -= gone;
            line.account -= gone;
            line.words -= gone;
            line.end -= gone;
        }
    }
}

/// The account that the network proved; of one network each place is.
fn proven(identity: &Identity) -> &str {
    match identity {
        Identity::IrcAccount { account, .. } | Identity::Console { account } => account,
        Identity::Matrix { mxid } => mxid,
        Identity::Mail { .. } | Identity::Unproven(_) => "",
    }
}

/// As much of a line as is remembered.
fn short(text: &str) -> &str {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
