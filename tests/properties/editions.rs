//! Generated editions: any phases under any names, any rows, as texts.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use rfrbot::sop::{Edition, Phase};
use std::fmt::Write;

/// The kinds of rows in a generated edition, as TOML.
const KINDS: [&str; 13] = [
    "kind = \"ticket\"",
    "kind = \"sponsor\"",
    "kind = \"discussion\"",
    "kind = \"people\"",
    "kind = \"second-person\"",
    "kind = \"planning-questions\"\nquestions = [{ text = \"Why?\" }, { text = \"Where to?\", topic = \"where\" }]",
    "kind = \"sign-off\"",
    "kind = \"questions\"\ntopics = [\"where\", \"caching\"]",
    "kind = \"sops\"",
    "kind = \"schedule\"",
    "kind = \"check\"",
    "kind = \"check\"\nby = \"security-officer\"",
    "kind = \"check\"\nby = \"sysadmin-main\"",
];

/// A row: its kind, and whether it blocks.
type Row = (usize, bool);

/// An edition: for each phase but the last whether it exists, whether it has its own name, and its rows.
pub(crate) fn generated() -> impl Strategy<Value = Edition> {
    let phase = || (0..6u8, any::<bool>(), vec((0..KINDS.len(), any::<bool>()), 1..5));
    vec(phase(), 5).prop_map(|phases| {
        let text = text(&phases);
        Edition::read(&text).unwrap_or_else(|mistakes| panic!("{text}\n{mistakes:#?}"))
    })
}

fn text(phases: &[(u8, bool, Vec<Row>)]) -> String {
    let mut text = String::from("name = \"generated\"\n[[topic]]\nname = \"where\"\n[[topic]]\nname = \"caching\"\n");
    let mut rows = String::new();
    let there = |at: usize| phases[at].0 > 0 || at == 3;
    for (at, kind) in Phase::ALL.into_iter().enumerate().take(5).filter(|(at, _)| there(*at)) {
        let (_, own, of_phase) = &phases[at];
        let name = if *own {
            format!("part-{at}")
        } else {
            kind.name().to_owned()
        };
        let _ = write!(
            text,
            "[[phase]]\nkind = \"{}\"\nname = \"{name}\"\npurpose = \"doing {at}\"\n",
            kind.name()
        );
        let mut signed = false;
        for (number, (row, blocks)) in of_phase.iter().enumerate() {
            // One signature leaves a phase, and each gate requires something.
            let row = if KINDS[*row].contains("sign-off") && std::mem::replace(&mut signed, true) {
                10
            } else {
                *row
            };
            let level = if *blocks || number == 0 { "must" } else { "step" };
            let _ = write!(
                rows,
                "[[row]]\nid = \"row-{at}-{number}\"\nphase = \"{name}\"\nlevel = \"{level}\"\n{}\nshort = \"row {number}\"\n\
                 sentence = \"Row {number} of {at}.\"\nsource = \"nobody\"\n",
                KINDS[row]
            );
        }
    }
    text.push_str("[[phase]]\nkind = \"maintenance\"\nname = \"at-rest\"\npurpose = \"resting\"\n");
    text.push_str(&rows);
    text
}
