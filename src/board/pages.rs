//! The board, a person's page, the commands, and the page for what is not there.

use super::layout::{PageFrame, Site, page};
use super::model::{Board, BoardPhase, Card, Holder, PersonPage};
use super::picture;
use super::shown::shown;
use super::words::paragraph;
use crate::command;
use crate::text::{Paragraph, Span};
use crate::wording::page as said;
use crate::wording::page::label;
use chrono::{DateTime, NaiveDate, Utc};
use maud::{Markup, PreEscaped, html};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// Which cards are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CardFilter {
    /// Those in which this account takes part, or that wait for it.
    pub(super) person: Option<String>,
    /// Those in the phase of this kind.
    pub(super) phase: Option<String>,
    pub(super) stuck: bool,
    pub(super) unsponsored: bool,
}

impl CardFilter {
    fn is_set(&self) -> bool {
        *self != Self::default()
    }

    /// Is that card wanted?
    pub(super) fn wants(&self, card: &Card) -> bool {
        let person = self.person.as_ref().is_none_or(|name| {
            let own = Holder::Person(name.clone());
            card.people.iter().any(|known| known == name) || card.waits_for.contains(&own)
        });
        let phase = self.phase.as_ref().is_none_or(|kind| card.phase == kind);
        person && phase && (!self.stuck || card.stuck) && (!self.unsponsored || card.sponsor.is_none())
    }
}

/// How the parts of the board are drawn, or were: the strip of the year, and a card.
pub(super) struct Parts<'a> {
    pub(super) strip: Arc<str>,
    pub(super) card: &'a dyn Fn(&Arc<Card>) -> Arc<str>,
}

/// The board.
pub(super) fn board(board: &Board, filter: &CardFilter, site: Site<'_>, parts: &Parts<'_>) -> String {
    let wanted: Vec<&Arc<Card>> = board.cards.iter().filter(|card| filter.wants(card)).collect();
    let under_way: Vec<&&Arc<Card>> = wanted.iter().filter(|card| card.is_open).collect();
    let stuck = under_way.iter().filter(|card| card.stuck).count();
    let unsponsored = under_way.iter().filter(|card| card.sponsor.is_none()).count();
    let content = html! {
        h1 { (label::HEADING) }
        p .summary { (said::summary(
            if filter.is_set() { wanted.len() } else { under_way.len() },
            stuck,
            unsponsored,
            filter.is_set(),
        )) }
        @for line in unknown(board, filter) { p .summary { (line) } }
        @if !site.files { (form(board, filter)) }
        section aria-labelledby="freezes" {
            h2 #freezes { (label::FREEZES) }
            (PreEscaped(&*parts.strip))
        }
        section aria-labelledby="phases" {
            h2 #phases { (label::PHASES) }
            div .board {
                @for phase in &board.phases {
                    @let cards: Vec<&Arc<Card>> = wanted.iter().filter(|card| card.phase == phase.kind).copied().collect();
                    (column(board, phase, &cards, &site, parts))
                }
            }
        }
        @if !wanted.is_empty() || !filter.is_set() {
            section aria-labelledby="who" {
                h2 #who { (label::WHO) }
                (whom(&wanted, &site))
            }
        }
    };
    page(&PageFrame {
        site,
        title: label::TITLE,
        feed: "feed.atom",
        content,
    })
}

/// Everybody who takes part in something, or is waited for.
fn people(board: &Board) -> Vec<&String> {
    let mut people: HashSet<&String> = board.cards.iter().flat_map(|card| &card.people).collect();
    people.extend(board.cards.iter().flat_map(|card| {
        card.waits_for.iter().filter_map(|holder| match holder {
            Holder::Person(name) => Some(name),
            Holder::Group(_) => None,
        })
    }));
    let mut people: Vec<&String> = people.into_iter().collect();
    people.sort();
    people
}

/// What of a filter the board does not know.
fn unknown(board: &Board, filter: &CardFilter) -> Vec<String> {
    let phase = filter.phase.iter();
    let phase = phase.filter(|kind| board.phases.iter().all(|phase| phase.kind != kind.as_str()));
    let person = filter.person.iter();
    let person = person.filter(|name| !people(board).contains(name));
    phase
        .map(|name| said::unknown_phase(&shown(name)))
        .chain(person.map(|name| said::unknown_person(&shown(name))))
        .collect()
}

