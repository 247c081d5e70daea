//! `[accounts]`: the account system that knows who is in which group.

use super::judge::{Judge, is_loopback, is_web_address, unknown_group};
use super::rows::{FilePath, Number, rows};
use super::secret::{locate, mode_open_to_others, regular};
use super::spoken::in_words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

rows! {
    /// `[accounts]`
    AccountRows {
        fasjson: Option<String> => "needed", on "https://fasjson.fedoraproject.org":
            "The address of FASJSON, without /v1. The bot asks it by curl, which must be installed and know SPNEGO (`curl \
             --version` names it). http:// only on this machine.";
        keytab: Option<FilePath> => "none", aside "rfrbot.keytab":
            "The file with the key of the bot's principal: each question gets a fresh ticket by it, so that none expires. \
             krb5.conf must say forwardable = true under [libdefaults].";
        ticket_cache: Option<String> => "the default cache of the bot's user", aside "FILE:/run/rfrbot/krb5cc":
            "In place of a keytab: a ticket cache that somebody else keeps fresh, as $KRB5CCNAME would name it. The tickets \
             in it must be forwardable.";
        groups: Vec<String> = ["sysadmin-main", "sysadmin-releng", "security-officer"]:
            "The groups whose members the account system knows; a list of them under [groups] does not count.";
        profiles: bool = true:
            "Is a services account or Matrix id that the public profile of exactly one account names that person? [people], \
             account_servers and what people linked win. false asks for no profile.";
        fresh_minutes: Number<1, 60> = 5:
            "So long an answer counts. For sign-offs, sponsorships, approvals, checks, holds and undos it is \
             always asked anew.";
        timeout_seconds: Number<1, 60> = 10:
            "After so long without an answer the groups are unknown: what needs one is refused with that reason, and the \
             rest goes on.";
    }
}

/// `[accounts]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    /// The address of FASJSON, without a slash at its end.
    pub fasjson: String,
    /// By what the bot proves who it is.
    pub ticket: KerberosTicket,
    /// The groups that it is asked for.
    pub groups: BTreeSet<String>,
    /// Do profiles say who people are?
    pub profiles: bool,
    /// So long an answer counts.
    pub fresh: Duration,
    /// So long an answer may take.
    pub patience: Duration,
}

/// By what the bot proves who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KerberosTicket {
    /// A key, by which it gets tickets.
    Keytab(PathBuf),
    /// A ticket cache that somebody keeps fresh.
    Cache(String),
    /// The default cache.
    Default,
}

impl Accounts {
    /// What the section means for a run.
    pub(super) fn describe(&self) -> String {
        let by = match &self.ticket {
            KerberosTicket::Keytab(path) => format!("the keytab {}", path.display()),
            KerberosTicket::Cache(cache) => format!("the tickets in {cache}"),
            KerberosTicket::Default => "the default ticket cache of the bot's user".to_owned(),
        };
        let groups: Vec<&str> = self.groups.iter().map(String::as_str).collect();
        let profiles = if self.profiles {
            "; whose profile names somebody is asked there, too"
        } else {
            ""
        };
        format!(
            "[accounts] who is in {} is asked of {} by {by}; an answer counts {}, and for sign-offs, sponsorships and \
             approvals it is asked anew{profiles}.",
            groups.join(", "),
            self.fasjson,
            in_words(self.fresh)
        )
    }
}

pub(super) fn accounts(raw: AccountRows, judge: &mut Judge<'_, '_>) -> Accounts {
    let fasjson = raw.fasjson.unwrap_or_default();
    let fasjson = fasjson.trim_end_matches('/').to_owned();
    let plain = fasjson.strip_prefix("http://");
    if !is_web_address(&fasjson) || fasjson.contains(['"', '\\', '?', '#', '@']) {
        judge.problem(
            "fasjson",
            "this is not an address of the web without a user's name and without a query",
            "Write, for example: fasjson = \"https://fasjson.fedoraproject.org\"",
        );
    } else if plain.is_some_and(|rest| !is_loopback(rest)) {
        judge.problem(
            "fasjson",
            "the address goes without TLS, so that anybody on the way could make members",
            "Use https://",
        );
    }
    if fasjson.ends_with("/v1") {
        judge.problem(
            "fasjson",
            "the address ends in /v1, which the bot adds itself",
            "Leave /v1 out",
        );
    }
    let groups: BTreeSet<String> = raw.groups.iter().cloned().collect();
    for (index, group) in raw.groups.iter().enumerate() {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if group.is_empty() || group.len() > 64 || !group.chars().all(is_name) {
            judge.problem(
                &format!("groups[{index}]"),
                format!("{group:?} is not the name of a group"),
                "Use letters, digits, and . _ -",
            );
        } else if let Some(fix) = unknown_group(group) {
            judge.note(
                &format!("groups[{index}]"),
                "no rule of the bot asks for this group",
                fix,
            );
        }
    }
    if groups.is_empty() {
        judge.problem(
            "groups",
            "no group is named, so that there is nothing to ask",
            "Name the groups, or leave the key out",
        );
    }
    Accounts {
        fasjson,
        ticket: ticket(raw.keytab, raw.ticket_cache, judge),
        groups,
        profiles: raw.profiles,
        fresh: raw.fresh_minutes.minutes(),
        patience: raw.timeout_seconds.seconds(),
    }
}

fn ticket(keytab: Option<FilePath>, cache: Option<String>, judge: &mut Judge<'_, '_>) -> KerberosTicket {
    match (keytab, cache) {
        (Some(_), Some(_)) => {
            judge.problem("ticket_cache", "keytab says by what tickets come", "Keep one of them");
            KerberosTicket::Default
        }
        (None, None) => KerberosTicket::Default,
        (None, Some(cache)) => {
            if cache.is_empty() || cache.contains(|c: char| c.is_control()) {
                judge.problem(
                    "ticket_cache",
                    "this names no ticket cache",
                    "Write, for example: ticket_cache = \"FILE:/run/rfrbot/krb5cc\"",
                );
            }
            KerberosTicket::Cache(cache)
        }
        (Some(FilePath(written)), None) => {
            let (folder, surroundings) = (judge.around.folder, judge.around.surroundings);
            let (path, credential) = locate(Path::new(&written), folder, surroundings);
            if surroundings.reads_secrets() {
                match regular(&path).and_then(std::fs::read) {
                    // Every keytab begins so.
                    Ok(bytes) if bytes.starts_with(&[5, 2]) || bytes.starts_with(&[5, 1]) => {}
                    Ok(_) => judge.problem(
                        "keytab",
                        format!("the file {} is no keytab", path.display()),
                        "Name the file that holds the key of the bot's principal, as `ktutil` or `ipa-getkeytab` writes it",
                    ),
                    Err(cause) => judge.problem(
                        "keytab",
                        format!("the file {} cannot be read ({cause})", path.display()),
                        "Relative names count from the folder of the config file",
                    ),
                }
                if let Some(open) = mode_open_to_others(&path, credential) {
                    judge.note_mode("keytab", &open);
                }
            }
            KerberosTicket::Keytab(path)
        }
    }
}
