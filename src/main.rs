//! rfrbot's command line: arguments, config, logging. Decides nothing.

use anyhow::Context;
use clap::Parser;
use rfrbot::command_line::{Command, CommandLine};
use rfrbot::config::{Config, LogLevel, Surroundings};
use rfrbot::{logging, startup, store};
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let line = CommandLine::parse();
    match carry_out(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rfrbot: {}", in_full(&error));
            ExitCode::FAILURE
        }
    }
}

/// The error with its causes, as far as it does not name them itself.
fn in_full(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !text.contains(&cause) {
            text.push_str(": ");
            text.push_str(&cause);
        }
    }
    text
}

fn carry_out(line: &CommandLine) -> anyhow::Result<()> {
    match &line.command {
        Command::Version => {
            println!("rfrbot {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        Command::Check => check(&line.config_path()),
        Command::Run => {
            let config = Config::load(&line.config_path())?;
            start_logging(line, &config)?;
            runtime()?.block_on(startup::run(&config))?;
            Ok(())
        }
        Command::Console(arguments) => {
            let config = console_config(line, arguments)?;
            start_logging(line, &config)?;
            runtime()?.block_on(startup::console(&config, &arguments.speaker()))?;
            Ok(())
        }
        Command::Export { file } => export(&Config::load(&line.config_path())?, file.as_deref()),
        Command::Import { file } => import(&Config::load(&line.config_path())?, file),
    }
}

/// One thread serves all networks; the disk has its own.
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the operating system refused the network event loop")
}

fn start_logging(line: &CommandLine, config: &Config) -> anyhow::Result<()> {
    logging::start(
        line.log_level.unwrap_or(config.log.level),
        line.log_format.unwrap_or(config.log.format),
    )?;
    for note in &config.notes {
        tracing::warn!("{note}");
    }
    Ok(())
}

fn console_config(line: &CommandLine, arguments: &rfrbot::command_line::ConsoleArguments) -> anyhow::Result<Config> {
    let Some(path) = line.named_config() else {
        let data = arguments.data.clone();
        let data = data.unwrap_or_else(|| Surroundings::of_process().default_console_data());
        return Ok(Config::for_console(&arguments.speaker(), data));
    };
    let mut config = Config::load(&path)?;
    if let Some(data) = &arguments.data {
        config.bot.data.clone_from(data);
    }
    // A conversation, not a log, belongs on the operator's screen.
    config.log.level = LogLevel::Warn;
    Ok(config)
}

fn check(path: &Path) -> anyhow::Result<()> {
    let config = Config::load(path)?;
    for sentence in config.describe() {
        println!("{sentence}");
    }
    for source in &config.calendars {
        match rfrbot::service::read_calendar(&source.path) {
            Ok(windows) => {
                for (freeze, days) in windows {
                    println!("{}: {freeze} from {} to {}.", source.name, days.from(), days.to());
                }
            }
            Err(why) => println!(
                "note: the calendar {} is not read ({why}); its last good reading counts",
                source.path.display()
            ),
        }
    }
    for note in &config.notes {
        println!("note: {note}");
    }
    Ok(())
}

fn export(config: &Config, file: Option<&Path>) -> anyhow::Result<()> {
    let report = match file {
        None => store::export(&config.bot.data, BufWriter::new(io::stdout().lock()))?,
        Some(path) => {
            let made = OpenOptions::new().write(true).create_new(true).open(path);
            let made = made
                .with_context(|| format!("{} cannot be made; name a file that does not exist yet", path.display()))?;
            let mut to = BufWriter::new(made);
            let report = store::export(&config.bot.data, &mut to)?;
            to.flush()
                .and_then(|()| to.get_ref().sync_all())
                .context("the export could not be written to the end")?;
            report
        }
    };
    eprintln!("exported {} changes in {} records", report.last_seq, report.records);
    Ok(())
}

fn import(config: &Config, file: &Path) -> anyhow::Result<()> {
    let from = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let report = store::import(BufReader::new(from), &config.bot.data)?;
    eprintln!(
        "imported {} changes in {} records into {}",
        report.last_seq,
        report.records,
        config.bot.data.display()
    );
    Ok(())
}
