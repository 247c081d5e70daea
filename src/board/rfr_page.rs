//! The page of one RFR.

use super::layout::{PageFrame, Site, page};
use super::model::{PhaseOnWay, RfrPage, ShownChange, When};
use super::pages::badges;
use super::picture;
use super::shown::shown;
use super::words::{link, message, paragraph};
use crate::wording::page as said;
use crate::wording::page::label;
use maud::{Markup, html};

/// How much of the history is open at first; the rest is folded.
const OPEN_HISTORY: usize = 12;

pub(super) fn rfr(rfr: &RfrPage, site: Site<'_>) -> String {
    let card = &rfr.card;
    let content = html! {
        h1 { (card.name) " " small { bdi { (shown(&card.title)) } } }
        (badges(card))
        (facts(rfr, &site))
        section aria-labelledby="way" {
            h2 #way { (label::WAY) }
            (way(&rfr.way, card.ended))
        }
        section .said aria-labelledby="next" {
            h2 #next { (label::NEXT) }
            (message(&rfr.next, &site))
        }
        // Its first line stands above.
        @if rfr.status.0.len() > 1 {
            section .said aria-labelledby="status" {
                h2 #status { (label::STATUS) }
                @for line in rfr.status.0.iter().skip(1) { p { (paragraph(line, &site)) } }
            }
        }
        section aria-labelledby="rows" {
            h2 #rows { (label::ROWS) }
            @for step in &rfr.way { (rows(step, &site)) }
        }
        section aria-labelledby="questions" {
            h2 #questions { (label::QUESTIONS) }
            (questions(rfr, &site))
        }
        section aria-labelledby="decisions" {
            h2 #decisions { (label::DECISIONS) }
            @if rfr.decisions.is_empty() { p .none { (label::NO_DECISIONS) } } @else {
                dl {
                    @for decided in &rfr.decisions {
                        dt { (decided.topic) @if !decided.made { " " span .badge.open { (label::OPEN) } } }
                        dd { (paragraph(&decided.what, &site)) }
                    }
                }
            }
        }
        section aria-labelledby="sign-offs" {
            h2 #sign-offs { (label::SIGN_OFFS) }
            @if rfr.sign_offs.is_empty() { p .none { (label::NO_SIGN_OFFS) } } @else {
                dl {
                    @for signed in &rfr.sign_offs {
                        dt { (signed.phase) " "
                            @if signed.counts { span .badge.ready { (label::COUNTS) } }
                            @else { span .badge.stuck { (label::OUTDATED) } }
                        }
                        dd { (paragraph(&signed.how, &site)) }
                    }
                }
            }
            details {
                summary { (label::REVIEW) }
                div .said { (message(&rfr.review, &site)) }
            }
        }
        section aria-labelledby="people" {
            h2 #people { (label::PEOPLE) }
            ul { @for (name, role) in &rfr.roles { li { (site.person(name)) " (" (shown(role)) ")" } } }
        }
        @if !rfr.links.is_empty() {
            section aria-labelledby="links" {
                h2 #links { (label::LINKS) }
                ul { @for (what, url) in &rfr.links { li { bdi { (shown(what)) } ": " (link(url)) } } }
            }
        }
        section aria-labelledby="history" {
            h2 #history { (label::HISTORY) }
            p .none { (label::HISTORY_NOTE) }
            (history(&rfr.history[..rfr.history.len().min(OPEN_HISTORY)], &site))
            @if rfr.history.len() > OPEN_HISTORY {
                details {
                    summary { (label::MORE_HISTORY) " " (rfr.history.len() - OPEN_HISTORY) }
                    (history(&rfr.history[OPEN_HISTORY..], &site))
                }
            }
        }
    };
    let title = format!("{} · {}", card.name, label::TITLE);
    let feed = format!("rfr/{}.atom", card.name);
    page(&PageFrame {
        site,
        title: &title,
        feed: &feed,
        content,
    })
}

