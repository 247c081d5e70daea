//! The console: a network consisting of one terminal or one pipe, for first steps and for the operator.
//!
//! Like every adaptor it turns what it reads into [`Report`]s, prints [`Delivery`]s, and decides nothing. One thing is
//! special: it takes the next line only when the last has been answered in full. So `printf 'help\nquit\n' | rfrbot
//! console` prints every reply before it ends, and replies appear below their line. For this the runner sends one
//! [`LineHandled`] for each [`Report::Heard`] of the console. It says how many messages the line caused, so it does not
//! matter whether it overtakes them.
//!
//! ```text
//! console ── Report::Heard ─────────────► runner
//!         ◄─ Delivery (0 to many) ─────── runner, delivery      in any order
//!         ◄─ LineHandled { kept, answers } ── runner
//! console ── Report::Delivered ─────────► delivery              for each kept one, when it is printed
//! ```

mod completing;
mod demo;
mod input;
mod output;

use crate::config::Config;
use crate::people::{Account, Identity};
use crate::text::{Span, count};
use crate::wire::{Delivery, Incoming, Manner, OutboxKey, Outcome, Outgoing, Place, Report};
use chrono::Utc;
use completing::Completions;
pub use completing::WordKind;
use input::{Input, InputEvent};
use output::Output;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::time::timeout;

/// The console's name among the networks.
pub const NETWORK: &str = "console";

/// Sent by the runner when a line of the console is handled: what the line caused for the console.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineHandled {
    /// Keys of the line's kept effects that go to places of the console, replies and announcements alike.
    pub kept: Vec<OutboxKey>,
    /// How many deliveries without a key answer the line; 0 means silence.
    pub answers: usize,
}

/// How the console is set up.
#[derive(Clone, Debug)]
pub struct ConsoleSettings {
    /// The account that speaks first.
    pub speaker: String,
    /// The bot's own name.
    pub own_name: String,
    /// The bot's prefix, which is optional here.
    pub prefix: String,
    /// The folder of the store, shown in the first line.
    pub store: PathBuf,
    /// File with the history of typed lines.
    pub history: PathBuf,
    /// Who is in which group, to show a speaker's groups.
    pub groups: BTreeMap<String, BTreeSet<Account>>,
    /// Does an account system know more of groups?
    pub live: bool,
    /// How long an answer may take before the console stops waiting for it.
    pub patience: Duration,
    /// Is it a store to play with, which is filled first?
    pub demo: bool,
    /// Names that Tab completes.
    pub words: Vec<(WordKind, String)>,
    /// The bot's own names: nobody speaks as them.
    pub own_names: BTreeSet<Account>,
}

impl ConsoleSettings {
    /// The console of a config.
    pub fn new(config: &Config, speaker: &str) -> Self {
        Self {
            speaker: Account::new(speaker).as_str().to_owned(),
            own_name: config.bot.name.clone(),
            prefix: config.bot.prefix.clone(),
            store: config.bot.data.clone(),
            history: config.bot.data.join("console-history"),
            groups: config.groups.clone(),
            live: config.accounts.is_some(),
            patience: Duration::from_secs(60),
            demo: false,
            words: Vec::new(),
            own_names: config.own_names(),
        }
    }
}

/// Why nobody speaks by a name of the bot, or of what no person does; `example` is what works.
pub fn nobodys(name: &str, example: &str) -> String {
    format!(
        "{name:?} is nobody's account: the bot itself, or what no person does, is called so; any other name works. For \
         example: {example}"
    )
}

/// The console's ends of its channels.
#[derive(Debug)]
pub struct ConsoleWires {
    /// Reports to the runner.
    pub reports: Sender<Report>,
    /// What it is to print.
    pub deliveries: Receiver<Delivery>,
    /// Which lines are handled, in order.
    pub handled: Receiver<LineHandled>,
}

