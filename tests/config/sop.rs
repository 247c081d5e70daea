//! `[sop] file`: every mistake of a team's own edition is named with file, line and fix, each once, in one run.

use rfrbot::config::{Config, Surroundings};
use rfrbot::sop::Edition;
use std::fs;
use tempfile::TempDir;

const GROUPS: &str = "[groups]\nsysadmin-main = [\"kevin\"]\n[people.kevin]\n[admin]\n";

/// A valid edition.
const GOOD: &str = r#"name = "rfr-2027"

[[topic]]
name = "storage"
aliases = ["disk"]

[[phase]]
kind = "planning"
name = "idea"
purpose = "saying what it is"

[[phase]]
kind = "maintenance"
name = "running"
purpose = "using it"

[[row]]
id = "backups"
phase = "idea"
level = "must"
kind = "check"
short = "backups"
sentence = "There must be backups."
source = "the team's meeting of 2026-11-02"
"#;

/// What loading a config with that edition says.
fn loaded(edition: &str, text: Option<&str>) -> Result<Config, String> {
    let folder = TempDir::new().expect("a folder");
    if let Some(text) = text {
        fs::write(folder.path().join("own.toml"), text).expect("a file");
    }
    let config = format!("[bot]\nedition = \"{edition}\"\n[sop]\nfile = \"own.toml\"\n{GROUPS}");
    let path = folder.path().join("rfrbot.toml");
    Config::from_text_in(&config, &path, &Surroundings::given([("HOME", "/home/bot")]))
        .map_err(|error| error.to_string().replace(&format!("{}/", folder.path().display()), ""))
}

fn refused(text: &str) -> String {
    loaded("rfr-2027", Some(text)).expect_err(text)
}

#[test]
fn a_file_is_an_edition_that_new_rfrs_can_follow() {
    let config = loaded("rfr-2027", Some(GOOD)).expect("a good file");
    assert_eq!(config.bot.edition.name(), "rfr-2027");
    assert_eq!(config.bot.own_edition, Some(config.bot.edition));
    let config = loaded("audit", Some(GOOD)).expect("a good file");
    assert_eq!(config.bot.edition, Edition::audit());
    assert_eq!(
        loaded("rfr-2026", Some(GOOD)).expect_err("no such edition"),
        "rfrbot.toml:2: bot.edition: expected \"classic\" or \"audit\" or \"rfr-2027\", found \"rfr-2026\". Did you mean \"rfr-2027\"?"
    );
}

