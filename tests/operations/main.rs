//! Operating the real program on a real store: backups, the control socket, reloading, monitoring, stopping.
//!
//! Its only network is a server that accepts connections and says nothing, so nothing here needs an installed server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../shipped/mod.rs"]
mod shipped;

mod attacks;
mod bot;
mod health;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;

use bot::{Bot, holds_in_time, talk};
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

const PEOPLE: &str = "[people.kevin]\nirc = [\"lab/kevin\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n";

fn new_rfr(number: u32) -> String {
    format!("new rfr{number} {number} The service {number}\n")
}

#[test]
fn a_backup_of_a_running_bot_is_a_whole_store() {
    let mut bot = Bot::new(PEOPLE);
    bot.console(&(1..=20).map(new_rfr).collect::<String>());
    bot.start();
    let backup = bot.path("one.backup");
    let said = bot.ok("backup", &[backup.to_str().unwrap()]);
    assert!(
        said.contains("backed up 20 changes") && said.contains("read them back"),
        "{said}"
    );
    assert_eq!(fs::metadata(&backup).unwrap().mode() & 0o777, 0o600);
    // The same name again is refused, and the first one stays.
    let said = bot.fails("backup", &[backup.to_str().unwrap()]);
    assert!(said.contains("is there already"), "{said}");
    let status = bot.status();
    assert!(
        status.contains("last backup: ") && status.contains(" s ago"),
        "{status}"
    );
    let said = bot.ok("verify", &[backup.to_str().unwrap()]);
    assert!(said.contains("20 changes") && said.contains("all sound"), "{said}");
    assert!(
        bot.ok("verify", &[])
            .contains("database: not checked, since a bot has it open")
    );
    bot.stop();
    assert!(bot.ok("verify", &[]).contains("all as the journal says"));

    let said = bot.fails("restore", &[backup.to_str().unwrap()]);
    assert!(said.contains("already holds something"), "{said}");
    bot.edit_config(|config| config.replace("data = \"store\"", "data = \"restored\""));
    let said = bot.ok("restore", &[backup.to_str().unwrap()]);
    assert!(said.contains("restored 20 changes"), "{said}");
    let list = bot.console("list all\n");
    assert!(list.contains("rfr20") && list.contains("rfr1"), "{list}");
    assert!(bot.ok("verify", &[]).contains("all as the journal says"));
}

#[test]
fn backups_by_the_clock_keep_the_newest() {
    let mut bot = Bot::new(&format!("{PEOPLE}[backup]\nkeep = 2\nfolder = \"backups\"\n"));
    bot.console(&new_rfr(1));
    let folder = bot.path("backups");
    fs::create_dir(&folder).unwrap();
    for old in ["20200101T000000000Z", "20200102T000000000Z", "20200103T000000000Z"] {
        fs::write(folder.join(format!("rfrbot-{old}.backup.jsonl")), "old").unwrap();
    }
    fs::write(folder.join("notes.txt"), "not ours").unwrap();
    bot.start();
    let names = || {
        let mut names: Vec<String> = folder
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert!(holds_in_time(|| names().len() == 3), "{:?}", names());
    let names = names();
    assert_eq!(names[0], "notes.txt");
    assert_eq!(names[1], "rfrbot-20200103T000000000Z.backup.jsonl");
    let said = bot.ok("verify", &[folder.join(&names[2]).to_str().unwrap()]);
    assert!(said.contains("1 change in"), "{said}");
}

#[test]
fn a_reload_checks_first_and_names_what_needs_a_restart() {
    let mut bot = Bot::new(PEOPLE);
    bot.start();
    assert!(
        bot.ok("reload", &[])
            .contains("nothing that can change while I run is different")
    );
    bot.edit_config(|config| config.replace("[groups]\nsysadmin-main = [\"kevin\"]", "[groups]\nsysadmin-main = []"));
    let said = bot.ok("reload", &[]);
    assert!(
        said.contains("changed: [groups]") && !said.contains("restart"),
        "{said}"
    );

    // A bad file changes nothing and says why, with line and fix.
    let good = fs::read_to_string(bot.path("config.toml")).unwrap();
    bot.edit_config(|config| config.replace("[groups]", "[gruops]"));
    let said = bot.fails("reload", &[]);
    assert!(said.contains("gruops: unknown key. Did you mean groups?"), "{said}");
    bot.edit_config(|_| good.clone());

    bot.edit_config(|config| config.replace("nick = \"rfrbot\"", "nick = \"other\"") + "[limits]\nnotes_per_day = 3\n");
    bot.signal("HUP");
    bot.logs("read the config anew; changed: [limits]; needs a restart: [irc.lab]");
    assert!(bot.status().contains("network lab: DOWN"));
    bot.stop();
    assert!(bot.fails("reload", &[]).contains("no rfrbot runs on the store"));
}

#[test]
fn those_who_watch_are_answered() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut bot = Bot::new(&format!("{PEOPLE}[watch]\nlisten = \"127.0.0.1:{port}\"\n"));
    bot.start();
    let get = |path: &str| get(port, path);
    bot.logs("answers /healthz, /readyz and /metrics");
    assert!(get("/healthz").starts_with("HTTP/1.0 200"));
    let said = get("/readyz");
    assert!(
        said.starts_with("HTTP/1.0 503") && said.contains("no network is connected"),
        "{said}"
    );
    let metrics = get("/metrics");
    for name in [
        "rfrbot_network_up{network=\"lab\"} 0",
        "rfrbot_reconnects_total{network=\"lab\"} 0",
        "rfrbot_outbox_depth 0",
        "rfrbot_outbox_oldest_seconds 0",
        "rfrbot_commands_total{result=\"done\"} 0",
        "rfrbot_command_seconds_bucket{le=\"+Inf\"} 0",
        "rfrbot_last_backup_timestamp_seconds 0",
    ] {
        assert!(metrics.contains(name), "{name}:\n{metrics}");
    }
    assert!(holds_in_time(|| !get("/metrics").contains("rfrbot_store_bytes 0\n")));
}

