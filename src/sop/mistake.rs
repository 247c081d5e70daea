//! A mistake in the text of an edition, and what is asked of the place where the text is to be used.

/// One thing that is wrong with the text of an edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The line where it stands, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

/// What the place where an edition is used has to say about it.
pub struct World<'a> {
    /// Do commands read that word as something else than a name?
    pub is_taken: &'a dyn Fn(&str) -> bool,
    /// Is every sign of that text shown?
    pub is_shown_whole: &'a dyn Fn(&str) -> bool,
    /// Is anybody in that group?
    pub has_members: &'a dyn Fn(&str) -> bool,
    /// The group whose members sponsor and sign.
    pub sponsors: &'a str,
}
