//! An idle bot is idle, in every configuration: wake-ups and CPU of the real program while nobody says anything, counted
//! by the kernel (proc(5)). What is compared is a count over a window of the bot's own idleness, never how long
//! something took.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod shipped;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long nothing happens while it is counted.
const WINDOW: Duration = Duration::from_secs(12);

/// A bot that has been up for so long has done what it does once.
const SETTLED: Duration = Duration::from_secs(4);

/// The most CPU in a second of idleness, in microseconds, whatever is on.
const MOST_CPU: f64 = 2_000.0;

/// The most wake-ups in a second, whatever is on.
const MOST_WAKEUPS: f64 = 1.0;

/// sled's pool for its files: seven threads that each look once a second whether there is work, without a setting
/// (`threadpool.rs` of sled 0.34). Their CPU counts like everybody's.
const SLEDS_POOL: &str = "sled-io";
const MOST_OF_SLEDS_POOL: f64 = 8.0;

/// One part of the config, with what it needs around it.
struct Part {
    name: &'static str,
    sections: String,
    networks: usize,
}

fn parts(calendar: u16) -> Vec<Part> {
    let part = |name, sections: &str, networks| Part {
        name,
        sections: sections.to_owned(),
        networks,
    };
    let by_address = format!("[freezes]\nimport = [\"http://127.0.0.1:{calendar}/f.ics\"]\n");
    let by_file = "[freezes]\nimport = [\"f.ics\"]\nabsences = [\"a.ics\"]\n";
    let reminders = "[reminders]\nworking_days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n\
                     [[posts]]\nname = \"weekly\"\nwhen = \"weekdays 16:00\"\n";
    let watch = "[watch]\nlisten = \"127.0.0.1:PORT\"\n";
    let backup = "[backup]\nfolder = \"backups\"\n";
    let everything = format!(
        "{reminders}{watch}{backup}[freezes]\nimport = [\"f.ics\", \"http://127.0.0.1:{calendar}/f.ics\"]\n\
         absences = [\"a.ics\"]\nin_force = \"by-itself\"\n"
    );
    vec![
        part("one IRC network and the control socket", "", 1),
        part("two IRC networks more", "", 3),
        part("calendars by file", by_file, 1),
        part("calendars by address", &by_address, 1),
        part("watch", watch, 1),
        part("backup", backup, 1),
        part("reminders and posts", reminders, 1),
        // A Maildir and an IMAP mailbox belong here, too.
        part("everything", &everything, 3),
    ]
}

/// A server of a few lines that lets the bot in, keeps it in its channel, and says nothing more.
fn irc_server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for wire in listener.incoming() {
            let wire = wire.unwrap();
            std::thread::spawn(move || serve(&wire));
        }
    });
    port
}

fn serve(mut wire: &TcpStream) {
    let lines = BufReader::new(wire.try_clone().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        let mut words = line.split(' ');
        let answer = match (words.next().unwrap_or_default(), words.next().unwrap_or_default()) {
            ("CAP", "LS") => ":s CAP * LS :account-tag\r\n".to_owned(),
            ("CAP", "REQ") => ":s CAP rfrbot ACK :account-tag\r\n".to_owned(),
            ("CAP", "END") => ":s 001 rfrbot :welcome\r\n:s 422 rfrbot :no motd\r\n".to_owned(),
            ("JOIN", channel) => format!(":rfrbot!r@h JOIN {channel}\r\n:s 366 rfrbot {channel} :end\r\n"),
            ("PING", token) => format!(":s PONG s {token}\r\n"),
            _ => continue,
        };
        if wire.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Final freeze\r\n\
                        DTSTART;VALUE=DATE:20400301\r\nDTEND;VALUE=DATE:20400310\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// A web server that keeps its connections open, as most do.
fn web_server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for wire in listener.incoming() {
            let mut wire = wire.unwrap();
            std::thread::spawn(move || {
                let mut chunk = [0; 4096];
                while wire.read(&mut chunk).is_ok_and(|read| read > 0) {
                    let head = format!(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nContent-Length: {}\r\n\r\n",
                        CALENDAR.len()
                    );
                    if wire.write_all(format!("{head}{CALENDAR}").as_bytes()).is_err() {
                        return;
                    }
                }
            });
        }
    });
    port
}

struct Bot {
    name: &'static str,
    folder: TempDir,
    process: Child,
}

