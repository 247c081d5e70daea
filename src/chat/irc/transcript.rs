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
    without_codes(&line, LEFT_OUT)
}

/// The line without codes of `link`, as they are told and as they are typed: they are secrets while they count.
fn without_codes(line: &str, left_out: &str) -> String {
    let mut behind_link = false;
    let mut is_code = |word: &str| {
        let bare = word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
        let is_linked = behind_link && bare.len() >= 5;
        behind_link = bare.eq_ignore_ascii_case("link");
        let halves = bare.split_once('-');
        let is_told = halves.is_some_and(|(first, second)| {
            let is_half = |half: &str| half.len() == 5 && half.bytes().all(|byte| byte.is_ascii_alphanumeric());
            is_half(first) && is_half(second)
        });
        is_told || is_linked
    };
    let words = line.split(' ').map(|word| if is_code(word) { left_out } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_is_in_the_log() {
        for (line, logged) in [
            (
                ":kevin!k@h PRIVMSG rfrbot :link 10000-0000Z",
                ":kevin!k@h PRIVMSG rfrbot :link X",
            ),
            (
                ":kevin!k@h PRIVMSG rfrbot :LINK bv8pf3whx5",
                ":kevin!k@h PRIVMSG rfrbot :LINK X",
            ),
            (
                "PRIVMSG kevin :say to me in private: link BV8PF-3WHX5. It counts",
                "PRIVMSG kevin :say to me in private: link X It counts",
            ),
            (
                "PRIVMSG #fedora-admin :badges: staging-mail done",
                "PRIVMSG #fedora-admin :badges: staging-mail done",
            ),
        ] {
            assert_eq!(without_codes(line, "X"), logged);
        }
    }
}
