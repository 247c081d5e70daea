//! A stand-in for an IRC server, for one bot at a time: no throttle, nothing that waits, the same for every program.
//!
//! It knows what a bot needs in order to sit in a channel and to know who speaks: registration, capabilities
//! (account-tag, echo-message, message-tags and their kin), NAMES, WHO and WHOX, MODE, PING.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// The channel of every measurement.
pub(crate) const CHANNEL: &str = "#bench";

/// How long anything may take before the run is given up.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

const CAPABILITIES: &str =
    "account-notify account-tag cap-notify echo-message extended-join message-tags multi-prefix server-time";

/// How many people sit silently in the channel, as in those for which the bot is made.
const SILENT: usize = 200;

/// Everybody in the channel.
fn people() -> impl Iterator<Item = String> {
    let silent = (0..SILENT).map(|number| format!("silent{number}"));
    ["kevin", "ralph"].map(str::to_owned).into_iter().chain(silent)
}

/// Where a bot connects.
pub(crate) struct Server {
    listener: TcpListener,
}

impl Server {
    pub(crate) fn new() -> Self {
        Self {
            listener: TcpListener::bind("127.0.0.1:0").expect("a free port"),
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.listener.local_addr().expect("an address").port()
    }

    /// Waits for the bot, and serves it until it sits in the channel.
    pub(crate) fn accept(&self) -> Link {
        let (stream, _) = self.listener.accept().expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
        let mut link = Link {
            stream,
            bytes: Vec::new(),
            start: 0,
            chunk: vec![0; 64 * 1024],
            nick: String::new(),
            capabilities: Vec::new(),
            welcomed: false,
            negotiating: false,
            in_channel: false,
            outgoing: String::new(),
            numbered: 0,
        };
        while !link.in_channel {
            link.hear();
        }
        link
    }
}

/// The bot said nothing in time.
#[derive(Debug)]
struct Silence;

/// The connection of one bot.
pub(crate) struct Link {
    stream: TcpStream,
    bytes: Vec<u8>,
    start: usize,
    chunk: Vec<u8>,
    nick: String,
    capabilities: Vec<String>,
    welcomed: bool,
    negotiating: bool,
    in_channel: bool,
    outgoing: String,
    numbered: u64,
}

impl Link {
    fn has(&self, capability: &str) -> bool {
        self.capabilities.iter().any(|name| name == capability)
    }

    /// A line of somebody in the channel, as this bot's connection carries it.
    pub(crate) fn said(&mut self, nick: &str, words: &str) -> String {
        let tags = self.tags(nick);
        format!("{tags}:{nick}!{nick}@people.example.org PRIVMSG {CHANNEL} :{words}\r\n")
    }

    /// A line that is no message: JOIN, PART, QUIT.
    pub(crate) fn did(&mut self, nick: &str, what: &str) -> String {
        let tags = self.tags(nick);
        let joined = if self.has("extended-join") && what == "JOIN" {
            format!("JOIN {CHANNEL} {nick} :Somebody")
        } else {
            format!("{what} {}", if what == "QUIT" { ":gone" } else { CHANNEL })
        };
        format!("{tags}:{nick}!{nick}@people.example.org {joined}\r\n")
    }

    /// What a server with these capabilities puts before a line of somebody.
    fn tags(&mut self, nick: &str) -> String {
        self.numbered += 1;
        let mut tags = Vec::new();
        if self.has("account-tag") {
            tags.push(format!("account={nick}"));
        }
        if self.has("message-tags") {
            tags.push(format!("msgid=f7Tf7OpS3WgbBIcdOMKj~{:08}", self.numbered));
        }
        if self.has("server-time") {
            // Old lines are history, so the time is the real one.
            tags.push(format!("time={}", chrono::Utc::now().format("%Y-%m-%dT%H:%M:%S%.3fZ")));
        }
        if tags.is_empty() {
            String::new()
        } else {
            format!("@{} ", tags.join(";"))
        }
    }

    /// Sends lines at once.
    pub(crate) fn send(&mut self, lines: &str) {
        self.stream.write_all(lines.as_bytes()).expect("the bot reads");
    }

    /// Sends a line together with what else is to go out before the next wait.
    pub(crate) fn queue(&mut self, line: &str) {
        self.outgoing.push_str(line);
    }

    /// Does the bot sit in this channel?
    pub(crate) fn is_in(&self, channel: &str) -> bool {
        self.in_channel && channel == CHANNEL
    }

    /// Another end of the same connection, to write while this one reads.
    pub(crate) fn writer(&self) -> TcpStream {
        self.stream.try_clone().expect("a second handle")
    }

    /// The next line that the bot says in the channel or to somebody: target and words. Everything else that it
    /// sends is answered on the way.
    pub(crate) fn said_by_bot(&mut self) -> (String, String) {
        loop {
            if let Some(said) = self.hear() {
                return said;
            }
        }
    }

    /// Waits for an answer that has so many lines, of which the first satisfies `is_it`.
    pub(crate) fn answer(&mut self, lines: usize, is_it: impl Fn(&str) -> bool) {
        loop {
            let (_, words) = self.said_by_bot();
            if is_it(&words) {
                break;
            }
        }
        for _ in 1..lines {
            self.said_by_bot();
        }
    }

    /// How many lines the bot says until it has been silent for that long.
    pub(crate) fn lines_until_silence(&mut self, silence: Duration) -> Vec<String> {
        let mut lines = Vec::new();
        self.stream.set_read_timeout(Some(silence)).expect("a timeout");
        while let Ok(heard) = self.try_hear() {
            lines.extend(heard.map(|(_, words)| words));
        }
        self.stream.set_read_timeout(Some(DEADLINE)).expect("a timeout");
        lines
    }

