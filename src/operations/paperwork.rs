//! What packagers and administrators want on paper: completions, the man page, the systemd unit. All of it comes
//! from the same tables as help, so that it cannot say something else.

use crate::command::{self, Group};
use crate::command_line::CommandLine;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};

/// The systemd unit.
pub const UNIT: &str = include_str!("rfrbot.service");

/// Writes completions of the command line for a shell.
pub fn completions(shell: Shell, to: &mut impl Write) {
    clap_complete::generate(shell, &mut CommandLine::command(), "rfrbot", to);
}

/// Writes the man page, section 1: the program's commands, then what is said to it in chat.
pub fn man(to: &mut impl Write) -> io::Result<()> {
    let page = clap_mangen::Man::new(CommandLine::command());
    page.render_title(to)?;
    page.render_name_section(to)?;
    page.render_synopsis_section(to)?;
    page.render_description_section(to)?;
    page.render_options_section(to)?;
    page.render_subcommands_section(to)?;
    writeln!(to, ".SH COMMANDS IN CHAT")?;
    for group in Group::ALL {
        writeln!(to, ".SS {}", escaped(group.name()))?;
        for row in command::rows().filter(|row| row.group == group) {
            let words = format!("{} {}", row.verb, row.usage);
            writeln!(to, ".TP\n.B {}", escaped(words.trim()))?;
            writeln!(to, "{} (for {})", escaped(row.summary), escaped(row.who.holders()))?;
        }
    }
    page.render_extra_section(to)?;
    page.render_version_section(to)
}

/// roff reads backslashes, and dots and quotes at the begin of a line.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
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
