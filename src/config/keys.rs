//! Every key that the config file knows, once: this table finds unknown keys, suggests the right one, and
//! says what a key takes. Tests hold it against the serde form in [`super::raw`] and the shipped example.

pub(super) use super::key::{Key, Takes, key};
use super::keys_mail;

/// Texts that may be empty.
pub(super) const MAY_BE_EMPTY: [&str; 1] = ["mail.subject_prefix"];

/// The whole file.
pub(super) const FILE: &[Key] = &[
    key("bot", Takes::Table(BOT), "The bot itself.", ""),
    key(
        "sop",
        Takes::Table(SOP),
        "The team's own SOP, beside those that ship.",
        "",
    ),
    key("tickets", Takes::Table(TICKETS), "Where tickets are.", ""),
    key("limits", Takes::Table(LIMITS), "How much is taken and said.", ""),
    key("log", Takes::Table(LOG), "The log.", ""),
    key("admin", Takes::Table(ADMIN), "Who looks after the bot.", ""),
    key(
        "backup",
        Takes::Table(BACKUP),
        "Backups by the clock; none without this section.",
        "",
    ),
    key(
        "watch",
        Takes::Table(WATCH),
        "For those who watch: /healthz, /readyz and /metrics.",
        "",
    ),
    key(
        "irc",
        Takes::TablesByName(IRC),
        "One section for each IRC network, under a name of your choice.",
        "",
    ),
    key(
        "matrix",
        Takes::Table(MATRIX),
        "One account on one Matrix homeserver.",
        "",
    ),
    key(
        "mail",
        Takes::Table(keys_mail::KEYS),
        "The way out to the mailing list.",
        "",
    ),
    key(
        "announce",
        Takes::Table(ANNOUNCE),
        "Where news of RFRs are announced.",
        "",
    ),
    key(
        "people",
        Takes::TablesByName(PERSON),
        "Who is who: one section for each Fedora account that may change something.",
        "",
    ),
    key(
        "groups",
        Takes::TextsByName,
        "The accounts in each group: sysadmin-main, security-officer, sysadmin-releng.",
        "",
    ),
    key(
        "freezes",
        Takes::Table(FREEZES),
        "Freezes, and calendars that predict them.",
        "",
    ),
    key(
        "reminders",
        Takes::Table(REMINDERS),
        "When people are reminded, of what, and how often.",
        "",
    ),
    key("posts", Takes::Tables(POST), "Posts that come again and again.", ""),
];

const SOP: &[Key] = &[key(
    "file",
    Takes::Path,
    "The text of one more edition of the SOP; `rfrbot sop classic --toml` prints one to begin with.",
    "none",
)];

const BOT: &[Key] = &[
    key(
        "name",
        Takes::Text,
        "The bot's name in logs and in the console.",
        "\"rfrbot\"",
    ),
    key(
        "prefix",
        Takes::Text,
        "The word before every command in a channel.",
        "\"!rfr\"",
    ),
    key(
        "data",
        Takes::Path,
        "The folder of the store.",
        "$STATE_DIRECTORY, else $XDG_DATA_HOME/rfrbot, else ~/.local/share/rfrbot, else rfrbot-data beside the file",
    ),
    key(
        "edition",
        Takes::Text,
        "The edition of the SOP under which new RFRs start: \"classic\", \"audit\", or the name of that in [sop] file.",
        "\"classic\"",
    ),
    key(
        "four_eyes",
        Takes::Flag,
        "true: who requested does not sponsor, and who signed does not move into production.",
        "false",
    ),
    key(
        "objections_hold",
        Takes::Flag,
        "true: a -1 of sysadmin-main holds a freeze break, however many agree, until that vote changes.",
        "false",
    ),
];

const TICKETS: &[Key] = &[key(
    "base",
    Takes::Text,
    "The address of a ticket without its number.",
    "\"https://forge.fedoraproject.org/infra/tickets/issues/\"",
)];