fn facts(rfr: &RfrPage, site: &Site<'_>) -> Markup {
    let card = &rfr.card;
    let (met, of) = card.progress;
    let root = site.root;
    html! {
        dl .facts {
            div { dt { (label::PHASE) } dd { (card.phase_name) @if of > 0 { ", " (said::musts(met, of)) } } }
            div { dt { (label::SPONSOR) } dd {
                @match (&card.sponsor, &card.asked_sponsor) {
                    (Some(name), _) => (site.person(name)),
                    (None, Some(asked)) => { (label::NO_SPONSOR) " (" (site.person(asked)) " " (label::IS_ASKED) ")" },
                    (None, None) => (label::NO_SPONSOR),
                }
            } }
            div { dt { (label::REQUESTED) } dd {
                (label::BY) " " (site.person(&card.requested_by)) " " (label::ON) " " (picture::day(rfr.requested.date_naive()))
            } }
            div { dt { (label::TICKET) } dd { (link(&card.ticket)) } }
            @if let Some(day) = card.deployed {
                div { dt { (label::DONE_ON) } dd { (picture::day(day)) } }
            } @else if let Some(day) = card.planned {
                div { dt { (label::PRODUCTION) } dd { (picture::day(day)) } }
            }
            div { dt { (label::SOP) } dd { (rfr.edition) } }
            @if !rfr.former_names.is_empty() {
                div { dt { (label::FORMERLY) } dd { (rfr.former_names.join(", ")) } }
            }
            div { dt { (label::FOR_PROGRAMS) } dd {
                a href=(format!("{root}rfr/{}.json", card.name)) { "JSON" } ", "
                a href=(format!("{root}rfr/{}.atom", card.name)) { "Atom" } ", "
                a href=(format!("{root}rfr/{}.svg", card.name)) { "SVG" }
            } }
        }
    }
}

/// The phases as a picture with dates.
fn way(steps: &[PhaseOnWay], ended: Option<&str>) -> Markup {
    html! {
        ol .way {
            @for step in steps {
                @let (kind, words) = match step.when {
                    When::Before => ("before", label::PASSED),
                    When::Now => ("now", label::HERE_NOW),
                    When::Ended => ("ended", ended.unwrap_or_default()),
                    When::Ahead if ended.is_some() => ("ahead", label::NOT_REACHED),
                    When::Ahead => ("ahead", label::AHEAD),
                };
                li class=(kind) aria-current=[(step.when == When::Now).then_some("step")] {
                    span .name { (step.phase.name) }
                    span .when {
                        (words)
                        @if let Some(day) = step.since { ", " (label::FROM) " " (picture::day(day)) }
                    }
                }
            }
        }
    }
}

fn rows(step: &PhaseOnWay, site: &Site<'_>) -> Markup {
    let list = html! {
        ul .rows {
            @for row in &step.rows {
                li class=(if row.met { "met" } else if row.must { "missing" } else { "open" }) {
                    span .what { (shown(&row.what)) " " span .level { (row.level) } }
                    span .state { @if row.met { span .badge.ready { (label::MET) } } @else { span .badge.open { (label::OPEN) } } }
                    span .how { (paragraph(&row.how, site)) }
                }
            }
        }
    };
    let musts = step.rows.iter().filter(|row| row.must);
    let (met, of) = (musts.clone().filter(|row| row.met).count(), musts.count());
    html! {
        @if !step.rows.is_empty() {
            details open[matches!(step.when, When::Now | When::Ended)] {
                summary { h3 { (step.phase.name) } @if of > 0 { " " span .count { (said::musts(met, of)) } } }
                (list)
            }
        }
    }
}

fn questions(rfr: &RfrPage, site: &Site<'_>) -> Markup {
    html! {
        @if rfr.questions.is_empty() { p .none { (label::NO_QUESTIONS) } } @else {
            dl .questions {
                @for question in &rfr.questions {
                    dt id=(format!("question-{}", question.number)) {
                        (question.number) ". " bdi { (shown(&question.text)) } " "
                        span .note { (paragraph(&question.asked, site)) }
                        @if question.open { " " span .badge.open { (label::OPEN) } }
                    }
                    dd { (paragraph(&question.answer, site)) }
                }
            }
        }
    }
}

fn history(happened: &[ShownChange], site: &Site<'_>) -> Markup {
    html! {
        ol .history {
            @for happened in happened {
                li id=(format!("change-{}", happened.seq)) {
                    time datetime=(happened.at.format("%Y-%m-%dT%H:%M:%SZ")) { (happened.at.format("%Y-%m-%d %H:%M")) } " "
                    (site.person(&happened.by)) ": " (paragraph(&happened.what, site))
                }
            }
        }
    }
}
