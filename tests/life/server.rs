//! Just enough of an IRC server for one room, which vouches for accounts; and the program beside it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long anything may take before a test fails.
const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) struct Server(TcpListener);

/// The bot's connection, seen from the server.
pub(crate) struct Link {
    lines: BufReader<TcpStream>,
    wire: TcpStream,
    messages: u32,
}

impl Server {
    pub(crate) fn new() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").expect("a port"))
    }

    /// The bot's config for it.
    pub(crate) fn section(&self) -> String {
        let port = self.0.local_addr().expect("its address").port();
        format!(
            "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\nchannels = [\"#lab\"]\npace = \"unlimited\"\n\
             [tickets]\nbase = \"https://forge.example.org/infra/tickets/issues/\"\n[limits]\nperson_commands_per_minute = 1000\n\
             place_commands_per_minute = 1000\n[groups]\nsysadmin-main = [\"operator\"]\n[people.nell]\nirc = [\"lab/nell\"]\n\
             [people.omar]\nirc = [\"lab/omar\"]\n[people.operator]\nirc = [\"lab/operator\"]\n"
        )
    }

    pub(crate) fn accept(&self) -> Link {
        let (wire, _) = self.0.accept().expect("the bot connects");
        wire.set_read_timeout(Some(DEADLINE)).expect("a time limit");
        Link {
            lines: BufReader::new(wire.try_clone().expect("a second handle")),
            wire,
            messages: 0,
        }
    }
}

impl Link {
    fn say(&mut self, line: &str) {
        self.wire
            .write_all(format!("{line}\r\n").as_bytes())
            .expect("the bot reads");
    }

    /// The bot's next line that is not about the connection itself.
    fn line(&mut self) -> String {
        loop {
            let mut line = String::new();
            let read = self.lines.read_line(&mut line).expect("the bot says something in time");
            assert!(read > 0, "the bot left");
            let line = line.trim_end();
            let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
            match command {
                "CAP" if rest.starts_with("LS") => {
                    self.say(":s CAP * LS :account-tag message-tags server-time extended-join account-notify");
                }
                "CAP" if rest.starts_with("REQ") => {
                    let asked = rest.trim_start_matches("REQ").trim().trim_start_matches(':').to_owned();
                    self.say(&format!(":s CAP * ACK :{asked}"));
                }
                "USER" => {
                    for words in [
                        "001 rfrbot :Welcome",
                        "005 rfrbot CASEMAPPING=ascii WHOX NICKLEN=30 :are supported",
                        "422 rfrbot :no MOTD",
                    ] {
                        self.say(&format!(":s {words}"));
                    }
                }
                "PING" => self.say(&format!(":s PONG s {rest}")),
                "WHO" => {
                    let mask = rest.split(' ').next().unwrap_or_default().to_owned();
                    self.say(&format!(":s 315 rfrbot {mask} :End"));
                }
                "CAP" | "NICK" | "MODE" | "PONG" => {}
                _ => return line.to_owned(),
            }
        }
    }

    /// Until the bot is in its room.
    pub(crate) fn welcome(&mut self) {
        let join = self.line();
        assert!(join.starts_with("JOIN #lab"), "{join}");
        self.say(":rfrbot!rfrbot@host JOIN #lab * :rfrbot");
        self.say(":s 353 rfrbot = #lab :rfrbot nell omar operator");
        self.say(":s 366 rfrbot #lab :End");
    }

    /// Says a command in the room, and returns all that the bot says until it has answered the next one.
    pub(crate) fn ask(&mut self, account: &str, words: &str) -> String {
        self.messages += 1;
        let number = self.messages;
        let tell = |link: &mut Self, what: &str, words: &str| {
            link.say(&format!(
                "@account={account};msgid={what}{number} :{account}!user@host PRIVMSG #lab :!rfr {words}"
            ));
        };
        tell(self, "ask", words);
        let mut heard = String::new();
        tell(self, "end", "version");
        let end = Instant::now() + DEADLINE;
        loop {
            assert!(
                Instant::now() < end,
                "`{words}` and `version` were not answered: {heard}"
            );
            let line = self.line();
            if line.contains(&format!("{account}: rfrbot ")) {
                return heard;
            }
            // Names in answers contain a character that keeps clients from highlighting people.
            heard.push_str(&line.replace('\u{200b}', ""));
            heard.push('\n');
        }
    }
}

/// The program with its config and store in a folder of its own; ended with the test.
pub(crate) struct Bot {
    folder: TempDir,
    process: Child,
}

impl Bot {
    pub(crate) fn start(sections: &str) -> Self {
        Self::start_in(TempDir::with_prefix("rfrbot-life-").expect("a folder"), sections)
    }

    /// The same in a folder that already has contents.
    pub(crate) fn start_in(folder: TempDir, sections: &str) -> Self {
        let config = folder.path().join("config.toml");
        fs::write(&config, format!("[bot]\ndata = \"store\"\n{sections}")).expect("a config");
        let log = File::create(folder.path().join("log")).expect("a log");
        let process = Command::new(crate::shipped::program())
            .arg("run")
            .arg("--config")
            .arg(&config)
            .env_clear()
            .env("HOME", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        Self { folder, process }
    }

    /// Stops it, and returns its folder.
    pub(crate) fn stop(mut self) -> TempDir {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let other = TempDir::with_prefix("rfrbot-life-").expect("a folder");
        std::mem::replace(&mut self.folder, other)
    }

    /// What it logged.
    pub(crate) fn log(&self) -> String {
        let log: &Path = &self.folder.path().join("log");
        fs::read_to_string(log).unwrap_or_default()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if std::thread::panicking() {
            eprintln!("{}", self.log());
        }
    }
}
