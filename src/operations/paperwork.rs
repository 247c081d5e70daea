//! For packagers and administrators: completions, man pages, the systemd unit. All are made from the same tables as
//! help, so they cannot disagree with it.

use crate::command::{self, Group};
use crate::command_line::{CommandLine, DEFAULT_CONFIG};
use crate::config::{self, Config};
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};

/// The part of the systemd unit that depends on no config.
const UNIT: &str = include_str!("rfrbot.service");

/// The unit's state folder.
const STATE: &str = "/var/lib/rfrbot";

/// The line of the unit after which further writable paths are inserted.
const STATE_LINE: &str = "StateDirectoryMode=0700\n";

/// The systemd unit; given a config, also for a backup folder outside the state folder.
pub fn unit(config: Option<&Config>) -> String {
    let Some(config) = config else {
        let hint =
            "# [backup] folder outside of /var/lib/rfrbot? `rfrbot unit --config FILE` lets the bot write there.\n";
        return UNIT.replacen(STATE_LINE, &format!("{STATE_LINE}{hint}"), 1);
    };
    let Some(backup) = &config.backup else {
        return UNIT.to_owned();
    };
    if backup.folder.starts_with(STATE) || backup.folder.starts_with(&config.bot.data) {
        return UNIT.to_owned();
    }
    // systemd accepts only absolute paths.
    let folder = std::path::absolute(&backup.folder).unwrap_or_else(|_| backup.folder.clone());
    let more = format!(
        "# The backups. Make the folder first: useradd --system rfrbot; install -d -o rfrbot -m 0700 \"{}\"\n\
         ReadWritePaths={}\n",
        folder.display(),
        quoted(&folder.to_string_lossy())
    );
    UNIT.replacen(STATE_LINE, &format!("{STATE_LINE}{more}"), 1)
}

/// A word in a unit: `%` and quotes are special there (systemd.unit(5), systemd.syntax(7)).
fn quoted(path: &str) -> String {
    let escaped = path.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%");
    format!("\"{escaped}\"")
}

/// Writes completions of the command line for a shell.
pub fn completions(shell: Shell, to: &mut impl Write) {
    clap_complete::generate(shell, &mut CommandLine::command(), "rfrbot", to);
}

/// What the man page has beyond clap's definitions and the table of verbs: headings with pairs of a term and its text.
const MORE: &[(&str, &[(&str, &str)])] = &[
    (
        "FILES",
        &[
            (
                DEFAULT_CONFIG,
                "The config, where neither --config nor $RFRBOT_CONFIG names another. `rfrbot init` writes a first one.",
            ),
            (
                "journal, database",
                "The store, in the folder that [bot] data names. The journal is what counts; the database is made from it.",
            ),
            (
                "matrix",
                "In the store: session, keys and position of the Matrix account.",
            ),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("RFRBOT_CONFIG", "Names the config; --config wins."),
            (
                "RUST_LOG",
                "How much is logged, by module; wins over --log-level and the config.",
            ),
            (
                "STATE_DIRECTORY, XDG_DATA_HOME, HOME",
                "Where the store is, in this order, where [bot] data does not say it.",
            ),
            (
                "CREDENTIALS_DIRECTORY",
                "Set by systemd. Files of secrets with relative names are looked up here first.",
            ),
            ("USER", "Who speaks in the console, without --as."),
        ],
    ),
    (
        "SIGNALS",
        &[
            (
                "SIGTERM, SIGINT",
                "End the bot, after what is under way was stored and said.",
            ),
            ("SIGHUP", "Has the bot read its config anew, as `rfrbot reload` does."),
        ],
    ),
    (
        "EXIT STATUS",
        &[
            ("0", "It was done."),
            ("1", "It was not done; standard error says why."),
            ("2", "The command line was not understood."),
            (
                "78",
                "Somebody must mend something: the config, rights, a damaged journal, or a store of a newer version.",
            ),
        ],
    ),
    (
        "EXAMPLES",
        &[
            ("rfrbot console", "Tries the bot without config and without network."),
            (
                "rfrbot init --config rfrbot.toml",
                "Asks five questions and writes a config that works.",
            ),
            (
                "rfrbot check --config rfrbot.toml",
                "Names every mistake in it, and says what each section means.",
            ),
            (
                "rfrbot check --connect --config rfrbot.toml",
                "Tries each connection too, step by step; ends with 1 where a step failed, which names its fix.",
            ),
            ("rfrbot run --config rfrbot.toml", "Serves the networks of the config."),
            (
                "rfrbot backup /srv/backups",
                "Makes a backup, while the bot runs or not.",
            ),
        ],
    ),
];

/// Writes the man page, section 1: the program's commands, then the commands in chat.
pub fn man(to: &mut impl Write) -> io::Result<()> {
    let definition = CommandLine::command();
    let page = clap_mangen::Man::new(definition.clone());
    page.render_title(to)?;
    page.render_name_section(to)?;
    page.render_synopsis_section(to)?;
    page.render_description_section(to)?;
    page.render_options_section(to)?;
    writeln!(to, ".SH COMMANDS")?;
    for command in definition.get_subcommands() {
        subcommand(command, "rfrbot", to)?;
    }
    writeln!(to, ".SH COMMANDS IN CHAT")?;
    for group in Group::ALL {
        writeln!(to, ".SS {}", escaped(group.name()))?;
        for row in command::rows().filter(|row| row.group == group) {
            let words = format!("{} {}", row.verb, row.usage);
            writeln!(to, ".TP\n.B {}", escaped(words.trim()))?;
            writeln!(to, "{} (for {})", escaped(row.summary), escaped(row.who.holders()))?;
        }
    }
    for (heading, pairs) in MORE {
        writeln!(to, ".SH {heading}")?;
        for (term, words) in *pairs {
            writeln!(to, ".TP\n.B {}\n{}", escaped(term), escaped(words))?;
        }
    }
    writeln!(
        to,
        ".SH SEE ALSO\n.BR rfrbot.toml (5),\nwhich `rfrbot man config` prints"
    )?;
    page.render_version_section(to)
}