const LIMITS: &[Key] = &[
    key(
        "undo_minutes",
        Takes::Whole,
        "For how many minutes somebody can undo the own last change.",
        "60",
    ),
    key(
        "reply_lines",
        Takes::Whole,
        "Lines of one reply in an IRC channel; the rest waits for `more`.",
        "4",
    ),
    key(
        "person_commands_per_minute",
        Takes::Whole,
        "Commands of one speaker in a minute.",
        "20",
    ),
    key(
        "place_commands_per_minute",
        Takes::Whole,
        "Commands in one place in a minute.",
        "60",
    ),
    key(
        "requests_per_day",
        Takes::Whole,
        "Requests of one person in a day (UTC).",
        "10",
    ),
    key(
        "questions_per_day",
        Takes::Whole,
        "Questions of one person in a day.",
        "50",
    ),
    key(
        "notes_per_day",
        Takes::Whole,
        "Notes and links of one person in a day.",
        "100",
    ),
    key(
        "changes_per_day",
        Takes::Whole,
        "Changes of one person in a day, of whatever kind.",
        "200",
    ),
    key(
        "mails_per_rfr_per_day",
        Takes::Whole,
        "Mails to the list that one RFR causes in a day.",
        "12",
    ),
    key(
        "announcements_per_rfr_per_hour",
        Takes::Whole,
        "Changes of one RFR that are announced in an hour.",
        "30",
    ),
];

const ADMIN: &[Key] = &[
    key(
        "groups",
        Takes::Texts,
        "Members of these groups look after the bot.",
        "[\"sysadmin-main\"]",
    ),
    key("people", Takes::Texts, "And these accounts.", "[]"),
    key(
        "place",
        Takes::Text,
        "Where the bot says what is wrong with itself, as NETWORK/ROOM.",
        "only in the log",
    ),
];

const BACKUP: &[Key] = &[
    key("every_hours", Takes::Whole, "Hours between two backups.", "24"),
    key("keep", Takes::Whole, "How many are kept.", "14"),
    key("folder", Takes::Path, "Where they go.", "backups in the store's folder"),
];

const WATCH: &[Key] = &[key(
    "listen",
    Takes::Text,
    "Address and port on loopback.",
    "no listener",
)];

const LOG: &[Key] = &[
    key("level", Takes::Text, "error, warn, info, debug or trace.", "\"info\""),
    key(
        "format",
        Takes::Text,
        "\"text\" for people, \"json\" for collectors.",
        "\"text\"",
    ),
];

const IRC: &[Key] = &[
    key("host", Takes::Text, "The server's name.", "needed"),
    key(
        "port",
        Takes::Whole,
        "The server's port.",
        "6697 with TLS, 6667 without",
    ),
    key(
        "tls",
        Takes::Flag,
        "TLS, with the server's certificate checked.",
        "true",
    ),
    key(
        "plain",
        Takes::Flag,
        "true goes without TLS: everything crosses the network readable.",
        "false",
    ),
    key(
        "ca_file",
        Takes::Path,
        "PEM file of a private authority, in addition to the system's.",
        "none",
    ),
    key(
        "client_cert",
        Takes::Path,
        "PEM file of the bot's own certificate.",
        "none",
    ),
    key("client_key", Takes::Path, "PEM file of its key.", "none"),
    key(
        "server_password_file",
        Takes::Path,
        "File with the password of the server (PASS).",
        "none",
    ),
    key(
        "server_password_env",
        Takes::Text,
        "Environment variable with it.",
        "none",
    ),
    key("server_password", Takes::Secret, "", ""),
    key("nick", Takes::Text, "The nick that the bot wants.", "\"rfrbot\""),
    key(
        "alternative_nicks",
        Takes::Texts,
        "Nicks that it takes while that one is in use, in order.",
        "the nick with _ added",
    ),
    key("username", Takes::Text, "User name, as WHOIS shows it.", "\"rfrbot\""),
    key(
        "realname",
        Takes::Text,
        "Real name, as WHOIS shows it.",
        "\"Requests For Resources, from idea to production\"",
    ),
    key(
        "login",
        Takes::Table(LOGIN),
        "How the bot logs in to the network's services.",
        "no login",
    ),
    key(
        "channels",
        Takes::TextsOrTables(CHANNEL),
        "Channels that the bot sits in: names, or tables for those with a key.",
        "none",
    ),
    key(
        "pace",
        Takes::TextOrTable(PACE),
        "Outgoing pace, or \"unlimited\" for private servers.",
        "{ burst = 8, per_second = 2.0 }",
    ),
    key(
        "connect_timeout_seconds",
        Takes::Whole,
        "Seconds for the connection, for TLS, and again for the registration.",
        "30",
    ),
    key(
        "sasl_timeout_seconds",
        Takes::Whole,
        "Seconds that an unanswered login by SASL may take.",
        "15",
    ),
    key(
        "ping_interval_seconds",
        Takes::Whole,
        "Seconds of silence after which the server is asked whether it is there.",
        "60",
    ),
    key(
        "reconnect_seconds",
        Takes::Wholes,
        "First and longest wait in seconds before a lost connection is tried again.",
        "[1, 300]",
    ),
];

