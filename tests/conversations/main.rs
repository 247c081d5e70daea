//! Conversation tests: each file under `tests/conversations` is a story.
//!
//! `<nick> text` is said, `| …` is everything that the bot delivered because of it (silence is asserted too),
//! `-- …` is the world, `#` begins a comment. The first comment is a sentence with which one can agree or
//! disagree. The whole pipeline runs on a real store in a temporary folder; no sockets, no sleeps.
//!
//! `RFRBOT_REWRITE=1 cargo test --test conversations` rewrites the `|` lines; read the diff like prose.
//! `RFRBOT_STORIES=FOLDER` also runs the stories of that folder.
//!
//! The world: `-- time 2026-03-02 14:00`, `-- in 3 days`, `-- place libera/#fedora-admin`,
//! `-- private libera` (what follows is said in private), `-- group sysadmin-main kevin smooge`,
//! `-- person ralph` (known, in no group), `-- login nick account` and `-- logout nick` (what the network
//! proves), `-- identity ralph oftc/ralph_` (what the config maps), `-- server cannot tell`, `-- four eyes` (the config wants them), `-- two eyes`, `-- objections hold`,
//! `-- budget changes 5 mails 2` (so much and no more in a day or an hour), `-- admin place libera/#noc`, `-- names are looked at` (as when the config is read anew: what the admin place gets),
//! `-- edition audit`,
//! `-- freeze F45 beta 2026-08-25 2026-09-16`, `-- calendar FILE` (the config's calendar is now that file of
//! `tests/data`), `-- calendar gone`, `-- calendar becomes FILE` (or `nothing`; while the bot runs, which reads
//! it at `-- calendars are read again`), `-- freezes by itself` (they start and end as predicted),
//! `-- absent kevin 2026-03-09 2026-03-13 NOTE` (a calendar of absences of the config) and
//! `-- absences gone`, `-- announce libera/#fedora-noc …`, `-- tell libera/#fedora-noc phases ends` (that place is told of nothing else), `-- lines 4`,
//! `-- libera down`, `-- libera up`, `-- restart`, `-- restart while oftc is down`, `-- oftc up and down`, `-- oftc up and a crash`, `-- lose the database`, `-- again` (the network repeats
//! the last message), `-- after FILE` (everything in that story happened before).
//!
//! Groups from an account system: `-- accounts`; `-- accounts silent` (it says nothing), `-- accounts fail WHY` and
//! `-- accounts answer` (also what was asked meanwhile). `-- profile maja oftc/majka`, `-- profile of maja is private`,
//! `-- maja is disabled`: whom its profiles name. `-- names on fedora.im are accounts`, `-- login ida @ida:fedora.im`: a
//! homeserver of accounts, and somebody on it.
//!
//! The mailing list: `-- list` (the config has one), `-- mail only request ended` (what is mailed), `-- open questions`
//! (the config's switch), `-- address ralph ralph@example.org`, `-- mail from NAME <ADDRESS> re RFR: TEXT // TEXT` (a
//! reply in its thread; `//` begins a line, `////` a paragraph), `-- mail from NAME <ADDRESS> on SUBJECT: TEXT` (a new mail; of a text that begins with
//! `(unproven)` nothing proves that the list sent it, one with `(too large)` is not read), `-- 12 mails from
//! …` (in one batch), `-- mail again`, `-- mail down`, `-- mail up`, `-- mail delayed WORDS` and `-- mail refused WORDS`
//! (what the server says from now on), `-- summary` (the weekly mail as it would be). The bot's mails stand under `| mail:`.
//!
//! Reminders are off until `-- remind` (in which hours: `-- remind mon-fri 9-17 Europe/Prague`). From then on the clock
//! strikes whenever the desk asks for it while time passes, as the loop's would, and after whatever is said; each
//! strike that says something is headed by its time. `-- clock WHEN` sets the clock, also back, without that: the machine
//! slept or its clock was wrong; then the clock strikes once. `-- no one-person` turns a kind off. `-- downtime 7 days` stops the bot for so long.
//! `-- post NAME WHEN` and `-- post NAME 60 minutes before WHEN` are recurring posts, `-- limit hold 7 14 42` and
//! `-- limit posts 1` change limits; a post whose name ends in `-to-list` is mailed too, `-- to list hold 2` lets a kind escalate, `-- around ralph` and `-- gone ralph`
//! tell who is in sight.