fn form(board: &Board, filter: &CardFilter) -> Markup {
    let people = people(board);
    html! {
        form .filter method="get" action="./" aria-label=(label::FILTER) {
            label { (label::PERSON) " "
                select name="person" {
                    option value="" { (label::EVERYBODY) }
                    @for name in people {
                        option value=(name) selected[filter.person.as_ref() == Some(name)] { (name) }
                    }
                }
            }
            label { (label::PHASE) " "
                select name="phase" {
                    option value="" { (label::EVERY_PHASE) }
                    @for phase in &board.phases {
                        option value=(phase.kind) selected[filter.phase.as_deref() == Some(phase.kind)] { (phase.name) }
                    }
                }
            }
            label .check { input type="checkbox" name="stuck" value="1" checked[filter.stuck]; " " (label::ONLY_STUCK) }
            label .check {
                input type="checkbox" name="unsponsored" value="1" checked[filter.unsponsored]; " "
                (label::ONLY_UNSPONSORED)
            }
            button type="submit" { (label::SHOW) }
            @if filter.is_set() { a href="./" { (label::SHOW_ALL) } }
        }
    }
}

fn column(board: &Board, phase: &BoardPhase, cards: &[&Arc<Card>], site: &Site<'_>, parts: &Parts<'_>) -> Markup {
    let id = format!("phase-{}", phase.kind);
    html! {
        section .column aria-labelledby=(id) {
            h3 id=(id) title=(phase.purpose) { (phase.name) " " span .count { (cards.len()) } }
            @if cards.is_empty() {
                p .none { (label::NOTHING_HERE) }
            } @else {
                ul { @for card in cards { li { (PreEscaped(&*(parts.card)(card))) } } }
            }
            @if phase.is_last && board.more > 0 {
                p .none { (paragraph(&said::more_maintained(board.more, &board.prefix), site)) }
            }
        }
    }
}

/// A card of the board.
pub(super) fn card(card: &Card, site: &Site<'_>, now: DateTime<Utc>) -> Markup {
    show(card, site, now, &html! { h4 { (heading(card, site)) } })
}

fn heading(card: &Card, site: &Site<'_>) -> Markup {
    html! { a href=(site.rfr(&card.name)) { (card.name) } }
}

/// A card below a heading, which has its level from where it stands.
fn show(card: &Card, site: &Site<'_>, now: DateTime<Utc>, heading: &Markup) -> Markup {
    let here = days(card.phase_since, now);
    let silent = days(card.changed, now);
    let (met, of) = card.progress;
    html! {
        article .card .is-stuck[card.stuck] {
            (heading)
            p .title { bdi { (shown(&card.title)) } }
            (badges(card))
            @if of > 0 {
                p .progress {
                    (picture::progress(met, of))
                    " " span .pair { (said::musts(met, of)) }
                }
            }
            p .age { (said::here(here)) @if silent != here { ", " (said::unchanged(silent)) } }
            @if let Some(hold) = &card.hold { p { (label::ON_HOLD) " " (paragraph(hold, site)) } }
            @if !card.waits_for.is_empty() {
                p { span .key { (label::WAITS_FOR) " " } (holders(&card.waits_for, &card.away, site)) }
            }
            @if card.hold.is_none() {
                @if !card.blocking.is_empty() {
                    p { span .key { (label::NEEDS) " " } (shown(&card.blocking.join("; "))) }
                }
                @if let Some(frozen) = &card.frozen { p { (paragraph(frozen, site)) } }
            }
            p .meta {
                span .pair {
                    @match &card.sponsor {
                        Some(sponsor) => { span .key { (label::SPONSOR) " " } (site.person(sponsor)) },
                        None => { (label::NO_SPONSOR)
                            @if let Some(asked) = &card.asked_sponsor { " (" (site.person(asked)) " " (label::IS_ASKED) ")" }
                        },
                    }
                }
                @if let Some(day) = card.deployed {
                    " " span .pair { span .key { (label::DONE_ON) " " } (picture::day(day)) }
                } @else if let Some(day) = card.planned {
                    " " span .pair { span .key { (label::PRODUCTION) " " } (picture::day(day))
                        @if day < now.date_naive() { ", " (label::IS_OVER) }
                    }
                }
            }
        }
    }
}

/// What is out of the ordinary about it.
pub(super) fn badges(card: &Card) -> Markup {
    let badges: Vec<(&str, &str)> = [
        (card.ended.is_some(), "ended", card.ended.unwrap_or_default()),
        (card.hold.is_some(), "held", label::ON_HOLD),
        (card.frozen.is_some(), "frozen", label::FROZEN),
        (card.ready, "ready", label::READY),
        (card.stuck && card.hold.is_none(), "stuck", label::STUCK),
    ]
    .into_iter()
    .filter(|(is_so, ..)| *is_so)
    .map(|(_, kind, words)| (kind, words))
    .collect();
    html! {
        @if !badges.is_empty() {
            p .badges { @for (kind, words) in badges { span class=(format!("badge {kind}")) { (words) } " " } }
        }
    }
}

