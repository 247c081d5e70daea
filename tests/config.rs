//! The config as an operator meets it: the shipped example, secrets in real files, and every error word for word.

use rfrbot::chat::Place;
use rfrbot::config::{
    Config, ConfigError, Location, Login, MailSource, MailWay, Pace, Secret, SmtpTls, Surroundings, Tls,
};
use rfrbot::people::Account;
use rfrbot::sop::Edition;
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../config.example.toml");

/// What the example wants around it: its secrets and its certificates.
fn around_the_example() -> (TempDir, Surroundings) {
    let folder = TempDir::new().expect("a folder");
    for file in [
        "imap.password",
        "libera.password",
        "oftc.password",
        "lab.key",
        "matrix.password",
        "matrix.recovery",
        "smtp.password",
        "private-ca.pem",
        "rfrbot.crt",
        "rfrbot.key",
    ] {
        write_private(&folder.path().join(file), &format!("content of {file}\n"));
    }
    let surroundings = Surroundings::given([
        ("LAB_SERVER_PASSWORD", "lab server secret"),
        ("LAB_PASSWORD", "lab secret"),
        ("LAB_KEY", "lab-key"),
    ]);
    (folder, surroundings)
}

fn write_private(path: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, text).expect("a file");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("a mode");
}

fn load(text: &str) -> Result<Config, ConfigError> {
    Config::from_text_in(
        text,
        Path::new("rfrbot.toml"),
        &Surroundings::given([("HOME", "/home/bot")]),
    )
}

/// The whole message of a config that is refused.
fn refused(text: &str) -> String {
    load(text).expect_err("this config is refused").to_string()
}

fn notes(text: &str) -> Vec<String> {
    let config = load(text).expect("this config is good");
    config.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn the_shipped_example_is_a_good_config() {
    let (folder, surroundings) = around_the_example();
    let path = folder.path().join("config.toml");
    let config = Config::from_text_in(EXAMPLE, &path, &surroundings).expect("the example is good");
    assert_eq!(config.notes, [], "nothing is odd about it");
    assert_eq!(config.bot.data, Path::new("/var/lib/rfrbot"));
    assert_eq!(config.bot.edition, Edition::Classic);
    let [libera] = config.irc.as_slice() else {
        panic!("one network: {:?}", config.irc)
    };
    let Login::SaslPlain { account, password } = &libera.login else {
        panic!("{:?}", libera.login)
    };
    assert_eq!(
        (account.as_str(), password.reveal()),
        ("rfrbot", "content of libera.password")
    );
    assert_eq!(libera.port, 6697);
    assert_eq!(config.announce, [Place::channel("libera", "#fedora-admin")]);
    assert_eq!(
        config.groups_of(&Account::new("Kevin")),
        ["security-officer", "sysadmin-main"]
    );
    assert_eq!(config.freezes.windows.freezes().len(), 1);
}

#[test]
fn what_the_example_shows_switched_off_is_the_default_and_can_be_switched_on() {
    let (folder, surroundings) = around_the_example();
    let path = folder.path().join("config.toml");
    let mut switched_on = String::new();
    for line in EXAMPLE.lines() {
        let off = line
            .strip_prefix('#')
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '['));
        switched_on.push_str(off.unwrap_or(line));
        switched_on.push('\n');
    }
    let plain = Config::from_text_in(EXAMPLE, &path, &surroundings).expect("the example is good");
    let full = Config::from_text_in(&switched_on, &path, &surroundings).expect("all of the example is good");
    assert_eq!(full.bot, plain.bot);
    assert_eq!(full.tickets_base, plain.tickets_base);
    assert_eq!(full.limits, plain.limits);
    assert_eq!(full.log, plain.log);
    let names: Vec<&str> = full.irc.iter().map(|network| network.name.as_str()).collect();
    assert_eq!(names, ["lab", "libera", "oftc"]);
    assert_eq!(full.irc[1], plain.irc[0]);
    let lab = &full.irc[0];
    assert_eq!((lab.port, &lab.tls, &lab.pace), (6667, &Tls::Plain, &Pace::Unlimited));
    let keys: Vec<_> = lab
        .channels
        .iter()
        .map(|channel| channel.key.as_ref().map(Secret::reveal))
        .collect();
    assert_eq!(keys, [None, Some("lab-key"), Some("content of lab.key")]);
    assert_eq!(full.irc[2].login, Login::SaslExternal);
    assert_eq!(plain.matrix, None);
    let matrix = full.matrix.expect("a [matrix] section");
    assert_eq!(matrix.catch_up, Duration::from_secs(15 * 60));
    assert!(!matrix.accept_unverified_devices && matrix.recovery.is_some());
    let room = Place::channel("matrix", "#admin:fedoraproject.org");
    assert_eq!(full.bridged, [[Place::channel("libera", "#fedora-admin"), room]]);
}

