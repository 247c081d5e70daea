//! The config file as it is written, before anything is checked. [`super::form`] has looked at the form
//! before serde does, so that an error can name every problem at once; serde's own refusal of unknown
//! fields is the second lock on the same door.

use super::raw_mail::RawMail;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::value::Datetime;

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawConfig {
    pub(super) bot: RawBot,
    pub(super) sop: RawSop,
    pub(super) tickets: RawTickets,
    pub(super) limits: RawLimits,
    pub(super) log: RawLog,
    pub(super) admin: RawAdmin,
    pub(super) backup: Option<RawBackup>,
    pub(super) watch: RawWatch,
    pub(super) irc: BTreeMap<String, RawIrc>,
    pub(super) matrix: Option<RawMatrix>,
    pub(super) mail: Option<RawMail>,
    pub(super) announce: RawAnnounce,
    pub(super) people: BTreeMap<String, RawPerson>,
    pub(super) groups: BTreeMap<String, Vec<String>>,
    pub(super) freezes: RawFreezes,
    pub(super) reminders: RawReminders,
    pub(super) posts: Vec<RawPost>,
}

/// `[bot]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawBot {
    pub(super) name: Option<String>,
    pub(super) prefix: Option<String>,
    pub(super) data: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) four_eyes: Option<bool>,
    pub(super) objections_hold: Option<bool>,
}

/// `[sop]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawSop {
    pub(super) file: Option<String>,
}

/// `[tickets]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawTickets {
    pub(super) base: Option<String>,
}

/// `[limits]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawLimits {
    pub(super) undo_minutes: Option<i64>,
    pub(super) reply_lines: Option<i64>,
    pub(super) person_commands_per_minute: Option<i64>,
    pub(super) place_commands_per_minute: Option<i64>,
    pub(super) requests_per_day: Option<i64>,
    pub(super) questions_per_day: Option<i64>,
    pub(super) notes_per_day: Option<i64>,
    pub(super) changes_per_day: Option<i64>,
    pub(super) mails_per_rfr_per_day: Option<i64>,
    pub(super) announcements_per_rfr_per_hour: Option<i64>,
}

/// `[admin]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawAdmin {
    pub(super) groups: Option<Vec<String>>,
    pub(super) people: Vec<String>,
    pub(super) place: Option<String>,
}

/// `[backup]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawBackup {
    pub(super) every_hours: Option<i64>,
    pub(super) keep: Option<i64>,
    pub(super) folder: Option<String>,
}

/// `[watch]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawWatch {
    pub(super) listen: Option<String>,
}

/// `[log]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawLog {
    pub(super) level: Option<String>,
    pub(super) format: Option<String>,
}

/// `[irc.NETWORK]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawIrc {
    pub(super) host: Option<String>,
    pub(super) port: Option<i64>,
    pub(super) tls: Option<bool>,
    pub(super) plain: Option<bool>,
    pub(super) ca_file: Option<String>,
    pub(super) client_cert: Option<String>,
    pub(super) client_key: Option<String>,
    pub(super) server_password_file: Option<String>,
    pub(super) server_password_env: Option<String>,
    pub(super) nick: Option<String>,
    pub(super) alternative_nicks: Option<Vec<String>>,
    pub(super) username: Option<String>,
    pub(super) realname: Option<String>,
    pub(super) login: Option<RawLogin>,
    pub(super) channels: Vec<RawChannel>,
    pub(super) pace: Option<RawPace>,
    pub(super) connect_timeout_seconds: Option<i64>,
    pub(super) sasl_timeout_seconds: Option<i64>,
    pub(super) ping_interval_seconds: Option<i64>,
    pub(super) reconnect_seconds: Option<Vec<i64>>,
}

