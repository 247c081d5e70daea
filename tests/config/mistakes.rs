//! All mistakes in a file are reported at once, with line and fix, and no secret is repeated.

use crate::{load, refused};

#[test]
fn every_problem_is_told_in_one_go_in_the_order_of_the_file() {
    assert_eq!(
        refused(
            r##"
[bot]
name = "rfr bot"
edition = "audits"
[limits]
undo_minutes = 0
[irc.libera]
port = 70000
nick = "1bot"
channels = ["fedora-admin", "#ok", "#OK"]
[people.kevin]
irc = ["libra/nirik"]
"##
        ),
        r##"rfrbot.toml:3: bot.name: "rfr bot" is not a simple word. Use letters, digits, - and _, such as "rfrbot"
rfrbot.toml:4: bot.edition: expected "classic" or "audit", found "audits". Did you mean "audit"?
rfrbot.toml:6: limits.undo_minutes: expected a whole number from 1 to 10080, found 0. Without this key it is 60
rfrbot.toml:7: irc.libera.host: it is not said which server. Add the server's name, such as host = "irc.libera.chat"
rfrbot.toml:8: irc.libera.port: expected a whole number from 1 to 65535, found 70000. Without this key it is 6697 with TLS, 6667 without
rfrbot.toml:9: irc.libera.nick: "1bot" is not a nick. A nick begins with a letter or one of []\`_^{|} and goes on with those, digits and - (RFC 2812 §2.3.1)
rfrbot.toml:10: irc.libera.channels[0]: "fedora-admin" is not a channel. A channel's name begins with a prefix: "#fedora-admin"
rfrbot.toml:10: irc.libera.channels[2]: #OK stands in the list twice. Remove one of them
rfrbot.toml:12: people.kevin.irc[0]: there is no network "libra". Did you mean "libera/nirik"?
9 problems in all; nothing was started."##
    );
}

#[test]
fn the_form_is_wrong() {
    for (text, message) in [
        (
            "[irc.libera]\nchanels = []\n[limit]\nx = 1\n[bot]\nzebra = 1",
            "rfrbot.toml:1: irc.libera.host: it is not said which server. Add the server's name, such as host = \"irc.libera.chat\"\n\
             rfrbot.toml:2: irc.libera.chanels: unknown key. Did you mean channels?\n\
             rfrbot.toml:3: limit: unknown key. Did you mean limits?\n\
             rfrbot.toml:6: bot.zebra: unknown key. Known in [bot]: name, prefix, data, edition, four_eyes, ascii, objections_hold\n\
             4 problems in all; nothing was started.",
        ),
        (
            "[irc.libera]\nport = \"6697\"\nchannels = [\"#a\", 5]\ntls = 1",
            "rfrbot.toml:1: irc.libera.host: it is not said which server. Add the server's name, such as host = \"irc.libera.chat\"\n\
             rfrbot.toml:2: irc.libera.port: expected a whole number, found a text. Write port = 6697\n\
             rfrbot.toml:3: irc.libera.channels[1]: expected a text in quotes or a table in braces, found a whole number. Write each member as \"…\"\n\
             rfrbot.toml:4: irc.libera.tls: expected true or false, found a whole number. Write tls = true\n\
             4 problems in all; nothing was started.",
        ),
        (
            "[bot\nname = 1",
            "rfrbot.toml:1: bot: the header is not closed on both sides, expected ]. Write [bot]\n\
             The rest of the file was not judged yet. Mend this, then run again: rfrbot check --config rfrbot.toml",
        ),
        (
            "[[freezes.windows]]\nfrom = \"2026-08-25\"",
            "rfrbot.toml:2: freezes.windows[0].from: expected a date without quotes, such as 2026-08-25, found a text. Write from = 2026-08-25",
        ),
        (
            "[[freezes]]\nname = \"F45 beta\"",
            "rfrbot.toml:1: freezes: expected a table, found a list. Write each freeze under a header [[freezes.windows]]",
        ),
        (
            "[calendar]\nimport = [\"keytasks.ics\"]",
            "rfrbot.toml:1: calendar: unknown key. Write it as import = [\"FILE\"] under [freezes]",
        ),
        (
            "irc = 5",
            "rfrbot.toml:1: irc: expected a table for each name, found a whole number. Write a header [irc]",
        ),
    ] {
        assert_eq!(refused(text), message, "{text}");
    }
}

/// Each case: a file, and the keys that get a message, one each.
#[test]
fn beside_a_wrong_form_everything_else_is_told_and_nothing_twice() {
    for (text, told) in [
        // The mistakes are independent of each other.
        (
            "[bot]\nzebra = 1\n[limits]\nundo_minutes = 0\n[irc.net]\nhost = \"irc://net\"\nport = \"6697\"\n\
             server_password_file = \"/nowhere/at/all\"\nreconnect_seconds = [60, 1]\n[announce]\nplaces = [\"nte/#x\"]",
            &[
                "bot.zebra",
                "limits.undo_minutes",
                "irc.net.host",
                "irc.net.port",
                "irc.net.server_password_file",
                "irc.net.reconnect_seconds",
                "announce.places[0]",
            ][..],
        ),
        (
            "[irc.net]\npassword = \"hunter2\"\nhost = \"irc://net\"",
            &["irc.net.password", "irc.net.host"],
        ),
        ("[irc.net]\nzebra = 1", &["irc.net.host", "irc.net.zebra"]),
        (
            "[irc.net]\nhost = \"irc.example\"\nchannels = [\"admin\", 5, \"#ok\"]\n[announce]\nplaces = [\"net/#ok\", \"net/#no\"]",
            &["irc.net.channels[0]", "irc.net.channels[1]"],
        ),
        (
            "[[freezes.windows]]\nname = 5\nfrom = 2026-08-25\nto = 2026-09-16\n[[freezes.windows]]\nname = \"F45\"\n\
             from = 2026-09-16\nto = 2026-08-25",
            &["freezes.windows[0].name", "freezes.windows[1].to"],
        ),
        (
            "[irc.net]\nhost = \"irc.example\"\nlogin = { sasl = \"plain\", account = 5, password_file = \"/nowhere/at/all\" }",
            &["irc.net.login.account", "irc.net.login.password_file"],
        ),
        (
            "[mail]\nzebra = 1\nfrom = \"nobody\"\narchive = \"https://lists.example.org/archives\"\nsendmail = 5",
            &["mail.zebra", "mail.from", "mail.list", "mail.sendmail"],
        ),
        // The key that was probably meant is not also reported as missing.
        ("[irc.net]\nhots = \"irc.example\"", &["irc.net.hots"]),
        (
            "[irk.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\n[announce]\nplaces = [\"net/#a\"]",
            &["irk"],
        ),
        (
            "[irc.net]\nhots = \"irc://net\"\nhost = \"irc.example\"",
            &["irc.net.hots"],
        ),
        (
            "[irc.net]\nhost = \"irc.example\"\nchanels = [\"#a\"]\n[announce]\nplaces = [\"net/#b\"]\n[people.a]\nirc = [\"nte/a\"]",
            &["irc.net.chanels", "people.a.irc[0]"],
        ),
        (
            "[irc.net]\nhost = \"irc.example\"\nlogin = { sasl = \"plain\", acount = \"a\", password_file = \"/etc/hostname\" }",
            &["irc.net.login.acount"],
        ),
        // A connection without TLS needs no TLS file, whatever is in it.
        (
            "[irc.net]\nhost = \"irc.example\"\nplain = true\nca_file = \"none.pem\"\nclient_cert = \"none.pem\"\n\
             client_key = \"none.pem\"",
            &["irc.net.ca_file", "irc.net.client_cert", "irc.net.client_key"],
        ),
        (
            "[mail]\nfrom = \"a@example.org\"\nlist = \"b@example.org\"\narchive = \"https://lists.example.org/archives\"\n\
             smtp = { host = \"h\", plain = true, ca_file = \"none.pem\" }\n[mail.inbox]\n\
             imap = { host = \"h\", account = \"a\", password_env = \"NONE\", plain = true, ca_file = \"none.pem\" }",
            &[
                "mail.smtp.ca_file",
                "mail.inbox.imap.ca_file",
                "mail.inbox.imap.password_env",
            ],
        ),
        // Nor does a wrong value cause further messages about what is missing.
        ("[irc]\nnet = 5\n[announce]\nplaces = [\"net/#a\"]", &["irc.net"]),
        ("[irc.net]\nhost = 5", &["irc.net.host"]),
        (
            "[irc.net]\nhost = \"irc.example\"\ntls = false\nplain = \"yes\"",
            &["irc.net.plain"],
        ),
        (
            "[irc.net]\nhost = \"irc.example\"\nchannels = 5\n[admin]\nplace = \"net/#a\"",
            &["irc.net.channels"],
        ),
        (
            "[irc.net]\nhost = \"irc.example\"\nclient_cert = 5\nclient_key = \"/etc/hostname\"",
            &["irc.net.client_cert"],
        ),
        (
            "[irc.net]\nhost = \"irc.example\"\nlogin = { sasl = \"external\" }\nclient_cert = 5\nclient_key = 5",
            &["irc.net.client_cert", "irc.net.client_key"],
        ),
        ("[reminders]\nhold = [7, \"14\", 42]", &["reminders.hold[1]"]),
        ("[[posts]]\nname = \"weekly\"\nwhen = 5", &["posts[0].when"]),
        (
            "[matrix]\nhomeserver = 5\nuser = 5\npassword_file = 5",
            &["matrix.homeserver", "matrix.user", "matrix.password_file"],
        ),
        (
            "[mail]\nfrom = \"a@example.org\"\nlist = 5\narchive = \"https://lists.example.org/archives\"\n\
             smtp = { host = \"h\", account = \"a\", password_file = 5 }\n[mail.inbox]\nmaildir = 5",
            &["mail.list", "mail.smtp.password_file", "mail.inbox.maildir"],
        ),
        (
            "[mail]\nfrom = \"a@example.org\"\nlist = \"b@example.org\"\narchive = \"https://lists.example.org/archives\"\n\
             sendmail = \"/bin/true\"\n[mail.inbox]\nimap = { host = \"h\", account = \"a\", password_env = 5 }\n\
             proof = { return_path = 5 }",
            &["mail.inbox.imap.password_env", "mail.inbox.proof.return_path"],
        ),
        (
            "[freezes]\nimport = [\"http://calendar.example/a.ics\"]\nplain = 1",
            &["freezes.plain"],
        ),
    ] {
        let message = refused(text);
        let keys: Vec<&str> = message
            .lines()
            .filter_map(|line| line.strip_prefix("rfrbot.toml:")?.split(": ").nth(1))
            .collect();
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        let mut expected = told.to_vec();
        expected.sort_unstable();
        assert_eq!(sorted, expected, "{text}\n{message}");
    }
}

#[test]
fn a_text_that_is_too_long_is_refused_with_its_limit_wherever_it_stands() {
    let (within, beyond) = ("x".repeat(1000), "x".repeat(1001));
    for letter in ["x", "\u{1f980}"] {
        let text = letter.repeat(1001);
        for (config, named) in [
            (
                format!("[bot]\nprefix = \"{text}\"\n"),
                "rfrbot.toml:2: bot.prefix: this text",
            ),
            (
                format!("[bot]\ndata = \"{text}\"\n"),
                "rfrbot.toml:2: bot.data: this text",
            ),
            (
                format!("[people.ralph]\nmatrix = [\"@ralph:example.org\", \"@{text}\"]\n"),
                "rfrbot.toml:2: people.ralph.matrix[1]: this text",
            ),
            (format!("[people.\"{text}\"]\n"), "people: a name in it"),
            (format!("[bot]\n\"{text}\" = 1\n"), "bot: a key in it"),
        ] {
            let said = refused(&config);
            assert!(said.contains(named), "{said}");
            assert!(
                said.contains("characters, and at most 1000 are taken. Shorten it"),
                "{said}"
            );
            assert!(said.len() < 1000, "the message itself is too long: {said}");
        }
    }
    let at_the_limit = load(&format!("[bot]\ndata = \"{within}\"\n"));
    assert!(at_the_limit.is_ok(), "{at_the_limit:?}");
    assert!(load(&format!("[bot]\ndata = \"{beyond}\"\n")).is_err());
}
