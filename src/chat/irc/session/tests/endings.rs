//! How a connection ends, and what its operator reads then.

use super::*;

#[test]
fn a_silent_server_is_asked_once_and_then_given_up() {
    let mut story = Story::up(ALL, "");
    assert_eq!(story.after(60 * SECOND), ["PING rfrbot-alive"]);
    story.server(&[":s PONG s :rfrbot-alive"]);
    assert_eq!(story.after(60 * SECOND), ["PING rfrbot-alive"]);
    story.after(59 * SECOND);
    assert_eq!(story.session.ending(), None);
    story.after(SECOND);
    assert!(story.session.ending().unwrap().why.contains("ping timeout"));
}

#[test]
fn reasons_of_the_server_decide_how_long_to_wait() {
    for (line, wait) in [
        ("ERROR :Closing link: (r@h) [Excess Flood]", Wait::Long),
        ("ERROR :Closing Link: h (K-Lined)", Wait::Long),
        (":s 464 * :Password incorrect", Wait::Password),
        ("ERROR :Server shutdown", Wait::Usual),
    ] {
        let mut story = Story::up(ALL, "");
        story.server(&[line]);
        assert_eq!(story.session.ending().unwrap().wait, wait, "{line}");
    }
}

#[test]
fn of_a_ban_the_operator_reads_the_servers_reason_and_the_way_out() {
    let words = ":s 465 rfrbot :You're banned!";
    let reason = "ERROR :Closing link: (r@h) [K-lined: read the rules first]";
    let mut story = Story::up(ALL, "");
    story.server(&[words]);
    assert_eq!(story.session.ending(), None, "the reason is still to come");
    story.server(&[reason]);
    let banned = story.session.ending().unwrap().clone();
    assert_eq!(banned.wait, Wait::Long);
    let mut story = Story::new(network(Login::None));
    story.server(&[words]);
    let ended = story.session.lost("s closed the link".to_owned());
    assert_eq!(ended.wait, Wait::Long, "though no reason was given");
    let mut story = Story::up(ALL, "");
    story.server(&[reason]);
    let only_reason = story.session.ending().unwrap().clone();
    for (ending, said) in [
        (&banned, ["You're banned!", "read the rules first"]),
        (&ended, ["You're banned!", "s closed the link"]),
        (&only_reason, ["K-lined", "read the rules first"]),
    ] {
        for words in said.iter().chain(&["ask the network's operators to lift the ban"]) {
            assert_eq!(ending.why.matches(words).count(), 1, "{words}: {}", ending.why);
        }
    }
}
