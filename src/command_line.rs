//! The command line: what can be asked of the program, and where its config is looked for.

use crate::config::{LogFormat, LogLevel};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Where `run` and `check` look for the config when nothing names one.
pub const DEFAULT_CONFIG: &str = "/etc/rfrbot/config.toml";

/// The environment variable that names the config.
pub const CONFIG_VARIABLE: &str = "RFRBOT_CONFIG";

const AFTER_HELP: &str = "\
Try it without any config and any network:
  rfrbot console
then type: new badges 4321 Fedora Badges";

/// rfrbot keeps Requests For Resources moving through their SOP, in chat.
#[derive(Debug, Parser)]
#[command(name = "rfrbot", version, after_help = AFTER_HELP, arg_required_else_help = true)]
pub struct CommandLine {
    /// The config file that the operator named.
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help = "Read the config from this file; without it, from \
        $RFRBOT_CONFIG, else from /etc/rfrbot/config.toml"
    )]
    pub config: Option<PathBuf>,

    /// How much to log.
    #[arg(long, global = true, value_name = "LEVEL", value_parser = levels(), help = "Log at this level; wins over \
        the config. $RUST_LOG, where set, wins over both")]
    pub log_level: Option<LogLevel>,

    /// In which form to log.
    #[arg(long, global = true, value_name = "FORMAT", value_parser = formats(), help = "Log in this form; wins over \
        the config")]
    pub log_format: Option<LogFormat>,

    /// What to do.
    #[command(subcommand)]
    pub command: ProgramCommand,
}

/// What the program can do.
#[derive(Debug, Subcommand, PartialEq, Eq)]
pub enum ProgramCommand {
    /// Connect to the networks of the config and serve them until stopped.
    Run,
    /// Talk to the bot in this terminal, without any network; needs no config.
    Console(ConsoleArguments),
    /// Validate the config and say what each section means for a run; connects only where asked to.
    Check {
        /// Try each connection too, step by step, and leave nothing behind: no mail is sent, no device is made.
        #[arg(long)]
        connect: bool,
    },
    /// Print an example config, which explains every key.
    Config,
    /// Print an edition of the SOP: its phases, and a line for each MUST and step.
    Sop {
        /// Which; without it, the one of new RFRs by the config, else classic.
        edition: Option<String>,
        /// Print a picture of the phases and gates.
        #[arg(long, group = "form")]
        picture: bool,
        /// Print the same picture for Mermaid.
        #[arg(long, group = "form")]
        mermaid: bool,
        /// Print a file to edit: an edition of your own to begin with.
        #[arg(long, group = "form")]
        toml: bool,
    },
    /// Ask five questions, and write a first config with the answers.
    Init,
    /// Log in to a network for the first time, and store the session.
    Login {
        /// Which network.
        #[command(subcommand)]
        network: LoginNetwork,
    },
    /// Look after the bot's Matrix account.
    Matrix {
        /// What to do.
        #[command(subcommand)]
        what: MatrixCommand,
    },
    /// Look after the way to the mailing list.
    Mail {
        /// What to do.
        #[command(subcommand)]
        what: MailCommand,
    },
    /// Print what is under way, as `digest` does in chat; may run beside the bot.
    Digest {
        /// Print it as Markdown.
        #[arg(long, group = "form")]
        markdown: bool,
        /// Print it as items for the minutes of a meeting: no line begins with `!` or `#`.
        #[arg(long, group = "form")]
        minutes: bool,
    },
    /// Write the board, its pages, feeds and calendars as files to publish; may run beside the bot.
    Board {
        /// The folder, which is made where it is missing; files there of an earlier time that no longer belong are removed.
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Write everything in the store as JSON Lines.
    Export {
        /// The file to write, which must not exist yet; without it, standard output.
        file: Option<PathBuf>,
    },
    /// Fill an empty store from an export.
    Import {
        /// The export to read.
        file: PathBuf,
    },
    /// Ask the running bot how it is; ends with an error where something is down.
    Status {
        /// Print one JSON object, for programs.
        #[arg(long)]
        json: bool,
        /// Wait so many seconds for the answer.
        #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=3600))]
        timeout: u64,
    },
    /// Have the running bot read its config anew.
    Reload,
    /// Back the store up into one file, while the bot runs or not, and read it back.
    Backup {
        /// The file to write, which must not exist yet, or a folder for a file named by the time.
        to: PathBuf,
    },
    /// Make the store from a backup; the store's folder must be empty or not there yet.
    Restore {
        /// The backup to read.
        backup: PathBuf,
    },
    /// Check the whole store, or a backup: every record, the sequence, and the database against the journal.
    Verify {
        /// A backup to check in place of the store.
        backup: Option<PathBuf>,
    },
    /// Write changes that the journal lost, and the database still has, back into the journal; a copy of it is kept.
    Recover,
    /// Print completions of this command line for a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
    /// Print the man page of the program, or of its config file.
    Man {
        /// Which page; without it, the program's.
        page: Option<Page>,
    },
    /// Print a hardened systemd unit.
    Unit,
    /// Print the version.
    Version,
}

/// Man pages besides the program's own.
#[derive(Clone, Copy, Debug, clap::ValueEnum, PartialEq, Eq)]
pub enum Page {
    /// `rfrbot.toml(5)`.
    Config,
}

/// Networks with a login of their own.
#[derive(Clone, Copy, Debug, Subcommand, PartialEq, Eq)]
pub enum LoginNetwork {
    /// Log in with the config's token or password, or with one that is asked for here.
    Matrix {
        /// Make a new device, though the bot is logged in already.
        #[arg(long)]
        again: bool,
    },
}

/// What can be done with the Matrix account.
#[derive(Clone, Debug, Subcommand, PartialEq, Eq)]
pub enum MatrixCommand {
    /// Make the bot's device a verified one, by the recovery secret of the config.
    Verify,
    /// Confirm that somebody has another identity (cross-signing) than before; the bot may run.
    Trust {
        /// The person's full Matrix id.
        user: String,
    },
}

/// What can be done with the way to the mailing list.
#[derive(Clone, Copy, Debug, Subcommand, PartialEq, Eq)]
pub enum MailCommand {
    /// Send one real mail to the list, and say how each step went.
    Test,
}

/// Arguments of `console`.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub struct ConsoleArguments {
    /// Speak as this account; without it, as $USER. Without a config, this account may do everything.
    #[arg(long = "as", value_name = "NAME", value_parser = account)]
    pub speaker: Option<String>,
    /// Keep the store in this folder; without it, in the config's, or in rfrbot-console in the user's data folder.
    #[arg(long, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Play with three RFRs in different phases, in a store that is gone afterwards.
    #[arg(long, conflicts_with = "data")]
    pub demo: bool,
}

