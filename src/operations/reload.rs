//! Reloading the config: the whole file is checked first, and whatever a running bot cannot adopt is named.

use crate::config::{Bot, Config, Freezes, IrcNetwork};
use crate::wire::Place;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The running bot's config, and the file it came from.
#[derive(Debug)]
pub struct Reloader {
    path: PathBuf,
    running: Config,
}

/// Result of a reload.
#[derive(Debug)]
pub struct Reloaded {
    /// The config to continue with: the new file, with the old parts where a restart is needed.
    pub config: Config,
    /// What changed and applies from now on; sections of the file.
    pub taken: Vec<String>,
    /// What changed and applies only after a restart.
    pub needs_restart: Vec<String>,
}

impl Reloader {
    /// For a bot that was started with this config.
    pub fn new(path: PathBuf, running: Config) -> Self {
        Self { path, running }
    }

    /// Reads the file and compares. An error says what is wrong with it; then nothing has changed.
    pub fn read(&self) -> Result<Reloaded, String> {
        let read = Config::load(&self.path).map_err(|error| error.to_string())?;
        Ok(compare(&self.running, read))
    }

    /// Records the config now in force.
    pub fn taken_over(&mut self, config: Config) {
        self.running = config;
    }
}

fn compare(old: &Config, mut new: Config) -> Reloaded {
    let mut taken = Vec::new();
    let mut needs_restart = Vec::new();
    // Added rooms are joined while the bot runs.
    let rooms = more_rooms(&mut new, old);
    let channels_differ = keep_networks(&mut new, old, &mut needs_restart);
    if channels_differ {
        taken.push("channels of [irc]".to_owned());
    }
    if new.matrix != old.matrix {
        needs_restart.push("[matrix]".to_owned());
        new.matrix.clone_from(&old.matrix);
    }
    if let (Some(network), Some(rooms)) = (&mut new.matrix, rooms) {
        network.rooms = rooms;
        taken.push("the rooms of [matrix]".to_owned());
    }
    if new.bot.data != old.bot.data {
        needs_restart.push("[bot] data".to_owned());
        new.bot.data.clone_from(&old.bot.data);
    }
    if new.bot.name != old.bot.name {
        needs_restart.push("[bot] name".to_owned());
        new.bot.name.clone_from(&old.bot.name);
    }
    if new.bot.prefix != old.bot.prefix && !old.irc.is_empty() {
        // The IRC adaptor filters lines by the prefix.
        needs_restart.push("[bot] prefix".to_owned());
        new.bot.prefix.clone_from(&old.bot.prefix);
    }
    for (name, differs) in [
        ("[log]", new.log != old.log),
        ("[watch]", new.watch != old.watch),
        ("[board]", new.board != old.board),
        ("[backup]", new.backup != old.backup),
        ("[tracker]", new.tracker != old.tracker),
        ("[bus]", new.bus != old.bus),
        ("[accounts]", new.accounts != old.accounts),
        ("[mail]", new.mail != old.mail || new.inbox != old.inbox),
        (
            "the calendars of [freezes]",
            keep_sources(&mut new.freezes, &old.freezes),
        ),
    ] {
        if differs {
            needs_restart.push(name.to_owned());
        }
    }
    new.log = old.log;
    new.watch = old.watch;
    new.board.clone_from(&old.board);
    new.backup.clone_from(&old.backup);
    new.mail.clone_from(&old.mail);
    new.inbox.clone_from(&old.inbox);
    new.tracker.clone_from(&old.tracker);
    new.bus.clone_from(&old.bus);
    new.accounts.clone_from(&old.accounts);
    // A place that the bot joins only after a restart would lose what is said to it: settings that refer to it wait,
    // too.
    let known: BTreeSet<Place> = new.places().into_iter().collect();
    let waits = |places: &[Place]| places.iter().any(|place| !known.contains(place));
    if new.announce != old.announce || new.told != old.told || new.bridged != old.bridged {
        if waits(&new.announce) || new.bridged.iter().any(|set| waits(set)) {
            needs_restart.push("[announce]".to_owned());
            new.announce.clone_from(&old.announce);
            new.told.clone_from(&old.told);
            new.bridged.clone_from(&old.bridged);
        } else {
            taken.push("[announce]".to_owned());
        }
    }
    if new.reminders != old.reminders {
        let spoken = new.reminders.iter();
        let spoken = spoken.flat_map(|reminders| {
            reminders
                .places
                .iter()
                .chain(reminders.posts.iter().flat_map(|post| &post.places))
        });
        if waits(&spoken.cloned().collect::<Vec<_>>()) {
            needs_restart.push("[reminders] and [[posts]]".to_owned());
            new.reminders.clone_from(&old.reminders);
        } else {
            taken.push("[reminders] and [[posts]]".to_owned());
        }
    }
    if new.admin.place != old.admin.place && waits(new.admin.place.as_slice()) {
        needs_restart.push("[admin] place".to_owned());
        new.admin.place.clone_from(&old.admin.place);
    }
    // If the file of [sop] changed, the edition of [bot] is a different one under the same name.
    let same_edition = new.bot.edition.name() == old.bot.edition.name();
    let bot = Bot {
        own_edition: old.bot.own_edition,
        edition: if same_edition { old.bot.edition } else { new.bot.edition },
        ..new.bot.clone()
    };
    for (name, differs) in [
        ("[bot]", bot != old.bot),
        ("[sop]", new.bot.own_edition != old.bot.own_edition),
        ("[tickets]", new.tickets_base != old.tickets_base),
        ("[limits]", new.limits != old.limits),
        ("[admin]", new.admin != old.admin),
        ("[people]", new.people != old.people),
        ("[groups]", new.groups != old.groups),
        ("[freezes]", new.freezes != old.freezes),
    ] {
        if differs {
            taken.push(name.to_owned());
        }
    }
    Reloaded {
        config: new,
        taken,
        needs_restart,
    }
}

