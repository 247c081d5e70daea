//! What each section of a config means for a run, in sentences, for `rfrbot check`.

use super::ListProof;
use super::{
    CalendarSource, Config, ConfiguredPerson, Freezes, Inbox, IrcNetwork, KNOWN_GROUPS, Login, MailSource, MailWay,
    MailingList, MatrixNetwork, Pace, SmtpTls, Tls,
};
use crate::people::Account;
use crate::text::count;
use crate::wire::Place;
use std::time::Duration;

impl Config {
    /// What each section means for a run. Never holds a secret.
    pub fn describe(&self) -> Vec<String> {
        let mut lines = vec![
            format!(
                "[bot] {} answers to {:?} and to its nick; keeps its store in {}; a new RFR starts under the {} \
                 edition of the SOP{}.",
                self.bot.name,
                self.bot.prefix,
                self.bot.data.display(),
                self.bot.edition.name(),
                if self.bot.four_eyes {
                    "; who requested it does not sponsor it, and who signed staging does not move it into production"
                } else {
                    ""
                }
            ),
            format!("[tickets] ticket #4321 is {}4321.", self.tickets_base),
            format!(
                "[limits] a change can be undone by its speaker for {}; a reply in a channel has at most {} before \
                 `more`.",
                in_words(self.limits.undo),
                count(self.limits.reply_lines, "line", "lines")
            ),
            format!(
                "[log] logs at level {} as {}, unless the command line says otherwise.",
                self.log.level.name(),
                self.log.format.name()
            ),
        ];
        lines.extend(self.bot.own_edition.map(|edition| {
            format!(
                "[sop] the edition {} of your own: {} and {}.",
                edition.key(),
                count(edition.phases().len(), "phase", "phases"),
                count(edition.rows().len(), "row", "rows")
            )
        }));
        lines.push(format!(
            "[limits] at most {} commands a minute from one speaker and {} in one place; at most {} requests, {} \
             questions and {} notes of one person a day.",
            self.limits.budget.person_per_minute,
            self.limits.budget.place_per_minute,
            self.limits.budget.requests_per_day,
            self.limits.budget.questions_per_day,
            self.limits.budget.notes_per_day
        ));
        lines.push(format!(
            "[limits] at most {} changes of one person a day; of one RFR at most {} mails a day and {} announcements an hour.",
            self.limits.budget.changes_per_day,
            self.limits.budget.mails_per_rfr_per_day,
            self.limits.budget.announcements_per_rfr_per_hour
        ));
        lines.push(self.describe_admin());
        if let Some(backup) = &self.backup {
            lines.push(format!(
                "[backup] makes a backup every {} in {}, and keeps the newest {}.",
                in_words(backup.every),
                backup.folder.display(),
                backup.keep
            ));
        }
        if let Some(address) = self.watch {
            lines.push(format!(
                "[watch] answers /healthz, /readyz and /metrics at http://{address}."
            ));
        }
        if self.irc.is_empty() && self.matrix.is_none() {
            lines.push("no [irc.NETWORK] and no [matrix]: the bot runs nowhere but in `rfrbot console`.".to_owned());
        }
        lines.extend(self.irc.iter().map(network));
        lines.extend(self.matrix.iter().flat_map(matrix));
        lines.extend(self.mail.iter().flat_map(mail));
        lines.extend(self.inbox.iter().map(inbox));
        lines.push(if self.announce.is_empty() {
            "[announce] nothing is announced anywhere.".to_owned()
        } else {
            let places: Vec<String> = self.announce.iter().map(ToString::to_string).collect();
            format!("[announce] announcements go to {}.", places.join(", "))
        });
        lines.extend(reminders(self));
        lines.extend(self.bridged.iter().map(|set| {
            let places: Vec<String> = set.iter().map(ToString::to_string).collect();
            format!(
                "[[announce.bridged]] {} are one place: only the first of them that is announced to is spoken to.",
                places.join(" and ")
            )
        }));
        lines.extend(self.groups.iter().map(|(group, members)| {
            let rule = if KNOWN_GROUPS.contains(&group.as_str()) {
                ""
            } else {
                " (no rule asks for this group)"
            };
            let members: Vec<String> = members.iter().map(|member| self.member(member)).collect();
            if members.is_empty() {
                format!("[groups] {group}{rule} has no members.")
            } else {
                format!("[groups] {group}{rule}: {}.", members.join("; "))
            }
        }));
        lines.extend(
            self.people
                .iter()
                .filter(|person| self.groups_of(&person.account).is_empty())
                .map(|person| format!("[people] {} ({}) is in no group.", person.account, self.proofs(person))),
        );
        lines.extend(freezes(&self.freezes));
        lines
    }

