//! The checks of `[tracker]`.

use super::forge::{Comments, Tracker, Webhook};
use super::rows::{TrackerRows, WebhookRows};
use crate::config::judge::{Judge, Pem, is_loopback, is_web_address};
use crate::config::rows::Chosen;
use crate::config::secret::Secret;
use crate::people::Account;
use crate::sop::Phase;
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// `tickets_base` is what `[tickets]` says.
pub(in crate::config) fn section(raw: TrackerRows, tickets_base: &str, judge: &mut Judge<'_, '_>) -> Tracker {
    let server = server(raw.forgejo, raw.plain, judge);
    let repository = repository(raw.repository, judge);
    let token = needed_secret("token", raw.token, judge);
    let logins = logins(&raw.logins, judge);
    let Chosen(comments) = raw.comments;
    let phase_labels = phase_labels(&raw.phase_labels, judge);
    let plain = server.starts_with("http://");
    let ca_file = judge.for_tls("ca_file", raw.ca_file, plain);
    let ca_file = judge.pem("ca_file", ca_file, Pem::Authority);
    let webhook = raw
        .webhook
        .and_then(|webhook| hook(webhook, &mut judge.within("webhook")));
    let poll = (raw.poll_seconds.0 > 0).then(|| raw.poll_seconds.seconds());
    if poll.is_none() && webhook.is_none() {
        judge.note(
            "poll_seconds",
            "tickets are read at the start only, and what happens in them later is not noticed",
            "Set poll_seconds, or add [tracker.webhook]",
        );
    }
    let tracker = Tracker {
        server,
        repository,
        token,
        logins,
        logins_are_accounts: raw.logins_are_accounts,
        label: raw.label,
        comments,
        phase_labels,
        assign: raw.assign,
        close: raw.close,
        poll,
        timeout: raw.timeout_seconds.seconds(),
        ca_file,
        webhook,
    };
    if !tracker.server.is_empty() && !tracker.repository.is_empty() && tracker.base() != tickets_base {
        judge.note(
            "repository",
            format!(
                "#4321 in chat is {tickets_base}4321, which is no ticket of this tracker: only tickets given by their \
                 address would be"
            ),
            format!("Write base = {:?} under [tickets]", tracker.base()),
        );
    }
    if tracker.assign && tracker.logins.is_empty() && !tracker.logins_are_accounts {
        judge.note(
            "assign",
            "tickets are to be assigned to sponsors, and the config knows nobody's login",
            "Name them in logins, or write logins_are_accounts = true, or assign = false",
        );
    }
    if tracker.comments == Comments::None && tracker.phase_labels.is_empty() && !tracker.assign && !tracker.close {
        judge.note(
            "comments",
            "tickets are told nothing",
            "That is right if they are only to be read; else choose comments = \"each\" or \"one\"",
        );
    }
    tracker
}

fn server(written: Option<String>, plain: bool, judge: &mut Judge<'_, '_>) -> String {
    const EXAMPLE: &str = "Write it like forgejo = \"https://forge.example.org\"";
    let server = written.unwrap_or_default();
    let server = server.trim_end_matches('/').to_owned();
    let rest = server.split_once("://").map_or("", |(_, rest)| rest);
    if server.is_empty() {
        judge.problem("forgejo", "it is not said which server", EXAMPLE);
    } else if !is_web_address(&server) || rest.is_empty() || rest.contains(['@', '?', '#']) {
        // The address is not repeated: it may contain a password.
        judge.problem("forgejo", "the address is not one of a server on the web", EXAMPLE);
    } else if server.starts_with("http://") && !plain && !is_loopback(rest) {
        judge.lacking(
            "forgejo",
            &["plain"],
            "the address goes without TLS, so that the token crosses the network readable",
            "Use https://, or accept that by plain = true under [tracker]",
        );
    }
    server
}

fn repository(written: Option<String>, judge: &mut Judge<'_, '_>) -> String {
    let repository = written.unwrap_or_default();
    let is_name = |part: &str| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        !part.is_empty() && part.len() <= 100 && part.chars().all(is_letter) && !part.starts_with('.')
    };
    let is_good = repository
        .split_once('/')
        .is_some_and(|(owner, name)| is_name(owner) && is_name(name));
    if !is_good {
        judge.problem(
            "repository",
            format!("{repository:?} is no OWNER/NAME"),
            "Write it like repository = \"infra/tickets\"",
        );
    }
    repository
}

fn needed_secret(name: &str, place: crate::config::rows::SecretPlace, judge: &mut Judge<'_, '_>) -> Secret {
    let is_given = place.is_given();
    let secret = judge.secret(name, place);
    if !is_given {
        judge.lacking(
            "",
            &[name, &format!("{name}_file"), &format!("{name}_env")],
            format!("the {name} is missing"),
            format!("Add {name}_file = \"FILE\" or {name}_env = \"VARIABLE\""),
        );
    }
    secret.unwrap_or_else(|| Secret::new(""))
}

/// The two sides of `A = B`.
fn pair(written: &str) -> Option<(&str, &str)> {
    let (left, right) = written.split_once('=')?;
    let (left, right) = (left.trim(), right.trim());
    (!left.is_empty() && !right.is_empty()).then_some((left, right))
}

fn logins(written: &[String], judge: &mut Judge<'_, '_>) -> BTreeMap<String, Account> {
    let mut logins = BTreeMap::new();
    for (index, text) in written.iter().enumerate() {
        let key = format!("logins[{index}]");
        let Some((login, account)) = pair(text) else {
            judge.problem(&key, format!("{text:?} is no pair"), "Write it like \"otto_f = otto\"");
            continue;
        };
        let Some(account) = Account::from_word(account).filter(|account| !account.is_nobody()) else {
            judge.problem(
                &key,
                format!("{account:?} is no account"),
                "Write it like \"otto_f = otto\"",
            );
            continue;
        };
        if logins.insert(login.to_ascii_lowercase(), account).is_some() {
            judge.problem(
                &key,
                format!("the login {login:?} stands twice"),
                "Name each login once",
            );
        }
    }
    logins
}

fn phase_labels(written: &[String], judge: &mut Judge<'_, '_>) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    for (index, text) in written.iter().enumerate() {
        let key = format!("phase_labels[{index}]");
        let phases = Phase::ALL.map(Phase::name).join(", ");
        let phase = pair(text)
            .and_then(|(phase, label)| Some((Phase::ALL.into_iter().find(|known| known.name() == phase)?, label)));
        match phase {
            Some((phase, label)) => {
                if labels.insert(phase.name().to_owned(), label.to_owned()).is_some() {
                    judge.problem(&key, format!("{} stands twice", phase.name()), "Name each phase once");
                }
            }
            None => judge.problem(
                &key,
                format!("{text:?} is no \"PHASE = LABEL\""),
                format!("The phases are {phases}"),
            ),
        }
    }
    labels
}

fn hook(raw: WebhookRows, judge: &mut Judge<'_, '_>) -> Option<Webhook> {
    let secret = needed_secret("secret", raw.secret, judge);
    let written = raw.listen.unwrap_or_default();
    let Ok(listen) = written.parse::<SocketAddr>() else {
        judge.problem(
            "listen",
            format!("{written:?} is no address with a port"),
            "Write, for example: listen = \"127.0.0.1:7374\"",
        );
        return None;
    };
    Some(Webhook { listen, secret })
}
