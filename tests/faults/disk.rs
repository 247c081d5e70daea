//! A disk that is full, read-only, or not the bot's.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account, said_by_bot};
use crate::servers::client::Client;
use crate::servers::holds_in_time;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::{Mount, new_image};
use rfrbot::store::{DatabaseState, inspect, open};
use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Fills a disk to the last byte; returns the file that does so.
fn stuff(disk: &Path) -> PathBuf {
    let path = disk.join("stuffing");
    let mut file = File::create(&path).expect("a file");
    for size in [64 * 1024, 512, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
    path
}

const FIRST_SEGMENT: &str = "journal/00000000000000000001.jsonl";

/// Waits until the one change, its answer and its announcement are all in the database: a database that must still
/// follow on a disk that accepts nothing needs a restart, which is another test.
fn wait_until_settled(store: &Path, who: &mut Client) {
    let marked = || {
        let journal = fs::read_to_string(store.join(FIRST_SEGMENT)).expect("the journal");
        journal.matches("\"delivered\":").count() >= 2
    };
    assert!(holds_in_time(marked), "the deliveries were not marked");
    // Reading makes the database catch up.
    ask(who, "!rfr history badges", "badges: 1 change");
}

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
    wait_until_settled(&store, &mut ralph);

    let stuffing = stuff(&disk.path());
    let words = "My disk is full, so nothing of this was stored, and no change will be until there is room. The operator \
                 was told. Say it again once there is room; I do not repeat this here before.";
    println!("in chat: {}", ask(&mut ralph, "!rfr note badges one", words).text());
    ralph.say(ROOM, "!rfr note badges two");
    ralph.say(ROOM, "!rfr note badges three");
    // Queries still work, and earlier ones got no complaint.
    ask(&mut ralph, "!rfr status badges", "badges");
    assert_eq!(complaints(&ralph, "My disk is full"), 1, "{:?}", said_by_bot(&ralph));
    let log = bot.log();
    assert!(
        log.contains("ERROR") && log.contains("the disk is full: 0 KiB are free"),
        "{log}"
    );
    let status = bot.status();
    assert!(
        status.contains("TAKES NO CHANGES")
            && status.contains("the disk is full: 0 KiB are free, and changes are taken while 40"),
        "{status}"
    );

    fs::remove_file(&stuffing).expect("room again");
    ralph.say(ROOM, "!rfr note badges four");
    // An answer may overtake an announcement.
    let (again, noted) = ("I can write my records again", "noted: four");
    let first = ralph.expect("room again", |line| {
        line.text().contains(again) || line.text().contains(noted)
    });
    let other = if first.text().contains(again) { noted } else { again };
    hears(&mut ralph, other);
    bot.stop();
    let journal = fs::read_to_string(store.join(FIRST_SEGMENT)).expect("the journal");
    for (word, kept) in [("one", false), ("two", false), ("three", false), ("four", true)] {
        assert_eq!(journal.contains(&format!("\"text\":\"{word}\"")), kept, "{word}");
    }

    bot.start();
    meets_bot(&mut ralph, ROOM);
    bot.stop();

    disk.remount("ro");
    let refused = bot.run(&["run"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    println!("read-only: {said}");
    assert!(
        !refused.status.success() && said.contains("Read-only file system") && said.contains("Mount it writable"),
        "{said}"
    );
    disk.remount("rw");
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr history badges", "badges");
}

/// How often somebody was told that.
fn complaints(who: &Client, words: &str) -> usize {
    said_by_bot(who).iter().filter(|line| line.contains(words)).count()
}

#[test]
#[ignore = "needs root, InspIRCd and Atheme: tests/run faults"]
fn a_disk_that_turns_read_only_is_said_once_with_its_reason_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let image = folder.path().join("disk");
    new_image(&image, 64);
    let disk = Mount::frail_image(&image);
    let irc = InspIrcd::start(Profile::Lenient);
    let mut bot = Bot::new(&lab(irc.address().port(), "pace = \"unlimited\""), &["ralph"], &[]);
    let store = |disk: &Mount| format!("data = \"{}\"", disk.path().join("store").display());
    let first = store(&disk);
    bot.edit_config(|config| config.replace("data = \"store\"", &first));
    let mut ralph = person_with_account(&irc, "ralph");
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges for everyone", "New RFR badges");
    wait_until_settled(&disk.path().join("store"), &mut ralph);

    disk.find_error();
    let words = "My disk is read-only, so nothing of this was stored, and no change will be until it can be written. The \
                 operator was told. Say it again then; I do not repeat this here before.";
    println!("in chat: {}", ask(&mut ralph, "!rfr note badges one", words).text());
    ralph.say(ROOM, "!rfr note badges two");
    ask(&mut ralph, "!rfr status badges", "badges");
    assert_eq!(complaints(&ralph, "My disk is"), 1, "{:?}", said_by_bot(&ralph));
    let status = bot.status();
    assert!(
        status.contains("TAKES NO CHANGES (the journal could not be written (Read-only file system"),
        "{status}"
    );
    bot.kill();
    drop(disk);

    // What the operator does: checks the disk and mounts it again. Its old mount disappears once nothing uses it.
    let checked = || {
        let check = Command::new("e2fsck").args(["-f", "-y"]).arg(&image).output();
        check.expect("e2fsck runs").status.code()
    };
    assert!(
        holds_in_time(|| matches!(checked(), Some(0 | 1))),
        "it cannot be mended"
    );
    let disk = Mount::image(&image);
    let second = store(&disk);
    bot.edit_config(|config| config.replace(&first, &second));
    bot.start();
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr note badges three", "noted: three");
    bot.stop();
    let export = bot.run(&["export"]);
    let export = String::from_utf8(export.stdout).expect("text");
    assert!(export.contains("\"name\":\"badges\""), "{export}");
    for (word, kept) in [("one", false), ("two", false), ("three", true)] {
        assert_eq!(export.contains(&format!("\"text\":\"{word}\"")), kept, "{word}");
    }
}

/// The output of a start that must fail.
fn refused(mut command: Command) -> String {
    let ended = command.stdin(Stdio::null()).output().expect("it ends");
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!ended.status.success(), "it should not start: {said}");
    println!("{said}");
    said
}

