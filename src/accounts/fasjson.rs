//! FASJSON's calls, and what its answers mean.

use super::curl::{self, CurlAnswer, CurlTrouble, NO_CURL};
use super::profiles::{Found as Candidate, forms, whose};
use crate::config::{Accounts, KerberosTicket};
use crate::people::profiles::Profile;
use crate::people::{Account, Identity};
use crate::visible;
use crate::wire::{AccountsAsked, AccountsTold};
use futures_util::future::join_all;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
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
    ticket: KerberosTicket,
    patience: Duration,
    /// The hosts of the IRC networks, by their names in the config.
    hosts: BTreeMap<String, String>,
}

/// A page of a list.
#[derive(Debug, Deserialize)]
struct ListPage<T> {
    result: Vec<T>,
    page: Option<PageNumbers>,
}

#[derive(Debug, Deserialize)]
struct UserBody {
    username: String,
}

/// FASJSON's `next_page` can name the page itself: pages are counted.
#[derive(Debug, Deserialize)]
struct PageNumbers {
    total_pages: usize,
}

#[derive(Debug, Deserialize)]
struct WholeBody<T> {
    result: T,
}

#[derive(Debug, Deserialize)]
struct Me {
    username: Option<String>,
    service: Option<String>,
}

impl Fasjson {
    /// The one that the config names.
    pub fn new(config: &Accounts, hosts: BTreeMap<String, String>) -> Self {
        Self {
            base: config.fasjson.clone(),
            ticket: config.ticket.clone(),
            patience: config.patience,
            hosts,
        }
    }

    /// What was asked, within the time that the config gives.
    pub(super) async fn told(&self, asked: AccountsAsked) -> AccountsTold {
        let AccountsAsked {
            round,
            groups,
            who,
            account,
        } = asked;
        let until = Instant::now() + self.patience;
        let whose = async {
            let identity = who?;
            let profile = timeout_at(until, self.profile(&identity)).await;
            Some((identity, profile.unwrap_or_else(|_| Err(self.too_late()))))
        };
        let active = async {
            let account = account?;
            let active = timeout_at(until, self.is_active(&account)).await;
            Some((account, active.unwrap_or_else(|_| Err(self.too_late()))))
        };
        let (groups, who, account) = tokio::join!(self.groups(groups, until), whose, active);
        AccountsTold {
            round,
            groups,
            who,
            account,
        }
    }

    async fn groups(&self, asked: Vec<String>, until: Instant) -> BTreeMap<String, Result<BTreeSet<Account>, String>> {
        let each = asked.into_iter().map(|group| async {
            let members = timeout_at(until, self.members(&group)).await;
            (group, members.unwrap_or_else(|_| Err(self.too_late())))
        });
        join_all(each).await.into_iter().collect()
    }

    /// Whose an identity is by the profiles at this moment; else why that is unknown.
    pub async fn profile(&self, identity: &Identity) -> Result<Profile, String> {
        let forms = forms(identity, &self.hosts);
        let mut found = Vec::new();
        let pages = forms.iter().map(|form| async {
            let form = encoded(form);
            let path = format!("/v1/search/users/?ircnick__exact={form}&page_size={PAGE}&page_number=1");
            // Whoever asks without is_private is shown what private profiles say.
            self.get(&path, "username,ircnicks,is_private", None).await
        });
        for page in join_all(pages).await {
            let page: ListPage<Candidate> = match page? {
                PageAnswer::There(page) => page,
                PageAnswer::NotThere => return Err(self.is_not_fasjson()),
            };
            if page.page.is_some_and(|numbers| numbers.total_pages > 1) {
                return Ok(Profile::Several);
            }
            found.extend(page.result);
        }
        Ok(whose(identity, &forms, &found))
    }

