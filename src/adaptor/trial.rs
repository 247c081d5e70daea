//! Reporting the steps of trying a connection.

use std::time::Duration;

/// How long a server may take for one step.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// Result of a step: how it went, or what is wrong and what to do.
pub type TrialStep = Result<String, String>;

/// Receives each result.
pub type Tell<'a> = dyn FnMut(TrialStep) + Send + 'a;
