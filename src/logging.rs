//! Log output: to standard error, as text or JSON, at one level for the bot and a quieter one for libraries.
//!
//! Text suits its destination. A terminal gets time and colours (none if `NO_COLOR` is set); a file or a pipe gets time
//! without colours; the systemd journal has its own clock, and gets the severity as the `<6>` before each line
//! (sd-daemon(3)).

use crate::config::{LogFormat, LogLevel};
use crate::visible::{self, JsonWriter};

use std::fmt;
use std::io::{self, IsTerminal};
use tracing::field::Field;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::filter::{EnvFilter, ParseError};
use tracing_subscriber::fmt::format::{Format, Full, Writer, debug_fn};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, MakeWriter};
use tracing_subscriber::registry::LookupSpan;

/// Why there is no log.
#[derive(Debug, thiserror::Error)]
pub enum LoggingError {
    /// `RUST_LOG` is not a valid filter.
    #[error(
        "the environment variable RUST_LOG is not a log filter ({0}); set it to a level such as debug, or unset it"
    )]
    BadFilter(#[from] ParseError),
    /// Logging was started before.
    #[error("logging was started twice in one process")]
    Twice(#[from] tracing::subscriber::SetGlobalDefaultError),
}

/// What standard error is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LogSink {
    Terminal { colours: bool },
    Journal,
    Other,
}

/// Starts logging for the whole process.
pub fn start(level: LogLevel, format: LogFormat) -> Result<(), LoggingError> {
    let filter = filter(level, std::env::var("RUST_LOG").ok().as_deref())?;
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let sink = if io::stderr().is_terminal() {
        LogSink::Terminal {
            colours: !is_set("NO_COLOR"),
        }
    } else if is_set("JOURNAL_STREAM") {
        LogSink::Journal
    } else {
        LogSink::Other
    };
    tracing::subscriber::set_global_default(subscriber(filter, format, sink, io::stderr))?;
    Ok(())
}

/// The bot at its level; libraries only at warn, or less if the bot itself is quieter. `RUST_LOG` replaces all of this.
fn filter(level: LogLevel, rust_log: Option<&str>) -> Result<EnvFilter, ParseError> {
    if let Some(wanted) = rust_log.filter(|wanted| !wanted.is_empty()) {
        return EnvFilter::try_new(wanted);
    }
    let libraries = level.min(LogLevel::Warn);
    // matrix-sdk logs every failed request and every unreadable message as an error, in its developers' terms;
    // connection libraries do so for what the bot retries. The bot itself reports what matters.
    EnvFilter::try_new(format!(
        "{},rustls=off,hyper=off,hyper_util=off,h2=off,reqwest=off,lettre=off,lapin=off,matrix_sdk=off,ruma=off,rfrbot={}",
        libraries.name(),
        level.name()
    ))
}

fn subscriber<W>(
    filter: EnvFilter,
    format: LogFormat,
    sink: LogSink,
    writer: W,
) -> Box<dyn Subscriber + Send + Sync + 'static>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    // Where a line cannot be written, nobody can be told so, and the bot goes on: to say it on standard error would panic.
    let builder = tracing_subscriber::fmt()
        .log_internal_errors(false)
        .with_env_filter(filter);
    let text = || debug_fn(field).delimited(" ");
    match (format, sink) {
        (LogFormat::Json, _) => {
            let lines = JsonLines(writer);
            Box::new(
                builder
                    .json()
                    .flatten_event(true)
                    .with_current_span(false)
                    .with_writer(lines)
                    .finish(),
            )
        }
        (LogFormat::Text, LogSink::Terminal { colours }) => Box::new(
            builder
                .fmt_fields(text())
                .with_ansi(colours)
                .with_writer(writer)
                .finish(),
        ),
        (LogFormat::Text, LogSink::Other) => {
            Box::new(builder.fmt_fields(text()).with_ansi(false).with_writer(writer).finish())
        }
        (LogFormat::Text, LogSink::Journal) => Box::new(
            builder
                .fmt_fields(text())
                .with_ansi(false)
                .with_writer(writer)
                .event_format(SystemdLines(Format::default().without_time().with_level(false)))
                .finish(),
        ),
    }
}

