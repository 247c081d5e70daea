//! What `rfrbot check` says of calendars, the flag and status pages.

use crate::output::{outln, say};
use rfrbot::calendar::{CalendarKind, CalendarReading, Content, shown_source};
use rfrbot::config::Config;
use rfrbot::service::{CalendarReader, PATIENCE};
use rfrbot::startup;
use rfrbot::text::count;
use std::collections::BTreeSet;

/// Titles of meetings that are named where none has the title of a post.
const TITLES: usize = 6;

/// Reads them all, says what they say, and which posts wait for a meeting that none has.
pub(crate) fn read(config: &Config, runtime: &tokio::runtime::Runtime) {
    let people = tokio::sync::watch::channel(startup::directory(config)).1;
    let mut reader = CalendarReader::new(&config.freezes, people, PATIENCE);
    let today = chrono::Utc::now().date_naive();
    let readings = runtime.block_on(reader.read(today));
    let mut titles = BTreeSet::new();
    let mut all_read = true;
    for CalendarReading {
        kind,
        name,
        read,
        remarks,
    } in readings
    {
        let name = shown_source(&name);
        match read {
            Ok(content) => {
                if let Content::Meetings(meetings) = &content {
                    titles.extend(meetings.keys().cloned());
                }
                describe(name, content);
            }
            Err(why) => {
                all_read &= kind != CalendarKind::Meetings;
                say(&format!(
                    "note: the {} {name} is not read ({why}); {} counts. Mend it there, or `{}` under [freezes]",
                    kind.noun(),
                    kind.what_counts(),
                    kind.key()
                ));
            }
        }
        for remark in remarks {
            say(&format!("note: {name}: {remark}."));
        }
    }
    if all_read {
        posts_without_meeting(config, &titles);
    }
}

/// Most things of one source that are named.
const MOST: usize = 20;

/// How many there are besides those that are named.
fn and_more(name: &str, all: usize) {
    if all > MOST {
        outln!("{name}: and {} more.", all - MOST);
    }
}

fn describe(name: &str, content: Content) {
    match content {
        Content::Freezes(windows) if windows.is_empty() => outln!("{name}: names no freeze."),
        Content::Absences(absences) if absences.is_empty() => outln!("{name}: names no absence."),
        Content::Freezes(windows) => {
            let all = windows.len();
            for (freeze, days) in windows.into_iter().take(MOST) {
                outln!("{name}: {freeze} from {} to {}.", days.from(), days.to());
            }
            and_more(name, all);
        }
        Content::Absences(absences) => {
            let all = absences.len();
            for (account, absence) in absences.into_iter().take(MOST) {
                let days = absence.span;
                outln!("{name}: {account} is away from {} to {}.", days.from(), days.to());
            }
            and_more(name, all);
        }
        Content::Flag(is_up) => {
            let (state, value) = if is_up {
                ("a freeze is in force", "true")
            } else {
                ("no freeze is in force", "false")
            };
            outln!("{name}: InfraFrozen is {value}: {state}, says the infra repository.");
        }
        Content::Meetings(meetings) => {
            let now = chrono::Utc::now();
            outln!("{name}: {}.", count(meetings.len(), "meeting", "meetings"));
            let all = meetings.len();
            for (title, times) in meetings.into_iter().take(MOST) {
                if let Some(next) = times.range(now..).next() {
                    let next = next.format("%Y-%m-%d %H:%M UTC");
                    let title = if title.is_empty() {
                        "a meeting without a title"
                    } else {
                        &title
                    };
                    say(&format!("{name}: {title} next at {next}."));
                }
            }
            and_more(name, all);
        }
        Content::Outages(outages) => {
            outln!("{name}: {} planned.", count(outages.len(), "outage is", "outages are"));
            let all = outages.len();
            for outage in outages.into_iter().take(MOST) {
                let from = outage.from.format("%Y-%m-%d %H:%M UTC");
                say(&format!("{name}: {} from {from}.", outage.title));
            }
            and_more(name, all);
        }
    }
}

/// Such a post never comes.
fn posts_without_meeting(config: &Config, titles: &BTreeSet<String>) {
    let posts = config.reminders.iter().flat_map(|reminders| &reminders.posts);
    for post in posts {
        let Some(title) = post.recurring.meeting().filter(|title| !titles.contains(*title)) else {
            continue;
        };
        let name = &post.recurring.name;
        let known: Vec<String> = titles.iter().take(TITLES).map(|title| format!("{title:?}")).collect();
        say(&if config.freezes.meetings.is_empty() {
            format!(
                "note: the post {name} comes before meetings called {title:?}, and no calendar has them. Name the calendar: \
                 `meetings` under [freezes]"
            )
        } else if known.is_empty() {
            format!(
                "note: the post {name} comes before meetings called {title:?}, and the calendars have no meeting ahead. \
                 Look at `meetings` under [freezes]"
            )
        } else {
            format!(
                "note: the post {name} comes before meetings called {title:?}, and no calendar has one. Write `meeting` as the \
                 calendar has it: {}",
                known.join(", ")
            )
        });
    }
}
