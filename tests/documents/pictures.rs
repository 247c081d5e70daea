//! The pictures: a terminal with a conversation, and the path through the phases.

use crate::transcript::{Line, column, wrap};
use rfrbot::rfr::gate::keeps_a_gate;
use rfrbot::sop::{Edition, Level, Phase, Row, rows};
use std::fmt::Write;

const FONT: &str = "font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\"";
/// Width of one character of that font, in pixels: a little more than any of these fonts needs.
const CHARACTER: f32 = 8.45;
const LINE: f32 = 21.0;
const WIDTH: usize = 108;

/// A conversation in a terminal, as SVG.
pub(crate) fn terminal(lines: &[Line]) -> String {
    let column = column(lines);
    let mut rows = String::new();
    let mut y = 62.0;
    let left = 20.0;
    let words_at = left + pixels(column);
    for line in lines {
        match line {
            Line::Said { nick, words } => {
                let (colour, tint) = if nick == "rfrbot" {
                    ("#7ee787", "#e6edf3")
                } else {
                    ("#79c0ff", "#ffffff")
                };
                for (at, part) in wrap(words, WIDTH - column).into_iter().enumerate() {
                    if at == 0 {
                        let _ = writeln!(
                            rows,
                            "<text x=\"{left}\" y=\"{y}\" fill=\"{colour}\">{}</text>",
                            escaped(&format!("<{nick}>"))
                        );
                    }
                    let _ = writeln!(
                        rows,
                        "<text x=\"{words_at:.0}\" y=\"{y}\" fill=\"{tint}\">{}</text>",
                        escaped(&part)
                    );
                    y += LINE;
                }
            }
            Line::Happens(words) => {
                let _ = writeln!(
                    rows,
                    "<text x=\"{words_at:.0}\" y=\"{y}\" fill=\"#8b949e\">({})</text>",
                    escaped(words)
                );
                y += LINE;
            }
        }
    }
    let (width, height) = (pixels(WIDTH) + left * 2.0, y);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" aria-labelledby=\"title\" {FONT}>\n<title id=\"title\">rfrbot in a \
         channel; the same conversation stands as text in the README</title>\n<rect width=\"100%\" height=\"100%\" \
         rx=\"10\" fill=\"#0d1117\"/>\n<circle cx=\"24\" cy=\"22\" r=\"6\" fill=\"#ff5f56\"/>\n<circle cx=\"44\" \
         cy=\"22\" r=\"6\" fill=\"#ffbd2e\"/>\n<circle cx=\"64\" cy=\"22\" r=\"6\" fill=\"#27c93f\"/>\n<text \
         x=\"88\" y=\"27\" fill=\"#8b949e\">#fedora-admin</text>\n{rows}</svg>\n"
    )
}

/// The six phases, and what each gate between them requires, as SVG.
pub(crate) fn phases() -> String {
    let mut drawn = String::new();
    let mut y = 16.0;
    for phase in Phase::ALL {
        let _ = writeln!(
            drawn,
            "<rect x=\"16\" y=\"{y}\" width=\"808\" height=\"40\" rx=\"8\" fill=\"#3c6eb4\"/>\n<text x=\"32\" y=\"{}\" \
             fill=\"#ffffff\" font-weight=\"bold\">{}</text>\n<text x=\"176\" y=\"{}\" fill=\"#ffffff\">{}</text>",
            y + 25.0,
            phase.name(),
            y + 25.0,
            escaped(Edition::audit().purpose(phase))
        );
        y += 40.0;
        let gate = gate(phase);
        if gate.is_empty() {
            continue;
        }
        let top = y;
        y += 22.0;
        for row in &gate {
            let _ = writeln!(
                drawn,
                "<text x=\"76\" y=\"{y}\" fill=\"{}\" font-weight=\"bold\">{}</text>\n<text x=\"176\" y=\"{y}\" \
                 fill=\"#24292f\">{}</text>",
                if row.level == Level::Must { "#a4122c" } else { "#7d4e00" },
                level(row),
                escaped(&wish(row))
            );
            y += LINE;
        }
        let _ = writeln!(
            drawn,
            "<path d=\"M 44 {top} V {} m -7 -10 l 7 10 l 7 -10\" fill=\"none\" stroke=\"#24292f\" stroke-width=\"3\"/>",
            y - 2.0
        );
    }
    let height = y + 16.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 840 {height:.0}\" width=\"840\" height=\"{height:.0}\" \
         role=\"img\" aria-labelledby=\"title\" font-family=\"system-ui, 'DejaVu Sans', Helvetica, Arial, sans-serif\" \
         font-size=\"14\">\n<title id=\"title\">The six phases of a Request For Resources and the MUSTs of each gate; \
         the same stands as text in the README</title>\n<rect width=\"100%\" height=\"100%\" rx=\"10\" \
         fill=\"#ffffff\"/>\n{drawn}</svg>\n"
    )
}

/// The same as text.
pub(crate) fn phases_as_text() -> String {
    let mut text = String::new();
    for phase in Phase::ALL {
        let _ = writeln!(text, "{:16} {}", phase.name(), Edition::audit().purpose(phase));
        let gate = gate(phase);
        for row in &gate {
            for (at, part) in wrap(&wish(row), 90).into_iter().enumerate() {
                let level = if at == 0 { level(row) } else { "" };
                let _ = writeln!(text, "   |  {level:9} {part}");
            }
        }
        if !gate.is_empty() {
            let _ = writeln!(text, "   v");
        }
    }
    text
}

/// The rows of a phase's gate.
fn gate(phase: Phase) -> Vec<&'static Row> {
    rows(Edition::audit(), phase).filter(|row| keeps_a_gate(row)).collect()
}

fn level(row: &Row) -> &'static str {
    match row.level {
        Level::Must => "MUST",
        // The deployment is a step by the SOP, and keeps the gate shut all the same.
        Level::Required | Level::Step => "required",
    }
}

fn wish(row: &Row) -> String {
    let only = if Edition::classic().rows().contains(row) {
        ""
    } else {
        " (audit edition)"
    };
    format!("{}{only}", row.short)
}

fn pixels(characters: usize) -> f32 {
    let characters = u16::try_from(characters).expect("a line is short");
    f32::from(characters) * CHARACTER
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
