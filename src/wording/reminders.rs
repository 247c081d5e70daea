//! What people are reminded of, and what to type about it.

use super::Wording;
use super::outlook::what_is_missing;
use super::phrases::{because, cut, date, day, listed as all_of, people, question, since};
use super::rules::last_refusal;
use crate::people::Account;
use crate::reminder::decide::{Quiet, ReminderAlready, ReminderChange, ReminderRefusal};
use crate::reminder::{Due, DuePost, Hours, How, Mute, Snooze, Target, What};
use crate::rfr::Rfr;
use crate::rfr::duty::DEPLOYED;
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, Utc};

/// How much of a question a reminder repeats.
const LONGEST_QUESTION: usize = 80;

/// The most lines that a post has; of the rest it says the names.
const MOST_LINES: usize = 12;

/// How many coming reminders an answer lists.
const LISTED: usize = 20;

/// What is coming.
#[derive(Clone, Copy, Debug)]
pub struct Upcoming<'a> {
    /// Only of this RFR.
    pub rfr: Option<&'a Rfr>,
    /// Soonest first.
    pub coming: &'a [Due],
    /// The RFRs that are muted.
    pub muted: &'a [(&'a str, &'a Mute)],
    /// How long the RFR is snoozed.
    pub snooze: Option<&'a Snooze>,
    /// How the asker wants to be reminded, where it is known who that is.
    pub how: Option<How>,
    /// The hours in which people are reminded.
    pub hours: &'a Hours,
    /// Now.
    pub now: DateTime<Utc>,
}

/// The line that calls people, by the names that the room sees.
pub fn called(names: &[String]) -> Paragraph {
    Paragraph::new().text(format!("For {}", names.join(", ")))
}

impl Wording {
    /// A post of reminders: a line each; the open questions of one RFR share a line.
    pub fn reminders(&self, post: &DuePost<'_>, now: DateTime<Utc>) -> Message {
        let mut said = Message::default();
        let mut rest = post.reminders.as_slice();
        while let [first, ..] = rest {
            let together = rest.iter().take_while(|due| is_question_of(due, first)).count().max(1);
            let (same, after) = rest.split_at(together);
            said.push(match same {
                [one] => self.reminder(one, now),
                several => self.questions_reminder(several, now),
            });
            rest = after;
            if said.0.len() == MOST_LINES && rest.len() > 1 {
                let mut names: Vec<&str> = rest.iter().map(|due| due.name.as_str()).collect();
                names.dedup();
                said.push(self.to_type(
                    &format!(
                        "And {} more: {}. ",
                        count(rest.len(), "reminder", "reminders"),
                        names.join(", ")
                    ),
                    "next RFR",
                ));
                rest = &[];
            }
        }
        // One person alone is told how to be left alone; in the room that would be noise under each post.
        if let Target::Direct(_) = post.target {
            let off = self.type_this("remind me off");
            said.push(Paragraph::new().code(off).text(" stops these private reminders."));
        }
        said
    }

