//! A second network learns by a code who somebody is: two real networks, each with services of its own.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account};
use crate::servers::inspircd::{InspIrcd, Profile};

/// The code in a line that offers one.
fn code_in(text: &str) -> String {
    let (_, rest) = text.split_once("private: link ").expect("a code is offered");
    rest.split_once('.').expect("a sentence ends").0.to_owned()
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_code_makes_the_other_network_know_its_owner_and_nobody_else() {
    let (irc, other) = (InspIrcd::start(Profile::Lenient), InspIrcd::start(Profile::Lenient));
    let mut kevin = person_with_account(&irc, "kevin");
    let mut nirik = person_with_account(&other, "nirik");
    let mut mallory = person_with_account(&other, "mallory");
    let second = lab(other.address().port(), "").replace("[irc.lab]", "[irc.second]");
    let networks = format!("{}{second}", lab(irc.address().port(), ""));
    let mut smooge = person_with_account(&irc, "smooge");
    let mut bot = Bot::new(&networks, &["kevin", "smooge"], &["kevin"]);
    bot.start();
    meets_bot(&mut kevin, ROOM);
    // Somebody who is in none of the bot's channels.
    smooge.say("rfrbot", "link");
    hears(&mut smooge, "On the other network");
    meets_bot(&mut nirik, ROOM);
    meets_bot(&mut mallory, ROOM);
    ask(&mut nirik, "!rfr whoami", "belongs to no Fedora account");

    kevin.say("rfrbot", "link");
    let spoilt = code_in(hears(&mut kevin, "On the other network").text());
    // Everybody in the room has read it.
    ask(&mut kevin, &format!("!rfr link {spoilt}"), "no longer counts");
    mallory.say("rfrbot", &format!("link {spoilt}"));
    hears(&mut mallory, "does not count");

    kevin.say("rfrbot", "link");
    let code = code_in(hears(&mut kevin, "On the other network").text());
    mallory.say("rfrbot", "link 00000-00000");
    hears(&mut mallory, "does not count");
    nirik.say("rfrbot", &format!("link {code}"));
    hears(&mut nirik, "You are kevin here from now on");
    hears(&mut kevin, "services account nirik on second is linked to your account");
    mallory.say("rfrbot", &format!("link {code}"));
    hears(&mut mallory, "does not count");
    ask(&mut mallory, "!rfr whoami", "belongs to no Fedora account");

    bot.stop();
    bot.start();
    comes_back(&mut nirik, ROOM);
    ask(&mut nirik, "!rfr new badges 1 Badges", "New RFR badges");
    ask(&mut nirik, "!rfr sponsor badges", "is sponsored by");
    // The account proves it, not the nick.
    nirik.log_out();
    ask(&mut nirik, "!rfr signoff development badges", "not logged in");
    for code in [&spoilt, &code] {
        assert!(!bot.log().contains(code.as_str()), "a code stands in the log");
    }
    comes_back(&mut kevin, ROOM);
    kevin.say("rfrbot", "unlink second/nirik");
    hears(&mut kevin, "no longer linked to kevin");
}
