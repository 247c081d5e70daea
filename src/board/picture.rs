//! Pictures: the strip of freezes and deployments, the bar of progress, the badge for a README, the icon.

use super::layout::Site;
use super::model::{Board, Card, ShownFreeze};
use super::shown::shown;
use crate::wording::cut;
use crate::wording::page as said;
use crate::wording::page::label;
use chrono::{Datelike, Days, Months, NaiveDate};
use maud::{Markup, html};

/// The strip's width, in its own units, and where its days begin.
const WIDTH: f64 = 1000.0;
/// How many months it shows, and how many of them lie behind.
const MONTHS: u32 = 12;
const MONTHS_BEHIND: u32 = 2;
/// Height of the months' names, of a lane of freezes, of a lane of deployments.
const HEAD: f64 = 24.0;
const LANE: f64 = 22.0;
/// About the width of a letter of a label.
const LETTER: f64 = 7.2;
/// Most lanes of labels; what does not fit is a dot without a name.
const LANES: usize = 8;

/// A day, with its weekday.
pub(super) fn day(day: NaiveDate) -> Markup {
    html! { time datetime=(day.to_string()) { (day.format("%a %Y-%m-%d")) } }
}

/// The days that the strip shows.
struct Scale {
    from: NaiveDate,
    days: f64,
}

impl Scale {
    fn around(today: NaiveDate) -> Self {
        let month = today.with_day(1).unwrap_or(today);
        let from = month.checked_sub_months(Months::new(MONTHS_BEHIND)).unwrap_or(month);
        let to = from.checked_add_months(Months::new(MONTHS)).unwrap_or(from);
        Self {
            from,
            days: whole((to - from).num_days()).max(1.0),
        }
    }

    /// The place of the beginning of a day; days outside lie at the ends.
    fn at(&self, day: NaiveDate) -> f64 {
        (whole((day - self.from).num_days()) / self.days * WIDTH).clamp(0.0, WIDTH)
    }

    fn shows(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let last = whole((to - self.from).num_days());
        let first = whole((from - self.from).num_days());
        last >= 0.0 && first < self.days
    }
}

