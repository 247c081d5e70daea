//! Which RFR a message is about.

use serde::{Deserialize, Serialize};

/// The number of an RFR in this store; never reused, never shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RfrId(pub u64);
