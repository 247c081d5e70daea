//! Instructions of the whole program, from the socket to the socket, counted by callgrind (Debian's package valgrind): what
//! somebody's line costs, in figures that no other program's work changes. `benches/run counts` says where they go.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod shipped;
#[path = "../benches/whole/stand_in.rs"]
#[expect(dead_code, reason = "shared with the benchmark")]
mod stand_in;
#[path = "../benches/whole/steering.rs"]
mod steering;

use shipped::program;
use stand_in::{CHANNEL, Link, Server};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How often each is done while it is counted.
const TIMES: usize = 40;

/// Lines of talk that come at once, as after a split of the network.
const TALK: usize = 20;

/// How the files begin that callgrind writes.
const COUNTED: &str = "counted";

/// What is counted.
#[derive(Clone, Copy)]
enum Work {
    LookUp,
    Change,
    Talk,
}

/// What each may cost in the release build, and without optimisation: what it cost when it was last measured, plus a
/// quarter. How many changes one transaction of sled holds depends on how busy the machine is: without optimisation a change
/// cost 1.35 to 1.73 million, and has room for one of its own each time.
const MOST: [(Work, &str, [u64; 2]); 3] = [
    (Work::LookUp, "a look-up (`status NAME`)", [264_000, 1_090_000]),
    (Work::Change, "a stored change (`note`)", [620_000, 2_160_000]),
    (Work::Talk, "a line that is not for the bot", [36_000, 125_000]),
];

/// The bot under callgrind; it ends with this.
struct Counted {
    child: Child,
    folder: tempfile::TempDir,
}

impl Drop for Counted {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Counted {
    /// Starts it where it knows one RFR; `None` without valgrind.
    fn start(port: u16) -> Option<Self> {
        let folder = tempfile::TempDir::with_prefix("rfrbot-counted-").unwrap();
        let config = format!(
            "[bot]\ndata = \"store\"\n[tickets]\nbase = \"https://tickets.example.org/\"\n[log]\nlevel = \"warn\"\n\
             [limits]\nperson_commands_per_minute = 100000\nplace_commands_per_minute = 100000\n\
             changes_per_day = 100000\nnotes_per_day = 100000\n\
             [irc.bench]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nchannels = [\"{CHANNEL}\"]\n\
             pace = \"unlimited\"\n[announce]\nplaces = []\n[people.kevin]\nirc = [\"bench/kevin\"]\n\
             [people.ralph]\nirc = [\"bench/ralph\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n"
        );
        fs::write(folder.path().join("rfrbot.toml"), config).unwrap();
        let mut console = Command::new(program())
            .args(["console", "--config", "rfrbot.toml", "--as", "kevin"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = console.stdin.take().unwrap();
        input.write_all(b"new mote 1000 A service for everybody\n").unwrap();
        drop(input);
        assert!(console.wait().unwrap().success());
        let wrapper = steering::wrapper(&folder.path().join(COUNTED));
        let started = Command::new(&wrapper[0])
            .args(&wrapper[1..])
            .arg(program())
            .args(["run", "--config", "rfrbot.toml"])
            .current_dir(folder.path())
            .env_remove("RUST_LOG")
            .stdin(Stdio::null())
            .spawn();
        match started {
            Ok(child) => Some(Self { child, folder }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // The part `release` installs it.
                assert!(
                    !is_release() || std::env::var_os("CI").is_none(),
                    "valgrind is not installed"
                );
                None
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// The instructions of some work.
    fn instructions(&self, work: impl FnOnce()) -> u64 {
        sum(&steering::counted(
            self.child.id(),
            &self.folder.path().join(COUNTED),
            work,
        ))
    }
}

/// Is it the release build that is tested?
fn is_release() -> bool {
    program().components().any(|part| part.as_os_str() == "release")
}

/// The sum that callgrind wrote at the end of a file.
fn sum(part: &Path) -> u64 {
    let written = fs::read_to_string(part).unwrap();
    let totals = written.lines().find_map(|line| line.strip_prefix("totals: "));
    totals.unwrap().trim().parse().unwrap()
}

/// Kevin says that to the bot, and waits for the answer of so many lines.
fn ask(link: &mut Link, words: &str, lines: usize) {
    let asked = link.said("kevin", &format!("!rfr {words}"));
    link.send(&asked);
    link.answer(lines, |words| words.starts_with("kevin: "));
}

#[test]
fn what_somebody_says_costs_the_whole_program_few_instructions() {
    let server = Server::new();
    let Some(bot) = Counted::start(server.port()) else {
        println!("instructions are not counted: valgrind is not installed");
        return;
    };
    let mut link = server.accept();
    ask(&mut link, "version", 1);
    let asked = link.said("kevin", "!rfr status mote");
    link.send(&asked);
    let lines = link.lines_until_silence(Duration::from_secs(5)).len();
    for (work, what, most) in MOST {
        let mut do_it = |times: usize| {
            for number in 0..times {
                match work {
                    Work::LookUp => ask(&mut link, "status mote", lines),
                    Work::Change => ask(&mut link, &format!("note mote note {number}"), 1),
                    Work::Talk => {
                        let words = |of| format!("did anybody look at the proxies of {number} and {of}?");
                        let talk: String = (0..TALK).map(|of| link.said("ralph", &words(of))).collect();
                        link.send(&talk);
                    }
                }
            }
            ask(&mut link, "version", 1);
        };
        // What is done for the first time costs more.
        do_it(10);
        let all = bot.instructions(|| do_it(TIMES));
        let count = match work {
            Work::LookUp | Work::Change => TIMES,
            Work::Talk => TIMES * TALK,
        };
        let each = all / u64::try_from(count).unwrap();
        let most = if is_release() { most[0] } else { most[1] };
        println!("{what}: {each} instructions");
        assert!(
            each > 1_000 && each < most,
            "{what}: {each} instructions, at most {most} before"
        );
    }
}