fn commit(seq: u64, bytes: usize) -> rfrbot::record::Commit {
    rfrbot::record::Commit {
        origin: rfrbot::rfr::Origin {
            seq,
            at: chrono::DateTime::UNIX_EPOCH,
            by: rfrbot::people::By::from_name("ralph"),
            proof: "test".to_owned(),
            place: "lab/#fedora-admin".to_owned(),
            words: "x".repeat(bytes),
        },
        incoming: None,
        events: vec![rfrbot::record::Event::Rfr {
            id: rfrbot::rfr::RfrId(seq),
            event: rfrbot::rfr::RfrEvent::Requested {
                name: format!("r{seq}"),
                ticket: rfrbot::rfr::Ticket {
                    url: format!("https://example.org/{seq}"),
                },
                title: "x".repeat(bytes),
                edition: rfrbot::sop::Edition::audit(),
            },
        }],
        effects: Vec::new(),
    }
}

#[test]
#[ignore = "needs root: tests/run faults"]
fn a_start_on_a_full_disk_names_the_fix_and_changes_nothing() {
    for begun in [false, true] {
        let disk = Mount::memory(32);
        let bot = Bot::new(&lab(1, ""), &["ralph"], &["ralph"]);
        let store = disk.path().join("store");
        bot.edit_config(|config| config.replace("data = \"store\"", &format!("data = \"{}\"", store.display())));
        if begun {
            bot.console("ralph", "new badges 1 Badges for everyone\n");
        }
        let stuffing = stuff(&disk.path());
        for argument in ["run", "console"] {
            let said = refused(bot.command(&[argument]));
            assert!(
                said.contains("No space left on device") && said.contains("Make room on that disk, at least 4 MiB"),
                "{said}"
            );
        }
        fs::remove_file(&stuffing).expect("room again");
        bot.console("ralph", "new hubs 2 Hubs\n");
        let inspected = inspect(&store).expect("it can be verified");
        assert_eq!(inspected.journal.last_seq, 1 + u64::from(begun));
        assert!(
            matches!(inspected.database, DatabaseState::Agrees { .. }),
            "{inspected:?}"
        );
        let aside = fs::read_dir(&store).expect("the store").filter_map(Result::ok);
        let aside = aside.filter(|entry| entry.file_name().to_string_lossy().starts_with("database.damaged"));
        assert_eq!(aside.count(), 0, "a full disk is no damage");
    }
}

