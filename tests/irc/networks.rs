//! Two networks at once: neither waits for the other, and both are told everything.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account, said_by_bot};
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::ngircd::NgIrcd;
use crate::servers::proxy::{Cut, Direction, Mode, Proxy};

/// The section of a second network.
fn second(port: u16) -> String {
    lab(port, "ping_interval_seconds = 60\n").replace("[irc.lab]", "[irc.second]")
}

#[test]
#[ignore = "needs InspIRCd, Atheme and ngIRCd: tests/run irc"]
fn a_network_that_is_down_delays_nobody_and_is_told_everything_when_it_is_back() {
    let (irc, other) = (InspIrcd::start(Profile::Lenient), NgIrcd::start());
    let proxy = Proxy::start(other.address());
    let mut ralph = person_with_account(&irc, "ralph");
    let mut reader = other.person("reader").connect();
    reader.join(ROOM);
    let networks = format!(
        "{}{}",
        lab(irc.address().port(), "pace = \"unlimited\"\n"),
        second(proxy.address().port())
    );
    let mut bot = Bot::new(&networks, &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    meets_bot(&mut reader, ROOM);
    ask(&mut ralph, "!rfr new first 1 The first", "New RFR first");
    hears(&mut reader, "New RFR first");
    // With this answer the bot knows that the line before it arrived, and need not repeat it.
    ask(&mut reader, "!rfr whoami", "cannot tell me who is logged in");

    proxy.let_in(false);
    proxy.cut(Cut::Reset);
    ask(&mut ralph, "!rfr new second 2 The second", "New RFR second");
    ask(&mut ralph, "!rfr sponsor second", "is sponsored by");
    // A restart of the bot does not lose what the other network is owed.
    bot.stop();
    bot.start();
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new third 3 The third", "New RFR third");
    proxy.let_in(true);
    for words in ["New RFR second", "is sponsored by", "New RFR third"] {
        hears(&mut reader, words);
    }
    ask(&mut reader, "!rfr status third", "third");
    let said = said_by_bot(&reader);
    for words in ["New RFR first", "New RFR second", "New RFR third", "is sponsored by"] {
        assert_eq!(
            said.iter().filter(|text| text.contains(words)).count(),
            1,
            "{words}: {said:#?}"
        );
    }
}

#[test]
#[ignore = "needs InspIRCd, Atheme and ngIRCd: tests/run irc"]
fn a_network_that_takes_nothing_does_not_hold_up_the_other() {
    let (irc, other) = (InspIrcd::start(Profile::Lenient), NgIrcd::start());
    let proxy = Proxy::start(other.address());
    let mut ralph = person_with_account(&irc, "ralph");
    let mut reader = other.person("reader").connect();
    reader.join(ROOM);
    let networks = format!(
        "{}{}",
        lab(irc.address().port(), "pace = \"unlimited\"\n"),
        second(proxy.address().port())
    );
    let mut bot = Bot::new(&networks, &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    meets_bot(&mut reader, ROOM);
    proxy.set_only(Direction::ToServer, Mode::Hold);
    // More than the queue between the outbox and a network holds.
    for number in 100..180 {
        ask(
            &mut ralph,
            &format!("!rfr new r{number} {number} Resource {number}"),
            &format!("New RFR r{number}"),
        );
    }
    assert!(!said_by_bot(&reader).iter().any(|text| text.contains("New RFR")));
    proxy.set(Mode::Pass);
    // In order, at the pace that the other server tolerates: the first ones show it.
    for number in 100..106 {
        hears(&mut reader, &format!("New RFR r{number}:"));
    }
}
