//! The sections of the file, and the order in which they are checked.

use super::accounts::{self, AccountRows};
use super::board::{self, BoardRows};
use super::bot::{self, BotRows, TicketRows};
use super::bus::{self as message_bus, BusRows};
use super::error::{ConfigError, invalid};
use super::form::{self, Findings};
use super::freezes::{self, FreezeRows};
use super::irc::{self, IrcNetwork, IrcRows};
use super::judge::{Around, Judge, unknown_group};
use super::limits::{LimitRows, Limits};
use super::log::{Log, LogRows};
use super::mail::{self, MailRows};
use super::matrix::{self, MatrixNetwork, MatrixRows};
use super::operations::{self, AdminRows, BackupRows, WatchRows};
use super::people::{self, AnnounceRows, ConfiguredPerson, Nobodys, PersonRows, Places};
use super::reminders::{self, PostRows, ReminderConfig, ReminderRows};
use super::rows::{self, Section, rows};
use super::sop::{self, SopRows};
use super::surroundings::Surroundings;
use super::tracker::{self, TrackerRows};
use super::whole::{Config, own_names};
use std::collections::BTreeMap;
use std::path::Path;

/// The text above the sections in the shipped example.
const HEAD: &str = "\
# rfrbot's config. Copy it to /etc/rfrbot/config.toml (or name another file with --config), edit it, and run
# `rfrbot check`: it names every mistake with its line, and says what each section means for a run.
#
# A line that begins with # and a space explains. A line that begins with # without a space is a setting that is
# switched off: remove the # to switch it on. A key that stands here switched off shows its default, unless its
# explanation says otherwise. Unknown keys are errors.
#
# Secrets never stand in this file. Each has two keys: …_file names a file that holds only the secret (a line end
# after it does not count; make it readable by the bot's user alone, chmod 600), and …_env names an environment
# variable. Relative files count from the folder of this file. Under systemd, LoadCredential= is the best place:
# where $CREDENTIALS_DIRECTORY is set, a relative …_file is looked up there first.";

rows! {
    /// The whole file.
    File {
        bot: BotRows, on bot: "The bot itself.";
        sop: SopRows, on sop: "The team's own SOP, beside those that ship.";
        tickets: TicketRows, on tickets: "Where tickets are.";
        limits: LimitRows, on limits: "How much is taken and said.";
        log: LogRows, on log: "The log.";
        admin: AdminRows, on admin: "Who looks after the bot: they may say `admin reload` in chat.";
        backup: Option<BackupRows>:
            "Scheduled backups, in addition to `rfrbot backup`. Without this section there are none.";
        watch: WatchRows, on watch: "For monitoring: /healthz, /readyz and /metrics (Prometheus) by HTTP.";
        board: BoardRows, on board: "A page to look at: every RFR by phase, a page for each, feeds and calendars. Read-only, without login.";
        irc: BTreeMap<String, IrcRows>, on libera:
            "One section for each IRC network. The name is yours: places are called libera/#fedora-admin then, and \
             history keeps that name, so do not rename a network later. Without any network the bot runs only in `rfrbot \
             console`.", r##"

# A second network, with the things that the first does not need. The login by certificate has no password.
#[irc.oftc]
#host = "irc.oftc.net"
#ca_file = "private-ca.pem"
#server_password_file = "oftc.password"
#client_cert = "rfrbot.crt"
#client_key = "rfrbot.key"
#login = { sasl = "external", required = true }
#channels = ["#fedora-admin"]


# A server of your own, without TLS: everything crosses the network readable.
#[irc.lab]
#host = "localhost"
#plain = true
#server_password_env = "LAB_SERVER_PASSWORD"
#login = { nickserv = "NickServ@services.lab", account = "rfrbot", password_env = "LAB_PASSWORD" }
#channels = ["#open", { name = "#keyed", key_env = "LAB_KEY" }, { name = "#keyed-too", key_file = "lab.key" }]
#pace = "unlimited""##;
        matrix: Option<MatrixRows>:
            "Matrix: one account on one homeserver. Without this section nothing of Matrix is opened or started.";
        mail: Option<MailRows>:
            "The way out to the mailing list. Without this section nothing is mailed and nothing of it is started.";
        tracker: Option<TrackerRows>:
            "The tracker in which RFRs have their tickets (Forgejo). Without this section tickets are only named.";
        bus: Option<BusRows>:
            "The message bus (Fedora Messaging), on which others hear of RFRs and freezes. Without this section nothing is \
             published and nothing of it is started.";
        announce: AnnounceRows, on announce: "Where news of RFRs are announced.";
        people: BTreeMap<String, PersonRows>, on otto:
            "Who is who: one section for each Fedora account that may change something. Everybody may look.", r##"
[people.ida]
irc = ["libera/ida42"]"##;
        groups: BTreeMap<String, Vec<String>>, on groups:
            "The accounts in each group. sysadmin-main sponsors and signs; security-officer audits (audit edition); \
             sysadmin-releng may approve freeze breaks. A member without a [people] section is allowed, but nothing proves \
             it.", r##"sysadmin-main = ["otto", "ida"]
security-officer = ["otto"]
sysadmin-releng = ["ida"]"##;
        accounts: Option<AccountRows>:
            "Groups from the account system, live. Without this section they are those of [groups], and nothing is asked.";
        freezes: FreezeRows, on freezes: "During a freeze, production must not change without a freeze break.";
        reminders: ReminderRows, on reminders:
            "When people are reminded of what waits for them, and how often. A reminder ends when somebody acts on it; \
             !rfr snooze and !rfr mute keep an RFR quiet, !rfr reminders says what is coming. Nobody is called by name who \
             did not ask for it (!rfr remind me on).";
        posts: Vec<PostRows>: "Recurring posts: the open RFRs, one line each.", r##"
# One that prepares a meeting.
#[[posts]]
#name = "meeting"
#when = "every second thursday 15:00 Europe/Prague"
#minutes_before = 60
"##;
    }
}