impl CommandLine {
    /// The config that the operator named, by option or by environment.
    pub fn named_config(&self) -> Option<PathBuf> {
        self.config.clone().or_else(|| {
            std::env::var_os(CONFIG_VARIABLE)
                .filter(|path| !path.is_empty())
                .map(PathBuf::from)
        })
    }

    /// The config of a command that needs one.
    pub fn config_path(&self) -> PathBuf {
        self.named_config().unwrap_or_else(|| PathBuf::from(DEFAULT_CONFIG))
    }
}

impl ConsoleArguments {
    /// The account that speaks: `--as`, else the user's name, else `operator`.
    pub fn speaker(&self) -> String {
        self.speaker
            .clone()
            .or_else(|| std::env::var("USER").ok().and_then(|user| account(&user).ok()))
            .unwrap_or_else(|| "operator".to_owned())
    }
}

fn account(word: &str) -> Result<String, String> {
    let good = word.starts_with(|c: char| c.is_ascii_alphanumeric())
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    if good {
        Ok(word.to_ascii_lowercase())
    } else {
        Err("an account is letters, digits, and . _ - after the first".to_owned())
    }
}

fn levels() -> impl TypedValueParser<Value = LogLevel> {
    PossibleValuesParser::new(LogLevel::ALL.map(LogLevel::name))
        .map(|word| LogLevel::from_name(&word).unwrap_or(LogLevel::Info))
}

fn formats() -> impl TypedValueParser<Value = LogFormat> {
    PossibleValuesParser::new(LogFormat::ALL.map(LogFormat::name))
        .map(|word| LogFormat::from_name(&word).unwrap_or(LogFormat::Text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(line: &str) -> Result<CommandLine, clap::Error> {
        CommandLine::try_parse_from(line.split(' '))
    }

    #[test]
    fn the_definition_holds_together() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn global_options_may_stand_after_the_command() {
        let line = parse("rfrbot run --config a.toml --log-level debug --log-format json").expect("a good line");
        assert_eq!(line.config_path(), PathBuf::from("a.toml"));
        assert_eq!(line.log_level, Some(LogLevel::Debug));
        assert_eq!(line.log_format, Some(LogFormat::Json));
        assert_eq!(line.command, ProgramCommand::Run);
    }

    #[test]
    fn the_console_speaks_as_somebody() {
        let line = parse("rfrbot console --as Kevin --data /tmp/x").expect("a good line");
        let ProgramCommand::Console(arguments) = line.command else {
            panic!("{:?}", line.command)
        };
        assert_eq!(arguments.speaker(), "kevin");
        assert_eq!(arguments.data, Some(PathBuf::from("/tmp/x")));
        assert!(parse("rfrbot console --as #x").is_err());
    }

    #[test]
    fn a_wrong_word_is_explained() {
        let error = parse("rfrbot chek").expect_err("no such command").to_string();
        assert!(error.contains("'check'"), "{error}");
        let error = parse("rfrbot run --log-level loud")
            .expect_err("no such level")
            .to_string();
        assert!(error.contains("error, warn, info, debug, trace"), "{error}");
    }

    #[test]
    fn every_command_and_argument_has_a_help_text() {
        for command in CommandLine::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                assert!(
                    argument.get_help().is_some(),
                    "{} {}",
                    command.get_name(),
                    argument.get_id()
                );
            }
        }
    }
}
