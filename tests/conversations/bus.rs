//! The message bus of a story: what is published, and what happens there.

use crate::world::World;
use chrono::TimeDelta;
use rfrbot::desk::BusSettings;
use rfrbot::wire::{BusDelivery, BusNews, BusReport, BusTopic, Report};
use serde_json::Value;

/// The state of the bus.
#[derive(Clone, Default)]
pub(crate) struct Bus {
    is_down: bool,
    /// A topic that the broker refuses.
    refuses: Option<BusTopic>,
    waiting: Vec<BusDelivery>,
    heard: u64,
    last: Option<(String, BusNews)>,
}

impl Bus {
    /// What the config says of it.
    pub(crate) fn settings() -> BusSettings {
        BusSettings {
            meetings: ["infrastructure".to_owned()].into(),
        }
    }
}

impl World {
    /// A message reached the adaptor.
    pub(crate) fn message_out(&mut self, delivery: BusDelivery) -> Vec<String> {
        let Some(bus) = &mut self.bus else {
            panic!("nothing is published without a bus: {delivery:?}");
        };
        // After a restart it is handed over again.
        bus.waiting.retain(|waiting| waiting.key != delivery.key);
        if bus.is_down {
            bus.waiting.push(delivery);
            return Vec::new();
        }
        let BusDelivery { key, message } = delivery.clone();
        if bus.refuses == Some(message.topic) {
            let is_first = !bus.waiting.iter().any(|waiting| waiting.message.topic == message.topic);
            bus.waiting.push(delivery);
            if is_first {
                let topic = message.topic;
                let why = "the broker says: ACCESS_REFUSED".to_owned();
                self.the_bus_reports(BusReport::Parked { key, topic, why });
            }
            return Vec::new();
        }
        assert!(is_version_4(&message.id), "{}", message.id);
        let (lines, complete) = (1, true);
        self.step(Report::Delivered { key, lines, complete });
        vec![format!("| (bus {}: {})", message.topic.name(), told(&message.body))]
    }

    fn the_bus_reports(&mut self, report: BusReport) {
        self.step(Report::Bus(Box::new(report)));
    }

    /// What happens on the bus, from the words of a story.
    pub(crate) fn on_the_bus(&mut self, words: &str) {
        let parts: Vec<&str> = words.split_whitespace().collect();
        match parts.as_slice() {
            ["bus"] => self.before_start(|world| world.bus = Some(Bus::default())),
            ["bus", "down"] => self.the_bus().is_down = true,
            ["bus", "up"] => {
                self.the_bus().is_down = false;
                self.let_out();
            }
            ["bus", "refuses", topic] => {
                let topic = BusTopic::ALL.into_iter().find(|known| known.name() == *topic);
                self.the_bus().refuses = Some(topic.expect("a topic"));
            }
            ["bus", "says", "it", "again"] => {
                let (id, news) = self.the_bus().last.clone().expect("it said something");
                let (id, at) = (Some(id), self.now);
                self.the_bus_reports(BusReport::Heard { id, at, news });
            }
            ["bus", "said", count, unit, "ago", words @ ..] => {
                let ago: i64 = count.parse().expect("a number");
                let ago = match *unit {
                    "minutes" => TimeDelta::minutes(ago),
                    "days" => TimeDelta::days(ago),
                    other => panic!("the bus of stories knows no {other}"),
                };
                let at = self.now - ago;
                let bus = self.the_bus();
                bus.heard += 1;
                let id = Some(format!("00000000-0000-4000-8000-{:012}", bus.heard));
                let news = news(words);
                self.the_bus_reports(BusReport::Heard { id, at, news });
            }
            ["bus", "says", words @ ..] => {
                let news = news(words);
                let bus = self.the_bus();
                bus.heard += 1;
                let id = format!("00000000-0000-4000-8000-{:012}", bus.heard);
                bus.last = Some((id.clone(), news.clone()));
                let (id, at) = (Some(id), self.now);
                self.the_bus_reports(BusReport::Heard { id, at, news });
            }
            ["bus", "takes", "all"] => {
                self.the_bus().refuses = None;
                self.let_out();
            }
            other => panic!("the bus of stories does not know {other:?}"),
        }
    }

    fn the_bus(&mut self) -> &mut Bus {
        self.bus.as_mut().expect("the story has a bus")
    }

    fn let_out(&mut self) {
        for delivery in std::mem::take(&mut self.the_bus().waiting) {
            let said = self.message_out(delivery);
            self.shown.extend(said);
        }
    }
}

/// What others say there.
fn news(words: &[&str]) -> BusNews {
    match words {
        [user, "left", group] => BusNews::Member {
            user: (*user).to_owned(),
            group: (*group).to_owned(),
            has_left: true,
        },
        [user, "joined", group] => BusNews::Member {
            user: (*user).to_owned(),
            group: (*group).to_owned(),
            has_left: false,
        },
        [by, "ran", playbook, hosts @ ..] => BusNews::Playbook {
            by: (*by).to_owned(),
            playbook: (*playbook).to_owned(),
            hosts: hosts
                .split_first()
                .map(|(_, hosts)| hosts.iter().map(|host| (*host).to_owned()).collect()),
        },
        ["the", "meeting", name @ .., "began"] => BusNews::Meeting { name: name.join(" ") },
        other => panic!("the bus of stories cannot say {other:?}"),
    }
}

/// What a message says, on one line, without what is the same in all of an RFR.
fn told(body: &Value) -> String {
    let shown = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("+"),
        Value::Null => "-".to_owned(),
        Value::Object(part) if part.contains_key("title") => part["name"].as_str().unwrap_or_default().to_owned(),
        Value::Object(_) | Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    let parts = body.as_object().expect("an object").iter();
    parts
        .map(|(name, value)| format!("{name} {}", shown(value)))
        .collect::<Vec<_>>()
        .join(", ")
}

fn is_version_4(id: &str) -> bool {
    let lengths: Vec<usize> = id.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && id.as_bytes()[14] == b'4' && matches!(id.as_bytes()[19], b'8' | b'9' | b'a' | b'b')
}
