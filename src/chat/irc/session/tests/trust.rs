//! Whose identity the server proves.

use super::*;

#[test]
fn without_account_tags_the_account_is_looked_up_followed_and_forgotten() {
    let mut story = Story::up("account-notify extended-join", "WHOX");
    let none = || Identity::Unproven(Unproven::NotLoggedIn);
    let line = |nick: &str| format!(":{nick}!u@h PRIVMSG #fedora-admin :!rfr status");
    let not_yet = || Identity::Unproven(Unproven::NotKnownYet);
    assert_eq!(story.identity(&line("kevin")), not_yet(), "not answered yet");
    story.server(&[
        ":s 354 rfrbot 735 kevin kevin",
        ":s 354 rfrbot 735 eve 0",
        ":s 354 rfrbot 1 eve kevin",
        ":s 352 rfrbot #fedora-admin u h s eve H :0 kevin",
    ]);
    assert_eq!(story.identity(&line("kevin")), account("kevin"));
    assert_eq!(story.identity(&line("eve")), none());
    story.server(&[":kevin!u@h NICK nirik", ":eve!u@h NICK kevin"]);
    assert_eq!(story.identity(&line("nirik")), account("kevin"));
    assert_eq!(story.identity(&line("kevin")), none(), "the nick is not the account");
    story.server(&[":nirik!u@h ACCOUNT *"]);
    assert_eq!(story.identity(&line("nirik")), none(), "logged out");
    story.server(&[
        ":nirik!u@h ACCOUNT kevin",
        ":nirik!u@h QUIT :*.net *.split",
        ":nirik!u@h JOIN #fedora-admin * :x",
    ]);
    assert_eq!(story.identity(&line("nirik")), none(), "came back as a stranger");
    story.server(&[":smooge!u@h JOIN #fedora-admin smooge :x"]);
    assert_eq!(story.identity(&line("smooge")), account("smooge"));
    story.server(&[":smooge!u@h PART #fedora-admin"]);
    assert_eq!(story.identity(":smooge!u@h PRIVMSG rfrbot :x"), none(), "out of sight");
}

#[test]
fn whoever_joins_is_asked_for_where_joins_do_not_tell() {
    let mut story = Story::up("account-notify", "WHOX");
    assert_eq!(
        story.server(&[":smooge!u@h JOIN #fedora-admin"]),
        ["WHO smooge %tna,735"]
    );
    // A join that pretends to be extended.
    story.server(&[":eve!u@h JOIN #fedora-admin kevin :x"]);
    let line = ":eve!u@h PRIVMSG #fedora-admin :!rfr x";
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::NotKnownYet));
}

#[test]
fn losing_account_tags_falls_back_to_asking_or_to_nothing_at_once() {
    let mut story = Story::up(ALL, "WHOX");
    let line = "@account=kevin :kevin!k@h PRIVMSG #fedora-admin :!rfr x";
    assert_eq!(
        story.server(&[":s CAP rfrbot DEL :account-tag"]),
        ["WHO #fedora-admin %tna,735"]
    );
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::NotKnownYet));
    story.server(&[":s 354 rfrbot 735 kevin kevin"]);
    assert_eq!(story.identity(line), account("kevin"));
    story.server(&[":s CAP rfrbot DEL :account-notify"]);
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::ServerCannotTell));
}