/// Days of a strip are few.
fn whole(days: i64) -> f64 {
    f64::from(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
}

/// Length of a label.
fn width(words: &str) -> f64 {
    LETTER * whole(i64::try_from(words.chars().count()).unwrap_or(0))
}

/// Puts labels that begin at these places into lanes, so that none lies on another; `None` where no lane is free.
fn lanes(labels: &[(f64, f64)]) -> Vec<Option<usize>> {
    let mut ends = [f64::MIN; LANES];
    let lane = |(from, to): &(f64, f64)| {
        let free = ends.iter().position(|end| end < from)?;
        ends[free] = *to;
        Some(free)
    };
    labels.iter().map(lane).collect()
}

/// Freezes and deployments of a year, and the same as a list.
pub(super) fn strip(board: &Board, site: &Site<'_>) -> Markup {
    let scale = Scale::around(board.today);
    let freezes: Vec<_> = board
        .freezes
        .iter()
        .filter(|freeze| scale.shows(freeze.from, freeze.to))
        .collect();
    let deployments: Vec<_> = board
        .deployments
        .iter()
        .filter(|deployment| scale.shows(deployment.date, deployment.date))
        .collect();
    if freezes.is_empty() && deployments.is_empty() {
        return html! { p .none { (label::NO_FREEZES) } };
    }
    // A name that is longer than its bar stands behind it.
    let bars: Vec<(f64, f64)> = freezes
        .iter()
        .map(|freeze| {
            let (from, to) = bar(&scale, freeze);
            let long = width(&short(&freeze.name)) + 12.0;
            (from, if to - from < long { to + long } else { to })
        })
        .collect();
    let bar_lanes = lanes(&bars);
    let bar_rows = bar_lanes.iter().flatten().max().map_or(0, |most| most + 1);
    // A label whose dot lies near the right end stands before it.
    let labels: Vec<(f64, f64, bool)> = deployments
        .iter()
        .map(|deployment| {
            let (x, long) = (scale.at(deployment.date), width(&short(&deployment.name)) + 24.0);
            if x + long > WIDTH {
                (x - long, x + 8.0, true)
            } else {
                (x - 8.0, x + long, false)
            }
        })
        .collect();
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|a, b| labels[*a].0.total_cmp(&labels[*b].0));
    let sorted: Vec<(f64, f64)> = order.iter().map(|at| (labels[*at].0, labels[*at].1)).collect();
    let placed = lanes(&sorted);
    let crowded = placed.iter().filter(|lane| lane.is_none()).count();
    let dot_rows = placed.iter().flatten().max().map_or(0, |most| most + 1);
    let top = HEAD + 6.0;
    let dots_top = top + LANE * whole(i64::try_from(bar_rows).unwrap_or(0));
    let height = dots_top + LANE * whole(i64::try_from(dot_rows).unwrap_or(0)) + 8.0;
    let row = |lane: usize| LANE * whole(i64::try_from(lane).unwrap_or(0));
    html! {
        div .strip tabindex="0" role="region" aria-label=(label::STRIP) {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(said::strip(freezes.len(), deployments.len())) {
                @for month in months(&scale) {
                    @let x = scale.at(month);
                    line .month x1=(x) x2=(x) y1="0" y2=(height) {}
                    text .month x=(x + 4.0) y="15" { (month.format(if month.month() == 1 { "%b %Y" } else { "%b" })) }
                }
                @for (at, freeze) in freezes.iter().enumerate() {
                    @let (x, end) = bar(&scale, freeze);
                    @let name = if end < bars[at].1 { end } else { x };
                    @let y = top + row(bar_lanes[at].unwrap_or(LANES - 1));
                    rect class=(if freeze.in_force { "freeze now" } else { "freeze" }) x=(x) y=(y) width=((end - x).max(3.0)) height=(LANE - 4.0) rx="3" {}
                    @if bar_lanes[at].is_some() { text .freeze x=(name + 5.0) y=(y + 13.0) { (short(&freeze.name)) } }
                }
                @let x = scale.at(board.today);
                line .today x1=(x) x2=(x) y1=(HEAD - 4.0) y2=(height) {}
                @for (at, lane) in order.iter().zip(&placed) {
                    @let deployment = deployments[*at];
                    @let x = scale.at(deployment.date);
                    @let y = dots_top + row(lane.unwrap_or(LANES - 1)) + LANE / 2.0;
                    circle class=(if deployment.done { "deployment done" } else { "deployment" }) cx=(x) cy=(y) r="5" {}
                    @if lane.is_some() {
                        @if labels[*at].2 {
                            text .deployment x=(x - 10.0) y=(y + 4.0) text-anchor="end" { (short(&deployment.name)) }
                        } @else {
                            text .deployment x=(x + 10.0) y=(y + 4.0) { (short(&deployment.name)) }
                        }
                    }
                }
            }
        }
        details {
            summary { (label::AS_A_LIST) @if crowded > 0 { ", " (said::crowded(crowded)) } }
            ul {
                @for freeze in &freezes {
                    li { (label::FREEZE) " " (shown(&freeze.name)) ": " (day(freeze.from)) " " (label::TO) " " (day(freeze.to))
                        @if freeze.in_force { ", " (label::IN_FORCE) }
                        @if let Some(lifted) = freeze.lifted { ", " (label::LIFTED) " " (label::ON) " " (day(lifted)) }
                    }
                }
                @for deployment in &deployments {
                    li { (label::DEPLOYMENT) " " a href=(site.rfr(&deployment.name)) { (deployment.name) } ": "
                        (day(deployment.date)) ", " (if deployment.done { label::DEPLOYED } else { label::PLANNED })
                    }
                }
            }
        }
    }
}