/// Networks keep their settings until a restart, except whom they watch and which channels they join, which they are
/// told while running. Notes by name which networks need a restart. Returns whether any changes its channels.
fn keep_networks(new: &mut Config, old: &Config, needs_restart: &mut Vec<String>) -> bool {
    let asked = std::mem::replace(&mut new.irc, old.irc.clone());
    let mut channels_differ = false;
    for network in &mut new.irc {
        let Some(mut read) = asked.iter().find(|read| read.name == network.name).cloned() else {
            needs_restart.push(format!("[irc.{}]", network.name));
            continue;
        };
        channels_differ |= read.channels != network.channels;
        network.channels.clone_from(&read.channels);
        network.acquaintances.clone_from(&read.acquaintances);
        // The prefix belongs to [bot], and is compared there.
        read.prefix.clone_from(&network.prefix);
        if read != *network {
            needs_restart.push(format!("[irc.{}]", network.name));
        }
    }
    let is_new = |read: &&IrcNetwork| old.irc.iter().all(|known| known.name != read.name);
    needs_restart.extend(asked.iter().filter(is_new).map(|read| format!("[irc.{}]", read.name)));
    channels_differ
}

/// The Matrix rooms, if some were added and none removed; other differences of that network wait.
fn more_rooms(new: &mut Config, old: &Config) -> Option<Vec<String>> {
    let (new, old) = (new.matrix.as_mut()?, old.matrix.as_ref()?);
    let is_more = new.rooms != old.rooms && old.rooms.iter().all(|room| new.rooms.contains(room));
    is_more.then(|| std::mem::replace(&mut new.rooms, old.rooms.clone()))
}

/// Calendars are read by a separate task that keeps its initial settings. Returns whether they changed.
fn keep_sources(new: &mut Freezes, old: &Freezes) -> bool {
    let asked = std::mem::replace(new, old.clone());
    new.windows.clone_from(&asked.windows);
    new.automatic = asked.automatic;
    asked != *new
}

impl Reloaded {
    /// For the operator.
    pub fn describe(&self) -> String {
        let list = |parts: &[String]| parts.join(", ");
        let mut said = if self.taken.is_empty() {
            "read the config anew: nothing that can change while I run is different".to_owned()
        } else {
            format!("read the config anew; changed: {}", list(&self.taken))
        };
        if !self.needs_restart.is_empty() {
            said.push_str("; needs a restart: ");
            said.push_str(&list(&self.needs_restart));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Surroundings;
    use crate::operations::sop::{SopFormat, print};
    use crate::sop::Edition;

    #[test]
    fn where_only_the_sop_changed_only_the_sop_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rfrbot.toml");
        let text = "[bot]\nedition = \"my-classic\"\n[sop]\nfile = \"own.toml\"\n[people.kevin]\n[groups]\nsysadmin-main = [\"kevin\"]\n";
        let own = print(Edition::classic(), SopFormat::Toml);
        let load = |own: &str, text: &str| {
            std::fs::write(folder.path().join("own.toml"), own).expect("a file");
            Config::from_text_in(text, &path, &Surroundings::given([("HOME", "/")])).expect("a config")
        };
        let old = load(&own, text);
        let changed = load(&own.replacen("an RFR ticket", "a ticket", 1), text);
        let other = load(&own, &text.replace("\"my-classic\"", "\"audit\""));
        let said = compare(&changed, other).describe();
        assert_eq!(said, "read the config anew; changed: [bot], [sop]");
        let said = compare(&old, changed).describe();
        assert_eq!(said, "read the config anew; changed: [sop]");
    }
}