fn holders(holders: &[Holder], away: &[(String, NaiveDate)], site: &Site<'_>) -> Markup {
    html! {
        @for (at, holder) in holders.iter().enumerate() {
            @if at > 0 { ", " }
            @match holder {
                Holder::Person(name) => {
                    (site.person(name))
                    @if let Some((_, day)) = away.iter().find(|(gone, _)| gone == name) { " (" (said::away_until(*day)) ")" }
                },
                Holder::Group(name) => (name),
            }
        }
    }
}

fn days(since: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    (now.date_naive() - since.date_naive()).num_days()
}

/// For how many RFRs each is waited for.
fn whom(cards: &[&Arc<Card>], site: &Site<'_>) -> Markup {
    let mut waited: HashMap<&Holder, usize> = HashMap::new();
    for holder in cards.iter().flat_map(|card| &card.waits_for) {
        *waited.entry(holder).or_default() += 1;
    }
    let waited: BTreeMap<&Holder, usize> = waited.into_iter().collect();
    html! {
        @if waited.is_empty() { p .none { (label::NOBODY_WAITED_FOR) } } @else {
            ul .whom {
                @for (holder, number) in waited {
                    li { (holders(std::slice::from_ref(holder), &[], site)) " " span .count { (said::rfrs(number)) } }
                }
            }
        }
    }
}

/// A person's page.
pub(super) fn person(person: &PersonPage, site: Site<'_>, now: DateTime<Utc>) -> String {
    let content = html! {
        h1 { (person.account) }
        section .said aria-labelledby="todo" {
            h2 #todo { (label::TODO) }
            @for line in &person.todo.0 { p { (of_rfr(line, &site)) } }
        }
        section aria-labelledby="others" {
            h2 #others { (label::OTHERS) }
            @if person.others.is_empty() {
                p .none { (label::NO_OTHERS) }
            } @else {
                ul .cards { @for card in &person.others { li { (show(card, &site, now, &html! { h3 { (heading(card, &site)) } })) } } }
                @if person.more_others > 0 { p .none { a href=(site.board()) { (said::more_others(person.more_others)) } } }
            }
        }
    };
    let title = format!("{} · {}", person.account, label::TITLE);
    page(&PageFrame {
        site,
        title: &title,
        feed: "feed.atom",
        content,
    })
}

/// A line about an RFR, whose name at its beginning leads to its page.
fn of_rfr(line: &Paragraph, site: &Site<'_>) -> Markup {
    let (first, rest) = match line.0.split_first() {
        Some((Span::Strong(name), rest)) => (Some(name), rest),
        Some((Span::Text(_) | Span::Code(_) | Span::Link(_) | Span::Person(_), _)) | None => (None, line.0.as_slice()),
    };
    html! {
        @if let Some(name) = first { a href=(site.rfr(name)) { (shown(name)) } }
        (paragraph(&Paragraph(rest.to_vec()), site))
    }
}

/// Every command, from its row.
pub(super) fn commands(prefix: &str, site: Site<'_>) -> String {
    let content = html! {
        h1 { (label::COMMANDS) }
        p { (label::HELP_NOTE) }
        div .wide tabindex="0" role="region" aria-label=(label::COMMANDS) {
            // Narrow ones are no table to look at, and stay one to listen to.
            table role="table" {
                thead role="rowgroup" { tr role="row" {
                    @for words in [label::COMMAND, label::WHAT_IT_DOES, label::WHOSE] { th scope="col" role="columnheader" { (words) } }
                } }
                tbody role="rowgroup" {
                    @for row in command::rows() {
                        tr id=(row.verb) role="row" {
                            th scope="row" role="rowheader" { code { (prefix) " " (row.verb) @if !row.usage.is_empty() { " " (row.usage) } } }
                            td role="cell" { (row.summary) }
                            td role="cell" { (row.who.holders()) }
                        }
                    }
                }
            }
        }
    };
    page(&PageFrame {
        site,
        title: label::COMMANDS,
        feed: "feed.atom",
        content,
    })
}

/// What is not there.
pub(super) fn nothing(site: Site<'_>) -> String {
    let content = html! {
        h1 { (label::NOT_THERE) }
        p { a href=(site.board()) { (label::TRY_BOARD) } }
    };
    page(&PageFrame {
        site,
        title: label::NOT_THERE,
        feed: "feed.atom",
        content,
    })
}

/// Somebody who did something once, and takes part in nothing that is under way.
pub(super) fn nobody(name: &str) -> Markup {
    html! {
        h1 { (name) }
        p .none { (label::NO_OTHERS) }
    }
}

/// A former name, as a file.
pub(super) fn moved(name: &str, site: Site<'_>) -> String {
    html! {
        (maud::DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="refresh" content=(format!("0; url={}", site.rfr(name)));
                title { (label::MOVED) }
            }
            body { main { h1 { (label::MOVED) } p { a href=(site.rfr(name)) { (name) } } } }
        }
    }
    .into_string()
}
