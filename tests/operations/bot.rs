//! The real program with its config and store in a temporary folder.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Waits until a condition holds; false after a generous deadline.
pub(crate) fn holds_in_time(mut condition: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(30);
    while !condition() {
        if Instant::now() > end {
            return false;
        }
        // Only the polling interval; the condition decides.
        std::thread::sleep(Duration::from_millis(10));
    }
    true
}

pub(crate) struct Bot {
    folder: TempDir,
    server: Option<TcpListener>,
    process: Option<Child>,
}

impl Bot {
    /// A bot with these sections, whose network `lab` accepts connections and says nothing.
    pub(crate) fn new(sections: &str) -> Self {
        let folder = TempDir::with_prefix("rfrbot-ops-").unwrap();
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = server.local_addr().unwrap().port();
        let config = format!(
            "[bot]\ndata = \"store\"\n[log]\nlevel = \"info\"\n[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\n\
             plain = true\nnick = \"rfrbot\"\nserver_password_file = \"secret\"\nchannels = [\"#fedora-admin\"]\n{sections}"
        );
        fs::write(folder.path().join("config.toml"), config).unwrap();
        let secret = folder.path().join("secret");
        fs::write(&secret, "lab-server-secret\n").unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
        Self {
            folder,
            server: Some(server),
            process: None,
        }
    }

    pub(crate) fn server(&mut self) -> Option<TcpListener> {
        self.server.take()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn edit(&self, change: impl FnOnce(String) -> String) {
        let path = self.path("config.toml");
        fs::write(&path, change(fs::read_to_string(&path).unwrap())).unwrap();
    }

    fn command(&self, word: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(crate::shipped::program());
        command
            .arg(word)
            .args(arguments)
            .arg("--config")
            .arg(self.path("config.toml"));
        command.env_remove("RUST_LOG").env_remove("NOTIFY_SOCKET");
        command
    }

    pub(crate) fn run(&self, word: &str, arguments: &[&str]) -> (bool, String) {
        let ended = self.command(word, arguments).stdin(Stdio::null()).output().unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        (ended.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    /// The output of `status`, whatever is down.
    pub(crate) fn status(&self) -> String {
        self.run("status", &[]).1
    }

    /// The output of a command that must succeed.
    pub(crate) fn ok(&self, word: &str, arguments: &[&str]) -> String {
        let (ok, said) = self.run(word, arguments);
        assert!(ok, "{word}: {said}");
        said
    }

    /// The output of a command that must fail.
    pub(crate) fn fails(&self, word: &str, arguments: &[&str]) -> String {
        let (ok, said) = self.run(word, arguments);
        assert!(!ok, "{word} should fail: {said}");
        said
    }

    /// Says these lines on the console, as kevin.
    pub(crate) fn console(&self, lines: &str) -> String {
        let mut child = self
            .command("console", &["--as", "kevin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert!(ended.status.success());
        String::from_utf8_lossy(&ended.stdout).into_owned()
    }

    pub(crate) fn start(&mut self) {
        self.start_with(&[]);
    }

    /// Starts `rfrbot run` and waits until it answers on its control socket.
    pub(crate) fn start_with(&mut self, variables: &[(&str, &str)]) {
        let log = File::create(self.path("log")).unwrap();
        let mut command = self.command("run", &[]);
        command
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        self.process = Some(command.spawn().unwrap());
        let up = holds_in_time(|| self.status().contains(", up for "));
        assert!(up, "it does not start:\n{}", self.log());
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.process.as_ref().unwrap().id().to_string();
        assert!(
            Command::new("kill")
                .args([&format!("-{name}"), &id])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Stops it in order, and waits for that.
    pub(crate) fn stop(&mut self) {
        self.signal("TERM");
        let ended = self.process.take().unwrap().wait().unwrap();
        assert!(ended.success(), "{}", self.log());
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.path("log")).unwrap()
    }

    pub(crate) fn last_log(&self) -> String {
        self.log()
    }

    pub(crate) fn logs(&self, words: &str) {
        assert!(
            holds_in_time(|| self.log().contains(words)),
            "no {words:?}:\n{}",
            self.log()
        );
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            if std::thread::panicking() {
                eprintln!("{}", self.log());
            }
            // It may have ended already.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// The server's side of a connection, with just enough of the protocol to prove an account.
pub(crate) struct Talk {
    lines: std::io::Lines<BufReader<TcpStream>>,
    wire: TcpStream,
    /// The answers to a `JOIN` of a channel, instead of letting the bot in.
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

    /// The bot's next line with these words; answers whatever a server must answer before.
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

/// Starts the bot, which connects to this minimal server.
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
