//! The table: one line for each figure, with what it must reach and whether it does.

use super::figures::{Figures, Row};
use super::programs::Kind;
use std::fmt::Write as _;

/// What a figure must be.
enum Goal {
    /// At most so many times eggdrop's.
    Eggdrop(f64),
    /// At least so many times eggdrop's.
    AtLeastEggdrop(f64),
    /// At most this.
    AtMost(f64),
}

impl Goal {
    fn reached(&self, row: &Row) -> bool {
        let ours = row[Kind::Rfrbot as usize];
        match self {
            Self::Eggdrop(times) => ours <= times * row[Kind::Eggdrop as usize],
            Self::AtLeastEggdrop(times) => ours >= times * row[Kind::Eggdrop as usize],
            Self::AtMost(most) => ours <= *most,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Eggdrop(times) => format!("≤ {times} × eggdrop"),
            Self::AtLeastEggdrop(times) => format!("≥ {times} × eggdrop"),
            Self::AtMost(most) => format!("≤ {most}"),
        }
    }
}

/// The figures as a table in Markdown. What Limnoria and errbot need was measured once, on another quiet machine,
/// and is given for comparison only.
pub(crate) fn table(figures: &Figures) -> String {
    use Goal::{AtLeastEggdrop, AtMost, Eggdrop};
    let mut table = String::from(
        "| figure | floor | eggdrop | Limnoria¹ | errbot¹ | rfrbot | × eggdrop | to reach | reached |\n\
         |---|--:|--:|--:|--:|--:|--:|---|---|\n",
    );
    let mut line = |what: &str, row: &Row, given: [&str; 2], goals: &[Goal]| {
        let [floor, eggdrop, ours] = row.map(number);
        let ratio = row[Kind::Rfrbot as usize] / row[Kind::Eggdrop as usize];
        let ratio = if ratio.is_finite() {
            format!("{ratio:.2}")
        } else {
            "–".to_owned()
        };
        let words: Vec<String> = goals.iter().map(Goal::words).collect();
        let reached = if goals.iter().all(|goal| goal.reached(row)) {
            "yes"
        } else {
            "**no**"
        };
        let [limnoria, errbot] = given;
        let words = words.join(", ");
        let _ = writeln!(
            table,
            "| {what} | {floor} | {eggdrop} | {limnoria} | {errbot} | {ours} | {ratio} | {words} | {reached} |"
        );
    };
    let [p50, p99] = &figures.look_up;
    line(
        "start → first answer, ms",
        &figures.start,
        ["180", "694"],
        &[AtMost(25.0)],
    );
    line(
        "memory at rest, IRC only, MiB",
        &figures.idle,
        ["30", "47"],
        &[Eggdrop(1.0)],
    );
    line(
        "of which its own, and not mapped from files",
        &figures.own_idle,
        ["–", "–"],
        &[Eggdrop(1.0)],
    );
    line(
        "CPU while nothing happens, µs/s",
        &figures.quiet,
        ["–", "–"],
        &[Eggdrop(0.5)],
    );
    line(
        "look-up in memory (`version`), p50, µs",
        p50,
        ["1540", "365"],
        &[Eggdrop(0.5)],
    );
    line(
        "look-up in memory (`version`), p99, µs",
        p99,
        ["2900", "555"],
        &[Eggdrop(0.7)],
    );
    let [p50, p99] = &figures.status;
    line(
        "look-up of an RFR (`status NAME`), p50, µs",
        p50,
        ["2663", "391"],
        &[Eggdrop(0.6)],
    );
    line(
        "look-up of an RFR (`status NAME`), p99, µs",
        p99,
        ["–", "–"],
        &[Eggdrop(1.0)],
    );
    let [two_cpus, one_cpu] = &figures.change;
    for (what, [p50, p99], given) in [
        ("stored change (`note`), answered after its sync", two_cpus, "4031"),
        ("the same, all on one CPU", one_cpu, "–"),
    ] {
        line(&format!("{what}, p50, µs"), p50, [given, "–"], &[Eggdrop(0.4)]);
        line(&format!("{what}, p99, µs"), p99, ["–", "–"], &[Eggdrop(0.5)]);
    }
    line(
        "stored changes a second, 50 people",
        &figures.changes,
        ["230", "–"],
        &[AtLeastEggdrop(10.0)],
    );
    line(
        "look-ups a second, pipelined",
        &figures.look_ups,
        ["698", "6200"],
        &[AtLeastEggdrop(8.0)],
    );
    line(
        "CPU per line that is not for it, µs",
        &figures.chat,
        ["456", "35"],
        &[Eggdrop(0.15)],
    );
    line(
        "CPU per JOIN, PART or QUIT, µs",
        &figures.coming,
        ["149", "23"],
        &[Eggdrop(0.15)],
    );
    line(
        "lines said because of those",
        &figures.unasked,
        ["–", "–"],
        &[AtMost(0.0)],
    );
    line(
        "memory growth over the chat, MiB",
        &figures.growth,
        ["9", "2"],
        &[AtMost(1.0)],
    );
    line(
        "memory growth over everything, MiB",
        &figures.growth_over_everything,
        ["–", "–"],
        &[AtMost(1.0)],
    );
    line(
        "of which its own, and not mapped from files",
        &figures.own_growth,
        ["–", "–"],
        &[AtMost(1.0)],
    );
    let [two_cpus, one_cpu] = &figures.beside;
    for (what, [p50, p99], given) in [
        ("a look-up beside 200 lines/s of chat", two_cpus, ["48000", "6300"]),
        ("the same, all on one CPU", one_cpu, ["–", "–"]),
    ] {
        line(&format!("{what}, p50, µs"), p50, ["–", "–"], &[Eggdrop(0.5)]);
        line(&format!("{what}, p99, µs"), p99, given, &[Eggdrop(0.5)]);
    }
    line(
        "link cut → back in the channel, s",
        &figures.back,
        ["10", "60"],
        &[AtMost(2.0)],
    );
    line(
        "replies lost or doubled in bursts of 500",
        &figures.wrong,
        ["0", "0"],
        &[AtMost(0.0)],
    );
    table.push_str("\n¹ Given figures of one quiet machine, not measured in this run.\n");
    table
}

fn number(value: f64) -> String {
    match value {
        0.0 => "0".to_owned(),
        value if value.abs() < 10.0 => format!("{value:.2}"),
        value if value.abs() < 100.0 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}
