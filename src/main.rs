//! rfrbot's command line: arguments, config, logging. Decides nothing.

use anyhow::Context;
use clap::Parser;
use rfrbot::calendar::{Content, Reading};
use rfrbot::command_line::{Command, CommandLine, LoginNetwork, MailCommand, MatrixCommand};
#[cfg(feature = "matrix")]
use rfrbot::config::Secret;
use rfrbot::config::{Config, LogLevel, MatrixNetwork, Surroundings};
use rfrbot::mail::trial;
use rfrbot::operations::control::{self, ControlError};
use rfrbot::operations::paperwork;
use rfrbot::service::{PATIENCE, Reader};
use rfrbot::store::DatabaseState;
use rfrbot::{logging, startup, store};
use std::fs::{File, OpenOptions};
#[cfg(feature = "matrix")]
use std::io::IsTerminal;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

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
            runtime()?.block_on(startup::run(&config, &line.config_path()))?;
            Ok(())
        }
        Command::Console(arguments) => {
            let config = console_config(line, arguments)?;
            start_logging(line, &config)?;
            runtime()?.block_on(startup::console(&config, &arguments.speaker()))?;
            Ok(())
        }
        Command::Login {
            network: LoginNetwork::Matrix,
        } => log_in(line),
        Command::Matrix {
            what: MatrixCommand::Verify,
        } => verify(line),
        Command::Mail {
            what: MailCommand::Test,
        } => mail_test(&line.config_path()),
        Command::Digest => {
            for line in startup::digest(&Config::load(&line.config_path())?)?.plain_lines() {
                println!("{line}");
            }
            Ok(())
        }
        Command::Status { json, timeout } => {
            let config = Config::load(&line.config_path())?;
            status(&config, *json, Duration::from_secs(*timeout))
        }
        Command::Reload => {
            let config = Config::load(&line.config_path())?;
            println!("{}", control::ask(&config.bot.data, "reload")?);
            Ok(())
        }
        Command::Backup { to } => back_up(&Config::load(&line.config_path())?, to),
        Command::Restore { backup } => restore(&Config::load(&line.config_path())?, backup),
        Command::Verify { backup } => verify_store(line, backup.as_deref()),
        Command::Completions { shell } => {
            paperwork::completions(*shell, &mut io::stdout());
            Ok(())
        }
        Command::Man => Ok(paperwork::man(&mut io::stdout().lock())?),
        Command::Unit => {
            print!("{}", paperwork::UNIT);
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

/// The `[matrix]` section of the config.
fn matrix_network(line: &CommandLine) -> anyhow::Result<MatrixNetwork> {
    let mut config = Config::load(&line.config_path())?;
    // The answer belongs on the operator's screen, not a log.
    config.log.level = LogLevel::Error;
    start_logging(line, &config)?;
    config
        .matrix
        .context("the config has no [matrix] section: add one (config.example.toml explains it)")
}

#[cfg(feature = "matrix")]
fn log_in(line: &CommandLine) -> anyhow::Result<()> {
    let network = matrix_network(line)?;
    let asked = network.token.is_none() && network.password.is_none();
    let password = if asked {
        Some(ask_password(&network.user)?)
    } else {
        None
    };
    println!("{}", rfrbot::chat::matrix::log_in(&network, password.as_ref())?);
    Ok(())
}

#[cfg(feature = "matrix")]
fn verify(line: &CommandLine) -> anyhow::Result<()> {
    println!("{}", rfrbot::chat::matrix::verify(&matrix_network(line)?)?);
    Ok(())
}

#[cfg(not(feature = "matrix"))]
fn log_in(line: &CommandLine) -> anyhow::Result<()> {
    matrix_network(line)?;
    anyhow::bail!("this program was built without Matrix; build it with the default features")
}

#[cfg(not(feature = "matrix"))]
fn verify(line: &CommandLine) -> anyhow::Result<()> {
    log_in(line)
}

/// Asks for a password; on a terminal, without showing it.
#[cfg(feature = "matrix")]
fn ask_password(user: &str) -> anyhow::Result<Secret> {
    let terminal = io::stdin().is_terminal();
    let echo = |on: &str| std::process::Command::new("stty").arg(on).status();
    let waiting = runtime()?;
    // An interruption ends the waiting, not the program, so that the terminal is put in order: from before it is touched.
    let read = waiting.block_on(async {
        let mut interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())
            .context("the operating system refused to tell of an interruption")?;
        if terminal {
            echo("-echo").context("the terminal cannot be kept from showing the password: use password_file")?;
        }
        eprint!("Password of {user}: ");
        let line = tokio::task::spawn_blocking(|| {
            let mut typed = String::new();
            io::stdin().read_line(&mut typed).map(|_| typed)
        });
        tokio::select! {
            line = line => line?.context("no password could be read"),
            _ = interrupt.recv() => anyhow::bail!("interrupted; nothing was stored"),
        }
    });
    // The thread that reads cannot be stopped.
    waiting.shutdown_background();
    if terminal {
        echo("echo").context("the terminal does not show again what is typed: run `stty echo`")?;
        eprintln!();
    }
    let typed = read?;
    let password = typed.trim_end_matches(['\n', '\r']);
    anyhow::ensure!(!password.is_empty(), "no password was given");
    Ok(Secret::new(password))
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
    let mut reader = Reader::new(&config.freezes, PATIENCE);
    for Reading { name, read } in runtime()?.block_on(reader.read()) {
        match read {
            Ok(Content::Freezes(windows)) => {
                for (freeze, days) in windows {
                    println!("{name}: {freeze} from {} to {}.", days.from(), days.to());
                }
            }
            Ok(Content::Absences(absences)) => {
                for (account, absence) in absences {
                    let days = absence.span;
                    println!("{name}: {account} is away from {} to {}.", days.from(), days.to());
                }
            }
            Err(why) => println!("note: the calendar {name} is not read ({why}); its last good reading counts"),
        }
    }
    for note in &config.notes {
        println!("note: {note}");
    }
    Ok(())
}

