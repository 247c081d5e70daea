//! Who is believed: accounts learned, followed and forgotten, also on servers that tell less.

use crate::bot::{Bot, ROOM, ask, hears, lab, meets_bot, person_with_account};
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::ngircd::NgIrcd;

/// A network that tells accounts only to those who ask (WHOX), and when they change.
fn without_account_tags() -> InspIrcd {
    InspIrcd::start_without(Profile::Lenient, &["ircv3_accounttag"])
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn somebody_who_was_there_before_the_bot_is_known_by_asking_the_server() {
    let irc = without_account_tags();
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    // By the answer to this, the server has been asked who is there.
    ask(&mut ralph, "!rfr version", "rfrbot");
    ask(&mut ralph, "!rfr whoami", "You are ralph");
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn an_account_is_forgotten_when_its_owner_leaves_and_comes_back_logged_out() {
    let irc = without_account_tags();
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    let mut ralph = person_with_account(&irc, "ralph");
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr version", "rfrbot");
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    ralph.raw(&format!("PART {ROOM}"));
    ralph.expect("leaving", |line| line.command == "PART");
    // Out of sight nobody is known any more, not even somebody who is still logged in.
    ralph.say("rfrbot", "whoami");
    hears(&mut ralph, "nick only");
    ralph.log_out();
    ralph.join(ROOM);
    ask(&mut ralph, "!rfr version", "rfrbot");
    ask(&mut ralph, "!rfr sponsor badges", "you are not logged in");
    // Logging in again in the bot's sight is noticed.
    ralph.say("NickServ", "IDENTIFY ralph ralph-password");
    ralph.expect_line("You are now identified");
    ask(&mut ralph, "!rfr sponsor badges", "is sponsored by");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_nick_that_changes_hands_does_not_hand_over_its_account() {
    let irc = without_account_tags();
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    let mut ralph = person_with_account(&irc, "ralph");
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr version", "rfrbot");
    ask(&mut ralph, "!rfr whoami", "You are ralph");
    let mut mallory = irc.person("mallory").connect();
    mallory.join(ROOM);
    ralph.take_nick("ralph_away");
    mallory.take_nick("ralph");
    ask(&mut mallory, "!rfr new evil 1 Evil", "you are not logged in");
    ask(&mut ralph, "!rfr whoami", "You are ralph");
    ralph.quit();
    mallory.take_nick("ralph_away");
    ask(&mut mallory, "!rfr new evil 1 Evil", "you are not logged in");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_server_that_tells_accounts_in_no_way_proves_nothing() {
    let irc = InspIrcd::start_without(Profile::Lenient, &["ircv3_accounttag", "ircv3"]);
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    let mut ralph = person_with_account(&irc, "ralph");
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr version", "rfrbot");
    ask(&mut ralph, "!rfr new badges 1 Badges", "cannot");
}

#[test]
#[ignore = "needs ngIRCd: tests/run irc"]
fn on_a_server_without_accounts_looking_works_and_changing_is_refused_with_the_reason() {
    let irc = NgIrcd::start();
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    let mut ralph = irc.person("ralph").connect();
    ralph.join(ROOM);
    meets_bot(&mut ralph, ROOM);
    ralph.join("#fedora-noc");
    meets_bot(&mut ralph, "#fedora-noc");
    ask(&mut ralph, "!rfr status", "There is no RFR open");
    ask(&mut ralph, "!rfr new badges 1 Badges", "cannot");
    ask(&mut ralph, "!rfr whoami", "cannot");
    ralph.say("rfrbot", "new badges 1 Badges");
    hears(&mut ralph, "cannot");
    ask(&mut ralph, "!rfr status", "There is no RFR open");
    bot.logs("nobody can change anything over it");
}
