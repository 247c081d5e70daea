//! Every key that the config file knows, once: this table finds unknown keys, suggests the right one, and
//! says what a key takes. Tests hold it against the serde form in [`super::raw`] and the shipped example.

use super::check_mail;

/// One key of a table.
pub(super) struct Key {
    /// Its name in the file.
    pub(super) name: &'static str,
    /// What stands behind the `=`, or below the header.
    pub(super) takes: Takes,
}

/// What a key takes.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    /// `"text"`.
    Text,
    /// `60`.
    Whole,
    /// `2.0` or `2`.
    Decimal,
    /// `true` or `false`.
    Flag,
    /// `2026-08-25`, without quotes.
    Date,
    /// `["a", "b"]`.
    Texts,
    /// `[1, 300]`.
    Wholes,
    /// A table with these keys.
    Table(&'static [Key]),
    /// Either `"text"` or a table with these keys.
    TextOrTable(&'static [Key]),
    /// A list whose members are either `"text"` or a table with these keys.
    TextsOrTables(&'static [Key]),
    /// `[[header]]`: tables with these keys, as many as wanted.
    Tables(&'static [Key]),
    /// `[header.NAME]`: tables with these keys under names that the operator chooses.
    TablesByName(&'static [Key]),
    /// Lists of texts under names that the operator chooses.
    TextsByName,
    /// Never in the file: a secret, which has a better place.
    Secret,
}

impl Takes {
    /// What a member of such a list is; anything else is its own only member.
    pub(super) fn member(self) -> Self {
        match self {
            Self::Texts => Self::Text,
            Self::Wholes => Self::Whole,
            Self::TextsOrTables(keys) => Self::TextOrTable(keys),
            Self::Tables(keys) => Self::Table(keys),
            Self::Text
            | Self::Whole
            | Self::Decimal
            | Self::Flag
            | Self::Date
            | Self::Table(_)
            | Self::TextOrTable(_)
            | Self::TablesByName(_)
            | Self::TextsByName
            | Self::Secret => self,
        }
    }

    /// What an error says was expected.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Whole => "a whole number",
            Self::Decimal => "a number",
            Self::Flag => "true or false",
            Self::Date => "a date without quotes, such as 2026-08-25",
            Self::Texts => "a list of texts, such as [\"one\", \"two\"]",
            Self::Wholes => "a list of whole numbers",
            Self::Table(_) => "a table",
            Self::TextOrTable(_) => "a text in quotes or a table in braces",
            Self::TextsOrTables(_) => "a list of texts or of tables in braces",
            Self::Tables(_) => "a table under a header in double brackets",
            Self::TablesByName(_) => "a table for each name",
            Self::TextsByName => "a table of lists of texts",
            Self::Secret => "nothing, because secrets do not stand in this file",
        }
    }
}

pub(super) const fn key(name: &'static str, takes: Takes) -> Key {
    Key { name, takes }
}

/// The whole file.
pub(super) const FILE: &[Key] = &[
    key("bot", Takes::Table(BOT)),
    key("tickets", Takes::Table(TICKETS)),
    key("limits", Takes::Table(LIMITS)),
    key("log", Takes::Table(LOG)),
    key("admin", Takes::Table(ADMIN)),
    key("backup", Takes::Table(BACKUP)),
    key("watch", Takes::Table(WATCH)),
    key("irc", Takes::TablesByName(IRC)),
    key("matrix", Takes::Table(MATRIX)),
    key("mail", Takes::Table(check_mail::KEYS)),
    key("announce", Takes::Table(ANNOUNCE)),
    key("people", Takes::TablesByName(PERSON)),
    key("groups", Takes::TextsByName),
    key("freezes", Takes::Table(FREEZES)),
    key("reminders", Takes::Table(REMINDERS)),
    key("posts", Takes::Tables(POST)),
];

const BOT: &[Key] = &[
    key("name", Takes::Text),
    key("prefix", Takes::Text),
    key("data", Takes::Text),
    key("edition", Takes::Text),
];

const TICKETS: &[Key] = &[key("base", Takes::Text)];

const LIMITS: &[Key] = &[
    key("undo_minutes", Takes::Whole),
    key("reply_lines", Takes::Whole),
    key("person_commands_per_minute", Takes::Whole),
    key("place_commands_per_minute", Takes::Whole),
    key("requests_per_day", Takes::Whole),
    key("questions_per_day", Takes::Whole),
    key("notes_per_day", Takes::Whole),
    key("changes_per_day", Takes::Whole),
    key("mails_per_rfr_per_day", Takes::Whole),
    key("announcements_per_rfr_per_hour", Takes::Whole),
];

const ADMIN: &[Key] = &[
    key("groups", Takes::Texts),
    key("people", Takes::Texts),
    key("place", Takes::Text),
];

const BACKUP: &[Key] = &[
    key("every_hours", Takes::Whole),
    key("keep", Takes::Whole),
    key("folder", Takes::Text),
];

const WATCH: &[Key] = &[key("listen", Takes::Text)];

const LOG: &[Key] = &[key("level", Takes::Text), key("format", Takes::Text)];

const IRC: &[Key] = &[
    key("host", Takes::Text),
    key("port", Takes::Whole),
    key("tls", Takes::Flag),
    key("plain", Takes::Flag),
    key("ca_file", Takes::Text),
    key("client_cert", Takes::Text),
    key("client_key", Takes::Text),
    key("server_password_file", Takes::Text),
    key("server_password_env", Takes::Text),
    key("server_password", Takes::Secret),
    key("nick", Takes::Text),
    key("alternative_nicks", Takes::Texts),
    key("username", Takes::Text),
    key("realname", Takes::Text),
    key("login", Takes::Table(LOGIN)),
    key("channels", Takes::TextsOrTables(CHANNEL)),
    key("pace", Takes::TextOrTable(PACE)),
    key("connect_timeout_seconds", Takes::Whole),
    key("sasl_timeout_seconds", Takes::Whole),
    key("ping_interval_seconds", Takes::Whole),
    key("reconnect_seconds", Takes::Wholes),
];

const MATRIX: &[Key] = &[
    key("homeserver", Takes::Text),
    key("ca_file", Takes::Text),
    key("user", Takes::Text),
    key("password_file", Takes::Text),
    key("password_env", Takes::Text),
    key("password", Takes::Secret),
    key("token_file", Takes::Text),
    key("token_env", Takes::Text),
    key("token", Takes::Secret),
    key("device_name", Takes::Text),
    key("rooms", Takes::Texts),
    key("invites_from_groups", Takes::Texts),
    key("account_servers", Takes::Texts),
    key("bridge_ghosts", Takes::Texts),
    key("catch_up_minutes", Takes::Whole),
    key("accept_unverified_devices", Takes::Flag),
    key("encrypt_private_rooms", Takes::Flag),
    key("recovery_file", Takes::Text),
    key("recovery_env", Takes::Text),
    key("recovery", Takes::Secret),
    key("retry_seconds", Takes::Wholes),
];

const LOGIN: &[Key] = &[
    key("sasl", Takes::Text),
    key("nickserv", Takes::Flag),
    key("required", Takes::Flag),
    key("account", Takes::Text),
    key("password_file", Takes::Text),
    key("password_env", Takes::Text),
    key("password", Takes::Secret),
];

const CHANNEL: &[Key] = &[
    key("name", Takes::Text),
    key("key_file", Takes::Text),
    key("key_env", Takes::Text),
    key("key", Takes::Secret),
];

const PACE: &[Key] = &[key("burst", Takes::Whole), key("per_second", Takes::Decimal)];

const ANNOUNCE: &[Key] = &[key("places", Takes::Texts), key("bridged", Takes::Tables(BRIDGED))];

const BRIDGED: &[Key] = &[key("places", Takes::Texts)];

const PERSON: &[Key] = &[
    key("irc", Takes::Texts),
    key("matrix", Takes::Texts),
    key("mail", Takes::Texts),
];

const FREEZES: &[Key] = &[
    key("import", Takes::Texts),
    key("absences", Takes::Texts),
    key("refresh_hours", Takes::Whole),
    key("in_force", Takes::Text),
    key("ca_file", Takes::Text),
    key("plain", Takes::Flag),
    key("windows", Takes::Tables(WINDOW)),
];

const REMINDERS: &[Key] = &[
    key("enabled", Takes::Flag),
    key("places", Takes::Texts),
    key("time_zone", Takes::Text),
    key("working_days", Takes::Texts),
    key("hours", Takes::Wholes),
    key("off", Takes::Texts),
    key("mentions_per_rfr_and_day", Takes::Whole),
    key("posts_per_day", Takes::Whole),
    key("to_list", Takes::Texts),
    key("to_list_from", Takes::Whole),
    key("open_question", Takes::Table(PHASES)),
    key("silent", Takes::Table(PHASES)),
    key("freeze_soon", Takes::Wholes),
    key("sign_off", Takes::Wholes),
    key("sponsor_asked", Takes::Wholes),
    key("no_sponsor", Takes::Wholes),
    key("deployment_overdue", Takes::Wholes),
    key("freeze_start", Takes::Wholes),
    key("freeze_overdue", Takes::Wholes),
    key("dev_instance", Takes::Wholes),
    key("one_person", Takes::Wholes),
    key("sponsor_left", Takes::Wholes),
    key("hold", Takes::Wholes),
];

const PHASES: &[Key] = &[
    key("pre_sponsorship", Takes::Wholes),
    key("planning", Takes::Wholes),
    key("development", Takes::Wholes),
    key("staging", Takes::Wholes),
    key("production", Takes::Wholes),
];

const POST: &[Key] = &[
    key("name", Takes::Text),
    key("when", Takes::Text),
    key("minutes_before", Takes::Whole),
    key("places", Takes::Texts),
    key("to_list", Takes::Flag),
];

const WINDOW: &[Key] = &[
    key("name", Takes::Text),
    key("from", Takes::Date),
    key("to", Takes::Date),
];

/// What to write now for a key that an earlier version took elsewhere, or in another form; empty where it never did.
pub(super) fn moved(key: &str) -> &'static str {
    match key {
        "calendar" => "Write it as import = [\"FILE\"] under [freezes]",
        "freezes" => "Write each freeze under a header [[freezes.windows]]",
        _ => "",
    }
}
