//! What is heard, and at which pace it is answered.

use super::*;

#[test]
fn what_is_heard_is_clean_and_in_its_place() {
    let mut story = Story::up(ALL, "STATUSMSG=@+");
    story.server(&[
        "@msgid=abc;time=2026-03-02T09:59:58.5Z :kevin!k@h PRIVMSG @#FEDORA-admin :\u{2}rfrbot: status\u{f}",
        ":kevin!k@h PRIVMSG RFRBOT :help",
        // None of these is input.
        ":kevin!k@h NOTICE #fedora-admin :!rfr status",
        ":rfrbot!r@h PRIVMSG #fedora-admin :!rfr status",
        ":kevin!k@h PRIVMSG rfrbot :\u{1}ACTION !rfr status\u{1}",
        ":s.example PRIVMSG rfrbot :!rfr status",
        ":kevin!k@h PRIVMSG $$* :!rfr status",
        "@time=2026-03-02T09:50:00Z :kevin!k@h PRIVMSG #fedora-admin :!rfr long ago",
        ":s BATCH +7 chathistory #fedora-admin",
        "@batch=7 :kevin!k@h PRIVMSG #fedora-admin :!rfr history",
        "@batch=7 :s BATCH +8 other",
        "@batch=8 :kevin!k@h PRIVMSG #fedora-admin :!rfr nested history",
        ":s BATCH -7",
    ]);
    let heard = story.heard();
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert_eq!(
        heard[0].place,
        Place::channel("libera", "@#Fedora-Admin"),
        "named as the config does"
    );
    assert_eq!(heard[0].text, "rfrbot: status");
    assert_eq!(heard[0].id.as_ref().unwrap().id, "abc");
    assert_eq!(heard[0].at.to_rfc3339(), "2026-03-02T09:59:58.500+00:00");
    assert_eq!(heard[1].place.room, Room::Direct("kevin".to_owned()));
    assert_eq!(heard[1].at, story.wall);
}

#[test]
fn what_somebody_does_is_talk_and_no_command() {
    let mut story = Story::up(ALL, "");
    story.server(&[":kevin!k@h PRIVMSG #fedora-admin :\u{1}ACTION restarts the \u{2}proxies\u{f}\u{1}"]);
    let heard = story.heard();
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(heard[0].text, "* kevin restarts the proxies");
    let direct = heard[0].place.is_direct();
    assert_eq!(crate::command::called(&heard[0].text, "!rfr", "rfrbot", direct), None);
}

#[test]
fn ctcp_version_is_answered_but_not_every_time() {
    let mut story = Story::up(ALL, "");
    let ask = ":eve!e@h PRIVMSG rfrbot :\u{1}VERSION\u{1}";
    let sent = story.server(&[ask, ask, ":eve!e@h PRIVMSG rfrbot :\u{1}PING 1\u{1}"]);
    assert_eq!(sent.len(), 1);
    assert!(sent[0].starts_with("NOTICE eve :\u{1}VERSION rfrbot"), "{sent:?}");
}

#[test]
fn a_kept_line_is_out_when_its_echo_is_back() {
    let mut story = Story::up(ALL, "");
    assert_eq!(story.say(Some(1), channel(), "one\ntwo"), ["PRIVMSG #Fedora-Admin one"]);
    assert_eq!(story.say(Some(2), Place::direct("libera", "kevin"), "three"), [""; 0]);
    assert_eq!(story.reports(), []);
    let echo = ":rfrbot!r@h PRIVMSG #fedora-admin :";
    assert_eq!(
        story.server(&[&format!("{echo}two")]),
        [""; 0],
        "an echo of what was not sent confirms nothing"
    );
    assert_eq!(story.server(&[&format!("{echo}one")]), ["PRIVMSG #Fedora-Admin two"]);
    assert_eq!(story.reports(), [delivered(1, 1, false)]);
    assert_eq!(story.server(&[&format!("{echo}two")]), ["PRIVMSG kevin three"]);
    assert_eq!(story.reports(), [delivered(1, 2, true)]);
    story.server(&[":rfrbot!r@h PRIVMSG kevin :three"]);
    assert_eq!(story.reports(), [delivered(2, 1, true)]);
}

