//! Who addresses the bot, and in which words: from a message's lines to its commands. Pure.
//!
//! People address the bot by the prefix, by its name and a colon, or by a mention in any form that clients write: a
//! pill, `@name`, `@[name]`, a Markdown link.

use super::markup::person;
use super::reading::SpokenWords;
use crate::command;

/// The names the bot answers to in a room.
#[derive(Clone, Copy, Debug)]
pub(super) struct BotNames<'a> {
    /// The word before every command.
    pub(super) prefix: &'a str,
    /// The full Matrix id.
    pub(super) id: &'a str,
    /// The display name in the room.
    pub(super) display: &'a str,
}

/// The commands of a message, each as a line with the prefix or with the bot's name and a colon. Lines that follow a
/// command belong to it. In a private conversation everything is a command.
pub(super) fn commands(words: &SpokenWords, names: BotNames<'_>, direct: bool) -> Vec<String> {
    let mentioned = words.calls.iter().any(|id| id == names.id);
    let mut commands: Vec<String> = Vec::new();
    for line in &words.lines {
        match (called(line, names, mentioned), commands.last_mut()) {
            (Some(command), _) => commands.push(command),
            (None, Some(before)) => {
                before.push(' ');
                before.push_str(line);
            }
            (None, None) if direct => commands.push(line.clone()),
            (None, None) => {}
        }
    }
    for command in &mut commands {
        show_addresses(command, words, names);
    }
    commands
}

/// Where a command expects an address, uses a link's target rather than its label.
fn show_addresses(command: &mut String, words: &SpokenWords, names: BotNames<'_>) {
    let said = command::addressed(command, names.prefix, names.display, true);
    let Some(row) = said.and_then(command::verb_with_arguments) else {
        return;
    };
    let mut arguments = row.usage.split(' ');
    if !arguments.any(|argument| argument.split('|').any(|word| word == "URL")) {
        return;
    }
    let has_label = arguments.next().is_some();
    for (shown, to) in &words.links {
        let meant = if has_label { format!("{to} {shown}") } else { to.clone() };
        *command = command.replacen(&format!("{shown} ({to})"), &meant, 1);
    }
}

/// A line that addresses the bot, in the form that `command` reads.
fn called(line: &str, names: BotNames<'_>, mentioned: bool) -> Option<String> {
    if command::addressed(line, names.prefix, "", false).is_some() {
        return Some(line.to_owned());
    }
    let Some(rest) = behind_name(line, names, mentioned).map(str::trim_start) else {
        // By its mere name it is called only where a verb follows.
        let (_, words) = command::called(line, names.prefix, names.display, false)?;
        return command::begins_with_a_verb(words).then(|| line.to_owned());
    };
    // Addressed by both name and prefix: drop one.
    Some(match command::addressed(rest, names.prefix, "", false) {
        Some(_) => rest.to_owned(),
        None => format!("{}: {rest}", names.display),
    })
}

/// What follows the bot's name, if the line starts with it as an address.
fn behind_name<'a>(line: &'a str, names: BotNames<'_>, mentioned: bool) -> Option<&'a str> {
    let local = names.id.strip_prefix('@').and_then(|id| id.split(':').next())?;
    let forms = [
        (names.id.to_owned(), true),
        (format!("@[{}]", names.display), true),
        (format!("@[{local}]"), true),
        (format!("@{}", names.display), mentioned),
        (names.display.to_owned(), mentioned),
        (format!("@{local}"), mentioned),
        (local.to_owned(), mentioned),
    ];
    if let Some((_, link)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]("))
        && let Some((to, rest)) = link.split_once(')')
        && person(to).as_deref() == Some(names.id)
    {
        return Some(rest.trim_start_matches([':', ',']));
    }
    forms
        .iter()
        .filter(|(form, _)| form.len() > 1)
        .find_map(|(form, is_enough)| {
            let head = line.get(..form.len())?;
            let rest = &line[form.len()..];
            let calls = match rest.chars().next() {
                // A bare name with a colon addresses the bot only if it is the name that the room shows.
                Some(':' | ',') => form.as_str() != local || mentioned || local.eq_ignore_ascii_case(names.display),
                Some(c) => *is_enough && c.is_whitespace(),
                None => *is_enough,
            };
            let same = head.eq_ignore_ascii_case(form) || head.to_lowercase() == form.to_lowercase();
            (same && calls).then(|| rest.trim_start_matches([':', ',']))
        })
}

#[cfg(test)]
mod tests {
    use super::{BotNames, commands};
    use crate::chat::matrix::reading::SpokenWords;

    const BOT: BotNames<'_> = BotNames {
        prefix: "!rfr",
        id: "@bot:example.test",
        display: "The Bot",
    };

    fn heard(lines: &[&str], mentioned: bool, direct: bool) -> Vec<String> {
        let words = SpokenWords {
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            calls: mentioned.then(|| BOT.id.to_owned()).into_iter().collect(),
            ..SpokenWords::default()
        };
        commands(&words, BOT, direct)
    }

    #[test]
    fn the_bot_is_called_in_every_form_that_clients_write() {
        for (line, mentioned) in [
            ("the bot: status badges", false),
            ("The Bot, status badges", false),
            ("@bot:example.test: status badges", false),
            ("@bot:example.test status badges", false),
            ("@bot: status badges", false),
            ("@The Bot: status badges", false),
            ("@[The Bot] status badges", false),
            ("@[bot]: status badges", false),
            (
                "[anything](https://matrix.to/#/@bot:example.test): status badges",
                false,
            ),
            ("The Bot status badges", true),
            ("@bot status badges", true),
            ("bot status badges", true),
            ("bot: status badges", true),
        ] {
            assert_eq!(heard(&[line], mentioned, false), ["The Bot: status badges"], "{line}");
        }
        for line in [
            "The Bot: !rfr status badges",
            "@bot:example.test !rfr status badges",
            "!rfr status badges",
        ] {
            assert_eq!(heard(&[line], false, false), ["!rfr status badges"], "{line}");
        }
        for (line, mentioned) in [
            ("The Bot is nice", false),
            ("@bot is nice", false),
            ("bot: status", false),
            ("hey The Bot: status", true),
            ("bottom line: status", true),
            ("[bot](https://matrix.to/#/@other:example.test): status", false),
            ("status", false),
        ] {
            assert_eq!(heard(&[line], mentioned, false), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn an_address_is_what_the_link_leads_to_and_not_what_it_shows() {
        for (line, expected) in [
            (
                "!rfr discussed badges thread (https://l.example/z)",
                "!rfr discussed badges https://l.example/z",
            ),
            (
                "!rfr link badges thread (https://l.example/z)",
                "!rfr link badges https://l.example/z thread",
            ),
            (
                "!rfr note badges thread (https://l.example/z)",
                "!rfr note badges thread (https://l.example/z)",
            ),
        ] {
            let words = SpokenWords {
                lines: vec![line.to_owned()],
                links: vec![("thread".to_owned(), "https://l.example/z".to_owned())],
                ..SpokenWords::default()
            };
            assert_eq!(commands(&words, BOT, false), [expected]);
        }
    }

    #[test]
    fn each_line_that_is_a_command_is_one() {
        let lines = [
            "Good morning",
            "!rfr answer badges 2 the",
            "team",
            "!rfr answer badges 3 nobody",
        ];
        let two = ["!rfr answer badges 2 the team", "!rfr answer badges 3 nobody"];
        assert_eq!(heard(&lines, false, false), two);
        assert_eq!(heard(&["note badges one", "two"], false, true), ["note badges one two"]);
    }
}
