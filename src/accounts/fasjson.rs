//! FASJSON's calls, and what its answers mean.

use super::curl::{self, Answer, NO_CURL, Silence};
use crate::config::{Accounts, Ticket};
use crate::people::Account;
use crate::visible;
use crate::wire::{GroupsAsked, GroupsTold};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// FASJSON's own largest page.
const PAGE: usize = 40;

/// No group has more pages.
const MOST_PAGES: usize = 250;

/// One FASJSON, and by what it is asked.
#[derive(Debug)]
pub struct Fasjson {
    base: String,
    ticket: Ticket,
    patience: Duration,
}

/// A page of a list.
#[derive(Debug, Deserialize)]
struct Page {
    result: Vec<User>,
    page: Option<Numbers>,
}

#[derive(Debug, Deserialize)]
struct User {
    username: String,
}

/// FASJSON's `next_page` can name the page itself: pages are counted.
#[derive(Debug, Deserialize)]
struct Numbers {
    total_pages: usize,
}

#[derive(Debug, Deserialize)]
struct Whole<T> {
    result: T,
}

#[derive(Debug, Deserialize)]
struct Me {
    username: Option<String>,
    service: Option<String>,
}

impl Fasjson {
    /// The one that the config names.
    pub fn new(config: &Accounts) -> Self {
        Self {
            base: config.fasjson.clone(),
            ticket: config.ticket.clone(),
            patience: config.patience,
        }
    }

    /// Who is in the groups, each within the time that the config gives.
    pub(super) async fn told(&self, asked: GroupsAsked) -> GroupsTold {
        let until = Instant::now() + self.patience;
        let mut groups = BTreeMap::new();
        let mut silent = false;
        for group in asked.groups {
            // One that has not answered is not waited for again.
            let members = if silent {
                Err(self.too_late())
            } else {
                timeout_at(until, self.members(&group)).await.unwrap_or_else(|_| {
                    silent = true;
                    Err(self.too_late())
                })
            };
            groups.insert(group, members);
        }
        let round = asked.round;
        GroupsTold { round, groups }
    }

    /// The members of a group at this moment; else why they are unknown.
    pub async fn members(&self, group: &str) -> Result<BTreeSet<Account>, String> {
        let mut members = BTreeSet::new();
        for number in 1..=MOST_PAGES {
            let path = format!("/v1/groups/{group}/members/?page_size={PAGE}&page_number={number}");
            let page: Page = match self.get(&path, "username").await? {
                Found::There(page) => page,
                Found::NotThere => {
                    return Err(format!(
                        "the account system knows no group {group}: check groups under [accounts]"
                    ));
                }
            };
            // A name that no account can have is nobody's.
            members.extend(page.result.iter().filter_map(|user| Account::from_word(&user.username)));
            if page.page.is_none_or(|numbers| number >= numbers.total_pages) {
                return Ok(members);
            }
        }
        Err(format!("{group} has more than {} members", MOST_PAGES * PAGE))
    }

    /// As whom FASJSON sees the bot.
    pub(super) async fn me(&self) -> Result<String, String> {
        let me: Whole<Me> = match self.get("/v1/me/", "username,service").await? {
            Found::There(me) => me,
            Found::NotThere => return Err(format!("{} is not FASJSON: check fasjson under [accounts]", self.base)),
        };
        let me = me.result.service.or(me.result.username);
        Ok(visible::escaped(
            &me.unwrap_or_else(|| "nobody that it names".to_owned()),
        ))
    }

    fn too_late(&self) -> String {
        format!("{} did not answer within {} s", self.base, self.patience.as_secs())
    }

    async fn get<T: for<'de> Deserialize<'de>>(&self, path: &str, fields: &str) -> Result<Found<T>, String> {
        let url = format!("{}{path}", self.base);
        match curl::get(&url, fields, &self.ticket, self.patience).await {
            Ok(answer) => self.read(&answer),
            Err(Silence::NoCurl) => Err(NO_CURL.to_owned()),
            Err(Silence::TooLate) => Err(self.too_late()),
            Err(Silence::Failed(words)) => Err(format!("{} cannot be asked: {}", self.base, visible::escaped(&words))),
        }
    }

