//! The parts of the config that each room needs.

use crate::config::{self, CalendarSource, Config, Inbox, MailingList, MatrixNetwork};
use crate::desk::{BusSettings, LiveGroups, MailSettings, RecurringPost, Reminders, Settings, TrackerSettings};
use crate::mail;
use crate::people::{Directory, Identity};
use chrono::{Duration, Utc};
use std::collections::HashMap;

/// Who is who, by the config, which was read just now.
pub fn directory(config: &Config) -> Directory {
    let mut directory = Directory::new();
    directory.set_read_at(Utc::now());
    for person in &config.people {
        directory.add_account(&person.account);
        for services in &person.irc {
            let identity = Identity::IrcAccount {
                network: services.network.clone(),
                account: services.account.clone(),
            };
            directory.add_identity(&person.account, identity);
        }
        for address in &person.mail {
            directory.add_mail(&person.account, address);
        }
        for mxid in &person.matrix {
            directory.add_identity(&person.account, Identity::Matrix { mxid: mxid.clone() });
        }
    }
    for server in config.matrix.iter().flat_map(|matrix| &matrix.account_servers) {
        directory.add_account_server(server);
    }
    directory.set_four_eyes(config.bot.four_eyes);
    directory.set_objections_hold(config.bot.objections_hold);
    for name in config.own_names() {
        directory.add_own_name(name.as_str());
    }
    for account in &config.admin.people {
        directory.add_operator(account);
    }
    for group in &config.admin.groups {
        directory.add_operator_group(group);
    }
    for (group, members) in &config.groups {
        for account in members {
            directory.add_member(group, account);
        }
    }
    directory
}

/// Most lines of an answer in a Matrix room; the rest waits for `more`.
const MATRIX_LINES: usize = 40;

/// What the desk needs of the config.
pub(super) fn settings(config: &Config) -> Settings {
    let lines = |network: &str| (network.to_owned(), config.limits.reply_lines);
    let names = |sources: &[CalendarSource]| sources.iter().map(|source| source.name.clone()).collect();
    let on_irc = config.irc.iter().map(|network| lines(&network.name));
    let on_matrix = config
        .matrix
        .iter()
        .map(|_| (MatrixNetwork::NAME.to_owned(), MATRIX_LINES));
    let reply_lines: HashMap<String, usize> = on_irc.chain(on_matrix).collect();
    Settings {
        prefix: config.bot.prefix.clone(),
        ascii: config.bot.ascii,
        board: config.board.url.clone(),
        edition: config.bot.edition,
        own_edition: config.bot.own_edition,
        ticket_base: Some(config.tickets_base.clone()),
        undo_within: Duration::from_std(config.limits.undo).unwrap_or(Duration::MAX),
        announce: config.announce.clone(),
        told: config.told.clone(),
        bridged: config.bridged.clone(),
        mail: config
            .mail
            .as_ref()
            .map(|list| mail_settings(list, config.inbox.as_ref())),
        tracker: config.tracker.as_ref().map(tracker_settings),
        bus: config.bus.as_ref().map(|bus| BusSettings {
            meetings: bus.meetings.clone(),
        }),
        calendars: names(&config.freezes.imports),
        absences: names(&config.freezes.absences),
        automatic: config.freezes.automatic,
        reminders: config.reminders.as_ref().map(reminders),
        reply_lines,
        remembered: Duration::from_std(config.limits.remembered).unwrap_or_default(),
    }
}

fn tracker_settings(tracker: &config::Tracker) -> TrackerSettings {
    TrackerSettings {
        base: tracker.base(),
        label: tracker.label.clone(),
        assign: tracker.assign,
        comment: tracker.comments != config::Comments::None,
        close: tracker.close,
        logins: tracker.logins.clone(),
        logins_are_accounts: tracker.logins_are_accounts,
    }
}

fn mail_settings(list: &MailingList, inbox: Option<&Inbox>) -> MailSettings {
    MailSettings {
        domain: domain(&list.from).to_owned(),
        archive: Some(mail::ListArchive {
            base: list.archive.clone(),
            list: list.list.clone(),
        }),
        send: list.send.clone(),
        open_questions: inbox.is_some_and(|inbox| inbox.open_questions),
    }
}

pub(super) fn domain(address: &str) -> &str {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

fn reminders(config: &config::ReminderConfig) -> Reminders {
    let posts = config.posts.iter().map(|post| RecurringPost {
        recurring: post.recurring.clone(),
        places: post.places.clone(),
        to_list: post.to_list,
    });
    Reminders {
        settings: config.settings.clone(),
        places: config.places.clone(),
        posts: posts.collect(),
    }
}

/// What the desk has to know of the account system.
pub(super) fn live_groups(config: &config::Accounts) -> LiveGroups {
    let of = |time| Duration::from_std(time).unwrap_or(Duration::MAX);
    LiveGroups {
        groups: config.groups.clone(),
        profiles: config.profiles,
        fresh: of(config.fresh),
        patience: of(config.patience),
    }
}

/// The configured Matrix rooms.
pub(super) fn matrix_rooms(config: &Config) -> Vec<String> {
    let network = config.matrix.as_ref();
    network.map_or_else(Vec::new, |network| network.rooms.clone())
}
