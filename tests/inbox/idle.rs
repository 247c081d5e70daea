//! The program itself, with a Maildir in which nothing happens: idle is idle. And it still notices new mail.

use crate::running;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(60);

/// How long nothing happens.
const QUIET: Duration = Duration::from_secs(4);

struct Bot {
    bot: running::Bot,
}

/// Replaces an IRC server until the bot leaves.
fn serve(link: &TcpStream) {
    let mut nick = "bot".to_owned();
    for heard in BufReader::new(link).lines() {
        let Ok(text) = heard else { return };
        let words: Vec<&str> = text.split(' ').collect();
        let answer = match words.as_slice() {
            ["NICK", name, ..] => {
                name.trim_start_matches(':').clone_into(&mut nick);
                String::new()
            }
            ["CAP", "LS", ..] => ":s CAP * LS :\r\n".to_owned(),
            ["USER", ..] => format!(":s 001 {nick} :hello\r\n:s 376 {nick} :end\r\n"),
            ["JOIN", channel, ..] => format!(":{nick}!u@h JOIN {channel}\r\n:s 366 {nick} {channel} :end\r\n"),
            ["PING", words @ ..] => format!(":s PONG s {}\r\n", words.join(" ")),
            _ => String::new(),
        };
        let mut link = link;
        if link.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

impl Bot {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            if let Ok((link, _)) = listener.accept() {
                serve(&link);
            }
        });
        let config = format!(
            "[bot]\ndata = \"store\"\n\n[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nchannels = [\"#lab\"]\n\n\
             [mail]\nfrom = \"rfrbot@fedoraproject.org\"\nlist = \"infrastructure@lists.fedoraproject.org\"\n\
             archive = \"https://lists.fedoraproject.org/archives\"\nsendmail = \"/bin/true\"\n\n\
             [mail.inbox]\nmaildir = \"mails\"\n"
        );
        let mut bot = running::Bot::with_config(&config);
        for sub in ["new", "cur", "tmp"] {
            fs::create_dir_all(bot.path("mails").join(sub)).unwrap();
        }
        bot.start_with(&[("RUST_LOG", "rfrbot=debug")]);
        bot.logs("up network=\"lab\"");
        Self { bot }
    }

    /// CPU time of all threads in nanoseconds, and how often one went to sleep. The database's threads have a beat of
    /// their own, and do not count.
    fn spent(&self) -> (u64, u64) {
        let mut sum = (0, 0);
        for task in fs::read_dir(format!("/proc/{}/task", self.bot.id())).unwrap() {
            let task = task.unwrap().path();
            let schedule = fs::read_to_string(task.join("schedstat")).unwrap_or_default();
            let status = fs::read_to_string(task.join("status")).unwrap_or_default();
            let on = schedule.split(' ').next().and_then(|ns| ns.parse::<u64>().ok());
            let slept = status
                .lines()
                .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            sum.0 += on.unwrap_or_default();
            let name = fs::read_to_string(task.join("comm")).unwrap_or_default();
            if name.starts_with("sled") || name.starts_with("log flusher") {
                continue;
            }
            sum.1 += slept
                .and_then(|count| count.trim().parse::<u64>().ok())
                .unwrap_or_default();
        }
        sum
    }

    /// Waits until the start and earlier work are over, then for a while in which nothing happens.
    fn idles(&self) {
        let end = Instant::now() + DEADLINE;
        loop {
            let before = self.spent();
            thread::sleep(QUIET);
            let after = self.spent();
            let (busy, woken) = (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1));
            if busy < 5_000_000 && woken < 20 {
                return;
            }
            assert!(
                Instant::now() < end,
                "it is never idle: {busy} ns, {woken} wake-ups in {QUIET:?}"
            );
        }
    }

    fn maildir(&self, sub: &str) -> PathBuf {
        self.bot.path("mails").join(sub)
    }

    fn is_marked(&self, name: &str) {
        let marked = self.maildir("cur").join(format!("{name}:2,S"));
        assert!(running::holds_in_time(|| marked.exists()), "{name}: {}", self.bot.log());
    }
}

fn mail(id: &str) -> String {
    format!(
        "From: Adam <adam@example.org>\nSubject: [badges] {id}\nMessage-ID: <{id}@example.org>\n\
         List-Id: <infrastructure.lists.fedoraproject.org>\n\nWho reads {id}?\n"
    )
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

#[test]
fn nothing_happens_where_nothing_falls_in_and_each_way_of_falling_in_is_heard() {
    let bot = Bot::start();
    bot.idles();
    let (new, temporary) = (bot.maildir("new"), bot.maildir("tmp"));
    write(&temporary.join("1.moved"), &mail("moved"));
    fs::rename(temporary.join("1.moved"), new.join("1.moved")).unwrap();
    bot.is_marked("1.moved");
    write(&temporary.join("2.linked"), &mail("linked"));
    fs::hard_link(temporary.join("2.linked"), new.join("2.linked")).unwrap();
    fs::remove_file(temporary.join("2.linked")).unwrap();
    bot.is_marked("2.linked");
    write(&new.join("3.written"), &mail("written"));
    bot.is_marked("3.written");
    for id in ["moved", "linked", "written"] {
        let heard = format!("<{id}@example.org>");
        let log = bot.bot.log();
        assert!(log.contains(&heard), "{heard}: {log}");
    }
    bot.idles();
}