    fn describe_admin(&self) -> String {
        let mut who: Vec<String> = self
            .admin
            .groups
            .iter()
            .map(|group| format!("members of {group}"))
            .collect();
        who.extend(self.admin.people.iter().map(ToString::to_string));
        let who = if who.is_empty() {
            "nobody".to_owned()
        } else {
            who.join(", ")
        };
        match &self.admin.place {
            Some(place) => {
                format!("[admin] {who} may reload the config from chat; my own troubles are told in {place}.")
            }
            None => format!("[admin] {who} may reload the config from chat."),
        }
    }

    fn proofs(&self, person: &ConfiguredPerson) -> String {
        let mut proofs: Vec<String> = person
            .irc
            .iter()
            .map(|proof| format!("the services account {} on {}", proof.account, proof.network))
            .collect();
        let later = match self.matrix {
            Some(_) => "",
            None => ", once a Matrix network is configured",
        };
        proofs.extend(person.matrix.iter().map(|mxid| format!("the Matrix id {mxid}{later}")));
        let servers = self.matrix.iter().flat_map(|matrix| &matrix.account_servers);
        proofs.extend(servers.map(|server| format!("the Matrix id @{}:{server}", person.account)));
        if proofs.is_empty() {
            "proven by nothing".to_owned()
        } else {
            format!("proven by {}", proofs.join(" or "))
        }
    }

    fn member(&self, account: &Account) -> String {
        match self.people.iter().find(|person| person.account == *account) {
            Some(person) => format!("{account} ({})", self.proofs(person)),
            None => format!("{account} (proven by nothing: there is no [people.{account}])"),
        }
    }
}

/// The way in of mails.
fn inbox(inbox: &Inbox) -> String {
    let place = match &inbox.source {
        MailSource::Maildir(folder) => format!("the Maildir {}", folder.display()),
        MailSource::Imap(mailbox) => {
            let protection = match &mailbox.tls {
                Tls::Checked { ca_file: None, .. } => "with TLS".to_owned(),
                Tls::Checked {
                    ca_file: Some(path), ..
                } => format!("with TLS (authorities: the system's and {})", path.display()),
                Tls::Plain => "WITHOUT TLS".to_owned(),
            };
            format!(
                "the folder {:?} of {} at {}:{} {protection}",
                mailbox.folder, mailbox.account, mailbox.host, mailbox.port
            )
        }
    };
    let questions = if inbox.open_questions {
        "open a question at once"
    } else {
        "are offered as questions in the channel"
    };
    let ListProof {
        return_path,
        delivered_to,
        authserv_id,
    } = &inbox.proof;
    let mut proofs = Vec::new();
    proofs.extend(return_path.iter().map(|domain| format!("a Return-Path at {domain}")));
    proofs.extend(
        delivered_to
            .iter()
            .map(|_| "the address that it was delivered to".to_owned()),
    );
    proofs.extend(
        authserv_id
            .iter()
            .map(|id| format!("the Authentication-Results of {id}")),
    );
    let proof = if proofs.is_empty() {
        "NOTHING proves that the list sent a mail (proof = { … }), so that none counts as its discussion".to_owned()
    } else {
        format!("that the list sent a mail is proven by {}", proofs.join(" and "))
    };
    format!("[mail.inbox] reads the list's mails from {place}; lines that begin with `Question:` {questions}; {proof}.")
}