#[test]
fn an_empty_file_is_a_bot_that_runs_nowhere() {
    let config = load("").expect("an empty file is good");
    assert_eq!(config.bot.data, Path::new("/home/bot/.local/share/rfrbot"));
    assert_eq!(config.limits.undo, Duration::from_secs(3600));
    let said = config.describe().join("\n");
    assert!(
        said.contains("no [irc.NETWORK] and no [matrix]: the bot runs nowhere but in `rfrbot console`."),
        "{said}"
    );
}

#[test]
fn a_missing_file_says_how_to_make_one() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("config.toml");
    let at = path.display();
    assert_eq!(
        Config::load(&path).expect_err("there is none").to_string(),
        format!(
            "{at}: there is no config file there. To make one, copy config.example.toml to {at} and edit it, or name \
             another file with --config FILE. To try the bot without any config, run: rfrbot console"
        )
    );
}

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
rfrbot.toml:7: irc.libera.host: the network has no host. Add the server's name, such as host = "irc.libera.chat"
rfrbot.toml:8: irc.libera.port: expected a whole number from 1 to 65535, found 70000. Without this key it is 6697
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
            "rfrbot.toml:2: irc.libera.chanels: unknown key. Did you mean channels?\n\
             rfrbot.toml:3: limit: unknown key. Did you mean limits?\n\
             rfrbot.toml:6: bot.zebra: unknown key. Known in [bot]: name, prefix, data, edition\n\
             3 problems in all; nothing was started.",
        ),
        (
            "[irc.libera]\nport = \"6697\"\nchannels = [\"#a\", 5]\ntls = 1",
            "rfrbot.toml:2: irc.libera.port: expected a whole number, found a text\n\
             rfrbot.toml:3: irc.libera.channels[1]: expected a text in quotes or a table in braces, found a whole number\n\
             rfrbot.toml:4: irc.libera.tls: expected true or false, found a whole number\n\
             3 problems in all; nothing was started.",
        ),
        (
            "[bot\nname = 1",
            "rfrbot.toml:1: this is not TOML: unclosed table, expected `]`. See https://toml.io for the syntax",
        ),
        (
            "[[freezes.windows]]\nfrom = \"2026-08-25\"",
            "rfrbot.toml:2: freezes.windows[0].from: expected a date without quotes, such as 2026-08-25, found a text",
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
            "rfrbot.toml:1: irc: expected a table for each name, found a whole number",
        ),
    ] {
        assert_eq!(refused(text), message, "{text}");
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
fn check_says_what_each_section_means() {
    let (folder, surroundings) = around_the_example();
    let path = folder.path().join("config.toml");
    let text = EXAMPLE.replace("security-officer = [\"kevin\"]", "security-officer = [\"nobody\"]");
    let config = Config::from_text_in(&text, &path, &surroundings).expect("a good config");
    assert_eq!(
        config.describe(),
        [
            "[bot] rfrbot answers to \"!rfr\" and to its nick; keeps its store in /var/lib/rfrbot; a new RFR starts \
             under the classic edition of the SOP.",
            "[tickets] ticket #4321 is https://forge.fedoraproject.org/infra/tickets/issues/4321.",
            "[limits] a change can be undone by its speaker for 60 minutes; a reply in a channel has at most 4 lines \
             before `more`.",
            "[log] logs at level info as text, unless the command line says otherwise.",
            "[limits] at most 20 commands a minute from one speaker and 60 in one place; at most 10 requests, 50 questions \
             and 100 notes of one person a day.",
            "[admin] members of sysadmin-main may reload the config from chat.",
            "[irc.libera] connects to irc.libera.chat:6697 with TLS, the certificate is checked against the system's \
             authorities; its nick is rfrbot, else rfrbot_, else rfrbot-; logs in with SASL PLAIN as rfrbot; sits in \
             #fedora-admin, #fedora-noc; says at most 8 lines at once, then one every 500 ms; after a lost connection \
             it tries again, first after 1 second, at last every 5 minutes.",
            "[announce] announcements go to libera/#fedora-admin.",
            "[reminders] people are reminded Mon, Tue, Wed, Thu, Fri from 9:00 to 17:00 UTC, in libera/#fedora-admin; \
             at most 4 posts a day, and each RFR 1 time a day.",
            "[groups] security-officer: nobody (proven by nothing: there is no [people.nobody]).",
            "[groups] sysadmin-main: jednorozec (proven by the services account humaton on libera); kevin (proven by \
             the services account nirik on libera or the Matrix id @kevin:fedora.im, once a Matrix network is \
             configured).",
            "[groups] sysadmin-releng: jednorozec (proven by the services account humaton on libera).",
            "[[freezes.windows]] F45 beta from 2026-08-25 to 2026-09-16, both days included.",
        ]
    );
}

/// A config with one channel and these lines.
fn reminding(lines: &str) -> String {
    let network =
        "[irc.libera]\nhost = \"irc.libera.chat\"\nnick = \"rfrbot\"\nchannels = [\"#fedora-admin\", \"#noc\"]\n";
    format!("{network}{lines}\n")
}

#[test]
fn what_is_wrong_with_reminders_is_told_with_line_and_fix() {
    for (lines, expected) in [
        (
            "[reminders]\ntime_zone = \"Europe/Prag\"",
            "rfrbot.toml:6: reminders.time_zone: \"Europe/Prag\" is no time zone. Did you mean \"Europe/Prague\"?",
        ),
        (
            "[reminders]\nworking_days = [\"mon\", \"tusday\"]",
            "reminders.working_days[1]: expected \"mon\" or \"tue\"",
        ),
        (
            "[reminders]\nworking_days = []",
            "reminders.working_days: there is no working day; name at least one",
        ),
        (
            "[reminders]\nhours = [17, 9]",
            "reminders.hours: the hours 17 to 9 leave no time; give full hours",
        ),
        (
            "[reminders]\nhours = [9]",
            "reminders.hours: expected two full hours, found [9]. Write the first hour",
        ),
        (
            "[reminders]\nhours = [-1, 9]",
            "reminders.hours: expected two full hours",
        ),
        (
            "[reminders]\noff = [\"one-persn\"]",
            "reminders.off[0]: expected \"open-question\" or",
        ),
        ("[reminders]\noff = [\"one-persn\"]", "Did you mean \"one-person\"?"),
        (
            "[reminders]\nhold = [7, 14]",
            "reminders.hold: expected three numbers of days, the second from 1 up to the third, found [7, 14]. Write days \
             to the first reminder, to the second, and at most between two; without this key it is [7, 14, 42]",
        ),
        (
            "[reminders]\nhold = [7, 0, 3]",
            "reminders.hold: expected three numbers",
        ),
        (
            "[reminders.silent]\nstaging = [7, 14, 9999]",
            "reminders.silent.staging: expected three numbers",
        ),
        (
            "[reminders]\nposts_per_day = 0",
            "reminders.posts_per_day: expected a whole number from 1 to 100, found 0",
        ),
        (
            "[reminders]\nfreeze_soon = [0]",
            "reminders.freeze_soon[0]: expected a whole number from 1 to 90",
        ),
        (
            "[reminders]\nplaces = [\"libera/#nok\"]",
            "reminders.places[0]: the bot does not sit in libera/#nok. Did you mean \"libera/#noc\"?",
        ),
        ("[reminders]\nquite = true", "reminders.quite: unknown key"),
        (
            "[[posts]]\nname = \"weekly\"\nwhen = \"someday 14:00\"",
            "rfrbot.toml:7: posts[0].when: `someday` is no day: expected",
        ),
        (
            "[[posts]]\nname = \"weekly\"",
            "posts[0].when: this post has no time. Write, for example",
        ),
        (
            "[[posts]]\nwhen = \"mon 14:00\"",
            "posts[0].name: expected a simple word that no other post has",
        ),
        (
            "[[posts]]\nname = \"a\"\nwhen = \"mon 14:00\"\n[[posts]]\nname = \"a\"\nwhen = \"tue 14:00\"",
            "posts[1].name: expected a simple word that no other post has, found \"a\"",
        ),
    ] {
        let message = refused(&reminding(lines));
        assert!(
            message.contains(expected),
            "{lines}\n  said: {message}\n  expected: {expected}"
        );
    }
}

#[test]
fn reminders_are_on_unless_they_are_turned_off() {
    let reminders = |lines: &str| load(&reminding(lines)).expect("a good config").reminders;
    let all = reminders("").expect("they are on");
    assert_eq!(all.settings, rfrbot::reminder::Settings::default());
    assert_eq!(all.places.len(), 2);
    assert_eq!(reminders("[reminders]\nenabled = false"), None);
    assert_eq!(reminders("[announce]\nplaces = []"), None, "nowhere to say it");
    let some = reminders(
        "[reminders]\nplaces = [\"libera/#noc\"]\nto_list = [\"hold\"]\n[[posts]]\nname = \"a\"\nwhen = \"mon 14:00\"",
    );
    let some = some.expect("they are on");
    assert_eq!(some.places, [Place::channel("libera", "#noc")]);
    assert_eq!(some.settings.to_list_from, [(rfrbot::reminder::Kind::Hold, 3)].into());
    assert_eq!(some.posts[0].places.len(), 2, "posts go where announcements go");
    // The shipped example shows the defaults.
    let (folder, surroundings) = around_the_example();
    let example = Config::from_text_in(EXAMPLE, &folder.path().join("config.toml"), &surroundings);
    let shown = example.expect("a good config").reminders.expect("they are on");
    assert_eq!(shown.settings, rfrbot::reminder::Settings::default());
}

#[test]
fn calendars_may_come_without_tls_from_this_machine_or_when_that_is_written_out() {
    let here = "\"http://localhost:8000/a.ics\", \"http://127.0.0.1/b.ics\", \"http://[::1]:80/c.ics\"";
    let config = load(&format!("[freezes]\nimport = [{here}]\nabsences = [\"away.ics\"]")).expect("it is good");
    assert_eq!(config.freezes.imports.len(), 3);
    assert_eq!(
        config.freezes.absences[0].location,
        Location::File(Path::new("away.ics").into())
    );
    assert_eq!(config.freezes.refresh, Duration::from_secs(6 * 60 * 60));
    let lines = config.describe().join("\n");
    assert!(
        lines.contains("[freezes] absences are read from away.ics, at the start and every 6 hours."),
        "{lines}"
    );
    let far = "[freezes]\nplain = true\nin_force = \"by-itself\"\nimport = [\"http://calendar.example/a.ics\"]";
    let config = load(far).expect("it is written out");
    assert!(config.freezes.automatic.start && config.freezes.automatic.lift);
    assert!(config.describe().join("\n").contains("in force by itself"));
    let near = refused("[freezes]\nimport = [\"http://127.0.0.1.example.org/a.ics\"]");
    assert!(near.contains("without TLS"), "{near}");
}

#[test]
fn the_console_needs_no_file() {
    let config = Config::for_console("Operator", "/tmp/anywhere".into());
    let operator = Account::new("operator");
    assert_eq!(config.groups_of(&operator), ["security-officer", "sysadmin-main"]);
    assert!(config.groups_of(&Account::new("somebody")).is_empty());
    assert_eq!(config.bot.data, Path::new("/tmp/anywhere"));
}

/// A `[matrix]` section with these lines beside what it needs.
fn matrix(lines: &str) -> String {
    format!("[matrix]\nhomeserver = \"https://m.example\"\nuser = \"@rfrbot:m.example\"\n{lines}\n")
}

#[test]
fn what_is_wrong_with_matrix_is_told_with_the_fix() {
    for (text, expected) in [
        (
            "[matrix]".to_owned(),
            "matrix.homeserver: it is not said which homeserver",
        ),
        ("[matrix]".to_owned(), "matrix.user: it is not said who the bot is"),
        (
            matrix("rooms = [\"#admin\"]"),
            "\"#admin\" is neither an alias nor an id of a room",
        ),
        (
            matrix("account_servers = [\"https://fedora.im\"]"),
            "is not the name of a homeserver",
        ),
        (matrix("bridge_ghosts = [\"*\"]"), "is no pattern of Matrix ids"),
        (matrix("password = \"secret\""), "matrix.password"),
        (
            matrix("[irc.matrix]\nhost = \"irc.example\""),
            "belongs to the [matrix] section",
        ),
        (
            matrix("rooms = [\"#a:b\"]\n[announce]\nplaces = [\"matrix/#c:d\"]"),
            "the bot does not sit in matrix/#c:d",
        ),
        (
            matrix("rooms = [\"#a:b\"]\n[[announce.bridged]]\nplaces = [\"matrix/#a:b\"]"),
            "a bridge joins at least two places",
        ),
    ] {
        let said = refused(&text);
        assert!(said.contains(expected), "{text}\n{said}");
        assert!(!said.contains("\"secret\""), "{said}");
    }
}

#[test]
fn matrix_rooms_are_places_and_check_says_what_is_missing() {
    // A room of version 12 has an id without a server.
    let text = matrix("rooms = [\"!kGkT9Xv4mB2\", \"#a:b\"]\nretry_seconds = [1, 2]");
    let config = load(&text).expect("this config is good");
    assert_eq!(
        config.announce,
        [
            Place::channel("matrix", "!kGkT9Xv4mB2"),
            Place::channel("matrix", "#a:b")
        ]
    );
    let said = config.describe().join("\n");
    assert!(
        said.contains("run `rfrbot login matrix`") && said.contains("`rfrbot matrix verify`"),
        "{said}"
    );
}

const MAIL: &str = "[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"infra@lists.example.org\"\narchive = \
                    \"https://lists.example.org/archives/\"\n";

#[test]
fn mail_is_protected_unless_the_config_says_otherwise_in_words() {
    let server = |smtp: &str| {
        let config = load(&format!("{MAIL}smtp = {{ host = \"smtp.example.org\"{smtp} }}\n")).expect("a good config");
        let list = config.mail.expect("a list");
        assert_eq!(list.list_id, "infra.lists.example.org");
        assert_eq!(list.archive, "https://lists.example.org/archives");
        assert_eq!(list.own_copy_wait, Duration::from_secs(900));
        match list.way {
            MailWay::Smtp(server) => (server.tls, server.port),
            MailWay::Sendmail(program) => panic!("{program:?}"),
        }
    };
    assert_eq!(server(""), (SmtpTls::StartTls, 587));
    assert_eq!(server(", tls = \"tls\""), (SmtpTls::Implicit, 465));
    assert_eq!(server(", plain = true"), (SmtpTls::Plain, 25));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", tls = \"none\" }}")).contains("\"starttls\" or \"tls\""));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", tls = \"tls\", plain = true }}")).contains("contradict"));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", password = \"hunter2\" }}")).contains("must not stand"));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", account = \"a\" }}")).contains("password is missing"));
}