#[test]
#[ignore = "needs root: tests/run faults"]
fn an_upgrade_that_has_no_room_for_its_backup_is_refused_and_made_later() {
    let disk = Mount::memory(96);
    let store = disk.path().join("store");
    {
        let mut opened = open(&store).expect("a store");
        for seq in 1..=200 {
            opened.journal.commit(&[commit(seq, 10_000)]).expect("a commit");
        }
    }
    {
        let sled = sled::open(store.join("database")).expect("the database");
        let meta = sled.open_tree("meta").expect("a tree");
        let bytes = meta.get("meta").expect("read").expect("it is there");
        let mut value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        value["version"] = 2.into();
        meta.insert("meta", value.to_string().as_bytes()).expect("written");
        meta.flush().expect("flushed");
    }
    // The journal takes four megabytes: there is room to open the database, but not for a copy of the journal.
    let stuffing = stuff(&disk.path());
    let length = fs::metadata(&stuffing).expect("its length").len();
    File::options()
        .write(true)
        .open(&stuffing)
        .and_then(|file| file.set_len(length - 2 * 1024 * 1024))
        .expect("a little room");
    let before = fs::read_dir(&store).expect("the store").count();
    let error = open(&store).expect_err("it must not be upgraded").to_string();
    println!("{error}");
    assert!(
        error.contains("is of version 2, and is not upgraded to version ")
            && error.contains(" without a backup, which failed")
            && error.contains("No space left on device")
            && error.contains("make room"),
        "{error}"
    );
    assert!(
        fs::read_dir(&store).expect("the store").count() <= before,
        "something is left behind"
    );
    fs::remove_file(&stuffing).expect("room again");
    let opened = open(&store).expect("now it is upgraded");
    assert!(
        opened.said[0].contains("before-upgrade-from-version-2-"),
        "{:?}",
        opened.said
    );
    assert_eq!(opened.database.next_seq(), 201);
}

const FULL: &str = "RFRBOT_TEST_FULL";

/// Commits, fills the disk before the database follows, and continues to its end; does nothing without a folder.
#[test]
fn the_process_whose_disk_fills() {
    let Some(folder) = std::env::var_os(FULL) else { return };
    let folder = PathBuf::from(folder);
    let size = std::env::var("RFRBOT_TEST_SIZE")
        .expect("a size")
        .parse()
        .expect("a number");
    let mut opened = open(&folder.join("store")).expect("a store");
    // Acknowledged while the reserve was free, and not yet in the database: then the disk suddenly fills up.
    let batch: Vec<_> = (1..=400).map(|seq| commit(seq, size)).collect();
    opened.journal.commit(&batch).expect("there is room");
    stuff(&folder);
    let settled = opened.journal.settle();
    let error = opened.journal.commit(&[commit(401, 10)]).expect_err("there is no room");
    println!("\n{size} bytes each: the database said {settled:?}, the next commit: {error}");
    drop(opened);
    println!("closed");
}

