//! How the console prints: `| ` before an answer, `» ` before an announcement, `- ` before the console's own lines, so
//! that they differ without colour. A terminal also gets bold text.

use super::input::Printer;
use crate::text::{Paragraph, Span};
use crate::visible;
use crate::wire::{Manner, Outgoing, Room};
use std::io::{self, Write};

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// Where the console prints.
pub(super) struct Output {
    sink: Sink,
    bold: bool,
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
            bold: false,
        }
    }

    pub(super) fn terminal(printer: Printer, bold: bool) -> Self {
        Self {
            sink: Sink::Terminal(printer),
            bold,
        }
    }

    /// Shows a message to the person who speaks now.
    pub(super) fn message(&mut self, outgoing: &Outgoing, speaker: &str) -> io::Result<()> {
        let mark = match (outgoing.manner, &outgoing.place.room) {
            (Manner::Announcement, _) => "» ".to_owned(),
            (Manner::Reply, Room::Direct(name) | Room::Person(name)) if name != speaker => format!("| (to {name}) "),
            (Manner::Reply, Room::Direct(_) | Room::Person(_) | Room::Channel(_)) => "| ".to_owned(),
        };
        let mut text = String::new();
        for paragraph in &outgoing.message.0 {
            text.push_str(&mark);
            text.push_str(&self.line(paragraph));
            text.push('\n');
        }
        self.write(text)
    }

    /// Shows a line of the console itself.
    pub(super) fn own_line(&mut self, line: &str) -> io::Result<()> {
        self.write(format!("- {}\n", visible::escaped(line)))
    }

    fn line(&self, paragraph: &Paragraph) -> String {
        if !self.bold {
            return paragraph.plain();
        }
        let mut line = String::new();
        for span in &paragraph.0 {
            let (words, bold) = match span {
                Span::Strong(words) | Span::Code(words) => (words, true),
                Span::Text(words) | Span::Link(words) | Span::Person(words) => (words, false),
            };
            let words = visible::clean(words);
            if bold {
                line.push_str(BOLD);
                line.push_str(&words);
                line.push_str(PLAIN);
            } else {
                line.push_str(&words);
            }
        }
        line
    }

    fn write(&mut self, text: String) -> io::Result<()> {
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

    #[test]
    fn bold_is_markup_of_ours_and_never_of_the_speaker() {
        let paragraph = Paragraph::new().strong("bad\u{1b}[31mges").text(" is in \u{7}planning");
        let bold = Output {
            sink: Sink::Plain(Box::new(io::sink())),
            bold: true,
        };
        assert_eq!(bold.line(&paragraph), "\u{1b}[1mbad [31mges\u{1b}[0m is in  planning");
        assert_eq!(
            Output::plain(io::sink()).line(&paragraph),
            "bad [31mges is in  planning"
        );
    }
}