#[test]
fn mail_needs_addresses_a_way_out_and_no_more_than_one() {
    let refusal = refused("[mail]\nfrom = \"RFR bot <rfrbot@example.org>\"\n");
    for part in ["mail.from", "mail.list", "mail.archive", "how mails leave this machine"] {
        assert!(refusal.contains(part), "{part}: {refusal}");
    }
    let both = refused(&format!("{MAIL}sendmail = \"/bin/true\"\nsmtp = {{ host = \"x\" }}\n"));
    assert!(both.contains("exclude each other"), "{both}");
    assert!(refused(&format!("{MAIL}sendmail = \"/nowhere\"")).contains("there is no program /nowhere"));
    let good = load(&format!("{MAIL}sendmail = \"/bin/true\"")).expect("a good config");
    let words = good.describe().join("\n");
    assert!(
        words.contains("rfrbot@example.org must be a member of infra@lists.example.org"),
        "{words}"
    );
    assert!(refused("[irc.mail]\nhost = \"x\"").contains("[mail] section"));
}

#[test]
fn the_inbox_is_a_maildir_or_a_mailbox_on_a_server() {
    let folder = TempDir::new().expect("a folder");
    let config = |inbox: &str| {
        let text = format!(
            "[bot]\ndata = \"data\"\n[mail]\nfrom = \"bot@a.org\"\nlist = \"infra@l.org\"\n\
             archive = \"https://l.org/archives\"\nsmtp = {{ host = \"h\", plain = true }}\n[mail.inbox]\n{inbox}\n"
        );
        Config::from_text_in(
            &text,
            &folder.path().join("rfrbot.toml"),
            &Surroundings::given([("PASSWORD", "imap secret")]),
        )
    };
    let refused = |inbox: &str| config(inbox).expect_err("refused").to_string();
    for (inbox, told) in [
        ("", "it is not said where the list's mails are read"),
        (
            "maildir = \"m\"\nimap = { host = \"h\", account = \"a\", password_env = \"PASSWORD\" }",
            "mails are read from one place only",
        ),
        ("maildir = \"none\"", "is no Maildir that can be read: new"),
        ("imap = { host = \"h\", account = \"a\" }", "the password is missing"),
        (
            "imap = { account = \"a\", password_env = \"PASSWORD\" }",
            "is not a host name",
        ),
        (
            "imap = { host = \"h\", password_env = \"PASSWORD\" }",
            "mail.inbox.imap.account: expected one line that is not empty",
        ),
        (
            "imap = { host = \"h\", account = \"a\", password_env = \"PASSWORD\", tls = false }",
            "going without TLS must be said in words",
        ),
        (
            "imap = { host = \"h\", account = \"a\", password = \"imap secret\" }",
            "a secret must not stand in the config file",
        ),
        (
            "imap = { host = \"h\", account = \"a\", password_env = \"NONE\" }",
            "the environment variable NONE is not set",
        ),
    ] {
        let said = refused(inbox);
        assert!(said.contains(told), "{inbox}: {said}");
        assert!(!said.contains("imap secret"), "{said}");
    }
    for sub in ["new", "cur"] {
        fs::create_dir_all(folder.path().join("mails").join(sub)).expect("a folder");
    }
    let maildir = config("maildir = \"mails\"\nopen_questions = true").expect("a good config");
    let inbox = maildir.inbox.as_ref().expect("an inbox");
    assert_eq!(inbox.source, MailSource::Maildir(folder.path().join("mails")));
    assert!(inbox.open_questions);
    let server = config("imap = { host = \"h\", account = \"a\", password_env = \"PASSWORD\", plain = true }");
    let server = server.expect("a good config");
    let Some(MailSource::Imap(mailbox)) = server.inbox.as_ref().map(|inbox| &inbox.source) else {
        panic!("a mailbox");
    };
    assert_eq!((mailbox.port, mailbox.folder.as_str()), (143, "INBOX"));
    assert_eq!(mailbox.password.reveal(), "imap secret");
    assert!(
        server
            .notes
            .iter()
            .any(|note| note.to_string().contains("crosses the network readable"))
    );
    let described = server.describe().join("\n");
    assert!(
        described.contains("[mail.inbox] reads the list's mails from the folder \"INBOX\" of a at h:143 WITHOUT TLS")
    );
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