/// A command with its arguments, and its subcommands.
fn subcommand(command: &clap::Command, before: &str, to: &mut impl Write) -> io::Result<()> {
    let words = format!("{before} {}", command.get_name());
    let mut line = words.clone();
    for argument in command.get_positionals() {
        let name = argument.get_id().as_str().to_uppercase();
        let part = if argument.is_required_set() {
            format!(" {name}")
        } else {
            format!(" [{name}]")
        };
        line.push_str(&part);
    }
    if !command.has_subcommands() {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        writeln!(to, ".TP\n.B {}\n{}", escaped(&line), escaped(&about))?;
        for argument in command.get_arguments().filter(|argument| argument.get_long().is_some()) {
            let long = argument.get_long().unwrap_or_default();
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            writeln!(
                to,
                ".RS\n.TP\n.B {}\n{}\n.RE",
                escaped(&format!("--{long}")),
                escaped(&help)
            )?;
        }
    }
    for inner in command.get_subcommands() {
        subcommand(inner, &words, to)?;
    }
    Ok(())
}

/// Writes the man page of the config file, section 5, from the table of its keys.
pub fn man_of_config(to: &mut impl Write) -> io::Result<()> {
    writeln!(to, ".TH rfrbot.toml 5 \"\" \"rfrbot {}\"", env!("CARGO_PKG_VERSION"))?;
    writeln!(to, ".SH NAME\nrfrbot.toml \\- the config of rfrbot")?;
    writeln!(
        to,
        ".SH DESCRIPTION\nThe file is TOML in UTF\\-8. Unknown keys are errors. Relative files count from the folder of the \
         config; secrets stand in files or environment variables of their own. `rfrbot check` names every mistake, \
         `rfrbot config` prints an example with the reasons, and `rfrbot init` writes a first config."
    )?;
    for section in config::sections() {
        writeln!(to, ".SH \"{}\"\n{}", escaped(&section.header), escaped(section.means))?;
        for [name, takes, means, default] in section.keys {
            writeln!(to, ".TP\n.B {}", escaped(&name))?;
            writeln!(
                to,
                "{}\nTakes {}. Default: {}.",
                escaped(&means),
                escaped(&takes),
                escaped(default.trim_end_matches('.'))
            )?;
        }
    }
    writeln!(to, ".SH SEE ALSO\n.BR rfrbot (1)")
}

/// roff interprets backslashes, and dots and quotes at the start of a line; it needs numbers for non-ASCII characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    if text.starts_with(['.', '\'']) {
        escaped.push_str("\\&");
    }
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\e"),
            '-' => escaped.push_str("\\-"),
            c if c.is_ascii() => escaped.push(c),
            c => escaped.extend([format!("\\[u{:04X}]", u32::from(c))]),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_man_page_holds_every_command_and_every_verb() {
        let mut page = Vec::new();
        man(&mut page).expect("written");
        let page = String::from_utf8(page).expect("text");
        for command in CommandLine::command().get_subcommands() {
            assert!(page.contains(&escaped(command.get_name())), "{}", command.get_name());
        }
        for row in command::rows() {
            assert!(page.contains(&escaped(row.summary)), "{}", row.verb);
        }
    }

    #[test]
    fn the_man_page_of_the_config_holds_every_key() {
        let mut page = Vec::new();
        man_of_config(&mut page).expect("written");
        let page = String::from_utf8(page).expect("text");
        for section in config::sections() {
            assert!(page.contains(&escaped(&section.header)), "{}", section.header);
            for [name, _, means, _] in section.keys {
                assert!(
                    page.contains(&format!(".B {}\n{}", escaped(&name), escaped(&means))),
                    "{name}"
                );
            }
        }
    }

    /// The unit is a separate text: checks that its sections and keys are known to systemd, and that it starts this
    /// program.
    #[test]
    fn the_unit_is_well_formed() {
        assert!(UNIT.contains(STATE_LINE));
        let mut section = "";
        for line in UNIT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.starts_with('[') {
                section = line;
                assert!(["[Unit]", "[Service]", "[Install]"].contains(&line), "{line}");
            } else {
                assert!(
                    !section.is_empty() && line.split_once('=').is_some_and(|(key, _)| !key.contains(' ')),
                    "{line}"
                );
            }
        }
        assert!(
            UNIT.lines()
                .any(|line| line.starts_with("ExecStart=") && line.contains("rfrbot run")),
            "{UNIT}"
        );
    }

    #[test]
    fn every_shell_completes_every_command() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
            let mut script = Vec::new();
            completions(shell, &mut script);
            let script = String::from_utf8(script).expect("text");
            for command in CommandLine::command().get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell} {}", command.get_name());
            }
        }
    }
}