/// Each case: a change to the good file, and the complete output.
#[test]
fn each_mistake_is_named_with_its_line_and_its_fix() {
    for (from, to, said) in [
        (
            "kind = \"check\"",
            "kind = \"chek\"",
            "own.toml:21: there is no kind `chek`. Did you mean \"check\"? It is one of: ticket, sponsor, discussion, people, second-person, planning-questions, sign-off, questions, sops, schedule, check, mail",
        ),
        (
            "level = \"must\"",
            "level = \"MUST\"",
            "own.toml:20: there is no level `MUST`. It is one of: must, required, step",
        ),
        (
            "phase = \"idea\"",
            "phase = \"ideas\"",
            "own.toml:19: there is no phase `ideas`. It has: idea, running",
        ),
        (
            "id = \"backups\"",
            "id = \"backup s\"",
            "own.toml:18: `backup s` cannot be typed as one word. Begin with a letter; small letters, digits and hyphens, at most 40 of them",
        ),
        (
            "id = \"backups\"",
            "id = \"staging\"",
            "own.toml:18: the id `staging` is a phase. Choose another id",
        ),
        (
            "id = \"backups\"",
            "id = \"idea\"",
            "own.toml:18: the id `idea` is a phase. Choose another id",
        ),
        (
            "id = \"backups\"",
            "id = \"disk\"",
            "own.toml:18: the id `disk` is a topic. Choose another id",
        ),
        (
            "id = \"backups\"",
            "id = \"advance\"",
            "own.toml:18: the id `advance` is a word of the commands. Choose another id",
        ),
        (
            "kind = \"check\"",
            "kind = \"check\"\nby = \"auditors\"",
            "own.toml:17: nobody is in the group auditors, so nobody checks it (`backups`), and its gate could never open. Add people to it under [groups] in the config: auditors = [\"ACCOUNT\", …]",
        ),
        (
            "level = \"must\"",
            "level = \"step\"",
            "own.toml:9: the gate out of `idea` asks for nothing, so there is no way to meet it. Add a [[row]] with phase = \"idea\" and level = \"must\", or take the phase out",
        ),
        (
            "kind = \"maintenance\"",
            "kind = \"staging\"",
            "own.toml:12: the last phase is not of the kind maintenance, in which a request is finished. Add a last [[phase]] with kind = \"maintenance\" and a name of your own",
        ),
        (
            "kind = \"planning\"",
            "kind = \"plans\"",
            "own.toml:8: there is no kind `plans`. Did you mean \"planning\"? It is one of: pre-sponsorship, planning, development, staging, production, maintenance",
        ),
        (
            "name = \"running\"",
            "name = \"idea\"",
            "own.toml:14: `idea` stands twice: there is a phase of that name on line 9. Rename one of the two, or take it out",
        ),
        (
            "name = \"idea\"",
            "name = \"staging\"",
            "own.toml:9: the phase of kind planning is called `staging`, which is the kind staging. Call it otherwise\n\
             own.toml:19: there is no phase `idea`. It has: staging, running\n\
             2 problems in all; nothing was started.",
        ),
        (
            "short = \"backups\"",
            "short = \" \"",
            "own.toml:22: `short` is empty. Write what people are to read there",
        ),
        (
            "short = \"backups\"\n",
            "",
            "own.toml:17: a row has no `short`. Add a line: short = \"…\"",
        ),
        (
            "short = ",
            "shrot = \"x\"\nshort = ",
            "own.toml:22: a row of the kind `check` has no `shrot`. It has: id, phase, level, kind, short, sentence, source, by",
        ),
        (
            "name = \"rfr-2027\"",
            "name = \"classic\"",
            "own.toml:1: `classic` is the name of an edition that rfrbot ships, and this text says something else. Give it a name of its own, such as \"rfr-2027\"",
        ),
        (
            "kind = \"check\"",
            "kind = \"questions\"\ntopics = [\"storage\", \"network\"]",
            "own.toml:22: there is no topic `network`. Add a table [[topic]] with name = \"network\", or take one of: storage",
        ),
        (
            "kind = \"check\"",
            "kind = \"planning-questions\"",
            "own.toml:17: the row opens questions and has none. Add a line: questions = [{ text = \"…?\" }]",
        ),
        (
            "kind = \"check\"",
            "kind = \"mail\"\nmail = \"staging\"\nafter = \"tested\"",
            "own.toml:23: there is no row `tested`. Name the row after which the mail goes out",
        ),
    ] {
        assert!(GOOD.contains(from), "{from}");
        assert_eq!(refused(&GOOD.replacen(from, to, 1)), said, "{from} -> {to}");
    }
}

#[test]
fn a_sign_off_needs_somebody_who_can_sign() {
    let text = GOOD.replace("kind = \"check\"", "kind = \"sign-off\"");
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("own.toml"), text).expect("a file");
    let config = "[sop]\nfile = \"own.toml\"\n[groups]\nsysadmin-main = []\n";
    let error = Config::from_text_in(
        config,
        &folder.path().join("rfrbot.toml"),
        &Surroundings::given([("HOME", "/")]),
    )
    .expect_err("nobody can sign");
    let said = error.to_string();
    assert!(
        said.contains("own.toml:17: nobody is in the group sysadmin-main, so nobody can sign it off (`backups`)"),
        "{said}"
    );
}

#[test]
fn all_mistakes_are_named_in_one_run_and_each_once() {
    let row = GOOD.split_once("[[row]]").expect("a row").1;
    let two = format!(
        "{GOOD}\n[[row]]{}",
        row.replace("check", "chekc").replace("idea", "running")
    );
    assert_eq!(
        refused(&two),
        "own.toml:26: no gate leads out of `running`, so that nothing ever asks for this row. Put it into an earlier phase, or make it level = \"step\"\n\
         own.toml:27: `backups` stands twice: there is a row of that name on line 18. Rename one of the two, or take it out\n\
         own.toml:30: there is no kind `chekc`. Did you mean \"check\"? It is one of: ticket, sponsor, discussion, people, second-person, planning-questions, sign-off, questions, sops, schedule, check, mail\n\
         3 problems in all; nothing was started."
    );
}

#[test]
fn what_is_no_edition_at_all_is_said_too() {
    let said = refused("name = \"rfr-2027\n[[phase\n");
    assert!(said.starts_with("own.toml:1: this is not TOML: "), "{said}");
    let missing = loaded("rfr-2027", None).expect_err("no file");
    assert!(
        missing.starts_with("rfrbot.toml:4: sop.file: own.toml cannot be read (No such file"),
        "{missing}"
    );
    let said = refused("");
    assert!(said.contains("own.toml:1: an edition has no `name`"), "{said}");
    assert!(said.contains("own.toml:1: there is no phase"), "{said}");
}

