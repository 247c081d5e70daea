//! Pages beside what they must hold, whatever was written in whatever order.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use super::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Content = BTreeMap<Vec<u8>, Vec<u8>>;

fn tree() -> (tempfile::TempDir, sled::Tree) {
    let folder = tempfile::tempdir().unwrap();
    let sled = sled::Config::new().path(folder.path()).open().unwrap();
    (folder, sled.open_tree("entries").unwrap())
}

fn write(tree: &sled::Tree, writes: &[Write]) {
    let carry_out = |lowest, page: Option<Vec<u8>>| {
        match page {
            Some(page) => tree.insert(lowest, page).unwrap(),
            None => tree.remove(lowest).unwrap(),
        };
        Ok(())
    };
    rewritten(tree, writes, carry_out).unwrap();
}

fn pairs(scanned: impl Iterator<Item = Result<Entry, StoreError>>) -> Vec<(Vec<u8>, Vec<u8>)> {
    scanned
        .map(Result::unwrap)
        .map(|(key, value)| (key.to_vec(), value.to_vec()))
        .collect()
}

fn holds(tree: &sled::Tree, content: &Content, prefix: &[u8]) {
    let mut checked = Content::new();
    check(tree, |key, value| {
        checked.insert(key.to_vec(), value.to_vec());
    })
    .unwrap();
    assert_eq!(&checked, content);
    for (key, value) in content {
        assert_eq!(get(tree, key).unwrap().as_deref(), Some(value.as_slice()));
        let absent = [key.as_slice(), b"\0"].concat();
        assert_eq!(get(tree, &absent).unwrap().is_some(), content.contains_key(&absent));
    }
    let read = Arc::default();
    let begins = |(key, _): &(&Vec<u8>, &Vec<u8>)| key.starts_with(prefix);
    let expected: Vec<_> = content
        .iter()
        .filter(begins)
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    assert_eq!(pairs(scan(tree, prefix, &read)), expected);
    let mut backwards = pairs(scan(tree, prefix, &read).rev());
    backwards.reverse();
    assert_eq!(backwards, expected);
    // From both ends in turn.
    let (mut both, mut front, mut back) = (scan(tree, prefix, &read), Vec::new(), Vec::new());
    while let Some(entry) = both.next() {
        front.push(entry);
        back.extend(both.next_back());
    }
    back.reverse();
    assert_eq!(pairs(front.into_iter().chain(back)), expected);
    assert_eq!(read.load(Relaxed), 3 * expected.len() as u64);
}

fn key() -> impl Strategy<Value = Vec<u8>> {
    // Few different bytes, so that keys meet; the highest, because nothing comes after it.
    vec(prop::sample::select(vec![0u8, 1, b'a', b'b', 0xfe, 0xff]), 1..6)
}

fn value() -> impl Strategy<Value = Option<Vec<u8>>> {
    prop_oneof![
        3 => (0..200usize).prop_map(|length| Some(vec![b'x'; length])),
        1 => (3000..9000usize).prop_map(|length| Some(vec![b'y'; length])),
        2 => Just(None),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pages_hold_what_was_written_in_any_order(
        batches in vec(btree_map(key(), value(), 0..60), 1..12),
        prefix in vec(prop::sample::select(vec![0u8, b'a', 0xff]), 0..3),
    ) {
        let (_folder, tree) = tree();
        let mut content = Content::new();
        for batch in batches {
            let writes: Vec<Write> = batch.into_iter().collect();
            write(&tree, &writes);
            for (key, value) in writes {
                match value {
                    Some(value) => content.insert(key, value),
                    None => content.remove(&key),
                };
            }
            holds(&tree, &content, &prefix);
            for page in &tree {
                let (_, page) = page.unwrap();
                let mut read = Reading::of(&page);
                prop_assert!(read.next().unwrap().is_some(), "an empty page");
            }
        }
        let all: Vec<Write> = content.keys().map(|key| (key.clone(), None)).collect();
        write(&tree, &all);
        prop_assert!(tree.is_empty(), "nothing stays of what is removed");
    }
}

#[test]
fn pages_are_full_where_keys_rise_or_fall_and_half_full_at_least_elsewhere() {
    let number = |at: u64| -> Vec<u8> { at.to_be_bytes().to_vec() };
    let rising: Vec<Vec<u8>> = (0..5000).map(number).collect();
    let falling: Vec<Vec<u8>> = (0..5000).rev().map(number).collect();
    let mixed: Vec<Vec<u8>> = (0..5000u64)
        .map(|at| number(at.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
        .collect();
    for (keys, at_least) in [(rising, 90), (falling, 90), (mixed, 50)] {
        let (_folder, tree) = tree();
        for key in keys {
            write(&tree, &[(key, Some(b"some twenty characters".to_vec()))]);
        }
        let bytes: usize = tree.iter().map(|page| page.unwrap().1.len()).sum();
        let pages = tree.len();
        let full = 100 * bytes / (pages * PAGE_BYTES);
        assert!(full >= at_least, "{full} % of {pages} pages");
    }
}

#[test]
fn damaged_pages_are_told() {
    let (_folder, tree) = tree();
    let writes: Vec<Write> = (0..100u8).map(|key| (vec![key], Some(vec![key; 60]))).collect();
    write(&tree, &writes);
    let (first, page) = tree.first().unwrap().unwrap();
    let whole = page.to_vec();
    for length in (0..whole.len()).filter(|length| length % 63 != 0) {
        tree.insert(&first, &whole[..length]).unwrap();
        assert!(check(&tree, |_, _| {}).is_err(), "{length}");
        assert!(
            scan(&tree, &[], &Arc::default()).any(|entry| entry.is_err()),
            "{length}"
        );
    }
    tree.insert(&first, [0xff; 40].as_slice()).unwrap();
    assert!(get(&tree, &[0]).is_err() && check(&tree, |_, _| {}).is_err());
    // A page that comes back beside its successor.
    tree.insert(&first, whole.as_slice()).unwrap();
    tree.insert([1u8], whole.as_slice()).unwrap();
    assert!(check(&tree, |_, _| {}).is_err());
}
