//! A small IRC client that acts as a person in tests. It shares no code with the bot, so that a bug of the bot cannot
//! be hidden by the same bug here.
//!
//! It has no thread: it reads while it waits. Each expectation looks at lines after the last expected one, so a test is
//! written in chronological order.

use super::DEADLINE;
use super::line::Line;
use std::fmt::Write as _;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, ClientConnection, StreamOwned};

/// How a person proves an account.
enum Login {
    Nobody,
    SaslPlain { account: String, password: String },
    SaslExternal,
    NickServ { account: String, password: String },
}

/// A person about to connect.
pub(crate) struct Person {
    address: SocketAddr,
    tls: Option<Arc<ClientConfig>>,
    nick: String,
    caps: Vec<String>,
    login: Login,
}

impl Person {
    /// Somebody with this nick, who will connect without TLS and without an account.
    pub(crate) fn new(address: SocketAddr, nick: &str) -> Self {
        Self {
            address,
            tls: None,
            nick: nick.to_owned(),
            caps: Vec::new(),
            login: Login::Nobody,
        }
    }

    /// Over TLS, to `localhost`.
    pub(crate) fn tls(mut self, address: SocketAddr, config: Arc<ClientConfig>) -> Self {
        self.address = address;
        self.tls = Some(config);
        self
    }

    /// With these `IRCv3` capabilities.
    pub(crate) fn caps(mut self, caps: &[&str]) -> Self {
        self.caps.extend(caps.iter().map(|&cap| cap.to_owned()));
        self
    }

    /// Logged in by SASL PLAIN.
    pub(crate) fn sasl_plain(mut self, account: &str, password: &str) -> Self {
        self.login = Login::SaslPlain {
            account: account.to_owned(),
            password: password.to_owned(),
        };
        self
    }

    /// Logged in by SASL EXTERNAL, with the certificate of the TLS connection.
    pub(crate) fn sasl_external(mut self) -> Self {
        self.login = Login::SaslExternal;
        self
    }

    /// Logged in by a message to `NickServ`, after connecting.
    pub(crate) fn identify(mut self, account: &str, password: &str) -> Self {
        self.login = Login::NickServ {
            account: account.to_owned(),
            password: password.to_owned(),
        };
        self
    }

    /// Connects, logs in and waits for the welcome.
    pub(crate) fn connect(mut self) -> Client {
        let mut client = match &self.tls {
            Some(config) => Client::open_tls(self.address, config)
                .unwrap_or_else(|error| panic!("{} cannot connect over TLS: {error}", self.nick)),
            None => Client::open(self.address),
        };
        let sasl = match &self.login {
            Login::SaslPlain { account, password } => Some(("PLAIN", format!("{account}\0{account}\0{password}"))),
            Login::SaslExternal => Some(("EXTERNAL", String::new())),
            Login::Nobody | Login::NickServ { .. } => None,
        };
        if sasl.is_some() {
            self.caps.push("sasl".to_owned());
        }
        if !self.caps.is_empty() {
            client.raw(&format!("CAP REQ :{}", self.caps.join(" ")));
        }
        client.introduce(&self.nick);
        if !self.caps.is_empty() {
            let answer = client.expect("the answer to CAP REQ", |line| {
                line.command == "CAP" && matches!(line.param(1), "ACK" | "NAK")
            });
            assert_eq!(answer.param(1), "ACK", "the server refused {:?}", self.caps);
        }
        if let Some((mechanism, secret)) = sasl {
            client.raw(&format!("AUTHENTICATE {mechanism}"));
            client.expect("the SASL challenge", |line| {
                line.command == "AUTHENTICATE" && line.text() == "+"
            });
            client.raw(&format!("AUTHENTICATE {}", sasl_answer(&secret)));
            client.expect_line(" 903 ");
        }
        if !self.caps.is_empty() {
            client.raw("CAP END");
        }
        client.expect("the welcome", |line| line.command == "001");
        if let Login::NickServ { account, password } = &self.login {
            client.say("NickServ", &format!("IDENTIFY {account} {password}"));
            client.expect_line("You are now identified");
        }
        client
    }
}

