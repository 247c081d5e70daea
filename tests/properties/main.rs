//! Properties that hold whatever people say, shown on the real pipeline and a real store in a temporary folder.
//!
//! The cases are the same in every run. `RFRBOT_PROPERTY_SEED=7` selects others, `PROPTEST_CASES=2000` more; a failure
//! prints the shortest case found, one line per message.

mod attacks;
mod authority;
mod dates;
mod editions;
mod gates;
mod offers;
mod oracle;
mod parsing;
mod repeats;
mod replay;
mod speech;
mod undoing;
mod waiting;
mod world;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestError, TestRng, TestRunner};

/// Runs a property over that many cases.
fn for_all<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let seed: u64 = std::env::var("RFRBOT_PROPERTY_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    let cases = std::env::var("PROPTEST_CASES").map_or(cases, |cases| cases.parse().expect("a number"));
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    match runner.run(strategy, property) {
        Ok(()) => {}
        Err(TestError::Fail(why, case)) => panic!("{why}\nthe case: {case:#?}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}
