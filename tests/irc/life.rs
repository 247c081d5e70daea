//! The whole life of an RFR over a real network, as a newcomer would see it: three people with accounts, TLS, SASL, a
//! restart of the bot and a restart of the network half-way.

use crate::bot::{Bot, ROOM, ask, hears, meets_bot};
use crate::servers::client::Client;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::line::Line;

const NEEDS: [&str; 4] = ["rfrbot", "ralph", "kevin", "smooge"];

fn person(irc: &InspIrcd, name: &str) -> Client {
    let mut client = irc.person(name).sasl_plain(name, &format!("{name}-password")).connect();
    client.join(ROOM);
    meets_bot(&mut client, ROOM);
    client
}

fn reader(irc: &InspIrcd) -> Client {
    let mut client = irc.person("reader").connect();
    client.join("#fedora-noc");
    meets_bot(&mut client, "#fedora-noc");
    client
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn an_rfr_lives_from_request_to_maintenance_over_restarts() {
    let mut irc = InspIrcd::start(Profile::LiberaLike);
    for name in NEEDS {
        irc.register_account(name, &format!("{name}-password"));
    }
    let network = format!(
        "[irc.lab]\nhost = \"localhost\"\nport = {}\nca_file = \"{}\"\nnick = \"rfrbot\"\n\
         login = {{ sasl = \"plain\", account = \"rfrbot\", password_file = \"bot.password\" }}\n\
         channels = [\"{ROOM}\", \"#fedora-noc\"]\nreconnect_seconds = [1, 2]\n",
        irc.tls_address().port(),
        irc.certificates().authority.display()
    );
    let mut bot = Bot::new(&network, &["ralph", "kevin", "smooge"], &["kevin", "smooge"]);
    bot.write_secret("bot.password", "rfrbot-password");
    bot.start();

    // Request and sponsor.
    let mut ralph = person(&irc, "ralph");
    let mut kevin = person(&irc, "kevin");
    let mut noc = reader(&irc);
    ask(
        &mut ralph,
        "!rfr new badges #4321 Badges for everyone",
        "New RFR badges",
    );
    hears(&mut noc, "New RFR badges");
    ask(&mut ralph, "!rfr advance badges", "stays in pre-sponsorship");
    ask(&mut ralph, "!rfr sponsor badges", "sysadmin-main");
    ask(&mut kevin, "!rfr sponsor badges", "sponsored by");
    hears(&mut noc, "sponsored by");
    ask(
        &mut ralph,
        "rfrbot: advance badges",
        "moved from pre-sponsorship to planning",
    );
    hears(&mut noc, "moved from pre-sponsorship to planning");

    // The bot is restarted; nothing is said twice.
    bot.stop();
    ralph.expect("the bot leaving", |line| {
        line.command == "QUIT" && line.nick() == "rfrbot"
    });
    bot.start();
    meets_bot(&mut ralph, ROOM);
    meets_bot(&mut noc, "#fedora-noc");

    // Planning.
    ask(&mut ralph, "!rfr next badges", "Missing: (1) a discussion");
    ask(
        &mut ralph,
        "!rfr discussed badges https://lists.example.org/thread/A/",
        "list discussion recorded",
    );
    ask(
        &mut ralph,
        "!rfr people badges add ralph smooge",
        "recorded as maintainer",
    );
    ask(&mut ralph, "!rfr advance badges", "moved from planning to development");
    noc.silence_until(
        "the next phase",
        |line| line.text().contains("moved from planning to development"),
        |line| line.text().contains("moved from pre-sponsorship"),
    );

    // The network is restarted; everybody has to come back, and the bot does so by itself.
    irc.restart();
    ralph.expect_closed();
    let mut ralph = person(&irc, "ralph");
    let mut kevin = person(&irc, "kevin");
    let mut noc = reader(&irc);

    // Development: everything missing in one reply, then sign-off.
    ask(&mut kevin, "!rfr signoff development", "first it needs");
    ask(&mut ralph, "!rfr advance badges", "stays in development");
    for decision in [
        "caching none needed",
        "load-balancing two nodes",
        "deployment own virtual host",
    ] {
        ask(&mut ralph, &format!("!rfr decide badges {decision}"), "decided");
    }
    ask(
        &mut ralph,
        "!rfr sop badges https://docs.example.org/sop/badges",
        "the sponsor's development sign-off",
    );
    ask(&mut kevin, "!rfr signoff development", "development signed off");
    ask(&mut ralph, "!rfr advance badges", "moved from development to staging");
    hears(&mut noc, "moved from development to staging");

    // Staging: a question asked before the sign-off does not harm it; a date moved afterwards does.
    ask(
        &mut ralph,
        "!rfr schedule badges in 2 weeks",
        "production deployment on",
    );
    ask(&mut kevin, "!rfr sign off staging", "nobody ticked that off");
    ask(
        &mut ralph,
        "!rfr done badges config-management",
        "config-management done",
    );
    ask(&mut kevin, "!rfr sign off staging", "already signed off");
    ask(&mut ralph, "!rfr schedule badges in 3 weeks", "no longer counts");
    ask(&mut ralph, "!rfr advance badges", "stays in staging");
    ask(&mut kevin, "!rfr sign-off staging badges", "staging signed off");
    ask(&mut ralph, "!rfr advance badges", "moved from staging to production");

    // Deployed, reverted, deployed again, monitored.
    ask(
        &mut kevin,
        "!rfr revert badges staging the database was lost",
        "went back from production to staging",
    );
    ask(&mut ralph, "!rfr schedule badges tomorrow", "production deployment on");
    ask(&mut kevin, "!rfr signoff staging", "staging signed off");
    ask(&mut ralph, "!rfr advance badges", "moved from staging to production");
    ask(&mut ralph, "!rfr advance badges", "monitoring");
    ask(
        &mut ralph,
        "!rfr done badges monitoring https://nagios.example.org/badges",
        "monitoring done",
    );
    ask(&mut ralph, "!rfr done badges deployed", "deployed done");
    ask(&mut ralph, "!rfr advance badges", "is finished");
    hears(&mut noc, "is finished");

    // What the operator sees: every change is in the export.
    bot.stop();
    let export = bot.run(&["export"]);
    assert!(export.status.success(), "{}", String::from_utf8_lossy(&export.stderr));
    let lines = String::from_utf8(export.stdout).expect("JSON is UTF-8");
    for word in ["requested", "sponsored", "reverted", "signed-off"] {
        assert!(lines.contains(word), "no {word} in the export");
    }
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn nothing_acknowledged_and_nothing_announced_is_lost_by_a_kill() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("ralph", "ralph-password");
    let network = crate::bot::lab(irc.address().port(), "");
    let mut bot = Bot::new(&network, &["ralph"], &["ralph"]);
    bot.start();
    let mut ralph = person(&irc, "ralph");
    let mut noc = reader(&irc);
    for round in 0..5 {
        // Several at once, and a kill in the middle of the answers.
        for number in 0..4 {
            ralph.say(
                ROOM,
                &format!(
                    "!rfr new r{round}-{number} {} Resource {round} {number}",
                    100 + 10 * round + number
                ),
            );
        }
        hears(&mut ralph, &format!("New RFR r{round}-0"));
        bot.kill();
        ralph.expect("the bot's end", |line| {
            line.command == "QUIT" && line.nick().starts_with("rfrbot")
        });
        bot.start();
        meets_bot(&mut ralph, ROOM);
        meets_bot(&mut noc, "#fedora-noc");
        ask(&mut ralph, "!rfr version", "rfrbot 0");
    }
    // Everything acknowledged is there and was announced, at most one line per kill twice.
    let acknowledged: Vec<String> = ralph
        .lines()
        .iter()
        .filter(|line| line.is_message_from("rfrbot"))
        .filter_map(|line| {
            line.text()
                .split("New RFR ")
                .nth(1)?
                .split(':')
                .next()
                .map(str::to_owned)
        })
        .collect();
    for name in &acknowledged {
        ask(&mut ralph, &format!("!rfr status {name}"), "pre-sponsorship");
    }
    ask(&mut ralph, "!rfr new r-last 999 The last one", "New RFR r-last");
    hears(&mut noc, "New RFR r-last");
    let announced: Vec<&str> = noc
        .lines()
        .iter()
        .map(Line::text)
        .filter(|text| text.contains("New RFR"))
        .collect();
    let mut doubled = 0;
    for name in &acknowledged {
        let times = announced
            .iter()
            .filter(|text| text.contains(&format!("New RFR {name}:")))
            .count();
        assert!(times >= 1, "{name} was acknowledged but never announced");
        doubled += times - 1;
    }
    assert!(doubled <= 5, "{doubled} lines came twice in 5 deaths");
    println!(
        "acknowledged {}, announced {}, twice {doubled}",
        acknowledged.len(),
        announced.len()
    );
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs InspIRCd and Atheme: tests/run irc"]
    fn a_name_without_its_account_changes_nothing() {
        let irc = InspIrcd::start(Profile::Lenient);
        for name in ["ralph", "kevin", "mallory"] {
            irc.register_account(name, &format!("{name}-password"));
        }
        let network = crate::bot::lab(irc.address().port(), "");
        let mut bot = Bot::new(&network, &["ralph", "kevin"], &["kevin"]);
        bot.start();
        let mut ralph = person(&irc, "ralph");
        ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR");

        // The sponsor's nick, without an account: a registered nick can be used by anybody here.
        let mut impostor = irc.person("kevin").connect();
        impostor.join(ROOM);
        ask(&mut impostor, "!rfr sponsor badges", "a nick proves nothing");
        ask(&mut impostor, "!rfr whoami", "that is a nick only");
        impostor.quit();

        // Somebody else's account under the sponsor's nick.
        let mut impostor = irc.person("kevin").sasl_plain("mallory", "mallory-password").connect();
        impostor.join(ROOM);
        ask(&mut impostor, "!rfr sponsor badges", "belongs to no Fedora account");
        impostor.quit();

        // The right account under another nick, then renamed, then logged out.
        let mut kevin = irc.person("nirik").sasl_plain("kevin", "kevin-password").connect();
        kevin.join(ROOM);
        ask(&mut kevin, "!rfr sponsor badges", "sponsored by");
        kevin.take_nick("nirik_away");
        ask(&mut kevin, "!rfr whoami", "You are kevin");
        kevin.log_out();
        ask(&mut kevin, "!rfr advance badges", "you are not logged in");
        // In private, too.
        kevin.say("rfrbot", "advance badges");
        hears(&mut kevin, "you are not logged in");
        ask(&mut ralph, "!rfr status badges", "pre-sponsorship");
    }
}