mod alike;
mod bus;
mod happenings;
mod mails;
mod published;
mod said;
mod tickets;
mod typed;
mod world;

use crate::world::{Front, World};
use rfrbot::sop::{Edition, Kind, Level};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) const STORIES_AT_ONCE: usize = 8;

/// The story with the bot's actual output.
fn play(story: &str, stories: &Path) -> String {
    let mut world = World::new(Front::Irc);
    let mut went = Vec::new();
    for line in story.lines() {
        if line.starts_with('|') {
            continue;
        }
        went.push(line.to_owned());
        if world.line(line, stories) {
            went.extend(world.outcome());
        }
    }
    world.can_be_moved();
    went.join("\n") + "\n"
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "story") {
            found.push(path);
        }
    }
    found.sort();
    found
}

pub(crate) fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations")
}

#[test]
fn every_story_goes_as_it_is_told() {
    let mut folders = vec![own_folder()];
    folders.extend(std::env::var_os("RFRBOT_STORIES").map(PathBuf::from));
    let rewrite = std::env::var_os("RFRBOT_REWRITE").is_some();
    let stories: Vec<(PathBuf, &PathBuf)> = folders
        .iter()
        .flat_map(|folder| files(folder).into_iter().map(move |file| (file, folder)))
        .collect();
    let played = stories.len();
    // A story mostly waits for the disk, so several run together.
    let next = AtomicUsize::new(0);
    let tell_some = || {
        let mut different = Vec::new();
        while let Some((file, folder)) = stories.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (told, went) = tell(file, folder);
            if told != went {
                different.push((file, told, went));
            }
        }
        different
    };
    let different: Vec<(&PathBuf, String, String)> = std::thread::scope(|scope| {
        let tellers: Vec<_> = (0..STORIES_AT_ONCE).map(|_| scope.spawn(tell_some)).collect();
        tellers
            .into_iter()
            .flat_map(|teller| teller.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    // Written at the end, because one story may be the beginning of another.
    let mut wrong = Vec::new();
    for (file, told, went) in different {
        if rewrite {
            std::fs::write(file, went).expect("a story can be written");
        } else {
            wrong.push(difference(file, &told, &went));
        }
    }
    println!("{played} stories");
    assert!(played > 0, "there are no stories");
    assert!(
        wrong.is_empty(),
        "{} stories went differently:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Plays one story: its text, and what actually happened.
fn tell(file: &Path, folder: &Path) -> (String, String) {
    let story = std::fs::read_to_string(file).expect("a story can be read");
    assert!(
        story.starts_with("# "),
        "{}: a story begins with its sentence",
        file.display()
    );
    let went = play(&story, folder);
    (story, went)
}

fn difference(file: &Path, told: &str, went: &str) -> String {
    let told: Vec<&str> = told.lines().collect();
    let went: Vec<&str> = went.lines().collect();
    let same = told.iter().zip(&went).take_while(|(told, went)| told == went).count();
    let context = |lines: &[&str]| {
        let shown: Vec<&str> = lines.iter().skip(same.saturating_sub(2)).take(8).copied().collect();
        format!("    {}\n", shown.join("\n    "))
    };
    format!(
        "{}:{}\n  told:\n{}  went:\n{}",
        file.display(),
        same + 1,
        context(&told),
        context(&went)
    )
}

/// For every MUST of every edition there is a story in which the gate is refused because of it, and opens once it is
/// met.
#[test]
fn every_must_has_its_story() {
    for edition in Edition::shipped() {
        for row in edition.rows().iter().filter(|row| row.level != Level::Step) {
            // An RFR's type requires a ticket: the story for that MUST is a refused request.
            let refused = if row.kind == Kind::Ticket {
                "“new” needs TICKET"
            } else {
                "stays in"
            };
            let opened = if row.kind == Kind::Ticket {
                "New RFR"
            } else {
                "moved from"
            };
            let file = own_folder()
                .join("gates")
                .join(edition.name())
                .join(format!("{}.story", row.id));
            let story = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let refusal = story
                .find(refused)
                .unwrap_or_else(|| panic!("{}: nothing is refused", file.display()));
            let opening = story
                .rfind(opened)
                .unwrap_or_else(|| panic!("{}: nothing opens", file.display()));
            assert!(refusal < opening, "{}: refused first, open then", file.display());
        }
    }
}
