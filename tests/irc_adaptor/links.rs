//! Links that break in every ugly way.

use crate::server::{Server, delivery, down, next, soon, start};
use rfrbot::config::{Login, Secret};
use rfrbot::wire::{OutboxKey, Report};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

#[tokio::test]
async fn a_half_open_link_is_noticed_and_replaced() {
    let server = Server::new().await;
    let mut network = server.network();
    network.ping_interval = Duration::from_millis(100);
    let (handle, mut reports) = start(network, 16);
    let mut silent = server.accept_up(&mut reports).await;
    silent.expect("PING rfrbot-alive").await;
    // The server never answers, and never closes.
    let why = down(&mut reports).await;
    assert!(why.contains("ping timeout"), "{why}");
    let _link = server.accept_up(&mut reports).await;
    drop(silent);
    drop(handle);
}

#[tokio::test]
async fn services_that_never_answer_do_not_keep_the_bot_out() {
    let server = Server::new().await;
    let mut network = server.network();
    network.login = Login::SaslPlain {
        account: "rfrbot".to_owned(),
        password: Secret::new("secret"),
    };
    let (handle, mut reports) = start(network, 16);
    let mut link = server.accept().await;
    link.say(":s CAP * LS :sasl=PLAIN\r\n:s CAP * ACK :sasl\r\n").await;
    link.expect("AUTHENTICATE PLAIN").await;
    link.expect("AUTHENTICATE *").await;
    link.expect("CAP END").await;
    link.say(":s 001 rfrbot :Welcome\r\n:s 422 rfrbot :No MOTD\r\n:rfrbot!r@h JOIN #a\r\n")
        .await;
    let Report::Login { missing: Some(why), .. } = next(&mut reports).await else {
        panic!("it is not reported that there is no login");
    };
    assert!(why.contains("SASL got no answer within 0.1 s"), "{why}");
    assert!(matches!(next(&mut reports).await, Report::Up { .. }));
    handle.shutdown().await;
    assert!(link.rest().await.iter().any(|line| line.starts_with("QUIT")));
}

#[tokio::test]
async fn services_that_never_answer_keep_the_bot_out_where_the_login_is_required_and_it_knocks_again() {
    let server = Server::new().await;
    let mut network = server.network();
    network.login = Login::SaslPlain {
        account: "rfrbot".to_owned(),
        password: Secret::new("secret"),
    };
    network.login_required = true;
    let (handle, mut reports) = start(network, 16);
    for knock in 0..3 {
        let mut link = server.accept().await;
        link.say(":s CAP * LS :sasl=PLAIN\r\n:s CAP * ACK :sasl\r\n").await;
        link.expect("AUTHENTICATE PLAIN").await;
        if knock == 1 {
            // A proxy that lets everybody in is not believed.
            link.say(":s 001 rfrbot :Welcome\r\n:s 422 rfrbot :No MOTD\r\n").await;
        }
        let rest = link.rest().await;
        assert!(
            !rest.iter().any(|line| line.starts_with("JOIN") || line == "CAP END"),
            "{rest:?}"
        );
        let why = down(&mut reports).await;
        assert!(why.contains("SASL") && why.contains("login.required"), "{why}");
    }
    let mut link = server.accept().await;
    link.say(":s CAP * LS :sasl=PLAIN\r\n:s CAP * ACK :sasl\r\n").await;
    link.expect("AUTHENTICATE PLAIN").await;
    link.say("AUTHENTICATE +\r\n:s 903 rfrbot :ok\r\n").await;
    link.expect("CAP END").await;
    link.say(":s 001 rfrbot :Welcome\r\n:s 422 rfrbot :No MOTD\r\n").await;
    link.expect("JOIN #a").await;
    drop(handle);
}

#[tokio::test]
async fn a_server_that_dies_in_the_middle_of_a_line_costs_no_line_of_ours_and_invents_none_of_its() {
    let server = Server::new().await;
    let (handle, mut reports) = start(server.network(), 16);
    let mut link = server.accept_up(&mut reports).await;
    handle.deliveries.send(delivery(1, 0, "one\ntwo")).await.unwrap();
    link.expect("NOTICE #a one").await;
    link.expect("PING rfrbot-1").await;
    link.say(":s PONG s rfrbot-1\r\n").await;
    link.expect("NOTICE #a two").await;
    // Gone before the second line was confirmed, with half a command on the wire.
    link.say(":kevin!k@h PRIVMSG #a :!rfr drop bad").await;
    drop(link);

    let key = OutboxKey { seq: 1, index: 0 };
    let (lines, complete) = (1, false);
    assert_eq!(next(&mut reports).await, Report::Delivered { key, lines, complete });
    let why = down(&mut reports).await;
    assert!(why.contains("127.0.0.1"), "{why}");
    let mut link = server.accept_up(&mut reports).await;
    handle.deliveries.send(delivery(1, 1, "one\ntwo")).await.unwrap();
    link.expect("NOTICE #a two").await;
    link.expect("PING rfrbot-1").await;
    link.say(":s PONG s rfrbot-1\r\n").await;
    let (lines, complete) = (2, true);
    assert_eq!(next(&mut reports).await, Report::Delivered { key, lines, complete });
    handle.shutdown().await;
    assert_eq!(link.rest().await.iter().filter(|line| line.contains("one")).count(), 0);
}