    /// Is there such an account at this moment, and is it not disabled? FASJSON says both of those in one way.
    pub async fn is_active(&self, account: &Account) -> Result<bool, String> {
        let path = format!("/v1/users/{}/", encoded(account.as_str()));
        let user: PageAnswer<WholeBody<UserBody>> =
            self.get(&path, "username,is_private", Some(account.as_str())).await?;
        match user {
            PageAnswer::There(user) if account.as_str().eq_ignore_ascii_case(&user.result.username) => Ok(true),
            PageAnswer::There(_) => Err(self.is_not_fasjson()),
            PageAnswer::NotThere => Ok(false),
        }
    }

    /// The members of a group at this moment; else why they are unknown.
    pub async fn members(&self, group: &str) -> Result<BTreeSet<Account>, String> {
        let mut members = BTreeSet::new();
        for number in 1..=MOST_PAGES {
            let path = format!("/v1/groups/{group}/members/?page_size={PAGE}&page_number={number}");
            let page: ListPage<UserBody> = match self.get(&path, "username", Some(group)).await? {
                PageAnswer::There(page) => page,
                PageAnswer::NotThere => {
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
        let me: WholeBody<Me> = match self.get("/v1/me/", "username,service", None).await? {
            PageAnswer::There(me) => me,
            PageAnswer::NotThere => return Err(self.is_not_fasjson()),
        };
        let me = me.result.service.or(me.result.username);
        Ok(visible::escaped(
            &me.unwrap_or_else(|| "nobody that it names".to_owned()),
        ))
    }

    fn is_not_fasjson(&self) -> String {
        format!("{} is not FASJSON: check fasjson under [accounts]", self.base)
    }

    fn too_late(&self) -> String {
        format!("{} did not answer within {} s", self.base, self.patience.as_secs())
    }

    /// Asks; `named` is the account or the group that may not be there.
    async fn get<T: for<'de> Deserialize<'de>>(
        &self,
        path: &str,
        fields: &str,
        named: Option<&str>,
    ) -> Result<PageAnswer<T>, String> {
        let url = format!("{}{path}", self.base);
        match curl::get(&url, fields, &self.ticket, self.patience).await {
            Ok(answer) => self.read(&answer, named),
            Err(CurlTrouble::NoCurl) => Err(NO_CURL.to_owned()),
            Err(CurlTrouble::TooLate) => Err(self.too_late()),
            Err(CurlTrouble::Failed(words)) => Err(format!(
                "{} cannot be asked: {}: {}",
                self.base,
                visible::escaped(&words),
                unreachable(&words)
            )),
        }
    }

    fn read<T: for<'de> Deserialize<'de>>(
        &self,
        answer: &CurlAnswer,
        named: Option<&str>,
    ) -> Result<PageAnswer<T>, String> {
        let base = &self.base;
        match answer.status {
            200 => serde_json::from_str(&answer.body).map(PageAnswer::There).map_err(|_| {
                format!("{base} answered with something else than FASJSON would: check fasjson under [accounts]")
            }),
            404 if says_that_there_is_no(named, &answer.body) => Ok(PageAnswer::NotThere),
            404 => Err(self.is_not_fasjson()),
            401 => Err(match &answer.kerberos {
                Some(words) => kerberos(words),
                None => format!(
                    "{base} does not take the bot's ticket: check that krb5.conf and the keytab are of its realm"
                ),
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
                Err(format!(
                    "{base} cannot reach its directory: only those who run it can mend that"
                ))
            }
            300..=399 => Err(format!(
                "{base} sends to another address (status {}), which is not followed: check fasjson under [accounts]",
                answer.status
            )),
            429 => Err(format!(
                "{base} is asked too often (status 429): raise fresh_minutes under [accounts]"
            )),
            502..=504 => Err(format!(
                "{base} is away (status {}): only those who run it can mend that",
                answer.status
            )),
            status => Err(format!(
                "{base} failed (status {status}): ask those who run it whether they let the bot's principal in, and what \
                 their log says"
            )),
        }
    }
}

/// FASJSON repeats the account or the group that it does not know. Whatever else says 404, such as a proxy or an address
/// with one path too many, knows nothing of it.
fn says_that_there_is_no(named: Option<&str>, body: &str) -> bool {
    #[derive(Deserialize)]
    struct FasAbsence {
        name: Option<String>,
        groupname: Option<String>,
    }
    let Some((named, absence)) = named.zip(serde_json::from_str::<FasAbsence>(body).ok()) else {
        return false;
    };
    let repeated = absence.name.or(absence.groupname);
    repeated.is_some_and(|repeated| repeated.eq_ignore_ascii_case(named))
}

enum PageAnswer<T> {
    There(T),
    NotThere,
}

/// Words as they stand in a query.
fn encoded(words: &str) -> String {
    words.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // A String takes everything.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

/// What helps where no answer comes, by curl's words.
fn unreachable(words: &str) -> &'static str {
    let lower = words.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    if has("could not resolve") {
        "check the name in fasjson under [accounts], and this machine's DNS"
    } else if has("failed to connect") || has("couldn't connect") || has("refused") || has("unreachable") {
        "check the port in fasjson under [accounts], and whether a firewall is in between"
    } else if has("wrong version number") || has("packet length too long") {
        "no TLS is spoken there: check the port in fasjson under [accounts]"
    } else if has("certificate") {
        "check its name in fasjson under [accounts], and this machine's authorities (ca-certificates)"
    } else {
        "check that FASJSON is what answers at fasjson under [accounts]; its own log says more"
    }
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
            ticket: KerberosTicket::Default,
            patience: Duration::from_secs(10),
            hosts: BTreeMap::new(),
        }
    }

    fn read(status: u16, body: &str, kerberos: Option<&str>) -> Result<bool, String> {
        let answer = CurlAnswer {
            status,
            body: body.to_owned(),
            kerberos: kerberos.map(str::to_owned),
        };
        let read: Result<PageAnswer<ListPage<UserBody>>, String> = fasjson().read(&answer, Some("nope"));
        read.map(|found| matches!(found, PageAnswer::There(_)))
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
            (302, "", None, "fasjson under [accounts]"),
            (429, "", None, "fresh_minutes"),
            (500, "<html>", None, "principal"),
            (503, "<html>", None, "those who run it"),
            (204, "", None, "those who run it"),
            (404, "<html>", None, "fasjson under [accounts]"),
            (404, r#"{"message": "Not Found"}"#, None, "fasjson under [accounts]"),
            (
                404,
                r#"{"name": "another", "message": "User not found"}"#,
                None,
                "fasjson under [accounts]",
            ),
            (200, "<html>", None, "fasjson under [accounts]"),
        ] {
            let why = read(status, body, said).expect_err("trouble");
            assert!(why.contains(fix), "{status} {said:?}: {why}");
        }
    }

    #[test]
    fn what_cannot_be_reached_names_its_fix() {
        for (words, fix) in [
            ("Could not resolve host: nowhere.invalid", "DNS"),
            (
                "Failed to connect to localhost port 1 after 0 ms: Couldn't connect to server",
                "port",
            ),
            (
                "OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number",
                "no TLS",
            ),
            (
                "SSL certificate problem: unable to get local issuer certificate",
                "ca-certificates",
            ),
            ("Empty reply from server", "what answers"),
        ] {
            assert!(unreachable(words).contains(fix), "{words}");
        }
    }

    #[test]
    fn no_such_group_is_not_an_empty_group() {
        assert_eq!(
            read(404, r#"{"groupname": "nope", "message": "Group not found"}"#, None),
            Ok(false)
        );
        assert_eq!(
            read(404, r#"{"name": "Nope", "message": "User not found"}"#, None),
            Ok(false)
        );
        assert_eq!(read(200, r#"{"result": []}"#, None), Ok(true));
    }
}