    /// One reminder as a sentence.
    pub fn reminder(&self, due: &Due, now: DateTime<Utc>) -> Paragraph {
        let line = Paragraph::new().strong(due.name.clone());
        let line = match &due.what {
            What::OpenQuestion {
                number,
                text,
                on_the_list,
                asked,
            } => line
                .text(format!(
                    ": question {number} has been open {}: “{}”",
                    since(*asked, now),
                    cut(&question(text, on_the_list.as_deref()), LONGEST_QUESTION)
                ))
                .then(self.to_type(". ", &format!("answer {} {number} …", due.name))),
            What::SignOff { phase, first, ready } => {
                let line = line
                    .text(format!(
                        " has had everything but the {phase} sign-off {}",
                        since(*ready, now)
                    ))
                    .then(owed(due, "; it is up to "));
                let line = match first {
                    Some(item) => line
                        .then(self.to_type(". If it is so ", &format!("done {} {item}", due.name)))
                        .text(", then "),
                    None => line.text(". "),
                };
                line.then(self.to_type("", &format!("signoff {phase} {}", due.name)))
            }
            What::SponsorAsked { account, asked } => line
                .text(": ")
                .person(account.as_str())
                .text(format!(
                    " was asked on {} to sponsor it and has not answered",
                    day(*asked)
                ))
                .then(self.to_type(". ", &format!("accept {}", due.name)))
                .then(self.to_type(" or ", &format!("decline {}", due.name))),
            What::NoSponsor { since: began } => line
                .text(format!(" has had no sponsor {}", since(*began, now)))
                .then(self.to_type(". For sysadmin-main: ", &format!("sponsor {}", due.name))),
            What::Silent {
                since: began,
                phase,
                missing,
            } => line
                .text(format!(" ({phase}) has been silent {}", since(*began, now)))
                .text(match missing.as_slice() {
                    [] => "; nothing is missing for the next phase".to_owned(),
                    [one] => format!("; missing: {}", what_is_missing(one)),
                    [one, other] => format!("; missing: {}; {}", what_is_missing(one), what_is_missing(other)),
                    [one, rest @ ..] => {
                        format!("; missing: {}, and {} more things", what_is_missing(one), rest.len())
                    }
                })
                .then(self.to_type(". ", &format!("next {}", due.name))),
            What::Deployment { date: planned } => line.text(match (*planned - now.date_naive()).num_days() {
                ..=0 => " is to be deployed today".to_owned(),
                1 => " is to be deployed tomorrow".to_owned(),
                _ => format!(" is to be deployed on {}", date(*planned)),
            }),
            What::DeploymentOverdue {
                date: planned,
                has_item,
            } => line
                .text(format!(" was to be deployed on {}: is it done?", date(*planned)))
                .then(self.to_type(
                    " ",
                    &if *has_item {
                        format!("done {} {DEPLOYED}", due.name)
                    } else {
                        format!("next {}", due.name)
                    },
                ))
                .then(self.to_type(" or ", &format!("schedule {} DATE", due.name))),
            What::FreezeSoon { from, to } => {
                let days = (*from - now.date_naive()).num_days();
                let days = usize::try_from(days).unwrap_or(0);
                line.text(format!(
                    " freeze begins in {}, on {}, until {}",
                    count(days, "day", "days"),
                    date(*from),
                    date(*to)
                ))
            }
            What::FreezeStart { from, to } => line
                .text(format!(
                    " freeze was predicted from {} until {}: start it?",
                    date(*from),
                    date(*to)
                ))
                .then(self.to_type(" ", &format!("freeze start {}", due.name))),
            What::FreezeOverdue { since: _, to } => line
                .text(format!(" freeze was expected to end on {}: lift it?", date(*to)))
                .then(self.to_type(" ", &format!("freeze lift {}", due.name))),
            What::DevInstance { made } => line.text(format!(
                "'s development instance has been there {}: is it still needed?",
                since(*made, now)
            )),
            What::OnePerson { account } => line
                .text(": only ")
                .person(account.as_str())
                .text(" works on it; a second person would avoid a single point of failure")
                .then(self.to_type(". ", &format!("people {} add NAME", due.name))),
            What::SponsorLeft { account } => line
                .text(": its sponsor ")
                .person(account.as_str())
                .text(" is no longer in sysadmin-main and cannot sign off")
                .text(". ")
                .then(self.to_take_over(&due.name, account)),
            What::Upkeep { since: began, sides } => {
                let names: Vec<&str> = sides.iter().map(|side| side.name()).collect();
                let first = names.first().copied().unwrap_or_default();
                line.text(format!(
                    " is in maintenance, and nobody has looked after its {} {}",
                    all_of(&names),
                    since(*began, now)
                ))
                .then(self.to_type(". ", &format!("upkeep {} {first} WHAT…", due.name)))
            }
            What::Hold { since: began, reason } => line
                .text(format!(" has been on hold {}{}", since(*began, now), because(reason)))
                .then(self.to_type(". ", &format!("release {}", due.name))),
        };
        with_ticket(line, due)
    }

    fn questions_reminder(&self, several: &[&Due], now: DateTime<Utc>) -> Paragraph {
        let Some(first) = several.first() else {
            return Paragraph::new();
        };
        let questions = several.iter().filter_map(|due| {
            if let What::OpenQuestion { number, asked, .. } = &due.what {
                Some((number.to_string(), *asked))
            } else {
                None
            }
        });
        let (numbers, asked): (Vec<String>, Vec<DateTime<Utc>>) = questions.unzip();
        let oldest = asked.iter().min().copied().unwrap_or(now);
        let line = Paragraph::new()
            .strong(first.name.clone())
            .text(format!(
                ": {} are open, the oldest {}",
                listed(&numbers),
                since(oldest, now)
            ))
            .then(self.to_type(". ", &format!("questions {}", first.name)));
        with_ticket(line, first)
    }

