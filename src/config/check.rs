//! From the raw form to the checked one: `[bot]`, `[tickets]`, `[limits]`, `[log]`, and the order in which the
//! rest is checked.

use super::form::Findings;
use super::raw::{RawBot, RawConfig, RawLimits, RawLog, RawTickets};
use super::shared::{Around, is_simple_word, not_one_of, within};
use super::{
    Bot, Budget, Config, ConfigError, Limits, Log, LogFormat, LogLevel, MatrixNetwork, Surroundings, check_freezes,
    check_irc, check_mail, check_matrix, check_operations, check_people, check_reminders, check_sop, invalid,
};
use crate::sop::Edition;
use std::path::Path;
use std::time::Duration;

/// The largest budget: more than anybody asks for, for private servers and measurements.
const MOST_COMMANDS: u64 = 1_000_000_000;

pub(super) const DEFAULT_NAME: &str = "rfrbot";
pub(super) const DEFAULT_PREFIX: &str = "!rfr";
pub(super) const DEFAULT_TICKETS_BASE: &str = "https://forge.fedoraproject.org/infra/tickets/issues/";
pub(super) const DEFAULT_LIMITS: Limits = Limits {
    undo: Duration::from_secs(60 * 60),
    reply_lines: 4,
    budget: Budget {
        person_per_minute: 20,
        place_per_minute: 60,
        requests_per_day: 10,
        questions_per_day: 50,
        notes_per_day: 100,
        changes_per_day: 200,
        mails_per_rfr_per_day: 12,
        announcements_per_rfr_per_hour: 30,
    },
};

pub(super) fn check(
    raw: RawConfig,
    path: &Path,
    surroundings: &Surroundings,
    mut findings: Findings<'_>,
) -> Result<Config, ConfigError> {
    let around = Around {
        folder: path.parent().unwrap_or(Path::new("")),
        surroundings,
    };
    let found = &mut findings;
    let edition = raw.bot.edition.clone();
    let mut bot = bot(raw.bot, &around, found);
    let tickets_base = tickets(raw.tickets, found);
    let limits = limits(&raw.limits, found);
    let log = log(raw.log, found);
    let network_names: Vec<String> = raw.irc.keys().cloned().collect();
    let mut networks = raw
        .irc
        .into_iter()
        .map(|(name, network)| check_irc::network(&name, network, &around, found))
        .collect::<Vec<_>>();
    let mut matrix = raw
        .matrix
        .map(|matrix| check_matrix::network(matrix, &bot.data, &around, found));
    let (mail, inbox) = match raw.mail {
        Some(section) => check_mail::section(section, &around, found),
        None => (None, None),
    };
    if network_names.iter().any(|name| name == crate::wire::MAIL_NETWORK) {
        found.problem(
            "irc.mail",
            "the name mail belongs to the [mail] section",
            "Give the IRC network another name",
        );
    }
    if matrix.is_some() && network_names.iter().any(|name| name == MatrixNetwork::NAME) {
        found.problem(
            "irc.matrix",
            "the name matrix belongs to the [matrix] section",
            "Give the IRC network another name",
        );
    }
    let places = check_people::Places::new(&networks, matrix.as_ref());
    let nobodys = check_people::Nobodys(super::own_names(&bot, &networks, matrix.as_ref()));
    let admin = check_operations::admin(raw.admin, &places, &nobodys, found);
    let backup = raw
        .backup
        .map(|backup| check_operations::backup(backup, &bot.data, &around, found));
    let watch = check_operations::watch(raw.watch, found);
    let bridged = places.bridged(raw.announce.bridged, found);
    let announce = places.announce(raw.announce.places, found);
    let reminders = check_reminders::reminders(raw.reminders, raw.posts, &places, &announce, found);
    let people = check_people::people(raw.people, &network_names, &nobodys, found);
    let groups = check_people::groups(raw.groups, &people, &nobodys, found);
    (bot.edition, bot.own_edition) = check_sop::editions(raw.sop, edition.as_deref(), &groups, &around, found);
    for network in &mut networks {
        let accounts = people
            .iter()
            .flat_map(|person| person.irc.iter().map(|services| (services, &person.account)));
        let here = accounts.filter(|(services, _)| services.network == network.name);
        network.acquaintances = here
            .map(|(services, account)| (services.account.to_ascii_lowercase(), account.clone()))
            .collect();
        network.prefix.clone_from(&bot.prefix);
    }
    if let Some(matrix) = &mut matrix {
        matrix.prefix.clone_from(&bot.prefix);
    }
    let freezes = check_freezes::freezes(raw.freezes, &around, found);
    let to_list = reminders.iter().any(|reminders| {
        !reminders.settings.to_list_from.is_empty() || reminders.posts.iter().any(|post| post.to_list)
    });
    if to_list && mail.is_none() {
        found.note(
            "reminders.to_list",
            "something is to go to the mailing list, and the config names none",
            "Add a [mail] section; until then it is said in the rooms only",
        );
    }
    findings.name_the_empty();
    if !findings.problems.is_empty() {
        return Err(invalid(findings.problems));
    }
    let mut notes = findings.notes;
    notes.sort_by_key(|note| note.line);
    Ok(Config {
        bot,
        tickets_base,
        limits,
        log,
        admin,
        backup,
        watch,
        irc: networks,
        matrix,
        mail,
        inbox,
        announce,
        bridged,
        people,
        groups,
        freezes,
        reminders,
        notes,
    })
}

