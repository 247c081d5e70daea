//! How the bot proves itself to a network, how the connection is secured, and what its operator reads when that fails.

use crate::bot::{Bot, ROOM, ask, comes_back, hears, lab, meets_bot, person_with_account};
use crate::servers::certificates::Certificates;
use crate::servers::client::{Client, sasl_answer};
use crate::servers::holds_in_time;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::ngircd::NgIrcd;
use crate::servers::proxy::{Cut, Proxy};
use std::fs;
use tempfile::TempDir;

const SASL: &str =
    "login = { sasl = \"plain\", account = \"rfrbot\", password_file = \"bot.password\" }\nsasl_timeout_seconds = 1\n";

/// The bot's services account, by the network's answer to anybody.
fn account_of_bot(who: &mut Client) -> Option<String> {
    who.raw("WHOIS rfrbot");
    let line = who.expect("the answer to WHOIS", |line| {
        matches!(line.command.as_str(), "330" | "318")
    });
    if line.command == "318" {
        return None;
    }
    who.expect("the end of WHOIS", |line| line.command == "318");
    Some(line.param(2).to_owned())
}

fn watcher(irc: &InspIrcd) -> Client {
    let mut watcher = irc.person("watcher").connect();
    watcher.join(ROOM);
    watcher
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn sasl_proves_the_account_before_the_first_channel() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut watcher = irc.person("watcher").caps(&["extended-join"]).connect();
    watcher.join(ROOM);
    let mut bot = Bot::new(&lab(irc.address().port(), SASL), &[], &[]);
    bot.start();
    assert_eq!(comes_back(&mut watcher, ROOM).param(1), "rfrbot");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn while_the_services_are_down_it_works_without_login_and_logs_in_when_they_are_back() {
    let mut irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut ralph = person_with_account(&irc, "ralph");
    irc.stop_services();
    let mut bot = Bot::new(&lab(irc.address().port(), SASL), &["ralph"], &["ralph"]);
    bot.start();
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    assert_eq!(account_of_bot(&mut ralph), None);
    assert_eq!(bot.warnings_with("going on without login").len(), 1, "{}", bot.log());
    let status = bot.status();
    assert!(status.contains("network lab: up, NOT LOGGED IN ("), "{status}");
    irc.start_services();
    assert!(
        // It asks again after half a minute at most.
        holds_in_time(|| account_of_bot(&mut ralph).is_some())
            || holds_in_time(|| account_of_bot(&mut ralph).is_some()),
        "it never logged in: {}",
        bot.log()
    );
    assert_eq!(account_of_bot(&mut ralph).as_deref(), Some("rfrbot"));
    assert!(
        holds_in_time(|| bot.status().contains("network lab: up, 0 reconnects")),
        "{}",
        bot.status()
    );
}

/// The pauses between connections in the log, in seconds.
fn waits(log: &str) -> Vec<f32> {
    let told = log.lines().filter_map(|line| line.split_once("; trying again in "));
    told.map(|(_, rest)| rest.split_once(" s").expect("a unit").0.parse().expect("a number"))
        .collect()
}

#[test]
#[ignore = "needs InspIRCd, Atheme and ngIRCd: tests/run irc"]
fn sasl_that_never_answers_keeps_the_bot_out_where_the_login_is_required_and_the_other_network_goes_on() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut ralph = irc.person("ralph").caps(&["extended-join"]).connect();
    ralph.join(ROOM);
    // InspIRCd offers SASL and acknowledges it, then passes `AUTHENTICATE` to services that do nothing.
    irc.stall_services();
    let proxy = Proxy::start(irc.address());
    let other = NgIrcd::start();
    let mut reader = other.person("reader").connect();
    reader.join(ROOM);
    let login = SASL.replace(" }", ", required = true }");
    let first = lab(proxy.address().port(), &login).replace("reconnect_seconds = [1, 2]", "reconnect_seconds = [1, 4]");
    let second = lab(other.address().port(), "").replace("[irc.lab]", "[irc.second]");
    let mut bot = Bot::new(&format!("{first}{second}"), &[], &[]);
    bot.start();
    meets_bot(&mut reader, ROOM);

    let words = "SASL got no answer within 1.0 s: the network's services may be down, then ask its operators; if they are \
                 only slow, allow more by sasl_timeout_seconds; staying out until it works, because login.required says so";
    bot.logs(words);
    let mut answered = 0;
    while proxy.accepted() < 4 {
        ask(&mut reader, "!rfr status", "There is no RFR open");
        answered += 1;
    }
    assert!(answered > 3, "the other network waited: {answered} answers");
    let said = bot.warnings_with("SASL");
    assert_eq!(said.len(), 1, "it is said once: {said:#?}");
    assert!(
        said[0].contains(words) && said[0].contains("network=\"lab\""),
        "{}",
        said[0]
    );
    println!("{}", said[0]);
    // Growing pauses, each between half of its length and all of it.
    for (wait, longest) in waits(&bot.log()).iter().zip([1.0, 2.0, 4.0]) {
        assert!(
            (longest * 0.49..=longest * 1.01).contains(wait),
            "{wait} of {longest} s"
        );
    }
    let status = bot.status();
    println!("{status}");
    assert!(
        status.contains(&format!("network lab: DOWN ({words}), 0 reconnects"))
            && status.contains("network second: up, 0 reconnects"),
        "{status}"
    );
    let entered = |who: &Client| {
        let joins = who
            .lines()
            .iter()
            .filter(|line| line.command == "JOIN" && line.nick().starts_with("rfrbot"));
        joins.map(|line| line.param(1).to_owned()).collect::<Vec<_>>()
    };
    ralph.raw(&format!("NAMES {ROOM}"));
    ralph.expect("who is there", |line| line.command == "366");
    assert_eq!(entered(&ralph), [""; 0], "it joined without its account");

    irc.let_services_go_on();
    comes_back(&mut ralph, ROOM);
    assert_eq!(entered(&ralph), ["rfrbot"], "with its account only");
    assert!(
        holds_in_time(|| bot.status().contains("network lab: up, 0 reconnects")),
        "{}",
        bot.status()
    );
    ask(&mut reader, "!rfr status", "There is no RFR open");
    assert!(
        bot.status().contains("network second: up, 0 reconnects"),
        "{}",
        bot.status()
    );
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn sasl_that_never_answers_is_given_up_and_the_bot_works_without_login_until_it_answers() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut ralph = person_with_account(&irc, "ralph");
    irc.stall_services();
    let mut bot = Bot::new(&lab(irc.address().port(), SASL), &["ralph"], &["ralph"]);
    bot.start();
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    let words = "SASL got no answer within 1.0 s: the network's services may be down, then ask its operators; if they are \
                 only slow, allow more by sasl_timeout_seconds";
    let said = bot.warnings_with(words);
    assert_eq!(said.len(), 1, "{}", bot.log());
    assert!(
        said[0].contains("network=\"lab\"") && said[0].contains("going on without login"),
        "{}",
        said[0]
    );
    println!("{}", said[0]);
    let status = bot.status();
    assert!(
        status.contains(&format!("network lab: up, NOT LOGGED IN ({words}), 0 reconnects")),
        "{status}"
    );
    irc.let_services_go_on();
    // It asks again after half a minute at most.
    let logged_in = || bot.status().contains("network lab: up, 0 reconnects");
    assert!(holds_in_time(logged_in) || holds_in_time(logged_in), "{}", bot.status());
    assert_eq!(account_of_bot(&mut ralph).as_deref(), Some("rfrbot"));
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn services_that_come_back_in_the_middle_of_a_login_do_not_keep_it_away() {
    let mut irc = InspIrcd::start(Profile::LiberaLike);
    irc.register_account("rfrbot", "bot-password");
    let mut bot = Bot::new(&lab(irc.address().port(), SASL), &["ralph"], &["ralph"]);
    bot.start();
    bot.logs("logged in to the services");
    irc.stop();
    irc.start_server_again();
    assert!(
        holds_in_time(|| bot.log().matches("connected network=").count() >= 2),
        "{}",
        bot.log()
    );
    irc.start_services();
    let mut watcher = irc.person("watcher").connect();
    watcher.join(ROOM);
    meets_bot(&mut watcher, ROOM);
}

#[test]
#[ignore = "needs InspIRCd, Atheme and ngIRCd: tests/run irc"]
fn a_wrong_password_is_said_once_and_tried_slowly_while_the_other_network_goes_on() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "another-password");
    let proxy = Proxy::start(irc.address());
    let other = NgIrcd::start();
    let way_to_other = Proxy::start(other.address());
    let second = lab(way_to_other.address().port(), "").replace("[irc.lab]", "[irc.second]");
    let networks = format!("{}{second}", lab(proxy.address().port(), SASL));
    let mut bot = Bot::new(&networks, &[], &[]);
    bot.start();
    let mut reader = other.person("reader").connect();
    reader.join(ROOM);
    meets_bot(&mut reader, ROOM);
    bot.logs("login refused by the services");
    // The other network's link is cut repeatedly, for much longer than the first one's usual pause.
    for _ in 0..4 {
        way_to_other.cut(Cut::Reset);
        comes_back(&mut reader, ROOM);
        ask(&mut reader, "!rfr status", "There is no RFR open");
    }
    let said = bot.warnings_with("login refused by the services");
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].contains("check the account and its password"), "{}", said[0]);
    assert!(said[0].contains("lab"), "it names the network: {}", said[0]);
    assert!(!bot.log().contains("bot-password"), "the password is in the log");
    assert_eq!(proxy.accepted(), 1, "it tried again at once");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_certificate_proves_the_account_by_sasl_external() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    irc.add_certificate("rfrbot", "bot-password");
    let mut watcher = watcher(&irc);
    let network = tls_network(
        irc.tls_address().port(),
        Some(irc.certificates()),
        &format!(
            "client_cert = \"{}\"\nclient_key = \"{}\"\nlogin = {{ sasl = \"external\" }}\n",
            irc.certificates().person.certificate.display(),
            irc.certificates().person.key.display()
        ),
    );
    let mut bot = Bot::new(&network, &[], &[]);
    bot.start();
    comes_back(&mut watcher, ROOM);
    assert_eq!(account_of_bot(&mut watcher).as_deref(), Some("rfrbot"), "{}", bot.log());
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn where_the_config_says_so_it_identifies_to_nickserv_before_it_joins() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut watcher = irc.person("watcher").caps(&["extended-join"]).connect();
    watcher.join(ROOM);
    let login = "login = { nickserv = \"NickServ@services.test.invalid\", account = \"rfrbot\", password_file = \"bot.password\" }\n";
    let mut bot = Bot::new(&lab(irc.address().port(), login), &[], &[]);
    bot.start();
    assert_eq!(comes_back(&mut watcher, ROOM).param(1), "rfrbot");
    assert!(!bot.log().contains("bot-password"), "the password is in the log");
}

