//! Incoming mail: the parser on realistic and damaged mails, and a real Maildir.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "inbox/attacks.rs"]
mod attacks;
#[path = "inbox/idle.rs"]
mod idle;
#[path = "inbox/maildir.rs"]
mod maildir;
#[path = "inbox/reading.rs"]
mod reading;
#[path = "running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "inbox/service.rs"]
mod service;
#[path = "shipped/mod.rs"]
mod shipped;

use rfrbot::config::ListProof;
use rfrbot::mail::inbox::ListRules;
use std::fs;
use std::path::{Path, PathBuf};

/// The rules for the list in `tests/data/mails`.
fn rules() -> ListRules {
    ListRules {
        list_id: "infrastructure.lists.fedoraproject.org".to_owned(),
        list_address: "infrastructure@lists.fedoraproject.org".to_owned(),
        subject_prefix: "Infrastructure".to_owned(),
        own_suffix: ".rfrbot@fedoraproject.org".to_owned(),
        own_address: "rfrbot@fedoraproject.org".to_owned(),
        proof: ListProof::default(),
    }
}

/// The mails of the corpus, by file.
fn corpus() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/mails");
    let mut mails: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
        .map(|path| {
            let bytes = fs::read(&path).unwrap();
            (path, bytes)
        })
        .collect();
    mails.sort();
    assert!(mails.len() > 25, "the corpus is there");
    mails
}
