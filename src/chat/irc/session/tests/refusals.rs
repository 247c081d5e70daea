//! What a server refuses: lines it drops, channels it closes, questions it puts off.

use super::*;
use crate::wire::{OtherNick, Presence};

fn is_in(place: Place) -> Report {
    Report::Place {
        place,
        presence: Presence::In,
    }
}

/// Do the reports say only that the bot is not in #closed, with these words?
fn is_closed(told: &[Report], words: impl Fn(&str) -> bool) -> bool {
    matches!(told, [Report::Place { place, presence: Presence::Out(why) }]
        if *place == Place::channel("libera", "#closed") && words(why))
}

#[test]
fn a_dropped_line_does_not_count_as_delivered_and_is_said_again() {
    for refusal in [
        "263 rfrbot PRIVMSG :Please wait a while and try again.",
        "263 rfrbot :Server load is temporarily too heavy.",
        "439 rfrbot kevin :Target change too fast. Please wait 104 seconds.",
        "707 rfrbot kevin :Targets changing too fast, message dropped",
    ] {
        for capabilities in [ALL, "account-tag"] {
            let mut story = Story::up(capabilities, "");
            story.say(Some(1), Place::direct("libera", "kevin"), "x");
            story.server(&[&format!(":s {refusal}"), ":s PONG s rfrbot-1"]);
            assert_eq!(story.reports(), [], "{refusal}");
            let again = story.after(20 * SECOND);
            assert!(again.contains(&"PRIVMSG kevin x".to_owned()), "{refusal}: {again:?}");
            story.server(&[":rfrbot!r@h PRIVMSG kevin :x", ":s PONG s rfrbot-2"]);
            assert_eq!(story.reports(), [delivered(1, 1, true)], "{refusal}");
        }
    }
    for refusal in ["401", "404", "477", "486", "531", "599", "716", "936"] {
        let mut story = Story::up("account-tag", "");
        story.say(Some(1), Place::direct("libera", "kevin"), "x");
        story.server(&[&format!(":s {refusal} rfrbot kevin :No"), ":s PONG s rfrbot-1"]);
        let why = format!("{refusal} No");
        assert_eq!(story.reports(), [Report::Undeliverable { key: key_of(1), why }]);
    }
}

#[test]
fn a_question_that_the_server_puts_off_is_asked_again_and_meanwhile_it_is_not_known_who_speaks() {
    let line = ":kevin!k@h PRIVMSG #fedora-admin :!rfr x";
    let not_yet = Identity::Unproven(Unproven::NotKnownYet);
    for refusal in [":s 263 rfrbot WHO :Flooding detected.", ":s 263 rfrbot :Try again."] {
        let mut story = Story::up("account-notify", "WHOX");
        story.server(&[refusal]);
        assert_eq!(story.identity(line), not_yet);
        story.sent();
        let asked = story.after(15 * SECOND);
        assert!(
            asked.contains(&"WHO #fedora-admin %tna,735".to_owned()),
            "{refusal}: {asked:?}"
        );
        story.server(&[":s 354 rfrbot 735 kevin kevin", ":s 354 rfrbot 735 eve 0"]);
        assert_eq!(story.identity(line), account("kevin"));
    }
    // No answer at all.
    let mut story = Story::up("account-notify", "WHOX");
    story.server(&["PING :s"]);
    story.after(59 * SECOND);
    story.server(&["PING :s"]);
    let asked = [story.after(2 * SECOND), story.after(30 * SECOND)].concat();
    assert!(asked.contains(&"WHO #fedora-admin %tna,735".to_owned()), "{asked:?}");
}

#[test]
fn whoever_speaks_before_it_is_known_is_asked_for() {
    let mut story = Story::up("account-notify extended-join", "WHOX");
    story.server(&[":s 354 rfrbot 735 eve 0", ":s 315 rfrbot #fedora-admin :End"]);
    story.sent();
    let line = ":kevin!k@h PRIVMSG #fedora-admin :!rfr x";
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::NotKnownYet));
    let line = ":kevin!k@h PRIVMSG rfrbot :!rfr x";
    let asked = story.server(&[line]);
    assert_eq!(asked, [""; 0], "it is asked once");
    story.server(&[":s 354 rfrbot 735 kevin kevin", ":s 315 rfrbot kevin :End"]);
    story.heard();
    assert_eq!(story.identity(line), account("kevin"));
}

#[test]
fn an_answer_about_accounts_counts_only_while_it_was_asked_for() {
    let mut story = Story::up("account-notify extended-join", "WHOX");
    story.server(&[":s 354 rfrbot 735 kevin 0", ":s 315 rfrbot #fedora-admin :End"]);
    story.server(&[":s 354 rfrbot 735 kevin ralph"]);
    let line = ":kevin!k@h PRIVMSG #fedora-admin :!rfr x";
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::NotLoggedIn));
}

