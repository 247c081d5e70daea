//! The rows of `[irc.NETWORK]`.

use crate::config::rows::{Chosen, FilePath, Named, Number, SecretPlace, Takes, TextOr, Value, rows};
use toml::de::DeValue;

rows! {
    /// `[irc.NETWORK]`
    IrcRows {
        host: Option<String> => "needed", on "irc.libera.chat": "The server's name.";
        port: Option<Number<1, 65535>> => "6697 with TLS, 6667 without", off 6697: "The server's port.";
        tls: Option<bool> = true:
            "TLS is on and the server's certificate is checked. To go without, plain = true must be written out; tls = \
             false alone is refused.";
        plain: bool = false, aside true: "true goes without TLS: everything is sent in clear text.";
        ca_file: Option<FilePath> => "the system's alone", aside "private-ca.pem":
            "PEM file of a private certificate authority, trusted in addition to the system's.";
        client_cert: Option<FilePath> => "none", aside "rfrbot.crt":
            "PEM file of the bot's own certificate, for a login by it.";
        client_key: Option<FilePath> => "none", aside "rfrbot.key": "PEM file of its key.";
        server_password: SecretPlace => "none", aside "libera.server":
            "File with the password of the server itself (PASS), where it wants one.";
        nick: String = "rfrbot", on "rfrbot": "The nick that the bot wants. It returns to it as soon as it is free.";
        alternative_nicks: Option<Vec<String>> => "the nick with _ added", on ["rfrbot_", "rfrbot-"]:
            "Nicks that it takes while that one is in use, in order.";
        username: String = "rfrbot": "User name, as WHOIS shows it.";
        realname: String = "Requests For Resources, from idea to production": "Real name, as WHOIS shows it.";
        channels: Vec<TextOr<ChannelRows>> => "none, and then the bot can only be reached by private message",
            on ["#fedora-admin", "#fedora-noc"]:
            "Channels that the bot sits in; one with a key is a table such as { name = \"#private\", key_file = \"FILE\" }.";
        pace: Option<TextOr<PaceRows>> = { burst = 8, per_second = 2.0 }:
            "Outgoing pace: so many lines at once after a rest, then so many a second. This default is what Libera bears; \
             faster ends in \"Excess Flood\". \"unlimited\" is for private servers only.";
        connect_timeout_seconds: Number<1, 3600> = 30:
            "Timeout in seconds: for the connection, for TLS and for the registration, each.";
        sasl_timeout_seconds: Number<1, 3600> = 15:
            "Timeout in seconds for the SASL login. Services that are down do not answer at all; the bot then goes \
             on without login and tries again later, or stays out where the login is required.";
        ping_interval_seconds: Number<1, 3600> = 60:
            "After so many seconds of silence the server is asked whether it is there; after the same time again without \
             an answer the connection is given up and made anew.";
        reconnect_seconds: Vec<i64> = [1, 300]:
            "First and longest wait in seconds before a lost connection is tried again; it doubles in between. Very short \
             waits get the bot banned.";
        login: Option<LoginRows> => "no login", on login:
            "How the bot logs in to the network's services, before it joins anything. The people who command the bot need \
             an account; the bot itself needs one only where channels let nobody else in.";
    }
}

rows! {
    /// `[irc.NETWORK.login]`
    LoginRows {
        sasl: Option<Chosen<Sasl>> => "none", on "plain":
            "\"plain\" with account and password, or \"external\", without them, by client_cert and client_key of the \
             network.";
        nickserv: Option<String> => "none", aside "NickServ@services.libera.chat":
            "In place of sasl, for servers without SASL: nick and server of the services, as /whois NickServ shows them. \
             Only they get the password, and only over TLS or on this machine.";
        account: Option<String> => "needed with a password", on "rfrbot": "The account at the network's services.";
        password: SecretPlace => "none", on "libera.password": "File with its password.";
        required: bool = false:
            "true: the bot stays out of this network until its SASL login works, and keeps trying. false: it goes on \
             without login and tries again later.";
    }
}

rows! {
    /// A channel with a key.
    ChannelRows {
        name: Option<String> => "needed": "The channel's name.";
        key: SecretPlace => "none": "File with the channel's key.";
    }
}

rows! {
    /// A pace in numbers.
    PaceRows {
        burst: Number<1, 1000> = 8: "Lines that may go out at once after a rest.";
        per_second: Rate = 2.0: "Lines a second after that.";
    }
}

/// The SASL mechanism.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::config) enum Sasl {
    /// With account and password.
    #[default]
    Plain,
    /// With a certificate.
    External,
}

impl Named for Sasl {
    const CHOICES: &'static [Self] = &[Self::Plain, Self::External];

    fn called(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::External => "external",
        }
    }
}

/// Lines per second.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::config) struct Rate(pub(super) f64);

impl Value for Rate {
    const TAKES: Takes = Takes::Decimal((0.05, 1000.0));

    fn read(value: &DeValue<'_>) -> Option<Self> {
        f64::read(value).map(Self)
    }
}