    /// What is coming, and why.
    pub fn upcoming(&self, upcoming: &Upcoming<'_>) -> Message {
        let Upcoming { coming, hours, now, .. } = upcoming;
        let mut said = Message::default();
        for (name, mute) in upcoming.muted {
            said.push(self.to_type(
                &format!("{name} is muted by {}{}. ", mute.by, because(&mute.reason)),
                &format!("unmute {name}"),
            ));
        }
        if let Some(snooze) = upcoming.snooze.filter(|snooze| snooze.until > *now) {
            said.push(Paragraph::new().text(format!(
                "Snoozed by {} until {}.",
                snooze.by,
                moment(snooze.until, hours)
            )));
        }
        if coming.is_empty() {
            let what = upcoming
                .rfr
                .map(|rfr| format!(" about {}", rfr.name))
                .unwrap_or_default();
            said.push(Paragraph::new().text(format!("No reminder{what} is coming.")));
        } else {
            said.push(Paragraph::new().text("Coming, unless somebody acts before:"));
        }
        for due in coming.iter().take(LISTED) {
            let list = if due.targets.contains(&Target::List) {
                " (and to the list)"
            } else {
                ""
            };
            said.push(
                Paragraph::new()
                    .text(format!("{}{list}: ", moment(due.at, hours)))
                    .then(self.reminder(due, due.at)),
            );
        }
        if coming.len() > LISTED {
            said.push(self.to_type(&format!("And {} later ones. ", coming.len() - LISTED), "reminders RFR"));
        }
        if let Some(how) = upcoming.how {
            said.push(self.to_type(
                match how {
                    How::Off => "They do not call you. ",
                    How::On => "They call you by name. ",
                    How::Dm => "You hear yours in private, too. ",
                },
                "remind me on|off|dm",
            ));
        }
        said
    }

    /// The config has no reminders.
    pub fn no_reminders(&self) -> Paragraph {
        Paragraph::new().text(
            "Reminders are off here: nobody is reminded of anything. The operator turns them on with [reminders] \
             in the config.",
        )
    }

    /// A change that is not made, and what helps.
    pub fn reminder_refused(&self, refusal: &ReminderRefusal) -> Message {
        match refusal {
            ReminderRefusal::Off => self.no_reminders(),
            ReminderRefusal::NotOpen(name) => self.to_type(
                &format!("{name} is not open any more, so nobody is reminded of it. See "),
                &format!("status {name}"),
            ),
            ReminderRefusal::NoOpenQuestion(name, number) => self.to_type(
                &format!("{name} has no open question {number}. They are in "),
                &format!("questions {name}"),
            ),
        }
        .into()
    }

    /// The rule behind that, for `why`.
    pub fn why_reminder_refused(&self, said: Message) -> Message {
        let mut message = last_refusal(said);
        message.push(Paragraph::new().text("House rule: people are reminded of open RFRs and open questions only."));
        message
    }

    /// The rule behind a right that somebody lacks, for `why`.
    pub fn why_denied_reminder(&self, said: Message) -> Message {
        let mut message = last_refusal(said);
        message.push(
            Paragraph::new()
                .text("House rule: an RFR is snoozed and muted by those involved in it, or by sysadmin-main."),
        );
        message
    }

    /// What somebody said about being reminded.
    pub fn reminders_changed(&self, change: &ReminderChange<'_>, by: &Account, now: DateTime<Utc>) -> Paragraph {
        let (rfr, what) = match *change {
            ReminderChange::Remind { how, network } => return reminded(how, network),
            ReminderChange::Short(true) => {
                let line = Paragraph::new().text("From now on I answer you in one line; all of it comes by ");
                return line.code(self.type_this("more")).text(".");
            }
            ReminderChange::Short(false) => return Paragraph::new().text("From now on I answer you in full."),
            ReminderChange::About { rfr, what } => (rfr, what),
        };
        match what {
            Quiet::Snooze { question, until } => {
                let days = usize::try_from((*until - now.date_naive()).num_days()).unwrap_or(0);
                Paragraph::new()
                    .text("Nothing about ")
                    .then(snoozable(&rfr.name, *question))
                    .text(format!(
                        " until {}, {} from now.",
                        date(*until),
                        count(days, "day", "days")
                    ))
            }
            Quiet::Mute { reason } => {
                let line = Paragraph::new()
                    .strong(rfr.name.clone())
                    .text(": no more reminders; muted by ")
                    .person(by.as_str())
                    .text(because(reason));
                line.then(self.to_type(". ", &format!("unmute {}", rfr.name)))
            }
            Quiet::Unmute => Paragraph::new()
                .strong(rfr.name.clone())
                .text(": reminders are on again; unmuted by ")
                .person(by.as_str())
                .full_stop(),
        }
    }

