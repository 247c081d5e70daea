//! Places on one network do not wait for each other, and what a server drops is not lost.

use crate::server::{Server, delivery, next, next_missing, soon, start};
use rfrbot::config::IrcChannel;
use rfrbot::wire::{Manner, OutboxKey, Place, Report};

#[tokio::test]
async fn a_channel_that_nobody_may_enter_keeps_no_other_place_waiting() {
    for refusal in [
        ":s 926 rfrbot #closed :Cannot join channel #closed",
        ":s 485 rfrbot #closed :Channel is reserved",
        ":s 443 rfrbot rfrbot #closed :is already on channel",
        ":s 263 rfrbot JOIN :Please wait a while and try again.",
        ":s 480 rfrbot :Cannot join channel #closed (throttled)",
        ":rfrbot!r@h JOIN ##elsewhere",
        // No reply at all.
        "",
    ] {
        let server = Server::new().await;
        let mut network = server.network();
        for name in ["#closed", "#a"] {
            network.channels.retain(|channel| channel.name != name);
            network.channels.push(IrcChannel {
                name: name.to_owned(),
                key: None,
            });
        }
        let (handle, mut reports) = start(network, 16);
        let mut link = server.accept().await;
        link.register("").await;
        link.expect("JOIN #closed").await;
        link.expect("JOIN #a").await;
        assert!(matches!(next(&mut reports).await, Report::Up { .. }));
        link.say(":rfrbot!r@h JOIN #a\r\n").await;
        if !refusal.is_empty() {
            link.say(format!("{refusal}\r\n")).await;
            let (place, _) = next_missing(&mut reports).await;
            assert_eq!(place, Place::channel("test", "#closed"), "{refusal}");
        }
        link.say(":kevin!k@h PRIVMSG #a :!rfr status\r\n").await;
        assert!(matches!(next(&mut reports).await, Report::Heard(_)), "{refusal}");
        let mut answer = delivery(1, 0, "done");
        answer.key = None;
        answer.outgoing.manner = Manner::Reply;
        soon("room", handle.deliveries.send(answer)).await.unwrap();
        link.expect("PRIVMSG #a done").await;
        handle.shutdown().await;
    }
}

#[tokio::test]
async fn a_line_that_the_server_drops_is_not_taken_for_delivered() {
    for (capabilities, refusal) in [
        ("", "707 rfrbot kevin :Targets changing too fast, message dropped"),
        ("", "439 rfrbot kevin :Target change too fast. Please wait 104 seconds."),
        ("", "263 rfrbot PRIVMSG :Rate limited"),
        ("echo-message", "716 rfrbot kevin :is in +g mode"),
        ("echo-message", "531 rfrbot kevin :You cannot send to this user"),
    ] {
        let server = Server::new().await;
        let (handle, mut reports) = start(server.network(), 16);
        let mut link = server.accept().await;
        link.register(capabilities).await;
        link.expect("JOIN #a").await;
        link.say(":rfrbot!r@h JOIN #a\r\n").await;
        assert!(matches!(next(&mut reports).await, Report::Up { .. }));
        let mut dropped = delivery(1, 0, "dropped");
        dropped.outgoing.place = Place::direct("test", "kevin");
        dropped.outgoing.manner = Manner::Reply;
        soon("room", handle.deliveries.send(dropped)).await.unwrap();
        link.expect("PRIVMSG kevin dropped").await;
        link.say(format!(":s {refusal}\r\n:s PONG s rfrbot-1\r\n")).await;
        soon("room", handle.deliveries.send(delivery(2, 0, "next")))
            .await
            .unwrap();
        link.expect("NOTICE #a next").await;
        link.say(":rfrbot!r@h NOTICE #a :next\r\n:s PONG s rfrbot-2\r\n").await;
        let key = |seq| OutboxKey { seq, index: 0 };
        let mut told = next(&mut reports).await;
        if let Report::Undeliverable { key: which, why } = told {
            assert_eq!(which, key(1));
            assert!(why.starts_with(&refusal[..3]), "{why}");
            told = next(&mut reports).await;
        }
        let (lines, complete) = (1, true);
        assert_eq!(
            told,
            Report::Delivered {
                key: key(2),
                lines,
                complete
            },
            "{refusal}"
        );
        handle.shutdown().await;
    }
}

#[tokio::test]
async fn a_line_that_was_cut_inside_a_character_is_read_as_what_is_left_of_it() {
    let server = Server::new().await;
    let (handle, mut reports) = start(server.network(), 16);
    let mut link = server.accept_up(&mut reports).await;
    let mut wire = ":kevin!k@h PRIVMSG #a :!rfr note badges naïve ".as_bytes().to_vec();
    wire.extend_from_slice("ë".repeat(300).as_bytes());
    wire.truncate(509);
    wire.extend_from_slice(b"\r\n");
    link.say(wire).await;
    let Report::Heard(heard) = next(&mut reports).await else {
        panic!("nothing heard");
    };
    let words = heard.text.strip_prefix("!rfr note badges naïve ");
    assert!(
        words.is_some_and(|words| words.chars().all(|letter| letter == 'ë')),
        "{}",
        heard.text
    );
    drop(handle);
}
