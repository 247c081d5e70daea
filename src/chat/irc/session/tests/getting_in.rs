//! Registration, login, and the bot's own nick.

use super::*;
use crate::wire::Presence;

#[test]
fn registration_with_sasl_ends_negotiation_only_when_logged_in() {
    let mut story = Story::new(network(plain_login()));
    assert_eq!(
        story.sent(),
        ["CAP LS 302", "NICK rfrbot", "USER rfrbot 0 * :Requests For Resources"]
    );
    assert_eq!(
        story.server(&[":s CAP * LS * :account-tag", ":s CAP * LS :sasl=PLAIN,EXTERNAL unknown"]),
        ["CAP REQ :account-tag sasl"]
    );
    assert_eq!(
        story.server(&[":s CAP * ACK :account-tag sasl"]),
        ["AUTHENTICATE PLAIN"]
    );
    assert_eq!(
        story.server(&["AUTHENTICATE :+"]),
        ["AUTHENTICATE AHJmcmJvdABzZWNyZXQ="]
    );
    assert_eq!(
        story.server(&[":s 900 rfrbot rfrbot!r@h rfrbot :You are now logged in"]),
        [""; 0]
    );
    assert_eq!(
        story.server(&[":s 903 rfrbot :SASL authentication successful"]),
        ["CAP END"]
    );
    story.server(&[":s 001 rfrbot :Welcome", ":s 005 rfrbot BOT=B WHOX :are supported"]);
    assert_eq!(
        story.server(&[":s 376 rfrbot :End of MOTD"]),
        ["MODE rfrbot +B", "JOIN #Fedora-Admin"]
    );
}

#[test]
fn a_wrong_password_ends_the_connection_and_waits_long() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :sasl", ":s CAP * ACK :sasl", "AUTHENTICATE +"]);
    story.server(&[":s 904 * :SASL authentication failed"]);
    let ending = story.session.ending().unwrap();
    assert_eq!(ending.wait, Wait::Password);
    assert!(
        ending.why.contains("password") && !ending.why.contains("secret"),
        "{}",
        ending.why
    );
}

#[test]
fn sasl_that_is_offered_after_the_end_of_capabilities_is_used_and_registration_ended_again() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :cap-notify"]);
    assert_eq!(story.server(&[":s CAP * ACK :cap-notify"]), ["CAP END"]);
    assert_eq!(story.server(&[":s CAP rfrbot NEW :sasl=PLAIN"]), ["CAP REQ sasl"]);
    assert_eq!(story.server(&[":s CAP rfrbot ACK :sasl"]), ["AUTHENTICATE PLAIN"]);
    story.server(&["AUTHENTICATE +"]);
    assert_eq!(story.server(&[":s 903 rfrbot :ok"]), ["CAP END"]);
}

#[test]
fn services_that_do_not_answer_are_not_waited_for_and_asked_again_later() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :sasl=PLAIN", ":s CAP * ACK :sasl"]);
    assert_eq!(story.after(5 * SECOND), ["AUTHENTICATE *", "CAP END"]);
    assert_eq!(
        story.server(&[":s 906 * :aborted", ":s 001 rfrbot :hi", ":s 422 rfrbot :none"]),
        ["JOIN #Fedora-Admin"]
    );
    story.server(&[":s 477 rfrbot #fedora-admin :You need to be logged in"]);
    let reports = story.reports();
    assert!(
        matches!(
            &reports[..],
            [Report::Login { missing: Some(why), .. }, Report::Up { .. }] if why.contains("SASL got no answer within 5.0 s")
        ),
        "up, though the only channel is closed to us: {reports:?}"
    );
    let told = story.health();
    assert!(
        matches!(&told[..], [Report::Place { presence: Presence::Out(why), .. }] if why.starts_with("477 ")),
        "{told:?}"
    );
    assert_eq!(story.after(29 * SECOND), [""; 0]);
    assert!(story.after(SECOND).contains(&"AUTHENTICATE PLAIN".to_owned()));
    story.server(&["AUTHENTICATE +"]);
    assert_eq!(
        story.server(&[":s 903 rfrbot :ok"]),
        [""; 0],
        "the JOIN is under way already"
    );
    let network = "libera".to_owned();
    assert_eq!(story.reports(), [Report::Login { network, missing: None }]);
}

