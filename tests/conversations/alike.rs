//! The way of proving an identity changes nothing: every story is played a second time with Matrix ids, and one person
//! on both networks is one.

use crate::world::{AccountSystem, Front, NamedBy, World};
use crate::{STORIES_AT_ONCE, files, own_folder};
use rfrbot::store;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The decisions in a story: everything on disk except how people were proven and what was said about that.
fn decisions(story: &str, stories: &Path, front: Front, named_by: NamedBy) -> Vec<serde_json::Value> {
    let mut world = World::new(front);
    // As the config has it where it says nothing: each answer is looked at, see `fits_into_irc`.
    world.lines = Some(4);
    // Then groups come from an account system, too.
    if named_by == NamedBy::Profiles {
        world.accounts = Some(AccountSystem::Answers);
    }
    world.named_by = named_by;
    for line in story.lines().filter(|line| !line.starts_with('|')) {
        // A link is named by the identity, which is another one on Matrix.
        let line = match front {
            Front::Irc => line.to_owned(),
            Front::Matrix => line.replace("unlink oftc/nirik", "unlink @nirik:oftc"),
        };
        if world.line(&line, stories) {
            world.outcome();
        }
    }
    world.running = None;
    if !world.folder.path().join("journal").exists() {
        return Vec::new();
    }
    let mut exported = Vec::new();
    store::export(world.folder.path(), &mut exported).expect("the store can be exported");
    let text = String::from_utf8(exported).expect("an export is text");
    let text = text.replace("unlink @nirik:oftc", "unlink oftc/nirik");
    let records = text.lines().filter_map(|line| {
        let mut record: serde_json::Value = serde_json::from_str(line).expect("an export holds JSON");
        let commit = record.pointer_mut("/record/commit")?;
        if let Some(origin) = commit["origin"].as_object_mut() {
            origin.remove("proof");
        }
        for event in commit["events"].as_array_mut().into_iter().flatten() {
            for fact in ["/link/linked", "/link/unlinked"] {
                if let Some(fact) = event.pointer_mut(fact).and_then(|fact| fact.as_object_mut()) {
                    fact.retain(|key, _| key == "account");
                }
            }
        }
        commit.as_object_mut()?.remove("effects");
        Some(commit.clone())
    });
    records.collect()
}

#[test]
fn every_story_is_decided_alike_on_irc_and_on_matrix() {
    let folder = own_folder();
    let stories = files(&folder);
    let next = AtomicUsize::new(0);
    let compare_some = || {
        let mut decided = 0;
        while let Some(file) = stories.get(next.fetch_add(1, Ordering::Relaxed)) {
            let story = std::fs::read_to_string(file).expect("a story can be read");
            let irc = decisions(&story, &folder, Front::Irc, NamedBy::Config);
            let matrix = decisions(&story, &folder, Front::Matrix, NamedBy::Config);
            assert_eq!(irc, matrix, "{} is decided otherwise on Matrix", file.display());
            // Where people and groups come from changes nothing either.
            if file.starts_with(folder.join("trust")) {
                for front in [Front::Irc, Front::Matrix] {
                    let live = decisions(&story, &folder, front, NamedBy::Profiles);
                    let file = file.display();
                    assert_eq!(irc, live, "{file} is decided otherwise with an account system");
                }
            }
            decided += irc.len();
        }
        decided
    };
    let decided: usize = std::thread::scope(|scope| {
        let tellers: Vec<_> = (0..STORIES_AT_ONCE).map(|_| scope.spawn(compare_some)).collect();
        tellers
            .into_iter()
            .map(|teller| teller.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .sum()
    });
    println!("{decided} decisions");
    assert!(decided > 100, "the stories decide something");
}

#[test]
fn one_person_begins_on_irc_and_signs_on_matrix() {
    let folder = own_folder();
    let mut world = World::new(Front::Irc);
    let tell = |world: &mut World, line: &str| {
        world.line(line, &folder);
        world.delivered().join("\n")
    };
    for line in [
        "-- group sysadmin-main kevin",
        "-- person ralph smooge",
        "<ralph> !rfr new badges 4321 Badges",
        "<kevin> !rfr sponsor badges",
        "<ralph> !rfr advance badges",
    ] {
        tell(&mut world, line);
    }
    world.front = Front::Matrix;
    world.refresh_people();
    let answers: Vec<String> = [
        "<ralph> !rfr discussed badges https://lists.example.org/thread/A/",
        "<ralph> !rfr people badges add ralph smooge",
        "<ralph> !rfr advance badges",
        "<kevin> !rfr sponsor badges",
        "<ralph> !rfr decide badges caching none",
        "<ralph> !rfr decide badges load-balancing none",
        "<ralph> !rfr decide badges deployment one host",
        "<ralph> !rfr sop badges https://docs.example.org/sop/badges",
        "<kevin> !rfr signoff development badges",
        "<kevin> !rfr whoami",
    ]
    .iter()
    .map(|line| tell(&mut world, line))
    .collect();
    assert!(answers[2].contains("moved from planning to development"), "{answers:?}");
    assert!(
        answers[3].contains("already"),
        "the sponsor is the same person: {answers:?}"
    );
    assert!(answers[8].contains("development signed off"), "{answers:?}");
    assert!(
        answers[9].contains("You are kevin, proven by Matrix id @kevin:libera"),
        "{answers:?}"
    );
}

#[test]
fn one_person_on_irc_and_on_matrix_gives_one_approval() {
    let folder = own_folder();
    let mut world = World::new(Front::Irc);
    let tell = |world: &mut World, line: &str| {
        world.line(line, &folder);
        world.delivered().join("\n")
    };
    for line in [
        "-- freeze F45 beta 2026-03-10 2026-03-25",
        "-- after setup/staging.story",
        "-- group sysadmin-releng tyll",
        "-- time 2026-03-10 09:00",
        "<kevin> !rfr freeze start",
        "<kevin> !rfr freeze-break request badges the certificate ends tonight",
    ] {
        tell(&mut world, line);
    }
    let first = tell(&mut world, "<smooge> !rfr +1 1");
    assert!(first.contains("1 more approval needed"), "{first}");
    world.front = Front::Matrix;
    world.refresh_people();
    let who = tell(&mut world, "<smooge> !rfr whoami");
    assert!(
        who.contains("You are smooge, proven by Matrix id @smooge:libera"),
        "{who}"
    );
    let again = tell(&mut world, "<smooge> !rfr +1 1");
    assert!(again.contains("already had your +1"), "{again}");
    let louder = tell(&mut world, "<smooge> !rfr +1 1 really");
    assert!(louder.contains("1 more approval needed (+1 smooge)"), "{louder}");
    let own = tell(&mut world, "<kevin> !rfr +1 1");
    assert!(own.contains("your own +1 does not count"), "{own}");
    let shut = tell(&mut world, "<ralph> !rfr freeze-break done 1");
    assert!(shut.contains("not approved yet"), "{shut}");
    let second = tell(&mut world, "<tyll> !rfr +1 1");
    assert!(second.contains("approved (+1 smooge and tyll)"), "{second}");
}
