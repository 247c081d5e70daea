//! A server of several processes, which end with their owner, whatever happens.

use crate::servers::process::tail;
use crate::waiting::holds_in_time;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Ends the group and removes its folder when its input closes without a line.
const GUARD: &str = r#"trap '' INT TERM HUP; read -r ended || { kill -s KILL -- "-$0"; rm -rf -- "$1"; }"#;

/// A running server: its first process leads a process group that all others stay in.
pub(crate) struct Group {
    leader: Child,
    guard: Child,
    name: String,
    // Kept open: after a failure the folder may be gone before this is.
    log: File,
}

impl Group {
    /// Starts a program whose temporary folder this is, with its output in a log file there.
    pub(crate) fn start(command: &mut Command, folder: &Path, log: &str) -> Self {
        let name = log.to_owned();
        let path = folder.join(log);
        let output = File::create(&path).expect("creating a server's log file");
        let log = File::open(&path).expect("reading a server's log file");
        let errors = output.try_clone().expect("a second handle of a log file");
        let leader = command
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}; `tests/run mail` installs the servers"));
        // A test program that is killed cannot clean up: the guard's input closes then.
        let guard = Command::new("/bin/sh")
            .args(["-c", GUARD, &leader.id().to_string()])
            .arg(folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starting the guard of a server");
        Self {
            leader,
            guard,
            name,
            log,
        }
    }

    /// Is its first process still running?
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.leader.try_wait(), Ok(None))
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
        signal("TERM", &self.leader.id().to_string());
        assert!(
            holds_in_time(|| !self.is_running()),
            "process {} did not end when asked; it printed:\n{}",
            self.leader.id(),
            self.output()
        );
    }
}

/// Kills all of it (SIGKILL); if a test has failed, prints the end of its output.
impl Drop for Group {
    fn drop(&mut self) {
        signal("KILL", &format!("-{}", self.leader.id()));
        // These fail only if the processes have ended already.
        let _ = self.leader.wait();
        if let Some(mut input) = self.guard.stdin.take() {
            let _ = input.write_all(b"ended\n");
        }
        let _ = self.guard.wait();
        if std::thread::panicking() {
            eprintln!("---- the end of {}:\n{}", self.name, tail(&self.output()));
        }
    }
}

fn signal(signal: &str, whom: &str) {
    // Fails only if nobody is left.
    let _ = Command::new("/bin/sh")
        .args(["-c", "kill -s \"$0\" -- \"$1\"", signal, whom])
        .stderr(Stdio::null())
        .status();
}
