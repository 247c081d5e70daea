//! Where the console's lines come from: an editor with history on a terminal, plain lines elsewhere. Both block, so
//! each has its own thread, which reads a line only when asked.

use super::ConsoleError;
use super::completing::{Completing, Completions};
use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{Editor, ExternalPrinter};
use std::io::{self, BufRead};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{mpsc, oneshot};

/// Lines kept in the history.
const HISTORY_LINES: usize = 1000;

/// What came from the input.
pub(super) enum InputEvent {
    /// A line without its line end.
    Line(String),
    /// Ctrl-C.
    Interrupted,
    /// End of input.
    End,
    /// Reading failed.
    Failed(io::Error),
}

/// Prints above the line being edited.
pub(super) type Printer = Box<dyn ExternalPrinter + Send>;

/// The session's side of the input thread.
pub(super) struct Input {
    prompts: mpsc::UnboundedSender<String>,
    lines: mpsc::Receiver<InputEvent>,
    terminal: bool,
}

impl Input {
    /// Asks for the next line. Call once before each line that is awaited.
    pub(super) fn ask(&self, prompt: String) {
        // A reader that is gone has left its last message in `lines`.
        let _ = self.prompts.send(prompt);
    }

    /// The next input; loses nothing if cancelled.
    pub(super) async fn heard(&mut self) -> InputEvent {
        self.lines.recv().await.unwrap_or(InputEvent::End)
    }

    /// Is it an interactive terminal?
    pub(super) fn is_terminal(&self) -> bool {
        self.terminal
    }
}

/// Plain lines. Bytes that are not UTF-8 are replaced, never fatal.
pub(super) fn from_lines(mut reader: impl BufRead + Send + 'static) -> Input {
    start(false, move |_prompt| {
        let mut bytes = Vec::new();
        match reader.read_until(b'\n', &mut bytes) {
            Ok(0) => InputEvent::End,
            Ok(_) => InputEvent::Line(
                String::from_utf8_lossy(&bytes)
                    .trim_end_matches(['\n', '\r'])
                    .to_owned(),
            ),
            Err(error) => InputEvent::Failed(error),
        }
    })
}

/// This process's terminal, with line editing and history, and a printer that keeps output apart from the line being
/// typed.
pub(super) async fn from_terminal(
    history: PathBuf,
    words: Completions,
    columns: Arc<AtomicUsize>,
) -> Result<(Input, Printer), ConsoleError> {
    let (ready, is_ready) = oneshot::channel();
    let (prompts, mut asked) = mpsc::unbounded_channel();
    let (heard, lines) = mpsc::channel(1);
    // The editor stays on its own thread, because it holds the terminal's state.
    std::thread::spawn(move || {
        let mut editor = match editor(&history, words) {
            Ok((editor, printer)) => {
                let _ = ready.send(Ok(printer));
                editor
            }
            Err(error) => {
                let _ = ready.send(Err(into_io(error)));
                return;
            }
        };
        while let Some(prompt) = asked.blocking_recv() {
            let prompt: String = prompt;
            let wide = editor.dimensions().map_or(0, |(columns, _)| usize::from(columns));
            columns.store(wide, Ordering::Relaxed);
            let read = match editor.readline(&prompt) {
                Ok(line) => {
                    // A history that cannot be written is no reason to stop.
                    if let Err(error) = editor.append_history(&history) {
                        tracing::debug!(%error, "the console's history cannot be kept");
                    }
                    InputEvent::Line(line)
                }
                Err(ReadlineError::Interrupted) => InputEvent::Interrupted,
                Err(ReadlineError::Eof) => InputEvent::End,
                Err(error) => InputEvent::Failed(into_io(error)),
            };
            if heard.blocking_send(read).is_err() {
                break;
            }
        }
    });
    let printer = is_ready
        .await
        .unwrap_or_else(|_| Err(io::Error::other("the editor's thread ended")))
        .map_err(ConsoleError::Input)?;
    let input = Input {
        prompts,
        lines,
        terminal: true,
    };
    Ok((input, printer))
}

fn editor(history: &PathBuf, words: Completions) -> rustyline::Result<(Editor<Completing, FileHistory>, Printer)> {
    let mut editor = Editor::new()?;
    editor.set_helper(Some(Completing::new(words)));
    editor.set_max_history_size(HISTORY_LINES)?;
    editor.set_auto_add_history(true);
    if let Err(error) = editor.load_history(history) {
        tracing::debug!(%error, "no history of the console to load");
    }
    let printer = editor.create_external_printer()?;
    Ok((editor, Box::new(printer)))
}

fn into_io(error: ReadlineError) -> io::Error {
    if let ReadlineError::Io(error) = error {
        return error;
    }
    io::Error::other(error)
}

fn start(terminal: bool, mut read: impl FnMut(String) -> InputEvent + Send + 'static) -> Input {
    let (prompts, mut asked) = mpsc::unbounded_channel::<String>();
    let (heard, lines) = mpsc::channel(1);
    std::thread::spawn(move || {
        while let Some(prompt) = asked.blocking_recv() {
            if heard.blocking_send(read(prompt)).is_err() {
                break;
            }
        }
    });
    Input {
        prompts,
        lines,
        terminal,
    }
}