#[test]
#[ignore = "needs root: tests/run faults"]
fn a_disk_that_fills_between_the_reserve_and_the_database_loses_nothing() {
    for size in [100, 2_000, 20_000] {
        let disk = Mount::memory(64);
        let store = disk.path().join("store");
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "disk::the_process_whose_disk_fills", "--nocapture"])
            .env(FULL, disk.path())
            .env("RFRBOT_TEST_SIZE", size.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        // After a full disk, sled must not keep the program from ending, since only a restart helps then.
        let ended = holds_in_time(|| child.try_wait().expect("it can be waited for").is_some());
        if !ended {
            child.kill().expect("it can be killed");
        }
        let said = child.wait_with_output().expect("it ends").stdout;
        let said = String::from_utf8_lossy(&said).into_owned();
        assert!(ended && said.contains("closed"), "{size}: it hangs: {said}");
        println!(
            "{}",
            said.lines()
                .find(|line| line.contains("bytes each"))
                .unwrap_or_default()
        );
        // Which of the two it is depends on what sled still had to write.
        assert!(
            said.contains("No space left on device")
                && said.contains("restart rfrbot, which reads back what is really kept")
                || said.contains("the disk is full"),
            "{said}"
        );
        fs::remove_file(disk.path().join("stuffing")).expect("room again");
        let mut opened = open(&store).expect("it opens when there is room");
        assert_eq!(opened.database.next_seq(), 401, "{:?}", opened.said);
        assert_eq!(opened.database.open_rfrs().expect("they are read").len(), 400);
        opened.journal.commit(&[commit(401, 10)]).expect("it goes on");
        drop(opened);
        let inspected = inspect(&store).expect("it can be verified");
        assert!(
            matches!(inspected.database, DatabaseState::Agrees { .. }),
            "{inspected:?}"
        );
    }
}

/// The fix for a store owned by another user.
const FIX: &str = "Give the store's folder, with all that is in it, to the user that runs rfrbot (chown -R)";

/// The user nobody, who owns nothing.
const NOBODY: u32 = 65534;

#[test]
#[ignore = "needs root: tests/run faults"]
fn what_the_bot_may_not_read_or_write_is_named_with_the_fix() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    let mode = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).expect("permissions");
    let give = |path: &Path, to| {
        let given = Command::new("chown")
            .arg("-R")
            .arg(format!("{to}:{to}"))
            .arg(path)
            .status();
        assert!(given.expect("chown runs").success());
    };
    mode(folder.path(), 0o755);
    // The program may be where only root has access.
    let program = path("rfrbot");
    fs::copy(crate::shipped::program(), &program).expect("a copy");
    let config = path("config.toml");
    let text = format!(
        "[bot]\ndata = \"state/store\"\n{}server_password_file = \"secret\"\n",
        lab(1, "")
    );
    fs::write(&config, text).expect("a config");
    let secret = path("secret");
    fs::write(&secret, "password\n").expect("a secret");
    fs::create_dir(path("state")).expect("a folder");
    let said = |fix: &str, words: &[&str]| {
        let mut command = Command::new(&program);
        command.args(["run", "--config"]).arg(&config).uid(NOBODY).gid(NOBODY);
        let said = refused(command);
        for word in words {
            assert!(said.contains(word), "no {word:?} in {said}");
        }
        assert!(said.contains(fix), "no {fix:?} in {said}");
    };
    mode(&config, 0o600);
    mode(&secret, 0o600);
    said(
        "which the user that runs the bot may read",
        &["config.toml", "Permission denied"],
    );
    mode(&config, 0o644);
    said(
        "readable only by the bot's user (chmod 600)",
        &["secret", "Permission denied"],
    );
    chown(&secret, Some(NOBODY), None).expect("chown");
    said(FIX, &["cannot make the folder", "state/store"]);

    // A store owned by root, as after a command run with sudo.
    drop(open(&path("state/store")).expect("a store"));
    said(FIX, &["cannot look at", "Permission denied"]);
    let store = path("state/store");
    for (part, word) in [("journal", "journal"), ("database", "database")] {
        give(&store, NOBODY);
        give(&store.join(part), 0);
        said(FIX, &[word, "Permission denied"]);
    }
    give(&store, NOBODY);
    mode(&store, 0o500);
    said(FIX, &["control socket", "Permission denied"]);
    mode(&store, 0o700);
    let segment = store.join("journal/00000000000000000001.jsonl");
    mode(&segment, 0o400);
    said(FIX, &["00000000000000000001.jsonl", "Permission denied"]);
    mode(&segment, 0o600);
    // After the fix it runs until it is stopped.
    give(&store, NOBODY);
    let inspected = inspect(&store).expect("it can be verified");
    assert!(
        matches!(inspected.database, DatabaseState::Agrees { .. }),
        "{inspected:?}"
    );
}
