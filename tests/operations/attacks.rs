//! What attackers tried against the running program, and what held.

use crate::bot::{Bot, Talk, connected, holds_in_time, talk};
use crate::{PEOPLE, get, names_in, new_rfr};
use mail_parser::MessageParser;
use rfrbot::visible;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::time::{Duration, Instant};
use unicode_width::UnicodeWidthChar;

/// A title that hides, reverses and overwrites words, and starts like other bots' commands.
fn hostile() -> String {
    format!(
        ".kick \u{202e}gnp\u{2066} a\u{AD}b\u{200B}c\u{E0041}d z{} ！topic \u{FEFF}$x <b>&amp;",
        "\u{301}".repeat(60)
    )
}

/// The text at one output is harmless; `own` are characters that the bot itself puts between letters there.
fn harmless(border: &str, words: &str, own: &[char]) {
    let mut marks = 0;
    for c in words.chars() {
        assert!(
            c == '\n' || c == '\r' || !c.is_control(),
            "{border}: {c:?} in {words:?}"
        );
        assert!(
            !visible::is_hidden(c) && !matches!(c, '\u{2028}' | '\u{2029}') || own.contains(&c),
            "{border}: {c:?} in {words:?}"
        );
        let is_mark = c.width() == Some(0) && !c.is_control() && !own.contains(&c);
        marks = if is_mark { marks + 1 } else { 0 };
        assert!(marks <= 5, "{border}: a pile of marks in {words:?}");
    }
}

/// None of its lines is another bot's command either.
fn no_command(border: &str, line: &str) {
    let first = line.trim_start().chars().next();
    let is_command = first.is_some_and(|c| ".,@?$!！;&~-+>#％/\\|^%*".contains(c));
    assert!(!is_command, "{border}: {line:?}");
}

/// What the bot said up to the answer to this question.
fn said_until(talk: &mut Talk, command: &str, answer: &str) -> Vec<String> {
    talk.says("kevin", "#fedora-admin", command);
    let mut said = Vec::new();
    loop {
        let line = talk.hears(" :");
        let is_answer = line.contains(answer);
        if let Some((_, words)) = line
            .split_once(" :")
            .filter(|_| line.contains("PRIVMSG") || line.contains("NOTICE"))
        {
            said.push(words.to_owned());
        }
        if is_answer {
            return said;
        }
    }
}