#[test]
fn systemd_is_told_that_the_bot_is_ready_alive_and_stopping() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let socket = std::os::unix::net::UnixDatagram::bind(&path).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut bot = Bot::new(PEOPLE);
    bot.start_with(&[("NOTIFY_SOCKET", path.to_str().unwrap()), ("WATCHDOG_USEC", "400000")]);
    let mut buffer = [0; 1024];
    let mut next = || {
        let length = socket.recv(&mut buffer).unwrap();
        String::from_utf8_lossy(&buffer[..length]).into_owned()
    };
    let mut heard = vec![next()];
    assert!(heard[0].contains("READY=1"), "{heard:?}");
    for _ in 0..3 {
        heard.push(next());
    }
    assert!(heard[1..].iter().all(|said| said.contains("WATCHDOG=1")), "{heard:?}");
    bot.signal("TERM");
    while !heard.last().unwrap().contains("STOPPING=1") {
        heard.push(next());
    }
}

#[test]
fn a_folder_that_may_not_be_written_and_a_port_that_is_taken_are_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let bot = Bot::new(&format!("{PEOPLE}[watch]\nlisten = \"{address}\"\n"));
    let said = bot.fails("run", &[]);
    assert!(
        said.contains(&address.to_string()) && said.contains("is the port taken?"),
        "{said}"
    );
    let bot = Bot::new(&format!("{PEOPLE}[watch]\nlisten = \"0.0.0.0:9100\"\n"));
    let said = bot.fails("check", &[]);
    assert!(said.contains("can be reached from other machines"), "{said}");
    // A file in place of the folder stops everybody, including root.
    let bot = Bot::new(PEOPLE);
    fs::write(bot.path("store"), "").unwrap();
    let said = bot.fails("run", &[]);
    assert!(
        said.contains("store") && said.contains("cannot make the folder"),
        "{said}"
    );
}

/// Makes the closed store look as if another version had written it.
fn of_version(store: &Path, version: u32, change: impl FnOnce(&mut serde_json::Value)) {
    let sled = sled::open(store.join("database")).unwrap();
    let meta = sled.open_tree("meta").unwrap();
    let bytes = meta.get("meta").unwrap().unwrap();
    let mut value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    value["version"] = version.into();
    change(&mut value);
    meta.insert("meta", value.to_string().as_bytes()).unwrap();
    meta.flush().unwrap();
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = folder
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let bot = Bot::new(PEOPLE);
    bot.console(&new_rfr(1));
    let store = bot.path("store");
    of_version(&store, 99, |meta| meta["unheard-of"] = true.into());
    let before = names_in(&store);
    let said = bot.fails("run", &[]);
    assert!(
        said.contains("version 99") && said.contains("use the newer rfrbot"),
        "{said}"
    );
    // Only files for locking and sealing may come and go.
    let kept = |names: Vec<String>| -> Vec<String> {
        let content = names.into_iter().filter(|name| name != "database.seal");
        content.collect()
    };
    assert_eq!(kept(names_in(&store)), kept(before));
}

