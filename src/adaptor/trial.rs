//! What trying out a connection tells: a line for each step.

use std::time::Duration;

/// How long a server may take for one step.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// What came of a step: how it went, or what is wrong and what helps.
pub type Step = Result<String, String>;

/// Takes what came of each step.
pub type Tell<'a> = dyn FnMut(Step) + Send + 'a;
