//! A server process that ends with its owner, by its id, whatever happens.

use super::holds_in_time;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Ends whom it is told of and removes a folder when its input closes without a line.
const GUARD: &str = r#"trap '' INT TERM HUP; read -r ended || { kill -s KILL -- "$0"; rm -rf -- "$1"; }"#;

/// A running server with its output in a log file.
pub(crate) struct Process {
    child: Child,
    /// Does it lead a process group, which ends with it?
    is_group: bool,
    guard: Child,
    name: String,
    // Kept open: when a test fails its folder may be gone before this is.
    log: File,
}

impl Process {
    /// Starts a program whose temporary folder this is, with its output in a log file there.
    pub(crate) fn start(command: &mut Command, folder: &Path, log: &str) -> Self {
        Self::guarded(command, folder, log, false)
    }

    /// The same of a server of several processes, which stay in the group that the first one leads.
    pub(crate) fn start_group(command: &mut Command, folder: &Path, log: &str) -> Self {
        Self::guarded(command.process_group(0), folder, log, true)
    }

    fn guarded(command: &mut Command, folder: &Path, log: &str, is_group: bool) -> Self {
        let name = log.to_owned();
        let path = folder.join(log);
        let output = File::create(&path).expect("creating a server's log file");
        let errors = output.try_clone().expect("a second handle of a log file");
        let log = File::open(&path).expect("reading a server's log file");
        let child = command
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}; tests/run installs the servers"));
        // A test program that is killed or interrupted cannot clean up. The guard's input closes then, and it ends
        // the server and removes its folder; a line instead says that the server has ended already.
        let guard = Command::new("/bin/sh")
            .args(["-c", GUARD, &whom(&child, is_group)])
            .arg(folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starting the guard of a server");
        Self {
            child,
            is_group,
            guard,
            name,
            log,
        }
    }

    /// The process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("/bin/sh")
            .args(["-c", "kill -s \"$0\" \"$1\"", name, &self.id().to_string()])
            .status()
            .expect("running kill");
        assert!(sent.success(), "could not signal process {}", self.id());
    }

    /// Is it still running?
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Everything that it has printed so far.
    pub(crate) fn output(&self) -> String {
        let length = self.log.metadata().map_or(0, |about| about.len());
        let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
        let read = self.log.read_at(&mut bytes, 0).unwrap_or(0);
        bytes.truncate(read);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Asks it to end (SIGTERM), so that it saves its data, and waits for that.
    pub(crate) fn end_in_order(mut self) {
        self.signal("TERM");
        assert!(
            holds_in_time(|| !self.is_running()),
            "process {} did not end when asked; it printed:\n{}",
            self.id(),
            tail(&self.output())
        );
    }
}

/// Ends it at once (SIGKILL); where a test has failed, with the end of what it printed.
impl Drop for Process {
    fn drop(&mut self) {
        // These fail only where the processes have ended already.
        if self.is_group {
            let _ = Command::new("/bin/sh")
                .args(["-c", "kill -s KILL -- \"$0\"", &whom(&self.child, true)])
                .stderr(Stdio::null())
                .status();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(mut input) = self.guard.stdin.take() {
            let _ = input.write_all(b"ended\n");
        }
        let _ = self.guard.wait();
        if std::thread::panicking() {
            eprintln!("---- the end of {}:\n{}", self.name, tail(&self.output()));
        }
    }
}

/// What `kill` calls a process, or its group.
fn whom(child: &Child, is_group: bool) -> String {
    let sign = if is_group { "-" } else { "" };
    format!("{sign}{}", child.id())
}

/// The end of a log, for the message of a failed test.
pub(crate) fn tail(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(40)..].join("\n")
}
