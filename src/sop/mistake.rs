//! A mistake in the text of an edition, and what reading it needs to know about its surroundings.

/// One mistake in the text of an edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

/// The surroundings in which an edition is to be used.
pub struct Conditions<'a> {
    /// Do commands interpret that word as something other than a name?
    pub is_taken: &'a dyn Fn(&str) -> bool,
    /// Is every character of that text displayed?
    pub is_shown_whole: &'a dyn Fn(&str) -> bool,
    /// Is anybody in that group?
    pub has_members: &'a dyn Fn(&str) -> bool,
    /// The group whose members sponsor and sign.
    pub sponsors: &'a str,
}
