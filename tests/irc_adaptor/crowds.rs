//! Crowds: rooms of thousands, and a thousand people who vanish and come back within a moment. Commands among them are
//! read with the right account, and nothing but the answers is sent.

use crate::server::{Link, Server, delivery, next, soon, start};
use rfrbot::config::Pace;
use rfrbot::people::{Identity, Unproven};
use rfrbot::wire::{Delivery, Incoming, Manner, OutboxKey, Report};
use std::fmt::Write as _;
use std::time::Duration;
use tokio::sync::mpsc;

const TAGS: &str = "account-tag account-notify extended-join batch";
const NO_TAGS: &str = "account-notify extended-join batch";
const WHOX_ONLY: &str = "account-notify";
const QUESTION: &str = "WHO #a %tna,735";

/// How many are in the room; the second half is on the other side of the net.
const PEOPLE: usize = 2000;

/// Half of the people are logged in, each to an account of their nick.
fn account(number: usize) -> Option<String> {
    number.is_multiple_of(2).then(|| format!("n{number}"))
}

fn proven(number: usize) -> Identity {
    match account(number) {
        Some(account) => Identity::IrcAccount {
            network: "test".to_owned(),
            account,
        },
        None => Identity::Unproven(Unproven::NotLoggedIn),
    }
}

/// A command of one of them.
fn command(capabilities: &str, number: usize) -> String {
    let tag = account(number).filter(|_| capabilities.contains("account-tag"));
    let tag = tag.map_or(String::new(), |account| format!("@account={account} "));
    format!("{tag}:n{number}!u@h PRIVMSG #a :!rfr status {number}\r\n")
}

fn names() -> String {
    let mut lines = String::new();
    for number in 0..PEOPLE {
        write!(lines, ":s 353 rfrbot = #a :n{number}\r\n").unwrap();
    }
    lines + ":s 366 rfrbot #a :End\r\n"
}

/// What the server answers to a question about the room.
fn accounts(people: impl Iterator<Item = usize>) -> String {
    let mut lines = String::new();
    for number in people {
        let account = account(number).unwrap_or_else(|| "0".to_owned());
        write!(lines, ":s 354 rfrbot 735 n{number} {account}\r\n").unwrap();
    }
    lines
}

/// A room with all its people, known to the bot as far as the server tells.
async fn crowded(
    server: &Server,
    capabilities: &str,
    pace: Pace,
) -> (Link, rfrbot::chat::irc::IrcHandle, mpsc::Receiver<Report>) {
    let mut network = server.network();
    network.pace = pace;
    let (handle, mut reports) = start(network, 64);
    let mut link = server.accept().await;
    link.say(format!(
        ":s CAP * LS :{capabilities}\r\n:s CAP * ACK :{capabilities}\r\n"
    ))
    .await;
    link.expect("CAP END").await;
    link.say(":s 001 rfrbot :Welcome\r\n:s 005 rfrbot WHOX :are supported\r\n:s 422 rfrbot :No MOTD\r\n")
        .await;
    link.expect("JOIN #a").await;
    link.say(format!(":rfrbot!r@h JOIN #a\r\n{}", names())).await;
    let network = "test".to_owned();
    assert_eq!(next(&mut reports).await, Report::Up { network });
    if !capabilities.contains("account-tag") {
        link.expect(QUESTION).await;
    }
    (link, handle, reports)
}

/// Reads everything that the bot says up to the PONG with this token, which is omitted.
async fn said_until(link: &mut Link, token: &str) -> Vec<String> {
    let pong = format!("PONG {token}");
    let mut said = Vec::new();
    loop {
        let words = link.line().await.expect("it is still there");
        if words == pong {
            return said;
        }
        said.push(words);
    }
}

async fn heard(reports: &mut mpsc::Receiver<Report>) -> Incoming {
    match next(reports).await {
        Report::Heard(incoming) => incoming,
        other => panic!("not heard: {other:?}"),
    }
}

fn answer(words: &str) -> Delivery {
    let mut delivery = delivery(1, 0, words);
    delivery.key = None;
    delivery.outgoing.manner = Manner::Reply;
    delivery
}

#[tokio::test]
async fn a_room_of_two_thousand_is_learnt_by_one_question_and_a_command_in_its_midst_is_answered() {
    let server = Server::new().await;
    let (mut link, handle, mut reports) = crowded(&server, NO_TAGS, Pace::Unlimited).await;
    let half = PEOPLE / 2;
    let mut wire = accounts(0..half);
    wire += command(NO_TAGS, 10).as_str();
    // The server has said nothing about this one yet.
    wire += command(NO_TAGS, PEOPLE - 2).as_str();
    wire += accounts(half..PEOPLE).as_str();
    wire += ":s 315 rfrbot #a :End\r\n";
    wire += command(NO_TAGS, PEOPLE - 2).as_str();
    wire += command(NO_TAGS, 11).as_str();
    wire += "PING :all\r\n";
    link.say(wire).await;
    for (number, identity) in [
        (10, proven(10)),
        (PEOPLE - 2, Identity::Unproven(Unproven::NotKnownYet)),
        (PEOPLE - 2, proven(PEOPLE - 2)),
        (11, proven(11)),
    ] {
        let incoming = heard(&mut reports).await;
        assert_eq!(
            (incoming.text, incoming.identity),
            (format!("!rfr status {number}"), identity)
        );
    }
    soon("room", handle.deliveries.send(answer("done"))).await.unwrap();
    link.expect("PONG all").await;
    assert_eq!(link.line().await.as_deref(), Some("PRIVMSG #a done"));
    link.say("PING :end\r\n").await;
    assert_eq!(said_until(&mut link, "end").await, [""; 0]);
    handle.shutdown().await;
}

