//! `[bot]` and `[tickets]`: the bot itself.

use super::judge::{Judge, is_simple_word, is_web_address};
use super::rows::{FilePath, rows};
use crate::sop::Edition;
use std::path::PathBuf;

rows! {
    /// `[bot]`
    BotRows {
        name: String = "rfrbot":
            "The bot's name in logs and in the console. On a network it goes by its nick.";
        prefix: String = "!rfr":
            "The word before every command in a channel. In private messages it may be left out. A word that people say \
             by accident makes the bot answer to chat that was not meant for it.";
        data: Option<FilePath> => "$STATE_DIRECTORY (systemd), else $XDG_DATA_HOME/rfrbot, else \
                                   ~/.local/share/rfrbot, else rfrbot-data beside this file", on "/var/lib/rfrbot":
            "The folder of the store: journal and database. A bot that is pointed to another folder starts with another \
             store: move the folder with it.";
        edition: String = "classic":
            "The edition of the SOP under which new RFRs start: \"classic\", or \"audit\", in which the security \
             officer audits before production, or the name of the edition in [sop] file. An RFR keeps the edition \
             that it started under.";
        four_eyes: bool = false:
            "Four eyes. true: the requester cannot sponsor their own RFR, and whoever signed off staging cannot move \
             it into production. false: one member of sysadmin-main can do all of it.";
        ascii: bool = false:
            "Plain bars. true draws the progress bar as ####--, for clients that cannot show ▰▱.";
        objections_hold: bool = false:
            "Objections. true: a -1 from somebody in sysadmin-main blocks a freeze break until they change their \
             vote. false: a -1 is only shown, and two approvals are enough.";
    }
}

rows! {
    /// `[tickets]`
    TicketRows {
        base: String = "https://forge.fedoraproject.org/infra/tickets/issues/":
            "A ticket that people call #4321 is at this address with 4321 added.";
    }
}

/// `[bot]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bot {
    /// The bot's name in logs and in the console.
    pub name: String,
    /// The word before every command in a channel.
    pub prefix: String,
    /// The folder of the store.
    pub data: PathBuf,
    /// The SOP edition for new RFRs.
    pub edition: Edition,
    /// The edition in the team's own file.
    pub own_edition: Option<Edition>,
    /// Whoever requested does not sponsor, and whoever signed does not move to production.
    pub four_eyes: bool,
    /// Bars of progress in plain ASCII?
    pub ascii: bool,
    /// Does an objection of sysadmin-main hold a freeze break?
    pub objections_hold: bool,
}

impl Bot {
    /// The section's effect on a run.
    pub(super) fn describe(&self) -> String {
        format!(
            "[bot] {} answers to {:?} and to its nick; keeps its store in {}; a new RFR starts under the {} edition of the \
             SOP{}.",
            self.name,
            self.prefix,
            self.data.display(),
            self.edition.name(),
            if self.four_eyes {
                "; who requested it does not sponsor it, and who signed staging does not move it into production"
            } else {
                ""
            }
        )
    }
}

pub(super) fn bot(raw: BotRows, judge: &mut Judge<'_, '_>) -> Bot {
    let BotRows { name, prefix, .. } = BotRows::default();
    if !is_simple_word(&raw.name) {
        judge.problem(
            "name",
            format!("{:?} is not a simple word", raw.name),
            format!("Use letters, digits, - and _, such as {name:?}"),
        );
    }
    judge_prefix(&raw.prefix, &prefix, judge);
    let around = judge.around;
    let data = match raw.data {
        Some(FilePath(data)) if data.is_empty() => {
            judge.problem(
                "data",
                "the name of the folder is empty",
                "Name a folder, or leave the key out",
            );
            around.folder.to_owned()
        }
        Some(FilePath(data)) => around.folder.join(data),
        None => around.surroundings.default_data(around.folder),
    };
    Bot {
        name: raw.name,
        prefix: raw.prefix,
        data,
        // A placeholder until the groups are known.
        edition: Edition::classic(),
        own_edition: None,
        four_eyes: raw.four_eyes,
        ascii: raw.ascii,
        objections_hold: raw.objections_hold,
    }
}

fn judge_prefix(prefix: &str, default: &str, judge: &mut Judge<'_, '_>) {
    if prefix.is_empty() || prefix.len() > 20 || prefix.contains(|c: char| c.is_whitespace() || c.is_control()) {
        judge.problem(
            "prefix",
            format!("{prefix:?} is not one word of at most 20 bytes"),
            format!("Use a word that nobody says by accident, such as {default:?}"),
        );
    } else if prefix.starts_with(['/', '>']) {
        let sign = prefix.chars().next().unwrap_or_default();
        judge.problem(
            "prefix",
            format!("chat programs take a line that begins with {sign} for themselves, so that it does not arrive"),
            format!("Use another sign, such as {default:?}"),
        );
    } else if !prefix.contains(char::is_alphanumeric) {
        judge.problem(
            "prefix",
            format!("{prefix:?} has no letter or digit, and people and other bots say it by accident"),
            format!("Put a word behind the sign, such as {default:?}"),
        );
    } else if prefix.starts_with(['@', '#', ':', '*', '_', '`', '~']) {
        judge.note(
            "prefix",
            format!("chat programs complete or format what begins like {prefix:?}"),
            format!("If commands do not arrive, use another sign, such as {default:?}"),
        );
    } else if prefix.starts_with(char::is_alphanumeric) {
        judge.note(
            "prefix",
            format!("{prefix:?} is a plain word, so that a sentence that begins with it is taken for a command"),
            format!("Put a sign before it, such as {default:?}"),
        );
    }
}

pub(super) fn tickets(raw: TicketRows, judge: &mut Judge<'_, '_>) -> String {
    let base = raw.base;
    if !is_web_address(&base) {
        judge.problem(
            "base",
            format!("{base:?} is not a web address"),
            format!(
                "Give the address of a ticket without its number, such as {:?}",
                TicketRows::default().base
            ),
        );
    } else if !base.ends_with(['/', '=', '#']) {
        judge.problem(
            "base",
            format!("ticket #4321 would be at {base}4321"),
            "End the address with / so that the number can be added",
        );
    } else if ends_with_a_number(&base) {
        judge.note(
            "base",
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