fn freezes(freezes: &Freezes) -> Vec<String> {
    let hours = freezes.refresh.as_secs() / 3600;
    let again = match hours {
        1 => "every hour".to_owned(),
        hours => format!("every {hours} hours"),
    };
    let windows = freezes.windows.freezes().iter().map(|freeze| {
        format!(
            "[[freezes.windows]] {} from {} to {}, both days included.",
            freeze.name, freeze.from, freeze.to
        )
    });
    let read = |what: &'static str, sources: &[CalendarSource]| -> Vec<String> {
        let sources = sources.iter();
        sources
            .map(|source| {
                format!(
                    "[freezes] {what} are read from {}, at the start and {again}.",
                    source.location
                )
            })
            .collect()
    };
    let mut lines: Vec<String> = windows.collect();
    lines.extend(read("freezes", &freezes.imports));
    lines.extend(read("absences", &freezes.absences));
    if freezes.automatic.start {
        lines.push(
            "[freezes] a freeze is in force by itself on its predicted days, unless somebody started or lifted it."
                .to_owned(),
        );
    }
    lines
}

/// The Matrix side, and what it still lacks.
fn reminders(config: &Config) -> Vec<String> {
    let Some(reminders) = &config.reminders else {
        return vec!["[reminders] nobody is reminded of anything.".to_owned()];
    };
    let listed = |places: &[Place]| {
        let places: Vec<String> = places.iter().map(ToString::to_string).collect();
        if places.is_empty() {
            "nowhere".to_owned()
        } else {
            places.join(", ")
        }
    };
    let hours = &reminders.settings.hours;
    let mut lines = vec![format!(
        "[reminders] people are reminded {hours}, in {}; at most {} a day, and each RFR {} a day.",
        listed(&reminders.places),
        count(reminders.settings.posts_per_day, "post", "posts"),
        count(reminders.settings.mentions_per_rfr_and_day, "time", "times"),
    )];
    lines.extend(reminders.posts.iter().map(|post| {
        format!(
            "[[posts]] {}: {} in {}.",
            post.recurring.name,
            post.recurring.timetable,
            listed(&post.places)
        )
    }));
    lines
}

fn matrix(network: &MatrixNetwork) -> Vec<String> {
    let mut parts = vec![format!("is {} at {}", network.user, network.homeserver)];
    parts.push(if network.rooms.is_empty() {
        "sits in no room".to_owned()
    } else {
        format!("sits in {}", network.rooms.join(", "))
    });
    if !network.invites_from_groups.is_empty() {
        parts.push(format!(
            "accepts invitations from members of {}",
            network.invites_from_groups.join(", ")
        ));
    }
    if !network.account_servers.is_empty() {
        parts.push(format!(
            "takes the local part of an id on {} for the account",
            network.account_servers.join(", ")
        ));
    }
    if !network.bridge_ghosts.is_empty() {
        parts.push(format!("believes nobody called {}", network.bridge_ghosts.join(" or ")));
    }
    parts.push(format!(
        "answers commands that were sent while it was away if they are younger than {}",
        in_words(network.catch_up)
    ));
    parts.push(if network.accept_unverified_devices {
        "in encrypted rooms, reads every device".to_owned()
    } else {
        "in encrypted rooms, reads only devices that their owner has verified".to_owned()
    });
    parts.push(if network.sign_by_reaction_in_encrypted_rooms {
        "there, a ✅ signs off, too, though reactions are never encrypted and a homeserver can make one up".to_owned()
    } else {
        "there, no ✅ signs off, as reactions are never encrypted".to_owned()
    });
    if !network.encrypt_private_rooms {
        parts.push("makes private rooms without encryption".to_owned());
    }
    let mut lines = vec![format!("[matrix] {}.", parts.join("; "))];
    let session = network.session_file();
    lines.push(match (network.has_session(), &network.token, &network.password) {
        (true, _, _) => format!("[matrix] it is logged in: the session lies in {}.", session.display()),
        (false, Some(_), _) => {
            "[matrix] it is not logged in yet; `rfrbot run` begins with the access token.".to_owned()
        }
        (false, None, Some(_)) => {
            "[matrix] it is not logged in yet; `rfrbot run` logs in with the password.".to_owned()
        }
        (false, None, None) => {
            "[matrix] it is not logged in, and there is no password: run `rfrbot login matrix`.".to_owned()
        }
    });
    lines.push(match &network.recovery {
        Some(_) => format!(
            "[matrix] with the recovery secret, `rfrbot matrix verify` makes its device a verified one{}.",
            if network.accept_unverified_devices {
                ""
            } else {
                "; before that it says nothing in encrypted rooms"
            }
        ),
        None => "[matrix] there is no recovery secret: others see its device as unverified, and lost keys are lost. \
                 Add recovery_file, then run `rfrbot matrix verify`."
            .to_owned(),
    });
    lines
}

