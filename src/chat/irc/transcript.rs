//! Logs every line of a network at level trace, without secrets: for diagnosing a server that does something
//! unexpected.

use crate::config::{IrcNetwork, Login, Secret};
use tracing::{Level, enabled, trace};

/// Who said a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    Server,
    Bot,
}

/// Writes lines to the log, if that level is on.
pub(super) fn note(network: &IrcNetwork, speaker: Speaker, lines: &str) {
    if !enabled!(Level::TRACE) {
        return;
    }
    for line in lines.lines() {
        let line = without_secrets(network, line);
        let network = &network.name;
        match speaker {
            Speaker::Server => trace!(network, "<- {}", line.escape_debug()),
            Speaker::Bot => trace!(network, "-> {}", line.escape_debug()),
        }
    }
}

/// The line with all configured secrets removed; the argument of `AUTHENTICATE` is removed as a whole.
fn without_secrets(network: &IrcNetwork, line: &str) -> String {
    const LEFT_OUT: &str = "(secret)";
    if line.starts_with("AUTHENTICATE ") {
        return format!("AUTHENTICATE {LEFT_OUT}");
    }
    let login = match &network.login {
        Login::SaslPlain { password, .. } | Login::NickServ { password, .. } => Some(password),
        Login::None | Login::SaslExternal => None,
    };
    let keys = network.channels.iter().filter_map(|channel| channel.key.as_ref());
    let mut line = line.to_owned();
    for secret in login.into_iter().chain(&network.server_password).chain(keys) {
        let secret: &Secret = secret;
        // The secret may have been changed since; the line may contain either.
        line = line.replace(secret.reveal(), LEFT_OUT);
        line = line.replace(secret.current().reveal(), LEFT_OUT);
    }
    line
}
