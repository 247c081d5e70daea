//! A disk that is full, read-only, or not the bot's.

use crate::Mount;
use crate::bot::{Bot, ROOM, ask, hears, lab, meets_bot, person_with_account, said_by_bot};
use crate::servers::inspircd::{InspIrcd, Profile};
use std::fs::{self, File};
use std::io::Write;

#[test]
#[ignore = "needs root, InspIRCd and Atheme: tests/run faults"]
fn a_full_disk_is_said_once_and_the_bot_goes_on_when_there_is_room() {
    let disk = Mount::memory(32);
    let irc = InspIrcd::start(Profile::Lenient);
    let mut bot = Bot::new(&lab(irc.address().port(), "pace = \"unlimited\""), &["ralph"], &[]);
    let store = disk.path().join("store");
    bot.edit_config(|config| config.replace("data = \"store\"", &format!("data = \"{}\"", store.display())));
    let mut ralph = person_with_account(&irc, "ralph");
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges for everyone", "New RFR badges");

    let stuffing = disk.path().join("stuffing");
    let mut file = File::create(&stuffing).expect("a file");
    while file.write_all(&[0; 8 * 1024]).is_ok() {}
    drop(file);
    ask(&mut ralph, "!rfr note badges one", "could not read or write my records");
    ralph.say(ROOM, "!rfr note badges two");
    ralph.say(ROOM, "!rfr note badges three");
    // Looking still works, and what came before it was met with silence.
    ask(&mut ralph, "!rfr status badges", "badges");
    let complaints = |said: &[String]| {
        said.iter()
            .filter(|line| line.contains("could not read or write"))
            .count()
    };
    assert_eq!(complaints(&said_by_bot(&ralph)), 1, "{:?}", said_by_bot(&ralph));
    let status = bot.command("status").output().expect("status runs");
    let status = String::from_utf8_lossy(&status.stdout).into_owned();
    assert!(status.contains("TAKES NO CHANGES"), "{status}");

    fs::remove_file(&stuffing).expect("room again");
    ralph.say(ROOM, "!rfr note badges four");
    // An answer may overtake what is said to everybody.
    let (again, noted) = ("I can write my records again", "noted: four");
    let first = ralph.expect("room again", |line| {
        line.text().contains(again) || line.text().contains(noted)
    });
    let other = if first.text().contains(again) { noted } else { again };
    hears(&mut ralph, other);
    bot.stop();
    let journal = fs::read_to_string(store.join("journal/00000000000000000001.jsonl")).expect("the journal");
    for (word, kept) in [("one", false), ("two", false), ("three", false), ("four", true)] {
        assert_eq!(journal.contains(&format!("\"text\":\"{word}\"")), kept, "{word}");
    }

    // Full at the start: it says so, changes nothing, and starts when there is room.
    bot.start();
    meets_bot(&mut ralph, ROOM);
    bot.stop();

    disk.remount("ro");
    let refused = bot.command("run").output().expect("it ends");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    println!("read-only: {said}");
    assert!(
        !refused.status.success() && said.contains("Read-only file system"),
        "{said}"
    );
    disk.remount("rw");
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr history badges", "badges");
}
