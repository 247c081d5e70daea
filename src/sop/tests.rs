//! Shipped texts can be read and used, and every mistake is reported once, with line and fix.

use super::*;

#[test]
fn records_that_name_a_shipped_edition_without_its_hash_mean_these_texts_for_ever() {
    // If one of these changes, keep the old text beside the new one and let the bare name mean the old one.
    let hashes: Vec<(&str, &str)> = Edition::shipped()
        .iter()
        .map(|edition| (edition.name(), edition.hash()))
        .collect();
    assert_eq!(
        hashes,
        [
            ("classic", "8f074eec85f2b5d95c7e1fcfb4ee6cb850297f96"),
            ("audit", "95b2418cd39418617e2c63f647711f86ff3299fd")
        ]
    );
}

#[test]
fn only_the_last_phase_has_no_gate() {
    for edition in Edition::shipped().iter().copied() {
        for phase in Phase::ALL {
            let gated = rows(edition, phase).any(|row| row.level != Level::Step);
            assert_eq!(gated, edition.next(phase).is_some(), "{edition:?} {}", phase.name());
        }
    }
}

#[test]
fn the_audit_edition_adds_exactly_its_two_musts() {
    let classic: Vec<&Row> = Edition::classic().rows().iter().collect();
    let (both, added): (Vec<&Row>, Vec<&Row>) = Edition::audit().rows().iter().partition(|row| classic.contains(row));
    assert_eq!(both, classic);
    let added: Vec<&str> = added.iter().map(|row| row.id).collect();
    assert_eq!(added, ["audit-requested", "audit-approved"]);
}

#[test]
fn every_phase_and_topic_is_recognised_by_its_own_name() {
    for edition in Edition::shipped().iter().copied() {
        for phase in edition.phases() {
            assert_eq!(edition.phase(phase.name), Some(phase.kind));
            assert_eq!(edition.phase(phase.kind.name()), Some(phase.kind));
        }
        for topic in edition.topics() {
            assert_eq!(edition.topic(topic.name()), Some(topic));
            assert_eq!(Topic::named(topic.name()), Some(topic));
        }
    }
}

#[test]
fn an_edition_whose_text_is_lost_is_known_by_its_key_and_lets_nothing_through() {
    let lost = Edition::from_key("gone@0123456789ab").expect("a key");
    assert!(!lost.is_known());
    assert_eq!((lost.name(), lost.key()), ("gone", "gone@0123456789ab"));
    for phase in Phase::ALL {
        let shut = rows(lost, phase).any(|row| row.level == Level::Must && row.kind == Kind::Lost);
        assert_eq!(shut, lost.next(phase).is_some(), "{}", phase.name());
    }
    for no_key in [
        "gone",
        "gone@",
        "gone@0123",
        "Gone@0123456789ab",
        "gone@0123456789aB",
        "go ne@0123456789ab",
        "",
    ] {
        assert_eq!(Edition::from_key(no_key), None, "{no_key}");
    }
    for shipped in Edition::shipped() {
        assert_eq!(Edition::from_key(shipped.key()), Some(*shipped));
        assert_eq!(Edition::from_key(shipped.name()), Some(*shipped));
        assert!(shipped.is_known());
    }
}
