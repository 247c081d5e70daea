//! The real program, started as its operator would start it.

pub(crate) use crate::running::Bot;

use crate::running::UNLIMITED;
use crate::servers::client::Client;
use crate::servers::inspircd::InspIrcd;
use crate::servers::line::Line;
use std::fmt::Write;

/// The room of all stories.
pub(crate) const ROOM: &str = "#fedora-admin";

impl Bot {
    /// A bot with these networks (TOML) and people, not started yet. Everybody's services account on the network
    /// `lab` is spelled like the Fedora account.
    pub(crate) fn new(networks: &str, people: &[&str], sysadmin_main: &[&str]) -> Self {
        let mut config = format!("{UNLIMITED}{networks}\n");
        for name in people {
            writeln!(config, "[people.{name}]\nirc = [\"lab/{name}\"]").expect("a String takes it");
        }
        writeln!(config, "[groups]\nsysadmin-main = {sysadmin_main:?}").expect("a String takes it");
        let bot = Self::with_config(&config);
        bot.write_secret("bot.password", "bot-password");
        bot
    }
}

/// The plain network section of the lab with both rooms.
pub(crate) fn lab(port: u16, more: &str) -> String {
    format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\n\
         channels = [\"{ROOM}\", \"#fedora-noc\"]\nreconnect_seconds = [1, 2]\n{more}\n"
    )
}

/// Somebody with an account of that name, in the room and not yet in the bot's company.
pub(crate) fn person_with_account(irc: &InspIrcd, name: &str) -> Client {
    irc.register_account(name, &format!("{name}-password"));
    let mut client = irc.person(name).sasl_plain(name, &format!("{name}-password")).connect();
    client.join(ROOM);
    client
}

/// Waits until the bot enters a room in which this person is, after whatever was expected last.
pub(crate) fn comes_back(who: &mut Client, room: &str) -> Line {
    who.expect(&format!("the bot entering {room}"), |line| {
        line.command == "JOIN" && line.nick().starts_with("rfrbot") && line.param(0).eq_ignore_ascii_case(room)
    })
}

/// What the bot has said so far to where this person is, oldest first.
pub(crate) fn said_by_bot(who: &Client) -> Vec<String> {
    who.lines()
        .iter()
        .filter(|line| line.nick().starts_with("rfrbot") && matches!(line.command.as_str(), "PRIVMSG" | "NOTICE"))
        .map(|line| line.text().to_owned())
        .collect()
}

/// Says something in the room, and waits for the bot's reply to it that contains these words.
pub(crate) fn ask(who: &mut Client, text: &str, expected: &str) -> Line {
    who.say(ROOM, text);
    hears(who, expected)
}

/// Waits for a line of the bot that contains these words; every line of the bot fits into 512 bytes.
pub(crate) fn hears(who: &mut Client, expected: &str) -> Line {
    let line = who.expect(&format!("the bot saying {expected:?}"), |line| {
        line.nick().starts_with("rfrbot")
            && matches!(line.command.as_str(), "PRIVMSG" | "NOTICE")
            && line.text().contains(expected)
    });
    assert!(line.length <= 512, "a line of {} bytes: {}", line.length, line.raw);
    assert!(
        !line.text().starts_with(['!', '#']),
        "it looks like a command: {}",
        line.raw
    );
    line
}

/// Waits until the bot sits in a room in which this person is.
pub(crate) fn meets_bot(who: &mut Client, room: &str) {
    who.raw(&format!("NAMES {room}"));
    loop {
        let names = who.expect("the names of the room or the bot's JOIN", |line| {
            (line.command == "366" && line.param(1).eq_ignore_ascii_case(room))
                || (line.command == "353" && line.raw.contains("rfrbot"))
                || (line.command == "JOIN" && line.nick().starts_with("rfrbot") && line.raw.contains(room))
        });
        if names.command != "366" {
            return;
        }
    }
}