const MATRIX: &[Key] = &[
    key(
        "homeserver",
        Takes::Text,
        "The address of the homeserver's client API, with https://.",
        "needed",
    ),
    key(
        "plain",
        Takes::Flag,
        "true allows a homeserver without TLS elsewhere than on this machine.",
        "false",
    ),
    key(
        "ca_file",
        Takes::Path,
        "PEM file of a private authority, in addition to the system's.",
        "none",
    ),
    key("user", Takes::Text, "The bot's full Matrix id.", "needed"),
    key(
        "password_file",
        Takes::Path,
        "File with the password, for the first login.",
        "none: `rfrbot login matrix` asks",
    ),
    key("password_env", Takes::Text, "Environment variable with it.", "none"),
    key("password", Takes::Secret, "", ""),
    key(
        "token_file",
        Takes::Path,
        "File with an access token, in place of the password.",
        "none",
    ),
    key("token_env", Takes::Text, "Environment variable with it.", "none"),
    key("token", Takes::Secret, "", ""),
    key(
        "device_name",
        Takes::Text,
        "The name under which the bot's device is listed.",
        "\"rfrbot\"",
    ),
    key(
        "rooms",
        Takes::Texts,
        "Rooms that the bot sits in, by alias or id.",
        "none",
    ),
    key(
        "invites_from_groups",
        Takes::Texts,
        "Members of these groups may invite the bot.",
        "nobody",
    ),
    key(
        "account_servers",
        Takes::Texts,
        "Homeservers that give out names by Fedora accounts.",
        "none",
    ),
    key(
        "bridge_ghosts",
        Takes::Texts,
        "Ids of bridges, with * for any characters; they prove nothing.",
        "none",
    ),
    key(
        "catch_up_minutes",
        Takes::Whole,
        "A command that was sent while the bot was away is answered if it is younger.",
        "15",
    ),
    key(
        "accept_unverified_devices",
        Takes::Flag,
        "true listens and talks to devices that their owners have not verified, too.",
        "false",
    ),
    key(
        "encrypt_private_rooms",
        Takes::Flag,
        "Whether a private room that the bot makes is encrypted.",
        "true",
    ),
    key(
        "sign_by_reaction_in_encrypted_rooms",
        Takes::Flag,
        "true lets a reaction sign off in an encrypted room, where the homeserver can forge it.",
        "false",
    ),
    key(
        "recovery_file",
        Takes::Path,
        "File with the passphrase or key of the account's secret storage.",
        "none",
    ),
    key("recovery_env", Takes::Text, "Environment variable with it.", "none"),
    key("recovery", Takes::Secret, "", ""),
    key(
        "retry_seconds",
        Takes::Wholes,
        "First and longest wait in seconds before a lost connection is tried again.",
        "[1, 300]",
    ),
];

const LOGIN: &[Key] = &[
    key(
        "sasl",
        Takes::Text,
        "\"plain\" with account and password, or \"external\" with client_cert and client_key.",
        "none",
    ),
    key(
        "nickserv",
        Takes::Text,
        "The services to log in with where a server has no SASL, as NICK@SERVER.",
        "none",
    ),
    key(
        "required",
        Takes::Flag,
        "true keeps the bot out of the network while the login by SASL does not work.",
        "false",
    ),
    key(
        "account",
        Takes::Text,
        "The account at the network's services.",
        "needed with a password",
    ),
    key("password_file", Takes::Path, "File with its password.", "none"),
    key("password_env", Takes::Text, "Environment variable with it.", "none"),
    key("password", Takes::Secret, "", ""),
];