#[test]
fn where_no_echo_comes_the_answer_to_a_marker_counts() {
    let mut story = Story::up("account-tag", "");
    assert_eq!(
        story.say(Some(1), channel(), "one"),
        ["PRIVMSG #Fedora-Admin one", "PING rfrbot-1"]
    );
    story.server(&[":s PONG s :rfrbot-alive"]);
    assert_eq!(story.reports(), []);
    story.server(&[":s PONG s :rfrbot-1"]);
    assert_eq!(story.reports(), [delivered(1, 1, true)]);

    // The server changed the words, so the echo is not recognised.
    let mut story = Story::up(ALL, "");
    story.say(Some(1), channel(), "one");
    assert_eq!(story.server(&[":rfrbot!r@h PRIVMSG #fedora-admin :0ne"]), [""; 0]);
    assert_eq!(story.after(5 * SECOND), ["PING rfrbot-1"]);
    story.server(&[":s PONG s :rfrbot-1"]);
    assert_eq!(story.reports(), [delivered(1, 1, true)]);
}

#[test]
fn refusals_are_told_apart() {
    let mut story = Story::up(ALL, "");
    story.say(Some(1), Place::direct("libera", "gone"), "x");
    story.server(&[":s 401 rfrbot gone :No such nick"]);
    let why = "401 No such nick".to_owned();
    assert_eq!(story.reports(), [Report::Undeliverable { key: key_of(1), why }]);

    // The channel is moderated: tried again after pauses until it works.
    story.say(Some(2), channel(), "x");
    assert_eq!(story.server(&[":s 404 rfrbot #fedora-admin :Cannot send"]), [""; 0]);
    assert_eq!(story.after(20 * SECOND), ["PRIVMSG #Fedora-Admin x"]);
    story.server(&[":rfrbot!r@h PRIVMSG #fedora-admin :x"]);
    assert_eq!(story.reports(), [delivered(2, 1, true)]);

    // Kicked while the line was in flight: said again after coming back.
    story.say(Some(3), channel(), "y");
    story.server(&[
        ":op!o@h KICK #fedora-admin rfrbot :x",
        ":s 404 rfrbot #fedora-admin :Cannot send",
    ]);
    assert_eq!(story.after(10 * SECOND), ["JOIN #Fedora-Admin"]);
    assert_eq!(
        story.server(&[":rfrbot!r@h JOIN #fedora-admin * :x"]),
        ["PRIVMSG #Fedora-Admin y"]
    );
}

#[test]
fn names_that_would_be_two_targets_or_another_command_are_refused() {
    let mut story = Story::up(ALL, "");
    for (number, name) in ["a,b", "a b", "", ":x", "$*", "#fedora-admin", "a\r\nQUIT"]
        .iter()
        .enumerate()
    {
        let seq = u64::try_from(number).unwrap();
        assert_eq!(
            story.say(Some(seq), Place::direct("libera", name), "x"),
            [""; 0],
            "{name:?}"
        );
        let reports = story.reports();
        assert!(
            matches!(&reports[..], [Report::Undeliverable { key, .. }] if key.seq == seq),
            "{name:?}"
        );
    }
    story.say(Some(99), Place::channel("libera", "#elsewhere"), "x");
    assert!(matches!(&story.reports()[..], [Report::Undeliverable { why, .. }] if why.contains("config")));
}

#[test]
fn pace_holds_back_everything_but_answers_to_pings() {
    let mut config = network(Login::None);
    config.pace = Pace::Limited {
        burst: 2,
        interval: SECOND,
    };
    let mut story = Story::new(config);
    story.server(&[":s 001 rfrbot :hi", ":s 422 rfrbot :none"]);
    story.server(&[":rfrbot!r@h JOIN #fedora-admin"]);
    story.after(10 * SECOND);
    assert_eq!(story.say(None, channel(), "1\n2\n3\n4").len(), 2);
    assert_eq!(story.server(&["PING :s"]), ["PONG s"]);
    assert_eq!(story.session.next_deadline(story.now, true), Some(story.now + SECOND));
    assert!(
        story.session.next_deadline(story.now + SECOND, false) > Some(story.now + SECOND),
        "no spinning"
    );
    assert_eq!(story.after(SECOND), ["PRIVMSG #Fedora-Admin 3"]);
}