fn bot(raw: RawBot, around: &Around<'_>, found: &mut Findings<'_>) -> Bot {
    let name = raw.name.unwrap_or_else(|| DEFAULT_NAME.to_owned());
    if !is_simple_word(&name) {
        found.problem(
            "bot.name",
            format!("{name:?} is not a simple word"),
            format!("Use letters, digits, - and _, such as {DEFAULT_NAME:?}"),
        );
    }
    let prefix = raw.prefix.unwrap_or_else(|| DEFAULT_PREFIX.to_owned());
    if prefix.is_empty() || prefix.len() > 20 || prefix.contains(|c: char| c.is_whitespace() || c.is_control()) {
        found.problem(
            "bot.prefix",
            format!("{prefix:?} is not one word of at most 20 bytes"),
            format!("Use a word that nobody says by accident, such as {DEFAULT_PREFIX:?}"),
        );
    } else if prefix.starts_with(['/', '>']) {
        let sign = prefix.chars().next().unwrap_or_default();
        found.problem(
            "bot.prefix",
            format!("chat programs take a line that begins with {sign} for themselves, so that it does not arrive"),
            format!("Use another sign, such as {DEFAULT_PREFIX:?}"),
        );
    } else if !prefix.contains(char::is_alphanumeric) {
        found.problem(
            "bot.prefix",
            format!("{prefix:?} has no letter or digit, and people and other bots say it by accident"),
            format!("Put a word behind the sign, such as {DEFAULT_PREFIX:?}"),
        );
    } else if prefix.starts_with(['@', '#', ':', '*', '_', '`', '~']) {
        found.note(
            "bot.prefix",
            format!("chat programs complete or format what begins like {prefix:?}"),
            format!("If commands do not arrive, use another sign, such as {DEFAULT_PREFIX:?}"),
        );
    } else if prefix.starts_with(char::is_alphanumeric) {
        found.note(
            "bot.prefix",
            format!("{prefix:?} is a plain word, so that a sentence that begins with it is taken for a command"),
            format!("Put a sign before it, such as {DEFAULT_PREFIX:?}"),
        );
    }
    let data = match raw.data {
        Some(data) if data.is_empty() => {
            found.problem(
                "bot.data",
                "the name of the folder is empty",
                "Name a folder, or leave the key out",
            );
            around.folder.to_owned()
        }
        Some(data) => around.folder.join(data),
        None => around.surroundings.default_data(around.folder),
    };
    Bot {
        name,
        prefix,
        data,
        // Known when the groups are.
        edition: Edition::classic(),
        own_edition: None,
        four_eyes: raw.four_eyes.unwrap_or(false),
        objections_hold: raw.objections_hold.unwrap_or(false),
    }
}

