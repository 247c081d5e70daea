//! A network operator bans the bot: it does not hammer the server, its own operator reads the network's words, and it
//! comes back when the ban is lifted.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account};
use crate::servers::holds_in_time;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::proxy::Proxy;
use std::time::{Duration, Instant};

/// A ban of this kind, with a longest pause of two seconds between attempts.
fn banned_and_let_in_again(ban: &str) {
    let irc = InspIrcd::start(Profile::Lenient);
    let proxy = Proxy::start(irc.address());
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(&lab(proxy.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    let mut overseer = irc.person("overseer").connect();
    overseer.become_operator();

    overseer.raw(&format!("{ban} rfrbot@* 1h :read the rules first"));
    ralph.expect("the ban", |line| line.command == "QUIT" && line.nick() == "rfrbot");
    bot.logs("read the rules first");
    let thrown_out = Instant::now();
    assert!(
        holds_in_time(|| proxy.accepted() >= 2),
        "it never tried again: {}",
        bot.log()
    );
    // Not the quick first retry after a cut link.
    assert!(
        thrown_out.elapsed() > Duration::from_secs(1),
        "{:?}",
        thrown_out.elapsed()
    );
    assert!(holds_in_time(|| proxy.accepted() >= 4));
    let said = bot.warnings_with("read the rules first");
    let tries = proxy.accepted();
    assert_eq!(said.len(), 1, "{tries} tries: {said:#?}");
    for words in ["lined", "lab", "ask the network's operators to lift the ban"] {
        assert!(said[0].contains(words), "no {words:?} in {}", said[0]);
    }

    overseer.raw(&format!("{ban} rfrbot@*"));
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr sponsor badges", "is sponsored by");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn banned_from_a_server_it_waits_and_comes_back_when_it_may() {
    banned_and_let_in_again("KLINE");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn banned_from_the_network_it_waits_and_comes_back_when_it_may() {
    banned_and_let_in_again("GLINE");
}

#[test]
#[ignore = "needs InspIRCd, Atheme: tests/run irc"]
fn a_ban_on_one_network_leaves_the_other_alone() {
    let (irc, other) = (InspIrcd::start(Profile::Lenient), InspIrcd::start(Profile::Lenient));
    let mut ralph = person_with_account(&other, "ralph");
    let mut overseer = irc.person("overseer").connect();
    overseer.become_operator();
    overseer.raw("KLINE rfrbot@* 1h :read the rules first");
    let second = lab(other.address().port(), "").replace("[irc.lab]", "[irc.second]");
    let mut bot = Bot::new(
        &format!("{}{second}", lab(irc.address().port(), "")),
        &["ralph"],
        &["ralph"],
    );
    bot.start();
    meets_bot(&mut ralph, ROOM);
    bot.logs("read the rules first");
    ask(&mut ralph, "!rfr version", "rfrbot");
    ralph.say("rfrbot", "version");
    hears(&mut ralph, "rfrbot");
}
