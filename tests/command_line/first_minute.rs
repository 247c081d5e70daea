//! The first minute: help, a config that is missing or wrong, the console.

use crate::{Desk, Ran, SMALL_STORY, TEAM, with_story};
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;

#[test]
fn the_console_needs_no_config_and_carries_an_rfr_from_request_to_maintenance_over_a_pipe() {
    let desk = Desk::new("");
    let mut child = desk.open_console(&["--data", "fresh"]);
    let mut story = SMALL_STORY.to_vec();
    story.extend([
        "signoff development",
        "advance",
        "decide caching none needed",
        "decide badges load-balancing two nodes",
        "decide badges deployment own host",
        "sop badges https://docs.example.org/sop",
        "signoff development",
        "advance",
        "schedule in 2 weeks",
        "signoff",
        "signoff staging -- the playbooks are there",
        "advance",
        "done badges monitoring https://nagios.example.org/badges",
        "done badges deployed",
        "advance",
        "status",
        "quit",
    ]);
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "{}", story.join("\n")).expect("the console reads");
    // `signoff` alone and the first `advance` out of development are not carried out.
    let ran = Ran::from(child.wait_with_output().expect("the console ends")).refused(&["refused or not understood"]);
    ran.says(&[
        "you are kevin",
        "Request a resource: `new badges 4321 Fedora Badges`",
        "New RFR badges: Fedora Badges",
        "is sponsored by kevin",
        "moved from pre-sponsorship to planning",
        "moved from planning to development",
        "first it needs",
        "stays in development",
        "development signed off",
        "moved from development to staging",
        "production deployment on",
        "staging signed off",
        "moved from staging to production",
        "is finished",
        "There is no RFR open",
    ]);
    assert_eq!(
        ran.err.lines().count(),
        1,
        "nothing is logged onto the screen: {}",
        ran.err
    );
    assert!(desk.path("fresh/journal").is_dir());
}

#[test]
fn what_one_console_did_the_next_one_knows() {
    let desk = with_story();
    desk.console(&["status badges"]).good().says(&["badges", "development"]);
}

#[test]
fn a_mistyped_line_on_the_console_gets_a_suggestion_or_a_usage_with_an_example() {
    let desk = with_story();
    let ran = desk
        .console(&["sttaus badges", "status badgse", "signoff", "schedule badges"])
        .refused(&["4 lines were refused or not understood"]);
    ran.says(&[
        "status",
        "badges",
        "no sign-off of yours is due",
        "schedule badges DATE",
        "for example",
    ]);
    assert_eq!(ran.out.matches("id you mean").count(), 2, "{}", ran.out);
}

#[test]
fn a_demo_has_three_rfrs_in_different_phases_and_leaves_nothing_behind() {
    let desk = Desk::new("");
    let mut child = desk
        .command(&["console", "--demo", "--as", "vera"])
        .env("TMPDIR", desk.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the console starts");
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "list\nnext badges").expect("the console reads");
    drop(input);
    let ran = Ran::from(child.wait_with_output().expect("its end")).good();
    ran.says(&[
        "you are vera",
        "3 RFRs open",
        "badges",
        "staging",
        "koschei",
        "planning",
        "mote",
        "pre-sponsorship",
    ]);
    assert!(!ran.out.contains("moved from"), "its making is not shown: {}", ran.out);
    let left: Vec<_> = std::fs::read_dir(desk.path("")).expect("a folder").flatten().collect();
    assert!(
        !left
            .iter()
            .any(|entry| entry.file_name().to_string_lossy().contains("rfrbot-demo")),
        "{left:?}"
    );
}

#[test]
fn a_digest_has_a_form_for_markdown_and_one_for_minutes() {
    let desk = with_story();
    desk.console(&["retitle badges # *Badges* for <everyone>"]).good();
    let markdown = desk.with_config(&["digest", "--markdown"]).good();
    markdown.says(&["## RFRs on ", "- 1 RFR is open", "- **badges**: ", "development"]);
    let minutes = desk.with_config(&["digest", "--minutes"]).good();
    minutes.says(&["RFRs on ", "* 1 RFR is open", "* badges: "]);
    assert!(
        !minutes.out.lines().any(|line| line.starts_with(['!', '#'])),
        "{}",
        minutes.out
    );
    desk.with_config(&["digest"])
        .good()
        .says(&["RFRs on ", "1 RFR is open"]);
}