/// The lab over TLS, with the authority that the config trusts.
fn tls_network(port: u16, trusted: Option<&Certificates>, more: &str) -> String {
    let authority = trusted.map_or(String::new(), |trusted| {
        format!("ca_file = \"{}\"\n", trusted.authority.display())
    });
    lab(port, more)
        .replace("127.0.0.1", "localhost")
        .replace("plain = true\n", &authority)
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_private_authority_can_be_given() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut watcher = watcher(&irc);
    let network = tls_network(irc.tls_address().port(), Some(irc.certificates()), "");
    let mut bot = Bot::new(&network, &[], &[]);
    bot.start();
    comes_back(&mut watcher, ROOM);
    watcher.raw("WHOIS rfrbot");
    watcher.expect("a protected link", |line| line.command == "671");
    ask(&mut watcher, "!rfr status", "There is no RFR open");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn an_authority_that_was_made_anew_is_refused_and_the_fix_is_named() {
    let irc = InspIrcd::start(Profile::Lenient);
    let folder = TempDir::new().expect("a folder");
    // The same name with another key.
    let older = Certificates::create(folder.path());
    let network = tls_network(irc.tls_address().port(), Some(&older), "");
    let mut bot = Bot::new(&network, &[], &[]);
    bot.start();
    bot.logs("give its new PEM file as `ca_file`");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_mended_authority_file_is_read_without_a_restart_of_the_bot() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut watcher = watcher(&irc);
    let folder = TempDir::new().expect("a folder");
    let mended = Certificates::create(folder.path());
    let network = tls_network(irc.tls_address().port(), Some(&mended), "");
    let mut bot = Bot::new(&network, &[], &[]);
    bot.start();
    bot.logs("as `ca_file`");
    fs::copy(&irc.certificates().authority, &mended.authority).expect("mending the file");
    comes_back(&mut watcher, ROOM);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_port_without_tls_is_told_from_one_with_it() {
    let irc = InspIrcd::start(Profile::Lenient);
    let network = tls_network(
        irc.address().port(),
        Some(irc.certificates()),
        "connect_timeout_seconds = 2\n",
    );
    let mut bot = Bot::new(&network, &[], &[]);
    bot.start();
    bot.logs("TLS");
    let said = bot.warnings_with("TLS");
    assert!(said[0].contains("TLS port"), "{said:#?}");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_nickserv_password_that_is_refused_is_said_once_and_the_bot_works_without_login() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "another-password");
    let mut ralph = person_with_account(&irc, "ralph");
    let login = "login = { nickserv = \"NickServ@services.test.invalid\", account = \"rfrbot\", password_file = \"bot.password\" }\n";
    let mut bot = Bot::new(&lab(irc.address().port(), login), &["ralph"], &["ralph"]);
    bot.start();
    comes_back(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges", "New RFR badges");
    assert_eq!(
        bot.warnings_with("NickServ refused the login").len(),
        1,
        "{}",
        bot.log()
    );
    assert_eq!(account_of_bot(&mut ralph), None);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_channel_that_refuses_the_bot_is_entered_when_a_login_may_have_opened_it() {
    let mut irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut ralph = person_with_account(&irc, "ralph");
    irc.stop_services();
    let mut bot = Bot::new(&lab(irc.address().port(), SASL), &["ralph"], &["ralph"]);
    // Invite-only represents any mode that keeps strangers out.
    ralph.raw(&format!("MODE {ROOM} +i"));
    ralph.expect("the mode", |line| line.command == "MODE");
    ralph.join("#fedora-noc");
    bot.start();
    meets_bot(&mut ralph, "#fedora-noc");
    bot.logs("cannot join");
    ralph.say("#fedora-noc", "!rfr new badges 1 Badges");
    hears(&mut ralph, "New RFR badges");
    ralph.raw(&format!("MODE {ROOM} -i"));
    irc.start_services();
    comes_back(&mut ralph, ROOM);
    ralph.expect("what it owed to the room", |line| {
        line.is_message_from("rfrbot") && line.param(0) == ROOM && line.text().contains("New RFR badges")
    });
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn check_connect_tells_a_good_login_from_a_wrong_password_and_leaves_the_running_bot_alone() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("rfrbot", "bot-password");
    let mut watcher = watcher(&irc);
    let mut bot = Bot::new(&lab(irc.address().port(), SASL), &[], &[]);
    bot.start();
    comes_back(&mut watcher, ROOM);

    let check = || {
        let ended = bot
            .command(&["check"])
            .arg("--connect")
            .output()
            .expect("the program runs");
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&ended.stdout),
            String::from_utf8_lossy(&ended.stderr)
        );
        (ended.status.success(), said)
    };
    let (good, said) = check();
    assert!(good && said.contains("irc.lab: ok: logged in by SASL PLAIN"), "{said}");
    assert!(said.contains(&format!("irc.lab: ok: {ROOM} can be joined")), "{said}");
    assert!(said.contains("every connection works"), "{said}");
    let visitor = |line: &crate::servers::line::Line| line.nick() == "rfrbot-check";
    watcher.expect("the visit", |line| line.command == "JOIN" && visitor(line));
    watcher.expect("its end", |line| line.command == "PART" && visitor(line));

    bot.write_secret("bot.password", "forgotten");
    watcher.raw(&format!("MODE {ROOM} +i"));
    watcher.expect("the mode", |line| line.command == "MODE");
    let (good, said) = check();
    assert!(!good, "{said}");
    for words in [
        "irc.lab: FAILED: the login is refused",
        "check account and password",
        &format!("irc.lab: FAILED: {ROOM} cannot be joined (473"),
        "irc.lab: ok: #fedora-noc can be joined",
        "2 steps failed",
    ] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    assert!(!said.contains("forgotten"), "{said}");
    assert!(
        bot.status().contains("network lab: up, 0 reconnects"),
        "{}",
        bot.status()
    );
    assert!(bot.warnings_with("nick").is_empty(), "{}", bot.log());
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs ngIRCd: tests/run irc"]
    fn whoever_takes_the_nick_nickserv_where_there_are_no_services_gets_no_password() {
        let irc = NgIrcd::start();
        let mut thief = irc.person("NickServ").connect();
        thief.join(ROOM);
        let login = "login = { nickserv = \"NickServ@services.test.invalid\", account = \"rfrbot\", password_file = \
                     \"bot.password\" }\n";
        let mut bot = Bot::new(&lab(irc.address().port(), login), &[], &[]);
        bot.start();
        comes_back(&mut thief, ROOM);
        bot.logs("NickServ is not there");
        thief.silence_until_pong(|line| line.text().contains("IDENTIFY"));
        let lines = thief.lines();
        assert!(
            !lines.iter().any(|line| line.text().contains("bot-password")),
            "the thief has the password"
        );
        bot.edit_config(|config| config.replace("\"NickServ@services.test.invalid\"", "true"));
        let refused = bot.run(&["check"]);
        let words = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(
            words.contains("nickserv = \"NickServ@services.libera.chat\""),
            "{words}"
        );
    }

    #[test]
    #[ignore = "needs InspIRCd and Atheme: tests/run irc"]
    fn a_certificate_for_another_name_is_refused_and_the_fix_is_named() {
        let irc = InspIrcd::start(Profile::Lenient);
        let network = tls_network(irc.wrong_name_address().port(), Some(irc.certificates()), "");
        let mut bot = Bot::new(&network, &[], &[]);
        bot.start();
        bot.logs("the certificate is not for localhost: set `host` to a name that the certificate holds");
    }

    #[test]
    #[ignore = "needs InspIRCd and Atheme: tests/run irc"]
    fn an_unknown_authority_is_refused_and_the_fix_is_named_once() {
        let irc = InspIrcd::start(Profile::Lenient);
        let mut bot = Bot::new(&tls_network(irc.tls_address().port(), None, ""), &[], &[]);
        bot.start();
        bot.logs("give the authority's PEM file as `ca_file`");
        // It retries repeatedly, and logs it once.
        assert!(
            holds_in_time(|| bot.log().matches("as `ca_file`; trying again").count() >= 3),
            "{}",
            bot.log()
        );
        assert_eq!(bot.warnings_with("as `ca_file`").len(), 1, "{}", bot.log());
    }

    #[test]
    #[ignore = "needs InspIRCd and Atheme: tests/run irc"]
    fn no_log_however_detailed_holds_a_password() {
        let irc = InspIrcd::start(Profile::Lenient);
        irc.register_account("rfrbot", "bot-password");
        let mut watcher = watcher(&irc);
        let nickserv = "login = { nickserv = \"NickServ@services.test.invalid\", account = \"rfrbot\", password_file = \"bot.password\" }\n";
        for login in [SASL, nickserv] {
            let more = format!("server_password_file = \"bot.password\"\n{login}");
            let mut bot = Bot::new(&lab(irc.address().port(), &more), &[], &[]);
            bot.edit_config(|config| config.replace("\"debug\"", "\"trace\""));
            bot.start();
            comes_back(&mut watcher, ROOM);
            ask(&mut watcher, "!rfr status", "There is no RFR open");
            let log = bot.log();
            for words in ["-> AUTHENTICATE (secret)", ":watcher!watcher@127.0.0.1 PRIVMSG"] {
                assert!(login != SASL || log.contains(words), "no {words:?} in the log:\n{log}");
            }
            for secret in [
                "bot-password",
                &sasl_answer("rfrbot\0rfrbot\0bot-password"),
                &sasl_answer("\0rfrbot\0bot-password"),
            ] {
                assert!(!log.contains(secret), "a password is in the log:\n{log}");
            }
            bot.stop();
            watcher.expect("the farewell", |line| line.command == "QUIT" && line.nick() == "rfrbot");
        }
    }
}
