//! The test servers are real: accounts, capabilities, floods, restarts and cuts behave as the bot's tests assume.

use crate::servers::client::{Client, sasl_answer};
use crate::servers::holds_in_time;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::ngircd::NgIrcd;
use crate::servers::proxy::{Cut, Direction, Mode, Proxy};
use std::path::Path;

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn others_see_the_account_of_a_person_who_proved_it() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("alice", "wonderland");
    let mut bob = irc
        .person("bob")
        .caps(&["account-tag", "server-time", "message-tags"])
        .connect();
    bob.join("#fedora-admin");

    // What is proven is the account, not the nick.
    let mut sasl = irc.person("white_rabbit").sasl_plain("alice", "wonderland").connect();
    sasl.join("#fedora-admin");
    sasl.say("#fedora-admin", "late");
    let line = bob.expect("the rabbit's message", |line| line.is_message_from("white_rabbit"));
    assert_eq!(line.tag("account"), Some("alice"));
    assert_eq!(line.text(), "late");
    assert!(line.tag("time").is_some() && line.tag("msgid").is_some(), "{line}");

    let mut identified = irc.person("queen").identify("alice", "wonderland").connect();
    identified.say("bob", "off with his head");
    let line = bob.expect("the queen's message", |line| line.is_message_from("queen"));
    assert_eq!(line.tag("account"), Some("alice"));

    // The nick of a registered account proves nothing, nor does an account after logging out.
    let mut impostor = irc.person("alice").connect();
    impostor.say("bob", "it is me");
    let line = bob.expect("the impostor's message", |line| line.is_message_from("alice"));
    assert_eq!(line.tag("account"), None);
    identified.log_out();
    identified.say("bob", "who am I");
    let line = bob.expect("the queen's second message", |line| line.is_message_from("queen"));
    assert_eq!(line.tag("account"), None);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_wrong_password_is_refused() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("alice", "wonderland");
    let mut client = Client::open(irc.address());
    client.raw("CAP REQ :sasl");
    client.introduce("alice");
    client.raw("AUTHENTICATE PLAIN");
    client.expect_line("AUTHENTICATE");
    client.raw(&format!("AUTHENTICATE {}", sasl_answer("alice\0alice\0guessed")));
    client.expect("the refusal", |line| line.command == "904");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_certificate_logs_in_and_a_wrong_name_is_noticed() {
    let irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("alice", "wonderland");
    irc.add_certificate("alice", "wonderland");
    let mut bob = irc.person("bob").caps(&["account-tag"]).connect();
    let mut alice = irc.person_with_certificate("alice").sasl_external().connect();
    alice.say("bob", "no password");
    let line = bob.expect("alice's message", |line| line.is_message_from("alice"));
    assert_eq!(line.tag("account"), Some("alice"));

    let trusting = irc.certificates().client_config(false);
    assert!(Client::open_tls(irc.tls_address(), &trusting).is_ok());
    let Err(error) = Client::open_tls(irc.wrong_name_address(), &trusting) else {
        panic!("a certificate for another name was accepted");
    };
    assert!(error.to_string().contains("not valid for name"), "{error}");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn the_strict_profile_kills_a_flood_and_lets_a_short_burst_pass() {
    let irc = InspIrcd::start(Profile::LiberaLike);
    let mut burst = irc.person("burst").caps(&["echo-message"]).connect();
    burst.join("#fedora-admin");
    for number in 1..=15 {
        burst.say("#fedora-admin", &format!("line {number}"));
    }
    let last = burst.expect_line("line 15");
    assert!(last.is_message_from("burst"));

    let mut flood = irc.person("flood").connect();
    flood.join("#fedora-admin");
    for number in 1..=30 {
        flood.say("#fedora-admin", &format!("flood {number}"));
    }
    flood.expect_line("Excess Flood");
    flood.expect_closed();
    burst.expect("the end of the flood", |line| {
        line.command == "QUIT" && line.nick() == "flood"
    });
    assert!(!burst.lines().iter().any(|line| line.text() == "flood 30"));

    let lenient = InspIrcd::start(Profile::Lenient);
    let mut talker = lenient.person("talker").caps(&["echo-message"]).connect();
    for number in 1..=500 {
        talker.say("talker", &format!("line {number}"));
    }
    talker.expect("the last of 500 lines", |line| line.text() == "line 500");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn accounts_survive_a_restart_on_the_same_port() {
    let mut irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("alice", "wonderland");
    let (address, before) = (irc.address(), irc.process_ids());
    let mut witness = irc.person("witness").connect();
    irc.restart();
    witness.expect_closed();
    assert_eq!(irc.address(), address);
    assert!(irc.process_ids().iter().all(|id| !before.contains(id)));
    irc.person("alice").sasl_plain("alice", "wonderland").connect().quit();
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn without_services_a_login_is_not_answered() {
    let mut irc = InspIrcd::start(Profile::Lenient);
    irc.register_account("alice", "wonderland");
    irc.stop_services();
    let mut client = Client::open(irc.address());
    client.raw("CAP REQ :sasl");
    client.introduce("alice");
    client.raw("AUTHENTICATE PLAIN");
    // Only a registered client may send this, so the answer comes at once, after those to all lines before.
    client.raw("VERSION");
    client.silence_until(
        "the answer to VERSION",
        |line| line.command == "451",
        |line| matches!(line.command.as_str(), "AUTHENTICATE" | "903" | "904" | "908"),
    );
    drop(client);
    irc.start_services();
    irc.person("alice").sasl_plain("alice", "wonderland").connect().quit();
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn operators_can_throw_out_and_nicks_can_change() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut founder = irc.person("founder").connect();
    founder.join("#fedora-admin");
    let mut victim = irc.person("victim").connect();
    victim.join("#fedora-admin");
    victim.take_nick("renamed");
    founder.expect("the new nick", |line| {
        line.command == "NICK" && line.text() == "renamed"
    });
    founder.kick("#fedora-admin", "renamed", "out");
    let line = victim.expect("the KICK", |line| line.command == "KICK");
    assert_eq!((line.nick(), line.text()), ("founder", "out"));
    founder.become_operator();
    founder.kill("renamed", "gone");
    victim.expect_line("gone");
    victim.expect_closed();
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_long_line_is_relayed_cut_to_512_bytes() {
    let irc = InspIrcd::start(Profile::Lenient);
    let mut bob = irc.person("bob").caps(&["server-time", "message-tags"]).connect();
    let mut alice = irc.person("alice").connect();
    alice.say("bob", &"ä".repeat(240));
    let line = bob.expect("the long line", |line| line.is_message_from("alice"));
    assert_eq!(line.length, 512, "{line}");
    assert!(line.raw.len() > 512, "tags do not count: {line}");
    bob.silence_until_pong(|line| line.is_message_from("alice"));
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_bad_network_can_be_put_in_between() {
    let irc = InspIrcd::start(Profile::Lenient);
    let proxy = Proxy::start(irc.address());
    let mut bob = irc.person("bob").connect();
    proxy.set(Mode::Slice);
    let mut alice = crate::servers::client::Person::new(proxy.address(), "alice").connect();
    proxy.set_only(Direction::ToServer, Mode::Hold);
    alice.say("bob", "are you there?");
    assert!(holds_in_time(|| proxy.held() > 0));
    bob.silence_until_pong(|line| line.is_message_from("alice"));
    proxy.set(Mode::Pass);
    bob.expect("alice's message", |line| line.is_message_from("alice"));
    proxy.cut(Cut::Reset);
    alice.expect_closed();
    assert_eq!(proxy.accepted(), 1);
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn nothing_is_left_behind() {
    let irc = InspIrcd::start(Profile::Lenient);
    let (folder, processes) = (irc.folder().to_owned(), irc.process_ids());
    assert!(folder.exists() && processes.len() == 2);
    drop(irc);
    assert!(!folder.exists());
    for id in processes {
        assert!(
            !Path::new("/proc").join(id.to_string()).exists(),
            "process {id} still runs"
        );
    }
}

#[test]
#[ignore = "needs ngIRCd: tests/run irc"]
fn ngircd_knows_no_accounts() {
    let irc = NgIrcd::start();
    let mut client = Client::open(irc.address());
    client.raw("CAP LS 302");
    client.introduce("alice");
    let line = client.expect("the capabilities", |line| line.command == "CAP");
    assert!(
        !line.text().contains("account") && !line.text().contains("sasl"),
        "{line}"
    );
    client.raw("CAP END");
    client.expect("the welcome", |line| line.command == "001");
    client.join("#fedora-admin");
    let mut bob = irc.person("bob").connect();
    bob.join("#fedora-admin");
    client.say("#fedora-admin", "hello");
    let line = bob.expect("alice's message", |line| line.is_message_from("alice"));
    assert_eq!((line.param(0), line.tag("account")), ("#fedora-admin", None));
}
