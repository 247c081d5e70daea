//! What is wrong with a file is told in one go, with line and fix, and no secret is repeated.

use crate::{load, notes, refused};
use rfrbot::config::{Config, Surroundings};
use std::fs;
use tempfile::TempDir;

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
             rfrbot.toml:6: bot.zebra: unknown key. Known in [bot]: name, prefix, data, edition, four_eyes, objections_hold\n\
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

/// Each case: a file, and the keys of which something is told, each once.
#[test]
fn beside_a_wrong_form_everything_else_is_told_and_nothing_twice() {
    for (text, told) in [
        // The mistakes have nothing to do with each other.
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
        // What was probably meant is not missing as well.
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
        // What goes without TLS needs no file for it, whatever is in that.
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
        // Nor does a wrong value leave a hole of which something else is told.
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
fn a_secret_in_the_file_is_refused_and_never_repeated() {
    let text = "[irc.libera]\nhost = \"irc.libera.chat\"\nserver_password = \"hunter2\"\nchannels = [{ name = \"#a\", \
                key = \"hunter2\" }]\nlogin = { sasl = \"plain\", account = \"rfrbot\", password = \"hunter2\" }";
    let message = refused(text);
    assert_eq!(
        message,
        "rfrbot.toml:3: irc.libera.server_password: a secret must not stand in the config file. Put it alone into a \
         file that only the bot's user can read (chmod 600) and write server_password_file = \"FILE\", or name an \
         environment variable with server_password_env = \"VARIABLE\"\n\
         rfrbot.toml:4: irc.libera.channels[0].key: a secret must not stand in the config file. Put it alone into a \
         file that only the bot's user can read (chmod 600) and write key_file = \"FILE\", or name an environment \
         variable with key_env = \"VARIABLE\"\n\
         rfrbot.toml:5: irc.libera.login.password: a secret must not stand in the config file. Put it alone into a \
         file that only the bot's user can read (chmod 600) and write password_file = \"FILE\", or name an \
         environment variable with password_env = \"VARIABLE\"\n\
         3 problems in all; nothing was started."
    );
    for broken in [
        "[irc.libera]\nserver_password = \"hunter2\nhost = 1",
        "[irc.libera]\nserver_password = hunter2",
        "[irc.libera]\nserver_password_file = [\"hunter2\"]",
        "[irc.libera]\nlogin = { password = \"hunter2\", }}",
    ] {
        assert!(!refused(broken).contains("hunter2"), "{}", refused(broken));
    }
}

#[test]
fn one_section_at_a_time() {
    let network = |body: &str| format!("[irc.net]\nhost = \"irc.example\"\n{body}");
    for (text, message) in [
        (
            network("tls = false"),
            "rfrbot.toml:3: irc.net.tls: going without TLS must be said in words. Remove this line, or write \
             plain = true in its place: everything, passwords too, then crosses the network readable",
        ),
        (
            network("tls = true\nplain = true"),
            "rfrbot.toml:4: irc.net.plain: tls = true and plain = true contradict each other. Remove one of them",
        ),
        (
            network("login = { sasl = \"external\" }"),
            "rfrbot.toml:3: irc.net.login.sasl: SASL EXTERNAL proves the account by a TLS client certificate, and \
             there is none. Add client_cert = \"FILE\" and client_key = \"FILE\"",
        ),
        (
            network("login = { sasl = \"plan\", account = \"a\" }"),
            "rfrbot.toml:3: irc.net.login.sasl: expected \"plain\" or \"external\", found \"plan\". Did you mean \
             \"plain\"?",
        ),
        (
            network("login = { nickserv = \"NickServ@services.example\", account = \"a\", password_env = \"NOT_THERE\", required = true }"),
            "rfrbot.toml:3: irc.net.login.required: only a login by SASL can be required, because it comes before the \
             bot is on the network. Use sasl where the server offers it, or leave required out\n\
             rfrbot.toml:3: irc.net.login.password_env: the environment variable NOT_THERE is not set. Set the variable \
             where the bot is started, or use a file instead\n\
             2 problems in all; nothing was started.",
        ),
        (
            network("login = { nickserv = true, account = \"a\", password_env = \"X\" }"),
            "rfrbot.toml:3: irc.net.login.nickserv: expected a text in quotes, found true or false. Say on which server the services \
             are, because elsewhere anybody may take the nick NickServ: nickserv = \"NickServ@services.libera.chat\", \
             with the server that /whois NickServ shows",
        ),
        (
            network("login = { nickserv = \"NickServ\", account = \"a\", password_file = \"/etc/hostname\" }"),
            "rfrbot.toml:3: irc.net.login.nickserv: \"NickServ\" does not say on which server the services are: anybody \
             may take a nick. Write nick and server, such as nickserv = \"NickServ@services.libera.chat\"; /whois \
             NickServ shows the server",
        ),
        (
            network(
                "login = { nickserv = \"NickServ@s\", account = \"a\", password_file = \"/etc/hostname\" }\nplain = true",
            ),
            "rfrbot.toml:3: irc.net.login.nickserv: without TLS everybody on the way could read the password, and could \
             be the services. Remove plain = true",
        ),
        (
            network("login = { sasl = \"plain\" }"),
            "rfrbot.toml:3: irc.net.login: the account is missing. Add account = \"NAME\": the bot's account at the \
             network's services\n\
             rfrbot.toml:3: irc.net.login: the password is missing. Add password_file = \"FILE\" or \
             password_env = \"VARIABLE\"\n\
             2 problems in all; nothing was started.",
        ),
        (
            network("login = { sasl = \"plain\", account = \"a\", password_env = \"NOT_THERE\" }"),
            "rfrbot.toml:3: irc.net.login.password_env: the environment variable NOT_THERE is not set. Set the \
             variable where the bot is started, or use a file instead",
        ),
        (
            network("server_password_file = \"/nowhere/at/all\""),
            "rfrbot.toml:3: irc.net.server_password_file: the file /nowhere/at/all cannot be read (No such file or \
             directory (os error 2)). Write the secret alone into that file, readable only by the bot's user \
             (chmod 600)",
        ),
        (
            network("pace = \"fast\""),
            "rfrbot.toml:3: irc.net.pace: expected { burst = 8, per_second = 2.0 } or \"unlimited\", found \"fast\". \
             Leave the key out for a pace that public networks bear",
        ),
        (
            network("reconnect_seconds = [60, 1]"),
            "rfrbot.toml:3: irc.net.reconnect_seconds: expected the first and the longest wait in seconds, the first \
             at least 1 and not longer than the second. Write, for example: reconnect_seconds = [1, 300]",
        ),
        (
            "[irc.console]\nhost = \"irc.example\"".to_owned(),
            "rfrbot.toml:1: irc.console: the name console belongs to the bot's own console. Give the network another \
             name",
        ),
        (
            "[irc.\"my net\"]\nhost = \"irc.example\"".to_owned(),
            "rfrbot.toml:1: irc.\"my net\": the network's name \"my net\" is not a simple word. Use letters, digits, \
             - and _, such as [irc.libera]",
        ),
        (
            network("channels = [\"#fedora-admin\"]\n[announce]\nplaces = [\"net/#fedora-admn\", \"#x\", \"nte/#x\"]"),
            "rfrbot.toml:5: announce.places[0]: the bot does not sit in net/#fedora-admn. Did you mean \
             \"net/#fedora-admin\"?\n\
             rfrbot.toml:5: announce.places[1]: \"#x\" names no network. Write NETWORK/NAME, such as \
             \"libera/#fedora-admin\"\n\
             rfrbot.toml:5: announce.places[2]: there is no network \"nte\". Did you mean \"net/#x\"?\n\
             3 problems in all; nothing was started.",
        ),
        (
            network("[people.kevin]\nirc = [\"net/Nirik\"]\n[people.mallory]\nirc = [\"net/nirik\"]"),
            "rfrbot.toml:6: people.mallory.irc[0]: net/nirik is already kevin's, and one login cannot prove two \
             people. Remove it here or from [people.kevin]",
        ),
        (
            "[people.kevin]\nmatrix = [\"kevin\"]\n[people.Kevin]\nirc = []".to_owned(),
            "rfrbot.toml:1: people.kevin: kevin and Kevin are the same account, because case does not matter. Make \
             one section of them\n\
             rfrbot.toml:2: people.kevin.matrix[0]: \"kevin\" is not a Matrix id. Write it in full, such as \
             \"@kevin:fedora.im\"\n\
             2 problems in all; nothing was started.",
        ),
        (
            "[tickets]\nbase = \"https://tickets.example/issue\"".to_owned(),
            "rfrbot.toml:2: tickets.base: ticket #4321 would be at https://tickets.example/issue4321. End the \
             address with / so that the number can be added",
        ),
        (
            "[[freezes.windows]]\nname = \"F45 beta\"\nfrom = 2026-09-16\nto = 2026-08-25\n[[freezes.windows]]\nname = \"F45\""
                .to_owned(),
            "rfrbot.toml:4: freezes.windows[0].to: the freeze \"F45 beta\" ends on 2026-08-25, before it begins on \
             2026-09-16. Swap the dates or mend the year; from is the first frozen day and to the last\n\
             rfrbot.toml:5: freezes.windows[1]: this freeze has no from and no to. Write, for example: name = \"F45 beta\", \
             from = 2026-08-25, to = 2026-09-16\n\
             2 problems in all; nothing was started.",
        ),
        (
            "[freezes]\nimport = [\"a.ics\", \"a.ics\", \"\", \"http://calendar.example/a.ics\", \"ftp://a/b\", \
             \"https://me:secret@a/b\"]\nrefresh_hours = 0\nin_force = \"by-itslef\""
                .to_owned(),
            "rfrbot.toml:2: freezes.import[1]: \"a.ics\" stands twice. Name each calendar once\n\
             rfrbot.toml:2: freezes.import[2]: the name is empty. Name a file beside the config or with its whole path, \
             or an address with https://\n\
             rfrbot.toml:2: freezes.import[3]: \"http://calendar.example/a.ics\" goes without TLS, so anybody on the \
             way could move the freezes. Use https://, or accept that by plain = true under [freezes]\n\
             rfrbot.toml:2: freezes.import[4]: ftp:// is not an address that can be fetched. Use https://, or the name \
             of a file\n\
             rfrbot.toml:2: freezes.import[5]: the address is not one of the web. Write it like \
             https://calendar.example.org/f-45-key.ics, without a user's name or blanks\n\
             rfrbot.toml:3: freezes.refresh_hours: expected a whole number from 1 to 168, found 0. Without this key it is \
             6\n\
             rfrbot.toml:4: freezes.in_force: expected \"by-hand\" or \"by-itself\", found \"by-itslef\". Did you mean \
             \"by-itself\"?\n\
             7 problems in all; nothing was started.",
        ),
    ] {
        assert_eq!(refused(&text), message, "{text}");
    }
}

#[test]
fn what_is_odd_is_noted_and_does_not_stop_the_bot() {
    assert_eq!(
        notes(
            "[irc.net]\nhost = \"irc.example\"\nport = 6667\nchannels = [\"#a\"]\n[people.kevin]\nirc = \
             [\"net/nirik\"]\n[groups]\nsysadmin-mian = [\"kevn\"]\n"
        ),
        [
            "rfrbot.toml:3: irc.net.port: 6667 is the usual port without TLS, but this network uses TLS. If the \
             connection fails at once, try port = 6697",
            "rfrbot.toml:7: groups: nobody is in sysadmin-main, so that nobody can sponsor. Add sysadmin-main = \
             [\"ACCOUNT\", …] under [groups]",
            "rfrbot.toml:8: groups.sysadmin-mian: no rule of the bot asks for this group. Did you mean sysadmin-main?",
            "rfrbot.toml:8: groups.sysadmin-mian[0]: kevn has no [people.kevn] section, so that nothing proves this \
             member yet. Did you mean kevin?",
        ]
    );
}

#[test]
fn secrets_come_from_credentials_first_then_from_beside_the_config_and_open_modes_are_noted() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().expect("a folder");
    let credentials = TempDir::new().expect("a folder");
    let path = folder.path().join("config.toml");
    let text = "[irc.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\nserver_password_file = \"net.password\"\n\
                [people.a]\nirc = [\"net/a\"]\n[groups]\nsysadmin-main = [\"a\"]";
    let beside = folder.path().join("net.password");
    fs::write(&beside, "from beside\r\n").expect("a file");
    fs::set_permissions(&beside, fs::Permissions::from_mode(0o644)).expect("a mode");
    let set = Surroundings::given([("CREDENTIALS_DIRECTORY", credentials.path().to_str().expect("UTF-8"))]);
    let password = |surroundings: &Surroundings| {
        let config = Config::from_text_in(text, &path, surroundings).expect("a good config");
        let password = config.irc[0]
            .server_password
            .clone()
            .expect("a password")
            .reveal()
            .to_owned();
        (password, config)
    };

    let (found, config) = password(&set);
    assert_eq!(found, "from beside");
    let notes: Vec<String> = config.notes.iter().map(|note| note.what.clone()).collect();
    assert_eq!(
        notes,
        [format!(
            "{} can be read by others than its owner (mode 644)",
            beside.display()
        )]
    );
    assert!(!format!("{config:?}{}", config.describe().join("")).contains("from beside"));

    fs::write(credentials.path().join("net.password"), "from systemd").expect("a file");
    let (found, config) = password(&set);
    assert_eq!((found.as_str(), config.notes.len()), ("from systemd", 0));

    fs::write(&beside, "two\nlines\n").expect("a file");
    let message = Config::from_text_in(text, &path, &Surroundings::given([]))
        .expect_err("two lines")
        .to_string();
    assert_eq!(
        message,
        format!(
            "{}:4: irc.net.server_password_file: the secret has more than one line, or a NUL in it. Write the secret \
             alone into that file, readable only by the bot's user (chmod 600)",
            path.display()
        )
    );
    fs::write(&beside, "\n").expect("a file");
    let message = Config::from_text_in(text, &path, &Surroundings::given([]))
        .expect_err("empty")
        .to_string();
    assert!(message.contains("the secret is empty"), "{message}");
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

#[test]
fn what_no_network_would_take_is_found_before_one_is_asked() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("config.toml");
    fs::write(folder.path().join("empty.pem"), "nothing\n").expect("a file");
    let host = "Write host = \"x\" and port = 6697";
    for (text, words) in [
        (
            "[irc.net]\nhost = \"x:6697\"",
            [":2: irc.net.host: \"x:6697\" holds a port", host],
        ),
        (
            "[irc.net]\nhost = \"[::1]:6697\"",
            ["irc.net.host", "Write host = \"::1\" and port = 6697"],
        ),
        (
            "[irc.net]\nhost = \"irc://x\"",
            ["irc.net.host", "without irc:// and without the port"],
        ),
        ("[mail]\nsmtp = { host = \"x:6697\" }", ["mail.smtp.host", host]),
        (
            "[mail.inbox]\nimap = { host = \"x:6697\" }",
            ["mail.inbox.imap.host", host],
        ),
        (
            "[irc.net]\nca_file = \"empty.pem\"",
            [":2: irc.net.ca_file: ", "holds no certificate in PEM form"],
        ),
        (
            "[irc.net]\nca_file = \".\"",
            [":2: irc.net.ca_file: ", "cannot be read"],
        ),
        (
            "[mail]\nsmtp = { ca_file = \"empty.pem\" }",
            ["mail.smtp.ca_file", "holds no certificate"],
        ),
        (
            "[mail.inbox]\nimap = { ca_file = \"empty.pem\" }",
            ["mail.inbox.imap.ca_file", "holds no certificate"],
        ),
        (
            "[matrix]\nca_file = \"empty.pem\"",
            ["matrix.ca_file", "holds no certificate"],
        ),
        (
            "[freezes]\nca_file = \"empty.pem\"",
            ["freezes.ca_file", "holds no certificate"],
        ),
        (
            "[irc.net]\nclient_cert = \"empty.pem\"\nclient_key = \"empty.pem\"",
            ["irc.net.client_cert", "irc.net.client_key"],
        ),
        (
            "[bot]\ndata = \"~/store\"",
            [":2: bot.data: ~ is not expanded to a home here", "Write the whole path"],
        ),
        (
            "[bot]\ndata = \"$HOME/store\"",
            [":2: bot.data: ", "variables ($) are not expanded"],
        ),
        (
            "[freezes]\nimport = [\"~/a.ics\"]",
            ["freezes.import[0]", "~ is not expanded"],
        ),
        (
            "[mail]\narchive = \"https://lists.example.org/archives/list/infra@lists.example.org/\"",
            ["mail.archive", "Write archive = \"https://lists.example.org/archives\""],
        ),
        ("[bot]\nprefix = \"/rfr\"", [":2: bot.prefix: ", "does not arrive"]),
        ("[bot]\nprefix = \">rfr\"", [":2: bot.prefix: ", "does not arrive"]),
        ("[bot]\nprefix = \" rfr\"", [":2: bot.prefix: ", "is not one word"]),
        ("[bot]\nprefix = \"!\"", [":2: bot.prefix: ", "has no letter or digit"]),
        (
            "[admin]\npeople = [\"#kevin\"]",
            [":2: admin.people[0]: ", "not the name of a Fedora account"],
        ),
    ] {
        let said = Config::from_text_in(text, &path, &Surroundings::given([]))
            .expect_err("refused")
            .to_string();
        for word in words {
            assert!(said.contains(word), "{text}\n{said}");
        }
    }
}

#[test]
fn what_may_be_wanted_is_noted_with_its_line() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _) = crate::around_the_example();
    let path = folder.path().join("config.toml");
    fs::set_permissions(folder.path().join("rfrbot.key"), fs::Permissions::from_mode(0o644)).expect("a mode");
    crate::write_private(&folder.path().join("trailing"), "secret \n");
    let text = "[bot]\nprefix = \"rfr\"\n[irc.net]\nhost = \"irc.example\"\nclient_cert = \"rfrbot.crt\"\nclient_key = \
                \"rfrbot.key\"\nserver_password_file = \"trailing\"\nchannels = [\"#a\"]\n[people.kevin]\nirc = \
                [\"net/kevin\", \"net/Kevin\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n[freezes]\nimport = [\"no.ics\"]";
    let config = Config::from_text_in(text, &path, &Surroundings::given([])).expect("a good config");
    let notes: Vec<String> = config.notes.iter().map(ToString::to_string).collect();
    for (note, words) in notes.iter().zip([
        [":2: bot.prefix: ", "is a plain word"],
        [":6: irc.net.client_key: ", "(mode 644)"],
        [":7: irc.net.server_password_file: ", "begins or ends with a blank"],
        [":10: people.kevin.irc[1]: ", "stands here twice"],
        [":14: freezes.import[0]: ", "no.ics cannot be read"],
    ]) {
        for word in words {
            assert!(note.contains(word), "{notes:#?}");
        }
    }
    assert_eq!(notes.len(), 5, "{notes:#?}");
    assert!(!notes.concat().contains("secret \""), "{notes:#?}");
}

#[test]
fn nobodys_account_is_called_like_the_bot_or_what_no_person_caused() {
    let rest =
        "[bot]\nname = \"helper\"\n[irc.libera]\nhost = \"irc.example.org\"\nnick = \"helpbot\"\nchannels = [\"#a\"]\n";
    for name in [
        "mailing-list",
        "Calendar",
        "clock",
        "config",
        "rfrbot",
        "Helper",
        "HelpBot",
        "rfr",
    ] {
        for (text, line, key) in [
            (
                format!("[people.{name}]\nirc = [\"libera/x\"]"),
                7,
                format!("people.{name}"),
            ),
            (
                format!("[groups]\nsysadmin-main = [\"anna\", \"{name}\"]"),
                8,
                "groups.sysadmin-main[1]".to_owned(),
            ),
            (
                format!("[admin]\npeople = [\"{name}\"]"),
                8,
                "admin.people[0]".to_owned(),
            ),
        ] {
            let said = refused(&format!("{rest}{text}"));
            let begins = format!("rfrbot.toml:{line}: {key}: {name} ");
            assert!(said.starts_with(&begins), "{said}");
            assert!(said.contains("Give the person's own Fedora account"), "{said}");
        }
    }
}