/// Why the console ended before its input did.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// Standard input cannot be read.
    #[error("the console cannot read its input: {0}")]
    Input(io::Error),
    /// Standard output cannot be written.
    #[error("the console cannot write its output: {0}")]
    Output(io::Error),
    /// The rest of the program ended first.
    #[error("the bot behind the console has ended; the log says why")]
    BotEnded,
    /// Lines of a pipe were refused, or not understood.
    #[error("{} refused or not understood", count(*_0, "line was", "lines were"))]
    Refused(usize),
    /// A line from a pipe was not answered, so later lines might rely on something that did not happen.
    #[error("{line:?} was not answered within {seconds} seconds; the lines after it were not read")]
    Unanswered {
        /// The line.
        line: String,
        /// How long the console waited.
        seconds: u64,
    },
}

/// Runs the console on this process's terminal, or on standard input and output if there is none, until the input ends
/// or the operator leaves.
pub async fn run(settings: ConsoleSettings, wires: ConsoleWires) -> Result<(), ConsoleError> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        let words = Completions::new(settings.words.iter().cloned());
        let columns = Arc::<AtomicUsize>::default();
        let (input, printer) = input::from_terminal(settings.history.clone(), words.clone(), columns.clone()).await?;
        let colours = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let mut session = ConsoleSession::new(settings, wires, input, Output::terminal(printer, colours, columns));
        session.words = words;
        session.run().await
    } else {
        run_on(settings, wires, io::BufReader::new(io::stdin()), io::stdout()).await
    }
}

/// Runs the console on plain lines.
pub async fn run_on(
    settings: ConsoleSettings,
    wires: ConsoleWires,
    lines: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
) -> Result<(), ConsoleError> {
    let input = input::from_lines(lines);
    ConsoleSession::new(settings, wires, input, Output::plain(output))
        .run()
        .await
}

/// What becomes of the session after a line.
enum Next {
    Line,
    Leave,
}

struct ConsoleSession {
    settings: ConsoleSettings,
    speaker: String,
    wires: ConsoleWires,
    input: Input,
    output: Output,
    /// Kept deliveries already printed: a repeated one is confirmed but not printed again.
    printed: HashSet<OutboxKey>,
    /// Deliveries without a key printed since the last line was sent.
    answers: usize,
    /// Lines sent and not yet handled. More than one only after the console gave up waiting: then the first
    /// [`LineHandled`]s are about those.
    unhandled: usize,
    /// What Tab completes.
    words: Completions,
    /// How many lines were refused or asked back.
    refused: usize,
    /// Was the line that is being answered?
    is_refused: bool,
}

impl ConsoleSession {
    fn new(settings: ConsoleSettings, wires: ConsoleWires, input: Input, output: Output) -> Self {
        Self {
            speaker: settings.speaker.clone(),
            settings,
            wires,
            input,
            output,
            printed: HashSet::new(),
            answers: 0,
            unhandled: 0,
            words: Completions::default(),
            refused: 0,
            is_refused: false,
        }
    }

    async fn run(mut self) -> Result<(), ConsoleError> {
        self.report(Report::Up {
            network: NETWORK.to_owned(),
        })
        .await?;
        if self.settings.demo {
            self.play_the_demo().await?;
        }
        self.greet()?;
        loop {
            match self.next_line().await? {
                InputEvent::Line(line) => match self.line(&line).await? {
                    Next::Line => {}
                    Next::Leave => break,
                },
                InputEvent::Interrupted => self.say("Ctrl-D or /quit leaves.")?,
                InputEvent::End => break,
                InputEvent::Failed(error) => return Err(ConsoleError::Input(error)),
            }
        }
        while let Ok(delivery) = self.wires.deliveries.try_recv() {
            self.print(delivery).await?;
        }
        // In a terminal whoever typed it has seen it.
        if self.refused > 0 && !self.input.is_terminal() {
            return Err(ConsoleError::Refused(self.refused));
        }
        Ok(())
    }