    /// One line from the bot, answered where a server answers.
    fn hear(&mut self) -> Option<(String, String)> {
        self.try_hear().expect("the bot says something in time")
    }

    fn try_hear(&mut self) -> Result<Option<(String, String)>, Silence> {
        loop {
            if let Some(at) = self.bytes[self.start..].iter().position(|byte| *byte == b'\n') {
                let line = String::from_utf8_lossy(&self.bytes[self.start..self.start + at]).into_owned();
                self.start += at + 1;
                let heard = self.serve(line.trim_end());
                // Many answers go out together when many lines came in together.
                let more = self.bytes[self.start..].contains(&b'\n');
                if !self.outgoing.is_empty() && (!more || self.outgoing.len() > 16 * 1024) {
                    let outgoing = std::mem::take(&mut self.outgoing);
                    self.send(&outgoing);
                }
                return Ok(heard);
            }
            self.bytes.drain(..self.start);
            self.start = 0;
            match self.stream.read(&mut self.chunk) {
                Ok(0) => panic!("the bot closed the link"),
                Ok(length) => self.bytes.extend_from_slice(&self.chunk[..length]),
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                    return Err(Silence);
                }
                Err(error) => panic!("reading from the bot: {error}"),
            }
        }
    }

    fn serve(&mut self, line: &str) -> Option<(String, String)> {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (first, words) = rest.split_once(' ').unwrap_or((rest, ""));
        match command {
            "PRIVMSG" | "NOTICE" => {
                let words = words.strip_prefix(':').unwrap_or(words).to_owned();
                if self.has("echo-message") {
                    let nick = &self.nick;
                    let line = format!(":{nick}!bot@bot.example.org {command} {first} :{words}\r\n");
                    self.outgoing.push_str(&line);
                }
                return Some((first.to_owned(), words));
            }
            "NICK" => first.trim_start_matches(':').clone_into(&mut self.nick),
            "USER" => self.welcome(),
            "CAP" => self.negotiate(first, words),
            "PING" => self.reply(&format!("PONG stand.in {rest}")),
            "JOIN" => self.join(),
            "WHO" => self.who(words),
            "MODE" if first == CHANNEL && words.is_empty() => self.numeric("324", &format!("{CHANNEL} +nt")),
            "MODE" if first == CHANNEL => self.numeric("368", &format!("{CHANNEL} :End of Channel Ban List")),
            _ => {}
        }
        None
    }

    fn reply(&mut self, words: &str) {
        let line = format!(":stand.in {words}\r\n");
        self.outgoing.push_str(&line);
    }

    fn numeric(&mut self, number: &str, words: &str) {
        let nick = if self.nick.is_empty() { "*" } else { &self.nick };
        let line = format!(":stand.in {number} {nick} {words}\r\n");
        self.outgoing.push_str(&line);
    }

    fn negotiate(&mut self, sub: &str, words: &str) {
        match sub {
            "LS" => {
                self.negotiating = true;
                self.reply(&format!("CAP * LS :{CAPABILITIES}"));
            }
            "REQ" => {
                let wanted = words.trim_start_matches(':').trim();
                self.capabilities
                    .extend(wanted.split(' ').filter(|name| !name.is_empty()).map(str::to_owned));
                self.reply(&format!("CAP * ACK :{wanted}"));
            }
            "END" => {
                self.negotiating = false;
                self.welcome();
            }
            _ => {}
        }
    }

    fn welcome(&mut self) {
        if self.negotiating || self.welcomed {
            return;
        }
        self.welcomed = true;
        let hello = format!(":Welcome to the stand-in {}!bot@bot.example.org", self.nick);
        self.numeric("001", &hello);
        self.numeric("002", ":Your host is stand.in");
        self.numeric("003", ":This server was created today");
        self.numeric("004", "stand.in 1 io nt");
        self.numeric(
            "005",
            "WHOX CASEMAPPING=rfc1459 CHANTYPES=# PREFIX=(ov)@+ NICKLEN=30 LINELEN=512 NETWORK=bench :are supported",
        );
        self.numeric("422", ":MOTD File is missing");
    }

    fn join(&mut self) {
        let account = if self.has("extended-join") { " * :bot" } else { "" };
        let nick = self.nick.clone();
        let line = format!(":{nick}!bot@bot.example.org JOIN {CHANNEL}{account}\r\n");
        self.outgoing.push_str(&line);
        let people: Vec<String> = people().collect();
        self.numeric("353", &format!("= {CHANNEL} :{nick} @kevin ralph"));
        for some in people.chunks(25) {
            self.numeric("353", &format!("= {CHANNEL} :{}", some.join(" ")));
        }
        self.numeric("366", &format!("{CHANNEL} :End of /NAMES list."));
        self.in_channel = true;
    }

    fn who(&mut self, words: &str) {
        if words.contains('%') {
            // rfrbot asks for token, nick and account; eggdrop for channel, host, nick, user and flags.
            let token = words.contains("%tna");
            for nick in people() {
                if token {
                    self.numeric("354", &format!("735 {nick} {nick}"));
                } else {
                    self.numeric("354", &format!("{CHANNEL} {nick} people.example.org {nick} H"));
                }
            }
        } else {
            for nick in people() {
                self.numeric(
                    "352",
                    &format!("{CHANNEL} {nick} people.example.org stand.in {nick} H :0 Somebody"),
                );
            }
        }
        self.numeric("315", &format!("{CHANNEL} :End of /WHO list."));
    }

    /// Cuts the link without a word, as a failing network does; returns the moment.
    pub(crate) fn cut(self) -> Instant {
        let cut = Instant::now();
        let _ = self.stream.shutdown(std::net::Shutdown::Both);
        cut
    }
}
