//! What others publish, with the classes of their own packages, and what the bot makes of it.

use super::bot::{Bot, Talk, holds_in_time, talk};
use super::broker::Broker;
use super::forge::Forge;
use super::{Consumer, is_well, said};
use std::io::Write;
use std::process::Stdio;

/// A bot with a queue, and with a tracker that the clock hardly reads.
fn listening(broker: &Broker, forge: &Forge) -> Bot {
    let Forge {
        address,
        repository,
        token,
        ..
    } = forge;
    let bot = Bot::new(&format!(
        "[people.kevin]\nirc = [\"lab/kevin\"]\n[people.nora]\nirc = [\"lab/nora\"]\n[groups]\n\
         sysadmin-main = [\"kevin\"]\n[announce]\nplaces = [\"lab/#fedora-admin\"]\n\
         [admin]\nplace = \"lab/#fedora-admin\"\n\
         [limits]\nannouncements_per_rfr_per_hour = 1000\nperson_commands_per_minute = 1000\nplace_commands_per_minute = 1000\n\
         [tickets]\nbase = \"{address}/{repository}/issues/\"\n\
         [tracker]\nforgejo = \"{address}\"\nrepository = \"{repository}\"\ntoken_file = \"tracker.token\"\n\
         assign = false\npoll_seconds = 3600\n{}queue = \"rfrbot\"\nmeetings = [\"infrastructure\"]\n",
        broker.section("rfrbot")
    ));
    bot.write_secret("tracker.token", token);
    // Many lines are said here, and nobody reads along.
    bot.edit_config(|config| {
        config.replace(
            "plain = true\n",
            "plain = true\npace = { burst = 1000, per_second = 100.0 }\n",
        )
    });
    bot
}

/// Others publish; returns what was printed.
fn published(broker: &Broker, lines: &str) -> String {
    let mut command = broker.python("publish.py");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{lines}");
    String::from_utf8_lossy(&ended.stdout).into_owned()
}

/// Takes the RFR badges to staging.
fn to_staging(talk: &mut Talk, ticket: u64) {
    for (words, answer) in [
        (format!("!rfr new badges {ticket} Badges for everyone"), "New RFR"),
        ("!rfr sponsor badges".to_owned(), "is sponsored by"),
        ("!rfr advance badges".to_owned(), "to planning"),
        (
            "!rfr discussed badges https://lists.example.org/thread/A/".to_owned(),
            "badges",
        ),
        ("!rfr people badges add nora".to_owned(), "badges"),
        ("!rfr answer badges 1 two nodes behind the proxies".to_owned(), "badges"),
        ("!rfr answer badges 2 no, the pages are small".to_owned(), "badges"),
        ("!rfr answer badges 3 two virtual hosts of its own".to_owned(), "badges"),
        ("!rfr advance badges".to_owned(), "to development"),
        (
            "!rfr sop badges https://docs.example.org/sop/badges".to_owned(),
            "badges",
        ),
        ("!rfr signoff development badges".to_owned(), "signed off"),
        ("!rfr advance badges".to_owned(), "to staging"),
    ] {
        said(talk, &words, answer);
    }
}

/// How many messages were heard, by what became of them: taken, of no interest, repeated, invalid.
fn counted(bot: &Bot) -> [u64; 4] {
    let status = bot.status();
    let Some((_, heard)) = status.split_once("; heard ") else {
        return [0; 4];
    };
    let line = heard.lines().next().unwrap_or_default();
    let numbers: Vec<u64> = line
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|word| word.parse().ok())
        .collect();
    numbers.try_into().unwrap()
}

/// How many wait at the broker.
fn waiting(broker: &Broker) -> u64 {
    let left = published(broker, "count rfrbot\n");
    left.trim().trim_start_matches("LEFT ").parse().unwrap()
}

