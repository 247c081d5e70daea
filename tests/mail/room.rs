//! Between the room and the list: what is done in one is read in the other, by real people on both.

use crate::bot::Bot;
use crate::channel::{ask, hears, lab, meets_bot, person_with_account};
use crate::house::{House, LIST};
use crate::mailman::Authors;
use crate::servers::inspircd::{InspIrcd, Profile};

/// Mails to the list as its member, in reply to that mail, and waits until the list has distributed it.
fn post(house: &House, number: u32, to: &str, text: &str) {
    let id = format!("from-member-{number}@example.org");
    let mail = format!(
        "From: Member <member@example.org>\r\nTo: {LIST}\r\nSubject: Re: [Infrastructure] [badges] Badges\r\n\
         Message-ID: <{id}>\r\nIn-Reply-To: {to}\r\nReferences: {to}\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\n> What do you think?\r\n\r\n{text}\r\n"
    );
    house.post_as("member", mail.as_bytes());
    house.mail_in("rfrbot", "the member's mail", |mail| mail.contains(&id));
}

fn header<'a>(mail: &'a str, name: &str) -> &'a str {
    let line = mail
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or_else(|| panic!("no {name} in\n{mail}"))
}

#[test]
#[ignore = "needs Postfix, Dovecot, Mailman, InspIRCd and Atheme: tests/run mail"]
fn what_is_done_in_the_room_is_read_on_the_list_and_what_is_answered_there_in_the_room() {
    let house = House::with_list(Authors::Kept);
    let irc = InspIrcd::start(Profile::Lenient);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut kevin = person_with_account(&irc, "kevin");
    let mut bot = Bot::on(&house, &lab(irc.address().port(), ""));
    bot.start();
    meets_bot(&mut ralph, "#fedora-admin");

    // The request is mailed, with a link that is known at once.
    let said = ask(
        &mut ralph,
        "!rfr new badges 4321 Badges for everyone",
        "on the list: https://lists.example.org/archives/list/",
    );
    assert!(said.text().contains("New RFR badges"), "{said}");
    let request = house.mail_in("member", "the request", |mail| mail.contains("[badges] New request"));
    let first = header(&request, "Message-ID").to_owned();

    // A member answers it on the list (the name is written without a highlight), and everybody in the room reads who,
    // about what and where.
    post(&house, 1, &first, "Question: How long are awards kept?");
    for person in [&mut ralph, &mut kevin] {
        let line = hears(person, "mail on the list from ");
        for part in [
            "badges: ",
            "(unproven)",
            "https://lists.example.org/archives/list/",
            "!rfr ask badges from 1",
        ] {
            assert!(line.text().contains(part), "no {part:?} in {line}");
        }
    }

    // The question is accepted in the room, and answered on the list; a mail proves nobody, so the room is told, and
    // nothing changes.
    ask(
        &mut ralph,
        "!rfr ask badges from 1",
        "question 1 opened: How long are awards kept?",
    );
    post(&house, 2, &first, "Answer 1: For ever.");
    hears(&mut ralph, "mail on the list from ");
    ask(&mut ralph, "!rfr questions badges", "How long are awards kept?");
    ask(&mut ralph, "!rfr answer badges 1 For ever.", "question 1 answered");

    // The thread is the discussion that the SOP requires, once two people have written and one is known by address:
    // nobody has to record it.
    let second = format!(
        "From: Owner <owner@example.org>\r\nTo: {LIST}\r\nSubject: Re: [badges] Badges\r\n\
         Message-ID: <from-owner@example.org>\r\nReferences: {first}\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nGood.\r\n"
    );
    house.post_as("owner", second.as_bytes());
    hears(&mut ralph, "mail on the list from ");
    ask(&mut kevin, "!rfr sponsor badges", "sponsored by");
    ask(
        &mut ralph,
        "!rfr advance badges",
        "moved from pre-sponsorship to planning",
    );
    ask(&mut ralph, "!rfr people badges add ralph", "recorded as maintainer");
    ask(&mut ralph, "!rfr advance badges", "moved from planning to development");
    let moved = house.mail_in("member", "the move", |mail| {
        mail.contains("From planning to development")
    });
    assert_eq!(header(&moved, "In-Reply-To"), first, "{moved}");
    bot.stop();

    let heard = |text: &str| ralph.lines().iter().filter(|line| line.text().contains(text)).count();
    assert_eq!(heard("mail on the list from "), 3, "each mail is told once");
}
