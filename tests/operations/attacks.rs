//! What attackers tried against the running program, and what held.

use crate::bot::{Bot, Talk, holds_in_time};
use crate::{PEOPLE, get};
use mail_parser::MessageParser;
use rfrbot::visible;
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;
use unicode_width::UnicodeWidthChar;

/// A title that hides, turns and overwrites words, and begins like the commands of other bots.
fn hostile() -> String {
    format!(
        ".kick \u{202e}gnp\u{2066} a\u{AD}b\u{200B}c\u{E0041}d z{} ！topic \u{FEFF}$x <b>&amp;",
        "\u{301}".repeat(60)
    )
}

/// The words of one border harm nobody; `own` are signs that the bot itself puts between letters there.
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

/// Nor is one of its lines a command of another bot.
fn no_command(border: &str, line: &str) {
    let first = line.trim_start().chars().next();
    let is_command = first.is_some_and(|c| ".,@?$!！;&~-+>#％/\\|^%*".contains(c));
    assert!(!is_command, "{border}: {line:?}");
}

fn connected(bot: &mut Bot, server: &TcpListener) -> Talk {
    bot.start();
    let (stream, _) = server.accept().unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    Talk::new(stream)
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
    bot.edit(|config| {
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

    // Chat: answers, announcements, and lines that are cut in their middle.
    let mut said = said_until(&mut talk, &format!("!rfr new badges 1 {}", hostile()), "New RFR badges");
    let cut = ".kick ！topic -all $x ;y ~z +o >q ".repeat(25);
    said.extend(said_until(&mut talk, &format!("!rfr note badges -- {cut}"), "noted"));
    said.extend(said_until(&mut talk, "!rfr history badges", "noted"));
    said.extend(said_until(&mut talk, "!rfr status badges", "badges"));
    said.extend(said_until(&mut talk, "!rfr version", "rfrbot 0"));
    assert!(said.iter().any(|line| line.contains("gnp abcd")), "{said:#?}");
    for line in &said {
        // The bot names people without calling them.
        harmless("irc", line, &['\u{200B}']);
        no_command("irc", line);
    }

    // Mails, head and body.
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

    // Those who watch, and the control socket.
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
    bot.edit(|config| config.replace("level = \"debug\"", "level = \"debug\"\nformat = \"json\""));
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

    // An export is what `import` reads: every byte of it, and as sound as the store.
    let export = bot.path("export.jsonl");
    bot.ok("export", &[export.to_str().unwrap()]);
    for line in fs::read_to_string(&export).unwrap().lines() {
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}
