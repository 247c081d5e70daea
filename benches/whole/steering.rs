//! Steers callgrind in a process that runs under it, from outside: for the benchmark and for tests/instructions.rs.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What must stand before a program's command line, so that it is counted into files that begin with this name.
pub(crate) fn wrapper(to: &Path) -> Vec<String> {
    let output = format!("--callgrind-out-file={}", to.display());
    [
        "valgrind",
        "--quiet",
        "--tool=callgrind",
        "--read-inline-info=no",
        &output,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Counts what the process does during some work; the result is the file that callgrind wrote of it.
pub(crate) fn counted(process: u32, to: &Path, work: impl FnOnce()) -> PathBuf {
    let before = parts(to);
    control("--zero", process);
    work();
    control("--dump", process);
    let part = parts(to).into_iter().find(|part| !before.contains(part));
    part.expect("callgrind wrote what it counted")
}

fn control(what: &str, process: u32) {
    let told = Command::new("callgrind_control")
        .args([what, &process.to_string()])
        .output()
        .expect("callgrind_control runs (package valgrind)");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
}

/// The files into which callgrind has written so far.
fn parts(to: &Path) -> Vec<PathBuf> {
    let begin = format!("{}.", to.display());
    let entries = to
        .parent()
        .expect("it lies in a folder")
        .read_dir()
        .expect("the folder");
    let parts = entries.flatten().map(|entry| entry.path());
    parts
        .filter(|path| path.to_string_lossy().starts_with(&begin))
        .collect()
}
