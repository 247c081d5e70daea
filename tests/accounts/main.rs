//! The account system, for real: FASJSON under Apache, MIT Kerberos and 389 Directory Server, each test with its own
//! (`tests/accounts/bed`), and the program that people build, over its console. `tests/run accounts`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../shipped/mod.rs"]
mod shipped;

#[path = "../irc/bot.rs"]
#[expect(dead_code, reason = "shared with tests/irc, which uses all of it")]
mod channel;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "../irc/servers/mod.rs"]
#[expect(dead_code, reason = "shared with tests/irc, which uses all of it")]
mod servers;

mod connecting;
mod groups;
mod profiles;
mod together;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;

/// Longer than anything takes here; ends a test that would wait for ever.
const LONGEST: Duration = Duration::from_secs(60);

/// An account system of its own.
pub(crate) struct Bed {
    folder: TempDir,
    pub(crate) url: String,
}

impl Bed {
    pub(crate) fn start() -> Self {
        let folder = TempDir::with_prefix("rfrbot-accounts-").unwrap();
        let mut bed = Self {
            folder,
            url: String::new(),
        };
        let told = bed.run(&["up"], "");
        let url = told.lines().find_map(|line| line.strip_prefix("URL="));
        let url = url.unwrap_or_else(|| panic!("the bed says no URL: {told}"));
        url.clone_into(&mut bed.url);
        bed
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, words: &[&str], input: &str) -> String {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accounts/bed");
        let mut child = Command::new(script)
            .arg(words[0])
            .arg(self.folder.path())
            .args(&words[1..])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert!(
            ended.status.success(),
            "{words:?}: {}{}",
            String::from_utf8_lossy(&ended.stdout),
            String::from_utf8_lossy(&ended.stderr)
        );
        String::from_utf8_lossy(&ended.stdout).into_owned()
    }

    pub(crate) fn stop_part(&self, part: &str) {
        self.run(&["stop", part], "");
    }

    pub(crate) fn start_part(&self, part: &str) {
        self.run(&["start", part], "");
    }

    pub(crate) fn kadmin(&self, query: &str) {
        self.run(&["kadmin", query], "");
    }

    /// Somebody joins a group (`add`) or leaves it (`delete`).
    pub(crate) fn membership(&self, how: &str, group: &str, name: &str) {
        let people = "cn=accounts,dc=testbed,dc=test";
        self.run(
            &["ldif"],
            &format!(
                "dn: cn={group},cn=groups,{people}\nchangetype: modify\n{how}: member\nmember: uid={name},cn=users,{people}\n"
            ),
        );
    }

    /// A profile names a nick (`add`), or no longer (`delete`).
    pub(crate) fn nick(&self, how: &str, name: &str, nick: &str) {
        self.run(
            &["ldif"],
            &format!(
                "dn: uid={name},cn=users,cn=accounts,dc=testbed,dc=test\nchangetype: modify\n{how}: fasIRCNick\n\
                 fasIRCNick: {nick}\n"
            ),
        );
    }

    /// The account is disabled.
    pub(crate) fn disable(&self, name: &str) {
        self.run(
            &["ldif"],
            &format!(
                "dn: uid={name},cn=users,cn=accounts,dc=testbed,dc=test\nchangetype: modify\nreplace: nsAccountLock\n\
                 nsAccountLock: TRUE\n"
            ),
        );
    }

    /// A bot that asks it, by the bot's own keytab; more settings of [accounts] may follow.
    pub(crate) fn bot(&self, more: &str) -> Bot<'_> {
        self.bot_with(&format!(
            "keytab = \"{}\"\n{more}",
            self.path("keytabs/rfrbot").display()
        ))
    }

    /// A bot that asks it with other settings.
    pub(crate) fn bot_with(&self, settings: &str) -> Bot<'_> {
        let folder = TempDir::with_prefix("rfrbot-accounts-bot-").unwrap();
        // Where no time-out is tried, a slow machine is no reason for one.
        let patient = if settings.contains("timeout_seconds") {
            ""
        } else {
            "timeout_seconds = 50\n"
        };
        let config = format!(
            "[bot]\ndata = \"store\"\n[accounts]\n{patient}fasjson = \"{}\"\n{settings}",
            self.url
        );
        fs::write(folder.path().join("config.toml"), config).unwrap();
        Bot {
            folder,
            kerberos: self.path("krb5.conf"),
            _bed: self,
        }
    }
}

impl Drop for Bed {
    fn drop(&mut self) {
        self.run(&["down"], "");
    }
}

/// The program with its config and store in a folder of its own.
pub(crate) struct Bot<'a> {
    folder: TempDir,
    /// Its krb5.conf.
    pub(crate) kerberos: PathBuf,
    _bed: &'a Bed,
}

impl Bot<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(shipped::program());
        command
            .args(words)
            .arg("--config")
            .arg(self.folder.path().join("config.toml"))
            .env("KRB5_CONFIG", &self.kerberos)
            .env_remove("KRB5CCNAME")
            .env_remove("RUST_LOG");
        command
    }

    /// Runs a command to its end: did it succeed, and what did it say?
    pub(crate) fn run(&self, words: &[&str]) -> (bool, String) {
        let ended = self.command(words).stdin(Stdio::null()).output().unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        (ended.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    /// The same where this machine's clock is an hour fast.
    pub(crate) fn run_an_hour_ahead(&self, words: &[&str]) -> (bool, String) {
        let command = self.command(words);
        let mut ahead = Command::new("faketime");
        ahead
            .args(["-f", "+1h"])
            .arg(command.get_program())
            .args(command.get_args());
        let kept = command.get_envs().filter_map(|(name, value)| Some((name, value?)));
        let ended = ahead
            .envs(kept)
            .env_remove("KRB5CCNAME")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        (ended.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    /// Somebody at its console.
    pub(crate) fn console(&self, account: &str) -> Console {
        let mut child = self
            .command(&["console", "--as", account])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (heard, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if heard.send(line).is_err() {
                    return;
                }
            }
        });
        Console {
            child,
            input: Some(input),
            lines,
        }
    }
}

pub(crate) struct Console {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Console {
    /// Says a line until its answer holds these words: a server that was started again may still be busy.
    pub(crate) fn ask_until(&mut self, line: &str, words: &str) {
        for _ in 0..20 {
            writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
            let answer = self.lines.recv_timeout(LONGEST).unwrap();
            if answer.contains(words) {
                return;
            }
        }
        panic!("“{line}” was never answered with “{words}”");
    }

    /// Says a line, and waits for an answer that holds these words. Says the line of the answer.
    pub(crate) fn ask(&mut self, line: &str, words: &str) -> String {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
        let mut heard = Vec::new();
        while let Ok(answer) = self.lines.recv_timeout(LONGEST) {
            if answer.contains(words) {
                return answer;
            }
            heard.push(answer);
        }
        panic!("“{line}” was not answered with “{words}”, but: {heard:?}");
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        // Its end of input is its end.
        self.input.take();
        let _ = self.child.wait();
    }
}
