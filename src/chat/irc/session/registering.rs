//! Registration: capabilities, login, nick, and what the server says about itself.

use super::{GREETING, MessageSource, Session, Stage};
use crate::adaptor::backoff::{Wait, doubled};
use crate::chat::irc::capabilities::Capabilities;
use crate::chat::irc::sasl::{SaslExchange, SaslOutcome};
use crate::config::Login;
use crate::visible::shown;
use crate::wire::Report;
use irc::proto::{CapSubCommand, Command};
use std::time::Duration;
use tokio::time::Instant;
use tracing::{info, warn};

/// While services are away, the login is retried after this; the pause grows to the longest.
const SERVICES_AWAY: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(600));
/// Pauses before a refused login is retried on a connection that goes on.
const REFUSED: (Duration, Duration) = (Duration::from_secs(300), Duration::from_secs(3600));

/// Why there is no connection although one without login is possible, and the setting behind it.
const STAYING_OUT: &str = "staying out until it works, because login.required says so";

/// What the operator can do about a ban. The bot itself retries only as often as the longest value of
/// `reconnect_seconds`.
pub(super) const LIFT: &str = "ask the network's operators to lift the ban";

impl Session {
    /// The first lines of a connection.
    pub(super) fn begin(&mut self) {
        self.urgent.push_back(Capabilities::list());
        if let Some(password) = &self.config.server_password {
            self.urgent
                .push_back(Command::PASS(password.current().reveal().to_owned()));
        }
        self.urgent.push_back(Command::NICK(self.nick.current().to_owned()));
        self.urgent.push_back(Command::USER(
            self.config.username.clone(),
            "0".to_owned(),
            self.config.realname.clone(),
        ));
    }

    pub(super) fn hear_cap(&mut self, sub: CapSubCommand, first: Option<&str>, second: Option<&str>, now: Instant) {
        let had_sasl = self.capabilities.has("sasl");
        let trusted = self.sources_of_trust();
        let answers = self.capabilities.take(sub, first, second);
        if self.stage == Stage::Registering {
            if !answers.is_empty() {
                // Every `CAP REQ` holds up registration until the next `CAP END`, also one after the first (IRCv3
                // capability negotiation), such as for `sasl` when services have just come back.
                self.capabilities_ended = false;
            }
            self.urgent.extend(answers);
            if !self.capabilities_ended && self.login.sasl.is_none() && self.capabilities.settled() {
                self.log_in_or_go_on(now);
            }
            return;
        }
        for answer in answers {
            self.order(answer);
        }
        if self.sources_of_trust() != trusted {
            self.learn_accounts_anew();
        }
        if self.capabilities.has("sasl") && !had_sasl && !self.login.logged_in {
            self.login.retry = Some(now);
        }
    }

    fn log_in_or_go_on(&mut self, now: Instant) {
        if let Some(sasl) = SaslExchange::for_login(&self.config.login) {
            if self.can_use(&sasl) {
                return self.start_sasl(sasl, now);
            }
            self.go_on_without_login(&format!("the server does not offer SASL {} now", sasl.mechanism()), now);
        }
        self.end_capabilities(now);
    }

    /// Is SASL in force, with this mechanism?
    fn can_use(&self, sasl: &SaslExchange) -> bool {
        let offer = self.capabilities.offer("sasl").unwrap_or("");
        let named = offer.split(',').any(|name| name.eq_ignore_ascii_case(sasl.mechanism()));
        self.capabilities.has("sasl") && (offer.is_empty() || named)
    }

    fn start_sasl(&mut self, sasl: SaslExchange, now: Instant) {
        self.urgent.push_back(sasl.start());
        self.login.sasl = Some(sasl);
        let until = now + self.config.sasl_timeout;
        self.login.sasl_deadline = Some(until);
        if self.stage == Stage::Registering {
            self.stage_deadline = Some(until + self.config.connect_timeout);
        }
    }

