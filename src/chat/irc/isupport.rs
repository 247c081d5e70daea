//! The parts of a server's numeric 005 (`ISUPPORT`) that the bot uses.

use super::casemapping::Casemapping;

/// A server's properties; the defaults hold until it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Isupport {
    /// Which names count as equal.
    pub(super) casemapping: Casemapping,
    /// Does `WHO` return accounts?
    pub(super) whox: bool,
    /// Letter of the user mode that marks bots.
    pub(super) bot_mode: Option<char>,
    /// Longest nick, in bytes.
    pub(super) nick_length: Option<usize>,
    /// Prefixes of a channel name that address only its operators or voiced people: those of the ranks. Not every
    /// server that accepts them announces it.
    pub(super) status_signs: String,
    /// Characters with which channel names begin.
    pub(super) channel_signs: String,
}

impl Default for Isupport {
    fn default() -> Self {
        Self {
            casemapping: Casemapping::default(),
            whox: false,
            bot_mode: None,
            nick_length: None,
            status_signs: "@+".to_owned(),
            channel_signs: "#&".to_owned(),
        }
    }
}

impl Isupport {
    /// Reads the tokens of one 005 line; unused ones are skipped.
    pub(super) fn learn<'a>(&mut self, tokens: impl Iterator<Item = &'a str>) {
        for token in tokens {
            // The parser leaves a blank at the thirteenth token of a line, the last that fits.
            let token = token.trim_end();
            let (name, value) = token.split_once('=').unwrap_or((token, ""));
            match name {
                "CASEMAPPING" => self.casemapping = Casemapping::named(value),
                "WHOX" => self.whox = true,
                "-WHOX" => self.whox = false,
                "BOT" => self.bot_mode = value.chars().next().filter(char::is_ascii_alphabetic),
                "NICKLEN" => self.nick_length = value.parse().ok().filter(|length| *length > 0),
                "STATUSMSG" => self.learn_status_signs(value),
                "PREFIX" => self.learn_status_signs(value.split_once(')').map_or("", |(_, signs)| signs)),
                "CHANTYPES" => value.clone_into(&mut self.channel_signs),
                _ => {}
            }
        }
    }

    fn learn_status_signs(&mut self, signs: &str) {
        let signs = signs.chars().filter(char::is_ascii_punctuation);
        for sign in signs {
            if !self.status_signs.contains(sign) {
                self.status_signs.push(sign);
            }
        }
    }

    /// Is this the name of a channel?
    pub(super) fn is_channel(&self, name: &str) -> bool {
        name.starts_with(|sign| self.channel_signs.contains(sign))
    }

    /// The channel that a target addresses, as a whole (`#a`) or in part (`@#a`); `None` if it is no channel.
    pub(super) fn channel_of<'a>(&self, target: &'a str) -> Option<&'a str> {
        if self.is_channel(target) {
            return Some(target);
        }
        let plain = target.trim_start_matches(|sign| self.status_signs.contains(sign));
        (plain.len() < target.len() && self.is_channel(plain)).then_some(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_token_of_a_full_line_is_learnt_too() {
        let line = ":irc.example.org 005 rfrbot A B C D E F G H I J K L WHOX :are supported by this server\r\n";
        let message: irc::proto::Message = line.parse().expect("a line of IRC");
        let irc::proto::Command::Response(_, arguments) = message.command else {
            panic!("{message:?}");
        };
        let mut server = Isupport::default();
        server.learn(arguments.iter().map(String::as_str));
        assert!(server.whox, "{arguments:?}");
    }

    #[test]
    fn what_is_used_is_learnt_and_a_status_message_belongs_to_its_channel() {
        let mut server = Isupport::default();
        let line = "BOT=B CASEMAPPING=ascii WHOX NICKLEN=16 STATUSMSG=@%+ CHANTYPES=# FNC :are supported";
        server.learn(line.split(' '));
        assert_eq!(server.casemapping, Casemapping::Ascii);
        assert!(server.whox);
        assert_eq!(server.bot_mode, Some('B'));
        assert_eq!(server.nick_length, Some(16));
        assert_eq!(server.channel_of("#a"), Some("#a"));
        assert_eq!(server.channel_of("@#a"), Some("#a"));
        assert_eq!(server.channel_of("&a"), None);
        assert_eq!(server.channel_of("@nick"), None);
        assert_eq!(server.channel_of("nick"), None);
        let mut server = Isupport::default();
        assert_eq!(
            server.channel_of("@#a"),
            Some("#a"),
            "a server that does not say so sends it all the same"
        );
        server.learn("PREFIX=(qohv)~@%+ STATUSMSG=@".split(' '));
        assert_eq!(server.channel_of("~#a"), Some("#a"));
        assert_eq!(server.channel_of("+#a"), Some("#a"));
        assert_eq!(server.channel_of("!#a"), None);
        server.learn("BOT=\r\n NICKLEN=none".split(' '));
        assert_eq!((server.bot_mode, server.nick_length), (None, None));
    }
}