    /// Fills the store with RFRs to play with; what is said of it is not shown.
    async fn play_the_demo(&mut self) -> Result<(), ConsoleError> {
        self.output.mute(true);
        for (speaker, line) in demo::LINES {
            (*speaker).clone_into(&mut self.speaker);
            self.ask_the_bot(line).await?;
        }
        self.output.mute(false);
        self.speaker.clone_from(&self.settings.speaker);
        self.refused = 0;
        Ok(())
    }

    /// Three lines: who you are, what to type first, how to leave.
    fn greet(&mut self) -> Result<(), ConsoleError> {
        let who = self.who();
        self.say(&format!(
            "{}: you are {who}. The store is {}.",
            self.settings.own_name,
            self.settings.store.display()
        ))?;
        if self.settings.demo {
            self.say(
                "Three RFRs are there to play with: badges in staging, koschei in planning, mote without a sponsor.",
            )?;
            return self.say(
                "Try `status`, `next badges`, `help`; /as ralph speaks as the requester of badges, /as kevin as its sponsor; \
                 /quit leaves, and all of it is gone.",
            );
        }
        self.say(
            "Request a resource: `new badges 4321 Fedora Badges`; then `sponsor badges`, `next badges`, `status`.",
        )?;
        self.say(&format!(
            "`help` lists every command, with or without {} before it; /as NAME speaks as somebody else; /quit leaves.",
            self.settings.prefix
        ))
    }

    /// The speaker and the speaker's groups.
    fn who(&self) -> String {
        let account = Account::new(&self.speaker);
        let groups: Vec<&str> = self
            .settings
            .groups
            .iter()
            .filter(|(_, members)| members.contains(&account))
            .map(|(group, _)| group.as_str())
            .collect();
        if self.settings.live {
            // Only the bot asks it.
            format!("{account}; `whoami` says in which groups")
        } else if groups.is_empty() {
            format!("{account}, in no group")
        } else {
            format!("{account}, in {}", groups.join(" and "))
        }
    }

    /// The next line of input; deliveries are printed meanwhile.
    async fn next_line(&mut self) -> Result<InputEvent, ConsoleError> {
        self.input.ask(format!("{}> ", self.speaker));
        loop {
            tokio::select! {
                biased;
                delivery = self.wires.deliveries.recv() => match delivery {
                    Some(delivery) => self.print(delivery).await?,
                    None => return self.bot_ended_at_the_prompt().await,
                },
                heard = self.input.heard() => return Ok(heard),
            }
        }
    }

    /// The editor has set a terminal mode that only it can reset, which it does when its line is finished.
    async fn bot_ended_at_the_prompt(&mut self) -> Result<InputEvent, ConsoleError> {
        if self.input.is_terminal() {
            self.say("The bot behind the console has ended. Press Enter to leave.")?;
            self.input.heard().await;
        }
        Err(ConsoleError::BotEnded)
    }

    async fn line(&mut self, line: &str) -> Result<Next, ConsoleError> {
        let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let line = line.trim();
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (word.to_lowercase().as_str(), rest.trim()) {
            ("", _) => {}
            ("quit" | "exit" | "/quit" | "/exit", "") => return Ok(Next::Leave),
            ("/help", _) => {
                self.say("/as NAME speaks as that account; /as alone says who you are; /quit leaves.")?;
                self.say("Everything else goes to the bot: `help` lists what it understands.")?;
            }
            ("/as", name) => self.change_speaker(name)?,
            (unknown, _) if unknown.starts_with('/') => {
                self.say(&format!(
                    "There is no {unknown} here. The console itself knows /as NAME, /quit and /help."
                ))?;
            }
            _ => self.ask_the_bot(line).await?,
        }
        Ok(Next::Line)
    }

    fn change_speaker(&mut self, name: &str) -> Result<(), ConsoleError> {
        let good = name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
        let account = Account::new(name);
        if account.is_nobody() || self.settings.own_names.contains(&account) {
            return self.say(&nobodys(name, "/as kevin"));
        }
        if good {
            name.to_ascii_lowercase().clone_into(&mut self.speaker);
        } else if !name.is_empty() {
            return self.say(&format!(
                "{name:?} is not an account: letters, digits, and . _ - after the first. For example: /as kevin"
            ));
        }
        let who = self.who();
        self.say(&format!("You are {who}."))
    }