    fn end_capabilities(&mut self, now: Instant) {
        if self.ending.is_some() {
            return;
        }
        self.capabilities_ended = true;
        self.urgent.push_back(Capabilities::end());
        self.stage_deadline = Some(now + self.config.connect_timeout);
    }

    pub(super) fn hear_challenge(&mut self, challenge: &str) {
        if let Some(sasl) = &mut self.login.sasl {
            self.urgent.extend(sasl.answer(challenge));
        }
    }

    fn sasl_ended(&mut self, outcome: SaslOutcome, words: &str, now: Instant) {
        let Some(sasl) = self.login.sasl.take() else { return };
        self.login.sasl_deadline = None;
        let network = &self.config.name;
        let registering = self.stage == Stage::Registering;
        match sasl.ended(outcome) {
            SaslOutcome::LoggedIn => self.login_is_good(now),
            SaslOutcome::Refused => {
                let why = format!(
                    "login refused by the services ({words}): check the account and its password or certificate in \
                     the network's login settings"
                );
                if registering {
                    return self.end(Wait::Password, why);
                }
                if !std::mem::replace(&mut self.login.refusal_told, true) {
                    warn!(network, "{why}; going on without login");
                }
                self.report_login(Some(&why));
                self.retry_login(REFUSED, now);
            }
            SaslOutcome::Unavailable => self.go_on_without_login(words, now),
        }
        if registering {
            self.end_capabilities(now);
        }
    }

    /// The SASL login did not succeed this time. If the config demands a login, the connection is given up and the next
    /// one tries again; otherwise this one goes on without.
    fn go_on_without_login(&mut self, why: &str, now: Instant) {
        if self.config.login_required {
            return self.end(Wait::Usual, format!("{why}; {STAYING_OUT}"));
        }
        let network = &self.config.name;
        warn!(network, "{why}; going on without login and trying again later");
        self.report_login(Some(why));
        self.retry_login(SERVICES_AWAY, now);
    }

    /// Reports whether there is a login, if one is wanted and this is news.
    fn report_login(&mut self, missing: Option<&str>) {
        let is_wanted = !matches!(self.config.login, Login::None);
        if !is_wanted || missing.is_none() && !self.login.missing_told {
            return;
        }
        self.login.missing_told = missing.is_some();
        self.reports.push_back(Report::Login {
            network: self.config.name.clone(),
            missing: missing.map(str::to_owned),
        });
    }

    fn retry_login(&mut self, (first, longest): (Duration, Duration), now: Instant) {
        self.login.retry = Some(now + doubled(first, self.login.failures, longest));
        self.login.failures += 1;
    }

    pub(super) fn login_is_good(&mut self, now: Instant) {
        self.login.logged_in = true;
        self.login.retry = None;
        self.login.failures = 0;
        self.report_login(None);
        self.channels.try_again(now);
        self.nick.forgive(now);
        if self.stage == Stage::Identifying {
            self.go_up(now);
        }
    }

    /// Services have logged us out, or have forgotten us.
    pub(super) fn login_is_lost(&mut self, now: Instant) {
        if std::mem::replace(&mut self.login.logged_in, false) {
            let why = "logged out by the services";
            if self.config.login_required {
                return self.end(Wait::Usual, format!("{why}; {STAYING_OUT}"));
            }
            info!(network = self.config.name, "{why}");
            self.report_login(Some(why));
            self.retry_login(SERVICES_AWAY, now);
        }
    }

