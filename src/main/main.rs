//! rfrbot's command line: arguments, config, logging. Decides nothing.

mod output;
mod published;
mod upkeep;

use crate::output::{out, outln, page, say};
use anyhow::Context;
use clap::Parser;
use rfrbot::chat::console;
use rfrbot::command_line::{CommandLine, LoginNetwork, MailCommand, MatrixCommand, Page, ProgramCommand};
#[cfg(feature = "matrix")]
use rfrbot::config::Secret;
use rfrbot::config::{Config, ConfigError, LogLevel, MatrixNetwork, Surroundings};
use rfrbot::mail::trial;
use rfrbot::operations::control;
use rfrbot::operations::sop::{self, SopFormat};
use rfrbot::operations::{connect, first_config, paperwork};
use rfrbot::sop::Edition;
use rfrbot::startup::StartupError;
use rfrbot::store::StoreError;
use rfrbot::{logging, startup, store, visible};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let line = CommandLine::parse();
    match carry_out(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rfrbot: {}", visible::escaped_lines(&in_full(&error)));
            if needs_a_person(&error) {
                ExitCode::from(EX_CONFIG)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}

/// From sysexits.h: a retry cannot help, somebody has to correct something. The systemd unit does not restart after it.
const EX_CONFIG: u8 = 78;

fn needs_a_person(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.is::<ConfigError>()
            || cause
                .downcast_ref::<StoreError>()
                .is_some_and(StoreError::needs_a_person)
            || cause
                .downcast_ref::<StartupError>()
                .is_some_and(StartupError::needs_a_person)
    })
}

/// The error with those causes that its own text omits.
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

/// Runs the command. Files that root creates in the store are given to the store's owner, which is the service.
fn carry_out(line: &CommandLine) -> anyhow::Result<()> {
    let done = obey(line);
    match &line.command {
        ProgramCommand::Login { .. }
        | ProgramCommand::Matrix { .. }
        | ProgramCommand::Restore { .. }
        | ProgramCommand::Import { .. }
        | ProgramCommand::Verify { backup: None }
        | ProgramCommand::Export { .. }
        | ProgramCommand::Backup { .. }
        | ProgramCommand::Digest { .. }
        | ProgramCommand::Board { .. }
        | ProgramCommand::Recover => {
            if let Ok(data) = Config::place_of_store(&line.config_path()) {
                store::belong_to_the_owner(&data)?;
            }
        }
        ProgramCommand::Run
        | ProgramCommand::Console(_)
        | ProgramCommand::Check { .. }
        | ProgramCommand::Mail { .. }
        | ProgramCommand::Status { .. }
        | ProgramCommand::Reload
        | ProgramCommand::Verify { backup: Some(_) }
        | ProgramCommand::Completions { .. }
        | ProgramCommand::Man { .. }
        | ProgramCommand::Config
        | ProgramCommand::Init
        | ProgramCommand::Sop { .. }
        | ProgramCommand::Unit
        | ProgramCommand::Version => {}
    }
    done
}

