//! The real program with its config and store in a temporary folder.

use crate::running;
pub(crate) use crate::running::holds_in_time;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::{Deref, DerefMut};
use std::time::Duration;

/// A bot beside a network that a test may answer for.
pub(crate) struct Bot {
    bot: running::Bot,
    server: Option<TcpListener>,
}

impl Bot {
    /// A bot with these sections, whose network `lab` accepts and says nothing.
    pub(crate) fn new(sections: &str) -> Self {
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = server.local_addr().unwrap().port();
        let bot = running::Bot::with_config(&format!(
            "[bot]\ndata = \"store\"\n[log]\nlevel = \"info\"\n[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\n\
             plain = true\nnick = \"rfrbot\"\nserver_password_file = \"secret\"\nchannels = [\"#fedora-admin\"]\n{sections}"
        ));
        bot.write_secret("secret", "lab-server-secret");
        Self {
            bot,
            server: Some(server),
        }
    }

    pub(crate) fn server(&mut self) -> Option<TcpListener> {
        self.server.take()
    }

    pub(crate) fn run(&self, word: &str, arguments: &[&str]) -> (bool, String) {
        let ended = self.bot.run(&[&[word], arguments].concat());
        let said = [ended.stdout, ended.stderr].concat();
        (ended.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    /// What a command says that must succeed.
    pub(crate) fn ok(&self, word: &str, arguments: &[&str]) -> String {
        let (ok, said) = self.run(word, arguments);
        assert!(ok, "{word}: {said}");
        said
    }

    /// What a command says that must fail.
    pub(crate) fn fails(&self, word: &str, arguments: &[&str]) -> String {
        let (ok, said) = self.run(word, arguments);
        assert!(!ok, "{word} should fail: {said}");
        said
    }

    /// Says these lines on the console, as kevin.
    pub(crate) fn console(&self, lines: &str) -> String {
        self.bot.console("kevin", lines)
    }

    /// Starts it and waits until it can be asked.
    pub(crate) fn start(&mut self) {
        self.start_with(&[]);
    }

    /// The same with these variables in its environment.
    pub(crate) fn start_with(&mut self, variables: &[(&str, &str)]) {
        self.bot.start_with(variables);
        self.is_ready();
    }
}

impl Deref for Bot {
    type Target = running::Bot;

    fn deref(&self) -> &running::Bot {
        &self.bot
    }
}

impl DerefMut for Bot {
    fn deref_mut(&mut self) -> &mut running::Bot {
        &mut self.bot
    }
}

/// The server's side of a connection, with just enough of the protocol to prove an account.
pub(crate) struct Talk {
    lines: std::io::Lines<BufReader<TcpStream>>,
    wire: TcpStream,
    /// What is answered to a `JOIN` of a channel, in place of letting the bot in.
    pub(crate) refused: Vec<(&'static str, &'static str)>,
    /// The nick that the bot has.
    pub(crate) nick: &'static str,
}

impl Talk {
    pub(crate) fn new(wire: TcpStream) -> Self {
        let lines = BufReader::new(wire.try_clone().unwrap()).lines();
        Self {
            lines,
            wire,
            refused: Vec::new(),
            nick: "rfrbot",
        }
    }

    pub(crate) fn send(&mut self, line: &str) {
        self.wire.write_all(format!("{line}\r\n").as_bytes()).unwrap();
    }

    /// The next line of the bot with these words; whatever a server has to answer before is answered.
    pub(crate) fn hears(&mut self, words: &str) -> String {
        loop {
            let line = self.lines.next().expect("the bot hung up").unwrap();
            let mut parts = line.split(' ');
            let (verb, first) = (parts.next().unwrap(), parts.next().unwrap_or_default().to_owned());
            match verb {
                "CAP" if first == "LS" => {
                    self.send(":s CAP * LS :account-tag account-notify extended-join message-tags server-time");
                }
                "CAP" if first == "REQ" => {
                    let wanted = line.split_once(':').map_or("", |(_, wanted)| wanted);
                    self.send(&format!(":s CAP rfrbot ACK :{wanted}"));
                }
                "PING" => self.send(&format!(":s PONG s {first}")),
                "JOIN" => {
                    let nick = self.nick;
                    if let Some((_, words)) = self.refused.iter().find(|(channel, _)| *channel == first) {
                        self.send(&format!(":s {words}"));
                    } else {
                        self.send(&format!(":{nick}!r@h JOIN {first} * :r"));
                        self.send(&format!(":s 353 {nick} = {first} :{nick} kevin"));
                        self.send(&format!(":s 366 {nick} {first} :end"));
                    }
                }
                "PART" => self.send(&format!(":{}!r@h PART {first}", self.nick)),
                "WHO" => self.send(&format!(":s 315 {} {first} :end", self.nick)),
                _ => {}
            }
            if line.contains(words) {
                return line;
            }
        }
    }

    /// Lets the bot in.
    pub(crate) fn welcome(&mut self) {
        self.hears("CAP END");
        let nick = self.nick;
        self.send(&format!(":s 001 {nick} :welcome"));
        self.send(&format!(
            ":s 005 {nick} WHOX CASEMAPPING=rfc1459 NICKLEN=16 :are supported"
        ));
        self.send(&format!(":s 422 {nick} :no motd"));
        self.hears("JOIN");
    }

    pub(crate) fn says(&mut self, who: &str, target: &str, text: &str) {
        self.send(&format!("@account={who} :{who}!u@h PRIVMSG {target} :{text}"));
    }
}

/// Starts the bot, which connects to this server of a few lines.
pub(crate) fn connected(bot: &mut Bot, server: &TcpListener) -> Talk {
    bot.start();
    let (stream, _) = server.accept().unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    Talk::new(stream)
}

/// The same, and lets it in.
pub(crate) fn talk(bot: &mut Bot) -> Talk {
    let server = bot.server().unwrap();
    let mut talk = connected(bot, &server);
    talk.welcome();
    talk
}