#[test]
fn a_store_of_an_older_version_is_backed_up_before_it_is_upgraded() {
    let mut bot = Bot::new(PEOPLE);
    bot.console(&(1..=3).map(new_rfr).collect::<String>());
    let store = bot.path("store");
    // Version 2 had one tree less.
    of_version(&store, 2, |meta| {
        meta["tallies"].as_array_mut().unwrap().pop();
    });
    bot.start();
    bot.logs("the store was of version 2 and is upgraded to version ");
    bot.logs("; before that 3 changes were backed up to");
    bot.logs("because it has version 2, and this program keeps version ");
    bot.logs("; the old one is kept in");
    bot.stop();
    let backup = names_in(&store)
        .into_iter()
        .find(|name| name.starts_with("before-upgrade-from-version-2-"))
        .expect("a backup with the old version in its name");
    assert!(bot.log().contains(&backup), "{}", bot.log());
    let made = backup.trim_start_matches("before-upgrade-from-version-2-");
    assert!(
        made.starts_with("20") && made.ends_with("Z.backup.jsonl"),
        "no time in {backup}"
    );
    let backup = store.join(backup);
    let said = bot.ok("verify", &[backup.to_str().unwrap()]);
    assert!(said.contains("3 changes") && said.contains("all sound"), "{said}");
    assert!(store.join("database.version-2-1").is_dir(), "{:?}", names_in(&store));
    // It happens once, and nothing is missing.
    let after = names_in(&store);
    assert!(bot.ok("verify", &[]).contains("all as the journal says"));
    assert!(bot.console("list all\n").contains("rfr3"));
    bot.start();
    bot.stop();
    assert!(!bot.log().contains("upgraded"), "{}", bot.log());
    assert_eq!(names_in(&store), after);
    // The way back.
    bot.edit_config(|config| config.replace("data = \"store\"", "data = \"restored\""));
    assert!(
        bot.ok("restore", &[backup.to_str().unwrap()])
            .contains("restored 3 changes")
    );
    assert!(bot.console("list all\n").contains("rfr3"));
}

#[test]
fn the_unit_the_page_and_the_completions_are_printed() {
    let bot = Bot::new(PEOPLE);
    let unit = bot.ok("unit", &[]);
    for line in [
        "DynamicUser=yes",
        "ProtectSystem=strict",
        "LoadCredential=",
        "WatchdogSec=",
        "RestartPreventExitStatus=78",
        "ConfigurationDirectory=rfrbot rfrbot/secrets",
        "LimitCORE=0",
        "Type=notify",
    ] {
        assert!(unit.contains(line), "{line}");
    }
    assert!(bot.ok("man", &[]).starts_with(".ie"), "no roff");
    assert!(bot.ok("completions", &["bash"]).contains("complete -F _rfrbot"));
    // Where systemd is installed, it decides; elsewhere the lines above must do.
    let path = bot.path("rfrbot.service");
    let program = crate::shipped::program();
    fs::write(&path, unit.replace("/usr/bin/rfrbot", &program.to_string_lossy())).unwrap();
    if !Path::new("/usr/bin/systemd-analyze").exists() {
        eprintln!("systemd-analyze is not there: the unit is not verified");
        return;
    }
    let verified = std::process::Command::new("systemd-analyze")
        .args(["verify", "--man=no"])
        .arg(&path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&verified.stderr).into_owned();
    assert!(!said.contains("rfrbot.service"), "{said}");
    let security = std::process::Command::new("systemd-analyze")
        .args(["security", "--offline=true", "--no-pager", "--threshold=20"])
        .arg(&path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&security.stdout).into_owned();
    println!("{}", said.lines().last().unwrap_or_default());
    assert!(security.status.success(), "exposure over 2.0:\n{said}");
}

/// An RFR neglected since that day, and the config's reminder hours, which are over today.
fn neglected(bot: &Bot, days: i64) -> String {
    let now = chrono::Utc::now();
    let mut store = rfrbot::store::open(&bot.path("store")).unwrap();
    let requested = rfrbot::rfr::RfrEvent::Requested {
        name: "badges".into(),
        ticket: rfrbot::rfr::Ticket {
            url: "https://example.org/1".into(),
        },
        title: "Badges".into(),
        edition: rfrbot::sop::Edition::audit(),
    };
    let commit = rfrbot::record::Commit {
        origin: rfrbot::rfr::Origin {
            seq: 1,
            at: now - chrono::TimeDelta::days(days),
            by: rfrbot::people::By::from_name("kevin"),
            proof: "test".into(),
            place: "lab/#fedora-admin".into(),
            words: String::new(),
        },
        incoming: None,
        events: vec![rfrbot::record::Event::Rfr {
            id: rfrbot::rfr::RfrId(1),
            event: requested,
        }],
        effects: Vec::new(),
    };
    store.journal.commit(&[commit]).unwrap();
    let far = (now + chrono::TimeDelta::days(3))
        .format("%a")
        .to_string()
        .to_lowercase();
    format!("[reminders]\nworking_days = [\"{far}\"]\n")
}

