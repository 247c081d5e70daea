//! As much of an IRC server as one room needs, which vouches for accounts; for the program beside it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

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
    pub(crate) fn config(&self) -> String {
        let port = self.0.local_addr().expect("its address").port();
        format!(
            "[bot]\ndata = \"store\"\n[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\nchannels = [\"#lab\"]\npace = \"unlimited\"\n\
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

    /// The next line of the bot that is no matter of the connection.
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

    /// Says a command in the room, and gives back all that the bot says until it has answered the next one.
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
            // Names in answers carry a sign that keeps clients from calling people.
            heard.push_str(&line.replace('\u{200b}', ""));
            heard.push('\n');
        }
    }
}