/// `[matrix]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawMatrix {
    pub(super) homeserver: Option<String>,
    pub(super) ca_file: Option<String>,
    pub(super) user: Option<String>,
    pub(super) password_file: Option<String>,
    pub(super) password_env: Option<String>,
    pub(super) token_file: Option<String>,
    pub(super) token_env: Option<String>,
    pub(super) device_name: Option<String>,
    pub(super) rooms: Vec<String>,
    pub(super) invites_from_groups: Vec<String>,
    pub(super) account_servers: Vec<String>,
    pub(super) bridge_ghosts: Vec<String>,
    pub(super) catch_up_minutes: Option<i64>,
    pub(super) accept_unverified_devices: Option<bool>,
    pub(super) encrypt_private_rooms: Option<bool>,
    pub(super) sign_by_reaction_in_encrypted_rooms: Option<bool>,
    pub(super) plain: Option<bool>,
    pub(super) recovery_file: Option<String>,
    pub(super) recovery_env: Option<String>,
    pub(super) retry_seconds: Option<Vec<i64>>,
}

/// `login = { … }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawLogin {
    pub(super) sasl: Option<String>,
    pub(super) nickserv: Option<String>,
    pub(super) required: Option<bool>,
    pub(super) account: Option<String>,
    pub(super) password_file: Option<String>,
    pub(super) password_env: Option<String>,
}

/// One channel: its name, or a table where it has a key.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum RawChannel {
    Name(String),
    Table(RawKeyedChannel),
}

/// `{ name = "#private", key_file = "…" }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawKeyedChannel {
    pub(super) name: Option<String>,
    pub(super) key_file: Option<String>,
    pub(super) key_env: Option<String>,
}

/// Outgoing pace: `"unlimited"`, or a table.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum RawPace {
    Word(String),
    Table(RawLimitedPace),
}

/// `{ burst = 8, per_second = 2.0 }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawLimitedPace {
    pub(super) burst: Option<i64>,
    pub(super) per_second: Option<f64>,
}

/// `[announce]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawAnnounce {
    pub(super) places: Option<Vec<String>>,
    pub(super) bridged: Vec<RawBridged>,
}

/// `[[announce.bridged]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawBridged {
    pub(super) places: Vec<String>,
}

/// `[people.ACCOUNT]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawPerson {
    pub(super) irc: Vec<String>,
    pub(super) matrix: Vec<String>,
    pub(super) mail: Vec<String>,
}

/// `[freezes]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawFreezes {
    pub(super) import: Vec<String>,
    pub(super) absences: Vec<String>,
    pub(super) refresh_hours: Option<i64>,
    pub(super) in_force: Option<String>,
    pub(super) ca_file: Option<String>,
    pub(super) plain: Option<bool>,
    pub(super) windows: Vec<RawWindow>,
}

/// `[[freezes.windows]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawWindow {
    pub(super) name: Option<String>,
    pub(super) from: Option<Datetime>,
    pub(super) to: Option<Datetime>,
}

/// `[reminders]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawReminders {
    pub(super) enabled: Option<bool>,
    pub(super) places: Option<Vec<String>>,
    pub(super) time_zone: Option<String>,
    pub(super) working_days: Option<Vec<String>>,
    pub(super) hours: Option<Vec<i64>>,
    pub(super) off: Vec<String>,
    pub(super) mentions_per_rfr_and_day: Option<i64>,
    pub(super) posts_per_day: Option<i64>,
    pub(super) to_list: Vec<String>,
    pub(super) to_list_from: Option<i64>,
    pub(super) open_question: RawPhases,
    pub(super) silent: RawPhases,
    pub(super) freeze_soon: Option<Vec<i64>>,
    pub(super) sign_off: Option<Vec<i64>>,
    pub(super) sponsor_asked: Option<Vec<i64>>,
    pub(super) no_sponsor: Option<Vec<i64>>,
    pub(super) deployment_overdue: Option<Vec<i64>>,
    pub(super) freeze_start: Option<Vec<i64>>,
    pub(super) freeze_overdue: Option<Vec<i64>>,
    pub(super) dev_instance: Option<Vec<i64>>,
    pub(super) one_person: Option<Vec<i64>>,
    pub(super) sponsor_left: Option<Vec<i64>>,
    pub(super) hold: Option<Vec<i64>>,
}