#[test]
fn a_name_of_an_rfr_that_is_somebodys_by_now_is_said_by_check_and_by_reload() {
    let mut bot = Bot::new(PEOPLE);
    bot.console("new ralph 1 Things\nnew tyll 2 Other things\n");
    let said = "The name of the RFR ralph is somebody's account";
    assert!(!bot.ok("check", &[]).contains(said));
    bot.start();
    bot.edit_config(|config| config.replace("[groups]", "[people.ralph]\nirc = [\"lab/ralph\"]\n[groups]"));
    let checked = bot.ok("check", &[]);
    assert!(
        checked.contains(&format!("note: {said}")) && !checked.contains("RFR tyll"),
        "{checked}"
    );
    let reloaded = bot.ok("reload", &[]);
    assert!(
        reloaded.contains(said) && reloaded.contains("`!rfr rename ralph NAME`") && !reloaded.contains("RFR tyll"),
        "{reloaded}"
    );
    bot.logs(said);
    // It was said already.
    assert!(!bot.ok("reload", &[]).contains(said));
}

#[test]
fn one_is_one_and_several_are_several_in_what_operators_read() {
    let mut bot = Bot::new(PEOPLE);
    bot.console(&new_rfr(1));
    let path = |name: &str| bot.path(name).to_str().unwrap().to_owned();
    let mut said = vec![
        bot.ok("verify", &[]),
        bot.ok("backup", &[&path("one")]),
        bot.ok("verify", &[&path("one")]),
        bot.run("export", &[&path("two")]).1,
        bot.ok("recover", &[]),
    ];
    assert!(said[0].contains("1 change in "), "{said:?}");
    assert!(
        said[0].contains(" in 1 file,") && said[0].contains("1 delivery is owed"),
        "{said:?}"
    );
    bot.edit_config(|config| config.replace("data = \"store\"", "data = \"restored\""));
    said.push(bot.ok("restore", &[&path("one")]));
    bot.edit_config(|config| config.replace("data = \"restored\"", "data = \"imported\""));
    said.push(bot.run("import", &[&path("two")]).1);
    bot.edit_config(|config| config.replace("data = \"imported\"", "data = \"store\""));
    // The journal ends before its change.
    let journal = bot.path("store/journal/00000000000000000001.jsonl");
    fs::rename(bot.path("store/journal"), bot.path("kept")).unwrap();
    fs::create_dir(bot.path("store/journal")).unwrap();
    fs::write(&journal, "").unwrap();
    said.push(bot.fails("verify", &[]));
    said.push(bot.run("recover", &[]).1);
    assert!(said.last().unwrap().contains("took back 1 change,"), "{said:?}");
    bot.start();
    said.push(bot.status());
    said.push(bot.log());
    let wrong =
        regex::Regex::new(r"\b1 (changes|records|files|entries|deliveries|RFRs|reminders|reconnects|bytes|panics)\b")
            .unwrap();
    for words in &said {
        assert!(!wrong.is_match(words), "{words}");
    }
}

#[test]
fn the_size_of_the_store_is_what_it_is_when_somebody_asks() {
    let mut bot = Bot::new(PEOPLE);
    let mut talk = talk(&mut bot);
    let journal = |bot: &Bot| {
        fs::metadata(bot.path("store/journal/00000000000000000001.jsonl"))
            .unwrap()
            .len()
    };
    assert!(bot.status().contains("the journal is empty"), "{}", bot.status());
    talk.says("kevin", "#fedora-admin", "!rfr new badges 1 Badges");
    talk.hears("New RFR");
    let is_told = || {
        let before = journal(&bot);
        let said = bot.status();
        before > 0 && said.contains(&format!(", of which the journal {before}\n"))
    };
    assert!(holds_in_time(is_told), "{} bytes: {}", journal(&bot), bot.status());
}