#[test]
fn where_the_login_is_required_nothing_is_joined_without_it() {
    let required = || IrcNetwork {
        login_required: true,
        ..network(plain_login())
    };
    let asked = [":s CAP * LS :sasl=PLAIN", ":s CAP * ACK :sasl"];
    let welcome = [":s 001 rfrbot :hi", ":s 422 rfrbot :none"];
    let stays_out = |story: &mut Story, why: &str| {
        let ending = story.session.ending().unwrap().clone();
        assert_eq!(ending.wait, Wait::Usual);
        assert!(
            ending.why.contains(why) && ending.why.contains("login.required"),
            "{}",
            ending.why
        );
        let rest = story.sent();
        assert!(
            !rest.iter().any(|line| line.starts_with("JOIN") || line == "CAP END"),
            "{rest:?}"
        );
        assert_eq!(story.reports(), []);
    };

    let mut story = Story::new(required());
    story.server(&asked);
    assert_eq!(story.after(5 * SECOND), ["AUTHENTICATE *"]);
    stays_out(&mut story, "SASL got no answer within 5.0 s");

    let mut story = Story::new(required());
    story.server(&asked);
    story.server(&[":s 906 rfrbot :SASL authentication aborted"]);
    stays_out(&mut story, "906 SASL authentication aborted");

    let mut story = Story::new(required());
    story.server(&[":s CAP * LS :cap-notify", ":s CAP * ACK :cap-notify"]);
    stays_out(&mut story, "does not offer SASL PLAIN");

    // A server that does not wait for a login, and one that does not know capabilities.
    for before in [&asked[..], &[":s 421 rfrbot CAP :Unknown command"]] {
        let mut story = Story::new(required());
        story.server(before);
        story.server(&welcome);
        stays_out(&mut story, "took no login by SASL");
    }

    let mut story = Story::new(required());
    story.server(&asked);
    story.server(&[
        "AUTHENTICATE +",
        ":s 900 rfrbot rfrbot!r@h rfrbot :hi",
        ":s 903 rfrbot :ok",
    ]);
    assert_eq!(story.server(&welcome), ["JOIN #Fedora-Admin"]);
    story.server(&[":rfrbot!r@h JOIN #fedora-admin", ":s 366 rfrbot #fedora-admin :End"]);
    assert!(matches!(&story.reports()[..], [Report::Up { .. }]));
    story.server(&[":s 901 rfrbot rfrbot!r@h :You are now logged out"]);
    stays_out(&mut story, "logged out by the services");
}

#[test]
fn a_login_opens_channels_at_once() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[
        ":s CAP * LS :cap-notify",
        ":s CAP * ACK :cap-notify",
        ":s 001 rfrbot :hi",
        ":s 422 rfrbot :none",
    ]);
    story.server(&[":s 477 rfrbot #fedora-admin :You need to be logged in"]);
    assert_eq!(story.server(&[":s CAP rfrbot NEW :sasl"]), ["CAP REQ sasl"]);
    assert_eq!(story.server(&[":s CAP rfrbot ACK :sasl"]), ["AUTHENTICATE PLAIN"]);
    story.server(&["AUTHENTICATE +"]);
    assert_eq!(story.server(&[":s 903 rfrbot :ok"]), ["JOIN #Fedora-Admin"]);
}

#[test]
fn nickserv_is_asked_and_waited_for_before_joining() {
    let login = || Login::NickServ {
        services: "NickServ@services".to_owned(),
        account: "bot".to_owned(),
        password: Secret::new("secret"),
    };
    let greeting = [":s 001 rfrbot :hi", ":s 422 rfrbot :none"];
    let mut story = Story::new(network(login()));
    story.sent();
    assert_eq!(
        story.server(&greeting),
        ["PRIVMSG NickServ@services :IDENTIFY bot secret"]
    );
    for fake in [
        ":eve!e@h NOTICE rfrbot :You are now identified for bot.",
        ":NickServ!n@evil.example NOTICE rfrbot :You are now identified for bot.",
        ":NickServ!n@evil.example NOTICE rfrbot :Invalid password for bot.",
        ":NickServ NOTICE rfrbot :You are now identified for bot.",
    ] {
        assert_eq!(story.server(&[fake]), [""; 0], "{fake}");
    }
    let answer = ":NickServ!n@services NOTICE rfrbot :You are now \u{2}identified\u{2} for bot.";
    assert_eq!(story.server(&[answer]), ["JOIN #Fedora-Admin"]);

    let mut story = Story::new(network(login()));
    story.server(&greeting);
    assert_eq!(
        story.after(5 * SECOND),
        ["JOIN #Fedora-Admin"],
        "a silent NickServ holds nothing back"
    );

    for refusal in [
        "401 rfrbot NickServ :No such nick",
        "401 rfrbot NickServ@services :No such nick",
        "402 rfrbot services :No such server",
        "440 rfrbot NickServ :Services are down",
    ] {
        let mut story = Story::new(network(login()));
        story.server(&greeting);
        assert_eq!(
            story.server(&[&format!(":s {refusal}")]),
            ["JOIN #Fedora-Admin"],
            "{refusal}"
        );
    }
}

#[test]
fn nicks_in_use_are_passed_over_without_end_nor_heat() {
    let mut story = Story::new(network(Login::None));
    story.sent();
    assert_eq!(story.server(&[":s 433 * rfrbot :in use"]), ["NICK rfr"]);
    assert_eq!(story.server(&[":s 437 * rfr :unavailable"]), ["NICK rfrbot_"]);
    let mut asked = 2;
    while story.session.ending().is_none() {
        story.server(&[":s 433 * x :in use"]);
        asked += 1;
        assert!(asked < 20, "asks for ever");
    }
}

#[test]
fn the_wanted_nick_is_regained_the_moment_its_holder_leaves() {
    let mut story = Story::new(network(Login::None));
    story.sent();
    story.server(&[":s 433 * rfrbot :in use", ":s 001 rfr :hi", ":s 422 rfr :none"]);
    story.server(&[":rfr!r@h JOIN #fedora-admin"]);
    assert!(story.after(60 * SECOND).contains(&"NICK rfrbot".to_owned()));
    assert_eq!(story.server(&[":s 433 rfr rfrbot :in use"]), [""; 0]);
    assert_eq!(story.server(&[":rfrbot!x@h QUIT :gone"]), ["NICK rfrbot"]);
    assert_eq!(story.server(&[":rfr!r@h NICK rfrbot"]), [""; 0]);
    story.server(&[":kevin!k@h PRIVMSG rfrbot :hello"]);
    assert_eq!(story.heard().last().unwrap().own_name, "rfrbot");
}