    /// Timeouts and retries of the login.
    pub(super) fn watch_login(&mut self, now: Instant) {
        if self.login.sasl_deadline.is_some_and(|at| at <= now) {
            self.urgent.push_back(SaslExchange::abort());
            let why = format!(
                "SASL got no answer within {:.1} s: the network's services may be down, then ask its operators; if they \
                 are only slow, allow more by sasl_timeout_seconds",
                self.config.sasl_timeout.as_secs_f32()
            );
            self.sasl_ended(SaslOutcome::Unavailable, &why, now);
        }
        if self.login.retry.is_some_and(|at| at <= now) && self.stage == Stage::Up {
            self.login.retry = None;
            self.try_login(now);
        }
        if self.stage_deadline.is_none_or(|at| at > now) {
            return;
        }
        match self.stage {
            Stage::Registering => self.end(Wait::Usual, "the server did not let us register in time"),
            Stage::Greeting => self.greeted(now),
            Stage::Identifying => {
                let why = "NickServ does not answer";
                warn!(network = self.config.name, "{why}: joining without login");
                self.report_login(Some(why));
                self.retry_login(SERVICES_AWAY, now);
                self.go_up(now);
            }
            Stage::Up => self.stage_deadline = None,
        }
    }

    /// Logs in on a connection that is already up.
    fn try_login(&mut self, now: Instant) {
        if let Login::NickServ { .. } = self.config.login {
            self.ask_nickserv();
            self.retry_login(SERVICES_AWAY, now);
        } else if let Some(sasl) = SaslExchange::for_login(&self.config.login)
            && self.login.sasl.is_none()
        {
            if self.can_use(&sasl) {
                self.start_sasl(sasl, now);
            } else {
                // Not every server announces that services are back: ask what it offers now.
                self.order(Capabilities::list());
                self.retry_login(SERVICES_AWAY, now);
            }
        }
    }

    fn ask_nickserv(&mut self) {
        if let Login::NickServ {
            services,
            account,
            password,
        } = &self.config.login
        {
            // With a server in the target, this reaches services or nobody (RFC 2812, section 3.3.1): a nick alone may
            // be anybody's.
            let words = format!("IDENTIFY {account} {}", password.current().reveal());
            self.order(Command::PRIVMSG(services.clone(), words));
        }
    }

    /// Nick and server of the services that the bot identifies to.
    fn services(&self) -> Option<(&str, &str)> {
        match &self.config.login {
            Login::NickServ { services, .. } => services.split_once('@'),
            Login::None | Login::SaslPlain { .. } | Login::SaslExternal => None,
        }
    }

    /// Do services say this, rather than somebody using their nick?
    pub(super) fn are_services(&self, source: &MessageSource) -> bool {
        self.services().is_some_and(|(nick, server)| {
            self.isupport.casemapping.same(&source.nick, nick) && source.host.eq_ignore_ascii_case(server)
        })
    }

    /// Is this a name of services, as the server repeats it?
    fn is_services_name(&self, name: &str) -> bool {
        let name = name.split('@').next().unwrap_or(name);
        self.services()
            .is_some_and(|(nick, server)| self.isupport.casemapping.same(name, nick) || name == server)
    }

    /// `NickServ` said something to us.
    pub(super) fn hear_nickserv(&mut self, text: &str, now: Instant) {
        if self.login.logged_in || !matches!(self.config.login, Login::NickServ { .. }) {
            return;
        }
        let text = shown(text);
        let words = text.to_lowercase();
        let good = [
            "now identified",
            "now logged in",
            "already logged in",
            "already identified",
            "password accepted",
        ];
        let bad = [
            "invalid password",
            "password incorrect",
            "incorrect password",
            "not a registered",
            "not registered",
        ];
        if good.iter().any(|sign| words.contains(sign)) {
            self.login_is_good(now);
        } else if bad.iter().any(|sign| words.contains(sign)) {
            let why = format!("NickServ refused the login ({text}): check the account and its password");
            if !std::mem::replace(&mut self.login.refusal_told, true) {
                warn!(network = self.config.name, "{why}");
            }
            self.report_login(Some(&why));
            self.retry_login(REFUSED, now);
            if self.stage == Stage::Identifying {
                self.go_up(now);
            }
        }
    }

