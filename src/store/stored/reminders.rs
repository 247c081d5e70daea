//! The stored forms of reminders that were sent, and of what people say about being reminded.

use super::names;
use crate::people::Account;
use crate::reminder::{How, ReminderFact, ReminderKey, Snoozable};
use crate::rfr::RfrId;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Mirrors [`ReminderFact`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredReminder {
    Reminded {
        #[serde(with = "names")]
        key: ReminderKey,
        at: DateTime<Utc>,
    },
    Snoozed {
        rfr: u64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        question: Option<u32>,
        until: DateTime<Utc>,
        by: String,
    },
    Muted {
        rfr: u64,
        reason: String,
        by: String,
    },
    Unmuted {
        rfr: u64,
        by: String,
    },
    RemindMe {
        account: String,
        #[serde(with = "names")]
        how: How,
        network: String,
    },
    ShortAnswers {
        account: String,
        on: bool,
    },
    Posted {
        post: String,
        occurrence: DateTime<Utc>,
    },
}

impl From<&ReminderFact> for StoredReminder {
    fn from(fact: &ReminderFact) -> Self {
        match fact {
            ReminderFact::Made { key, at } => Self::Reminded {
                key: key.clone(),
                at: *at,
            },
            ReminderFact::Snoozed { what, until, by } => {
                let (RfrId(rfr), question) = match what {
                    Snoozable::Rfr(id) => (*id, None),
                    Snoozable::Question(id, number) => (*id, Some(*number)),
                };
                Self::Snoozed {
                    rfr,
                    question,
                    until: *until,
                    by: by.as_str().to_owned(),
                }
            }
            ReminderFact::Muted { rfr, reason, by } => Self::Muted {
                rfr: rfr.0,
                reason: reason.clone(),
                by: by.as_str().to_owned(),
            },
            ReminderFact::Unmuted { rfr, by } => Self::Unmuted {
                rfr: rfr.0,
                by: by.as_str().to_owned(),
            },
            ReminderFact::Preference { account, how, network } => Self::RemindMe {
                account: account.as_str().to_owned(),
                how: *how,
                network: network.clone(),
            },
            ReminderFact::Short { account, on } => Self::ShortAnswers {
                account: account.as_str().to_owned(),
                on: *on,
            },
            ReminderFact::Posted { recurring, occurrence } => Self::Posted {
                post: recurring.clone(),
                occurrence: *occurrence,
            },
        }
    }
}

impl From<StoredReminder> for ReminderFact {
    fn from(stored: StoredReminder) -> Self {
        match stored {
            StoredReminder::Reminded { key, at } => Self::Made { key, at },
            StoredReminder::Snoozed {
                rfr,
                question,
                until,
                by,
            } => Self::Snoozed {
                what: match question {
                    None => Snoozable::Rfr(RfrId(rfr)),
                    Some(number) => Snoozable::Question(RfrId(rfr), number),
                },
                until,
                by: Account::new(&by),
            },
            StoredReminder::Muted { rfr, reason, by } => Self::Muted {
                rfr: RfrId(rfr),
                reason,
                by: Account::new(&by),
            },
            StoredReminder::Unmuted { rfr, by } => Self::Unmuted {
                rfr: RfrId(rfr),
                by: Account::new(&by),
            },
            StoredReminder::RemindMe { account, how, network } => Self::Preference {
                account: Account::new(&account),
                how,
                network,
            },
            StoredReminder::ShortAnswers { account, on } => Self::Short {
                account: Account::new(&account),
                on,
            },
            StoredReminder::Posted { post, occurrence } => Self::Posted {
                recurring: post,
                occurrence,
            },
        }
    }
}