/// A SASL answer in base64; an empty one is `+`.
pub(crate) fn sasl_answer(secret: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if secret.is_empty() {
        return "+".to_owned();
    }
    let mut encoded = String::new();
    for group in secret.as_bytes().chunks(3) {
        let bits = group
            .iter()
            .chain(std::iter::repeat(&0))
            .take(3)
            .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        for position in 0..4 {
            if position <= group.len() {
                encoded.push(char::from(ALPHABET[bits >> (18 - 6 * position) & 63]));
            } else {
                encoded.push('=');
            }
        }
    }
    encoded
}

enum Stream {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
}

/// A connection to an IRC server, with every line that came over it.
pub(crate) struct Client {
    nick: String,
    stream: Stream,
    partial: Vec<u8>,
    lines: Vec<Line>,
    /// How many of the lines earlier expectations have looked at.
    seen: usize,
    closed: bool,
    marker: u32,
}

impl Client {
    /// A bare connection that has said nothing yet.
    pub(crate) fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap_or_else(|error| panic!("cannot connect to {address}: {error}"));
        Self::over(Stream::Plain(stream))
    }

    /// A bare connection over TLS to `localhost`, or why the handshake failed.
    pub(crate) fn open_tls(address: SocketAddr, config: &Arc<ClientConfig>) -> std::io::Result<Self> {
        let mut stream = TcpStream::connect(address)?;
        let name = ServerName::try_from("localhost").expect("a valid name");
        let mut connection = ClientConnection::new(Arc::clone(config), name).map_err(std::io::Error::other)?;
        connection.complete_io(&mut stream)?;
        Ok(Self::over(Stream::Tls(Box::new(StreamOwned::new(connection, stream)))))
    }

    fn over(stream: Stream) -> Self {
        Self {
            nick: "*".to_owned(),
            stream,
            partial: Vec::new(),
            lines: Vec::new(),
            seen: 0,
            closed: false,
            marker: 0,
        }
    }

    /// Says who it is, without waiting for the welcome.
    pub(crate) fn introduce(&mut self, nick: &str) {
        nick.clone_into(&mut self.nick);
        self.raw(&format!("NICK {nick}"));
        self.raw(&format!("USER {nick} 0 * :{nick} of the tests"));
    }

    /// Sends one line as it is.
    pub(crate) fn raw(&mut self, line: &str) {
        self.raw_bytes(line.as_bytes());
    }

    /// Sends one line that need not be UTF-8.
    pub(crate) fn raw_bytes(&mut self, line: &[u8]) {
        let bytes = [line, b"\r\n"].concat();
        let sent = match &mut self.stream {
            Stream::Plain(stream) => stream.write_all(&bytes),
            Stream::Tls(stream) => stream.write_all(&bytes).and_then(|()| stream.flush()),
        };
        // If the connection has ended, the next expectation shows it, with everything received.
        if sent.is_err() {
            self.closed = true;
        }
    }

    /// Says something to a channel or a person.
    pub(crate) fn say(&mut self, target: &str, text: &str) {
        self.raw(&format!("PRIVMSG {target} :{text}"));
    }

    /// Enters a channel and waits until the server says so.
    pub(crate) fn join(&mut self, channel: &str) {
        self.raw(&format!("JOIN {channel}"));
        let nick = self.nick.clone();
        self.expect("the own JOIN", |line| line.command == "JOIN" && line.nick() == nick);
        self.expect("the end of NAMES", |line| line.command == "366");
    }

    /// Takes another nick and waits until the server says so.
    pub(crate) fn take_nick(&mut self, nick: &str) {
        self.raw(&format!("NICK {nick}"));
        self.expect("the new nick", |line| line.command == "NICK" && line.text() == nick);
        nick.clone_into(&mut self.nick);
    }

    /// Logs out of the services account.
    pub(crate) fn log_out(&mut self) {
        self.say("NickServ", "LOGOUT");
        self.expect_line("You have been logged out");
    }

    /// Becomes an operator of the network.
    pub(crate) fn become_operator(&mut self) {
        self.raw("OPER overseer overseer");
        self.expect("operator rights", |line| line.command == "381");
    }

    /// As an operator of the network, ends somebody's connection.
    pub(crate) fn kill(&mut self, nick: &str, reason: &str) {
        self.raw(&format!("KILL {nick} :{reason}"));
    }

    /// As a channel operator, kicks somebody.
    pub(crate) fn kick(&mut self, channel: &str, nick: &str, reason: &str) {
        self.raw(&format!("KICK {channel} {nick} :{reason}"));
        self.expect("the KICK", |line| {
            line.command == "KICK" && line.param(1).eq_ignore_ascii_case(nick)
        });
    }

    /// Leaves, and waits until the server has closed the connection, so that the nick is free.
    pub(crate) fn quit(mut self) {
        self.raw("QUIT :done");
        self.expect_closed();
    }

    /// Waits for the next matching line and returns it; fails with everything received so far.
    pub(crate) fn expect(&mut self, what: &str, fits: impl Fn(&Line) -> bool) -> Line {
        let end = Instant::now() + DEADLINE;
        loop {
            if let Some(found) = self.lines[self.seen..].iter().position(&fits) {
                self.seen += found + 1;
                return self.lines[self.seen - 1].clone();
            }
            assert!(
                !self.closed,
                "{}: connection closed before {what}{}",
                self.nick,
                self.story()
            );
            assert!(Instant::now() < end, "{}: no {what} in time{}", self.nick, self.story());
            self.read_for(Duration::from_millis(50));
        }
    }

    /// Waits for the next line that contains a text.
    pub(crate) fn expect_line(&mut self, text: &str) -> Line {
        self.expect(&format!("line with {text:?}"), |line| line.raw.contains(text))
    }

    /// Waits until the server closes the connection.
    pub(crate) fn expect_closed(&mut self) {
        let end = Instant::now() + DEADLINE;
        while !self.closed {
            assert!(Instant::now() < end, "{}: still connected{}", self.nick, self.story());
            self.read_for(Duration::from_millis(50));
        }
    }

    /// Waits for a line, and asserts that none of the unwanted kind came before it. The marker must come after the time
    /// at which the unwanted line would have come, such as the bot's answer to a later question.
    pub(crate) fn silence_until(
        &mut self,
        what: &str,
        marker: impl Fn(&Line) -> bool,
        unwanted: impl Fn(&Line) -> bool,
    ) -> Line {
        let begin = self.seen;
        let line = self.expect(what, marker);
        if let Some(spoken) = self.lines[begin..self.seen - 1].iter().find(|line| unwanted(line)) {
            panic!("{}: unwanted before {what}: {spoken}{}", self.nick, self.story());
        }
        line
    }

    /// Asserts that the server has sent nothing of the unwanted kind, up to its answer to a PING.
    pub(crate) fn silence_until_pong(&mut self, unwanted: impl Fn(&Line) -> bool) {
        self.marker += 1;
        let token = format!("marker-{}", self.marker);
        self.raw(&format!("PING {token}"));
        self.silence_until(
            "the answer to PING",
            |line| line.command == "PONG" && line.text() == token,
            unwanted,
        );
    }

    /// Every line received so far, oldest first.
    pub(crate) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Reads whatever comes within a moment, and answers the server's PINGs.
    fn read_for(&mut self, moment: Duration) {
        let mut buffer = [0; 4096];
        let read = match &mut self.stream {
            Stream::Plain(stream) => {
                stream.set_read_timeout(Some(moment)).expect("setting a read time-out");
                stream.read(&mut buffer)
            }
            Stream::Tls(stream) => {
                stream
                    .sock
                    .set_read_timeout(Some(moment))
                    .expect("setting a read time-out");
                stream.read(&mut buffer)
            }
        };
        match read {
            Ok(0) => self.closed = true,
            Ok(count) => self.partial.extend_from_slice(&buffer[..count]),
            // A program that was stopped for a moment (SIGSTOP) has its wait interrupted.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
                ) => {}
            Err(_) => self.closed = true,
        }
        while let Some(end) = self.partial.iter().position(|byte| *byte == b'\n') {
            let bytes: Vec<u8> = self.partial.drain(..=end).collect();
            let line = Line::parse(&bytes);
            if line.command == "PING" {
                self.raw(&format!("PONG :{}", line.text()));
            }
            self.lines.push(line);
        }
    }

    fn story(&self) -> String {
        let mut story = format!(
            "\n  received ({} lines, those before the mark were seen):",
            self.lines.len()
        );
        for (number, line) in self.lines.iter().enumerate() {
            let mark = if number == self.seen { "\n  ---- mark ----" } else { "" };
            let _ = write!(story, "{mark}\n  {line}");
        }
        story
    }
}