/// Mistakes in several places: the verb's name, the group without members and the missing gate are all named.
#[test]
fn a_mistake_in_one_place_hides_none_in_another() {
    let row = GOOD.split_once("[[row]]").expect("a row").1;
    let second = row
        .replace("\"backups\"", "\"advance\"")
        .replace("kind = \"check\"", "kind = \"check\"\nby = \"nogroup\"");
    let both = format!("{GOOD}\n[[row]]{second}");
    for (from, to) in [
        ("kind = \"planning\"", "kind = \"plannin\""),
        ("purpose = \"saying what it is\"", "purpose = \"\""),
        ("name = \"rfr-2027\"", "name = \"Rfr\""),
        ("name = \"storage\"", "name = \"a b\""),
        (
            "There must be backups.\"\nsource = \"the team's meeting of 2026-11-02\"\n\n[[row]]\n",
            "\"\nsource = \"\"\n\n[[row]]\n",
        ),
        (
            "advance\"\nphase = \"idea\"\nlevel = \"must\"",
            "advance\"\nphase = \"nowhere\"\nlevel = \"shall\"",
        ),
        ("nogroup\"\nshort = \"advance\"", "nogroup\"\nshort = \"\""),
        ("nogroup\"\nshort = \"advance\"\n", "nogroup\"\n"),
        ("kind = \"check\"\nby", "kind = \"chek\"\nby"),
    ] {
        assert!(both.contains(from), "{from}");
        let said = refused(&both.replacen(from, to, 1));
        for part in [
            "the id `advance` is a word of the commands",
            "nobody is in the group nogroup, so nobody checks it (`advance`)",
        ] {
            assert!(said.contains(part), "{to} hides {part}: {said}");
        }
        assert!(
            said.contains("3 problems") || said.contains("4 problems"),
            "{to}: {said}"
        );
    }
    // An unreadable phase hides neither that its gate is empty nor that the last phase has another kind.
    let said = refused(
        &GOOD
            .replace("kind = \"planning\"", "kind = \"plannin\"")
            .replace("kind = \"maintenance\"", "kind = \"staging\"")
            .replace("level = \"must\"", "level = \"step\""),
    );
    for part in [
        "there is no kind `plannin`",
        "the last phase is not of the kind",
        "the gate out of `idea` asks for nothing",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

/// A word that commands, dates or lists interpret otherwise cannot name a phase, a topic, a row or an edition.
#[test]
fn words_that_commands_read_otherwise_name_nothing_of_an_edition() {
    for word in [
        "all", "mine", "stuck", "the", "in", "for", "to", "monday", "tomorrow", "advance", "none", "from", "off",
        "yes", "history",
    ] {
        for (from, to, what) in [
            ("\"idea\"", format!("\"{word}\""), "phase"),
            ("name = \"storage\"", format!("name = \"{word}\""), "topic"),
            ("\"disk\"", format!("\"{word}\""), "topic"),
            ("id = \"backups\"", format!("id = \"{word}\""), "id"),
            ("\"rfr-2027\"", format!("\"{word}\""), "edition"),
        ] {
            let said = refused(&GOOD.replace(from, &to));
            let expected = format!(
                "the {what} `{word}` is a word of the commands. Choose another {}",
                if what == "id" { "id" } else { "name" }
            );
            assert!(
                said.contains(&expected) && !said.contains("problems"),
                "{expected}: {said}"
            );
        }
    }
}

#[test]
fn what_would_stand_in_an_edition_to_no_end_is_a_mistake() {
    let row = GOOD.split_once("[[row]]").expect("a row").1;
    let mail = |id: &str, mail: &str| {
        format!(
            "[[row]]{}",
            row.replace("\"backups\"\nphase", &format!("\"{id}\"\nphase"))
                .replace("kind = \"check\"", mail)
        )
    };
    let report = "kind = \"mail\"\nmail = \"report\"";
    let after = "kind = \"mail\"\nmail = \"staging\"\nafter = \"backups\"";
    for (text, said) in [
        (
            GOOD.replace("kind = \"check\"", "kind = \"planning-questions\"\nquestions = []"),
            "own.toml:22: the row opens questions and has none. Add one: questions = [{ text = \"…?\" }]",
        ),
        (
            GOOD.replace("kind = \"check\"", after),
            "own.toml:23: the mail of `backups` would go out after itself. Name another row, after which the mail goes out",
        ),
        (
            GOOD.replace("kind = \"check\"", "kind = \"mail\"\nmail = \"staging\""),
            "own.toml:17: the mail `staging` never goes out: the row has no `after`. Add a line: after = \"ID\", the row after which it goes out",
        ),
        (
            format!(
                "{GOOD}\n{}\n{}",
                mail("first-mail", report),
                mail("second-mail", report)
            ),
            "own.toml:36: two rows go out as one mail: the first is on line 26. Take one of the two out",
        ),
        (
            format!("{GOOD}\n{}\n{}", mail("first-mail", after), mail("second-mail", after)),
            "own.toml:37: two rows go out as one mail: the first is on line 26. Take one of the two out",
        ),
        (
            GOOD.replace(
                "kind = \"check\"",
                "kind = \"questions\"\ntopics = [\"storage\", \"storage\"]",
            ),
            "own.toml:22: `storage` stands twice: there is a topic of that name on line 22. Rename one of the two, or take it out",
        ),
    ] {
        assert_eq!(refused(&text), said);
    }
    for sign in ['\u{200B}', '\u{202E}', '\u{2066}', '\u{2028}', '\u{FEFF}', '\u{AD}'] {
        for (key, text) in [
            ("short", "backups"),
            ("sentence", "There must be backups."),
            ("source", "the team's meeting of 2026-11-02"),
            ("purpose", "using it"),
        ] {
            let said = refused(&GOOD.replace(&format!("{key} = \"{text}\""), &format!("{key} = \"{text}{sign}.\"")));
            assert!(
                said.contains(&format!("`{key}` has a sign that nobody sees")),
                "{key} {sign:?}: {said}"
            );
        }
    }
    // Characters that belong to words and emoji stay.
    loaded(
        "rfr-2027",
        Some(&GOOD.replace("using it", "using it 👩\u{200D}🚀 نمی\u{200C}خواهم")),
    )
    .expect("signs that belong to words");
}

/// A file that is not regular, endless or not text is refused, without waiting.
#[test]
fn a_file_that_is_no_text_file_is_refused_at_once() {
    let said = |file: &str, folder: &TempDir| {
        let config = format!("[sop]\nfile = \"{file}\"\n{GROUPS}");
        let path = folder.path().join("rfrbot.toml");
        let error =
            Config::from_text_in(&config, &path, &Surroundings::given([("HOME", "/home/bot")])).expect_err(file);
        error.to_string().replace(&format!("{}/", folder.path().display()), "")
    };
    let folder = TempDir::new().expect("a folder");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe"))
        .status();
    assert!(made.expect("mkfifo").success());
    fs::create_dir(folder.path().join("dir")).expect("a folder");
    fs::write(folder.path().join("latin"), b"name = \"x\"\n# caf\xe9\n").expect("a file");
    fs::write(folder.path().join("long"), "# 8 bytes\n".repeat(10_000)).expect("a file");
    for file in ["pipe", "dir", "/dev/zero"] {
        let expected = format!("rfrbot.toml:2: sop.file: {file} is no file with a text. ");
        let said = said(file, &folder);
        assert!(said.starts_with(&expected), "{said}");
    }
    assert!(
        said("", &folder).starts_with("rfrbot.toml:2: sop.file: the file has no name. "),
        "{}",
        said("", &folder)
    );
    assert_eq!(
        said("latin", &folder),
        "latin:2: this is not UTF-8. Save the file as UTF-8"
    );
    assert_eq!(
        said("long", &folder),
        "long:1: the file has more than 65536 bytes, and no more are kept. Make it shorter"
    );
}

#[test]
fn mistakes_of_the_config_stand_together_and_those_of_the_edition_after_them() {
    let folder = TempDir::new().expect("a folder");
    fs::write(
        folder.path().join("own.toml"),
        GOOD.replace("name = \"rfr-2027\"", "name = \"Rfr\""),
    )
    .expect("a file");
    let config = format!("[sop]\nfile = \"own.toml\"\n{GROUPS}[backup]\nfolder = \"\"\n");
    let error = Config::from_text_in(
        &config,
        &folder.path().join("a.toml"),
        &Surroundings::given([("HOME", "/")]),
    );
    let said = error.expect_err("two mistakes").to_string();
    let (first, rest) = said.split_once('\n').expect("two lines");
    assert!(first.contains("a.toml:") && rest.contains("own.toml:1:"), "{said}");
}

#[test]
fn what_a_fix_names_exists_and_is_named_once() {
    let said = refused(
        &GOOD
            .replace("aliases = [\"disk\"]", "\n[[topic]]\nname = \"storage\"")
            .replace("kind = \"check\"", "kind = \"questions\"\ntopics = [\"net\"]"),
    );
    assert!(said.contains("or take one of: storage\n"), "{said}");
    assert_eq!(
        refused(&GOOD.replace("kind = \"check\"", "kind = \"ticket\"\nby = \"sysadmin-main\"")),
        "own.toml:22: a row of the kind `ticket` has no `by`. It has: id, phase, level, kind, short, sentence, source"
    );
}