/// Where a freeze begins and ends.
fn bar(scale: &Scale, freeze: &ShownFreeze) -> (f64, f64) {
    let after = freeze.to.checked_add_days(Days::new(1)).unwrap_or(freeze.to);
    (scale.at(freeze.from), scale.at(after))
}

fn months(scale: &Scale) -> Vec<NaiveDate> {
    (0..MONTHS)
        .filter_map(|month| scale.from.checked_add_months(Months::new(month)))
        .collect()
}

fn short(name: &str) -> String {
    cut(&shown(name), 24)
}

/// A bar: its words stand beside it.
pub(super) fn progress(met: usize, of: usize) -> Markup {
    let filled = (met * 60).checked_div(of).unwrap_or(0);
    html! {
        svg .bar viewBox="0 0 60 8" width="60" height="8" aria-hidden="true" focusable="false" {
            rect .empty width="60" height="8" rx="4" {}
            @if filled > 0 { rect .full width=(filled) height="8" rx="4" {} }
        }
    }
}

/// A badge for a README: its name, and where it stands. The colours are those of the page in the light.
pub(super) fn badge(card: &Card) -> String {
    let (met, of) = card.progress;
    let stands = match (card.ended, &card.hold) {
        (Some(ended), _) => ended.to_owned(),
        (None, Some(_)) => format!("{}, {}", card.phase_name, label::ON_HOLD),
        (None, None) if of > 0 => format!("{} {met}/{of}", card.phase_name),
        (None, None) => card.phase_name.clone(),
    };
    let colour = match (card.ended, &card.hold, card.ready) {
        (Some(_), _, _) => "#5f6368",
        (None, Some(_), _) => "#8a4b00",
        (None, None, true) => "#1d6f42",
        (None, None, false) if !card.is_open => "#1d6f42",
        (None, None, false) => "#294172",
    };
    let name = format!("rfr {}", card.name);
    let (left, right) = (width(&name) + 16.0, width(&stands) + 16.0);
    let whole = left + right;
    let title = format!("{name}: {stands}");
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(whole) height="20" viewBox=(format!("0 0 {whole} 20")) role="img" aria-label=(title) font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" {
            title { (title) }
            rect width=(whole) height="20" rx="3" fill="#3c434a" {}
            path d=(format!("M{left} 0h{}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{}z", right - 3.0, right - 3.0)) fill=(colour) {}
            text x=(left / 2.0) y="14" fill="#fff" text-anchor="middle" textLength=(left - 16.0) lengthAdjust="spacingAndGlyphs" { (name) }
            text x=(left + right / 2.0) y="14" fill="#fff" text-anchor="middle" textLength=(right - 16.0) lengthAdjust="spacingAndGlyphs" { (stands) }
        }
    }
    .into_string()
}

/// The page's icon: a board of three columns.
pub(super) const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><rect width=\"16\" \
     height=\"16\" rx=\"3\" fill=\"#294172\"/><path fill=\"#fff\" d=\"M3 3h2.6v10H3zM6.7 3h2.6v7H6.7zM10.4 3H13v4h-2.6z\"/></svg>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_would_lie_on_each_other_get_lanes() {
        assert_eq!(
            lanes(&[(0.0, 50.0), (10.0, 30.0), (31.0, 60.0), (51.0, 70.0)]),
            [Some(0), Some(1), Some(1), Some(0)]
        );
        assert_eq!(lanes(&[(0.0, 9.0); LANES + 1]).last(), Some(&None));
    }

    #[test]
    fn days_outside_the_strip_lie_at_its_ends() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let scale = Scale::around(day("2026-03-31"));
        assert_eq!(scale.from, day("2026-01-01"));
        assert!(scale.at(day("1900-01-01")).abs() < 1e-9 && (scale.at(day("2999-01-01")) - WIDTH).abs() < 1e-9);
        assert!(
            !scale.shows(day("2027-01-01"), day("2027-01-02")) && scale.shows(day("2025-01-01"), day("2026-01-01"))
        );
    }
}
