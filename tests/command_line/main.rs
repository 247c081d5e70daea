//! The program as its operator uses it: one process after another on real files, without any server.

#[path = "../shipped/mod.rs"]
mod shipped;

mod connect;
mod first_config;
mod first_minute;
mod loss;
mod running;
mod sop;
mod store;
mod trouble;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// A folder with a config and a store.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

impl Desk {
    /// With this config; the store is in the folder `store`.
    pub(crate) fn new(config: &str) -> Self {
        let folder = TempDir::with_prefix("rfrbot-process-").expect("a folder");
        let desk = Self { folder };
        let config = format!("[bot]\ndata = \"store\"\n{config}");
        fs::write(desk.path("config.toml"), config).expect("writing the config");
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.path("store/journal/00000000000000000001.jsonl")
    }

    /// The program, isolated from the tester's environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(crate::shipped::program());
        command.args(arguments).env_clear().env("HOME", self.folder.path());
        command.current_dir(self.folder.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).stdin(Stdio::null()).output();
        Ran::from(output.expect("the program runs"))
    }

    /// Runs a command with the config.
    pub(crate) fn with_config(&self, arguments: &[&str]) -> Ran {
        let mut all = arguments.to_vec();
        all.extend(["--config", "config.toml"]);
        self.run(&all)
    }

    /// The console with the config, with these lines piped in.
    pub(crate) fn console(&self, lines: &[&str]) -> Ran {
        let mut child = self.open_console(&["--config", "config.toml"]);
        let mut input = child.stdin.take().expect("a pipe");
        // A console that refuses to start may have ended before reading anything.
        let _ = input.write_all(format!("{}\n", lines.join("\n")).as_bytes());
        drop(input);
        Ran::from(child.wait_with_output().expect("the console ends"))
    }

    pub(crate) fn open_console(&self, more: &[&str]) -> Child {
        let mut command = self.command(&["console", "--as", "kevin"]);
        command.args(more);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the console starts")
    }

    /// Every file of the store with its bytes; the lock is held, not written.
    pub(crate) fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(folder).expect("a folder of the store") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    walk(&path, found);
                } else {
                    found.insert(path.clone(), fs::read(&path).expect("a file of the store"));
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(&self.path("store"), &mut found);
        found
    }
}

/// Result of a process.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Ran {
    #[track_caller]
    pub(crate) fn good(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:#?}");
        self
    }

    /// It failed with this in its message: by code 1, or by 78 if a person must correct something.
    #[track_caller]
    pub(crate) fn refused(self, words: &[&str]) -> Self {
        assert!(matches!(self.code, Some(1 | 78)), "{self:#?}");
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in {self:#?}");
        }
        self
    }

    /// The output contains these words, in this order.
    #[track_caller]
    pub(crate) fn says(&self, words: &[&str]) {
        let mut rest = self.out.as_str();
        for word in words {
            let Some(at) = rest.find(word) else {
                panic!("no {word:?} (in this order) in {self:#?}");
            };
            rest = &rest[at + word.len()..];
        }
    }
}

/// A config in which kevin may sponsor.
pub(crate) const TEAM: &str = "[people.kevin]\n[groups]\nsysadmin-main = [\"kevin\"]\n";

pub(crate) const SMALL_STORY: &[&str] = &[
    "new badges 4321 Fedora Badges",
    "sponsor badges",
    "advance",
    "discussed badges https://lists.example.org/t/1",
    "people badges add kevin smooge",
    "advance",
];

pub(crate) fn with_story() -> Desk {
    let desk = Desk::new(TEAM);
    desk.console(SMALL_STORY)
        .good()
        .says(&["moved from planning to development"]);
    desk
}

/// Kills a process that a failed test would leave behind.
pub(crate) struct Guard(Child);

impl Drop for Guard {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
