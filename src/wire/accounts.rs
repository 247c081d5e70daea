//! What the house asks an account system, and what it answers.

use crate::people::profiles::Profile;
use crate::people::{Account, Identity};
use std::collections::{BTreeMap, BTreeSet};

/// How many questions are under way at once: thirty people who act within a second wait for four answers.
pub const QUESTIONS_AT_ONCE: usize = 8;

/// A question about this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountsAsked {
    /// The number of the question; its answer has it, too.
    pub round: u64,
    /// Who is in these groups?
    pub groups: Vec<String>,
    /// Whose is this identity, by the profiles?
    pub who: Option<Identity>,
    /// Is this account active?
    pub account: Option<Account>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountsTold {
    /// The number of the question.
    pub round: u64,
    /// For each group its members, or why they are unknown.
    pub groups: BTreeMap<String, Result<BTreeSet<Account>, String>>,
    /// Whose the identity is, or why that is unknown.
    pub who: Option<(Identity, Result<Profile, String>)>,
    /// Whether the account is active, or why that is unknown.
    pub account: Option<(Account, Result<bool, String>)>,
}