    fn read<T: for<'de> Deserialize<'de>>(&self, answer: &Answer) -> Result<Found<T>, String> {
        let base = &self.base;
        match answer.status {
            200 => serde_json::from_str(&answer.body).map(Found::There).map_err(|_| {
                format!("{base} answered with something else than FASJSON would: check fasjson under [accounts]")
            }),
            404 if answer.body.trim_start().starts_with('{') => Ok(Found::NotThere),
            404 => Err(format!("{base} is not FASJSON: check fasjson under [accounts]")),
            401 => Err(match &answer.kerberos {
                Some(words) => kerberos(words),
                None => format!("{base} does not take the bot's ticket: is it of the right realm?"),
            }),
            403 => Err(format!(
                "{base} refuses the bot's principal: ask those who run it to let it in"
            )),
            500.. if answer.body.contains("fulfill requested option") => Err(
                "the bot's ticket is not forwardable: write forwardable = true under [libdefaults] in krb5.conf, \
                     and get a new ticket"
                    .to_owned(),
            ),
            500.. if answer.body.contains("LDAP server is down") || answer.body.contains("\"source\": \"LDAP\"") => {
                Err(format!("{base} cannot reach its directory"))
            }
            status => Err(format!("{base} answered with the status {status}")),
        }
    }
}

enum Found<T> {
    There(T),
    NotThere,
}

/// What Kerberos says, with the fix.
fn kerberos(words: &str) -> String {
    let lower = words.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    let fix = if has("clock skew") {
        "set this machine's clock right"
    } else if has("not found in kerberos database") && has("server") {
        "no service of that name is in the realm: check fasjson under [accounts], and [domain_realm] in krb5.conf"
    } else if has("not found in kerberos database") || has("client not found") {
        "the realm knows no such principal: ask its admins for a keytab that fits"
    } else if has("cannot find kdc") || has("wrong realm") {
        "check the realm in krb5.conf, and that the keytab is of that realm"
    } else if has("cannot contact any kdc") {
        "the realm's servers do not answer: check kdc in krb5.conf, and whether they run"
    } else if has("expired") {
        "renew the ticket (kinit), or use a keytab, which needs no renewal"
    } else if has("preauthentication failed") || has("integrity check failed") || has("password incorrect") {
        "the key of the principal has changed: get a new keytab"
    } else if has("no credentials")
        || has("no kerberos credentials")
        || has("no such file")
        || has("permission denied")
        || has("key table")
    {
        "there is no ticket: give keytab = \"FILE\" under [accounts], readable by the bot's user, or a ticket cache"
    } else {
        "check krb5.conf and the keytab: `kinit -k -t KEYTAB PRINCIPAL` says more"
    };
    format!("Kerberos says “{}”: {fix}", visible::escaped(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fasjson() -> Fasjson {
        Fasjson {
            base: "https://fas.example.org".to_owned(),
            ticket: Ticket::Default,
            patience: Duration::from_secs(10),
        }
    }

    fn read(status: u16, body: &str, kerberos: Option<&str>) -> Result<bool, String> {
        let answer = Answer {
            status,
            body: body.to_owned(),
            kerberos: kerberos.map(str::to_owned),
        };
        let read: Result<Found<Page>, String> = fasjson().read(&answer);
        read.map(|found| matches!(found, Found::There(_)))
    }

    #[test]
    fn every_trouble_names_its_fix() {
        for (status, body, said, fix) in [
            (401, "", Some("Clock skew too great"), "clock"),
            (401, "", Some("Ticket expired"), "kinit"),
            (
                401,
                "",
                Some("Client 'x@R' not found in Kerberos database"),
                "no such principal",
            ),
            (
                401,
                "",
                Some("Server HTTP/x@R not found in Kerberos database"),
                "[domain_realm]",
            ),
            (401, "", Some("Cannot find KDC for realm \"R\""), "krb5.conf"),
            (401, "", Some("Cannot contact any KDC for realm 'R'"), "do not answer"),
            (
                401,
                "",
                Some("No Kerberos credentials available (default cache: FILE:/x)"),
                "keytab",
            ),
            (401, "", None, "realm"),
            (
                500,
                "LDAP local error … KDC can't fulfill requested option",
                None,
                "forwardable = true",
            ),
            (
                500,
                r#"{"message": "LDAP server is down", "source": "LDAP"}"#,
                None,
                "directory",
            ),
            (404, "<html>", None, "fasjson under [accounts]"),
            (200, "<html>", None, "fasjson under [accounts]"),
        ] {
            let why = read(status, body, said).expect_err("trouble");
            assert!(why.contains(fix), "{status} {said:?}: {why}");
        }
    }

    #[test]
    fn no_such_group_is_not_an_empty_group() {
        assert_eq!(
            read(404, r#"{"groupname": "nope", "message": "Group not found"}"#, None),
            Ok(false)
        );
        assert_eq!(read(200, r#"{"result": []}"#, None), Ok(true));
    }
}