#[test]
fn a_forward_is_put_on_no_channel_while_it_is_not_clear_on_which() {
    let mut config = network(Login::None);
    config.channels.push(IrcChannel {
        name: "#closed".to_owned(),
        key: None,
    });
    let mut story = Story::new(config);
    story.server(&[":s CAP * LS :echo-message", ":s CAP * ACK :echo-message"]);
    story.server(&[":s 001 rfrbot :hi", ":s 422 rfrbot :none"]);
    story.health();
    assert_eq!(story.server(&[":rfrbot!r@h JOIN ##overflow"]), ["PART ##overflow"]);
    let is_out = |report: &Report| {
        matches!(
            report,
            Report::Place {
                presence: Presence::Out(_),
                ..
            }
        )
    };
    assert!(!story.health().iter().any(is_out));
    story.server(&[":rfrbot!r@h PART ##overflow", ":rfrbot!r@h JOIN #fedora-admin"]);
    assert!(!story.health().iter().any(is_out));
    // Now only one is possible.
    assert_eq!(story.server(&[":rfrbot!r@h JOIN ##overflow"]), ["PART ##overflow"]);
    assert!(is_closed(&story.health()[..1], |why| why.contains("##overflow")));
}

#[test]
fn a_channel_that_cannot_be_joined_is_told_with_its_reason_and_mutes_nobody() {
    let mut config = network(Login::None);
    config.channels.push(IrcChannel {
        name: "#closed".to_owned(),
        key: None,
    });
    let greet = |story: &mut Story| {
        story.server(&[":s CAP * LS :echo-message", ":s CAP * ACK :echo-message"]);
        story.server(&[
            ":s 001 rfrbot :hi",
            ":s 005 rfrbot STATUSMSG=@+ :are",
            ":s 422 rfrbot :none",
        ])
    };
    let up = || Report::Up {
        network: "libera".to_owned(),
    };
    for refusal in [
        "405 rfrbot #closed :No",
        "439 rfrbot #closed :No",
        "443 rfrbot rfrbot #closed :No",
        "465 rfrbot #closed :No",
        "480 rfrbot :Cannot join channel #closed (TLS only)",
        "484 rfrbot #closed :No",
        "485 rfrbot #closed :No",
        "489 rfrbot #closed :No",
        "500 rfrbot #closed :No",
        "519 rfrbot #closed :No",
        "520 rfrbot #closed :No",
        "609 rfrbot #closed :No",
        "926 rfrbot #closed :No",
        "599 rfrbot #closed :No",
    ] {
        let mut story = Story::new(config.clone());
        assert_eq!(greet(&mut story), ["JOIN #Fedora-Admin", "JOIN #closed"]);
        assert_eq!(story.reports(), [up()], "nobody waits for a channel");
        story.server(&[":rfrbot!r@h JOIN #fedora-admin"]);
        assert_eq!(story.say(None, channel(), "here"), ["PRIVMSG #Fedora-Admin here"]);
        assert_eq!(story.health(), [is_in(channel())]);
        story.server(&[&format!(":s {refusal}")]);
        let told = story.health();
        let number = &refusal[..3];
        assert!(is_closed(&told, |why| why.starts_with(number)), "{refusal}: {told:?}");
        assert_eq!(story.after(30 * SECOND), ["JOIN #closed"], "{refusal}");
        story.server(&[&format!(":s {refusal}")]);
        assert_eq!(story.all_reports(), [], "said once");
        story.server(&[":rfrbot!r@h JOIN #closed"]);
        assert_eq!(story.all_reports(), [is_in(Place::channel("libera", "#closed"))]);
    }
    // If the numeric names no channel, it is the one requested first.
    for refusal in ["263 rfrbot JOIN :Try again", "461 rfrbot JOIN :Not enough parameters"] {
        let mut story = Story::new(config.clone());
        greet(&mut story);
        story.server(&[":rfrbot!r@h JOIN #fedora-admin"]);
        story.health();
        story.server(&[&format!(":s {refusal}")]);
        let told = story.health();
        assert!(is_closed(&told, |_| true), "{refusal}: {told:?}");
    }
    // Forwarded silently, and no answer at all.
    let mut story = Story::new(config.clone());
    greet(&mut story);
    story.server(&[":rfrbot!r@h JOIN #fedora-admin"]);
    assert_eq!(story.reports(), [up()]);
    story.health();
    assert_eq!(story.server(&[":rfrbot!r@h JOIN ##overflow"]), ["PART ##overflow"]);
    let told = story.health();
    assert!(is_closed(&told, |why| why.contains("##overflow")), "{told:?}");
    let mut story = Story::new(config.clone());
    greet(&mut story);
    story.server(&[":rfrbot!r@h JOIN #fedora-admin"]);
    story.health();
    story.after(15 * SECOND);
    let told = story.health();
    assert!(is_closed(&told, |why| why.contains("no answer")), "{told:?}");
}

