//! The program's dependencies: licences, bans and sources, by the lists in `.deny.toml`, using only cargo.
//!
//! `cargo deny check` checks the same, and also the advisories, which need the network.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

#[derive(serde::Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
}

#[derive(serde::Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(serde::Deserialize)]
struct Banned {
    name: String,
    reason: String,
}

/// Do these licences satisfy the expression? `OR` binds more weakly than `AND`; `/` is the old `OR`.
fn allows(expression: &str, allowed: &[String]) -> bool {
    fn either(words: &mut std::iter::Peekable<std::vec::IntoIter<String>>, allowed: &[String]) -> bool {
        let mut any = both(words, allowed);
        while words.next_if(|word| word == "OR").is_some() {
            any |= both(words, allowed);
        }
        any
    }
    fn both(words: &mut std::iter::Peekable<std::vec::IntoIter<String>>, allowed: &[String]) -> bool {
        let mut all = one(words, allowed);
        while words.next_if(|word| word == "AND").is_some() {
            all &= one(words, allowed);
        }
        all
    }
    fn one(words: &mut std::iter::Peekable<std::vec::IntoIter<String>>, allowed: &[String]) -> bool {
        let Some(mut word) = words.next() else { return false };
        if word == "(" {
            let inner = either(words, allowed);
            return words.next().is_some_and(|word| word == ")") && inner;
        }
        if words.next_if(|word| word == "WITH").is_some() {
            word = format!("{word} WITH {}", words.next().unwrap_or_default());
        }
        // "Or any later version" includes the version itself.
        allowed.contains(&word)
            || word
                .strip_suffix('+')
                .is_some_and(|word| allowed.iter().any(|one| one == word))
    }
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
    let mut words = words.into_iter().peekable();
    either(&mut words, allowed) && words.next().is_none()
}

#[test]
fn licences_bans_and_sources_are_those_of_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(folder.join(".deny.toml")).expect("there is a list");
    let deny: Deny = toml::from_str(&text).expect("the list can be read");
    let tree = Command::new(env!("CARGO"))
        .current_dir(folder)
        .args([
            "tree",
            "--locked",
            "--offline",
            "--all-features",
            "--edges=normal,build",
        ])
        .args(["--prefix=none", "--no-dedupe", "--format={p}|{l}"])
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).expect("text");
    let mut packages: Vec<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
    packages.sort_unstable();
    packages.dedup();
    assert!(packages.len() > 50, "{}", packages.len());
    let mut wrong = Vec::new();
    for line in &packages {
        let (package, licence) = line.split_once('|').expect("a package and its licence");
        let name = package.split(' ').next().unwrap_or_default();
        if !allows(licence, &deny.licenses.allow) {
            wrong.push(format!("{package}: licence {licence:?}"));
        }
        if let Some(banned) = deny.bans.deny.iter().find(|banned| banned.name == name) {
            wrong.push(format!("{package}: banned, {}", banned.reason));
        }
    }
    // A package from outside the registry would have its source in the lock file.
    let lock = std::fs::read_to_string(folder.join("Cargo.lock")).expect("there is a lock file");
    for line in lock.lines().filter(|line| line.starts_with("source = ")) {
        if line != "source = \"registry+https://github.com/rust-lang/crates.io-index\"" {
            wrong.push(line.to_owned());
        }
    }
    assert_eq!(wrong, [""; 0]);
    println!("{} packages", packages.len());
}

#[test]
fn an_expression_is_read_as_it_is_meant() {
    let allowed = [
        "MIT".to_owned(),
        "ISC".to_owned(),
        "Apache-2.0 WITH LLVM-exception".to_owned(),
    ];
    for good in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "(GPL-3.0 OR MIT) AND ISC",
        "Apache-2.0 WITH LLVM-exception",
        "MIT+",
    ] {
        assert!(allows(good, &allowed), "{good}");
    }
    for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0", "(MIT"] {
        assert!(!allows(bad, &allowed), "{bad}");
    }
}

/// Each package and its features by `cargo tree`; a package may be built more than once, for build scripts.
fn features(edges: &str) -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--prefix",
            "none",
            "--format",
            "{p}\t{f}",
            "--edges",
        ])
        .arg(edges)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (package, features) in String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.split_once('\t'))
    {
        let features = features.trim_end_matches("(*)").trim().to_owned();
        found.entry(package.to_owned()).or_default().insert(features);
    }
    found
}

/// A feature that only tests enable would make them test another program than the one people build.
#[test]
fn tests_switch_on_no_feature_of_what_the_program_is_built_from() {
    let shipped = features("normal,build");
    let tested = features("normal,build,dev");
    assert!(shipped.len() > 100, "the tree was read: {}", shipped.len());
    for (package, features) in shipped {
        assert_eq!(
            tested.get(&package),
            Some(&features),
            "{package}: the program's features, and with tests"
        );
    }
}