/// Half of the room vanishes and comes back, with commands before, in between and after; returns what the bot said.
async fn split_and_back(capabilities: &str, pace: Pace) -> Vec<String> {
    let server = Server::new().await;
    let (mut link, handle, mut reports) = crowded(&server, capabilities, pace).await;
    link.say(accounts(0..PEOPLE) + ":s 315 rfrbot #a :End\r\n").await;
    let riders = PEOPLE / 2..PEOPLE;
    let rejoins = |number: usize| {
        let told = capabilities.contains("extended-join");
        let account = account(number).unwrap_or_else(|| "*".to_owned());
        let account = if told { format!(" {account} :r") } else { String::new() };
        format!(":n{number}!u@h JOIN #a{account}\r\n")
    };
    let stranger = riders.start + 2;
    let mut wire = String::from(":s BATCH +q netsplit a.example b.example\r\n");
    for number in riders.clone() {
        write!(wire, "@batch=q :n{number}!u@h QUIT :a.example b.example\r\n").unwrap();
        if number == riders.start + 500 {
            wire += command(capabilities, 2).as_str();
        }
    }
    wire += ":s BATCH -q\r\n";
    // A stranger, not logged in, has taken one of their nicks.
    write!(
        wire,
        ":n1!u@h NICK n{stranger}\r\n:n{stranger}!u@h PRIVMSG #a :!rfr status stranger\r\n"
    )
    .unwrap();
    for number in riders.clone().filter(|number| *number != stranger) {
        wire += rejoins(number).as_str();
        if number == riders.start + 500 {
            wire += command(capabilities, 4).as_str();
        }
    }
    wire += "PING :back\r\n";
    let writer = tokio::spawn(async move {
        link.say(wire).await;
        link
    });
    for (text, identity) in [
        ("!rfr status 2", proven(2)),
        ("!rfr status stranger", Identity::Unproven(Unproven::NotLoggedIn)),
        ("!rfr status 4", proven(4)),
    ] {
        let incoming = heard(&mut reports).await;
        assert_eq!((incoming.text.as_str(), incoming.identity), (text, identity));
        soon("room", handle.deliveries.send(answer(&format!("answer to {text}"))))
            .await
            .unwrap();
    }
    let mut link = writer.await.unwrap();
    let mut said = said_until(&mut link, "back").await;
    // All questions are answered, and then everybody is known again.
    if !capabilities.contains("extended-join") {
        while !said.iter().any(|line| line == QUESTION) {
            said.push(link.line().await.expect("it is still there"));
        }
        link.say(accounts(riders.clone().filter(|number| *number != stranger)) + ":s 315 rfrbot #a :End\r\n")
            .await;
    }
    let last = riders.end - 2;
    link.say(command(capabilities, last)).await;
    assert_eq!(heard(&mut reports).await.identity, proven(last));
    // It is confirmed, so that nothing kept is left in flight.
    let mut kept = delivery(9, 0, "last");
    kept.outgoing.manner = Manner::Announcement;
    soon("room", handle.deliveries.send(kept)).await.unwrap();
    // Kept lines go ahead of waiting answers.
    let all = ["NOTICE #a last", "PING rfrbot-1", ANSWERS[2]];
    while !all.iter().all(|words| said.iter().any(|line| line == words)) {
        said.push(link.line().await.expect("it is still there"));
    }
    link.say(":s PONG s rfrbot-1\r\n").await;
    let key = OutboxKey { seq: 9, index: 0 };
    let (lines, complete) = (1, true);
    assert_eq!(next(&mut reports).await, Report::Delivered { key, lines, complete });
    handle.shutdown().await;
    said.retain(|line| line != all[0] && line != all[1]);
    said
}

const ANSWERS: [&str; 3] = [
    "PRIVMSG #a :answer to !rfr status 2",
    "PRIVMSG #a :answer to !rfr status stranger",
    "PRIVMSG #a :answer to !rfr status 4",
];

#[tokio::test]
async fn a_thousand_who_vanish_and_come_back_cost_no_line_but_the_answers() {
    for capabilities in [TAGS, NO_TAGS] {
        assert_eq!(
            split_and_back(capabilities, Pace::Unlimited).await,
            ANSWERS,
            "{capabilities}"
        );
    }
}

#[tokio::test]
async fn where_joins_tell_no_accounts_a_thousand_are_asked_for_at_once_and_answers_do_not_wait_for_them() {
    let pace = Pace::Limited {
        burst: 5,
        interval: Duration::from_millis(50),
    };
    let said = split_and_back(WHOX_ONLY, pace).await;
    let (asked, answered): (Vec<&String>, Vec<&String>) = said.iter().partition(|line| line.starts_with("WHO "));
    assert_eq!(answered, ANSWERS);
    // A few people one by one, then the room, and once more those who came while the server was answering.
    assert!(asked.len() <= 6, "{asked:#?}");
}
