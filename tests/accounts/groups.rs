//! Groups are live: what counts is who is in them when somebody acts, and no answer is no "no member".

use crate::Bed;
use std::process::Command;

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn who_left_the_group_between_two_lines_does_not_act_any_more() {
    let bed = Bed::start();
    let bot = bed.bot("");
    {
        let mut kevin = bot.console("kevin");
        kevin.ask("!rfr whoami", "in sysadmin-main");
        kevin.ask("!rfr new badges 4321 Badges", "New RFR badges");
        kevin.ask("!rfr new tahrir 4322 Tahrir", "New RFR tahrir");
        kevin.ask("!rfr sponsor badges", "is sponsored by kevin");
        bed.membership("delete", "sysadmin-main", "kevin");
        kevin.ask("!rfr sponsor tahrir", "only members of sysadmin-main sponsor");
        bed.membership("add", "sysadmin-main", "kevin");
        kevin.ask("!rfr sponsor tahrir", "is sponsored by kevin");
    }
    {
        // Nobody sees the profile of ida; who is in a group is no part of it.
        let mut ida = bot.console("ida");
        ida.ask("!rfr new compass 4323 Compass", "New RFR compass");
        ida.ask("!rfr sponsor compass", "is sponsored by ida");
    }
    let mut ralph = bot.console("ralph");
    ralph.ask("!rfr new maps 4324 Maps", "New RFR maps");
    bed.disable("ralph");
    ralph.ask("!rfr sponsor maps", "has no active account ralph");
    ralph.ask("!rfr note maps it is me still", "has no active account ralph");
    ralph.ask("!rfr status maps", "maps (Maps)");
    drop(ralph);
    // One that was disabled all the time.
    let mut mallory = bot.console("mallory");
    mallory.ask("!rfr sponsor maps", "has no active account mallory");
    drop(mallory);
    // One whose profile is private is active.
    let mut ida = bot.console("ida");
    ida.ask("!rfr note maps I am there", "noted");
}

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn each_sign_off_and_each_approval_asks_anew() {
    let bed = Bed::start();
    let bot = bed.bot("fresh_minutes = 60\n");
    {
        let mut kevin = bot.console("kevin");
        for (line, words) in [
            ("!rfr new badges 4321 Badges", "New RFR badges"),
            ("!rfr sponsor badges", "is sponsored by kevin"),
            ("!rfr advance badges", "moved from"),
            (
                "!rfr discussed badges https://lists.example.org/thread/A/",
                "list discussion recorded",
            ),
            ("!rfr people badges add ralph maja", "ralph"),
            ("!rfr advance badges", "moved from planning to development"),
            ("!rfr decide badges caching none", "caching decided"),
            ("!rfr decide badges load-balancing none", "load-balancing decided"),
            ("!rfr decide badges deployment one host", "deployment decided"),
            ("!rfr sop badges https://docs.example.org/sop/badges", "SOP linked"),
        ] {
            kevin.ask(line, words);
        }
        bed.membership("delete", "sysadmin-main", "kevin");
        kevin.ask("!rfr signoff development badges", "no longer in sysadmin-main");
        bed.membership("add", "sysadmin-main", "kevin");
        kevin.ask("!rfr signoff development badges", "development signed off");
        let end = chrono::Utc::now().date_naive() + chrono::Days::new(10);
        kevin.ask(
            &format!("!rfr freeze add F45 beta today {end}"),
            "The freeze F45 beta goes from",
        );
        kevin.ask("!rfr freeze start", "is in force now");
        kevin.ask(
            "!rfr freeze-break request badges the certificate ends tonight",
            "Freeze break 1 for badges",
        );
    }
    let mut ida = bot.console("ida");
    bed.membership("delete", "sysadmin-main", "ida");
    ida.ask("!rfr +1 1", "That is for sysadmin-main or sysadmin-releng");
    bed.membership("add", "sysadmin-main", "ida");
    ida.ask("!rfr +1 1", "1 more approval needed");
}

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn while_the_directory_is_down_what_needs_a_group_is_refused_and_the_rest_goes_on() {
    let bed = Bed::start();
    let bot = bed.bot("timeout_seconds = 15\n");
    let mut kevin = bot.console("kevin");
    kevin.ask("!rfr new badges 4321 Badges", "New RFR badges");
    bed.stop_part("directory");
    kevin.ask("!rfr sponsor badges", "I cannot tell who is in sysadmin-main now");
    kevin.ask("!rfr why", "asked of the account system at the moment of the act");
    kevin.ask("!rfr note badges the directory is down", "noted");
    bed.start_part("directory");
    kevin.ask_until("!rfr sponsor badges", "is sponsored by kevin");
}

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn while_the_kdc_is_down_what_needs_a_group_is_refused_and_the_rest_goes_on() {
    let bed = Bed::start();
    let bot = bed.bot("timeout_seconds = 15\n");
    let mut kevin = bot.console("kevin");
    kevin.ask("!rfr new badges 4321 Badges", "New RFR badges");
    bed.stop_part("kdc");
    kevin.ask("!rfr sponsor badges", "I cannot tell who is in sysadmin-main now");
    kevin.ask("!rfr note badges the KDC is down", "noted");
    bed.start_part("kdc");
    kevin.ask_until("!rfr sponsor badges", "is sponsored by kevin");
}

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn a_ticket_that_expired_is_said_and_one_that_was_renewed_counts() {
    let bed = Bed::start();
    let cache = format!("FILE:{}", bed.path("cache").display());
    let kinit = |lifetime: &str| {
        let keytab = bed.path("keytabs/rfrbot");
        let made = Command::new("kinit")
            .args(["-c", &cache, "-l", lifetime, "-f", "-k", "-t"])
            .arg(keytab)
            .arg("rfrbot/localhost")
            .env("KRB5_CONFIG", bed.path("krb5.conf"))
            .status();
        assert!(made.unwrap().success(), "kinit");
    };
    kinit("1h");
    let bot = bed.bot_with(&format!("ticket_cache = \"{cache}\"\n"));
    let mut kevin = bot.console("kevin");
    kevin.ask("!rfr new badges 4321 Badges", "New RFR badges");
    kevin.ask("!rfr new tahrir 4322 Tahrir", "New RFR tahrir");
    kevin.ask("!rfr sponsor badges", "is sponsored by kevin");
    kinit("1s");
    let is_valid = || {
        let mut klist = Command::new("klist");
        klist
            .args(["-s", "-c", &cache])
            .env("KRB5_CONFIG", bed.path("krb5.conf"));
        klist.status().unwrap().success()
    };
    // Kerberos counts whole seconds, and the last one counts still.
    let now = || {
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap()
            .as_secs()
    };
    let mut end = now();
    while is_valid() || now() <= end + 1 {
        if is_valid() {
            end = now();
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let said = kevin.ask("!rfr sponsor tahrir", "I cannot tell who is in sysadmin-main now");
    assert!(said.contains("Ticket expired"), "why is said: {said}");
    kinit("1h");
    kevin.ask("!rfr sponsor tahrir", "is sponsored by kevin");
}