#[test]
fn an_invitation_into_a_channel_of_the_config_is_followed_at_once_and_no_other() {
    let mut story = Story::new(network(Login::None));
    story.server(&[":s CAP * LS :", ":s 001 rfrbot :hi", ":s 422 rfrbot :none"]);
    story.server(&[":s 473 rfrbot #fedora-admin :Cannot join channel (+i)"]);
    assert_eq!(story.server(&[":op!o@h INVITE rfrbot :#elsewhere"]), [""; 0]);
    assert_eq!(
        story.server(&[":op!o@h INVITE rfrbot :#Fedora-admin"]),
        ["JOIN #Fedora-Admin"]
    );
    story.server(&[":s 474 rfrbot #fedora-admin :Banned"]);
    let again = ":op!o@h INVITE rfrbot #fedora-admin";
    assert_eq!(story.server(&[again, again]), [""; 0], "not as often as somebody likes");
    assert_eq!(story.after(5 * SECOND), ["JOIN #Fedora-Admin"]);
}

#[test]
fn announcements_go_out_by_privmsg_where_notices_are_not_taken() {
    let mut story = Story::up(ALL, "");
    let announce = |story: &mut Story, seq: u64, words: &str| {
        story.session.hand_over(Delivery {
            key: Some(key_of(seq)),
            lines_done: 0,
            outgoing: Outgoing {
                place: channel(),
                manner: Manner::Announcement,
                to: None,
                in_reply_to: None,
                message: Words(vec![Paragraph::new().text(words)]),
                beside: Beside::default(),
            },
        });
        story.sent()
    };
    assert_eq!(announce(&mut story, 1, "one"), ["NOTICE #Fedora-Admin one"]);
    let refusal = ":s 404 rfrbot #fedora-admin :Cannot send to channel (+T is set)";
    assert_eq!(story.server(&[refusal]), ["PRIVMSG #Fedora-Admin one"]);
    story.server(&[":rfrbot!r@h PRIVMSG #fedora-admin :one"]);
    assert_eq!(story.reports(), [delivered(1, 1, true)]);
    assert_eq!(announce(&mut story, 2, "two"), ["PRIVMSG #Fedora-Admin two"]);
    // Nobody may speak: then it waits.
    let mut story = Story::up(ALL, "");
    announce(&mut story, 1, "one");
    assert_eq!(story.server(&[refusal]), ["PRIVMSG #Fedora-Admin one"]);
    assert_eq!(story.server(&[refusal]), [""; 0]);
    assert_eq!(story.after(20 * SECOND), ["NOTICE #Fedora-Admin one"]);
}

#[test]
fn what_is_said_to_operators_alone_is_answered_to_them_alone() {
    let mut story = Story::up(ALL, "STATUSMSG=@+");
    story.server(&[":kevin!k@h PRIVMSG @#FEDORA-admin :!rfr status"]);
    let place = story.heard().remove(0).place;
    assert_eq!(place, Place::channel("libera", "@#Fedora-Admin"));
    assert_eq!(story.say(Some(1), place, "x"), ["PRIVMSG @#Fedora-Admin x"]);
    story.server(&[":rfrbot!r@h PRIVMSG @#fedora-admin :x"]);
    assert_eq!(story.reports(), [delivered(1, 1, true)]);
}

#[test]
fn services_that_take_the_nick_away_are_not_fought_and_the_way_out_is_named() {
    let mut story = Story::up(ALL, "");
    let taken = |story: &mut Story, guest: &str| story.server(&[&format!(":rfrbot!r@h NICK {guest}")]);
    taken(&mut story, "Guest1");
    let told = story.health();
    assert!(
        matches!(&told[..], [.., Report::Nick { instead: Some(OtherNick { nick, why }), .. }]
            if nick == "Guest1" && why.contains("rfrbot") && why.contains("login") && why.contains("`nick`")),
        "{told:?}"
    );
    let mut waits = Vec::new();
    for number in 2..6 {
        let mut waited = 0;
        while !story.after(SECOND).contains(&"NICK rfrbot".to_owned()) {
            waited += 1;
            story.server(&["PING :s"]);
            assert!(waited < 5000, "never again");
        }
        waits.push(waited + 1);
        story.server(&[&format!(":Guest{}!r@h NICK rfrbot", number - 1)]);
        taken(&mut story, &format!("Guest{number}"));
    }
    assert!(waits.windows(2).all(|pair| pair[1] > pair[0]), "{waits:?}");
    assert!(waits[0] >= 300, "{waits:?}");
}

