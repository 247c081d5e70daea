//! An idle bot is idle, in every configuration: wake-ups, system calls and CPU of the real program while nobody says
//! anything. What is compared is a count over a window of the bot's own idleness, never how long something took.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
mod shipped;

#[path = "mail/dovecot.rs"]
#[expect(dead_code, reason = "other tests stop and start it again")]
mod dovecot;

#[path = "shipped/idleness.rs"]
mod idleness;

use dovecot::{Dovecot, PASSWORD, Way};
use idleness::{Sleeper, all_are_idle};
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

/// One part of the config, with what it needs around it.
struct Part {
    name: &'static str,
    sections: String,
    networks: usize,
}

/// Most memory that an idle bot without Matrix has written to, in KiB. Counters that sled never uses would alone be 17 MiB.
const MOST_MEMORY: u32 = 14 * 1024;

const MAIL: &str = "[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"list@example.org\"\n\
                    archive = \"https://lists.example.org/archives\"\nsendmail = \"/bin/true\"\n";

const BY_FILE: &str = "[freezes]\nimport = [\"f.ics\"]\nabsences = [\"a.ics\"]\n";
const REMINDERS: &str = "[reminders]\nworking_days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n\
                         [[posts]]\nname = \"weekly\"\nwhen = \"weekdays 16:00\"\n";
const WATCH: &str = "[watch]\nlisten = \"127.0.0.1:PORT\"\n";
const BACKUP: &str = "[backup]\nfolder = \"backups\"\n";

fn part(name: &'static str, sections: impl Into<String>, networks: usize) -> Part {
    Part {
        name,
        sections: sections.into(),
        networks,
    }
}

/// Everything that needs no other server than these.
fn everything(calendar: u16, inbox: &str) -> String {
    format!(
        "{REMINDERS}{WATCH}{BACKUP}{MAIL}{inbox}[freezes]\nimport = [\"f.ics\", \"http://127.0.0.1:{calendar}/f.ics\"]\n\
         absences = [\"a.ics\"]\nin_force = \"by-itself\"\n"
    )
}

fn parts(calendar: u16) -> Vec<Part> {
    let maildir = "[mail.inbox]\nmaildir = \"mails\"\n";
    vec![
        part("one IRC network and the control socket", "", 1),
        part("two IRC networks more", "", 3),
        part("a mailing list without an inbox", MAIL, 1),
        part("an inbox in a Maildir", format!("{MAIL}{maildir}"), 1),
        part("calendars by file", BY_FILE, 1),
        part(
            "calendars by address",
            format!("[freezes]\nimport = [\"http://127.0.0.1:{calendar}/f.ics\"]\n"),
            1,
        ),
        part("watch", WATCH, 1),
        part("backup", BACKUP, 1),
        part("reminders and posts", REMINDERS, 1),
        part("everything, the inbox in a Maildir", everything(calendar, maildir), 3),
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
    bot: running::Bot,
}

impl Bot {
    fn start(part: &Part, ports: &[u16]) -> Self {
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
        let mut bot = running::Bot::with_config(&config);
        for name in ["f.ics", "a.ics"] {
            fs::write(bot.path(name), CALENDAR.replace("Final freeze", "kevin: Final freeze")).unwrap();
        }
        for sub in ["new", "cur", "tmp"] {
            fs::create_dir_all(bot.path("mails").join(sub)).unwrap();
        }
        bot.write_secret("secret", PASSWORD);
        bot.start();
        let logs_in = part.sections.contains("imap = ");
        let is_up = || {
            let log = bot.log();
            log.matches(": up network=").count() >= part.networks && (!logs_in || log.contains("inbox: reading"))
        };
        assert!(running::holds_in_time(is_up), "{}: {}", part.name, bot.log());
        Self { name: part.name, bot }
    }

    fn sleeper(&self) -> Sleeper {
        Sleeper {
            name: self.name,
            id: self.bot.id(),
        }
    }
}

/// Starts a bot for each part, and demands that each is idle.
fn are_idle(all: &[Part]) {
    let ports: Vec<u16> = (0..3).map(|_| irc_server()).collect();
    let bots: Vec<Bot> = all.iter().map(|part| Bot::start(part, &ports)).collect();
    let sleepers: Vec<Sleeper> = bots.iter().map(Bot::sleeper).collect();
    all_are_idle(&sleepers);
    for sleeper in sleepers {
        let status = fs::read_to_string(format!("/proc/{}/status", sleeper.id)).unwrap();
        let own = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
        let own: u32 = own.trim().trim_end_matches(" kB").parse().unwrap();
        println!("{}: {own} KiB of its own", sleeper.name);
        assert!(own <= MOST_MEMORY, "{}: {own} KiB", sleeper.name);
    }
}

#[test]
fn each_part_of_an_idle_bot_is_idle() {
    are_idle(&parts(web_server()));
}

#[test]
#[ignore = "needs Dovecot: tests/run mail"]
fn a_bot_whose_inbox_is_a_mailbox_on_a_server_is_idle() {
    let (idle, polled) = (Dovecot::start(Way::Tls), Dovecot::start(Way::PlainWithoutIdle));
    let inbox = |server: &Dovecot| {
        let protection = match server.authority() {
            Some(authority) => format!("ca_file = {:?}", authority.display().to_string()),
            None => "plain = true".to_owned(),
        };
        format!(
            "[mail.inbox]\nimap = {{ host = \"localhost\", port = {}, {protection}, account = \"rfrbot\", \
             password_file = \"secret\" }}\n",
            server.port()
        )
    };
    let everything = everything(web_server(), &inbox(&idle));
    are_idle(&[
        part("an inbox by IMAP (IDLE over TLS)", format!("{MAIL}{}", inbox(&idle)), 1),
        part("an inbox by IMAP without IDLE", format!("{MAIL}{}", inbox(&polled)), 1),
        part("everything, the inbox by IMAP", everything, 3),
    ]);
}
