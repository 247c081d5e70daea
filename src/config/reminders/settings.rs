//! What people are reminded of, checked.

use crate::config::spoken::places;
use crate::reminder;
use crate::reminder::recurring::Recurring;
use crate::text::count;
use crate::wire::Place;

/// `[reminders]` and `[[posts]]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderConfig {
    /// When people are reminded, of what, and how often.
    pub settings: reminder::ReminderSettings,
    /// Where.
    pub places: Vec<Place>,
    /// Recurring posts.
    pub posts: Vec<PostConfig>,
}

/// `[[posts]]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostConfig {
    /// When.
    pub recurring: Recurring,
    /// Where.
    pub places: Vec<Place>,
    /// Also to the mailing list, as the summary?
    pub to_list: bool,
}

impl ReminderConfig {
    /// Does anything go to the mailing list?
    pub(in crate::config) fn speaks_to_the_list(&self) -> bool {
        !self.settings.to_list_from.is_empty() || self.posts.iter().any(|post| post.to_list)
    }
}

/// The effect of these sections on a run.
pub(in crate::config) fn describe(reminders: Option<&ReminderConfig>) -> Vec<String> {
    let Some(ReminderConfig {
        settings,
        places: here,
        posts,
    }) = reminders
    else {
        return vec!["[reminders] nobody is reminded of anything.".to_owned()];
    };
    let mut lines = vec![format!(
        "[reminders] people are reminded {}, in {}; at most {} a day, and each RFR {} a day.",
        settings.hours,
        places(here),
        count(settings.posts_per_day, "post", "posts"),
        count(settings.mentions_per_rfr_and_day, "time", "times"),
    )];
    lines.extend(posts.iter().map(
        |PostConfig {
             recurring,
             places: there,
             ..
         }| {
            let there = places(there);
            format!("[[posts]] {}: {} in {there}.", recurring.name, recurring.times)
        },
    ));
    lines
}
