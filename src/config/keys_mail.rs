//! The keys of `[mail]` and of `[mail.inbox]`.

use super::key::{Key, Takes, key};

/// Its keys.
pub(super) const KEYS: &[Key] = &[
    key(
        "from",
        Takes::Text,
        "The bot's address, which must be a member of the list.",
        "needed",
    ),
    key("from_name", Takes::Text, "The name beside it.", "\"rfrbot\""),
    key(
        "reply_to",
        Takes::Text,
        "Where answers to the author alone go.",
        "where the list sends them",
    ),
    key("list", Takes::Text, "The list's address.", "needed"),
    key(
        "list_id",
        Takes::Text,
        "The list's id, as List-Id: shows it.",
        "the address with a dot for the @",
    ),
    key(
        "archive",
        Takes::Text,
        "The address of the list's archive up to /list/.",
        "needed",
    ),
    key(
        "smtp",
        Takes::Table(SMTP),
        "The server that takes the bot's mails.",
        "needed without sendmail",
    ),
    key(
        "sendmail",
        Takes::Path,
        "A local program that takes them, in place of smtp.",
        "none",
    ),
    key(
        "own_copy_wait_minutes",
        Takes::Whole,
        "Minutes to wait for the own copy of a mail of which nobody knows whether the server took it.",
        "15",
    ),
    key(
        "subject_prefix",
        Takes::Text,
        "What the list puts before subjects, without brackets; it may be empty.",
        "the list's name with a capital",
    ),
    key(
        "send",
        Takes::Texts,
        "Which mails are sent by themselves.",
        "all of them",
    ),
    key(
        "inbox",
        Takes::Table(INBOX),
        "Where the bot reads the list's mails.",
        "nowhere",
    ),
];

const SMTP: &[Key] = &[
    key("host", Takes::Text, "The server's name.", "needed"),
    key("port", Takes::Whole, "The server's port.", "587, 465 or 25, by tls"),
    key(
        "tls",
        Takes::Text,
        "\"starttls\", or \"tls\" from the first byte.",
        "\"starttls\"",
    ),
    key("plain", Takes::Flag, "true goes without TLS.", "false"),
    key(
        "ca_file",
        Takes::Path,
        "PEM file of a private authority, in addition to the system's.",
        "none",
    ),
    key(
        "account",
        Takes::Text,
        "The account, where the server wants a login.",
        "none",
    ),
    key("password_file", Takes::Path, "File with its password.", "none"),
    key("password_env", Takes::Text, "Environment variable with it.", "none"),
    key("password", Takes::Secret, "", ""),
    key(
        "timeout_seconds",
        Takes::Whole,
        "Seconds that each step may take.",
        "60",
    ),
];

/// Its keys.
const INBOX: &[Key] = &[
    key("maildir", Takes::Path, "A Maildir to read; excludes imap.", "none"),
    key(
        "imap",
        Takes::Table(IMAP_KEYS),
        "A mailbox on an IMAP server; excludes maildir.",
        "none",
    ),
    key(
        "open_questions",
        Takes::Flag,
        "true opens a question at once for a line that begins with Question:.",
        "false",
    ),
    key(
        "proof",
        Takes::Table(PROOF_KEYS),
        "What proves that the list sent a mail; all that is given must hold.",
        "none: no mail counts as a discussion on the list",
    ),
];

const PROOF_KEYS: &[Key] = &[
    key(
        "return_path",
        Takes::Text,
        "The domain (subdomains count) or address of the list's envelope sender.",
        "none",
    ),
    key(
        "delivered_to_file",
        Takes::Path,
        "File with a secret address under which the bot is subscribed.",
        "none",
    ),
    key("delivered_to_env", Takes::Text, "Environment variable with it.", "none"),
    key("delivered_to", Takes::Secret, "", ""),
    key(
        "authserv_id",
        Takes::Text,
        "The name under which your own mail server writes Authentication-Results.",
        "none",
    ),
];

const IMAP_KEYS: &[Key] = &[
    key("host", Takes::Text, "The server's name.", "needed"),
    key("port", Takes::Whole, "The server's port.", "993 with TLS, 143 without"),
    key(
        "tls",
        Takes::Flag,
        "TLS from the first byte, with the certificate checked.",
        "true",
    ),
    key("plain", Takes::Flag, "true goes without TLS.", "false"),
    key(
        "ca_file",
        Takes::Path,
        "PEM file of a private authority, in addition to the system's.",
        "none",
    ),
    key("account", Takes::Text, "The account.", "needed"),
    key(
        "password_file",
        Takes::Path,
        "File with its password.",
        "needed, or password_env",
    ),
    key("password_env", Takes::Text, "Environment variable with it.", "none"),
    key("password", Takes::Secret, "", ""),
    key("folder", Takes::Text, "The folder that is read.", "\"INBOX\""),
    key(
        "connect_timeout_seconds",
        Takes::Whole,
        "Seconds for the connection.",
        "30",
    ),
    key(
        "reconnect_seconds",
        Takes::Wholes,
        "First and longest wait in seconds after a loss.",
        "[1, 300]",
    ),
];