/// A rhythm for each phase.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawPhases {
    pub(super) pre_sponsorship: Option<Vec<i64>>,
    pub(super) planning: Option<Vec<i64>>,
    pub(super) development: Option<Vec<i64>>,
    pub(super) staging: Option<Vec<i64>>,
    pub(super) production: Option<Vec<i64>>,
}

/// `[[posts]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawPost {
    pub(super) name: Option<String>,
    pub(super) when: Option<String>,
    pub(super) minutes_before: Option<i64>,
    pub(super) places: Option<Vec<String>>,
    pub(super) to_list: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::super::keys::{FILE, Key, Takes};
    use super::RawConfig;

    /// A table of the file, as the header under which a test writes a key, with its list of keys.
    fn tables() -> Vec<(String, &'static [Key])> {
        fn walk(wrap: &dyn Fn(&str) -> String, keys: &'static [Key], found: &mut Vec<(String, &'static [Key])>) {
            found.push((wrap("HERE"), keys));
            for key in keys {
                let name = key.name;
                match key.takes {
                    Takes::Table(inner) | Takes::TextOrTable(inner) => {
                        walk(&|body| wrap(&format!("{name} = {{ {body} }}")), inner, found);
                    }
                    Takes::Tables(inner) | Takes::TextsOrTables(inner) => {
                        walk(&|body| wrap(&format!("{name} = [{{ {body} }}]")), inner, found);
                    }
                    Takes::TablesByName(inner) => {
                        walk(
                            &|body| wrap(&format!("{name} = {{ some = {{ {body} }} }}")),
                            inner,
                            found,
                        );
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
                    | Takes::Secret => {}
                }
            }
        }
        let mut found = Vec::new();
        walk(&|body| body.to_owned(), FILE, &mut found);
        found
    }

    fn sample(takes: Takes) -> &'static str {
        match takes {
            Takes::Text | Takes::Path | Takes::TextOrTable(_) => "\"text\"",
            Takes::Whole => "1",
            Takes::Decimal => "1.5",
            Takes::Flag => "true",
            Takes::Date => "2026-08-25",
            Takes::Texts | Takes::TextsOrTables(_) => "[\"text\"]",
            Takes::Wholes => "[1, 2]",
            Takes::Table(_) | Takes::TablesByName(_) | Takes::TextsByName => "{}",
            Takes::Tables(_) => "[]",
            Takes::Secret => "\"secret\"",
        }
    }

    #[test]
    fn serde_takes_every_key_of_the_table_and_never_a_secret() {
        for (wrap, keys) in tables() {
            for key in keys {
                let text = wrap.replace("HERE", &format!("{} = {}", key.name, sample(key.takes)));
                let parsed = toml::from_str::<RawConfig>(&text);
                assert_eq!(
                    parsed.is_ok(),
                    !matches!(key.takes, Takes::Secret),
                    "{text}: {:?}",
                    parsed.err()
                );
            }
        }
    }

    #[test]
    fn serde_knows_no_key_that_the_table_lacks() {
        for (wrap, keys) in tables() {
            let text = wrap.replace("HERE", "no_such_key = 1");
            let refused = toml::from_str::<RawConfig>(&text)
                .expect_err("an unknown key is refused")
                .to_string();
            // Where a table is one of two forms, serde does not list its fields; the walk over the other
            // tables shows that the list is there to compare wherever serde gives one.
            let Some((_, listed)) = refused.split_once("expected ") else {
                assert!(refused.contains("untagged enum"), "{text}: {refused}");
                continue;
            };
            let listed: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
            let ours: Vec<&str> = keys
                .iter()
                .filter(|key| !matches!(key.takes, Takes::Secret))
                .map(|key| key.name)
                .collect();
            let (mut listed, mut ours) = (listed, ours);
            listed.sort_unstable();
            ours.sort_unstable();
            assert_eq!(listed, ours, "{text}");
        }
    }
}
