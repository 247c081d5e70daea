//! Channels with special rules: one that accepts no notices, and one that nobody may join.

use crate::bot::{Bot, ROOM, ask, comes_back, lab, person_with_account};
use crate::servers::inspircd::{InspIrcd, Profile};

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_room_without_notices_is_told_by_message_and_a_banned_channel_mutes_no_other() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut ralph = person_with_account(&irc, "ralph");
    ralph.raw(&format!("MODE {ROOM} +T"));
    ralph.expect("the mode", |line| line.command == "MODE");
    let mut overseer = irc.person("overseer").connect();
    overseer.become_operator();
    overseer.raw("CBAN #fedora-noc 0 :Not here");
    overseer.silence_until_pong(|line| line.command == "421" || line.command == "481");
    let mut bot = Bot::new(&lab(irc.address().port(), ""), &["ralph"], &["ralph"]);
    bot.start();
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr whoami", "You are ralph");
    bot.logs("cannot join");
    let status = bot.status();
    assert!(status.contains("/#fedora-noc: NOT JOINED (926 "), "{status}");
    // Said in private, it is an announcement to the room.
    ralph.say("rfrbot", "!rfr new badges 1 Badges");
    ralph.expect("the announcement", |line| {
        line.command == "PRIVMSG" && line.param(0) == ROOM && line.text().contains("New RFR badges")
    });
}
