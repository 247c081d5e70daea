//! Who is believed: accounts learned, followed and forgotten, also on servers that tell less.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account};
use crate::servers::client::Client;
use crate::servers::holds_in_time;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::ngircd::NgIrcd;
use crate::servers::proxy::{Cut, Proxy};
use std::fmt::Write as _;

/// A network that tells accounts only on request (WHOX), and when they change.
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
    // When this is answered, the server has been asked who is there.
    ask(&mut ralph, "!rfr version", "rfrbot");
    ask(&mut ralph, "!rfr whoami", "You are ralph");
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
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

/// Adds people to the config of a running bot: kevin, who may sponsor, and those named.
fn add_people(bot: &Bot, also: &[&str]) {
    bot.edit_config(|config| {
        let groups = "[groups]\nsysadmin-main = []";
        assert!(config.contains(groups), "{config}");
        let mut people = String::new();
        for name in also.iter().chain(&["kevin"]) {
            writeln!(people, "[people.{name}]\nirc = [\"lab/{name}\"]").expect("a String takes it");
        }
        config.replace(groups, &format!("{people}[groups]\nsysadmin-main = [\"kevin\"]"))
    });
}

/// The bot learns who is present a moment after a change: asks until it knows.
fn until_kevin_is_around(ralph: &mut Client, is_so: bool) {
    let mut last = String::new();
    let holds = holds_in_time(|| {
        let line = ask(ralph, "!rfr sponsor badges", "in sysadmin-main is");
        line.text().clone_into(&mut last);
        last.contains("around now") == is_so
    });
    assert!(holds, "around: {is_so}; last {last:?}");
}

/// Kevin has long been there when the config starts to know him.
fn comes_to_know_kevin(ralph: &mut Client, kevin: &mut Client) {
    ask(kevin, "!rfr whoami", "You are kevin");
    ask(ralph, "!rfr new badges 1 Badges", "New RFR badges");
    until_kevin_is_around(ralph, true);
    kevin.raw(&format!("PART {ROOM}"));
    kevin.expect("leaving", |line| line.command == "PART");
    until_kevin_is_around(ralph, false);
    kevin.join(ROOM);
    until_kevin_is_around(ralph, true);
    ask(kevin, "!rfr sponsor badges", "is sponsored by");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn people_who_are_new_in_the_config_are_noticed_from_a_reload_on() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut kevin = person_with_account(&irc, "kevin");
    let mut bot = Bot::new(&lab(irc.address().port(), "pace = \"unlimited\"\n"), &["ralph"], &[]);
    bot.edit_config(|config| config.replace("[limits]\n", "[admin]\npeople = [\"ralph\"]\n[limits]\n"));
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut kevin, "!rfr whoami", "belongs to no Fedora account");
    add_people(&bot, &[]);
    let said = ask(&mut ralph, "!rfr admin reload", "read the config anew");
    assert!(said.text().contains("[people], [groups]"), "{said}");
    assert!(!said.text().contains("restart"), "{said}");
    comes_to_know_kevin(&mut ralph, &mut kevin);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn the_first_people_in_the_config_are_noticed_from_a_reload_on() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut kevin = person_with_account(&irc, "kevin");
    // It knows nobody, and has asked about nobody.
    let mut bot = Bot::new(&lab(irc.address().port(), "pace = \"unlimited\"\n"), &[], &[]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut kevin, "!rfr whoami", "belongs to no Fedora account");
    add_people(&bot, &["ralph"]);
    let said = bot.run(&["reload"]);
    assert!(said.status.success(), "{said:?}");
    comes_to_know_kevin(&mut ralph, &mut kevin);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn who_came_to_be_known_by_a_reload_is_known_after_the_link_broke() {
    let irc = InspIrcd::start(Profile::Lenient);
    let proxy = Proxy::start(irc.address());
    let mut ralph = person_with_account(&irc, "ralph");
    let mut kevin = person_with_account(&irc, "kevin");
    let mut bot = Bot::new(&lab(proxy.address().port(), "pace = \"unlimited\"\n"), &[], &[]);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    proxy.let_in(false);
    proxy.cut(Cut::Reset);
    add_people(&bot, &["ralph"]);
    let said = bot.run(&["reload"]);
    assert!(said.status.success(), "{said:?}");
    proxy.let_in(true);
    comes_back(&mut ralph, ROOM);
    comes_to_know_kevin(&mut ralph, &mut kevin);
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

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
        // Out of sight nobody is known any more, even if still logged in.
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
}