#[test]
fn one_hostile_title_harms_nobody_at_any_border() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut bot = Bot::new(PEOPLE);
    let (sendmail, mails) = (bot.path("sendmail"), bot.path("mails"));
    fs::create_dir(&mails).unwrap();
    fs::write(&sendmail, format!("#!/bin/sh\nexec cat >{}/$$\n", mails.display())).unwrap();
    fs::set_permissions(&sendmail, fs::Permissions::from_mode(0o755)).unwrap();
    bot.edit_config(|config| {
        let config = config
            .replace("level = \"info\"", "level = \"debug\"")
            .replace("plain = true", "plain = true\npace = \"unlimited\"")
            .replace("[\"#fedora-admin\"]", "[\"#fedora-admin\", \"#closed\"]");
        format!(
            "{config}[announce]\nplaces = [\"lab/#fedora-admin\"]\n[watch]\nlisten = \"127.0.0.1:{port}\"\n\
             [mail]\nfrom = \"rfrbot@example.org\"\nlist = \"infra@lists.example.org\"\n\
             archive = \"https://lists.example.org/archives\"\nsendmail = \"{}\"\n\
             [limits]\nperson_commands_per_minute = 1000\nplace_commands_per_minute = 1000\n",
            sendmail.display()
        )
    });
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    let words =
        "474 rfrbot #closed :closed \u{202e}evil\u{9b}[2J \u{200B}\u{85}2026-01-01 INFO rfrbot: stored by=kevin";
    talk.refused = vec![("#closed", words)];
    talk.welcome();
    talk.hears("JOIN #closed");
    talk.send(":evil\u{202e}!e@h NOTICE rfrbot :\u{202e}forged\u{1b}[2J\u{85}2026-01-01T00:00:00Z  INFO forged");

    // Chat: answers, announcements, and lines cut in the middle.
    let mut said = said_until(&mut talk, &format!("!rfr new badges 1 {}", hostile()), "New RFR badges");
    let cut = ".kick ！topic -all $x ;y ~z +o >q ".repeat(25);
    said.extend(said_until(&mut talk, &format!("!rfr note badges -- {cut}"), "noted"));
    said.extend(said_until(&mut talk, "!rfr history badges", "noted"));
    said.extend(said_until(&mut talk, "!rfr status badges", "badges"));
    said.extend(said_until(&mut talk, "!rfr version", "rfrbot 0"));
    assert!(said.iter().any(|line| line.contains("gnp abcd")), "{said:#?}");
    for line in &said {
        // The bot names people without a highlight.
        harmless("irc", line, &['\u{200B}']);
        no_command("irc", line);
    }

    // Mails, header and body.
    let mailed = || {
        fs::read_dir(&mails)
            .unwrap()
            .flatten()
            .map(|entry| fs::read(entry.path()).unwrap())
    };
    let is_whole = |mail: &Vec<u8>| String::from_utf8_lossy(mail).contains("Message-ID");
    assert!(holds_in_time(|| mailed().any(|mail| is_whole(&mail))), "{}", bot.log());
    for mail in mailed().filter(is_whole) {
        let mail = MessageParser::default().parse(&mail).unwrap();
        let subject = mail.subject().unwrap();
        let body = mail.body_text(0).unwrap();
        assert!(body.contains("gnp abcd"), "{body}");
        harmless("subject", subject, &[]);
        harmless("mail", &body, &[]);
    }

    // The HTTP listener, and the control socket.
    assert!(
        holds_in_time(|| bot.status().contains("#closed: NOT JOINED")),
        "{}",
        bot.status()
    );
    for (border, words) in [
        ("status", bot.status()),
        ("status --json", bot.run("status", &["--json"]).1),
        ("/readyz", get(port, "/readyz")),
        ("/metrics", get(port, "/metrics")),
        ("digest", bot.ok("digest", &[])),
        ("log", bot.log()),
    ] {
        harmless(border, &words, &[]);
        let forged = |line: &str| line.starts_with("2026-01-01");
        assert!(!words.lines().any(forged), "{border}: {words}");
    }
    bot.stop();
    drop(talk);

    // The console, and the log as JSON.
    let console = bot.console("status badges\nhistory badges\nlist\nlist all\n");
    assert!(console.contains("gnp abcd"), "{console}");
    harmless("console", &console, &[]);
    bot.edit_config(|config| config.replace("level = \"debug\"", "level = \"debug\"\nformat = \"json\""));
    let mut talk = connected(&mut bot, &server);
    talk.refused = vec![("#closed", words)];
    talk.welcome();
    said_until(&mut talk, &format!("!rfr note badges -- {}", hostile()), "noted");
    bot.stop();
    let log = bot.log();
    harmless("log as JSON", &log, &[]);
    assert!(log.contains("202e"), "{log}");
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    }

    // An export is the input of `import`: every byte of it, and as sound as the store.
    let export = bot.path("export.jsonl");
    bot.ok("export", &[export.to_str().unwrap()]);
    for line in fs::read_to_string(&export).unwrap().lines() {
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

#[test]
fn a_backup_with_one_changed_byte_is_never_restored() {
    let bot = Bot::new(PEOPLE);
    bot.console(&(1..=3).map(new_rfr).collect::<String>());
    let backup = bot.path("one.backup");
    bot.ok("backup", &[backup.to_str().unwrap()]);
    let good = fs::read(&backup).unwrap();
    bot.edit_config(|config| config.replace("data = \"store\"", "data = \"restored\""));
    for at in (0..good.len()).step_by(37) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(&backup, bad).unwrap();
        let said = bot.fails("restore", &[backup.to_str().unwrap()]);
        assert!(
            said.contains("Nothing was imported") && said.contains("one.backup"),
            "byte {at}: {said}"
        );
        assert!(!bot.path("restored").exists(), "byte {at}");
    }
}

