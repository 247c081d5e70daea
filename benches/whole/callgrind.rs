//! Instructions, counted by callgrind (Debian's package valgrind): what dominates, in figures that no other program's
//! work changes. `benches/run counts` builds with the names of functions and prints it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// So many functions are listed.
const LISTED: usize = 8;

/// Below them everything else happens; what they take says nothing.
const UNDERLYING: [&str; 6] = ["core", "alloc", "std", "libc", "tokio", "rest"];

/// Says what was counted in that file, beside so many of something.
pub(crate) fn print(file: &Path, what: &str, each: u64) {
    // Calls that were under way when counting began are written as made zero times, which callgrind_annotate does not
    // understand.
    let counted = fs::read_to_string(file).expect("callgrind wrote what it counted");
    fs::write(file, counted.replace("\ncalls=0 ", "\ncalls=1 ")).expect("it is ours");
    let (alone, with_callees) = (Functions::read(file, false), Functions::read(file, true));
    let all = alone.sum();
    println!("{what}: {} instructions each", all / each);
    let mut crates: HashMap<&str, u64> = HashMap::new();
    for (name, count) in &alone.0 {
        *crates.entry(crate_of(name)).or_default() += count;
    }
    let mut crates: Vec<(&str, u64)> = crates.into_iter().collect();
    crates.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let crates = crates.iter().take(LISTED);
    let crates: Vec<String> = crates
        .map(|(name, count)| format!("{name} {:.0} %", share(*count, all)))
        .collect();
    println!("  by crate: {}", crates.join(", "));
    for (title, functions) in [("alone", &alone), ("with what they call", &with_callees)] {
        println!("  {title}:");
        let telling = functions.0.iter().filter(|(name, count)| {
            title == "alone" || !UNDERLYING.contains(&crate_of(name)) && share(*count, all) < 99.0
        });
        for (name, count) in telling.take(LISTED) {
            println!("    {:5.1} %  {}", share(*count, all), short(name));
        }
    }
    println!();
}

/// Instructions by function.
struct Functions(Vec<(String, u64)>);

impl Functions {
    /// Alone, or with everything that they call.
    fn read(file: &Path, with_callees: bool) -> Self {
        let inclusive = if with_callees {
            "--inclusive=yes"
        } else {
            "--inclusive=no"
        };
        let told = Command::new("callgrind_annotate")
            .args([inclusive, "--threshold=100", "--auto=no"])
            .arg(file)
            .output()
            .expect("callgrind_annotate runs (package valgrind)");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let mut functions: HashMap<String, u64> = HashMap::new();
        for line in String::from_utf8_lossy(&told.stdout).lines() {
            let Some((name, count)) = function(line) else { continue };
            let sum = functions.entry(name).or_default();
            // A function that calls itself stands there several times, each with everything below.
            *sum = if with_callees { count.max(*sum) } else { *sum + count };
        }
        let mut functions: Vec<(String, u64)> = functions.into_iter().collect();
        functions.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), name.clone()));
        Self(functions)
    }

    fn sum(&self) -> u64 {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

/// `1,234 ( 5.67%)  FILE:NAME [OBJECT]`, or without the share: the name, and how many.
fn function(line: &str) -> Option<(String, u64)> {
    let line = line.trim_start();
    let digits = line.find(|letter: char| !letter.is_ascii_digit() && letter != ',')?;
    let count = line[..digits].replace(',', "").parse().ok()?;
    let rest = line[digits..].trim_start();
    let rest = rest
        .strip_prefix('(')
        .map_or(rest, |rest| rest.split_once(')').map_or("", |(_, rest)| rest));
    let (file, name) = rest.trim_start().split_once(':')?;
    let (name, object) = match name.rsplit_once(" [") {
        Some((name, object)) => (name, object),
        None => (name, ""),
    };
    let name = name.split('\'').next().unwrap_or(name);
    let of_libc = object.contains("libc.so") || file.contains("sysdeps") || file.starts_with("./");
    let name = if of_libc {
        format!("libc::{name}")
    } else {
        name.to_owned()
    };
    Some((name, count))
}

/// The crate in which a function is written.
fn crate_of(name: &str) -> &str {
    let name = name.trim_start_matches(['<', '&']);
    let name = name.strip_prefix("mut ").unwrap_or(name);
    match name.split_once("::") {
        Some((first, _)) if first.chars().all(|letter| letter.is_alphanumeric() || letter == '_') => first,
        Some(_) | None => "rest",
    }
}

/// The name without type parameters and paths inside of it, as far as they are long.
fn short(name: &str) -> String {
    let most = 88;
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let begin: String = name.chars().take(most - 1).collect();
    format!("{begin}…")
}

#[expect(clippy::cast_precision_loss, reason = "a share needs no more than 52 bits")]
fn share(part: u64, all: u64) -> f64 {
    100.0 * part as f64 / all as f64
}
