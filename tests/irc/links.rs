//! Links that break: kicks, kills, black holes, cuts. The bot comes back, loses nothing, and repeats at most the one
//! line in flight.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account, said_by_bot};
use crate::servers::client::Client;
use crate::servers::holds_in_time;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::line::Line;
use crate::servers::proxy::{Cut, Direction, Mode, Proxy};
use std::time::{Duration, Instant};

const FAST: &str = "pace = \"unlimited\"\nping_interval_seconds = 1\nconnect_timeout_seconds = 2\n";

/// Slow enough that a test can act while lines wait.
const SLOW: &str = "pace = { burst = 2, per_second = 5.0 }\n";

/// A network, the bot on it behind a proxy, and ralph, who may do everything, in the room.
struct Story {
    irc: InspIrcd,
    proxy: Proxy,
    bot: Bot,
    ralph: Client,
}

fn behind_a_proxy(more: &str) -> Story {
    let irc = InspIrcd::start(Profile::Lenient);
    let proxy = Proxy::start(irc.address());
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(&lab(proxy.address().port(), more), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    Story { irc, proxy, bot, ralph }
}

fn in_noc(irc: &InspIrcd) -> Client {
    let mut reader = irc.person("reader").connect();
    reader.join("#fedora-noc");
    meets_bot(&mut reader, "#fedora-noc");
    reader
}

/// How often the bot has said these words where this person is.
fn times(who: &Client, words: &str) -> usize {
    said_by_bot(who).iter().filter(|text| text.contains(words)).count()
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_taken_nick_is_replaced_and_regained_as_soon_as_it_is_free() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut squatter = irc.person("rfrbot").connect();
    squatter.join("#fedora-noc");
    let mut ralph = person_with_account(&irc, "ralph");
    let more = "alternative_nicks = [\"rfrbot-two\"]\n";
    let mut bot = Bot::new(&lab(irc.address().port(), more), &["ralph"], &["ralph"]);
    bot.start();
    assert_eq!(comes_back(&mut ralph, ROOM).nick(), "rfrbot-two");
    // It answers to its present nick.
    ask(&mut ralph, "rfrbot-two: whoami", "You are ralph");
    squatter.quit();
    ralph.expect("the wanted nick", |line| {
        line.command == "NICK" && line.nick() == "rfrbot-two" && line.text() == "rfrbot"
    });
    ask(&mut ralph, "rfrbot: whoami", "You are ralph");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn services_that_protect_the_nick_for_its_owner_are_not_fought_and_the_bot_works_under_the_nick_they_gave() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut owner = irc.person("rfrbot").connect();
    owner.say("NickServ", "REGISTER owner-password owner@test.invalid");
    owner.expect_line("is now registered to");
    owner.say("NickServ", "SET ENFORCE ON");
    owner.expect_line("ENFORCE");
    owner.say("NickServ", "SET ENFORCETIME 1");
    owner.expect_line("ENFORCETIME");
    owner.quit();
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    let renamed = ralph.expect("the services taking the nick away", |line| {
        line.command == "NICK" && line.nick() == "rfrbot"
    });
    let given = renamed.text().to_owned();
    bot.logs("the network's services changed the bot's nick");
    for (words, expected) in [
        (format!("{given}: whoami"), "You are ralph"),
        ("!rfr new badges 1 Badges".to_owned(), "New RFR badges"),
    ] {
        ralph.say(ROOM, &words);
        ralph.expect(expected, |line| {
            line.is_message_from(&given) && line.text().contains(expected)
        });
    }
    let status = bot.status();
    assert!(status.contains("ANOTHER NICK") && status.contains(&given), "{status}");
    // It does not take the nick back at once: nobody sees another change.
    let is_rename = |line: &Line| line.command == "NICK" && line.nick() == given;
    assert!(!ralph.lines().iter().any(is_rename));
    assert_eq!(bot.warnings_with("services changed the bot's nick").len(), 1);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn after_a_kick_it_comes_back_with_patience_and_says_what_it_owes_there() {
    let mut story = behind_a_proxy(FAST);
    let mut noc = in_noc(&story.irc);
    story.ralph.join("#fedora-noc");
    story.ralph.kick(ROOM, "rfrbot", "out");
    let kicked = Instant::now();
    story.ralph.say("#fedora-noc", "!rfr new badges 1 Badges");
    hears(&mut noc, "New RFR badges");
    comes_back(&mut story.ralph, ROOM);
    assert!(kicked.elapsed() > Duration::from_secs(5), "it knocks at once");
    story.ralph.expect("what it owed to the room", |line| {
        line.is_message_from("rfrbot") && line.param(0) == ROOM && line.text().contains("New RFR badges")
    });
    assert_eq!(times(&noc, "New RFR badges"), 1);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn after_a_kill_by_an_operator_it_comes_back() {
    let mut story = behind_a_proxy(FAST);
    let mut overseer = story.irc.person("overseer").connect();
    overseer.become_operator();
    overseer.kill("rfrbot", "by mistake");
    story.ralph.expect("the end of the bot's link", |line| {
        line.command == "QUIT" && line.nick() == "rfrbot"
    });
    comes_back(&mut story.ralph, ROOM);
    ask(&mut story.ralph, "!rfr new badges 1 Badges", "New RFR badges");
    story.bot.logs("by mistake");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_black_hole_is_noticed_by_its_silence_and_left() {
    let mut story = behind_a_proxy(FAST);
    story.proxy.set(Mode::Swallow);
    story.bot.logs("ping timeout");
    story.proxy.set(Mode::Pass);
    comes_back(&mut story.ralph, ROOM);
    ask(&mut story.ralph, "!rfr new badges 1 Badges", "New RFR badges");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_link_that_carries_one_byte_at_a_time_is_slow_and_misses_nothing() {
    let irc = InspIrcd::start(Profile::Lenient);
    let proxy = Proxy::start(irc.address());
    proxy.set(Mode::Slice);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(&lab(proxy.address().port(), FAST), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    let mut noc = in_noc(&irc);
    request_many(&mut ralph);
    assert_eq!(all_came(&mut ralph, &mut noc), 0, "lines came twice");
    assert_eq!(bot.warnings_with(""), [""; 0], "nothing for the operator to do");
    assert_eq!(proxy.accepted(), 1);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn what_was_said_into_a_half_open_link_is_said_again() {
    let mut story = behind_a_proxy(FAST);
    let mut noc = in_noc(&story.irc);
    // The bot hears, but nothing that it says arrives.
    story.proxy.set_only(Direction::ToServer, Mode::Swallow);
    story.ralph.say(ROOM, "!rfr new badges 1 Badges");
    story.bot.logs("ping timeout");
    assert_eq!(times(&noc, "New RFR badges"), 0);
    story.proxy.set(Mode::Pass);
    hears(&mut noc, "New RFR badges");
    hears(&mut story.ralph, "New RFR badges");
    ask(&mut story.ralph, "!rfr whoami", "You are ralph");
    assert_eq!(
        times(&story.ralph, "New RFR badges"),
        1,
        "{:#?}",
        said_by_bot(&story.ralph)
    );
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_command_cut_in_its_middle_is_no_command() {
    let mut story = behind_a_proxy(FAST);
    let title = "a long title of which no part may be taken for the whole, whatever the network does to it. ".repeat(3);
    let title = title.trim();
    story.proxy.set_only(Direction::ToClient, Mode::Hold);
    story.ralph.say(ROOM, &format!("!rfr new badges 1 {title}"));
    assert!(holds_in_time(|| story.proxy.held() > title.len()), "nothing is held");
    story.proxy.set_only(Direction::ToClient, Mode::Slice);
    story.proxy.cut(Cut::Reset);
    story.proxy.set(Mode::Pass);
    comes_back(&mut story.ralph, ROOM);
    let said = story.bot.warnings_with("closed the link");
    assert_eq!(said.len(), 1, "the operator reads why: {}", story.bot.log());
    ask(&mut story.ralph, "!rfr version", "rfrbot");
    story.ralph.say(ROOM, "!rfr history badges");
    let answer = story.ralph.expect("the answer", |line| line.is_message_from("rfrbot"));
    // Either none of it arrived, or all.
    if answer.text().contains("changes") {
        hears(&mut story.ralph, title.split('.').next().expect("a sentence"));
    } else {
        assert!(answer.text().contains("no RFR"), "{answer}");
    }
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn an_answer_cut_in_its_middle_is_said_again_in_full() {
    let mut story = behind_a_proxy(FAST);
    story.proxy.set_only(Direction::ToServer, Mode::Hold);
    story.ralph.say(ROOM, "!rfr new badges 1 Badges for everyone");
    assert!(holds_in_time(|| story.proxy.held() > 100), "nothing is held");
    story.proxy.set_only(Direction::ToServer, Mode::Slice);
    story.proxy.cut(Cut::Reset);
    story.proxy.set(Mode::Pass);
    comes_back(&mut story.ralph, ROOM);
    let line = hears(&mut story.ralph, "New RFR badges");
    assert!(
        line.text().contains("Badges for everyone") && line.text().contains("tells more."),
        "{line}"
    );
}

/// Requests that many RFRs at once; each is answered in the room and announced in the other.
fn request_many(ralph: &mut Client) {
    for number in 10..10 + MANY {
        ralph.say(ROOM, &format!("!rfr new r{number} {number} Resource {number}"));
    }
}

const MANY: usize = 12;

/// Waits for the last one; returns how many lines came twice, after checking that all came in order.
fn all_came(ralph: &mut Client, noc: &mut Client) -> usize {
    let last = format!("New RFR r{}:", 9 + MANY);
    for who in [&mut *noc, &mut *ralph] {
        if !said_by_bot(who).iter().any(|text| text.contains(&last)) {
            who.expect("the last one", |line| {
                line.is_message_from("rfrbot") && line.text().contains(&last)
            });
        }
    }
    ask(ralph, "!rfr whoami", "You are ralph");
    noc.silence_until_pong(|line| line.text().contains("New RFR"));
    let mut twice = 0;
    for (who, what) in [(&*noc, "announcements"), (&*ralph, "replies")] {
        let mut numbers: Vec<usize> = said_by_bot(who)
            .iter()
            .filter_map(|text| text.split("New RFR r").nth(1)?.split(':').next()?.parse().ok())
            .collect();
        let said = numbers.len();
        assert!(numbers.is_sorted(), "{what} out of order: {numbers:?}");
        numbers.dedup();
        assert_eq!(numbers, (10..10 + MANY).collect::<Vec<_>>(), "{what} lost");
        twice += said - MANY;
    }
    twice
}

/// A link with a full queue breaks twice, once with FIN and once with RST.
fn full_queue_and_two_deaths(irc: &InspIrcd) {
    let proxy = Proxy::start(irc.address());
    let mut ralph = person_with_account(irc, "ralph");
    let mut bot = Bot::new(&lab(proxy.address().port(), SLOW), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    let mut noc = in_noc(irc);
    request_many(&mut ralph);
    hears(&mut ralph, "New RFR r12:");
    proxy.cut(Cut::Finish);
    comes_back(&mut noc, "#fedora-noc");
    hears(&mut noc, "New RFR r13:");
    proxy.cut(Cut::Reset);
    comes_back(&mut noc, "#fedora-noc");
    let twice = all_came(&mut ralph, &mut noc);
    assert!(twice <= 2, "{twice} lines came twice in two deaths");
    println!("{twice} lines came twice in two deaths");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn asked_to_stop_with_a_full_queue_it_says_the_rest_after_the_next_start_and_nothing_twice() {
    let mut story = behind_a_proxy(SLOW);
    let mut noc = in_noc(&story.irc);
    request_many(&mut story.ralph);
    for words in ["New RFR r12:", "New RFR r15:", "New RFR r18:"] {
        hears(&mut story.ralph, words);
        let asked = Instant::now();
        story.bot.stop();
        assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
        let quit = noc.expect("the farewell", |line| line.command == "QUIT" && line.nick() == "rfrbot");
        assert!(quit.text().contains("rfrbot stops"), "{quit}");
        story.bot.start();
        comes_back(&mut noc, "#fedora-noc");
    }
    assert_eq!(all_came(&mut story.ralph, &mut noc), 0, "lines came twice");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_link_that_dies_with_a_full_queue_loses_nothing_and_repeats_at_most_one_line_each_time() {
    full_queue_and_two_deaths(&InspIrcd::start(Profile::Lenient));
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn where_the_server_echoes_nothing_a_full_queue_survives_as_well() {
    full_queue_and_two_deaths(&InspIrcd::start_without(Profile::Lenient, &["ircv3_echomessage"]));
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_room_that_lets_nobody_speak_holds_up_no_other_and_is_told_later() {
    let mut story = behind_a_proxy(FAST);
    let mut noc = in_noc(&story.irc);
    story.ralph.join("#fedora-noc");
    story.ralph.raw(&format!("MODE {ROOM} +m"));
    story.ralph.expect("the mode", |line| line.command == "MODE");
    story.ralph.say("#fedora-noc", "!rfr new badges 1 Badges");
    hears(&mut noc, "New RFR badges");
    story.bot.logs("the channel refuses our lines");
    story.ralph.say("#fedora-noc", "!rfr sponsor badges");
    hears(&mut noc, "is sponsored by");
    assert_eq!(times(&story.ralph, "in #fedora-admin"), 0);
    story.ralph.raw(&format!("MODE {ROOM} -m"));
    for words in ["New RFR badges", "is sponsored by"] {
        story.ralph.expect("what is owed to the room", |line| {
            line.is_message_from("rfrbot") && line.param(0) == ROOM && line.text().contains(words)
        });
    }
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn an_answer_to_somebody_who_has_left_holds_up_nobody() {
    let mut story = behind_a_proxy(FAST);
    let mut kevin = person_with_account(&story.irc, "kevin");
    story.proxy.set_only(Direction::ToServer, Mode::Hold);
    kevin.say("rfrbot", "new badges 1 Badges");
    kevin.say("rfrbot", "status");
    story.ralph.say("rfrbot", "new badges 1 Badges");
    assert!(holds_in_time(|| story.proxy.held() > 0), "nothing is held");
    kevin.quit();
    story.proxy.set(Mode::Pass);
    hears(&mut story.ralph, "New RFR badges");
    ask(&mut story.ralph, "!rfr whoami", "You are ralph");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_split_from_the_services_changes_nothing_for_who_is_logged_in() {
    let mut story = behind_a_proxy(FAST);
    story.irc.stop_services();
    ask(&mut story.ralph, "!rfr new badges 1 Badges", "New RFR badges");
    let mut stranger = story.irc.person("stranger").connect();
    stranger.join(ROOM);
    ask(&mut stranger, "!rfr new evil 2 Evil", "you are not logged in");
    story.irc.start_services();
    ask(&mut story.ralph, "!rfr sponsor badges", "is sponsored by");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn asked_to_stop_it_says_goodbye_and_what_a_console_did_meanwhile_is_announced_by_the_next_run() {
    let mut story = behind_a_proxy(FAST);
    let asked = Instant::now();
    story.bot.stop();
    assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
    let quit = story
        .ralph
        .expect("the farewell", |line| line.command == "QUIT" && line.nick() == "rfrbot");
    assert!(quit.text().contains("rfrbot stops"), "{quit}");
    story.bot.console("ralph", "new badges 1 Badges\n");
    story.bot.start();
    comes_back(&mut story.ralph, ROOM);
    hears(&mut story.ralph, "New RFR badges");
    ask(&mut story.ralph, "!rfr whoami", "You are ralph");
    assert_eq!(times(&story.ralph, "New RFR badges"), 1);
}