/// The shipped example, which explains every key.
pub fn example() -> String {
    rows::example(HEAD, File::KEYS)
}

/// The whole file, section by section.
pub fn sections() -> Vec<Section> {
    rows::sections(File::KEYS)
}

/// From a file with valid form to its meaning.
pub(super) fn check(
    raw: File,
    path: &Path,
    surroundings: &Surroundings,
    mut findings: Findings<'_>,
) -> Result<Config, ConfigError> {
    let around = &Around {
        folder: path.parent().unwrap_or(Path::new("")),
        surroundings,
    };
    let found = &mut findings;
    let edition = raw.bot.edition.clone();
    let mut bot = bot::bot(raw.bot, &mut Judge::new("bot", around, found));
    let tickets_base = bot::tickets(raw.tickets, &mut Judge::new("tickets", around, found));
    let names: Vec<String> = raw.irc.keys().cloned().collect();
    let mut irc: Vec<IrcNetwork> = Vec::new();
    for (name, network) in raw.irc {
        irc.push(irc::network(&name, network, around, found));
    }
    let matrix = raw.matrix.map(|section| {
        let mut judge = Judge::new("matrix", around, found);
        matrix::network(section, &bot.data, &mut judge)
    });
    let mail = raw
        .mail
        .map(|section| mail::section(section, &mut Judge::new("mail", around, found)));
    let tracker = raw.tracker.map(|section| {
        let mut judge = Judge::new("tracker", around, found);
        tracker::section(section, &tickets_base, &mut judge)
    });
    let bus = raw
        .bus
        .map(|section| message_bus::bus(section, &mut Judge::new("bus", around, found)));
    let (mail, inbox) = mail.map_or((None, None), |(list, inbox)| (Some(list), inbox));
    let taken = [
        (crate::wire::MAIL_NETWORK, true),
        (MatrixNetwork::NAME, matrix.is_some()),
        (crate::wire::TRACKER_NETWORK, tracker.is_some()),
        (crate::wire::BUS_NETWORK, bus.is_some()),
    ];
    for (name, _) in taken
        .iter()
        .filter(|(name, is_taken)| *is_taken && names.iter().any(|known| known == name))
    {
        found.problem(
            &format!("irc.{name}"),
            format!("the name {name} belongs to the [{name}] section"),
            "Give the IRC network another name",
        );
    }
    let places = Places::new(&irc, matrix.as_ref());
    let nobodys = Nobodys(own_names(&bot, &irc, matrix.as_ref()));
    let mut judge = Judge::new("admin", around, found);
    let admin = operations::admin(raw.admin, &places, &nobodys, &mut judge);
    let backup = raw.backup.map(|section| {
        let mut judge = Judge::new("backup", around, found);
        operations::backup(section, &bot.data, &mut judge)
    });
    let watch = operations::watch(raw.watch, &mut Judge::new("watch", around, found));
    let board = board::board(raw.board, &mut Judge::new("board", around, found));
    let webhook = tracker.as_ref().and_then(|tracker| tracker.webhook.as_ref());
    let listeners = [
        ("watch", watch),
        ("board", board.listen),
        ("tracker.webhook", webhook.map(|webhook| webhook.listen)),
    ];
    operations::ports(listeners, found);
    let bridged = places.bridged(raw.announce.bridged, found);
    let announce = places.announce(raw.announce.places, found);
    let told = places.told(raw.announce.kinds, raw.announce.rooms, &announce, found);
    let reminders = reminders::reminders(raw.reminders, raw.posts, &places, &announce, found);
    let people = people::people(raw.people, &names, &nobodys, found);
    let accounts = raw
        .accounts
        .map(|section| accounts::accounts(section, &mut Judge::new("accounts", around, found)));
    let live = accounts.as_ref().map(|accounts| &accounts.groups);
    let groups = people::groups(raw.groups, live, (&people, &nobodys), found);
    let by_hand = |group: &str| groups.get(group).is_some_and(|members| !members.is_empty());
    let has_members = |group: &str| live.is_some_and(|live| live.contains(group)) || by_hand(group);
    (bot.edition, bot.own_edition) =
        sop::editions(raw.sop, &edition, &has_members, &mut Judge::new("sop", around, found));
    for (index, group) in admin.groups.iter().enumerate() {
        if let Some(fix) = unknown_group(group).filter(|_| !has_members(group)) {
            let what = format!("nobody is in {group}, so that it lets nobody look after the bot");
            found.note(&format!("admin.groups[{index}]"), what, fix);
        }
    }
    let freezes = freezes::freezes(raw.freezes, &mut Judge::new("freezes", around, found));
    if mail.is_none() && reminders.as_ref().is_some_and(ReminderConfig::speaks_to_the_list) {
        found.note(
            "reminders.to_list",
            "something is to go to the mailing list, and the config names none",
            "Add a [mail] section; until then it is said in the rooms only",
        );
    }
    form::name_the_empty(File::KEYS, found);
    if !findings.problems.is_empty() {
        return Err(invalid(path, findings.problems));
    }
    let mut notes = findings.notes;
    notes.sort_by_key(|note| note.line);
    Ok(Config {
        irc: irc
            .into_iter()
            .map(|network| introduced(network, &bot.prefix, &people))
            .collect(),
        matrix: matrix.map(|network| MatrixNetwork {
            prefix: bot.prefix.clone(),
            ..network
        }),
        bot,
        tickets_base,
        limits: Limits::from(&raw.limits),
        log: Log::from(raw.log),
        admin,
        backup,
        watch,
        board,
        mail,
        inbox,
        tracker,
        bus,
        announce,
        told,
        bridged,
        people,
        groups,
        accounts,
        freezes,
        reminders,
        notes,
    })
}

/// Adds to a network what it must know: the command prefix, and who is who on it.
fn introduced(network: IrcNetwork, prefix: &str, people: &[ConfiguredPerson]) -> IrcNetwork {
    let accounts = people
        .iter()
        .flat_map(|person| person.irc.iter().map(|services| (services, &person.account)));
    let here = accounts.filter(|(services, _)| services.network == network.name);
    IrcNetwork {
        acquaintances: here
            .map(|(services, account)| (services.account.to_ascii_lowercase(), account.clone()))
            .collect(),
        prefix: prefix.to_owned(),
        ..network
    }
}