    /// Sends a line to the bot and waits until everything it caused is printed.
    async fn ask_the_bot(&mut self, line: &str) -> Result<(), ConsoleError> {
        self.answers = 0;
        self.is_refused = false;
        self.report(Report::Heard(Incoming {
            id: None,
            place: Place::direct(NETWORK, &self.speaker),
            name: self.speaker.clone(),
            identity: Identity::Console {
                account: self.speaker.clone(),
            },
            own_name: self.settings.own_name.clone(),
            text: line.to_owned(),
            at: Utc::now(),
            quoted: None,
        }))
        .await?;
        let patience = self.settings.patience;
        self.unhandled += 1;
        let answered = timeout(patience, self.answered()).await;
        if std::mem::take(&mut self.is_refused) {
            self.refused += 1;
        }
        match answered {
            Ok(answered) => answered,
            Err(_) if self.input.is_terminal() => self.say("There is no answer yet; it will be printed when it comes."),
            Err(_) => Err(ConsoleError::Unanswered {
                line: line.to_owned(),
                seconds: patience.as_secs(),
            }),
        }
    }

    /// Prints what comes until the last line sent is handled and everything it caused is printed.
    async fn answered(&mut self) -> Result<(), ConsoleError> {
        let mut caused: Option<LineHandled> = None;
        loop {
            if let Some(caused) = &caused
                && self.answers >= caused.answers
                && caused.kept.iter().all(|key| self.printed.contains(key))
            {
                return Ok(());
            }
            tokio::select! {
                delivery = self.wires.deliveries.recv() => {
                    let delivery = delivery.ok_or(ConsoleError::BotEnded)?;
                    self.print(delivery).await?;
                }
                told = self.wires.handled.recv(), if caused.is_none() => {
                    let told = told.ok_or(ConsoleError::BotEnded)?;
                    self.unhandled -= 1;
                    if self.unhandled == 0 {
                        caused = Some(told);
                    }
                }
            }
        }
    }

    async fn print(&mut self, delivery: Delivery) -> Result<(), ConsoleError> {
        let Delivery {
            key,
            lines_done,
            outgoing,
        } = delivery;
        let is_new = key.is_none_or(|key| self.printed.insert(key));
        if is_new {
            let is_answer = outgoing.manner == Manner::Reply;
            self.is_refused |=
                is_answer && matches!(outgoing.beside.outcome, Some(Outcome::Refused | Outcome::AskedBack));
            for span in outgoing.message.0.iter().flat_map(|paragraph| &paragraph.0) {
                if let Span::Strong(word) = span {
                    self.words.learn(WordKind::Rfr, word);
                } else if let Span::Person(word) = span {
                    self.words.learn(WordKind::Person, word);
                }
            }
            let mut shown: Outgoing = outgoing.clone();
            shown.message.0.drain(..shown.message.0.len().min(lines_done as usize));
            self.output
                .message(&shown, &self.speaker)
                .map_err(ConsoleError::Output)?;
        }
        match key {
            None => self.answers += 1,
            Some(key) => {
                let lines = u32::try_from(outgoing.message.0.len()).unwrap_or(u32::MAX);
                self.report(Report::Delivered {
                    key,
                    lines,
                    complete: true,
                })
                .await?;
            }
        }
        Ok(())
    }

    /// Prints a line of the console itself.
    fn say(&mut self, line: &str) -> Result<(), ConsoleError> {
        self.output.own_line(line).map_err(ConsoleError::Output)
    }

    async fn report(&mut self, report: Report) -> Result<(), ConsoleError> {
        self.wires
            .reports
            .send(report)
            .await
            .map_err(|_| ConsoleError::BotEnded)
    }
}

#[cfg(test)]
mod tests;