fn obey(line: &CommandLine) -> anyhow::Result<()> {
    match &line.command {
        ProgramCommand::Version => {
            outln!("rfrbot {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        ProgramCommand::Check { connect } => check(&line.config_path(), *connect),
        ProgramCommand::Run => {
            let config = Config::load(&line.config_path())?;
            start_logging(line, &config)?;
            runtime()?.block_on(startup::run(&config, &line.config_path()))?;
            Ok(())
        }
        ProgramCommand::Console(arguments) => {
            let config = console_config(line, arguments)?;
            start_logging(line, &config)?;
            let speaker = arguments.speaker();
            anyhow::ensure!(!config.is_nobody(&speaker), console::nobodys(&speaker, "--as kevin"));
            let played = runtime()?.block_on(startup::console(&config, &speaker, arguments.demo));
            if arguments.demo {
                // Whatever is left of it lies in the folder for what is left.
                let _ = std::fs::remove_dir_all(&config.bot.data);
            }
            Ok(played?)
        }
        ProgramCommand::Login {
            network: LoginNetwork::Matrix { again },
        } => log_in(line, *again),
        ProgramCommand::Matrix {
            what: MatrixCommand::Verify,
        } => verify(line),
        ProgramCommand::Matrix {
            what: MatrixCommand::Trust { user },
        } => trust(line, user),
        ProgramCommand::Mail {
            what: MailCommand::Test,
        } => mail_test(&line.config_path()),
        ProgramCommand::Digest { markdown, minutes } => {
            let digest = startup::digest(&Config::load_without_secrets(&line.config_path())?)?;
            let lines = match (markdown, minutes) {
                (true, _) => digest.markdown(),
                (false, true) => digest.minutes(),
                (false, false) => digest.plain_lines(),
            };
            for line in lines {
                outln!("{line}");
            }
            Ok(())
        }
        ProgramCommand::Board { out } => {
            let written = startup::board(&Config::load_without_secrets(&line.config_path())?, out)?;
            eprintln!("wrote {} into {}", written.in_words(), out.display());
            Ok(())
        }
        ProgramCommand::Status { json, timeout } => {
            let data = Config::place_of_store(&line.config_path())?;
            status(&data, *json, Duration::from_secs(*timeout))
        }
        ProgramCommand::Reload => {
            let data = Config::place_of_store(&line.config_path())?;
            outln!("{}", control::ask(&data, "reload")?);
            Ok(())
        }
        ProgramCommand::Backup { to } => upkeep::back_up(&Config::place_of_store(&line.config_path())?, to),
        ProgramCommand::Restore { backup } => {
            upkeep::restore(&Config::load_without_secrets(&line.config_path())?, backup)
        }
        ProgramCommand::Verify { backup } => upkeep::verify_store(line, backup.as_deref()),
        ProgramCommand::Recover => upkeep::recover(&Config::load_without_secrets(&line.config_path())?),
        ProgramCommand::Completions { shell } => Ok(page(|to| {
            paperwork::completions(*shell, to);
            Ok(())
        })?),
        ProgramCommand::Man { page: None } => Ok(page(paperwork::man)?),
        ProgramCommand::Man {
            page: Some(Page::Config),
        } => Ok(page(paperwork::man_of_config)?),
        ProgramCommand::Config => {
            out!("{}", rfrbot::config::example());
            Ok(())
        }
        ProgramCommand::Init => init(&line.config_path()),
        ProgramCommand::Sop {
            edition,
            picture,
            mermaid,
            toml,
        } => {
            let form = match (picture, mermaid, toml) {
                (true, _, _) => SopFormat::Picture,
                (_, true, _) => SopFormat::Mermaid,
                (_, _, true) => SopFormat::Toml,
                (false, false, false) => SopFormat::Table,
            };
            out!("{}", sop::print(edition_named(line, edition.as_deref())?, form));
            Ok(())
        }
        ProgramCommand::Unit => {
            let config = line.named_config();
            let config = config.map(|path| Config::load_without_secrets(&path)).transpose()?;
            out!("{}", paperwork::unit(config.as_ref()));
            Ok(())
        }
        ProgramCommand::Export { file } => {
            upkeep::export(&Config::place_of_store(&line.config_path())?, file.as_deref())
        }
        ProgramCommand::Import { file } => upkeep::import(&Config::load_without_secrets(&line.config_path())?, file),
    }
}

/// A shipped edition, or the config's. A shipped one is printed whatever state the config is in.
fn edition_named(line: &CommandLine, name: Option<&str>) -> anyhow::Result<Edition> {
    if let Some(edition) = name.and_then(Edition::from_name) {
        return Ok(edition);
    }
    let path = line.config_path();
    let config = if line.named_config().is_some() || path.exists() {
        Some(Config::load_without_secrets(&path)?)
    } else {
        None
    };
    let bot = config.map(|config| config.bot);
    let Some(name) = name else {
        return Ok(bot.map_or_else(Edition::classic, |bot| bot.edition));
    };
    let own = bot.and_then(|bot| bot.own_edition);
    own.filter(|edition| edition.name() == name).with_context(|| {
        let known = Edition::shipped().iter().chain(&own).map(|edition| edition.name());
        let known: Vec<&str> = known.collect();
        format!(
            "there is no edition `{name}`: rfrbot knows {}; [sop] file in the config adds one",
            known.join(", ")
        )
    })
}

/// One thread serves all networks; the disk has its own.
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the operating system refused the network event loop")
}

/// The `[matrix]` section of the config.
fn matrix_network(line: &CommandLine) -> anyhow::Result<MatrixNetwork> {
    let mut config = Config::load(&line.config_path())?;
    // The operator's screen should show the answer, not a log.
    config.log.level = LogLevel::Error;
    start_logging(line, &config)?;
    config
        .matrix
        .context("the config has no [matrix] section: add one (config.example.toml explains it)")
}

#[cfg(feature = "matrix")]
fn log_in(line: &CommandLine, again: bool) -> anyhow::Result<()> {
    let network = matrix_network(line)?;
    if !again && let Some(already) = rfrbot::chat::matrix::logged_in_already(&network)? {
        outln!("{already}");
        return Ok(());
    }
    let asked = network.token.is_none() && network.password.is_none();
    let password = if asked {
        Some(ask_password(&network.user)?)
    } else {
        None
    };
    outln!("{}", rfrbot::chat::matrix::log_in(&network, password.as_ref())?);
    Ok(())
}

#[cfg(feature = "matrix")]
fn verify(line: &CommandLine) -> anyhow::Result<()> {
    outln!("{}", rfrbot::chat::matrix::verify(&matrix_network(line)?)?);
    Ok(())
}

#[cfg(feature = "matrix")]
fn trust(line: &CommandLine, user: &str) -> anyhow::Result<()> {
    outln!("{}", rfrbot::chat::matrix::trust(&matrix_network(line)?, user)?);
    Ok(())
}

#[cfg(not(feature = "matrix"))]
fn trust(line: &CommandLine, _: &str) -> anyhow::Result<()> {
    log_in(line, false)
}

#[cfg(not(feature = "matrix"))]
fn log_in(line: &CommandLine, _: bool) -> anyhow::Result<()> {
    matrix_network(line)?;
    anyhow::bail!("this program was built without Matrix; build it with the default features")
}

#[cfg(not(feature = "matrix"))]
fn verify(line: &CommandLine) -> anyhow::Result<()> {
    log_in(line, false)
}

/// Asks the questions of a first config on this terminal or pipe.
fn init(path: &Path) -> anyhow::Result<()> {
    let mut ask = |question: &str, unseen: bool| {
        if unseen {
            return ask_unseen(question).map_err(io::Error::other);
        }
        eprint!("{question}");
        let mut typed = String::new();
        if io::stdin().read_line(&mut typed)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(typed.trim().to_owned())
    };
    for line in first_config::make(path, io::stdin().is_terminal(), &mut ask)? {
        outln!("{line}");
    }
    Ok(())
}

#[cfg(feature = "matrix")]
fn ask_password(user: &str) -> anyhow::Result<Secret> {
    let password = ask_unseen(&format!("Password of {user}: "))?;
    anyhow::ensure!(!password.is_empty(), "no password was given");
    Ok(Secret::new(password))
}

/// Asks for a password; on a terminal, without echo.
fn ask_unseen(question: &str) -> anyhow::Result<String> {
    let terminal = io::stdin().is_terminal();
    let echo = |on: &str| std::process::Command::new("stty").arg(on).status();
    let waiting = runtime()?;
    // An interrupt ends the wait, not the program, so that the terminal is reset: installed before the terminal is
    // touched.
    let read = waiting.block_on(async {
        let mut interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())
            .context("the operating system refused to tell of an interruption")?;
        if terminal {
            echo("-echo").context("the terminal cannot be kept from showing the password: use password_file")?;
        }
        eprint!("{question}");
        let line = tokio::task::spawn_blocking(|| {
            let mut typed = String::new();
            io::stdin().read_line(&mut typed).map(|_| typed)
        });
        tokio::select! {
            line = line => line?.context("no password could be read"),
            _ = interrupt.recv() => anyhow::bail!("interrupted; nothing was stored"),
        }
    });
    // The reading thread cannot be stopped.
    waiting.shutdown_background();
    if terminal {
        echo("echo").context("the terminal does not show again what is typed: run `stty echo`")?;
        eprintln!();
    }
    let typed = read?;
    Ok(typed.trim_end_matches(['\n', '\r']).to_owned())
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
    if arguments.demo {
        let folder = format!("rfrbot-demo-{}", std::process::id());
        return Ok(Config::for_demo(
            &arguments.speaker(),
            std::env::temp_dir().join(folder),
        ));
    }
    let Some(path) = line.named_config() else {
        let data = arguments.data.clone();
        let data = data.unwrap_or_else(|| Surroundings::of_process().default_console_data());
        return Ok(Config::for_console(&arguments.speaker(), data));
    };
    let mut config = Config::load_without_secrets(&path)?;
    if let Some(data) = &arguments.data {
        config.bot.data.clone_from(data);
    }
    // The operator's screen should show a conversation, not a log.
    config.log.level = LogLevel::Warn;
    Ok(config)
}