fn tickets(raw: RawTickets, found: &mut Findings<'_>) -> String {
    let base = raw.base.unwrap_or_else(|| DEFAULT_TICKETS_BASE.to_owned());
    if !(base.starts_with("https://") || base.starts_with("http://"))
        || base.contains(|c: char| c.is_whitespace() || c.is_control())
    {
        found.problem(
            "tickets.base",
            format!("{base:?} is not a web address"),
            format!("Give the address of a ticket without its number, such as {DEFAULT_TICKETS_BASE:?}"),
        );
    } else if !base.ends_with(['/', '=', '#']) {
        found.problem(
            "tickets.base",
            format!("ticket #4321 would be at {base}4321"),
            "End the address with / so that the number can be added",
        );
    } else if ends_with_a_number(&base) {
        found.note(
            "tickets.base",
            format!("ticket #4321 would be at {base}4321, because the address ends with a number already"),
            "Leave the number out, if it is a ticket's",
        );
    }
    base
}

/// Is the last part of the address a number, as in `https://pagure.io/fedora-infrastructure/issue/4321/`?
fn ends_with_a_number(base: &str) -> bool {
    let last = base.trim_end_matches('/').rsplit(['/', '=', '#']).next();
    last.is_some_and(|last| !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()))
}

fn limits(raw: &RawLimits, found: &mut Findings<'_>) -> Limits {
    let undo_minutes = within(found, "limits.undo_minutes", raw.undo_minutes, 60, 1, 7 * 24 * 60);
    let reply_lines = within(found, "limits.reply_lines", raw.reply_lines, 4, 1, 20);
    let budget = DEFAULT_LIMITS.budget;
    let mut most = |key: &str, written, default: u32, most| {
        let number = within(found, key, written, default.into(), 1, most);
        u32::try_from(number).unwrap_or(default)
    };
    let budget = Budget {
        person_per_minute: most(
            "limits.person_commands_per_minute",
            raw.person_commands_per_minute,
            budget.person_per_minute,
            MOST_COMMANDS,
        ),
        place_per_minute: most(
            "limits.place_commands_per_minute",
            raw.place_commands_per_minute,
            budget.place_per_minute,
            MOST_COMMANDS,
        ),
        requests_per_day: most(
            "limits.requests_per_day",
            raw.requests_per_day,
            budget.requests_per_day,
            MOST_COMMANDS,
        ),
        questions_per_day: most(
            "limits.questions_per_day",
            raw.questions_per_day,
            budget.questions_per_day,
            MOST_COMMANDS,
        ),
        notes_per_day: most(
            "limits.notes_per_day",
            raw.notes_per_day,
            budget.notes_per_day,
            MOST_COMMANDS,
        ),
        changes_per_day: most(
            "limits.changes_per_day",
            raw.changes_per_day,
            budget.changes_per_day,
            MOST_COMMANDS,
        ),
        mails_per_rfr_per_day: most(
            "limits.mails_per_rfr_per_day",
            raw.mails_per_rfr_per_day,
            budget.mails_per_rfr_per_day,
            MOST_COMMANDS,
        ),
        announcements_per_rfr_per_hour: most(
            "limits.announcements_per_rfr_per_hour",
            raw.announcements_per_rfr_per_hour,
            budget.announcements_per_rfr_per_hour,
            MOST_COMMANDS,
        ),
    };
    Limits {
        budget,
        undo: Duration::from_secs(undo_minutes * 60),
        reply_lines: usize::try_from(reply_lines).unwrap_or(DEFAULT_LIMITS.reply_lines),
    }
}

fn log(raw: RawLog, found: &mut Findings<'_>) -> Log {
    let mut log = Log {
        level: LogLevel::Info,
        format: LogFormat::Text,
    };
    if let Some(word) = raw.level {
        match LogLevel::from_name(&word) {
            Some(level) => log.level = level,
            None => not_one_of(found, "log.level", &word, &LogLevel::ALL.map(LogLevel::name)),
        }
    }
    if let Some(word) = raw.format {
        match LogFormat::from_name(&word) {
            Some(format) => log.format = format,
            None => not_one_of(found, "log.format", &word, &LogFormat::ALL.map(LogFormat::name)),
        }
    }
    log
}
