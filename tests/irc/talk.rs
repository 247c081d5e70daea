//! Talking with the bot: what it answers, what it ignores, and how its lines fit the wire.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account, said_by_bot};
use crate::servers::client::Client;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::line::Line;

/// A network with the bot, and ralph, who may do everything, in the room.
fn talking(profile: Profile, more: &str) -> (InspIrcd, Bot, Client) {
    let irc = InspIrcd::start(profile);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(&lab(irc.address().port(), more), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    (irc, bot, ralph)
}

fn quick() -> (InspIrcd, Bot, Client) {
    talking(Profile::Lenient, "pace = \"unlimited\"\n")
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn in_private_the_prefix_may_be_left_out() {
    let (_irc, _bot, mut ralph) = quick();
    ralph.say("rfrbot", "new badges 1 Badges");
    let line = hears(&mut ralph, "New RFR badges");
    // The room is told, too; private answers go to the asker's nick.
    let private = if line.param(0) == ROOM {
        hears(&mut ralph, "New RFR badges")
    } else {
        line
    };
    assert_eq!(private.param(0), "ralph");
    ralph.say("rfrbot", "!rfr status badges");
    assert_eq!(hears(&mut ralph, "pre-sponsorship").param(0), "ralph");
    ralph.say("rfrbot", "sttaus badges");
    assert_eq!(hears(&mut ralph, "id you mean").param(0), "ralph");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn ctcp_version_is_answered_and_the_bot_is_marked_as_one() {
    let (_irc, _bot, mut ralph) = quick();
    ralph.say("rfrbot", "\u{1}VERSION\u{1}");
    let answer = ralph.expect("the version", |line| {
        line.command == "NOTICE" && line.nick() == "rfrbot"
    });
    assert_eq!(
        answer.text(),
        format!("\u{1}VERSION rfrbot {}\u{1}", env!("CARGO_PKG_VERSION"))
    );
    ralph.raw("WHOIS rfrbot");
    ralph.expect("the sign of a bot", |line| {
        line.command == "335" || (line.command == "320" && line.text().contains("bot"))
    });
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn colours_and_control_codes_are_not_part_of_a_command() {
    let (_irc, _bot, mut ralph) = quick();
    let text =
        "\u{2}!rfr\u{2} \u{3}04,01new \u{1f}badges\u{1f} 1 \u{16}Bad\u{3}7ges\u{f} \u{1d}for\u{1d} \u{4}ff0000everyone";
    ask(&mut ralph, text, "New RFR badges: Badges for everyone");
    let said = said_by_bot(&ralph).join("\n");
    assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_line_in_latin_1_is_read_and_an_over_long_one_does_no_harm() {
    let (_irc, _bot, mut ralph) = quick();
    ralph.raw_bytes(b"PRIVMSG #fedora-admin :!rfr new cafe 1 Caf\xe9 au lait");
    hears(&mut ralph, "New RFR cafe: Café au lait");
    let long = format!("PRIVMSG {ROOM} :!rfr note cafe {}", "word ".repeat(400));
    assert!(long.len() > 2000);
    ralph.raw(&long);
    ralph.raw(&format!("PRIVMSG {ROOM} :{}", "\u{2}".repeat(3000)));
    ask(&mut ralph, "!rfr status cafe", "pre-sponsorship");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_long_answer_is_split_between_letters_and_every_line_is_relayed_whole() {
    let (irc, _bot, mut ralph) = quick();
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    // With the longest possible host, since it counts in what the server relays.
    let mut overseer = irc.person("overseer").connect();
    overseer.become_operator();
    let host = format!("{}.example.org", "h".repeat(51));
    overseer.raw(&format!("CHGHOST rfrbot {host}"));
    overseer.raw("WHOIS rfrbot");
    overseer.expect_line(&host);
    let long = "Überlänge—日本語のテキスト—🦀".repeat(6);
    ask(&mut ralph, &format!("!rfr note badges {long}"), "note");
    ask(
        &mut ralph,
        &format!("!rfr ask badges {long}{}", &long[..long.len() / 6]),
        "question",
    );
    ralph.say("rfrbot", "history badges");
    hears(&mut ralph, "requested: Badges");
    let lines: Vec<_> = ralph
        .lines()
        .iter()
        .filter(|line| line.is_message_from("rfrbot"))
        .cloned()
        .collect();
    assert!(
        lines.iter().any(|line| line.length > 400),
        "no long line among {}",
        lines.len()
    );
    for line in &lines {
        assert!(line.length <= 512, "{} bytes: {line}", line.length);
        assert!(!line.raw.contains('\u{fffd}'), "a letter was cut: {line}");
    }
    let private: String = lines
        .iter()
        .filter(|line| line.param(0) == "ralph")
        .map(Line::text)
        .collect();
    assert!(private.contains(&long), "not whole: {private}");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_command_in_a_notice_is_not_heard_nor_is_chat_that_is_not_for_the_bot() {
    let (_irc, _bot, mut ralph) = quick();
    ralph.raw(&format!("NOTICE {ROOM} :!rfr version"));
    ralph.raw("NOTICE rfrbot :version");
    ralph.say(ROOM, "the rfrbot: version is old");
    ralph.say(ROOM, "!rfrs version");
    ralph.say(ROOM, "\u{1}ACTION !rfr version\u{1}");
    ralph.say(ROOM, "!rfr whoami");
    ralph.silence_until(
        "the answer to the question",
        |line| line.is_message_from("rfrbot") && line.text().contains("You are ralph"),
        |line| line.is_message_from("rfrbot"),
    );
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn the_bot_does_not_listen_to_itself() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(
        &lab(irc.address().port(), "pace = \"unlimited\"\n"),
        &["ralph"],
        &["ralph"],
    );
    // A prefix with which one of its own answers starts; the server echoes that line to it.
    bot.edit_config(|config| config.replace("[bot]\n", "[bot]\nprefix = \"Still\"\n"));
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "Still new badges 1 Badges", "New RFR badges");
    ask(&mut ralph, "Still sponsor badges", "is sponsored by");
    ask(
        &mut ralph,
        "Still advance badges",
        "moved from pre-sponsorship to planning",
    );
    ralph.say(ROOM, "Still discussed badges https://lists.example.org/1");
    ralph.expect("the bot's own line", |line| {
        line.is_message_from("rfrbot") && line.command == "PRIVMSG" && line.text().starts_with("Still missing")
    });
    ralph.say(ROOM, "Still whoami");
    ralph.silence_until(
        "the answer",
        |line| line.text().contains("You are ralph"),
        |line| line.is_message_from("rfrbot") && !line.text().starts_with("ralph"),
    );
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn six_people_who_ask_at_once_all_get_their_answers_and_the_server_does_not_mind() {
    let (irc, bot, mut ralph) = talking(Profile::LiberaLike, "");
    let mut people: Vec<Client> = (1..=6)
        .map(|number| irc.person(&format!("asker{number}")).connect())
        .collect();
    for person in &mut people {
        person.join(ROOM);
    }
    for person in &mut people {
        person.say("rfrbot", "help all");
        person.say(ROOM, "!rfr status");
    }
    let mut lengths = Vec::new();
    for person in &mut people {
        let first = person.expect("the beginning of help", |line| {
            line.is_message_from("rfrbot") && line.param(0) != ROOM && line.text().contains("Commands begin with")
        });
        let mut lines = 1;
        loop {
            let line = person.expect("the rest of help", |line| {
                line.is_message_from("rfrbot") && line.param(0) == first.param(0)
            });
            lines += 1;
            if line.text().contains("explains one of them") {
                break;
            }
        }
        lengths.push(lines);
    }
    assert!(lengths.iter().all(|length| *length == lengths[0]), "{lengths:?}");
    ask(&mut ralph, "!rfr whoami", "You are ralph");
    assert!(
        !ralph
            .lines()
            .iter()
            .any(|line| line.command == "QUIT" && line.nick() == "rfrbot")
    );
    assert!(!bot.log().contains("Excess Flood"));
    println!("{} lines of help to each of {} people", lengths[0], people.len());
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_long_history_comes_in_pieces_by_more_and_each_askers_lines_stay_together() {
    let (irc, bot, mut ralph) = talking(Profile::LiberaLike, "");
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    for number in 1..=6 {
        ask(
            &mut ralph,
            &format!("!rfr note badges thing {number}"),
            &format!("thing {number}"),
        );
    }
    let mut kevin = irc.person("kevin").connect();
    kevin.join(ROOM);
    kevin.say(ROOM, "!rfr history badges");
    ralph.say(ROOM, "!rfr history badges");
    hears(&mut ralph, "more");
    hears(&mut ralph, "more");
    let lines = said_by_bot(&ralph);
    let starts: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].contains("badges: 7 changes"))
        .collect();
    assert_eq!(starts.len(), 2, "{lines:#?}");
    let length = starts[1] - starts[0];
    assert!(
        lines[starts[1] - 1].contains("more"),
        "the first answer is not in one piece: {lines:#?}"
    );
    assert_eq!(lines.len(), starts[1] + length, "{lines:#?}");
    ask(&mut ralph, "!rfr more", "thing 1");
    hears(&mut ralph, "requested: Badges");
    assert!(!bot.log().contains("Excess Flood"));
}

/// Starts the bot with many channels and something to say in each.
fn many_channels(irc: &InspIrcd, count: usize) {
    let mut ralph = person_with_account(irc, "ralph");
    let rooms: Vec<String> = (1..=count).map(|number| format!("#room-{number}")).collect();
    let all = rooms
        .iter()
        .map(|room| format!("\"{room}\""))
        .collect::<Vec<_>>()
        .join(", ");
    let network = lab(irc.address().port(), "").replace("\"#fedora-noc\"", &all);
    let mut bot = Bot::new(&network, &["ralph"], &["ralph"]);
    bot.console("ralph", "new badges 1 Badges\n");
    let mut reader = irc.person("reader").connect();
    let last = rooms.last().expect("a room");
    reader.join(last);
    bot.start();
    comes_back(&mut reader, last);
    ralph.say(ROOM, "!rfr status badges");
    hears(&mut reader, "New RFR badges");
    hears(&mut ralph, "pre-sponsorship");
    assert_eq!(
        reader
            .lines()
            .iter()
            .filter(|line| line.command == "JOIN" && line.nick() == "rfrbot")
            .count(),
        1
    );
    assert!(!bot.log().contains("Excess Flood"));
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn entering_many_channels_with_much_to_say_is_no_flood() {
    many_channels(&InspIrcd::start(Profile::LiberaLike), 18);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn entering_many_channels_and_asking_who_is_in_each_is_no_flood() {
    many_channels(&InspIrcd::start_without(Profile::LiberaLike, &["ircv3_accounttag"]), 9);
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs InspIRCd and Atheme: tests/run irc"]
    fn answers_to_people_overtake_announcements_under_a_flood_that_a_strict_server_bears() {
        let (irc, bot, mut ralph) = talking(Profile::LiberaLike, "");
        let mut noc = irc.person("reader").connect();
        noc.join("#fedora-noc");
        // Ten changes: ten answers and ten announcements, far beyond what may be sent at once.
        for number in 10..20 {
            ralph.say(ROOM, &format!("!rfr new r{number} {number} Resource {number}"));
        }
        hears(&mut ralph, "New RFR r10");
        noc.say("rfrbot", "whoami");
        let answer = noc.expect("the answer in private", |line| {
            line.is_message_from("rfrbot") && line.param(0) == "reader"
        });
        assert!(answer.text().contains("nick only"), "{answer}");
        let so_far = said_by_bot(&noc).iter().filter(|text| text.contains("New RFR")).count();
        assert!(so_far < 10, "the answer came last of all");
        hears(&mut noc, "New RFR r19:");
        assert!(!bot.log().contains("Excess Flood"));
    }
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn the_last_lines_of_somebody_become_a_note_and_what_nobody_keeps_stands_nowhere() {
    let (irc, mut bot, mut ralph) = quick();
    let mut vera = person_with_account(&irc, "vera");
    meets_bot(&mut vera, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    for line in [
        "the weather is grey",
        "the \u{2}staging\u{2} database is full",
        "it grows by a gigabyte a day",
    ] {
        vera.say(ROOM, line);
        ralph.expect("the talk", |heard| heard.nick() == "vera" && heard.text() == line);
    }
    ask(
        &mut ralph,
        "!rfr note badges < Vera",
        "noted: it grows by a gigabyte a day; said by v",
    );
    ask(
        &mut ralph,
        "!rfr ask badges < vera 2",
        "opened: the staging database is full / it grows by a gigabyte a day",
    );
    ask(&mut ralph, "!rfr note badges < nobody", "I heard nothing from");
    // In private nothing is remembered.
    ralph.say("rfrbot", "note badges < ralph");
    hears(&mut ralph, "what is said in private stays there");
    assert!(
        !bot.log().contains("weather") && !bot.log().contains("gigabyte"),
        "{}",
        bot.log()
    );
    bot.stop();
    let mut kept = Vec::new();
    let mut folders = vec![bot.path("store")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                kept.extend(std::fs::read(path).expect("a file"));
            }
        }
    }
    let kept = String::from_utf8_lossy(&kept).into_owned();
    assert!(
        kept.contains("gigabyte") && !kept.contains("weather"),
        "what nobody kept is on the disk"
    );
    // The operator does not want it.
    bot.edit_config(|config| config.replace("[limits]\n", "[limits]\nremembered_minutes = 0\n"));
    bot.start();
    meets_bot(&mut ralph, ROOM);
    vera.say(ROOM, "are we frozen?");
    ralph.expect("the talk", |heard| heard.text() == "are we frozen?");
    ask(&mut ralph, "!rfr note badges < vera", "I do not remember what is said");
}