#[test]
fn the_work_and_what_quiet_hours_hold_back_are_among_the_figures() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut bot = Bot::new(&format!("{PEOPLE}[watch]\nlisten = \"127.0.0.1:{port}\"\n"));
    let hours = neglected(&bot, 100);
    bot.edit_config(|config| config + hours.as_str());
    bot.start();
    // No sponsor was named, nothing has happened, and there is only one person.
    let due = |said: &str| said.lines().find(|line| line.starts_with("work: ")).map(str::to_owned);
    assert!(
        holds_in_time(|| due(&bot.status()).is_some_and(|line| line.starts_with("work: 1 RFR under way"))),
        "{}",
        bot.status()
    );
    let work = due(&bot.status()).unwrap();
    let count: u32 = work.split(' ').nth(5).unwrap().parse().unwrap();
    assert!(count > 0, "{work}");
    let metrics = get(port, "/metrics");
    assert!(metrics.contains("\nrfrbot_rfrs_open 1\n"), "{metrics}");
    assert!(
        metrics.contains(&format!("\nrfrbot_reminders_due {count}\n")),
        "{metrics}"
    );
}

/// The HTTP listener's answer to a request.
fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream
        .write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes())
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_healthy_bot_can_be_asked_whatever_became_of_its_config_and_its_secrets() {
    let mut bot = Bot::new(PEOPLE);
    bot.console(&new_rfr(1));
    bot.start();
    fs::remove_file(bot.path("secret")).unwrap();
    let backup = |name: &str| bot.path(name).to_str().unwrap().to_owned();
    // No secret is needed for any of these.
    assert!(bot.status().contains("network lab"));
    assert!(bot.ok("digest", &[]).contains("rfr1"));
    bot.ok("backup", &[&backup("one")]);
    bot.ok("verify", &[]);
    assert!(bot.ok("export", &[]).contains("rfr1"));
    let said = bot.fails("reload", &[]);
    assert!(said.contains("server_password_file"), "{said}");
    assert!(bot.fails("check", &[]).contains("server_password_file"));
    // Mistakes elsewhere: in another section, and invalid TOML.
    for mistake in ["[gruops]\n", "[limits]\nundo_minutes = = 3\n"] {
        bot.edit_config(|config| config + mistake);
        assert!(bot.status().contains("network lab"));
        bot.ok("backup", &[&backup(&mistake.len().to_string())]);
        bot.ok("verify", &[]);
        bot.ok("export", &[]);
        bot.fails("check", &[]);
    }
    bot.stop();
}

#[test]
fn a_changed_secret_counts_at_the_next_login() {
    let mut bot = Bot::new(&format!("reconnect_seconds = [1, 1]\n{PEOPLE}"));
    let server = bot.server().unwrap();
    bot.start_with(&[("RUST_LOG", "rfrbot=trace")]);
    let knock = || {
        let (stream, _) = server.accept().unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        bot::Talk::new(stream)
    };
    assert!(knock().hears("PASS").contains("lab-server-secret"));
    fs::write(bot.path("secret"), "another-lab-secret\n").unwrap();
    assert!(knock().hears("PASS").contains("another-lab-secret"));
    // A missing file does no harm yet: what was read at the start is tried.
    fs::remove_file(bot.path("secret")).unwrap();
    assert!(knock().hears("PASS").contains("lab-server-secret"));
    bot.logs("a secret cannot be read anew");
    fs::write(bot.path("secret"), "a third secret\n").unwrap();
    assert!(
        bot.ok("reload", &[])
            .contains("nothing that can change while I run is different")
    );
    assert!(!bot.log().contains("another-lab-secret") && !bot.log().contains("lab-server-secret"));
}

#[test]
fn a_backup_is_restored_beside_what_is_not_the_journals() {
    let bot = Bot::new(PEOPLE);
    bot.console(&(1..=3).map(new_rfr).collect::<String>());
    let backup = bot.path("one.backup");
    let backup = backup.to_str().unwrap();
    bot.ok("backup", &[backup]);
    let store = bot.path("store");
    fs::create_dir(store.join("matrix")).unwrap();
    fs::write(store.join("matrix/session.json"), "keys").unwrap();
    let said = bot.fails("restore", &[backup]);
    assert!(
        said.contains("already holds something (database)") && said.contains("`matrix`"),
        "{said}"
    );
    // What the message says, word for word.
    for part in ["journal", "database"] {
        fs::rename(store.join(part), bot.path(part)).unwrap();
    }
    assert!(bot.ok("restore", &[backup]).contains("restored 3 changes"));
    assert_eq!(fs::read_to_string(store.join("matrix/session.json")).unwrap(), "keys");
    assert!(bot.console("list all\n").contains("rfr3"));
    assert!(bot.ok("verify", &[]).contains("all as the journal says"));
    // And if nothing but Matrix is left.
    fs::remove_dir_all(&store).unwrap();
    fs::create_dir_all(store.join("matrix")).unwrap();
    fs::set_permissions(&store, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(bot.ok("restore", &[backup]).contains("restored 3 changes"));
    assert!(bot.console("list all\n").contains("rfr3"));
}