/// The way out to the mailing list, and what nobody would notice if it were wrong.
fn mail(list: &MailingList) -> Vec<String> {
    let way = match &list.way {
        MailWay::Sendmail(program) => format!("by {}", program.display()),
        MailWay::Smtp(server) => {
            let protection = match server.tls {
                SmtpTls::StartTls => "with STARTTLS, the certificate is checked",
                SmtpTls::Implicit => "with TLS, the certificate is checked",
                SmtpTls::Plain => "WITHOUT TLS: everything crosses the network readable",
            };
            let login = match &server.login {
                Some((account, _)) => format!("logging in as {account}"),
                None => "without a login".to_owned(),
            };
            format!("by {}:{} {protection}, {login}", server.host, server.port)
        }
    };
    vec![
        format!(
            "[mail] mails to {} as {} <{}>, {way}; if an answer of the server gets lost, it waits {} for its own copy.",
            list.list,
            list.from_name,
            list.from,
            in_words(list.own_copy_wait)
        ),
        format!(
            "[mail] {} must be a member of {} as written (it is both the envelope's and the header's From): what \
             somebody else sends is held without a word. `rfrbot mail test` sends one and says what to look for.",
            list.from, list.list
        ),
    ]
}

fn network(network: &IrcNetwork) -> String {
    let mut parts = Vec::new();
    let protection = match &network.tls {
        Tls::Checked { ca_file: None, .. } => {
            "with TLS, the certificate is checked against the system's authorities".to_owned()
        }
        Tls::Checked {
            ca_file: Some(path), ..
        } => format!(
            "with TLS, the certificate is checked against the system's authorities and {}",
            path.display()
        ),
        Tls::Plain => "WITHOUT TLS: everything crosses the network readable".to_owned(),
    };
    parts.push(format!("connects to {}:{} {protection}", network.host, network.port));
    let mut nicks = vec![network.nick.as_str()];
    nicks.extend(network.alternative_nicks.iter().map(String::as_str));
    parts.push(format!("its nick is {}", nicks.join(", else ")));
    if network.server_password.is_some() {
        parts.push("gives a server password".to_owned());
    }
    parts.push(match &network.login {
        Login::None => "does not log in to services".to_owned(),
        Login::SaslPlain { account, .. } => format!("logs in with SASL PLAIN as {account}"),
        Login::SaslExternal => "logs in with SASL EXTERNAL by its client certificate".to_owned(),
        Login::NickServ { account, services, .. } => format!("logs in by {services} as {account}"),
    });
    if network.login_required {
        parts.push("stays out of the network while that login does not work".to_owned());
    }
    let channels: Vec<String> = network
        .channels
        .iter()
        .map(|channel| match channel.key {
            Some(_) => format!("{} (with a key)", channel.name),
            None => channel.name.clone(),
        })
        .collect();
    parts.push(if channels.is_empty() {
        "sits in no channel".to_owned()
    } else {
        format!("sits in {}", channels.join(", "))
    });
    parts.push(match network.pace {
        Pace::Unlimited => "says as much as it wants at once".to_owned(),
        Pace::Limited { burst, interval } => {
            format!(
                "says at most {burst} lines at once, then one every {} ms",
                interval.as_millis()
            )
        }
    });
    parts.push(format!(
        "after a lost connection it tries again, first after {}, at last every {}",
        in_words(network.reconnect_wait.0),
        in_words(network.reconnect_wait.1)
    ));
    format!("[irc.{}] {}.", network.name, parts.join("; "))
}

fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 120 && seconds.is_multiple_of(60) {
        format!("{} minutes", seconds / 60)
    } else if seconds == 1 {
        "1 second".to_owned()
    } else {
        format!("{seconds} seconds")
    }
}
