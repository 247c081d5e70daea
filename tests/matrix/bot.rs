//! The real program, started as its operator would start it.

pub(crate) use crate::running::Bot;

use crate::person::id;
use crate::running::UNLIMITED;
use crate::synapse::{SERVER, Synapse};
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

impl Bot {
    /// A bot in these rooms (by alias), not started yet. Everybody is known: ralph by the homeserver of accounts,
    /// kevin and smooge (of sysadmin-main) by the config.
    pub(crate) fn new(synapse: &Synapse, rooms: &[&str], more: &str) -> Self {
        synapse.register("rfrbot");
        Self::at(&synapse.address(), rooms, more)
    }

    /// The same with another homeserver.
    pub(crate) fn at(homeserver: &str, rooms: &[&str], more: &str) -> Self {
        let rooms: Vec<String> = rooms.iter().map(|room| alias(room)).collect();
        let mut config = format!(
            "{UNLIMITED}\
             [matrix]\nhomeserver = \"{homeserver}\"\nuser = \"{}\"\npassword_file = \"matrix.password\"\nrooms = {rooms:?}\n\
             account_servers = [\"{SERVER}\"]\nbridge_ghosts = [\"@irc-*:{SERVER}\"]\n\
             invites_from_groups = [\"sysadmin-main\"]\nretry_seconds = [1, 2]\n{more}\n",
            id("rfrbot")
        );
        for name in ["kevin", "smooge"] {
            writeln!(config, "[people.{name}]\nmatrix = [{:?}]", id(name)).expect("a String takes it");
        }
        config.push_str("[groups]\nsysadmin-main = [\"kevin\", \"smooge\"]\n");
        let bot = Self::with_config(&config);
        bot.write_secret("matrix.password", "rfrbot-password");
        bot.write_secret("matrix.recovery", "a long passphrase for the recovery");
        bot
    }

    /// Gives it the secret by which it verifies its device, which costs seconds of hashing.
    pub(crate) fn take_recovery_secret(&self) {
        self.edit_config(|config| config.replacen("[matrix]\n", "[matrix]\nrecovery_file = \"matrix.recovery\"\n", 1));
    }

    /// The folder of the Matrix side.
    pub(crate) fn matrix_folder(&self) -> std::path::PathBuf {
        self.path("store/matrix")
    }

    /// Holds it where it is (SIGSTOP): it neither hears nor answers.
    pub(crate) fn hold(&self) {
        self.signal("STOP");
    }

    /// Lets it go on.
    pub(crate) fn let_go(&self) {
        self.signal("CONT");
    }

    /// Has it read its config anew (SIGHUP).
    pub(crate) fn hang_up(&self) {
        self.signal("HUP");
    }

    /// The mode of a file of the Matrix side.
    pub(crate) fn mode(&self, name: &str) -> u32 {
        let path: &Path = &self.matrix_folder().join(name);
        fs::metadata(path).expect("the file is there").permissions().mode() & 0o777
    }
}

/// The full alias of a local room.
pub(crate) fn alias(name: &str) -> String {
    format!("#{name}:{SERVER}")
}
