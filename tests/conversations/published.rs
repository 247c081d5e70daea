//! What others publish in a story: the infra repository's flag, a status page, and meetings.

use crate::world::World;
use chrono::Duration;
use rfrbot::desk::RecurringPost;
use rfrbot::reminder::recurring::Recurring;
use std::path::Path;

impl World {
    /// From the words of a story.
    pub(crate) fn is_published(&mut self, words: &[&str]) {
        match words {
            ["flag", "counts"] => self.before_start(|world| world.published.automatic.flag = true),
            ["flag", "becomes", value @ ..] => self.raise(&value.join(" ")),
            ["flag", value] => {
                self.raise(value);
                self.before_start(|world| world.published.flag = Some(world.source("Frozen.yaml")));
            }
            ["outage", from, to, title @ ..] => {
                let outage = |title: &str| {
                    serde_json::json!({
                        "title": title, "startdate": from, "enddate": to,
                        "ticket": {"id": "7", "url": "https://forge.example.org/infra/tickets/issues/7"},
                    })
                };
                let planned: Vec<_> = title.join(" ").split("; ").map(outage).collect();
                self.publish("planned.json", &serde_json::json!({"outages": planned}).to_string());
                self.before_start(|world| world.published.outages = vec![world.source("planned.json")]);
            }
            ["outages", "become", "nonsense"] => self.publish("planned.json", "<html>no page of outages</html>"),
            ["meetings", file] => {
                let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
                std::fs::copy(from, self.folder.path().join("meetings.ics")).expect("the calendar can be copied");
                self.before_start(|world| world.published.meetings = vec![world.source("meetings.ics")]);
            }
            ["meeting", title @ .., "is", "prepared", minutes, "minutes", "before"] => {
                let minutes = minutes.parse().expect("a number");
                let title = title.join(" ");
                self.remind(|reminders| {
                    let recurring = Recurring::before_listed("meeting", &title, Duration::minutes(minutes));
                    let places = reminders.places.clone();
                    let to_list = false;
                    reminders.posts.push(RecurringPost {
                        recurring,
                        places,
                        to_list,
                    });
                });
            }
            other => panic!("nobody publishes {other:?}"),
        }
    }

    fn raise(&self, value: &str) {
        self.publish(
            "Frozen.yaml",
            &format!("---\nInfraFrozen: {value}\nFrozen: \"{{{{ InfraFrozen }}}}\"\n"),
        );
    }

    fn publish(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).expect("a file can be written");
    }
}