/// A broker, a tracker, and a bot that listens to both and has one RFR, in staging.
fn in_staging() -> (Broker, Forge, u64, Bot, Talk) {
    let broker = Broker::start();
    let forge = Forge::start();
    let ticket = forge.ticket("nora", "Badges for everyone");
    let mut bot = listening(&broker, &forge);
    let mut talk = talk(&mut bot);
    assert!(is_well(&bot), "{}", bot.status());
    to_staging(&mut talk, ticket);
    (broker, forge, ticket, bot, talk)
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn what_others_publish_makes_the_bot_look_and_offer_and_a_flood_changes_no_answer() {
    let (broker, forge, ticket, bot, mut talk) = in_staging();
    // Of a ticket the message counts as a hint alone: what the tracker says is told.
    forge.change(ticket, &serde_json::json!({"title": "Badges for nobody"}));
    let payload = serde_json::json!({
        "action": "edited",
        "issue": {"number": ticket, "title": "Badges by a liar", "state": "closed"},
        "repository": {"full_name": forge.repository},
        "sender": {"login": "nora"},
    });
    let file = broker.path("payload.json");
    std::fs::write(&file, payload.to_string()).unwrap();
    published(&broker, &format!("issue {}\n", file.display()));
    talk.hears("is called “Badges for nobody” now");
    assert!(!bot.log().contains("liar"), "{}", bot.log());
    published(
        &broker,
        "playbook kevin playbooks/groups/badges.yml badges01.stg.example.org\n",
    );
    talk.hears("!rfr done badges config-management");
    said(&mut talk, "!rfr done badges config-management", "config-management");
    published(&broker, "removed kevin sysadmin-main\nmeeting infrastructure\n");
    talk.hears("left sysadmin-main");
    talk.hears("The meeting infrastructure began");
    // 10,000 messages of interest wait, and people are answered before them.
    published(&broker, "flood 10000 kevin playbooks/groups/elsewhere.yml\n");
    for round in 0..5 {
        said(
            &mut talk,
            &format!("!rfr find nothing-{round}"),
            &format!("nothing-{round}"),
        );
        let (heard, left) = (counted(&bot)[0], waiting(&broker));
        assert!(
            heard < 5000 && left > 1000,
            "round {round}: {heard} were heard, {left} are left"
        );
    }
    let status = bot.status();
    assert!(status.contains("bus: answered"), "{status}");
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn what_is_none_of_its_kind_old_or_twice_is_counted_and_does_nothing() {
    let (broker, _forge, _ticket, bot, mut talk) = in_staging();
    said(&mut talk, "!rfr version", "rfrbot 0.");
    let before = counted(&bot);
    let long = "x".repeat(1000);
    let hostile = [
        "{".to_owned(),
        "[]".to_owned(),
        "\u{fffd}".to_owned(),
        "{\"userid\": 7}".to_owned(),
        format!("{{\"userid\": \"{long}\", \"playbook\": \"groups/badges.yml\"}}"),
        "{\"userid\": \"kevin\\u202e\", \"playbook\": \"groups/badges.yml\"}".to_owned(),
        "{\"userid\": \"kevin\\u0003,4\", \"playbook\": \"groups/badges.yml\"}".to_owned(),
        "{\"userid\": \"a b\", \"playbook\": \"groups/badges.yml\"}".to_owned(),
        "{\"userid\": \"kevin\", \"playbook\": \"see https://evil.example.org for badges.yml\"}".to_owned(),
    ];
    let lines: Vec<String> = hostile
        .iter()
        .map(|body| format!("raw ansible.playbook.complete {body}\n"))
        .collect();
    published(&broker, &lines.concat());
    let invalid = u64::try_from(hostile.len()).unwrap();
    let all = holds_in_time(|| counted(&bot)[3] == before[3] + invalid);
    assert!(all, "{:?} {}", counted(&bot), bot.status());
    published(&broker, "raw koji.build {\"userid\": \"kevin\"}\n");
    // The meeting is over that began when the bot was away, and a run of last week is no news.
    published(
        &broker,
        "old 3 ansible.playbook.complete {\"userid\":\"kevin\",\"playbook\":\"groups/badges.yml\"}\n\
                        old 1 meetbot.meeting.start {\"meeting_name\":\"infrastructure\"}\n",
    );
    // Five times the same is told once.
    published(
        &broker,
        "same 5 ansible.playbook.complete {\"userid\":\"kevin\",\"playbook\":\"groups/badges.yml\"}\n",
    );
    let line = talk.hears("!rfr done badges config-management");
    assert!(line.contains("kevin"), "{line}");
    let all = holds_in_time(|| counted(&bot)[2] == before[2] + 4);
    assert!(all, "{:?} {}", counted(&bot), bot.status());
    let [taken, other, ..] = counted(&bot);
    assert_eq!((taken - before[0], other > before[1]), (3, true), "{}", bot.status());
    // What follows comes at once, so that nothing was said of the others.
    talk.says("kevin", "#fedora-admin", "!rfr ping");
    let next = talk.hears("#fedora-admin :");
    assert!(next.contains("kevin: "), "{next}");
    assert!(!bot.log().contains("evil"), "{}", bot.log());
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn a_queue_that_is_taken_away_costs_the_hearing_alone_until_it_is_back() {
    let broker = Broker::start();
    let forge = Forge::start();
    let consumer = Consumer::start(&broker, "consumer.log");
    let mut bot = listening(&broker, &forge);
    let mut talk = talk(&mut bot);
    assert!(is_well(&bot), "{}", bot.status());
    published(&broker, "delete rfrbot\n");
    talk.hears("The message bus: ");
    let troubled = holds_in_time(|| bot.status().contains("no queue 'rfrbot'"));
    assert!(troubled, "{}", bot.status());
    let ticket = forge.ticket("nora", "Badges for everyone");
    said(&mut talk, &format!("!rfr new badges {ticket} Badges"), "New RFR");
    consumer.hears(1);
    published(&broker, "make rfrbot\n");
    assert!(is_well(&bot), "{}", bot.status());
    published(&broker, "meeting infrastructure\n");
    talk.hears("The meeting infrastructure began");
}
