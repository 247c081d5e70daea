//! The program under test: the one that a plain `cargo build --locked` produces, which is what people build.
//!
//! `tests/run` builds it and passes its path in `RFRBOT_PROGRAM`. Plain `cargo test` uses cargo's own, which is the
//! same file: `tests/dependencies.rs` checks that tests enable no feature of the program's dependencies.

use std::path::PathBuf;

/// Its path.
///
/// # Panics
///
/// If the path does not exist, and in CI if none is given.
pub(crate) fn program() -> PathBuf {
    let program = match std::env::var_os("RFRBOT_PROGRAM") {
        Some(path) => PathBuf::from(path),
        None => {
            assert!(
                std::env::var_os("CI").is_none(),
                "RFRBOT_PROGRAM is not set: tests/run builds the program and sets it"
            );
            PathBuf::from(env!("CARGO_BIN_EXE_rfrbot"))
        }
    };
    assert!(
        program.is_absolute() && program.is_file(),
        "RFRBOT_PROGRAM is no absolute path of a program: {}",
        program.display()
    );
    program
}
