//! The shipped example, the empty config, and what `check` says about a good one.

use crate::{EXAMPLE, around_the_example, load};
use rfrbot::config::{Config, Login, Pace, Secret, Tls};
use rfrbot::people::Account;
use rfrbot::sop::Edition;
use rfrbot::wire::Place;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// `RFRBOT_REWRITE=1` writes it anew.
#[test]
fn the_shipped_example_is_made_from_the_rows_of_the_keys() {
    let made = rfrbot::config::example();
    if std::env::var_os("RFRBOT_REWRITE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config.example.toml");
        std::fs::write(path, made).expect("it is written");
        return;
    }
    assert!(
        made == EXAMPLE,
        "write config.example.toml anew: RFRBOT_REWRITE=1 cargo test --test config"
    );
}

#[test]
fn the_shipped_example_is_a_good_config() {
    let (folder, surroundings) = around_the_example();
    let path = folder.path().join("config.toml");
    let config = Config::from_text_in(EXAMPLE, &path, &surroundings).expect("the example is good");
    assert_eq!(config.notes, [], "nothing is odd about it");
    assert_eq!(config.bot.data, Path::new("/var/lib/rfrbot"));
    assert_eq!(config.bot.edition, Edition::classic());
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
        config.groups_of(&Account::new("Otto")),
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
    let mut bot = full.bot.clone();
    let own = bot.own_edition.take().map(rfrbot::sop::Edition::name);
    assert_eq!(
        own,
        Some("rfr-2027"),
        "without the file the editions are those that ship"
    );
    assert_eq!(bot, plain.bot);
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
            "{at}: there is no config file there. To make one, answer the questions of `rfrbot init`, or copy \
             config.example.toml (`rfrbot config` prints it) to {at} and edit it, or name \
             another file with --config FILE. To try the bot without any config, run: rfrbot console"
        )
    );
}

#[test]
fn check_says_what_each_section_means() {
    let (folder, surroundings) = around_the_example();
    let path = folder.path().join("config.toml");
    let text = EXAMPLE.replace("security-officer = [\"otto\"]", "security-officer = [\"nobody\"]");
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
            "[limits] at most 200 changes of one person a day; of one RFR at most 12 mails a day and 30 announcements an hour.",
            "[admin] members of sysadmin-main may reload the config from chat.",
            "[irc.libera] connects to irc.libera.chat:6697 with TLS, the certificate is checked against the system's \
             authorities; its nick is rfrbot, else rfrbot_, else rfrbot-; logs in with SASL PLAIN as rfrbot; sits in \
             #fedora-admin, #fedora-noc; says at most 8 lines at once, then one every 500 ms; after a lost connection \
             it tries again, first after 1 second, at last every 5 minutes.",
            "[announce] announcements go to libera/#fedora-admin.",
            "[reminders] people are reminded Mon, Tue, Wed, Thu, Fri from 9:00 to 17:00 UTC, in libera/#fedora-admin; \
             at most 4 posts a day, and each RFR 1 time a day.",
            "[groups] security-officer: nobody (proven by nothing: there is no [people.nobody]).",
            "[groups] sysadmin-main: ida (proven by the services account ida42 on libera); otto (proven by \
             the services account ottokar on libera or the Matrix id @otto:fedora.im, once a Matrix network is \
             configured).",
            "[groups] sysadmin-releng: ida (proven by the services account ida42 on libera).",
            "[[freezes.windows]] F45 beta from 2026-08-25 to 2026-09-16, both days included.",
        ]
    );
}

#[test]
fn the_console_needs_no_file() {
    let config = Config::for_console("Operator", "/tmp/anywhere".into());
    let operator = Account::new("operator");
    assert_eq!(config.groups_of(&operator), ["security-officer", "sysadmin-main"]);
    assert!(config.groups_of(&Account::new("somebody")).is_empty());
    assert_eq!(config.bot.data, Path::new("/tmp/anywhere"));
}