const CHANNEL: &[Key] = &[
    key("name", Takes::Text, "The channel's name.", "needed"),
    key("key_file", Takes::Path, "File with the channel's key.", "none"),
    key("key_env", Takes::Text, "Environment variable with it.", "none"),
    key("key", Takes::Secret, "", ""),
];

const PACE: &[Key] = &[
    key(
        "burst",
        Takes::Whole,
        "Lines that may go out at once after a rest.",
        "8",
    ),
    key("per_second", Takes::Decimal, "Lines a second after that.", "2.0"),
];

const ANNOUNCE: &[Key] = &[
    key(
        "places",
        Takes::Texts,
        "Where, as NETWORK/ROOM.",
        "every configured channel and room",
    ),
    key(
        "bridged",
        Takes::Tables(BRIDGED),
        "One such section for each bridge.",
        "none",
    ),
];

const BRIDGED: &[Key] = &[key("places", Takes::Texts, "Places that a bridge makes one.", "needed")];

const PERSON: &[Key] = &[
    key(
        "irc",
        Takes::Texts,
        "Accounts at IRC services, as NETWORK/ACCOUNT.",
        "none",
    ),
    key("matrix", Takes::Texts, "Full Matrix ids.", "none"),
    key(
        "mail",
        Takes::Texts,
        "Mail addresses; they name the authors of mails, and prove nothing.",
        "none",
    ),
];

const FREEZES: &[Key] = &[
    key(
        "import",
        Takes::Texts,
        "Published calendars of freezes: files, or addresses with https://.",
        "none",
    ),
    key(
        "absences",
        Takes::Texts,
        "Calendars of who is away, in the same places.",
        "none",
    ),
    key(
        "refresh_hours",
        Takes::Whole,
        "Hours after which they are read again.",
        "6",
    ),
    key(
        "in_force",
        Takes::Text,
        "\"by-hand\", or \"by-itself\" when a predicted day comes.",
        "\"by-hand\"",
    ),
    key(
        "ca_file",
        Takes::Path,
        "PEM file of a private authority for addresses, in addition to the system's.",
        "none",
    ),
    key("plain", Takes::Flag, "true takes addresses without TLS.", "false"),
    key("windows", Takes::Tables(WINDOW), "The config's own freezes.", "none"),
];

const REMINDERS: &[Key] = &[
    key("enabled", Takes::Flag, "Whether people are reminded at all.", "true"),
    key(
        "places",
        Takes::Texts,
        "Where, as NETWORK/ROOM.",
        "the places of [announce]",
    ),
    key("time_zone", Takes::Text, "By whose clocks.", "\"UTC\""),
    key(
        "working_days",
        Takes::Texts,
        "On these days.",
        "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
    ),
    key(
        "hours",
        Takes::Wholes,
        "The first hour, and the one that ends them.",
        "[9, 17]",
    ),
    key("off", Takes::Texts, "Kinds of reminders that are never made.", "none"),
    key(
        "mentions_per_rfr_and_day",
        Takes::Whole,
        "How often a day one RFR is mentioned.",
        "1",
    ),
    key("posts_per_day", Takes::Whole, "How many posts a day there are.", "4"),
    key(
        "to_list",
        Takes::Texts,
        "Kinds that also go to the mailing list.",
        "none",
    ),
    key("to_list_from", Takes::Whole, "From which time on they do.", "3"),
    key(
        "open_question",
        Takes::Table(PHASES),
        "Open questions, for each phase.",
        "see the keys below",
    ),
    key(
        "silent",
        Takes::Table(PHASES),
        "RFRs in which nothing happens, for each phase.",
        "see the keys below",
    ),
    key(
        "freeze_soon",
        Takes::Wholes,
        "So many days before a freeze begins.",
        "[7, 3, 1]",
    ),
    key(
        "sign_off",
        Takes::Wholes,
        "Everything but the sponsor's sign-off is met. Days to the first reminder, to the second, and at most between two, as in the next ones.",
        "[7, 7, 28]",
    ),
    key(
        "sponsor_asked",
        Takes::Wholes,
        "Somebody was asked to sponsor, and has not answered.",
        "[7, 7, 28]",
    ),
    key("no_sponsor", Takes::Wholes, "Nobody sponsors it.", "[14, 14, 42]"),
    key(
        "deployment_overdue",
        Takes::Wholes,
        "From the day after the scheduled deployment.",
        "[0, 2, 14]",
    ),
    key(
        "freeze_start",
        Takes::Wholes,
        "From the day on which a freeze was predicted to start.",
        "[0, 2, 7]",
    ),
    key(
        "freeze_overdue",
        Takes::Wholes,
        "From the day after its expected end.",
        "[0, 3, 14]",
    ),
    key(
        "dev_instance",
        Takes::Wholes,
        "From the making of the development instance.",
        "[180, 60, 120]",
    ),
    key(
        "one_person",
        Takes::Wholes,
        "Only one person works on it.",
        "[28, 56, 112]",
    ),
    key(
        "sponsor_left",
        Takes::Wholes,
        "The sponsor is no longer in sysadmin-main.",
        "[0, 7, 28]",
    ),
    key("hold", Takes::Wholes, "It is on hold.", "[7, 14, 42]"),
];