#[test]
fn the_control_socket_is_its_owners_alone_and_bears_nonsense() {
    let mut bot = Bot::new(PEOPLE);
    bot.start();
    let socket = bot.path("store/control.sock");
    assert!(holds_in_time(|| socket.exists()));
    assert_eq!(fs::metadata(&socket).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(
        fs::metadata(socket.parent().unwrap()).unwrap().permissions().mode() & 0o777,
        0o700
    );
    let ask = |bytes: &[u8]| {
        let mut stream = std::os::unix::net::UnixStream::connect(&socket).unwrap();
        // The bot may hang up before everything is written.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    };
    assert!(ask(b"make tea\n").starts_with("failed\nI know status, reload and backed-up"));
    assert!(ask(b"backup ../x\n").starts_with("failed\nI know "));
    assert!(!ask(&vec![0xff; 100_000]).contains("ok"));
    assert!(ask(b"status\n").starts_with("trouble\n"));
    // Silent clients keep nobody out.
    let silent: Vec<_> = (0..40)
        .map(|_| std::os::unix::net::UnixStream::connect(&socket).unwrap())
        .collect();
    assert!(bot.status().contains(", up for "), "{}", bot.status());
    drop(silent);
    bot.stop();
    assert!(!socket.exists(), "the socket is left behind");
}

#[test]
fn a_stop_takes_a_few_seconds_though_the_server_is_a_black_hole() {
    let mut bot = Bot::new(PEOPLE);
    bot.start();
    bot.logs("connected");
    let began = Instant::now();
    bot.stop();
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    assert!(bot.ok("verify", &[]).contains("all as the journal says"));
}

#[test]
fn a_change_is_followed_by_its_number_and_the_log_holds_no_chat_and_no_secret() {
    let mut bot = Bot::new(PEOPLE);
    let address = bot.server().unwrap();
    bot.start();
    // A minimal server: it proves kevin, who says two things.
    let (stream, _) = address.accept().unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut talk = Talk::new(stream);
    talk.welcome();
    talk.says("kevin", "#fedora-admin", "the hidden treasure is under the palm");
    talk.says("kevin", "#fedora-admin", "!rfr new badges 4321 Badges for everyone");
    let reply = talk.hears("New RFR");
    assert!(reply.contains("badges"), "{reply}");
    bot.logs("a change seq=1 by=kevin");
    assert!(!bot.log().contains("treasure"), "{}", bot.log());
    bot.stop();
    assert!(
        fs::read_to_string(bot.path("store/journal/00000000000000000001.jsonl"))
            .unwrap()
            .contains("\"seq\":1")
    );
    assert!(!bot.log().contains("lab-server-secret"), "{}", bot.log());
}

#[test]
fn a_line_that_is_too_long_is_refused_politely_and_the_next_one_is_heard() {
    let bot = Bot::new(PEOPLE);
    for length in [2001, 70_000] {
        let text = "x".repeat(length - "note a ".len());
        let said = bot.console(&format!("note a {text}\nversion\n"));
        assert!(
            said.contains(&format!(
                "This command has {length} characters, and I keep at most 2000"
            )),
            "{said}"
        );
        assert!(said.contains("rfrbot ") && said.len() < 2000, "{said}");
    }
}

#[test]
fn admin_reload_in_chat_is_for_operators_and_a_bad_file_changes_nothing() {
    let sections = "[people.kevin]\nirc = [\"lab/kevin\"]\n[people.ralph]\nirc = [\"lab/ralph\"]\n\
                    [groups]\nsysadmin-main = [\"kevin\"]\n";
    let mut bot = Bot::new(sections);
    let mut talk = talk(&mut bot);
    talk.says("ralph", "#fedora-admin", "!rfr admin reload");
    talk.hears("Reading the config anew is for those who look after me: ");
    talk.says("ralph", "#fedora-admin", "!rfr new badges 1 Badges");
    talk.hears("New RFR");
    talk.says("ralph", "#fedora-admin", "!rfr sponsor badges");
    talk.hears("only members of sysadmin-main sponsor");

    // Ralph joins the group: that applies from the reload on.
    bot.edit_config(|config| config.replace("sysadmin-main = [\"kevin\"]", "sysadmin-main = [\"kevin\", \"ralph\"]"));
    talk.says("kevin", "#fedora-admin", "!rfr admin reload");
    talk.hears("changed: [groups]");
    talk.says("ralph", "#fedora-admin", "!rfr sponsor badges");
    talk.hears("sponsored by");

    bot.edit_config(|config| config.replace("sysadmin-main", "sysadmin-main = 3 #"));
    talk.says("kevin", "#fedora-admin", "!rfr admin reload");
    talk.hears("nothing has changed");
    talk.says("ralph", "#fedora-admin", "!rfr whoami");
    talk.hears("sysadmin-main");
}

#[test]
fn a_bot_that_answers_every_answer_is_left_alone() {
    let mut bot = Bot::new(PEOPLE);
    let mut talk = talk(&mut bot);
    let mut answers = 0;
    // It answers whenever we say something, until nothing more comes.
    loop {
        talk.says("otherbot", "#fedora-admin", "!rfr what did you say?");
        answers += 1;
        if talk.hears("PRIVMSG #fedora-admin").contains("more than I can follow") {
            break;
        }
    }
    // A minute's worth, what was regained while the bot kept its pace, and the refusal.
    assert!((21..=40).contains(&answers), "{answers}");
    for _ in 0..50 {
        talk.says("otherbot", "#fedora-admin", "!rfr and now?");
    }
    // Others are still heard, and nothing was said in between.
    talk.says("kevin", "#fedora-admin", "!rfr version");
    let next = talk.hears("PRIVMSG #fedora-admin");
    assert!(next.contains("kevin: "), "{next}");
    assert!(bot.status().contains("limited"));
}

#[test]
fn a_person_has_enough_of_notes_for_a_day() {
    let mut bot = Bot::new(&format!("{PEOPLE}[limits]\nnotes_per_day = 2\n"));
    let mut talk = talk(&mut bot);
    talk.says("kevin", "#fedora-admin", "!rfr new badges 1 Badges");
    talk.hears("New RFR");
    for word in ["one", "two"] {
        talk.says("kevin", "#fedora-admin", &format!("!rfr note badges {word}"));
        talk.hears("PRIVMSG #fedora-admin");
    }
    talk.says("kevin", "#fedora-admin", "!rfr note badges three");
    talk.hears("I take at most 2 notes and links of one person in a day");
    let journal = fs::read_to_string(bot.path("store/journal/00000000000000000001.jsonl")).unwrap();
    assert!(journal.contains("badges two") && !journal.contains("badges three"));
}

#[test]
fn a_folder_that_others_can_write_is_refused_and_nothing_depends_on_the_umask() {
    let bot = Bot::new(&format!("{PEOPLE}[backup]\nfolder = \"deep/backups\"\n"));
    let store = bot.path("store");
    fs::create_dir(&store).unwrap();
    for mode in [0o777, 0o770, 0o1777, 0o702] {
        fs::set_permissions(&store, fs::Permissions::from_mode(mode)).unwrap();
        let said = bot.fails("run", &[]);
        assert!(
            said.contains("others") && said.contains("chmod 700"),
            "{mode:o}: {said}"
        );
        assert!(names_in(&store).is_empty(), "{mode:o}");
    }
    fs::remove_dir(&store).unwrap();
    // Everything a run, a backup and an export create, in a process with umask 0.
    let script = "umask 0; \"$0\" run --config config.toml & pid=$!; \
                  until \"$0\" status --config config.toml 2>&1 | grep -q ', up for ' && [ -n \"$(ls deep/backups)\" ]; do sleep 0.05; done; \
                  \"$0\" backup made --config config.toml && \"$0\" export exported --config config.toml; kill $pid; wait $pid";
    let ran = std::process::Command::new("/bin/sh")
        .args(["-c", script])
        .arg(crate::shipped::program())
        .current_dir(bot.path("."))
        .env_remove("RUST_LOG")
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut pending = ["store", "deep", "made", "exported"]
        .map(|name| bot.path(name))
        .to_vec();
    let mut looked_at = 0;
    while let Some(path) = pending.pop() {
        let metadata = path.symlink_metadata().unwrap();
        assert_eq!(metadata.mode() & 0o077, 0, "{}: {:o}", path.display(), metadata.mode());
        looked_at += 1;
        // Whatever is in sled's folder is protected by that folder's mode.
        if metadata.is_dir() && !path.ends_with("database") {
            pending.extend(names_in(&path).into_iter().map(|name| path.join(name)));
        }
    }
    assert!(looked_at > 8, "{looked_at}");
}

#[test]
fn the_watchers_are_answered_beside_silent_ones_and_foreign_names_are_refused() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut bot = Bot::new(&format!("{PEOPLE}[watch]\nlisten = \"127.0.0.1:{port}\"\n"));
    bot.start();
    bot.logs("answers /healthz, /readyz and /metrics");
    let silent: Vec<TcpStream> = (0..40)
        .map(|_| TcpStream::connect(("127.0.0.1", port)).unwrap())
        .collect();
    let began = Instant::now();
    assert!(get(port, "/healthz").starts_with("HTTP/1.0 200"));
    let waited = began.elapsed();
    assert!(
        waited < Duration::from_secs(4),
        "the silent ones come first: {waited:?}"
    );
    drop(silent);
    let with_host = |lines: &str| {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream
            .write_all(format!("GET /metrics HTTP/1.1\r\n{lines}\r\n").as_bytes())
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    for good in [
        "Host: localhost\r\n",
        "host: 127.0.0.1:9100\r\n",
        "Host: [::1]:9100\r\n",
        "HOST:LOCALHOST:1\r\n",
        "",
    ] {
        assert!(with_host(good).starts_with("HTTP/1.0 200"), "{good}");
    }
    let two = "Host: localhost\r\nHost: evil.example\r\n";
    for foreign in [
        "Host: evil.example\r\n",
        "Host: 127.0.0.1.evil.example\r\n",
        "Host: 10.0.0.1\r\n",
        "Host:\r\n",
        two,
    ] {
        let said = with_host(foreign);
        assert!(
            said.starts_with("HTTP/1.0 421") && !said.contains("rfrbot_"),
            "{foreign}: {said}"
        );
    }
}

#[test]
fn who_asks_on_and_on_holds_no_announcement_away_and_pays_for_lines() {
    let mut bot = Bot::new(&format!("{PEOPLE}[announce]\nplaces = [\"lab/#other\"]\n"));
    bot.edit_config(|config| config.replace("[\"#fedora-admin\"]", "[\"#fedora-admin\", \"#other\"]"));
    bot.console("new badges 1 Badges\n");
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    talk.hears("NOTICE #other :New RFR");
    for word in ["help", " HELP ", "help new", "list", "questions", "help"] {
        talk.send(&format!(":eve!e@h PRIVMSG rfrbot :{word}"));
    }
    talk.says("kevin", "#fedora-admin", "!rfr hold badges the disks are full");
    let mut said = Vec::new();
    while !said
        .last()
        .is_some_and(|line: &String| line.starts_with("NOTICE #other :"))
    {
        said.push(talk.hears(" :"));
        assert!(
            said.len() < 16,
            "the announcement waits for a stranger's answers: {said:#?}"
        );
    }
    // The same question is answered by one line.
    let once_more = "I answered that less than a minute ago";
    if !said.iter().any(|line| line.contains(once_more)) {
        talk.hears(once_more);
    }
}

#[test]
fn what_one_rfr_causes_has_a_bound_that_a_restart_does_not_forget() {
    let limits =
        "[limits]\nannouncements_per_rfr_per_hour = 3\nchanges_per_day = 8\nperson_commands_per_minute = 1000\n";
    let mut bot = Bot::new(&format!("{PEOPLE}{limits}[announce]\nplaces = [\"lab/#other\"]\n"));
    bot.edit_config(|config| {
        config
            .replace("[\"#fedora-admin\"]", "[\"#fedora-admin\", \"#other\"]")
            .replace("plain = true", "plain = true\npace = \"unlimited\"")
    });
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    talk.says("kevin", "rfrbot", "new badges 1 Badges");
    talk.hears("NOTICE #other :New RFR");
    for word in ["hold badges x", "release badges"] {
        talk.says("kevin", "rfrbot", word);
        talk.hears("NOTICE #other :");
    }
    talk.says("kevin", "rfrbot", "hold badges y");
    let last = talk.hears("had more than 3 announced changes within an hour");
    assert!(last.contains("NOTICE #other :"), "{last}");
    // It is confirmed, so that it is not said again.
    talk.hears("PING rfrbot-");
    bot.stop();
    drop(talk);

    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    for word in ["release badges", "hold badges z", "release badges", "hold badges u"] {
        talk.says("kevin", "rfrbot", word);
        // The answer, and nothing for the others.
        let said = talk.hears(" :");
        assert!(said.starts_with("PRIVMSG kevin :"), "{said}");
    }
    talk.says("kevin", "rfrbot", "release badges");
    talk.hears("I take at most 8 changes of one person in a day");
}
