//! `[bus]`: what is refused, and in which words.

use crate::{around_the_example, load};
use rfrbot::config::Config;

/// A section whose files are there, with this in place of the broker's line.
fn said(broker: &str, more: &str) -> Result<Config, String> {
    let (folder, surroundings) = around_the_example();
    let text = format!("[bus]\n{broker}\ncertificate = \"rfrbot.bus.crt\"\nkey = \"rfrbot.bus.key\"\n{more}\n");
    let path = folder.path().join("config.toml");
    Config::from_text_in(&text, &path, &surroundings).map_err(|error| error.to_string())
}

const BROKER: &str = "broker = \"amqps://bus.example.org/%2Fpubsub\"";

#[test]
fn the_address_names_host_port_and_virtual_host() {
    let bus = said(BROKER, "").expect("a good section").bus.expect("it is there");
    assert_eq!(
        (bus.host.as_str(), bus.port, bus.vhost.as_str()),
        ("bus.example.org", 5671, "/pubsub")
    );
    assert_eq!(
        bus.topic(rfrbot::wire::BusTopic::RfrNew),
        "org.fedoraproject.prod.rfrbot.rfr.new"
    );
    let other = said(
        "broker = \"amqps://rfrbot:@bus.example.org:17671/lab\"",
        "topic_prefix = \"org.fedoraproject.stg.\"",
    );
    let bus = other.expect("a good section").bus.expect("it is there");
    assert_eq!((bus.port, bus.vhost.as_str()), (17671, "lab"));
    assert_eq!(bus.topic_prefix, "org.fedoraproject.stg");
}

#[test]
fn each_mistake_is_named_and_no_password_is_repeated() {
    let long = "a".repeat(256);
    let long_queue = format!("queue = \"{long}\"");
    let long_vhost = format!("broker = \"amqps://bus.example.org/{long}\"");
    for (broker, more, words) in [
        ("", "", "it is not said which broker"),
        ("broker = \"nonsense secret\"", "", "the address is not one of a broker"),
        ("broker = \"amqp://bus.example.org/x\"", "", "goes without TLS"),
        (
            "broker = \"amqps://rfrbot:secret@bus.example.org/x\"",
            "",
            "a password in the address",
        ),
        ("broker = \"amqps://bus.example.org/x?heartbeat=5\"", "", "has a query"),
        (BROKER, "topic_prefix = \"org..x\"", "is no prefix of a topic"),
        (BROKER, "exchange = \"\"", "no name of an exchange"),
        (BROKER, "ca_file = \"none.pem\"", "cannot be read"),
        (BROKER, &long_queue, "no name of a queue"),
        (&long_vhost, "", "no name of a virtual host"),
    ] {
        let error = said(broker, more).expect_err(words);
        assert!(error.contains(words), "{words}: {error}");
        assert!(!error.contains("secret"), "{error}");
    }
    let error = load(&format!("[bus]\n{BROKER}"))
        .expect_err("no certificate")
        .to_string();
    assert!(
        error.contains("the certificate is missing") && error.contains("the key is missing"),
        "{error}"
    );
}

#[test]
fn no_network_of_irc_has_its_name() {
    let error = said(BROKER, "[irc.bus]\nhost = \"irc.example.org\"").expect_err("taken");
    assert!(error.contains("the name bus belongs to the [bus] section"), "{error}");
}
