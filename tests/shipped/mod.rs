//! The program under test: the one that a plain `cargo build --locked` makes, which is what people build.
//!
//! `tests/run` builds it and hands its path on in `RFRBOT_PROGRAM`. Plain `cargo test` takes cargo's own, which is the
//! same file: `tests/dependencies.rs` holds that tests switch on no feature of what the program is built from.

use std::path::PathBuf;

/// Where it is.
///
/// # Panics
///
/// Where the path leads nowhere, and in CI where there is none.
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