#[test]
fn a_console_without_the_config_gives_up_nothing_that_the_bot_owes() {
    let desk = Desk::new(&format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = 1\nplain = true\nchannels = [\"#noc\"]\n\
         [announce]\nplaces = [\"lab/#noc\"]\n{TEAM}"
    ));
    desk.console(&["new badges 4321 Badges"]).good();
    let given_up = |desk: &Desk| {
        let export = desk.with_config(&["export"]).good().out;
        assert!(export.contains("lab"), "it is owed: {export}");
        export.contains("given-up") || export.contains("no longer configured")
    };
    assert!(!given_up(&desk));
    let mut child = desk.open_console(&["--data", "store"]);
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "status badges").expect("the console reads");
    drop(input);
    Ran::from(child.wait_with_output().expect("its end")).good();
    assert!(!given_up(&desk), "it is still owed");
}

#[test]
fn check_says_what_each_section_means_and_connects_nowhere() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("its address").port();
    let desk = Desk::new(&format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nchannels = [\"#fedora-admin\"]\n{TEAM}"
    ));
    desk.with_config(&["check"]).good().says(&[
        "[bot]",
        "connects to 127.0.0.1",
        "WITHOUT TLS",
        "[announce] announcements go to lab/#fedora-admin",
        "sysadmin-main: kevin",
    ]);
    listener.set_nonblocking(true).expect("not to block");
    assert!(listener.accept().is_err(), "nobody came");
    assert!(!desk.path("store").exists(), "nothing was made");
}

#[test]
fn check_calls_what_it_reads_by_its_name_and_knows_posts_whose_meeting_nobody_has() {
    let meetings = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one\nSUMMARY:Infrastructure Team Meeting\n\
                    DTSTART;TZID=fedocal_UTC:20260305T170000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n";
    let posts = "[[posts]]\nname = \"there\"\nmeeting = \"infrastructure team meeting\"\n[[posts]]\nname = \"gone\"\n\
                 meeting = \"Infra Meeting\"\n";
    let desk = Desk::new(&format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nchannels = [\"#fedora-admin\"]\n{TEAM}[freezes]\nflag = \"Frozen.yaml\"\n\
         outages = [\"planned.json\"]\nmeetings = [\"meetings.ics\"]\nimport = [\"keytasks.ics\"]\n{posts}"
    ));
    std::fs::write(desk.path("meetings.ics"), meetings).expect("a file");
    let ran = desk.with_config(&["check"]).good();
    ran.says(&[
        "note: the calendar keytasks.ics is not read (No such file",
        "note: the flag's file Frozen.yaml is not read (No such file",
        "Mend it there, or `flag` under [freezes]",
        "note: the status page planned.json is not read (No such file",
        "note: the post gone comes before meetings called \"infra meeting\", and no calendar has one. Write `meeting` as the \
         calendar has it: \"infrastructure team meeting\"",
    ]);
    assert!(!ran.out.contains("the post there"), "{}", ran.out);
    // What cannot be read may have it.
    std::fs::remove_file(desk.path("meetings.ics")).expect("it is there");
    let ran = desk.with_config(&["check"]).good();
    assert!(!ran.out.contains("the post"), "{}", ran.out);
    let without = std::fs::read_to_string(desk.path("config.toml")).expect("a config");
    let without = without.replace("meetings = [\"meetings.ics\"]\n", "");
    std::fs::write(desk.path("config.toml"), without).expect("a config");
    desk.with_config(&["check"])
        .good()
        .says(&["and no calendar has them. Name the calendar: `meetings` under [freezes]"]);
}

#[test]
fn check_names_file_line_key_and_what_was_expected() {
    let desk = Desk::new("[irc.lab]\nhost = \"127.0.0.1\"\nport = \"6697\"\nchanels = [\"#fedora-admin\"]\n");
    let ran = desk.with_config(&["check"]).refused(&[
        "config.toml",
        "5",
        "irc.lab.port",
        "a whole number",
        "6",
        "irc.lab.chanels",
        "channels",
    ]);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("config.toml:5"), "{}", ran.err);
    assert!(ran.err.contains("config.toml:6"), "{}", ran.err);
}