    /// `NickServ` is not there.
    pub(super) fn nickserv_is_away(&mut self, now: Instant) {
        if self.login.logged_in || !matches!(self.config.login, Login::NickServ { .. }) {
            return;
        }
        self.retry_login(SERVICES_AWAY, now);
        let Some((nick, server)) = self.services() else { return };
        let why = format!(
            "{nick} is not there: does /whois {nick} show the server {server}? Else set nickserv = \"{nick}@SERVER\" in \
             login"
        );
        self.report_login(Some(&why));
        if self.stage == Stage::Identifying {
            warn!(network = self.config.name, "{why}; joining without login");
            self.go_up(now);
        }
    }

    pub(super) fn hear_nick(&mut self, old: &str, new: &str, now: Instant) {
        self.roster.renamed(old, new);
        if self.is_me(old) {
            let mapping = self.isupport.casemapping;
            let (had, has) = (
                mapping.same(old, self.nick.wanted()),
                mapping.same(new, self.nick.wanted()),
            );
            if had && !has {
                self.nick_is_taken_away(new, now);
            } else {
                self.nick.is_now(new, now);
            }
        } else {
            self.nick_left(old, now);
        }
    }

    /// Somebody else changed our nick: the bot asks only for the wanted one, so it was services or an operator.
    fn nick_is_taken_away(&mut self, new: &str, now: Instant) {
        self.nick.taken_away(new, now);
        let wait = self.nick.next_try().map_or(0, |at| at.duration_since(now).as_secs());
        warn!(
            network = self.config.name,
            nick = shown(new),
            "{}; asking for {} again in {wait} s",
            self.why_another_nick(),
            self.nick.wanted()
        );
    }

    /// Why the bot does not have the configured nick, and what the operator can do about it.
    pub(super) fn why_another_nick(&self) -> String {
        let (whole, wanted) = (&self.config.nick, self.nick.wanted());
        if self.nick.is_taken_away() {
            format!(
                "the network's services changed the bot's nick: set login to the account that owns {wanted}, or choose \
                 another `nick`"
            )
        } else if whole != wanted {
            format!(
                "the server takes nicks of at most {} bytes, so that {whole} becomes {wanted}: set a shorter `nick`",
                wanted.len()
            )
        } else {
            format!("somebody else has {wanted}; the bot takes it as soon as it is free")
        }
    }

    /// The server may accept only nicks shorter than the configured one.
    fn keep_to_nick_length(&mut self, now: Instant) {
        if let Some(length) = self.isupport.nick_length
            && self.nick.cut_to(length, now)
        {
            warn!(network = self.config.name, "{}", self.why_another_nick());
        }
    }

    /// Somebody no longer has this nick.
    pub(super) fn nick_left(&mut self, nick: &str, now: Instant) {
        if self.isupport.casemapping.same(nick, self.nick.wanted()) {
            self.nick.may_be_free(now);
        }
    }

    fn nick_refused(&mut self, words: &str) {
        if self.stage > Stage::Registering {
            return;
        }
        match self.nick.next_candidate() {
            Some(candidate) => self.urgent.push_back(Command::NICK(candidate)),
            None => self.end(
                Wait::Usual,
                format!("the server takes none of our nicks ({words}): set `nick` and its alternatives"),
            ),
        }
    }

    pub(super) fn hear_error(&mut self, why: &str) {
        let why = shown(why);
        let lower = why.to_lowercase();
        let says = |signs: &[&str]| signs.iter().any(|sign| lower.contains(sign));
        let banned = says(&["lined", "banned"]);
        let wait = if banned || says(&["excess flood", "throttl", "too many", "too fast", "unauthori"]) {
            Wait::Long
        } else {
            Wait::Usual
        };
        let mut why = format!("the server closed the connection: {why}");
        if banned && self.banned.is_none() {
            why = format!("{why}: {LIFT}");
        }
        self.end(wait, why);
    }

