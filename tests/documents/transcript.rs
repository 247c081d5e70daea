//! A story as a conversation in a channel.

use std::fmt::Write;

/// One line of a conversation.
pub(crate) enum Line {
    /// Somebody says something.
    Said { nick: String, words: String },
    /// Something happens.
    Happens(String),
}

/// The conversation of a story, without the setup before it, comments and mails.
pub(crate) fn lines(story: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in story.lines() {
        if let Some((nick, words)) = line.strip_prefix('<').and_then(|line| line.split_once("> ")) {
            lines.push(said(nick, words));
        } else if let Some(words) = line.strip_prefix("| — ") {
            lines.push(Line::Happens(words.to_owned()));
        } else if let Some(words) = line.strip_prefix("| ") {
            // Who is called is shown to the test alone.
            if !words.starts_with("mail:") && !words.starts_with("(calls ") {
                lines.push(said("rfrbot", words.strip_prefix("* ").unwrap_or(words)));
            }
        } else if let Some(words) = line.strip_prefix("-- in ") {
            // At the beginning it is part of the setup.
            if !lines.is_empty() {
                lines.push(Line::Happens(format!("{words} later")));
            }
        } else if let Some(nick) = line.strip_prefix("-- logout ") {
            lines.push(Line::Happens(format!("{nick} is logged out of services")));
        } else if let Some(nick) = line.strip_prefix("-- login ").and_then(|words| words.split(' ').next()) {
            lines.push(Line::Happens(format!("{nick} logs in")));
        }
    }
    assert!(!lines.is_empty(), "a story in which something is said");
    lines
}

fn said(nick: &str, words: &str) -> Line {
    Line::Said {
        nick: nick.to_owned(),
        words: words.to_owned(),
    }
}

/// The lines as text of a given width, with nicks in their own column.
pub(crate) fn text(lines: &[Line], width: usize) -> String {
    let column = column(lines);
    let mut text = String::new();
    for line in lines {
        match line {
            Line::Said { nick, words } => {
                for (at, part) in wrap(words, width - column).into_iter().enumerate() {
                    let nick = if at == 0 { format!("<{nick}>") } else { String::new() };
                    text.push_str(format!("{nick:column$}{part}").trim_end());
                    text.push('\n');
                }
            }
            Line::Happens(words) => {
                let _ = writeln!(text, "{:column$}({words})", "");
            }
        }
    }
    text
}

/// Width of the nick column, including a space.
pub(crate) fn column(lines: &[Line]) -> usize {
    let nicks = lines.iter().filter_map(|line| match line {
        Line::Said { nick, .. } => Some(nick.len() + 3),
        Line::Happens(_) => None,
    });
    nicks.max().unwrap_or(0)
}

/// Wraps text at spaces, but not inside a command between backticks.
pub(crate) fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in unbroken(words) {
        let last = lines.last_mut().expect("there is a line");
        if last.is_empty() {
            last.push_str(&word);
        } else if last.chars().count() + 1 + word.chars().count() <= width {
            last.push(' ');
            last.push_str(&word);
        } else {
            lines.push(word);
        }
    }
    lines
}

/// The words; text between backticks counts as one.
fn unbroken(words: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match found.last_mut() {
            Some(last) if last.matches('`').count() % 2 == 1 => {
                last.push(' ');
                last.push_str(word);
            }
            Some(_) | None => found.push(word.to_owned()),
        }
    }
    found
}