#[test]
fn a_nick_longer_than_the_server_bears_is_cut_once_and_not_asked_for_again() {
    let mut config = network(Login::None);
    config.nick = "rfrbot-of-fedora".to_owned();
    let mut story = Story::new(config);
    story.server(&[
        ":s CAP * LS :",
        ":s 001 rfrbot-of :hi",
        ":s 005 rfrbot-of NICKLEN=9 :are",
        ":s 422 rfrbot-of :none",
    ]);
    story.server(&[":rfrbot-of!r@h JOIN #fedora-admin"]);
    let mut sent = Vec::new();
    for _ in 0..5 {
        sent.extend(story.after(50 * SECOND));
        story.server(&["PING :s"]);
    }
    assert!(!sent.iter().any(|line| line.starts_with("NICK")), "{sent:?}");
    let told = story.health();
    let of_length: Vec<_> = told
        .iter()
        .filter(
            |report| matches!(report, Report::Nick { instead: Some(OtherNick { why, .. }), .. } if why.contains('9')),
        )
        .collect();
    assert_eq!(of_length.len(), 1, "it is told once: {told:?}");
}

#[test]
fn a_refusal_before_any_password_was_sent_is_no_wrong_password() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :sasl", ":s CAP * ACK :sasl"]);
    assert_eq!(story.server(&[":s 904 * :SASL authentication failed"]), ["CAP END"]);
    assert_eq!(story.session.ending(), None);
}

#[test]
fn people_are_answered_before_the_bots_own_questions() {
    let mut config = network(Login::None);
    config.channels = (0..41)
        .map(|number| IrcChannel {
            name: format!("#c{number}"),
            key: None,
        })
        .collect();
    config.pace = Pace::Limited {
        burst: 4,
        interval: SECOND,
    };
    let mut story = Story::new(config);
    story.server(&[":s CAP * LS :account-notify", ":s CAP * ACK :account-notify"]);
    story.server(&[":s 001 rfrbot :hi", ":s 005 rfrbot WHOX :are", ":s 422 rfrbot :none"]);
    for number in 0..41 {
        story.server(&[
            &format!(":rfrbot!r@h JOIN #c{number}"),
            &format!(":s 366 rfrbot #c{number} :End"),
        ]);
    }
    for words in ["one", "two", "three"] {
        story.say(None, Place::channel("libera", "#c0"), words);
    }
    let mut sent = Vec::new();
    for _ in 0..6 {
        sent.extend(story.after(SECOND));
    }
    let answered = sent.iter().position(|line| line.ends_with("three"));
    assert!(answered.is_some_and(|at| at <= 3), "{sent:?}");
    for _ in 0..300 {
        story.say(None, Place::channel("libera", "#c0"), "a flood");
        story.server(&["PING :s"]);
        let more = story.after(SECOND);
        for channel in more
            .iter()
            .filter_map(|line| line.strip_prefix("WHO ")?.split(' ').next())
        {
            story
                .session
                .hear_line(&format!(":s 315 rfrbot {channel} :End"), story.now, story.wall);
        }
        sent.extend(more);
    }
    let questions = sent
        .iter()
        .filter(|line| line.starts_with("WHO ") || line.starts_with("JOIN "))
        .count();
    assert!(
        questions > 20,
        "a flood of answers does not keep the bot from asking: {questions}"
    );
}

#[test]
fn several_spaces_between_the_parts_of_a_line_are_one() {
    let mut story = Story::up(ALL, "");
    story.server(&["@account=kevin;msgid=1   :kevin!k@h  PRIVMSG   #fedora-admin  :!rfr  x  y"]);
    let heard = story.heard().remove(0);
    assert_eq!((heard.text.as_str(), heard.identity), ("!rfr  x  y", account("kevin")));
}

#[test]
fn the_servers_words_forge_no_line_of_the_log() {
    let mut story = Story::up(ALL, "");
    story.server(&["ERROR :Closing\rlink \u{1b}[2K \u{202e}x"]);
    let why = &story.session.ending().unwrap().why;
    assert!(!why.contains(['\r', '\u{1b}', '\u{202e}']), "{why:?}");
    let mut story = Story::up(ALL, "");
    story.say(Some(1), Place::direct("libera", "kevin"), "x");
    story.server(&[":s 401 rfrbot kevin :No\r2026 ERROR \u{1b}[31m"]);
    let reports = story.reports();
    assert!(
        matches!(&reports[..], [Report::Undeliverable { why, .. }] if !why.contains(char::is_control)),
        "{reports:?}"
    );
}
