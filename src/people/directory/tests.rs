use super::*;

fn services(network: &str, account: &str) -> Identity {
    Identity::IrcAccount {
        network: network.to_owned(),
        account: account.to_owned(),
    }
}

#[test]
fn an_account_counts_only_on_the_network_that_it_was_given_for() {
    let mut directory = Directory::new();
    let kevin = Account::new("kevin");
    directory.add_identity(&kevin, services("libera", "nirik"));
    let person = directory
        .identify(&services("libera", "Nirik"))
        .expect("mapped, in any case");
    assert_eq!(person.account(), &kevin);
    assert_eq!(person.proof(), "services account Nirik on libera");
    let elsewhere = services("oftc", "nirik");
    assert_eq!(
        directory.identify(&elsewhere),
        Err(NotAPerson::Unmapped(elsewhere.clone()))
    );
    // The kelvin sign is not a k.
    assert!(directory.identify(&services("libera", "niri\u{212A}")).is_err());
    // The Fedora account's name is not a services account.
    assert!(directory.identify(&services("libera", "kevin")).is_err());
}

#[test]
fn what_no_person_caused_is_nobodys_account() {
    let mut directory = Directory::new();
    directory.add_account_server("fedora.im");
    directory.add_own_name("Helper");
    for name in ["mailing-list", "calendar", "clock", "config", "rfrbot", "helper"] {
        let account = Account::new(name);
        directory.add_identity(&account, services("libera", name));
        let mxid = format!("@{name}:fedora.im");
        directory.add_identity(&account, Identity::Matrix { mxid: mxid.clone() });
        let account = name.to_owned();
        for identity in [
            services("libera", name),
            Identity::Matrix { mxid },
            Identity::Console { account },
        ] {
            assert!(directory.identify(&identity).is_err(), "{identity}");
        }
    }
}

#[test]
fn only_letters_of_ascii_are_alike() {
    let mut directory = Directory::new();
    let kevin = Account::new("kevin");
    directory.add_identity(&kevin, services("libera", "kevin"));
    assert!(directory.identify(&services("libera", "KEVIN")).is_ok());
    // The kelvin sign is not a k.
    assert!(directory.identify(&services("libera", "\u{212a}evin")).is_err());
    assert_ne!(Account::new("\u{212a}evin"), kevin);
    let console = Identity::Console {
        account: "\u{212a}evin".to_owned(),
    };
    assert_ne!(
        directory
            .identify(&console)
            .expect("the console names its person")
            .account(),
        &kevin
    );
}

#[test]
fn on_a_homeserver_of_accounts_the_local_part_is_the_account() {
    let mut directory = Directory::new();
    directory.add_account_server("fedora.im");
    let who = |mxid: &str| {
        let identity = Identity::Matrix { mxid: mxid.to_owned() };
        directory
            .identify(&identity)
            .ok()
            .map(|person| person.account().to_string())
    };
    assert_eq!(who("@kevin:fedora.im").as_deref(), Some("kevin"));
    for stranger in [
        "@kevin:matrix.org",
        "@kevin:fedora.im.evil.org",
        "@kevin:fedora.im:8448",
        "@Kevin:fedora.im",
        "@@kevin:fedora.im",
        "@_irc_/kevin:fedora.im",
        "kevin:fedora.im",
        "@:fedora.im",
    ] {
        assert_eq!(who(stranger), None, "{stranger}");
    }
}

#[test]
fn words_that_no_account_can_be_are_refused() {
    assert_eq!(Account::from_word("@Kevin,"), Some(Account::new("kevin")));
    for word in ["", "@", "two words", "https://example.org", "-x", "naïve"] {
        assert_eq!(Account::from_word(word), None, "{word:?}");
    }
}
