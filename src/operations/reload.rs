//! Reading the config anew: the file is checked as a whole first, and what a running bot cannot take over is named.

use crate::config::{Config, Freezes};
use std::collections::HashMap;
use std::path::PathBuf;

/// The config of a running bot, and where it came from.
#[derive(Debug)]
pub struct Reloader {
    path: PathBuf,
    running: Config,
}

/// What reading anew came to.
#[derive(Debug)]
pub struct Reloaded {
    /// The config to go on with: the new file, with the old parts where a restart is needed.
    pub config: Config,
    /// What changed and counts from now on; sections of the file.
    pub taken: Vec<&'static str>,
    /// What changed and counts only after a restart.
    pub needs_restart: Vec<&'static str>,
}

impl Reloader {
    /// For a bot that was started with this config.
    pub fn new(path: PathBuf, running: Config) -> Self {
        Self { path, running }
    }

    /// Reads the file and compares. An error says what is wrong with it; nothing has changed then.
    pub fn read(&self) -> Result<Reloaded, String> {
        let read = Config::load(&self.path).map_err(|error| error.to_string())?;
        Ok(compare(&self.running, read))
    }

    /// This is in force now.
    pub fn taken_over(&mut self, config: Config) {
        self.running = config;
    }
}

fn compare(old: &Config, mut new: Config) -> Reloaded {
    let mut taken = Vec::new();
    let mut needs_restart = Vec::new();
    // Whom a network watches for follows from [people], and the prefix from [bot]: no settings of the network.
    let mut irc = new.irc.clone();
    for (new, old) in irc.iter_mut().zip(&old.irc) {
        new.acquaintances.clone_from(&old.acquaintances);
        new.prefix.clone_from(&old.prefix);
    }
    // Whom to watch for they are told while they run.
    let read = new.irc.iter();
    let acquaintances: HashMap<_, _> = read
        .map(|network| (network.name.clone(), network.acquaintances.clone()))
        .collect();
    // Rooms that are added are entered while it runs.
    let rooms = more_rooms(&mut new, old);
    let networks_differ = irc != old.irc || new.matrix != old.matrix;
    if irc != old.irc {
        needs_restart.push("[irc]");
    }
    if new.matrix != old.matrix {
        needs_restart.push("[matrix]");
    }
    new.irc.clone_from(&old.irc);
    for network in &mut new.irc {
        if let Some(read) = acquaintances.get(&network.name) {
            network.acquaintances.clone_from(read);
        }
    }
    new.matrix.clone_from(&old.matrix);
    if let (Some(network), Some(rooms)) = (&mut new.matrix, rooms) {
        network.rooms = rooms;
        taken.push("the rooms of [matrix]");
    }
    if new.bot.data != old.bot.data {
        needs_restart.push("[bot] data");
        new.bot.data.clone_from(&old.bot.data);
    }
    if new.bot.name != old.bot.name {
        needs_restart.push("[bot] name");
        new.bot.name.clone_from(&old.bot.name);
    }
    if new.bot.prefix != old.bot.prefix && !old.irc.is_empty() {
        // The ears on IRC pass over what does not begin with it.
        needs_restart.push("[bot] prefix");
        new.bot.prefix.clone_from(&old.bot.prefix);
    }
    for (name, differs) in [
        ("[log]", new.log != old.log),
        ("[watch]", new.watch != old.watch),
        ("[backup]", new.backup != old.backup),
        ("[mail]", new.mail != old.mail || new.inbox != old.inbox),
        (
            "the calendars of [freezes]",
            keep_sources(&mut new.freezes, &old.freezes),
        ),
    ] {
        if differs {
            needs_restart.push(name);
        }
    }
    new.log = old.log;
    new.watch = old.watch;
    new.backup.clone_from(&old.backup);
    new.mail.clone_from(&old.mail);
    new.inbox.clone_from(&old.inbox);
    if new.announce != old.announce || new.bridged != old.bridged {
        // A place on a network that is not joined yet would lose what is said to it.
        if networks_differ {
            needs_restart.push("[announce]");
            new.announce.clone_from(&old.announce);
            new.bridged.clone_from(&old.bridged);
        } else {
            taken.push("[announce]");
        }
    }
    if new.reminders != old.reminders {
        // They are said in places, too.
        if networks_differ {
            needs_restart.push("[reminders] and [[posts]]");
            new.reminders.clone_from(&old.reminders);
        } else {
            taken.push("[reminders] and [[posts]]");
        }
    }
    for (name, differs) in [
        ("[bot]", new.bot != old.bot),
        ("[tickets]", new.tickets_base != old.tickets_base),
        ("[limits]", new.limits != old.limits),
        ("[admin]", new.admin != old.admin),
        ("[people]", new.people != old.people),
        ("[groups]", new.groups != old.groups),
        ("[freezes]", new.freezes != old.freezes),
    ] {
        if differs {
            taken.push(name);
        }
    }
    Reloaded {
        config: new,
        taken,
        needs_restart,
    }
}

/// The rooms of Matrix, where some were added and none was taken away; what else is different of that network stays.
fn more_rooms(new: &mut Config, old: &Config) -> Option<Vec<String>> {
    let (new, old) = (new.matrix.as_mut()?, old.matrix.as_ref()?);
    let is_more = new.rooms != old.rooms && old.rooms.iter().all(|room| new.rooms.contains(room));
    is_more.then(|| std::mem::replace(&mut new.rooms, old.rooms.clone()))
}

/// Calendars are read by a task of its own that keeps what it was started with. Was something else asked for?
fn keep_sources(new: &mut Freezes, old: &Freezes) -> bool {
    let asked = std::mem::replace(new, old.clone());
    new.windows.clone_from(&asked.windows);
    new.automatic = asked.automatic;
    asked != *new
}

impl Reloaded {
    /// For the operator.
    pub fn describe(&self) -> String {
        let list = |parts: &[&str]| parts.join(", ");
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