    /// It is so already.
    pub fn reminders_already(&self, already: &ReminderAlready, name: &str) -> Paragraph {
        let line = Paragraph::new();
        match already {
            ReminderAlready::Reminded(how) => line.text(match how {
                How::Off => "Reminders do not call you already.",
                How::On => "Reminders call you by name already.",
                How::Dm => "You hear reminders in private already.",
            }),
            ReminderAlready::Short(true) => line.text("I answer you in one line already."),
            ReminderAlready::Short(false) => line.text("I answer you in full already."),
            ReminderAlready::Snoozed { question, until } => {
                snoozable(name, *question).text(format!(" is snoozed until {} already.", date(*until)))
            }
            ReminderAlready::Muted(mute) => line
                .strong(name.to_owned())
                .text(" is muted already by ")
                .person(mute.by.as_str())
                .text(because(&mute.reason))
                .full_stop(),
            ReminderAlready::NotMuted => line.strong(name.to_owned()).text(" is not muted."),
        }
    }

    /// What somebody chose for themselves.
    pub fn prefs(&self, short: bool, how: Option<How>) -> Message {
        let line = Paragraph::new().text(if short {
            "I answer you in one line; in full: "
        } else {
            "I answer you in full; in one line: "
        });
        let line = line.code(self.type_this(if short { "prefs short off" } else { "prefs short on" }));
        let line = line.text(match how {
            None => ". Who asks you by name calls you, and reminders do not: ",
            Some(How::Off) => ". Nothing calls you: ",
            Some(How::On) => ". Reminders call you by name: ",
            Some(How::Dm) => ". You hear reminders in private, too: ",
        });
        line.code(self.type_this("remind me on|off|dm")).text(".").into()
    }

    fn to_type(&self, before: &str, words: &str) -> Paragraph {
        Paragraph::new().text(before).code(self.type_this(words))
    }
}

/// How somebody is reminded from now on.
fn reminded(how: How, network: &str) -> Paragraph {
    Paragraph::new().text(match how {
        How::Off => {
            "From now on neither reminders nor those who ask you for something call you; the room still hears them."
                .to_owned()
        }
        How::On => "From now on reminders of what is up to you call you by name in the room.".to_owned(),
        How::Dm => format!(
            "From now on you hear reminders of what is up to you in private, too, while I see you on {network}."
        ),
    })
}

fn snoozable(name: &str, question: Option<u32>) -> Paragraph {
    let line = match question {
        Some(number) => Paragraph::new().text(format!("question {number} of ")),
        None => Paragraph::new(),
    };
    line.strong(name.to_owned())
}

/// `2026-03-16 09:00 UTC`, as the clocks of the configured zone show it.
fn moment(at: DateTime<Utc>, hours: &Hours) -> String {
    let zone = hours.zone();
    let clock = zone.local(at).format("%a %Y-%m-%d %H:%M");
    format!("{clock} {}", zone.abbreviation(at))
}

/// Are these two open questions of the same RFR?
fn is_question_of(due: &Due, other: &Due) -> bool {
    let is_question = |due: &Due| matches!(due.what, What::OpenQuestion { .. });
    is_question(due) && is_question(other) && due.rfr() == other.rfr()
}

fn listed(numbers: &[String]) -> String {
    match numbers.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("questions {} and {last}", rest.join(", ")),
        Some(_) | None => format!("question {}", numbers.join(", ")),
    }
}

fn owed(due: &Due, before: &str) -> Paragraph {
    Paragraph::new().text(before).then(people(&due.owes))
}

fn with_ticket(line: Paragraph, due: &Due) -> Paragraph {
    match &due.ticket {
        Some(url) => line.text(" (").link(url.clone()).text(")"),
        None => line,
    }
}