impl Bot {
    fn start(part: &Part, ports: &[u16]) -> Self {
        let folder = TempDir::with_prefix("rfrbot-idle-").unwrap();
        let mut config = "[bot]\ndata = \"store\"\n".to_owned();
        for (number, port) in ports.iter().take(part.networks).enumerate() {
            write!(
                config,
                "[irc.lab{number}]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\n\
                 channels = [\"#a\", \"#b\"]\n"
            )
            .unwrap();
        }
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        config += "[announce]\nplaces = [\"lab0/#a\"]\n[people.kevin]\nirc = [\"lab0/kevin\"]\n\
                   [groups]\nsysadmin-main = [\"kevin\"]\n";
        config += &part.sections.replace("PORT", &free.to_string());
        fs::write(folder.path().join("config.toml"), config).unwrap();
        for name in ["f.ics", "a.ics"] {
            fs::write(
                folder.path().join(name),
                CALENDAR.replace("Final freeze", "kevin: Final freeze"),
            )
            .unwrap();
        }
        let log = File::create(folder.path().join("log")).unwrap();
        let mut command = Command::new(shipped::program());
        command.args(["run", "--config"]).arg(folder.path().join("config.toml"));
        command.env_remove("RUST_LOG").env_remove("NOTIFY_SOCKET");
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        let bot = Self {
            name: part.name,
            folder,
            process,
        };
        let end = Instant::now() + Duration::from_secs(60);
        while bot.log().matches(": up network=").count() < part.networks {
            assert!(Instant::now() < end, "{}: {}", bot.name, bot.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        bot
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// What the kernel has counted: voluntary context switches, calls that read or write, and microseconds of CPU, of
    /// each thread that is there.
    fn counted(&self) -> Vec<(String, [u64; 3])> {
        let tasks = PathBuf::from(format!("/proc/{}/task", self.process.id()));
        let threads = fs::read_dir(tasks).unwrap().map(|entry| entry.unwrap().path());
        let counted = threads.filter_map(|thread| {
            let number = |file: &str, key: &str| -> Option<u64> {
                let text = fs::read_to_string(thread.join(file)).ok()?;
                let line = text.lines().find_map(|line| line.strip_prefix(key))?;
                line.split_ascii_whitespace().next()?.parse().ok()
            };
            let name = fs::read_to_string(thread.join("comm")).ok()?;
            let calls = number("io", "syscr:").unwrap_or(0) + number("io", "syscw:").unwrap_or(0);
            // schedstat: nanoseconds on the CPU come first.
            let cpu = number("schedstat", "")? / 1000;
            let switches = number("status", "voluntary_ctxt_switches:")?;
            Some((format!("{} {}", name.trim(), thread.display()), [switches, calls, cpu]))
        });
        counted.collect()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn each_part_of_an_idle_bot_is_idle() {
    let ports: Vec<u16> = (0..3).map(|_| irc_server()).collect();
    let calendar = web_server();
    let bots: Vec<Bot> = parts(calendar)
        .into_iter()
        .map(|part| Bot::start(&part, &ports))
        .collect();
    // The window is of the bots' time: what was due at the start is over, and nobody says anything.
    std::thread::sleep(SETTLED);
    let before: Vec<_> = bots.iter().map(Bot::counted).collect();
    let began = Instant::now();
    std::thread::sleep(WINDOW);
    let after: Vec<_> = bots.iter().map(Bot::counted).collect();
    let seconds = began.elapsed().as_secs_f64();
    let mut failed = Vec::new();
    for ((bot, before), after) in bots.iter().zip(before).zip(after) {
        let (mut all, mut pool) = ([0; 3], 0);
        let mut threads = Vec::new();
        for (name, counts) in after {
            let known = before
                .iter()
                .find(|(known, _)| *known == name)
                .map_or([0; 3], |(_, counts)| *counts);
            let more = [0, 1, 2].map(|at| counts[at].saturating_sub(known[at]));
            if name.starts_with(SLEDS_POOL) {
                pool += more[0];
            } else {
                all[0] += more[0];
            }
            all[1] += more[1];
            all[2] += more[2];
            if more[0] > 0 {
                threads.push(format!("{} {}", name.split(' ').next().unwrap_or_default(), more[0]));
            }
        }
        let [wakeups, calls, cpu] = all;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred at most")]
        let a_second = |count: u64| count as f64 / seconds;
        let line = format!(
            "{}: {:.2} wake-ups, {:.2} calls that read or write, {:.0} µs of CPU a second ({})",
            bot.name,
            a_second(wakeups),
            a_second(calls),
            a_second(cpu),
            threads.join(", ")
        );
        println!("{line}");
        let idle = a_second(wakeups) <= MOST_WAKEUPS && a_second(pool) <= MOST_OF_SLEDS_POOL;
        if !idle || a_second(cpu) > MOST_CPU {
            failed.push(line);
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