const PHASES: &[Key] = &[
    key(
        "pre_sponsorship",
        Takes::Wholes,
        "Days in this phase, as above.",
        "[14, 14, 42]",
    ),
    key("planning", Takes::Wholes, "Days in this phase.", "[14, 14, 42]"),
    key(
        "development",
        Takes::Wholes,
        "Days in this phase.",
        "[14, 14, 42], and [28, 28, 84] for silent",
    ),
    key("staging", Takes::Wholes, "Days in this phase.", "[14, 14, 42]"),
    key("production", Takes::Wholes, "Days in this phase.", "[14, 14, 42]"),
];

const POST: &[Key] = &[
    key(
        "name",
        Takes::Text,
        "A word that must not change: by it the bot knows what it has posted.",
        "needed",
    ),
    key(
        "when",
        Takes::Text,
        "When, such as \"mon 14:00 UTC\" or \"every second thursday 15:00 Europe/Prague\".",
        "needed",
    ),
    key(
        "minutes_before",
        Takes::Whole,
        "So many minutes before a meeting at that time.",
        "0",
    ),
    key(
        "places",
        Takes::Texts,
        "Where, as NETWORK/ROOM.",
        "the places of [announce]",
    ),
    key("to_list", Takes::Flag, "Whether the mailing list gets it too.", "false"),
];

const WINDOW: &[Key] = &[
    key("name", Takes::Text, "The freeze's name.", "needed"),
    key("from", Takes::Date, "The first frozen day.", "needed"),
    key("to", Takes::Date, "The last frozen day.", "needed"),
];

/// The parts of a path as messages have it: `people."a.b".irc[0]`.
pub(super) fn parts(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in path.chars() {
        match c {
            '"' => quoted = !quoted,
            '.' if !quoted => parts.push(String::new()),
            c => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
        }
    }
    parts
}

/// What to write now for a key that an earlier version took elsewhere, or in another form; empty where it never did.
pub(super) fn moved(key: &str) -> &'static str {
    match key {
        "calendar" => "Write it as import = [\"FILE\"] under [freezes]",
        "freezes" => "Write each freeze under a header [[freezes.windows]]",
        key if key.starts_with("irc.") && key.ends_with(".login.nickserv") => {
            "Say on which server the services are, because elsewhere anybody may take the nick NickServ: nickserv = \
             \"NickServ@services.libera.chat\", with the server that /whois NickServ shows"
        }
        _ => "",
    }
}

/// The keys of a table of the file; none where there is no such table. Numbers in brackets are those of lists.
fn table(parts: &[String]) -> Option<&'static [Key]> {
    let mut keys = FILE;
    let mut parts = parts.iter();
    while let Some(part) = parts.next() {
        let name = part.split('[').next().unwrap_or_default();
        match keys.iter().find(|key| key.name == name)?.takes {
            Takes::Table(inner) | Takes::TextOrTable(inner) | Takes::Tables(inner) | Takes::TextsOrTables(inner) => {
                keys = inner;
            }
            Takes::TablesByName(inner) => {
                keys = inner;
                parts.next()?;
            }
            Takes::Text
            | Takes::Path
            | Takes::Whole
            | Takes::Decimal
            | Takes::Flag
            | Takes::Date
            | Takes::Texts
            | Takes::Wholes
            | Takes::TextsByName
            | Takes::Secret => return None,
        }
    }
    Some(keys)
}