#[tokio::test]
async fn being_thrown_out_for_a_flood_is_said_in_the_servers_words() {
    let server = Server::new().await;
    let (handle, mut reports) = start(server.network(), 16);
    let mut link = server.accept_up(&mut reports).await;
    link.say("ERROR :Closing link: (rfrbot@h) [Excess Flood]\r\n").await;
    drop(link);
    let why = down(&mut reports).await;
    assert!(why.contains("Excess Flood"), "{why}");
    let _link = server.accept_up(&mut reports).await;
    drop(handle);
}

#[tokio::test]
async fn a_server_that_takes_no_nick_is_left_alone_after_a_few_tries() {
    let server = Server::new().await;
    let (handle, mut reports) = start(server.network(), 16);
    let mut link = server.accept().await;
    let mut tried = 0;
    while let Some(line) = link.line().await {
        if line.starts_with("NICK ") {
            tried += 1;
            assert!(tried < 20, "tries for ever");
            link.say(":s 433 * x :Nickname is already in use\r\n").await;
        }
    }
    assert!(tried > 3, "gave up after {tried}");
    let why = down(&mut reports).await;
    assert!(why.contains("nick"), "{why}");
    drop(handle);
}

#[tokio::test]
async fn a_slow_house_slows_the_server_and_loses_nothing() {
    const LINES: usize = 5000;
    let server = Server::new().await;
    let (handle, mut reports) = start(server.network(), 2);
    let mut link = server.accept_up(&mut reports).await;
    let flood = tokio::spawn(async move {
        for number in 0..LINES {
            link.say(format!(":kevin!k@h PRIVMSG #a :!rfr {number}\r\n")).await;
        }
        link
    });
    // Meanwhile deliveries are still accepted although nobody takes the reports.
    for seq in 0..100 {
        soon("room", handle.deliveries.send(delivery(seq, 0, "x")))
            .await
            .unwrap();
    }
    let mut heard = 0;
    while heard < LINES {
        if let Report::Heard(incoming) = next(&mut reports).await {
            assert_eq!(incoming.text, format!("!rfr {heard}"));
            heard += 1;
        }
    }
    let mut link = flood.await.unwrap();
    link.expect("NOTICE #a x").await;
    drop(handle);
}

#[tokio::test]
async fn dropping_the_handle_says_goodbye() {
    let server = Server::new().await;
    let (handle, mut reports) = start(server.network(), 16);
    let mut link = server.accept_up(&mut reports).await;
    drop(handle);
    let last = link.rest().await.pop().unwrap_or_default();
    assert!(last.starts_with("QUIT :"), "{last}");
    assert_eq!(reports.recv().await, None);
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[tokio::test]
    async fn a_server_that_asks_and_takes_no_answer_is_left() {
        let server = Server::new().await;
        let mut network = server.network();
        network.ping_interval = Duration::from_millis(200);
        let (handle, mut reports) = start(network, 16);
        let mut link = server.accept_up(&mut reports).await;
        // It is never silent, and never reads.
        let asking = tokio::spawn(async move {
            let questions = format!("PING :{}\r\n", "x".repeat(400)).repeat(20);
            while link.wire.write_all(questions.as_bytes()).await.is_ok() {}
            link
        });
        let why = down(&mut reports).await;
        assert!(why.contains("has taken nothing for 0.4 s"), "{why}");
        soon("the end of its questions", asking).await.unwrap();
        let _link = server.accept_up(&mut reports).await;
        drop(handle);
    }

    #[tokio::test]
    async fn noise_on_the_wire_is_passed_over() {
        let server = Server::new().await;
        let (handle, mut reports) = start(server.network(), 16);
        let mut link = server.accept_up(&mut reports).await;
        let mut noise: Vec<u8> = (0..=255).collect();
        noise.extend_from_slice(
            b"\r\n:\r\n@\r\n@a=b\r\n: :\r\n:x\r\nMODE #a +\xFF\r\nCAP\r\nCAP * LS\r\n:s 433\r\n:s 354 a b\r\n",
        );
        noise.extend_from_slice(
            b"BATCH\r\nBATCH + x\r\nPRIVMSG\r\n:a!b@c PRIVMSG #a\r\n:s 005\r\n:s 001\r\nAUTHENTICATE\r\n",
        );
        noise.extend_from_slice(
            b"JOIN\r\nKICK #a\r\nNICK\r\n:rfrbot PONG\r\nERR OR\r\n:s 470 rfrbot #a\r\n999999 x\r\n",
        );
        noise.extend_from_slice(&vec![b'x'; 100_000]);
        noise.extend_from_slice(b"\r\n:kevin!k@h PRIVMSG #a :na\xEFve\r\n");
        link.say(&noise).await;
        let Report::Heard(incoming) = next(&mut reports).await else {
            panic!("nothing heard");
        };
        assert_eq!(incoming.text, "naïve");
        drop(handle);
    }
}
