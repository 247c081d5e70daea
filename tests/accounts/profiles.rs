//! Who somebody is by a profile, on a real IRC network with services: the profile names the services account, and that
//! very account speaks.

use crate::Bed;
use crate::channel::{Bot, ROOM, ask, hears, lab, meets_bot, person_with_account};
use crate::running::{UNLIMITED, holds_in_time};
use crate::servers::inspircd::{InspIrcd, Profile};

/// A bot on that network whose people are known by the account system alone.
fn bot(bed: &Bed, irc: &InspIrcd) -> Bot {
    let config = format!(
        "{UNLIMITED}{}[accounts]\nfasjson = \"{}\"\nkeytab = \"{}\"\ntimeout_seconds = 50\n",
        lab(irc.address().port(), ""),
        bed.url,
        bed.path("keytabs/rfrbot").display()
    );
    let mut bot = Bot::with_config(&config);
    let kerberos = bed.path("krb5.conf");
    bot.start_with(&[("KRB5_CONFIG", kerberos.to_str().unwrap())]);
    bot
}

#[test]
#[ignore = "needs FASJSON, Kerberos, a directory, InspIRCd and Atheme: tests/run accounts"]
fn exactly_one_readable_profile_makes_a_person_of_a_services_account() {
    let bed = Bed::start();
    let irc = InspIrcd::start(Profile::Lenient);
    for (name, nick) in [
        ("ralph", "irc://127.0.0.1/threebean"),
        ("otto", "irc://127.0.0.1/twin"),
        ("emma", "irc://127.0.0.1/twin"),
        ("ida", "irc://127.0.0.1/compass"),
        ("mallory", "irc://127.0.0.1/mal"),
        ("maja", "irc://localhost/elsewhere"),
    ] {
        bed.nick("add", name, nick);
    }
    let mut bot = bot(&bed, &irc);
    let mut threebean = person_with_account(&irc, "threebean");
    meets_bot(&mut threebean, ROOM);
    let whoami =
        "You are ralph, proven by services account threebean on lab (yours by your profile in the account system";
    ask(&mut threebean, "!rfr whoami", whoami);
    ask(&mut threebean, "!rfr new badges 4321 Badges", "New RFR badges");
    for (nick, words) in [
        // Nobody knows which of the two it is.
        ("twin", "more than one profile"),
        // Nobody may read the profile.
        ("compass", "no public profile"),
        // The account is disabled.
        ("mal", "no public profile"),
        // The profile means another network: kevin's means Libera.
        ("nirik", "no public profile"),
        ("elsewhere", "no public profile"),
        // An account's own name is no nick of it.
        ("kevin", "no public profile"),
    ] {
        let mut somebody = person_with_account(&irc, nick);
        ask(&mut somebody, "!rfr note badges who am I?", words);
    }
    // The account proves it, not the nick.
    threebean.log_out();
    ask(&mut threebean, "!rfr note badges it is me", "not logged in");
    let log = bot.log();
    assert!(
        !log.contains("Negotiate") && !log.contains("YII"),
        "a token stands in the log"
    );
    bot.stop();
}

#[test]
#[ignore = "needs FASJSON, Kerberos, a directory, InspIRCd and Atheme: tests/run accounts"]
fn a_profile_counts_at_the_moment_of_the_act() {
    let bed = Bed::start();
    let irc = InspIrcd::start(Profile::Lenient);
    bed.nick("add", "kevin", "irc://127.0.0.1/scrye");
    bed.nick("add", "ralph", "irc://127.0.0.1/threebean");
    let mut bot = bot(&bed, &irc);
    let mut scrye = person_with_account(&irc, "scrye");
    let mut threebean = person_with_account(&irc, "threebean");
    meets_bot(&mut scrye, ROOM);
    meets_bot(&mut threebean, ROOM);
    ask(&mut scrye, "!rfr new badges 4321 Badges", "New RFR badges");
    ask(&mut scrye, "!rfr new tahrir 4322 Tahrir", "New RFR tahrir");
    ask(&mut scrye, "!rfr sponsor badges", "is sponsored by");
    // Taken out of the profile between two lines.
    bed.nick("delete", "kevin", "irc://127.0.0.1/scrye");
    ask(&mut scrye, "!rfr sponsor tahrir", "no public profile");
    bed.nick("add", "kevin", "irc://127.0.0.1/scrye");
    // Nobody's profile is asked for again after some seconds.
    let again = holds_in_time(|| {
        scrye.say(ROOM, "!rfr sponsor tahrir");
        let answer = scrye.expect("an answer", |line| {
            line.nick() == "rfrbot" && line.text().contains("scrye: ")
        });
        answer.text().contains("is sponsored by")
    });
    assert!(again, "the profile names it again");
    // While the directory is down nobody new is anybody, and everybody may look, at once.
    bed.stop_part("directory");
    threebean.say(ROOM, "!rfr new compass 4323 Compass");
    ask(&mut scrye, "!rfr status badges", "badges (Badges)");
    hears(&mut threebean, "because of the account system");
    let status = bot.status();
    assert!(
        status.contains("PROBLEM") && status.contains("account system"),
        "{status}"
    );
    bed.start_part("directory");
    bot.stop();
}
