//! What each section refuses: well-formed values that make no sense.

use crate::refused;
use rfrbot::config::{Config, Surroundings};
use std::fs;
use tempfile::TempDir;

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
            "[board]\nlisten = \"8080\"".to_owned(),
            "rfrbot.toml:2: board.listen: \"8080\" is no address with a port. Write, for example: listen = \
             \"127.0.0.1:8080\"",
        ),
        (
            "[board]\nurl = \"https://vera@rfr.example.org/?x\"".to_owned(),
            "rfrbot.toml:2: board.url: \"https://vera@rfr.example.org/?x\" is no address of a page. Write, for example: url \
             = \"https://rfr.example.org\"",
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
            "rfrbot.toml:2: freezes.import[1]: \"a.ics\" stands twice. Name each once\n\
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
