//! What the list does with a post: the facts that the bot's sending relies on.

use crate::house::{House, LIST, LIST_ID};
use crate::mailman::Authors;

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn a_members_post_reaches_the_members() {
    let house = House::with_list(Authors::Kept);
    let mail = format!(
        "From: Member <member@example.org>\r\nTo: {LIST}\r\nSubject: hello\r\nMessage-ID: <1@example.org>\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nHello, everybody.\r\n"
    );
    house.post_as("member", mail.as_bytes());
    for name in ["member", "rfrbot"] {
        let copy = house.mail_in(name, "the post", |mail| mail.contains("Message-ID: <1@example.org>"));
        assert!(copy.contains("\nSubject: [Infrastructure] hello\n"), "{copy}");
        assert!(copy.contains(LIST_ID), "{copy}");
    }
    assert!(house.mails_in("stranger").is_empty());
}