/// One field, with its value escaped onto the line.
fn field(writer: &mut Writer<'_>, field: &Field, value: &dyn fmt::Debug) -> fmt::Result {
    let value = visible::escaped(&format!("{value:?}"));
    match field.name() {
        "message" => writer.write_str(&value),
        name => write!(writer, "{name}={value}"),
    }
}

/// Lines of JSON.
struct JsonLines<W>(W);

impl<'w, W: MakeWriter<'w>> MakeWriter<'w> for JsonLines<W> {
    type Writer = JsonWriter<W::Writer>;

    fn make_writer(&'w self) -> Self::Writer {
        JsonWriter(self.0.make_writer())
    }
}

/// Lines for the systemd journal.
struct SystemdLines(Format<Full, ()>);

impl<S, N> FormatEvent<S, N> for SystemdLines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let level = *event.metadata().level();
        let severity = if level == Level::ERROR {
            3
        } else if level == Level::WARN {
            4
        } else if level == Level::INFO {
            6
        } else {
            7
        };
        write!(writer, "<{severity}>")?;
        self.0.format_event(context, writer, event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::sync::Mutex;

    /// The log output, written through a real pipe.
    fn logged(level: LogLevel, rust_log: Option<&str>, format: LogFormat, sink: LogSink) -> String {
        let (mut reader, writer) = io::pipe().expect("a pipe");
        let filter = filter(level, rust_log).expect("a good filter");
        tracing::subscriber::with_default(subscriber(filter, format, sink, Mutex::new(writer)), || {
            tracing::info!(network = "libera", "connected");
            tracing::debug!("a detail");
            tracing::info!(target: "sled", "a library talks");
            tracing::warn!(target: "sled", "a library warns");
        });
        let mut text = String::new();
        reader.read_to_string(&mut text).expect("the log");
        text
    }

    #[test]
    fn the_journal_gets_severities_and_no_time() {
        assert_eq!(
            logged(LogLevel::Info, None, LogFormat::Text, LogSink::Journal),
            "<6>rfrbot::logging::tests: connected network=\"libera\"\n<4>sled: a library warns\n"
        );
    }

    #[test]
    fn foreign_words_forge_no_line_and_move_no_cursor() {
        let (mut reader, writer) = io::pipe().expect("a pipe");
        let filter = filter(LogLevel::Info, None).expect("a good filter");
        let forged = "bye\r\n2026-01-01 INFO rfrbot: a change by=kevin\u{1b}[2J\u{85}\u{202e}";
        tracing::subscriber::with_default(
            subscriber(filter, LogFormat::Text, LogSink::Journal, Mutex::new(writer)),
            || {
                tracing::info!(plain = forged, shown = %forged, debugged = ?forged, "closed: {forged}");
            },
        );
        let mut text = String::new();
        reader.read_to_string(&mut text).expect("the log");
        assert_eq!(text.lines().count(), 1, "{text}");
        let line = text.trim_end_matches('\n');
        assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
        assert_eq!(line.matches("bye\\r\\n2026").count(), 4, "{line}");
    }

    #[test]
    fn json_is_one_object_a_line() {
        let text = logged(LogLevel::Debug, None, LogFormat::Json, LogSink::Other);
        let lines: Vec<serde_json::Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).expect("an object"))
            .collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert_eq!(lines[0]["message"], "connected");
        assert_eq!(lines[0]["network"], "libera");
        assert_eq!(lines[1]["level"], "DEBUG");
    }

    #[test]
    fn a_quiet_bot_has_quiet_libraries_and_rust_log_wins() {
        assert_eq!(logged(LogLevel::Error, None, LogFormat::Text, LogSink::Other), "");
        let text = logged(LogLevel::Error, Some("sled=info"), LogFormat::Text, LogSink::Other);
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(!text.contains('\u{1b}'), "no colours: {text:?}");
    }

    #[test]
    fn a_bad_filter_names_the_variable() {
        let error = filter(LogLevel::Info, Some("rfrbot=loud=quiet")).expect_err("no filter");
        let said = LoggingError::from(error).to_string();
        assert!(
            said.starts_with("the environment variable RUST_LOG is not a log filter"),
            "{said}"
        );
    }
}
