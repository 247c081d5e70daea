//! Topics to be decided.

use super::words::{is_word, kept};
use std::fmt;

/// A topic that an edition wants decided: caching, load balancing, deployment, or whatever else a team decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic(&'static str);

impl Topic {
    /// Does the resource need caching?
    pub const CACHING: Self = Self("caching");
    /// Should the resource be load balanced?
    pub const LOAD_BALANCING: Self = Self("load-balancing");
    /// How should the resource be deployed: on its own instance, apart from critical services?
    pub const DEPLOYMENT: Self = Self("deployment");

    /// The topic of that name; `None` if no topic can have it.
    pub fn named(name: &str) -> Option<Self> {
        let known = [Self::CACHING, Self::LOAD_BALANCING, Self::DEPLOYMENT];
        let known = known.into_iter().find(|topic| topic.0 == name);
        known.or_else(|| is_word(name).then(|| Self(kept(name))))
    }

    /// The name that people type and read.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