#[test]
fn who_is_there_is_asked_for_when_the_config_comes_to_know_somebody() {
    let mut story = Story::up(ALL, "WHOX");
    assert_eq!(story.sent(), [""; 0], "each message proves its own author");
    let kevin = || std::collections::BTreeMap::from([("kevin".to_owned(), crate::people::Account::new("kevin"))]);
    story.session.watch_for(kevin());
    assert_eq!(story.sent(), ["WHO #fedora-admin %tna,735"]);
    story.server(&[":s 354 rfrbot 735 kevin Kevin", ":s 315 rfrbot #fedora-admin :End"]);
    let around = |here| Report::Around {
        network: "libera".to_owned(),
        identity: account("kevin"),
        here,
    };
    assert_eq!(story.reports(), [around(true)]);
    story.session.watch_for(kevin());
    assert_eq!((story.sent(), story.reports()), (vec![], vec![]), "the same as before");
    story.session.watch_for(std::collections::BTreeMap::new());
    assert_eq!(story.reports(), [around(false)]);
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    fn with_account_tags_only_the_servers_tag_on_this_very_message_counts() {
        let mut story = Story::up(ALL, "WHOX");
        let none = Identity::Unproven(Unproven::NotLoggedIn);
        assert_eq!(
            story.identity("@account=kevin :kevin!k@h PRIVMSG #fedora-admin :!rfr status"),
            account("kevin")
        );
        // The same nick without the tag, despite what was heard about it before.
        story.server(&[":kevin!k@h ACCOUNT kevin"]);
        assert_eq!(story.identity(":kevin!k@h PRIVMSG #fedora-admin :!rfr status"), none);
        assert_eq!(
            story.identity("@+account=kevin :eve!e@h PRIVMSG #fedora-admin :!rfr status"),
            none
        );
        assert_eq!(
            story.identity("@account= :eve!e@h PRIVMSG #fedora-admin :!rfr status"),
            none
        );
        assert_eq!(
            story.identity(":eve!e@h PRIVMSG #fedora-admin :!rfr @account=kevin status"),
            none
        );
        assert_eq!(
            story.identity(":eve!account=kevin@kevin PRIVMSG rfrbot :!rfr status"),
            none
        );
        // Somebody else's nick, with their own account.
        assert_eq!(
            story.identity("@account=eve :kevin!e@h PRIVMSG rfrbot :x"),
            account("eve")
        );
    }

    #[test]
    fn a_server_that_cannot_tell_proves_nothing() {
        for (capabilities, isupport) in [
            ("multi-prefix", "CASEMAPPING=ascii"),
            ("account-notify extended-join", "CASEMAPPING=ascii"),
            ("extended-join", "WHOX"),
        ] {
            let mut story = Story::up(capabilities, isupport);
            story.server(&[":kevin!k@h ACCOUNT kevin", ":s 354 rfrbot 735 kevin kevin"]);
            assert_eq!(
                story.identity("@account=kevin :kevin!k@h PRIVMSG #fedora-admin :!rfr x"),
                Identity::Unproven(Unproven::ServerCannotTell),
                "{capabilities} {isupport}"
            );
        }
    }

    #[test]
    fn splits_without_end_leave_nothing_behind() {
        let mut story = Story::up("account-notify", "WHOX");
        let seats = story.session.roster.seats();
        for round in 0..50 {
            for number in 0..1000 {
                story
                    .session
                    .hear_line(&format!(":n{number}!u@h JOIN #fedora-admin"), story.now, story.wall);
            }
            let asked = story.after(SECOND);
            assert!(asked.len() <= 2, "round {round}: {asked:?}");
            for number in 0..1000 {
                let answer = format!(":s 354 rfrbot 735 n{number} a{number}");
                story.session.hear_line(&answer, story.now, story.wall);
            }
            assert_eq!(story.identity(":n7!u@h PRIVMSG rfrbot :x"), account("a7"));
            story.server(&[":s 315 rfrbot #fedora-admin :End"]);
            assert_eq!(story.session.roster.seats(), seats + 1000);
            for number in 0..1000 {
                let gone = format!(":n{number}!u@h QUIT :*.net *.split");
                story.session.hear_line(&gone, story.now, story.wall);
            }
            assert_eq!(story.session.roster.seats(), seats, "round {round}");
            assert!(story.session.commands.is_empty() && story.reports().is_empty());
        }
    }

    #[test]
    fn an_answer_about_somebodys_account_counts_only_while_its_question_is_open() {
        let mut story = Story::up("account-notify extended-join", "WHOX");
        let line = ":eve!u@h PRIVMSG #fedora-admin :!rfr status";
        let answer = ":s 354 rfrbot 735 eve kevin";
        story.server(&[":eve!u@h JOIN #fedora-admin * :x", ":s 315 rfrbot #fedora-admin :end"]);
        let none = Identity::Unproven(Unproven::NotLoggedIn);
        story.server(&[answer]);
        assert_eq!(story.identity(line), none, "nobody asked any more");
        // Nor an answer to another question than the bot's, or to none.
        story.server(&[
            ":s 354 rfrbot 736 eve kevin",
            ":s 354 rfrbot eve kevin",
            ":s 352 rfrbot #fedora-admin kevin h s eve H :0 kevin",
            ":eve!u@h ACCOUNT",
        ]);
        assert_eq!(story.identity(line), none);
    }

    #[test]
    fn an_account_with_a_kelvin_sign_is_not_the_one_with_a_k() {
        let mut story = Story::up(ALL, "WHOX CASEMAPPING=ascii");
        let said = story.identity("@account=\u{212A}evin :\u{212A}evin!k@h PRIVMSG #fedora-admin :!rfr status");
        assert_ne!(said, account("kevin"));
        let mut directory = crate::people::Directory::default();
        directory.add_identity(&crate::people::Account::new("kevin"), account("kevin"));
        assert!(directory.identify(&said).is_err());
        assert!(directory.identify(&account("KEVIN")).is_ok());
        assert_ne!(
            crate::people::Account::new("\u{212A}evin"),
            crate::people::Account::new("kevin")
        );
    }
}
