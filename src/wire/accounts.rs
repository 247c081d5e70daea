//! What the house asks an account system, and what it answers.

use crate::people::Account;
use std::collections::{BTreeMap, BTreeSet};

/// A question: who is in these groups at this moment?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupsAsked {
    /// The number of the question; its answer has it, too.
    pub round: u64,
    /// The groups.
    pub groups: Vec<String>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupsTold {
    /// The number of the question.
    pub round: u64,
    /// For each group its members, or why they are unknown.
    pub groups: BTreeMap<String, Result<BTreeSet<Account>, String>>,
}
