//! A broker that is slow, lies, or whose word gets lost.

use super::bot::holds_in_time;
use super::broker::Broker;
use super::proxy::{Manner, Proxy};
use super::{Consumer, bot_at, is_well, joined, running, said};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// What the bot's HTTP listener says of its metrics.
fn metrics(port: u16) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(b"GET /metrics HTTP/1.0\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn a_message_whose_confirm_is_lost_comes_again_with_its_id_also_after_the_bot_died() {
    let broker = Broker::start();
    let proxy = Proxy::start(broker.port, &broker.path(""));
    let consumer = Consumer::start(&broker, "consumer.log");
    let watch = free_port();
    let more = format!("timeout_seconds = 2\n[watch]\nlisten = \"127.0.0.1:{watch}\"\n");
    let mut bot = bot_at(&broker, proxy.port, "rfrbot", &more);
    let server = bot.server().unwrap();
    let mut talk = joined(&mut bot, &server, &[]);
    said(&mut talk, "!rfr new badges 4321 Badges for everyone", "New RFR");
    consumer.hears(1);
    assert!(is_well(&bot), "{}", bot.status());
    assert!(metrics(watch).contains("rfrbot_bus_up 1"), "{}", metrics(watch));
    proxy.becomes(Manner::LosesAnswers);
    said(&mut talk, "!rfr drop badges nobody needs it", "was dropped");
    consumer.hears(2);
    talk.hears("confirms nothing within 2 s");
    let status = bot.status();
    assert!(status.contains("bus, broker: TROUBLE"), "{status}");
    assert!(metrics(watch).contains("rfrbot_bus_up 0"), "{}", metrics(watch));
    said(&mut talk, "!rfr version", "rfrbot 0.");
    proxy.becomes(Manner::Passes);
    let heard = consumer.hears(3);
    assert_eq!(heard[1]["id"], heard[2]["id"], "consumers recognise it");
    assert_ne!(heard[0]["id"], heard[1]["id"]);
    assert!(is_well(&bot), "{}", bot.status());
    assert!(metrics(watch).contains("rfrbot_bus_up 1"), "{}", metrics(watch));
    proxy.becomes(Manner::LosesAnswers);
    said(&mut talk, "!rfr new mote 4322 Meetings", "New RFR");
    consumer.hears(4);
    bot.kill();
    proxy.becomes(Manner::Passes);
    let mut talk = joined(&mut bot, &server, &[]);
    let heard = consumer.hears(5);
    assert_eq!(heard[3]["id"], heard[4]["id"], "consumers recognise it");
    said(&mut talk, "!rfr new copr 4323 Builds", "New RFR");
    consumer.hears(6);
    let topics = ["rfr.new", "rfr.ended", "rfr.ended", "rfr.new", "rfr.new", "rfr.new"];
    assert_eq!(consumer.topics(), topics);
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn what_is_no_broker_is_named_by_the_check_and_in_chat_and_costs_nothing_else() {
    let broker = Broker::start();
    let proxy = Proxy::start(broker.port, &broker.path(""));
    let consumer = Consumer::start(&broker, "consumer.log");
    proxy.becomes(Manner::Lies);
    let mut bot = bot_at(
        &broker,
        proxy.port,
        "rfrbot",
        "timeout_seconds = 2\nqueue = \"rfrbot\"\n",
    );
    let server = bot.server().unwrap();
    let section = broker.section("rfrbot");
    let section = section.replace(
        &format!("localhost:{}/", broker.port),
        &format!("localhost:{}/", proxy.port),
    );
    let alone = running::Bot::with_config(&format!("[bot]\ndata = \"store\"\n{section}"));
    let checked = || {
        let ended = alone.run(&["check", "--connect"]);
        assert!(!ended.status.success());
        String::from_utf8_lossy(&ended.stdout).into_owned()
    };
    assert!(checked().contains("bus: FAILED: localhost"), "{}", checked());
    let mut talk = joined(&mut bot, &server, &[]);
    said(&mut talk, "!rfr new badges 4321 Badges for everyone", "New RFR");
    let troubled = holds_in_time(|| bot.status().contains("bus, broker: TROUBLE"));
    assert!(troubled, "{}", bot.status());
    proxy.becomes(Manner::SpeaksNoTls);
    talk.hears("does not speak TLS");
    assert!(checked().contains("does not speak TLS"), "{}", checked());
    said(&mut talk, "!rfr drop badges nobody needs it", "was dropped");
    proxy.becomes(Manner::Passes);
    consumer.hears(2);
    assert!(is_well(&bot), "{}", bot.status());
    assert_eq!(consumer.topics(), ["rfr.new", "rfr.ended"]);
}
