//! `[mail]` and `[mail.inbox]` as they are written.

use serde::Deserialize;

/// `[mail]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawMail {
    pub(super) from: Option<String>,
    pub(super) from_name: Option<String>,
    pub(super) reply_to: Option<String>,
    pub(super) list: Option<String>,
    pub(super) list_id: Option<String>,
    pub(super) archive: Option<String>,
    pub(super) smtp: Option<RawSmtp>,
    pub(super) sendmail: Option<String>,
    pub(super) own_copy_wait_minutes: Option<i64>,
    pub(super) subject_prefix: Option<String>,
    pub(super) send: Option<Vec<String>>,
    pub(super) inbox: Option<RawInbox>,
}

/// `smtp = { … }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawSmtp {
    pub(super) host: Option<String>,
    pub(super) port: Option<i64>,
    pub(super) tls: Option<String>,
    pub(super) plain: Option<bool>,
    pub(super) ca_file: Option<String>,
    pub(super) account: Option<String>,
    pub(super) password_file: Option<String>,
    pub(super) password_env: Option<String>,
    pub(super) timeout_seconds: Option<i64>,
}

/// `[mail.inbox]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawInbox {
    pub(super) maildir: Option<String>,
    pub(super) imap: Option<RawImap>,
    pub(super) open_questions: Option<bool>,
    pub(super) proof: Option<RawProof>,
}

/// `proof = { … }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawProof {
    pub(super) return_path: Option<String>,
    pub(super) delivered_to_file: Option<String>,
    pub(super) delivered_to_env: Option<String>,
    pub(super) authserv_id: Option<String>,
}

/// `imap = { … }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawImap {
    pub(super) host: Option<String>,
    pub(super) port: Option<i64>,
    pub(super) tls: Option<bool>,
    pub(super) plain: Option<bool>,
    pub(super) ca_file: Option<String>,
    pub(super) account: Option<String>,
    pub(super) password_file: Option<String>,
    pub(super) password_env: Option<String>,
    pub(super) folder: Option<String>,
    pub(super) connect_timeout_seconds: Option<i64>,
    pub(super) reconnect_seconds: Option<Vec<i64>>,
}
