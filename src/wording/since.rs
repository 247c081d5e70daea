//! What happened since a moment: a line for each RFR that moved.

use super::Wording;
use super::breaks::freeze_break;
use super::history::{HowTold, recorded};
use super::phrases::{date, joined};
use crate::rfr::freeze_break::{FreezeBreak, Standing};
use crate::rfr::{NewsKind, Origin, Rfr, RfrEvent};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, Utc};
use std::borrow::Cow;
use std::collections::HashSet;

/// How many things of one RFR are told; `history` has the others.
const TOLD: usize = 6;

/// How many bytes they may have together, so that the line stays one on IRC.
const LONGEST_TOLD: usize = 330;

/// An RFR, and what happened to it, oldest first.
pub(super) type Past<'a> = (Cow<'a, Rfr>, Vec<(Origin, RfrEvent)>);

/// What moved since a moment.
#[derive(Debug)]
pub struct HasMoved<'a> {
    /// That moment.
    pub from: DateTime<Utc>,
    /// The RFRs that moved, the one that changed last first, each with all that ever happened to it, oldest first.
    pub rfrs: Vec<Past<'a>>,
    /// The names of more that moved.
    pub others: Vec<String>,
    /// The freeze breaks about which something was said or done since, each with its RFR's name and how far it has come.
    pub breaks: Vec<(FreezeBreak, String, Standing)>,
}

impl HasMoved<'_> {
    /// Nothing yet.
    pub const fn since(from: DateTime<Utc>) -> Self {
        Self {
            from,
            rfrs: Vec::new(),
            others: Vec::new(),
            breaks: Vec::new(),
        }
    }

    /// What is told of all that ever happened to one RFR. What the SOP asks with a phase is no news beside the phase, and
    /// what was done and undone since then is none at all.
    pub fn telling(&self, entries: &[(Origin, RfrEvent)]) -> impl Fn(&Origin, &RfrEvent) -> bool + use<> {
        let from = self.from;
        let since = || entries.iter().filter(move |(origin, _)| origin.at >= from);
        let undos = since().filter_map(|(_, event)| undone_by(event));
        let undos: HashSet<u64> = undos.collect();
        let seqs = since().map(|(origin, _)| origin.seq);
        let undone: HashSet<u64> = seqs.filter(|seq| undos.contains(seq)).collect();
        move |origin, event| {
            let is_asked_by_the_sop = matches!(event, RfrEvent::QuestionAsked { from_sop: true, .. });
            let is_undo = undone_by(event).is_some_and(|seq| undone.contains(&seq));
            let is_news = !is_asked_by_the_sop && !is_undo && !undone.contains(&origin.seq);
            origin.at >= from && !event.is_of_the_list() && is_news
        }
    }

    /// Is there anything to tell?
    pub fn is_nothing(&self) -> bool {
        self.rfrs.is_empty() && self.breaks.is_empty()
    }

    /// `since Monday 2026-03-02`.
    pub(super) fn since_when(&self) -> String {
        let clock = self.from.format("%H:%M").to_string();
        let clock = if clock == "00:00" {
            String::new()
        } else {
            format!(" {clock} UTC")
        };
        format!("since {}{clock}", date(self.from.date_naive()))
    }
}

/// The commit that an undo takes back.
fn undone_by(event: &RfrEvent) -> Option<u64> {
    if let RfrEvent::Undone { seq } = event {
        Some(*seq)
    } else {
        None
    }
}

impl Wording {
    /// A line for each RFR that moved, the one that changed last first.
    pub fn since(&self, moved: &HasMoved<'_>) -> Message {
        let many = match moved.rfrs.len() + moved.others.len() {
            0 => format!("No RFR moved {}.", moved.since_when()),
            many => format!("{} moved {}:", count(many, "RFR", "RFRs"), moved.since_when()),
        };
        let mut message = Message::line(Paragraph::new().text(many));
        message.0.extend(self.all_that_moved(moved));
        message
    }

    /// The lines under that heading.
    pub(super) fn all_that_moved(&self, moved: &HasMoved<'_>) -> Vec<Paragraph> {
        let mut message = Message::default();
        for (rfr, entries) in &moved.rfrs {
            message.push(self.moved(rfr, entries, moved));
        }
        if !moved.others.is_empty() {
            let line = Paragraph::new().text("These, too: ").strong(moved.others.join(", "));
            let all = format!("since {}", moved.from.date_naive());
            message.push(line.text("; all that happened: ").code(self.type_this(&all)).text("."));
        }
        let breaks = moved.breaks.iter().map(|(found, name, standing)| {
            let line = Paragraph::new().text("Freeze break ");
            line.then(freeze_break(found, name, *standing))
        });
        message.0.extend(breaks);
        message.0
    }

    /// Nothing that the speaker changed is known.
    pub fn no_last_word(&self) -> Message {
        Paragraph::new()
            .text("I know no change of yours to begin with. Say from when on: ")
            .code(self.type_this("since yesterday"))
            .text(" or ")
            .code(self.type_this("since 2 weeks"))
            .text(".")
            .into()
    }

    fn moved(&self, rfr: &Rfr, entries: &[(Origin, RfrEvent)], moved: &HasMoved<'_>) -> Paragraph {
        let line = Paragraph::new().strong(rfr.name.clone()).text(": ");
        let tells = moved.telling(entries);
        let tells = |origin: &Origin, event: &RfrEvent| tells(origin, event).then_some(HowTold::InShort);
        let all = recorded(rfr, entries, &tells).into_iter().flat_map(|change| {
            let told = change.events.into_iter();
            told.filter_map(move |(event, what)| Some((change.origin, event, what?)))
        });
        let mut happened: Vec<_> = all.collect();
        let many = happened.len();
        // What is announced and what is signed goes before what is told in short, that before the rest, and notes stand last; among equals
        // the latest counts.
        let weight = |event: &RfrEvent| {
            let row = event.row();
            if row.news.is_some() || row.kind == Some(NewsKind::SignOffs) {
                3
            } else if row.kind.is_some() {
                2
            } else {
                u8::from(!row.is_beside_the_matter)
            }
        };
        let mut lengths: Vec<usize> = happened.iter().map(|(_, _, what)| what.plain().len()).collect();
        let mut length: usize = lengths.iter().sum();
        while happened.len() > TOLD || happened.len() > 1 && length > LONGEST_TOLD {
            let least = happened
                .iter()
                .enumerate()
                .min_by_key(|(at, (_, event, _))| (weight(event), *at));
            if let Some((at, _)) = least {
                happened.remove(at);
                length -= lengths.remove(at);
            }
        }
        let left_out = many - happened.len();
        let mut people: Vec<(&str, Vec<Paragraph>)> = Vec::new();
        for (origin, _, what) in happened {
            match people.last_mut() {
                Some((by, all)) if *by == origin.by.as_str() => all.push(what),
                Some(_) | None => people.push((origin.by.as_str(), vec![what])),
            }
        }
        let told = people.into_iter().map(|(by, all)| {
            let what = joined(all, ", ");
            Paragraph::new().person(by).text(": ").then(what)
        });
        let line = line.then(joined(told.collect(), "; "));
        if left_out == 0 {
            return line.full_stop();
        }
        line.text(format!("; and {}: ", count(left_out, "more thing", "more things")))
            .code(self.type_this(&format!("history {}", rfr.name)))
            .text(".")
    }
}
