//! Seeds, and their random mutations.

use std::fs;
use std::path::{Path, PathBuf};

/// A small random generator: the same seed gives the same numbers everywhere.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below this.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }

    /// A few mutations: bits, bytes, cuts, copies, lines elsewhere, joins with another seed, words that matter.
    fn mutate(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        const WORDS: [&str; 12] = [
            "\0",
            "\r\n",
            "\u{202e}",
            "99999999999999999999",
            "-1",
            "\"",
            "\\",
            "{",
            "[[",
            "#",
            "9999-12-31",
            "\u{10ffff}",
        ];
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(8) {
                0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                1 if at < bytes.len() => bytes[at] = u8::try_from(self.below(256)).unwrap_or(0),
                2 => bytes.truncate(at),
                3 => {
                    let to = (at + self.below(60)).min(bytes.len());
                    let part = bytes[at..to].to_vec();
                    bytes.splice(at..at, part);
                }
                4 => {
                    let to = (at + self.below(60)).min(bytes.len());
                    bytes.drain(at..to);
                }
                5 => {
                    let other = &seeds[self.below(seeds.len())];
                    let from = self.below(other.len() + 1);
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[from..]);
                }
                6 => {
                    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                    let (from, to) = (self.below(lines.len()), self.below(lines.len()));
                    let mut moved: Vec<&[u8]> = lines.clone();
                    if let Some(line) = lines.get(from) {
                        moved.insert(to, line);
                    }
                    bytes = moved.concat();
                }
                _ => {
                    let word = WORDS[self.below(WORDS.len())];
                    bytes.splice(at..at, word.bytes());
                }
            }
        }
        bytes
    }
}

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(default)
}

/// Tries every seed unchanged, then mutated ones; a failure saves its input where the message says.
pub(crate) fn fuzz(kind: &str, rounds: u64, mut check: impl FnMut(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/corpus")
        .join(kind);
    let mut paths: Vec<PathBuf> = folder
        .read_dir()
        .expect("a corpus")
        .map(|entry| entry.expect("a seed").path())
        .collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("a seed")).collect();
    assert!(!seeds.is_empty());
    let mut dice = Dice(number("RFRBOT_FUZZ_SEED", 1));
    let rounds = rounds * number("RFRBOT_FUZZ", 1);
    let mutated = (0..rounds).map(|_| dice.mutate(&seeds));
    for input in seeds.iter().cloned().chain(mutated) {
        let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&input)));
        if checked.is_err() {
            let kept = std::env::temp_dir().join(format!("rfrbot-fuzz-{kind}-{:08x}", crc32fast::hash(&input)));
            fs::write(&kept, &input).expect("writing the input that failed");
            panic!("{kind}: {} fails; keep it in {}", kept.display(), folder.display());
        }
    }
    println!("{kind}: {} seeds, {rounds} mutations", seeds.len());
}
