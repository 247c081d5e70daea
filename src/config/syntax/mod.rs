//! Explains a text that is not TOML to somebody who does not know TOML: one mistake per mistyped line, with what was
//! expected there and what to write.
//!
//! It is used only for text that the parser has refused, so it need not know all of TOML. It never repeats a value,
//! which may be a secret.

mod reader;
mod statements;
mod values;

pub(super) use reader::SyntaxMistake;

use super::rows::Keys;
use reader::TomlScanner;

/// The mistakes in a text, in order; empty if it has none that is known here.
pub(super) fn mistakes(text: &str, file: Keys) -> Vec<SyntaxMistake> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(at) = lone_return(text) {
        return vec![SyntaxMistake {
            line: line_at(text, at),
            key: String::new(),
            what: "the line ends with a carriage return alone, expected a line feed".to_owned(),
            fix: "Save the file with line ends of Unix".to_owned(),
        }];
    }
    let mut reader = TomlScanner::new(text, file);
    let mut found: Vec<SyntaxMistake> = Vec::new();
    while reader.skip_to_statement() {
        let before = reader.begin();
        let Err(mistake) = reader.statement() else { continue };
        let mistake = reader.pair_quotes(mistake);
        reader.recover();
        if reader.at <= before {
            reader.skip_line();
        }
        if found.last().is_none_or(|last| last.line != mistake.line) {
            found.push(mistake);
        }
    }
    found
}

fn lone_return(text: &str) -> Option<usize> {
    let mut returns = text.match_indices('\r').map(|(at, _)| at);
    returns.find(|at| !text[*at..].starts_with("\r\n"))
}

fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
