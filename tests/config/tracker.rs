//! What `[tracker]` refuses.

use crate::refused;

#[test]
fn mistakes_about_the_tracker_are_named_with_their_fix() {
    let server = "forgejo = \"https://forge.example.org\"\nrepository = \"infra/tickets\"\n";
    let tracker = |body: &str| format!("[tracker]\n{body}");
    for (text, words) in [
        (tracker(""), "tracker.forgejo: it is not said which server"),
        (
            tracker("forgejo = \"https://me:secret@forge.example.org\"\n"),
            "tracker.forgejo: the address is not one of a server on the web",
        ),
        (
            tracker("forgejo = \"http://forge.example.org\"\n"),
            "Use https://, or accept that by plain = true under [tracker]",
        ),
        (
            tracker("forgejo = \"https://forge.example.org\"\nrepository = \"tickets\"\n"),
            "tracker.repository: \"tickets\" is no OWNER/NAME",
        ),
        (tracker(server), "the token is missing. Add token_file = \"FILE\""),
        (
            tracker(&format!("{server}logins = [\"otto\"]\n")),
            "tracker.logins[0]: \"otto\" is no pair. Write it like \"otto_f = otto\"",
        ),
        (
            tracker(&format!("{server}logins = [\"Otto_f = otto\", \"otto_f = ida\"]\n")),
            "tracker.logins[1]: the login \"otto_f\" stands twice. Name each login once",
        ),
        (
            tracker(&format!("{server}phase_labels = [\"stage = x\"]\n")),
            "tracker.phase_labels[0]: \"stage = x\" is no \"PHASE = LABEL\". The phases are pre-sponsorship,",
        ),
        (
            tracker(&format!("{server}phase_labels = [\"staging = x\", \"staging = y\"]\n")),
            "tracker.phase_labels[1]: staging stands twice. Name each phase once",
        ),
        (
            tracker(&format!("{server}[tracker.webhook]\nlisten = \"7374\"\n")),
            "tracker.webhook.listen: \"7374\" is no address with a port. Write, for example: listen = \"127.0.0.1:7374\"",
        ),
    ] {
        let said = refused(&text);
        assert!(said.contains(words), "{text}\n{said}");
        assert!(!said.contains("secret@"), "{said}");
    }
}
