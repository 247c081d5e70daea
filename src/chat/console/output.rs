//! How the console prints: `| ` before an answer, `» ` before an announcement, `- ` before the console's own lines, so
//! that they differ without colour. A terminal also gets bold text.

use super::input::Printer;
use crate::text::{Paragraph, Span};
use crate::visible;
use crate::wire::{Manner, Outcome, Outgoing, Room};
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use unicode_width::UnicodeWidthStr;

const BOLD: &str = "\u{1b}[1m";
const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const YELLOW: &str = "\u{1b}[33m";
const BLUE: &str = "\u{1b}[34m";
const MAGENTA: &str = "\u{1b}[35m";
const CYAN: &str = "\u{1b}[36m";
const PLAIN: &str = "\u{1b}[0m";

/// The fewest columns for which lines are broken between words.
const NARROWEST: usize = 20;

/// Where the console prints.
pub(super) struct Output {
    sink: Sink,
    colours: bool,
    /// How many columns the terminal has; 0: lines are not broken.
    columns: Arc<AtomicUsize>,
    /// Nothing is shown.
    muted: bool,
}

enum Sink {
    /// Anything but a terminal.
    Plain(Box<dyn Write + Send>),
    /// A terminal, where a line may be half typed.
    Terminal(Printer),
}

impl Output {
    pub(super) fn plain(writer: impl Write + Send + 'static) -> Self {
        Self {
            sink: Sink::Plain(Box::new(writer)),
            colours: false,
            columns: Arc::default(),
            muted: false,
        }
    }

    pub(super) fn terminal(printer: Printer, colours: bool, columns: Arc<AtomicUsize>) -> Self {
        Self {
            sink: Sink::Terminal(printer),
            colours,
            columns,
            muted: false,
        }
    }

    /// Shows nothing from now on, or everything again.
    pub(super) fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// Shows a message to the person who speaks now.
    pub(super) fn message(&mut self, outgoing: &Outgoing, speaker: &str) -> io::Result<()> {
        let mark = match (outgoing.manner, &outgoing.place.room) {
            (Manner::Announcement, _) => "» ".to_owned(),
            (Manner::Reply, Room::Direct(name) | Room::Person(name)) if name != speaker => format!("| (to {name}) "),
            (Manner::Reply, Room::Direct(_) | Room::Person(_) | Room::Channel(_)) => "| ".to_owned(),
        };
        let colour = match (outgoing.manner, outgoing.beside.outcome) {
            (Manner::Announcement, _) => BLUE,
            (Manner::Reply, Some(Outcome::Done)) => GREEN,
            (Manner::Reply, Some(Outcome::Refused)) => RED,
            (Manner::Reply, Some(Outcome::AskedBack)) => YELLOW,
            (Manner::Reply, None) => "",
        };
        let mut text = String::new();
        for paragraph in &outgoing.message.0 {
            text.push_str(&self.coloured(&mark, colour));
            text.push_str(&self.line(paragraph, mark.chars().count()));
            text.push('\n');
        }
        self.write(text)
    }

    /// Shows a line of the console itself.
    pub(super) fn own_line(&mut self, line: &str) -> io::Result<()> {
        let words = visible::escaped(line);
        // It is ours, and no other bot reads it.
        let is_broken = self.columns.load(Ordering::Relaxed) >= NARROWEST;
        let words = if is_broken {
            self.line(&Paragraph::new().text(words), 2)
        } else {
            words
        };
        self.write(format!("- {words}\n"))
    }

    fn coloured(&self, words: &str, colour: &str) -> String {
        if self.colours && !colour.is_empty() && !words.is_empty() {
            format!("{colour}{words}{PLAIN}")
        } else {
            words.to_owned()
        }
    }

    /// The line, broken between words where the terminal ends, behind a mark of so many columns.
    fn line(&self, paragraph: &Paragraph, mark: usize) -> String {
        let columns = self.columns.load(Ordering::Relaxed);
        let width = if columns < NARROWEST { usize::MAX } else { columns };
        if !self.colours && width == usize::MAX {
            return paragraph.plain();
        }
        let mut line = String::new();
        let mut column = mark;
        for span in &paragraph.0 {
            let (words, colour) = match span {
                Span::Strong(words) => (words, BOLD),
                Span::Code(words) => (words, CYAN),
                Span::Link(words) => (words, BLUE),
                Span::Person(words) => (words, MAGENTA),
                Span::Text(words) => (words, ""),
            };
            let words = visible::clean(words);
            let marked = match span {
                Span::Code(_) if !self.colours => format!("`{words}`"),
                Span::Code(_) | Span::Strong(_) | Span::Link(_) | Span::Person(_) | Span::Text(_) => words,
            };
            // What is typed stays in one piece, so that it can be copied.
            let pieces: Vec<&str> = match span {
                Span::Code(_) => vec![marked.as_str()],
                Span::Strong(_) | Span::Link(_) | Span::Person(_) | Span::Text(_) => {
                    marked.split_inclusive(' ').collect()
                }
            };
            let mut styled = String::new();
            for piece in pieces {
                let length = piece.trim_end().width();
                if column + length > width && column > mark {
                    line.push_str(&self.coloured(styled.trim_end(), colour));
                    line.truncate(line.trim_end().len());
                    styled.clear();
                    line.push('\n');
                    line.extend(std::iter::repeat_n(' ', mark));
                    column = mark;
                }
                styled.push_str(piece);
                column += piece.width();
            }
            line.push_str(&self.coloured(&styled, colour));
        }
        line
    }

    fn write(&mut self, text: String) -> io::Result<()> {
        if self.muted {
            return Ok(());
        }
        match &mut self.sink {
            Sink::Plain(writer) => {
                writer.write_all(text.as_bytes())?;
                writer.flush()
            }
            Sink::Terminal(printer) => printer.print(text).map_err(io::Error::other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(colours: bool, columns: usize) -> Output {
        Output {
            sink: Sink::Plain(Box::new(io::sink())),
            colours,
            columns: Arc::new(AtomicUsize::new(columns)),
            muted: false,
        }
    }

    #[test]
    fn colours_are_markup_of_ours_and_never_of_the_speaker() {
        let paragraph = Paragraph::new()
            .strong("bad\u{1b}[31mges")
            .text(" is in \u{7}planning: ")
            .code("next badges");
        assert_eq!(
            output(true, 0).line(&paragraph, 2),
            "\u{1b}[1mbad [31mges\u{1b}[0m is in  planning: \u{1b}[36mnext badges\u{1b}[0m"
        );
        assert_eq!(
            Output::plain(io::sink()).line(&paragraph, 2),
            "bad [31mges is in  planning: `next badges`"
        );
    }

    #[test]
    fn lines_break_between_words_and_never_in_what_is_typed() {
        let paragraph = Paragraph::new()
            .strong("badges")
            .text(" cannot move to production today: ")
            .code("schedule badges DATE");
        let line = output(false, 30).line(&paragraph, 2);
        assert_eq!(
            line,
            "badges cannot move to\n  production today:\n  `schedule badges DATE`"
        );
        assert!(line.lines().all(|line| line.width() <= 30), "{line}");
        let wide = Paragraph::new().text("数据数据数据数据 数据数据数据数据 ok");
        let line = output(false, 24).line(&wide, 2);
        assert!(line.lines().all(|line| line.width() <= 24), "{line}");
    }
}
