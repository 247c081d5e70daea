//! The operator's work on the store from the command line: verify, recover, back up, restore, export, import.

use crate::output::{outln, say};
use anyhow::Context;
use rfrbot::command_line::CommandLine;
use rfrbot::config::Config;
use rfrbot::operations::control::{self, ControlError};
use rfrbot::rfr::Origin;
use rfrbot::store::{self, DatabaseState};
use rfrbot::text::count;
use rfrbot::visible::JsonWriter;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

pub(crate) fn export(data: &Path, file: Option<&Path>) -> anyhow::Result<()> {
    let report = match file {
        // For a person's eyes everything hidden is escaped; for `import` it is byte for byte what was written.
        None if io::stdout().is_terminal() => store::export(data, JsonWriter(BufWriter::new(io::stdout().lock())))?,
        None => store::export(data, BufWriter::new(io::stdout().lock()))?,
        Some(path) => {
            let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
            let made = made
                .with_context(|| format!("{} cannot be made; name a file that does not exist yet", path.display()))?;
            let mut to = BufWriter::new(made);
            let report = store::export(data, &mut to)
                .map_err(anyhow::Error::from)
                .and_then(|report| {
                    let whole = to.flush().and_then(|()| to.get_ref().sync_all());
                    whole
                        .context("the export could not be written to the end")
                        .map(|()| report)
                });
            // A part of it would only stand in the way of the next one.
            report
                .inspect_err(|_| drop(std::fs::remove_file(path)))
                .with_context(|| format!("{} was not made", path.display()))?
        }
    };
    eprintln!("exported {}", report.in_words());
    Ok(())
}

pub(crate) fn import(config: &Config, file: &Path) -> anyhow::Result<()> {
    let from = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let report = store::import(BufReader::new(from), &config.bot.data)?;
    eprintln!("imported {} into {}", report.in_words(), config.bot.data.display());
    Ok(())
}

/// By the running bot, so that its metrics include it; otherwise by this process.
pub(crate) fn back_up(data: &Path, to: &Path) -> anyhow::Result<()> {
    // Made in this process even while a bot runs: a service may write in few places, and has its own /tmp.
    let made = store::back_up(data, to, chrono::Utc::now())?;
    eprintln!("{}", control::in_words(&made));
    match control::ask(data, "backed-up") {
        Ok(_) | Err(ControlError::NotRunning(_)) => Ok(()),
        // The backup is made all the same.
        Err(error @ ControlError::Silent { .. }) => {
            eprintln!("its status and metrics do not know of this backup: {error}");
            Ok(())
        }
        Err(error @ (ControlError::Unreachable { .. } | ControlError::Failed(_))) => Err(error.into()),
    }
}

pub(crate) fn restore(config: &Config, backup: &Path) -> anyhow::Result<()> {
    let restored = store::restore(backup, &config.bot.data);
    let report = restored.with_context(|| format!("the backup {} was not restored", backup.display()))?;
    eprintln!(
        "restored {} from {} into {}; `rfrbot run` goes on after change {}, and says what was owed then",
        report.in_words(),
        backup.display(),
        config.bot.data.display(),
        report.last_seq
    );
    Ok(())
}

pub(crate) fn verify_store(line: &CommandLine, backup: Option<&Path>) -> anyhow::Result<()> {
    if let Some(backup) = backup {
        let verified = store::verify_backup(backup);
        let report =
            verified.with_context(|| format!("the backup {} is not sound; take another one", backup.display()))?;
        outln!("{}: {}, all sound", backup.display(), report.in_words());
        return Ok(());
    }
    let found = store::inspect(&Config::place_of_store(&line.config_path())?)?;
    outln!(
        "journal: {} in {}, all sound{}",
        found.journal.in_words(),
        count(found.journal.segments, "file", "files"),
        if found.journal.torn {
            ", and at the end one that was never written completely"
        } else {
            ""
        }
    );
    match found.database {
        DatabaseState::Agrees { entries, owed, lacking } => {
            outln!(
                "database: {}, all as the journal says; {} owed",
                count(entries, "entry", "entries"),
                count(owed, "delivery is", "deliveries are")
            );
            if lacking > 0 {
                outln!(
                    "database: it lacks {} of the journal; the next start applies what is missing",
                    count(lacking, "record", "records")
                );
            }
        }
        DatabaseState::Missing => outln!("database: there is none; the next start builds it from the journal"),
        DatabaseState::InUse => outln!("database: not checked, since a bot has it open"),
        DatabaseState::KnowsMore(lost) => {
            if let Some((first, last)) = lost.changes {
                let remembered = lost.remembered.first().map_or(last + 1, |origin| origin.seq);
                if first < remembered {
                    let until = remembered - 1;
                    if first == until {
                        outln!("lost: change {first}; the database has its record no longer");
                    } else {
                        outln!("lost: changes {first} to {until}; the database has their records no longer");
                    }
                }
            }
            for origin in &lost.remembered {
                say(&format!("lost: {}", change(origin)));
            }
            return Err(lost.error.into());
        }
        DatabaseState::Untrusted(why) => anyhow::bail!(
            "the database cannot be trusted ({why}); nothing is lost: the next start sets it aside and builds it anew from \
             the journal"
        ),
    }
    Ok(())
}

/// A change in a form that the operator recognises.
fn change(origin: &Origin) -> String {
    let Origin {
        seq,
        at,
        by,
        place,
        words,
        proof: _,
    } = origin;
    format!(
        "change {seq} by {by} at {at} in {place}: {words:?}",
        at = at.format("%Y-%m-%d %H:%M:%S UTC")
    )
}

/// Recovers what the journal lost, and prints it.
pub(crate) fn recover(config: &Config) -> anyhow::Result<()> {
    let data = &config.bot.data;
    let Some(taken) = store::recover(data)? else {
        outln!("the journal holds every change that the database knows: there is nothing to take back");
        return Ok(());
    };
    for origin in &taken.changes {
        say(&format!("took back {}", change(origin)));
    }
    if let Some(torn) = &taken.torn {
        outln!("{torn}");
    }
    outln!(
        "took back {}, in {}, from the database into the journal of {}{}. What the journal had lost and the \
         database never saw is not among them. `rfrbot verify` checks the result",
        count(taken.changes.len(), "change", "changes"),
        count(taken.records, "record", "records"),
        data.display(),
        match &taken.kept {
            Some(kept) => format!("; the journal as it was is kept in {}", kept.display()),
            None => String::new(),
        }
    );
    Ok(())
}