/// Sends one real mail and says how each step went.
fn mail_test(path: &Path) -> anyhow::Result<()> {
    let config = Config::load(path)?;
    let list = config
        .mail
        .context("the config has no [mail] section: add one (config.example.toml explains it)")?;
    runtime()?.block_on(trial::run(&list, &mut |line| println!("{line}")))?;
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

/// Prints how the running bot is; an error where something is down.
fn status(config: &Config, as_json: bool, patience: Duration) -> anyhow::Result<()> {
    let (well, said) = match control::status(&config.bot.data, as_json, patience) {
        Ok(answer) => answer,
        Err(error) => {
            if as_json {
                let problems = [error.to_string()];
                println!(
                    "{}",
                    serde_json::json!({"running": false, "ready": false, "problems": problems})
                );
            }
            return Err(error.into());
        }
    };
    print!("{said}");
    anyhow::ensure!(well, "something is down; it is listed under problems");
    Ok(())
}

/// By the running bot, so that its figures know; else by this process.
fn back_up(config: &Config, to: &Path) -> anyhow::Result<()> {
    let to = std::path::absolute(to).context("the backup's path has no place")?;
    match control::ask(&config.bot.data, &format!("backup {}", to.display())) {
        Ok(said) => eprintln!("{said}"),
        Err(ControlError::NotRunning(_)) => {
            let made = store::back_up(&config.bot.data, &to, chrono::Utc::now())?;
            eprintln!("{}", control::in_words(&made));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

fn restore(config: &Config, backup: &Path) -> anyhow::Result<()> {
    let report = store::restore(backup, &config.bot.data)?;
    eprintln!(
        "restored {} changes in {} records from {} into {}; `rfrbot run` goes on after change {}, and says what was owed \
         then",
        report.last_seq,
        report.records,
        backup.display(),
        config.bot.data.display(),
        report.last_seq
    );
    Ok(())
}

fn verify_store(line: &CommandLine, backup: Option<&Path>) -> anyhow::Result<()> {
    if let Some(backup) = backup {
        let report = store::verify_backup(backup)?;
        println!(
            "{}: {} changes in {} records, all sound",
            backup.display(),
            report.last_seq,
            report.records
        );
        return Ok(());
    }
    let config = Config::load(&line.config_path())?;
    let found = store::inspect(&config.bot.data)?;
    println!(
        "journal: {} changes in {} records in {} files, all sound{}",
        found.journal.last_seq,
        found.journal.records,
        found.journal.segments,
        if found.journal.torn {
            ", and at the end one that was never written completely"
        } else {
            ""
        }
    );
    match found.database {
        DatabaseState::Agrees { entries, owed, lacking } => {
            println!("database: {entries} entries, all as the journal says; {owed} deliveries are owed");
            if lacking > 0 {
                println!("database: it lacks {lacking} records of the journal; the next start applies them");
            }
        }
        DatabaseState::Missing => println!("database: there is none; the next start builds it from the journal"),
        DatabaseState::InUse => println!("database: not checked, since a bot has it open"),
        DatabaseState::Untrusted(why) => anyhow::bail!(
            "the database cannot be trusted ({why}); nothing is lost: the next start sets it aside and builds it anew from \
             the journal"
        ),
    }
    Ok(())
}