/// The row of a key, by its path from the top.
fn row(parts: &[String]) -> Option<&'static Key> {
    let (last, around) = parts.split_last()?;
    let name = last.split('[').next().unwrap_or_default();
    table(around)?.iter().find(|key| key.name == name)
}

/// How a setting is written: with its default where that is a number or the like.
pub(super) fn example(parts: &[String]) -> String {
    let name = parts
        .last()
        .map_or("NAME", |last| last.split('[').next().unwrap_or_default());
    let takes = takes(parts);
    let default = row(parts).map_or("", |row| row.default);
    let default = default
        .split([' ', ','])
        .next()
        .filter(|_| !default.starts_with('['))
        .unwrap_or(default);
    let is_value = match takes {
        Some(Takes::Whole | Takes::Decimal | Takes::Flag) => true,
        Some(Takes::Wholes) => default.starts_with('['),
        Some(
            Takes::Text
            | Takes::Path
            | Takes::Date
            | Takes::Texts
            | Takes::Table(_)
            | Takes::TextOrTable(_)
            | Takes::TextsOrTables(_)
            | Takes::Tables(_)
            | Takes::TablesByName(_)
            | Takes::TextsByName
            | Takes::Secret,
        )
        | None => false,
    };
    let is_value = is_value && toml::from_str::<toml::Table>(&format!("x = {default}")).is_ok();
    let value = if is_value {
        default
    } else {
        takes.map_or("\"…\"", Takes::shape)
    };
    format!("{name} = {value}")
}

/// What a key takes, by its path from the top; `None` where the file has no such key.
pub(super) fn takes(parts: &[String]) -> Option<Takes> {
    if let Some(row) = row(parts) {
        return Some(row.takes);
    }
    let (_, around) = parts.split_last()?;
    // A name that the operator chose.
    let (by, around) = around.split_last()?;
    let by = table(around)?.iter().find(|key| key.name == by)?;
    match by.takes {
        Takes::TablesByName(inner) => Some(Takes::Table(inner)),
        Takes::TextsByName => Some(Takes::Texts),
        Takes::Text
        | Takes::Path
        | Takes::Whole
        | Takes::Decimal
        | Takes::Flag
        | Takes::Date
        | Takes::Texts
        | Takes::Wholes
        | Takes::Table(_)
        | Takes::TextOrTable(_)
        | Takes::TextsOrTables(_)
        | Takes::Tables(_)
        | Takes::Secret => None,
    }
}

/// The names of the keys that a table has, without those of secrets.
pub(super) fn names(parts: &[String]) -> impl Iterator<Item = &'static str> {
    let keys = table(parts).unwrap_or_default().iter();
    keys.filter(|key| !matches!(key.takes, Takes::Secret))
        .map(|key| key.name)
}

