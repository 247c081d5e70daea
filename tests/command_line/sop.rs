//! SOP editions in files, with the program itself: printed, edited, checked, followed, changed and adopted.

use crate::Desk;
use std::fs;

const WHO: &str =
    "[people.kevin]\n[people.maja]\n[groups]\nsysadmin-main = [\"kevin\"]\nsecurity-officer = [\"kevin\", \"maja\"]\n";
const CHECKLIST: &str = include_str!("../../docs/release-checklist.toml");

/// A desk whose config has that text as its own edition, which new RFRs follow.
fn desk(edition: &str, text: &str) -> Desk {
    let desk = Desk::new(&format!("edition = \"{edition}\"\n[sop]\nfile = \"own.toml\"\n{WHO}"));
    fs::write(desk.path("own.toml"), text).expect("a file");
    desk
}

#[test]
fn what_sop_prints_to_begin_with_is_a_file_that_check_passes_and_rfrs_follow() {
    let printed = Desk::new("").run(&["sop", "audit", "--toml"]).good().out;
    let desk = desk("my-audit", &printed);
    desk.with_config(&["check"])
        .good()
        .says(&["[sop] the edition my-audit@", "32 rows"]);
    desk.console(&["new badges 4321 Badges", "version"])
        .good()
        .says(&["follow the my-audit edition"]);
    desk.with_config(&["sop"])
        .good()
        .says(&["my-audit (", "audit-approved"]);
    desk.with_config(&["sop", "my-audit", "--picture"])
        .good()
        .says(&["pre-sponsorship", "MUST"]);
    desk.with_config(&["sop", "classic", "--mermaid"])
        .good()
        .says(&["flowchart TD", "p0 -->|"]);
    desk.with_config(&["sop", "my-audti"])
        .refused(&["there is no edition `my-audti`", "classic, audit, my-audit"]);
}

#[test]
fn check_names_every_mistake_in_the_file_with_its_line_and_its_fix() {
    let text = CHECKLIST
        .replacen("kind = \"ticket\"", "kind = \"tickets\"", 1)
        .replace("by = \"security-officer\"", "by = \"auditors\"");
    let desk = desk("release-checklist", &text);
    desk.with_config(&["check"]).refused(&[
        "own.toml:42: there is no kind `tickets`. Did you mean \"ticket\"?",
        "nobody is in the group auditors, so nobody checks it (`security-review`)",
        "Add people to it under [groups]",
        "2 problems in all",
    ]);
}

#[test]
fn the_checklist_of_a_release_is_played_from_its_first_word_to_its_last() {
    let desk = desk("release-checklist", CHECKLIST);
    let ran = desk
        .console(&[
            "new tahrir-2 4400 Version 2 of tahrir",
            "advance tahrir-2",
            "sponsor tahrir-2",
            "advance tahrir-2",
            "answer tahrir-2 1 2.0",
            "decide tahrir-2 rollback the old packages stay",
            "people tahrir-2 add kevin",
            "done tahrir-2 tag https://example.org/2.0",
            "done tahrir-2 release-notes",
            "advance tahrir-2",
            "done tahrir-2 security-review",
            "schedule tahrir-2 today",
            "advance tahrir-2",
            "signoff candidate tahrir-2",
            "advance tahrir-2",
            "done tahrir-2 published",
            "advance tahrir-2",
            "done tahrir-2 announced",
            "advance tahrir-2",
        ])
        .refused(&["3 lines were refused"]);
    ran.says(&[
        "tahrir-2 stays in scope; build needs: a release manager who accepted",
        "moved from scope to build",
        "moved from build to candidate",
        "tahrir-2 stays in candidate; ship needs: the release manager's go",
        "candidate signed off",
        "moved from candidate to ship",
        "tahrir-2 stays in ship; shipped needs: the announcement",
        "is finished: it moved from ship to shipped",
    ]);
}

/// The journal and the database are read by another process than the one that read the file.
#[test]
fn an_rfr_keeps_the_text_that_it_began_under_when_the_file_changes_or_goes_away() {
    let desk = desk("release-checklist", CHECKLIST);
    desk.console(&["new tahrir-2 4400 Version 2", "sponsor tahrir-2", "advance tahrir-2"])
        .good();
    let changed = CHECKLIST.replacen("id = \"tag\"", "id = \"signed-tag\"", 1);
    fs::write(desk.path("own.toml"), changed).expect("a file");
    let lines = [
        "next tahrir-2",
        "done tahrir-2 signed-tag",
        "new other-2 4401 Another",
        "sponsor other-2",
        "advance other-2",
        "next other-2",
    ];
    let ran = desk.console(&lines).refused(&["1 line was refused"]);
    ran.says(&[
        "a signed tag: `!rfr done tahrir-2 tag`",
        "has no signed-tag",
        "a signed tag: `!rfr done other-2 signed-tag`",
    ]);
    // Without the file, and with a database that is rebuilt from the journal.
    let config = fs::read_to_string(desk.path("config.toml")).expect("the config");
    let without = config
        .replace("[sop]\nfile = \"own.toml\"\n", "")
        .replace("release-checklist", "classic");
    fs::write(desk.path("config.toml"), without).expect("the config");
    fs::remove_dir_all(desk.path("store/database")).expect("a database");
    let ran = desk
        .console(&["next tahrir-2", "next other-2", "signoff candidate other-2"])
        .refused(&["1 line was refused"]);
    ran.says(&[
        "a signed tag: `!rfr done tahrir-2 tag`",
        "a signed tag: `!rfr done other-2 signed-tag`",
        "other-2 is in build, so its candidate sign-off is not due",
    ]);
    desk.with_config(&["verify"]).good();
    let exported = desk.with_config(&["export", "all.jsonl"]).good();
    drop(exported);
    let text = fs::read_to_string(desk.path("all.jsonl")).expect("an export");
    assert!(
        text.contains("\"edition\":{\"name\":\"release-checklist\""),
        "the text is in the export"
    );
    // And moved over, to the present text.
    let lines = [
        "adopt tahrir-2 audit it is audited now",
        "next tahrir-2",
        "adopt tahrir-2 audit it is audited now -- yes",
        "next tahrir-2",
    ];
    let ran = desk.console(&lines).good();
    ran.says(&[
        "would follow audit in place of release-checklist",
        "Nothing has changed yet",
        "from now on",
        "audit-requested",
    ]);
}