#[test]
fn a_missing_config_says_how_to_make_one() {
    let desk = Desk::new("");
    for command in ["run", "check", "export", "digest"] {
        desk.run(&[command, "--config", "no-such.toml"]).refused(&[
            "no-such.toml: there is no config file there",
            "config.example.toml",
            "rfrbot console",
        ]);
    }
}

#[test]
fn run_without_a_network_says_what_to_add() {
    Desk::new(TEAM)
        .with_config(&["run"])
        .refused(&["names no network", "[irc.NAME]", "rfrbot console"]);
}

#[test]
fn the_help_shows_the_way_into_the_first_minute() {
    let desk = Desk::new("");
    let ran = desk.run(&["--help"]).good();
    ran.says(&[
        "run",
        "console",
        "check",
        "digest",
        "export",
        "import",
        "version",
        "--config",
        "--log-level",
        "rfrbot console",
    ]);
    let version = format!("rfrbot {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(desk.run(&["version"]).good().out, version);
    assert_eq!(desk.run(&["--version"]).good().out, version);
    assert_eq!(desk.run(&["chek"]).code, Some(2), "an unknown command is an error");
}

#[test]
fn somebody_without_the_right_is_told_which_group_it_takes_and_who_is_in_it() {
    let desk = with_story();
    let mut child = desk
        .command(&["console", "--config", "config.toml", "--as", "ralph"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the console starts");
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "signoff development badges\nhold badges for fun\nwhoami").expect("the console reads");
    drop(input);
    let ran = Ran::from(child.wait_with_output().expect("its end"));
    let ran = ran.refused(&["2 lines were refused or not understood"]);
    ran.says(&[
        "sponsor",
        "kevin",
        "in sysadmin-main",
        "kevin",
        "You are ralph",
        "in no group",
    ]);
    assert!(!ran.out.contains("development signed off"), "{}", ran.out);
}

#[test]
fn the_unit_lets_the_bot_write_a_backup_folder_outside_of_its_state() {
    let unit = |backup: &str| Desk::new(backup).with_config(&["unit"]).good().out;
    let outside = unit("[backup]\nfolder = \"/srv/the backups/100%\"\n");
    assert!(
        outside.contains("\nReadWritePaths=\"/srv/the backups/100%%\"\n"),
        "{outside}"
    );
    assert!(outside.contains("StateDirectory=rfrbot\n"), "{outside}");
    let desk = Desk::new("[backup]\nfolder = \"beside\"\n");
    let beside = desk.with_config(&["unit"]).good().out;
    let folder = desk.path("beside");
    assert!(
        beside.contains(&format!("\nReadWritePaths=\"{}\"\n", folder.display())),
        "{beside}"
    );
    for inside in [
        "",
        "[backup]\n",
        "[backup]\nfolder = \"/var/lib/rfrbot/backups\"\n",
        "[backup]\nfolder = \"store/x\"\n",
    ] {
        let unit = unit(inside);
        assert!(!unit.contains("\nReadWritePaths="), "{inside}: {unit}");
    }
    let without_config = Desk::new("").run(&["unit"]).good().out;
    assert!(without_config.contains("rfrbot unit --config"), "{without_config}");
    Desk::new("[backup]\nfolder = 3\n")
        .with_config(&["unit"])
        .refused(&["backup.folder"]);
}

#[test]
fn a_base_of_tickets_that_makes_two_addresses_of_one_ticket_is_told() {
    let check = |base: &str| Desk::new(&format!("[tickets]\nbase = \"{base}\"\n")).with_config(&["check"]);
    for base in ["https://t.example.org/issue", "https://t.example.org/issue/1"] {
        check(base).refused(&["tickets.base", "ticket #4321 would be at", "End the address with /"]);
    }
    let ran = check("https://t.example.org/issue/4321/").good();
    ran.says(&["note:", "tickets.base", "4321/4321", "Leave the number out"]);
    let ran = check("https://t.example.org/issue/").good();
    assert!(!ran.out.contains("tickets.base"), "{ran:#?}");
}

#[test]
fn one_login_of_two_people_is_a_mistake_wherever_it_stands() {
    for (login, first, second) in [
        ("irc", "libera/Kevin", "libera/kevin"),
        ("matrix", "@kevin:fedora.im", "@kevin:fedora.im"),
        ("mail", "Kevin@example.org", "kevin@example.org"),
    ] {
        let config = format!("[people.kevin]\n{login} = [\"{first}\"]\n[people.smooge]\n{login} = [\"{second}\"]\n");
        let config = format!("[irc.libera]\nhost = \"irc.example.org\"\n{config}");
        Desk::new(&config)
            .with_config(&["check"])
            .refused(&["is already kevin's", "[people.kevin]"]);
    }
}

/// A calendar of absences names accounts; names that cannot be accounts never count as away.
#[test]
fn a_calendar_of_absences_says_nothing_of_what_is_nobodys_account() {
    let desk = Desk::new(
        "[people.otto]\nmatrix = [\"@otto:example.org\"]\n[groups]\nsysadmin-main = [\"otto\"]\n[freezes]\nabsences = \
         [\"away.ics\"]\n",
    );
    let soon = chrono::Datelike::year(&chrono::Utc::now()) + 5;
    let nobodies = ["mailing-list", "Calendar", "clock", "config", "rfrbot"];
    let events = nobodies.iter().chain([&"otto"]).enumerate().map(|(number, name)| {
        format!(
            "BEGIN:VEVENT\r\nUID:{number}@example.org\r\nDTSTART;VALUE=DATE:{soon}0801\r\nDTEND;VALUE=DATE:{soon}0805\r\n\
             SUMMARY:{name}: on a boat\r\nEND:VEVENT\r\n"
        )
    });
    let events: String = events.collect();
    let calendar = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//\r\n{events}END:VCALENDAR\r\n");
    std::fs::write(desk.path("away.ics"), calendar).expect("a calendar");
    let said = desk.with_config(&["check"]).good().out;
    let away: Vec<&str> = said.lines().filter(|line| line.contains(" is away ")).collect();
    assert_eq!(
        away,
        [format!("away.ics: otto is away from {soon}-08-01 to {soon}-08-04.")],
        "{said}"
    );
    assert!(said.contains("note: away.ics: 5 "), "they are counted: {said}");
}

/// Each file that is read gets a line, also one that names nothing.
#[test]
fn a_calendar_that_names_nothing_is_said_to_be_read() {
    let desk = Desk::new(
        "[people.otto]\nmatrix = [\"@otto:example.org\"]\n[groups]\nsysadmin-main = [\"otto\"]\n[freezes]\nabsences = \
         [\"away.ics\"]\n",
    );
    let called_off = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\n\
                      DTSTART;VALUE=DATE:20261201\r\nSUMMARY:otto: boat\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    std::fs::write(desk.path("away.ics"), called_off).expect("a calendar");
    let said = desk.with_config(&["check"]).good().out;
    assert!(said.contains("away.ics: names no absence."), "{said}");
}

/// Nobody speaks in the console by a name that `whoami` would not know.
#[test]
fn the_console_takes_no_name_of_the_bot() {
    let desk = Desk::new("[people.otto]\nmatrix = [\"@otto:example.org\"]\n[groups]\nsysadmin-main = [\"otto\"]\n");
    for name in ["rfrbot", "Mailing-List"] {
        desk.with_config(&["console", "--as", name]).refused(&[
            "is nobody's account",
            "any other name works",
            "--as kevin",
        ]);
        desk.run(&["console", "--demo", "--as", name])
            .refused(&["is nobody's account"]);
    }
    assert!(!desk.path("store").exists(), "it opened no store");
}

/// A reader may close the pipe early, as `head` does.
#[test]
fn a_reader_who_leaves_is_no_fault() {
    let desk = Desk::new("[people.otto]\nmatrix = [\"@otto:example.org\"]\n[groups]\nsysadmin-main = [\"otto\"]\n");
    for arguments in [
        &["check", "--config", "config.toml"][..],
        &["config"],
        &["sop"],
        &["sop", "audit", "--mermaid"],
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = desk.command(arguments);
        let ran = command.stdin(std::process::Stdio::null()).stdout(writer).output();
        let said = ran.expect("the program runs").stderr;
        assert_eq!(String::from_utf8_lossy(&said), "", "{arguments:?}");
    }
}