    pub(super) fn hear_numeric(&mut self, number: u16, arguments: &[String], now: Instant) {
        let words = arguments.last().map_or(String::new(), |words| shown(words));
        let words = words.as_str();
        let about = arguments.get(1).map_or("", String::as_str);
        if let Some(outcome) = SaslExchange::outcome(number) {
            return self.sasl_ended(outcome, &format!("SASL ended with {number} {words}"), now);
        }
        match number {
            1 => self.welcomed(arguments.first().map_or("", String::as_str), now),
            5 => {
                self.isupport.learn(arguments.iter().skip(1).map(String::as_str));
                self.roster.use_mapping(self.isupport.casemapping);
                self.inquiries.use_mapping(self.isupport.casemapping);
                self.keep_to_nick_length(now);
            }
            376 | 422 if self.stage == Stage::Greeting => self.greeted(now),
            396 => {
                // The host is the second argument; some servers write user@host.
                let (user, host) = about.split_once('@').unwrap_or(("", about));
                let user = if user.is_empty() {
                    self.own_address.map_or(11, |(length, _)| length)
                } else {
                    user.len()
                };
                self.own_address = Some((user, host.len()));
            }
            900 => {
                let account = arguments.get(2).map_or("", String::as_str);
                info!(
                    network = self.config.name,
                    account = shown(account),
                    "logged in to the services"
                );
                self.login_is_good(now);
            }
            901 => self.login_is_lost(now),
            315 => self.inquiries.answered(about),
            352 | 354 | 353 | 366 => self.hear_who_is_there(number, arguments),
            432 | 433 | 436 => self.nick_refused(words),
            437 if !self.isupport.is_channel(about) => self.nick_refused(words),
            464 => self.end(
                Wait::Password,
                format!("the server wants another password ({words}): check the network's server password"),
            ),
            // The reason comes with the ERROR that follows, or here.
            465 if !self.isupport.is_channel(about) => self.banned = Some(words.to_owned()),
            401 | 402 | 407 | 440 if self.is_services_name(about) => self.nickserv_is_away(now),
            470 => {
                // Forwarded: the bot leaves a channel that nobody configured.
                self.hear_refusal(number, arguments, words, now);
                if let Some(other) = arguments.get(2).filter(|name| self.isupport.is_channel(name)) {
                    let configured = self.channels.configured_name(other, self.isupport.casemapping);
                    if configured.is_none() {
                        self.order(Command::PART(other.clone(), None));
                    }
                }
            }
            _ => self.hear_refusal(number, arguments, words, now),
        }
    }

    fn welcomed(&mut self, nick: &str, now: Instant) {
        if self.stage != Stage::Registering {
            return;
        }
        self.nick.is_now(nick, now);
        self.stage = Stage::Greeting;
        self.stage_deadline = Some(now + GREETING);
        self.silence.last_input = now;
    }

    /// The server has finished describing itself.
    fn greeted(&mut self, now: Instant) {
        if self.config.login_required && !self.login.logged_in {
            // A server that knows no capabilities, or does not wait for `CAP END`, let us in without a login.
            let why = format!("the server took no login by SASL; {STAYING_OUT}");
            return self.end(Wait::Usual, why);
        }
        if let Some(letter) = self.isupport.bot_mode {
            let nick = self.nick.current().to_owned();
            let mode = Command::Raw("MODE".to_owned(), vec![nick, format!("+{letter}")]);
            self.order(mode);
        }
        if !self.can_tell_accounts() {
            let network = &self.config.name;
            warn!(
                network,
                "this server cannot tell who is logged in: nobody can change anything over it"
            );
        }
        if matches!(self.config.login, Login::NickServ { .. }) && !self.login.logged_in {
            self.ask_nickserv();
            self.stage = Stage::Identifying;
            self.stage_deadline = Some(now + self.config.sasl_timeout);
        } else {
            self.go_up(now);
        }
    }
}