/// Prints the config's meaning; on request, also tries its connections.
fn check(path: &Path, connect: bool) -> anyhow::Result<()> {
    let config = Config::load(path)?;
    for sentence in config.describe() {
        say(&sentence);
    }
    published::read(&config, &runtime()?);
    for note in &config.notes {
        say(&format!("note: {note}"));
    }
    // If the store does not exist yet, or this user may not read it, the names are not checked; other commands report
    // why.
    if let Ok(Some(names)) = startup::names_read_otherwise(&config) {
        for line in names.plain_lines() {
            outln!("note: {line}");
        }
    }
    if connect {
        runtime()?.block_on(connect::run(&config, &mut |line| say(&line)))?;
    }
    Ok(())
}

/// Sends one real mail and reports each step.
fn mail_test(path: &Path) -> anyhow::Result<()> {
    let config = Config::load(path)?;
    let list = config
        .mail
        .context("the config has no [mail] section: add one (config.example.toml explains it)")?;
    runtime()?.block_on(trial::run(&list, &mut |line| say(&line)))?;
    Ok(())
}

/// Prints the running bot's status; an error if there is a problem.
fn status(data: &Path, as_json: bool, patience: Duration) -> anyhow::Result<()> {
    let (well, said) = match control::status(data, as_json, patience) {
        Ok(answer) => answer,
        Err(error) => {
            if as_json {
                let problems = [error.to_string()];
                outln!(
                    "{}",
                    serde_json::json!({"running": false, "ready": false, "problems": problems})
                );
            }
            return Err(error.into());
        }
    };
    out!("{said}");
    anyhow::ensure!(well, "something is down; it is listed under problems");
    Ok(())
}
