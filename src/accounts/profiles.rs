//! Which forms of a profile name an identity, and whose it is by those who were found.

use crate::people::profiles::Profile;
use crate::people::{Account, Identity};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Where a Matrix id lives of which a profile says no server, and on which network a nick is of which it says none.
const USUAL: (&str, &str) = ("fedora.im", "libera.chat");

/// Somebody whom a search found.
#[derive(Clone, Debug, Deserialize)]
pub struct Found {
    /// The account.
    pub username: String,
    /// What the profile says, where it can be read.
    #[serde(default)]
    pub ircnicks: Option<Vec<String>>,
    /// May others read the profile? One that does not say so is private.
    #[serde(default = "yes")]
    pub is_private: bool,
}

fn yes() -> bool {
    true
}

/// The names of an IRC network in profiles, by the host that the config names: `irc.libera.chat` is `libera.chat`, too.
fn names_of(host: &str) -> BTreeSet<String> {
    let host = host.to_ascii_lowercase();
    let mut names = BTreeSet::from([host.clone()]);
    if host.parse::<std::net::IpAddr>().is_ok() {
        return names;
    }
    match host.strip_prefix("irc.") {
        Some(network) if network.contains('.') => names.insert(network.to_owned()),
        None if host.contains('.') => names.insert(format!("irc.{host}")),
        Some(_) | None => false,
    };
    names
}

/// How a profile can name that identity; none where no profile can. `hosts` are those of the IRC networks.
pub fn forms(identity: &Identity, hosts: &BTreeMap<String, String>) -> Vec<String> {
    let (matrix, libera) = USUAL;
    match identity {
        Identity::Matrix { mxid } => {
            let Some((user, server)) = mxid.strip_prefix('@').and_then(|rest| rest.split_once(':')) else {
                return Vec::new();
            };
            let is_user = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '=' | '-' | '/' | '+');
            let is_server = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '[' | ']');
            if user.is_empty() || !user.chars().all(is_user) || server.is_empty() || !server.chars().all(is_server) {
                return Vec::new();
            }
            let mut forms = vec![format!("matrix://{server}/{user}")];
            if server == matrix {
                forms.push(format!("matrix:/{user}"));
            }
            forms
        }
        Identity::IrcAccount { network, account } => {
            let is_nick = |c: char| c.is_ascii_alphanumeric() || "[]{}^_-|`".contains(c);
            let Some(host) = hosts
                .get(network)
                .filter(|_| !account.is_empty() && account.chars().all(is_nick))
            else {
                return Vec::new();
            };
            let names = names_of(host);
            let mut forms: Vec<String> = names.iter().map(|name| format!("irc://{name}/{account}")).collect();
            if names.contains(libera) {
                forms.extend([format!("irc:/{account}"), account.clone()]);
            }
            forms
        }
        Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => Vec::new(),
    }
}

/// Whose it is by those who were found, who may be more than those whose profile names it: the directory looks for
/// alike letters, and finds private profiles, too.
pub fn whose(identity: &Identity, forms: &[String], found: &[Found]) -> Profile {
    let names_it = |nick: &String| {
        forms.iter().any(|form| match identity {
            Identity::IrcAccount { .. } => form.eq_ignore_ascii_case(nick),
            Identity::Matrix { .. } | Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => {
                form == nick
            }
        })
    };
    let nicks = |found: &Found| found.ircnicks.iter().flatten().any(names_it);
    // What a private profile says is nobody's business; that somebody else may be meant by it is.
    let people: BTreeSet<&str> = found
        .iter()
        .filter(|found| found.is_private || nicks(found))
        .map(|found| found.username.as_str())
        .collect();
    let public = found.iter().find(|found| !found.is_private && nicks(found));
    match public.and_then(|found| Account::from_word(&found.username)) {
        None => Profile::Nobodys,
        Some(_) if people.len() > 1 => Profile::Several,
        Some(account) => Profile::Of(account),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> BTreeMap<String, String> {
        let hosts = [
            ("libera", "irc.libera.chat"),
            ("oftc", "irc.oftc.net"),
            ("lab", "127.0.0.1"),
        ];
        hosts.map(|(name, host)| (name.to_owned(), host.to_owned())).into()
    }

    fn services(network: &str, account: &str) -> Identity {
        Identity::IrcAccount {
            network: network.to_owned(),
            account: account.to_owned(),
        }
    }

    fn matrix(mxid: &str) -> Identity {
        Identity::Matrix { mxid: mxid.to_owned() }
    }

    fn found(username: &str, nicks: &[&str], is_private: bool) -> Found {
        Found {
            username: username.to_owned(),
            ircnicks: (!is_private).then(|| nicks.iter().map(|nick| (*nick).to_owned()).collect()),
            is_private,
        }
    }

    #[test]
    fn a_nick_counts_on_the_network_that_the_profile_means() {
        let of = |network: &str, account: &str| forms(&services(network, account), &hosts()).join(" ");
        assert_eq!(
            of("libera", "nirik"),
            "irc://irc.libera.chat/nirik irc://libera.chat/nirik irc:/nirik nirik"
        );
        // What names no network means Libera.
        assert_eq!(of("oftc", "nirik"), "irc://irc.oftc.net/nirik irc://oftc.net/nirik");
        assert_eq!(of("lab", "nirik"), "irc://127.0.0.1/nirik");
        for nobody in [of("elsewhere", "nirik"), of("libera", "*"), of("libera", "a)(uid=*")] {
            assert_eq!(nobody, "");
        }
        let of = |mxid: &str| forms(&matrix(mxid), &hosts()).join(" ");
        assert_eq!(of("@kevin:fedora.im"), "matrix://fedora.im/kevin matrix:/kevin");
        assert_eq!(of("@kevin:example.org"), "matrix://example.org/kevin");
        for nobody in [
            of("@*:example.org"),
            of("@kevin"),
            of("@ke vin:example.org"),
            of("@:example.org"),
        ] {
            assert_eq!(nobody, "");
        }
    }

    #[test]
    fn exactly_one_profile_makes_a_person() {
        let twin = matrix("@twin:example.org");
        let forms = forms(&twin, &hosts());
        let of = |found: &[Found]| whose(&twin, &forms, found);
        let named = "matrix://example.org/twin";
        let otto = found("otto", &[named], false);
        assert_eq!(of(&[]), Profile::Nobodys);
        assert_eq!(of(std::slice::from_ref(&otto)), Profile::Of(Account::new("otto")));
        // Found by two forms, it is one still.
        assert_eq!(of(&[otto.clone(), otto.clone()]), Profile::Of(Account::new("otto")));
        assert_eq!(of(&[otto.clone(), found("emma", &[named], false)]), Profile::Several);
        assert_eq!(of(&[found("ida", &[named], true)]), Profile::Nobodys);
        assert_eq!(of(&[otto.clone(), found("ida", &[], true)]), Profile::Several);
        // Letters of another case are another id.
        let other = found("emma", &["matrix://example.org/Twin"], false);
        assert_eq!(of(std::slice::from_ref(&other)), Profile::Nobodys);
        assert_eq!(of(&[otto, other]), Profile::Of(Account::new("otto")));
    }

    #[test]
    fn a_profile_that_does_not_say_that_it_is_public_is_private() {
        let found: Found = serde_json::from_str(r#"{"username": "ida"}"#).expect("it is read");
        assert!(found.is_private);
    }
}
