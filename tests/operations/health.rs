//! The bot's health: `status`, `/readyz`, `/metrics` and the log, and what a reload changes at run time.

use crate::bot::{Bot, connected, holds_in_time};
use crate::{PEOPLE, get};
use std::fs;
use std::net::TcpListener;

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn json(bot: &Bot) -> serde_json::Value {
    let (_, said) = bot.run("status", &["--json"]);
    serde_json::from_str(said.lines().next().unwrap_or_default()).unwrap_or_else(|error| panic!("{error}: {said}"))
}

#[test]
fn each_place_the_nick_and_who_refused_are_known_everywhere() {
    let port = free_port();
    let mut bot = Bot::new(&format!("{PEOPLE}[watch]\nlisten = \"127.0.0.1:{port}\"\n"));
    bot.edit_config(|config| config.replace("[\"#fedora-admin\"]", "[\"#fedora-admin\", \"#closed\"]"));
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.refused = vec![("#closed", "474 rfrbot_ #closed :Cannot join channel (you are banned)")];
    talk.nick = "rfrbot_";
    talk.hears("NICK rfrbot");
    talk.send(":s 433 * rfrbot :Nickname is already in use");
    talk.welcome();
    talk.hears("JOIN #closed");
    let refused = "lab/#closed: NOT JOINED (474 Cannot join channel (you are banned))";
    assert!(holds_in_time(|| bot.status().contains(refused)), "{}", bot.status());
    let said = bot.fails("status", &[]);
    for words in [
        "  lab/#fedora-admin: joined\n",
        "up, ANOTHER NICK (rfrbot_)",
        "PROBLEM: not in lab/#closed: 474 Cannot join channel (you are banned)\n",
        "rfrbot: something is down",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = json(&bot);
    assert_eq!(said["running"], true);
    assert_eq!(said["ready"], true, "it is in one of two channels");
    assert_eq!(said["networks"][0]["nick_instead"], "rfrbot_");
    let places = said["networks"][0]["places"].as_array().unwrap();
    let closed = places.iter().find(|place| place["name"] == "#closed").unwrap();
    assert_eq!((&closed["joined"], places.len()), (&false.into(), 2));
    assert_eq!(closed["why"], "474 Cannot join channel (you are banned)");
    let metrics = get(port, "/metrics");
    for line in [
        "rfrbot_place_joined{network=\"lab\",place=\"#fedora-admin\"} 1",
        "rfrbot_place_joined{network=\"lab\",place=\"#closed\"} 0",
        "rfrbot_nick_wanted{network=\"lab\"} 0",
        "rfrbot_problems 2",
    ] {
        assert!(metrics.contains(line), "{line}:\n{metrics}");
    }
    let ready = get(port, "/readyz");
    assert!(
        ready.starts_with("HTTP/1.0 200") && ready.contains("but: not in lab/#closed: 474"),
        "{ready}"
    );

    // Kicked from the other one, too, it hears nobody; the words are a stranger's, and forge nothing.
    talk.send(":eve!e@h KICK #fedora-admin rfrbot_ :begone\u{1b}[2J\u{2028}PROBLEM: none");
    assert!(holds_in_time(|| get(port, "/readyz").starts_with("HTTP/1.0 503")));
    let said = bot.status();
    assert!(
        said.contains("lab/#fedora-admin: NOT JOINED (thrown out: by eve, begone\\u{1b}[2J"),
        "{said}"
    );
    assert!(
        !bot.log().contains('\u{1b}') && !bot.log().contains('\u{2028}'),
        "{}",
        bot.log()
    );
}

#[test]
fn all_is_well_ends_without_an_error_and_a_bot_that_hangs_or_is_stopped_is_said() {
    let mut bot = Bot::new(PEOPLE);
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    assert!(holds_in_time(|| bot.run("status", &[]).0), "{}", bot.status());
    assert!(!bot.status().contains("PROBLEM"), "{}", bot.status());
    assert_eq!(json(&bot)["problems"], serde_json::json!([]));
    bot.signal("STOP");
    let said = bot.fails("status", &["--timeout", "1"]);
    bot.signal("CONT");
    assert!(said.contains("does not answer within 1 s"), "{said}");
    bot.stop();
    let said = bot.fails("status", &[]);
    assert!(said.contains("no rfrbot runs on the store"), "{said}");
    assert_eq!(json(&bot)["running"], false);
}

#[test]
fn a_flag_that_cannot_be_read_is_said_from_the_start() {
    let port = free_port();
    let mut bot = Bot::new(&format!(
        "{PEOPLE}[freezes]\nflag = \"Frozen.yaml\"\n[watch]\nlisten = \"127.0.0.1:{port}\"\n"
    ));
    bot.start();
    assert!(
        holds_in_time(|| bot.status().contains("freezes, flag Frozen.yaml: TROUBLE since ")),
        "{}",
        bot.status()
    );
    let said = bot.fails("status", &[]);
    assert!(
        said.contains("PROBLEM: [freezes] flag: Frozen.yaml cannot be read since "),
        "{said}"
    );
    let source = &json(&bot)["sources"][0];
    assert_eq!(
        (&source["source"], &source["name"]),
        (&"flag".into(), &"Frozen.yaml".into())
    );
    assert!(source["since"].is_i64() && source["last_read"].is_null(), "{source}");
    assert!(get(port, "/metrics").contains("rfrbot_source_up{source=\"flag\"} 0"));
    bot.stop();
    fs::write(bot.path("Frozen.yaml"), "InfraFrozen: false\n").unwrap();
    bot.start();
    assert!(
        holds_in_time(|| bot.status().contains("freezes, flag Frozen.yaml: read ")),
        "{}",
        bot.status()
    );
    assert!(get(port, "/metrics").contains("rfrbot_source_up{source=\"flag\"} 1"));
}

#[test]
fn a_clock_that_makes_the_bot_deaf_is_said_until_it_is_right() {
    let mut bot = Bot::new(PEOPLE);
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    talk.send("@account=kevin;time=2020-01-01T00:00:00.000Z :kevin!u@h PRIVMSG #fedora-admin :!rfr version");
    talk.hears("PING rfrbot-clock");
    assert!(
        holds_in_time(|| bot.status().contains("DEAF (its clock is ")),
        "{}",
        bot.status()
    );
    assert!(bot.fails("status", &[]).contains("set the clocks right"));
    assert!(json(&bot)["networks"][0]["clock_behind_seconds"].as_i64().unwrap() > 86400);
    assert_eq!(json(&bot)["ready"], false);
    // It was history: the server's own answer has the right time.
    let now = chrono::Utc::now().format("%Y-%m-%dT%H:%M:%S.000Z");
    talk.send(&format!("@time={now} :s PONG s rfrbot-clock"));
    assert!(holds_in_time(|| !bot.status().contains("DEAF")), "{}", bot.status());
}

#[test]
fn the_log_says_what_started_who_was_refused_and_what_changed() {
    let mut bot = Bot::new(PEOPLE);
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    let log = bot.log();
    let first = log.lines().next().unwrap();
    for words in [
        &format!("version=\"{}\"", env!("CARGO_PKG_VERSION")),
        &format!("config={}", bot.path("config.toml").display()),
        &format!("store={}", bot.path("store").display()),
        "sop=\"",
    ] {
        assert!(first.contains(words), "{words}: {first}");
    }
    talk.says("kevin", "#fedora-admin", "!rfr new badges 4321 The hidden treasure");
    talk.hears("New RFR");
    bot.logs("a change seq=1 by=kevin place=\"lab/#fedora-admin\" rfr=\"badges\" deed=\"requested\"");
    talk.says("kevin", "#fedora-admin", "!rfr release badges treasure");
    talk.hears("PRIVMSG #fedora-admin");
    talk.says("kevin", "#fedora-admin", "!rfr remove badges treasure");
    talk.hears("PRIVMSG #fedora-admin");
    bot.logs("refused place=lab/#fedora-admin name=\"kevin\" by=\"kevin\" what=\"remove\" rfr=\"badges\" why=\"remove-before-production\"");
    talk.send(":eve!e@h PRIVMSG #fedora-admin :!rfr sponsor badges");
    talk.hears("PRIVMSG #fedora-admin");
    bot.logs("refused place=lab/#fedora-admin name=\"eve\" by=\"nobody known\"");
    assert!(!bot.log().contains("treasure"), "{}", bot.log());
}

#[test]
fn the_inbox_is_said_to_be_up_or_down_why_and_when_it_was_read_last() {
    let list = "[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"list@example.org\"\n\
                archive = \"https://lists.example.org/a\"\nsendmail = \"/bin/true\"\n[mail.inbox]\n";
    let has = |bot: &Bot, words: &[&str]| words.iter().all(|word| bot.status().contains(word));
    // A mailbox that was never reached.
    let gone = free_port();
    let mailbox = format!(
        "{PEOPLE}{list}imap = {{ host = \"localhost\", port = {gone}, plain = true, account = \"rfrbot\", \
         password_file = \"secret\" }}\n"
    );
    let mut away = Bot::new(&mailbox);
    away.start();
    let down = [
        "inbox: DOWN (cannot connect to localhost:",
        "nothing listens there",
        "), never read\n",
    ];
    assert!(holds_in_time(|| has(&away, &down)), "{}", away.status());
    assert!(has(&away, &["PROBLEM: the inbox"]), "{}", away.status());
    assert_eq!(json(&away)["inbox"]["reading"], false, "{}", json(&away));
    // A Maildir that is read, then missing, then back.
    let mut bot = Bot::new(&format!("{PEOPLE}{list}maildir = \"mails\"\n"));
    for sub in ["new", "cur", "tmp"] {
        fs::create_dir_all(bot.path("mails").join(sub)).unwrap();
    }
    bot.start();
    assert!(
        holds_in_time(|| has(&bot, &["inbox: read ", " ago\n"])),
        "{}",
        bot.status()
    );
    assert!(!has(&bot, &["PROBLEM: the inbox"]), "{}", bot.status());
    fs::rename(bot.path("mails"), bot.path("away")).unwrap();
    // New mail wakes it, wherever the folder is now.
    fs::write(bot.path("away/new/1.x"), "From: a@example.org\n\nx\n").unwrap();
    let down = [
        "inbox: DOWN (the Maildir ",
        "cannot be read",
        "), read ",
        "PROBLEM: the inbox",
    ];
    assert!(holds_in_time(|| has(&bot, &down)), "{}", bot.status());
    fs::rename(bot.path("away"), bot.path("mails")).unwrap();
    fs::write(bot.path("mails/new/2.x"), "From: a@example.org\n\nx\n").unwrap();
    assert!(holds_in_time(|| has(&bot, &["inbox: read "])), "{}", bot.status());
    assert_eq!(json(&bot)["inbox"]["reading"], true, "{}", json(&bot));
}

/// Who, what, which RFR and why: for everything that can be refused.
#[test]
fn each_refusal_is_in_the_log_whatever_was_asked() {
    let sections = "[people.kevin]\nirc = [\"lab/kevin\"]\n[people.ralph]\nirc = [\"lab/ralph\"]\n\
                    [groups]\nsysadmin-main = [\"kevin\"]\n[limits]\nnotes_per_day = 1\nchanges_per_day = 4\n";
    let mut bot = Bot::new(sections);
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    for line in ["new badges 4321 The hidden treasure", "note badges treasure"] {
        talk.says("kevin", "#fedora-admin", &format!("!rfr {line}"));
        talk.hears("PRIVMSG #fedora-admin");
    }
    let cases = [
        (
            "kevin",
            "note badges more treasure",
            "what=\"note\" rfr=\"badges\" why=\"enough for a day: notes\"",
        ),
        (
            "ralph",
            "admin reload",
            "what=\"admin reload\" rfr=\"\" why=\"it is for ",
        ),
        (
            "ralph",
            "freeze start F45 beta",
            "what=\"freeze start\" rfr=\"\" why=\"it is for ",
        ),
        (
            "ralph",
            "freeze-break request badges a treasure",
            "what=\"request-break\" rfr=\"badges\" why=\"it is for ",
        ),
        (
            "kevin",
            "freeze-break request badges a treasure",
            "what=\"request-break\" rfr=\"badges\" why=\"nothing-to-break\"",
        ),
        ("kevin", "+1 9", "what=\"vote-break\" rfr=\"\" why=\"no-such-break\""),
        (
            "ralph",
            "mute badges treasure",
            "what=\"mute\" rfr=\"badges\" why=\"it is for ",
        ),
        (
            "kevin",
            "snooze question 9 of badges 2 weeks",
            "what=\"snooze\" rfr=\"badges\" why=\"no-open-question\"",
        ),
        (
            "kevin",
            "report badges treasure",
            "what=\"report\" rfr=\"badges\" why=\"no-list\"",
        ),
        ("eve", "snooze badges", "by=\"nobody known\""),
    ];
    for (name, line, logged) in cases {
        let before = bot.log().matches("refused place=").count();
        if name == "eve" {
            talk.send(&format!(":eve!e@h PRIVMSG #fedora-admin :!rfr {line}"));
        } else {
            talk.says(name, "#fedora-admin", &format!("!rfr {line}"));
        }
        println!("{line}: {}", talk.hears("PRIVMSG #fedora-admin"));
        let found = holds_in_time(|| bot.log().matches("refused place=").count() > before);
        let log = bot.log();
        let last = log
            .lines()
            .rfind(|line| line.contains("refused place="))
            .unwrap_or_default();
        assert!(
            found && last.contains(&format!("name=\"{name}\"")) && last.contains(logged),
            "{line}: {last}"
        );
    }
    for line in ["focus badges", "focus none"] {
        talk.says("kevin", "#fedora-admin", &format!("!rfr {line}"));
        println!("{}", talk.hears("PRIVMSG #fedora-admin"));
    }
    talk.says("kevin", "#fedora-admin", "!rfr hold badges treasure");
    talk.hears("PRIVMSG #fedora-admin");
    talk.says("kevin", "#fedora-admin", "!rfr focus badges");
    println!("{}", talk.hears("PRIVMSG #fedora-admin"));
    bot.logs("why=\"enough for a day: changes\"");
    assert!(!bot.log().contains("treasure"), "{}", bot.log());
}

#[test]
fn a_reload_joins_new_channels_leaves_old_ones_and_announces_there() {
    let mut bot = Bot::new(PEOPLE);
    bot.edit_config(|config| config.replace("[\"#fedora-admin\"]", "[\"#fedora-admin\", \"#old\"]"));
    let server = bot.server().unwrap();
    let mut talk = connected(&mut bot, &server);
    talk.welcome();
    talk.hears("JOIN #old");
    bot.edit_config(|config| config.replace("\"#old\"]", "\"#new\"]") + "[announce]\nplaces = [\"lab/#new\"]\n");
    let said = bot.ok("reload", &[]);
    assert!(
        said.contains("channels of [irc], [announce]") && !said.contains("restart"),
        "{said}"
    );
    talk.hears("PART #old");
    talk.hears("JOIN #new");
    talk.says("kevin", "#fedora-admin", "!rfr new badges 4321 Badges");
    talk.hears("NOTICE #new :");
    let status = bot.status();
    assert!(
        status.contains("lab/#new: joined") && !status.contains("#old"),
        "{status}"
    );

    // What needs a restart is named, with the settings that would speak there.
    bot.edit_config(|config| {
        config.replace("lab/#new", "second/#far")
            + "[irc.second]\nhost = \"127.0.0.1\"\nport = 1\nplain = true\nnick = \"rfrbot\"\nchannels = [\"#far\"]\n"
    });
    let said = bot.ok("reload", &[]);
    assert!(said.contains("needs a restart: [irc.second], [announce]"), "{said}");
    talk.says("kevin", "#fedora-admin", "!rfr hold badges the disks are full");
    talk.hears("NOTICE #new :");
}