/// A section of the file, for its manual.
pub struct Section {
    /// As it is written: `[irc.NETWORK]`.
    pub header: String,
    /// What it is for.
    pub means: &'static str,
    /// Its keys: the name, what it takes, what it means, and what holds without it.
    pub keys: Vec<[&'static str; 4]>,
}

/// The whole file, section by section.
pub fn sections() -> Vec<Section> {
    let mut found = Vec::new();
    for key in FILE {
        walk(key.name, key, &mut found);
    }
    found
}

fn walk(path: &str, key: &'static Key, found: &mut Vec<Section>) {
    let (header, keys) = match key.takes {
        Takes::Table(keys) | Takes::TextOrTable(keys) => (format!("[{path}]"), keys),
        Takes::Tables(keys) | Takes::TextsOrTables(keys) => (format!("[[{path}]]"), keys),
        Takes::TablesByName(keys) => {
            let chosen = if path == "irc" { "NETWORK" } else { "ACCOUNT" };
            (format!("[{path}.{chosen}]"), keys)
        }
        Takes::TextsByName => {
            found.push(Section {
                header: format!("[{path}]"),
                means: key.means,
                keys: vec![["GROUP", Takes::Texts.expected(), "The accounts in this group.", "none"]],
            });
            return;
        }
        Takes::Text
        | Takes::Path
        | Takes::Whole
        | Takes::Decimal
        | Takes::Flag
        | Takes::Date
        | Takes::Texts
        | Takes::Wholes
        | Takes::Secret => return,
    };
    let open = keys.iter().filter(|key| !matches!(key.takes, Takes::Secret));
    found.push(Section {
        header: header.clone(),
        means: key.means,
        keys: open
            .map(|key| [key.name, key.takes.expected(), key.means, key.default])
            .collect(),
    });
    let around = header.trim_matches(['[', ']']);
    for key in keys {
        walk(&format!("{around}.{}", key.name), key, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, ConfigError, Problem, Surroundings};
    use std::path::Path;

    /// Every key of every section, with the section's key and the header above it.
    fn all() -> Vec<(String, String, &'static Key)> {
        fn walk(path: &str, key: &'static Key, header: &str, found: &mut Vec<(String, String, &'static Key)>) {
            let (path, keys, header) = match key.takes {
                Takes::Table(keys) | Takes::TextOrTable(keys) => (path.to_owned(), keys, format!("[{header}]")),
                Takes::Tables(keys) | Takes::TextsOrTables(keys) => {
                    (format!("{path}[0]"), keys, format!("[[{header}]]"))
                }
                Takes::TablesByName(keys) => (format!("{path}.some"), keys, format!("[{header}.some]")),
                Takes::Text
                | Takes::Path
                | Takes::Whole
                | Takes::Decimal
                | Takes::Flag
                | Takes::Date
                | Takes::Texts
                | Takes::Wholes
                | Takes::TextsByName
                | Takes::Secret => return,
            };
            for key in keys {
                let inner = header.trim_matches(['[', ']']);
                found.push((format!("{path}.{}", key.name), header.clone(), key));
                walk(
                    &format!("{path}.{}", key.name),
                    key,
                    &format!("{inner}.{}", key.name),
                    found,
                );
            }
        }
        let mut found = Vec::new();
        for key in FILE {
            walk(key.name, key, key.name, &mut found);
        }
        found
    }

    fn problems(text: &str) -> Vec<Problem> {
        match Config::from_text_in(text, Path::new("rfrbot.toml"), &Surroundings::given([])) {
            Ok(_) => Vec::new(),
            Err(ConfigError::Invalid(problems)) => problems,
            Err(other) => panic!("{other}"),
        }
    }

    /// The key gets one problem, at its line, that says what was expected and what to write; else what there is.
    fn one_problem(path: &str, header: &str, name: &str, value: &str) -> Option<String> {
        let text = format!("# a comment\n\n{header}\n{name} = {value}\n");
        let all = problems(&text);
        let here: Vec<&Problem> = all
            .iter()
            .filter(|problem| {
                problem.key == path || problem.key.strip_prefix(path).is_some_and(|rest| rest.starts_with('['))
            })
            .collect();
        let is_good =
            matches!(here.as_slice(), [one] if one.line == Some(4) && !one.what.is_empty() && !one.fix.is_empty());
        (!is_good).then(|| format!("{text}{all:#?}"))
    }

    #[test]
    fn each_key_refuses_another_kind_of_value_once() {
        let mut bad: Vec<String> = Vec::new();
        for (path, header, key) in all() {
            let others: &[&str] = match key.takes {
                Takes::Text | Takes::Path => &["5", "true", "[\"a\"]", "{}"],
                Takes::Whole | Takes::Decimal => &["\"5\"", "true", "[5]"],
                Takes::Flag => &["\"true\"", "1"],
                Takes::Date => &["\"2026-08-25\"", "2026"],
                Takes::Texts => &["\"a\"", "5", "[5]"],
                Takes::Wholes => &["5", "\"5\"", "[\"5\"]", "[1.5]"],
                Takes::Table(_) | Takes::TablesByName(_) | Takes::TextsByName => &["5", "\"a\""],
                Takes::TextOrTable(_) => &["5", "true"],
                Takes::TextsOrTables(_) => &["5", "\"a\"", "[5]"],
                Takes::Tables(_) => &["5", "\"a\"", "[5]"],
                Takes::Secret => &["\"hunter2\"", "5"],
            };
            for other in others {
                bad.extend(one_problem(&path, &header, key.name, other));
            }
        }
        assert!(bad.is_empty(), "{}", bad.join("\n"));
    }

    #[test]
    fn each_key_refuses_an_empty_text_once() {
        let mut bad: Vec<String> = Vec::new();
        for (path, header, key) in all() {
            if MAY_BE_EMPTY.contains(&path.as_str()) {
                continue;
            }
            match key.takes {
                Takes::Text | Takes::Path | Takes::TextOrTable(_) => {
                    bad.extend(one_problem(&path, &header, key.name, "\"\""));
                }
                Takes::Texts | Takes::TextsOrTables(_) => bad.extend(one_problem(&path, &header, key.name, "[\"\"]")),
                Takes::Whole
                | Takes::Decimal
                | Takes::Flag
                | Takes::Date
                | Takes::Wholes
                | Takes::Table(_)
                | Takes::Tables(_)
                | Takes::TablesByName(_)
                | Takes::TextsByName
                | Takes::Secret => {}
            }
        }
        assert!(bad.is_empty(), "{}", bad.join("\n"));
    }

    #[test]
    fn each_key_refuses_a_number_out_of_its_range_once() {
        let mut bad: Vec<String> = Vec::new();
        for (path, header, key) in all() {
            let others: &[&str] = match key.takes {
                Takes::Whole => &[
                    "-1",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "99999999999999999999",
                ],
                Takes::Decimal => &["-1.0", "inf", "nan", "1e300"],
                Takes::Wholes => &["[-1]", "[9223372036854775807]", "[99999999999999999999]"],
                Takes::Text
                | Takes::Path
                | Takes::Flag
                | Takes::Date
                | Takes::Texts
                | Takes::Table(_)
                | Takes::TextOrTable(_)
                | Takes::TextsOrTables(_)
                | Takes::Tables(_)
                | Takes::TablesByName(_)
                | Takes::TextsByName
                | Takes::Secret => &[],
            };
            for other in others {
                bad.extend(one_problem(&path, &header, key.name, other));
            }
        }
        assert!(bad.is_empty(), "{}", bad.join("\n"));
    }

    #[test]
    fn each_path_refuses_what_only_a_shell_understands() {
        let mut bad: Vec<String> = Vec::new();
        for (path, header, key) in all().into_iter().filter(|(_, _, key)| matches!(key.takes, Takes::Path)) {
            for written in ["\"~/x\"", "\"~bot/x\"", "\"$HOME/x\"", "\"${HOME}/x\"", "\"x \""] {
                bad.extend(one_problem(&path, &header, key.name, written));
            }
        }
        assert!(bad.is_empty(), "{}", bad.join("\n"));
    }

    #[test]
    fn each_key_has_a_meaning_and_a_default() {
        for (path, _, key) in all()
            .into_iter()
            .filter(|(_, _, key)| !matches!(key.takes, Takes::Secret))
        {
            assert!(key.means.ends_with('.') && !key.default.is_empty(), "{path}");
        }
        let sections = sections();
        assert!(sections.iter().any(|section| section.header == "[irc.NETWORK.login]"));
        assert!(sections.iter().any(|section| section.header == "[[posts]]"));
        assert!(sections.iter().all(|section| !section.means.is_empty()));
    }

    /// What the shipped example shows switched off is the default of this table.
    #[test]
    fn the_defaults_are_those_of_the_shipped_example() {
        let mut header = String::new();
        let mut compared = 0;
        for line in include_str!("../../config.example.toml").lines() {
            let line = line.trim_start_matches('#');
            if line.starts_with('[') {
                line.trim_matches(['[', ']']).clone_into(&mut header);
            }
            // Sections that show what the first does not need are examples, not defaults.
            let Some((name, shown)) = line
                .split_once(" = ")
                .filter(|_| !header.contains("oftc") && !header.contains("lab"))
            else {
                continue;
            };
            let mut path = parts(&header);
            path.push(name.to_owned());
            let Some(row) = row(&path) else { continue };
            let value = |text: &str| toml::from_str::<toml::Table>(&format!("x = {text}")).ok();
            if let (Some(ours), Some(shown), true) = (
                value(row.default),
                value(shown),
                matches!(row.takes, Takes::Whole | Takes::Wholes | Takes::Decimal | Takes::Flag),
            ) {
                // These are shown with another value, and say so.
                if !matches!((header.as_str(), name), ("posts", _)) {
                    assert_eq!(ours, shown, "{header} {name}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 30, "{compared}");
    }
}
