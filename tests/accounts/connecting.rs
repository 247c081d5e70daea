//! `rfrbot check --connect` tries the ticket and reads the groups, and names the fix.

use crate::Bed;
use std::fs;

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn every_group_is_read_to_its_last_page() {
    let bed = Bed::start();
    let bot = bed.bot("groups = [\"sysadmin-main\", \"sysadmin-crowd\"]\n");
    let (well, said) = bot.run(&["check", "--connect"]);
    assert!(well, "{said}");
    for words in [
        "sees the bot as rfrbot/localhost",
        // Of four, one is disabled; one has a private profile.
        "ok: sysadmin-main has 3 members",
        // FASJSON gives 40 at once.
        "ok: sysadmin-crowd has 45 members",
        "every connection works",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
#[ignore = "needs FASJSON, Kerberos and a directory: tests/run accounts"]
fn what_is_wrong_is_said_with_its_fix() {
    let bed = Bed::start();
    let fails = |bot: &crate::Bot<'_>, fix: &str| {
        let (well, said) = bot.run(&["check", "--connect"]);
        assert!(
            !well && said.contains("accounts: FAILED") && said.contains(fix),
            "{fix}: {said}"
        );
        assert!(!said.contains("Negotiate"), "a token is shown: {said}");
    };
    let changed = |name: &str, from: &str, to: &str| {
        let text = fs::read_to_string(bed.path("krb5.conf")).unwrap();
        assert!(text.contains(from));
        let path = bed.path(name);
        fs::write(&path, text.replace(from, to)).unwrap();
        path
    };

    let mut bot = bed.bot("");
    bot.kerberos = changed("fixed.conf", "forwardable = true", "forwardable = false");
    fails(&bot, "forwardable = true");
    // MIT Kerberos forgives a wrong clock where it may ask the KDC for the right one.
    bot.kerberos = changed("clock.conf", "[libdefaults]", "[libdefaults]\n kdc_timesync = 0");
    let (well, said) = bot.run_an_hour_ahead(&["check", "--connect"]);
    assert!(
        !well && said.contains("set this machine's clock right"),
        "a clock that is an hour fast: {said}"
    );
    bot.kerberos = changed("foreign.conf", "localhost = TESTBED.TEST", "localhost = ELSEWHERE.TEST");
    fails(&bot, "krb5.conf");
    bot.kerberos = bed.path("krb5.conf");
    fails(
        &bed.bot("groups = [\"sysadmin-nobody\"]\n"),
        "knows no group sysadmin-nobody",
    );
    let nowhere = format!("ticket_cache = \"FILE:{}\"\n", bed.path("no-cache").display());
    fails(&bed.bot_with(&nowhere), "there is no ticket");

    bed.kadmin("cpw -randkey rfrbot/localhost");
    fails(&bot, "new keytab");
    bed.kadmin("delprinc -force rfrbot/localhost");
    fails(&bot, "no such principal");
    bed.stop_part("kdc");
    fails(&bot, "realm's servers do not answer");
}
