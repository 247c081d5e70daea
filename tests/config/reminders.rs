//! Reminders and calendars.

use crate::{EXAMPLE, around_the_example, load, refused};
use rfrbot::config::{Config, Location};
use rfrbot::wire::Place;
use std::path::Path;
use std::time::Duration;

/// A config with one channel and these lines.
fn reminding(lines: &str) -> String {
    let network =
        "[irc.libera]\nhost = \"irc.libera.chat\"\nnick = \"rfrbot\"\nchannels = [\"#fedora-admin\", \"#noc\"]\n";
    format!("{network}{lines}\n")
}

#[test]
fn what_is_wrong_with_reminders_is_told_with_line_and_fix() {
    for (lines, expected) in [
        (
            "[reminders]\ntime_zone = \"Europe/Prag\"",
            "rfrbot.toml:6: reminders.time_zone: \"Europe/Prag\" is no time zone. Did you mean \"Europe/Prague\"?",
        ),
        (
            "[reminders]\nworking_days = [\"mon\", \"tusday\"]",
            "reminders.working_days[1]: expected \"mon\" or \"tue\"",
        ),
        (
            "[reminders]\nworking_days = []",
            "reminders.working_days: there is no working day; name at least one",
        ),
        (
            "[reminders]\nhours = [17, 9]",
            "reminders.hours: the hours 17 to 9 leave no time; give full hours",
        ),
        (
            "[reminders]\nhours = [9]",
            "reminders.hours: expected two full hours, found [9]. Write the first hour",
        ),
        (
            "[reminders]\nhours = [-1, 9]",
            "reminders.hours: expected two full hours",
        ),
        (
            "[reminders]\noff = [\"one-persn\"]",
            "reminders.off[0]: expected \"open-question\" or",
        ),
        ("[reminders]\noff = [\"one-persn\"]", "Did you mean \"one-person\"?"),
        (
            "[reminders]\nhold = [7, 14]",
            "reminders.hold: expected three numbers of days, the second from 1 up to the third, found [7, 14]. Write days \
             to the first reminder, to the second, and at most between two; without this key it is [7, 14, 42]",
        ),
        (
            "[reminders]\nhold = [7, 0, 3]",
            "reminders.hold: expected three numbers",
        ),
        (
            "[reminders.silent]\nstaging = [7, 14, 9999]",
            "reminders.silent.staging: expected three numbers",
        ),
        (
            "[reminders]\nposts_per_day = 0",
            "reminders.posts_per_day: expected a whole number from 1 to 100, found 0",
        ),
        (
            "[reminders]\nfreeze_soon = [0]",
            "reminders.freeze_soon[0]: expected a whole number from 1 to 90",
        ),
        (
            "[reminders]\nplaces = [\"libera/#nok\"]",
            "reminders.places[0]: the bot does not sit in libera/#nok. Did you mean \"libera/#noc\"?",
        ),
        ("[reminders]\nquite = true", "reminders.quite: unknown key"),
        (
            "[[posts]]\nname = \"weekly\"\nwhen = \"someday 14:00\"",
            "rfrbot.toml:7: posts[0].when: `someday` is no day: expected",
        ),
        (
            "[[posts]]\nname = \"weekly\"",
            "posts[0].when: this post has no time. Write, for example",
        ),
        (
            "[[posts]]\nwhen = \"mon 14:00\"",
            "posts[0].name: expected a simple word that no other post has",
        ),
        (
            "[[posts]]\nname = \"a\"\nwhen = \"mon 14:00\"\n[[posts]]\nname = \"a\"\nwhen = \"tue 14:00\"",
            "posts[1].name: expected a simple word that no other post has, found \"a\"",
        ),
    ] {
        let message = refused(&reminding(lines));
        assert!(
            message.contains(expected),
            "{lines}\n  said: {message}\n  expected: {expected}"
        );
    }
}

#[test]
fn reminders_are_on_unless_they_are_turned_off() {
    let reminders = |lines: &str| load(&reminding(lines)).expect("a good config").reminders;
    let all = reminders("").expect("they are on");
    assert_eq!(all.settings, rfrbot::reminder::ReminderSettings::default());
    assert_eq!(all.places.len(), 2);
    assert_eq!(reminders("[reminders]\nenabled = false"), None);
    assert_eq!(reminders("[announce]\nplaces = []"), None, "nowhere to say it");
    let some = reminders(
        "[reminders]\nplaces = [\"libera/#noc\"]\nto_list = [\"hold\"]\n[[posts]]\nname = \"a\"\nwhen = \"mon 14:00\"",
    );
    let some = some.expect("they are on");
    assert_eq!(some.places, [Place::channel("libera", "#noc")]);
    assert_eq!(
        some.settings.to_list_from,
        [(rfrbot::reminder::ReminderKind::Hold, 3)].into()
    );
    assert_eq!(some.posts[0].places.len(), 2, "posts go where announcements go");
    // The shipped example shows the defaults.
    let (folder, surroundings) = around_the_example();
    let example = Config::from_text_in(EXAMPLE, &folder.path().join("config.toml"), &surroundings);
    let shown = example.expect("a good config").reminders.expect("they are on");
    assert_eq!(shown.settings, rfrbot::reminder::ReminderSettings::default());
}

#[test]
fn calendars_may_come_without_tls_from_this_machine_or_when_that_is_written_out() {
    let here = "\"http://localhost:8000/a.ics\", \"http://127.0.0.1/b.ics\", \"http://[::1]:80/c.ics\"";
    let config = load(&format!("[freezes]\nimport = [{here}]\nabsences = [\"away.ics\"]")).expect("it is good");
    assert_eq!(config.freezes.imports.len(), 3);
    assert_eq!(
        config.freezes.absences[0].location,
        Location::File(Path::new("away.ics").into())
    );
    assert_eq!(config.freezes.refresh, Duration::from_secs(6 * 60 * 60));
    let lines = config.describe().join("\n");
    assert!(
        lines.contains("[freezes] absences are read from away.ics, at the start and every 6 hours."),
        "{lines}"
    );
    let far = "[freezes]\nplain = true\nin_force = \"by-itself\"\nimport = [\"http://calendar.example/a.ics\"]";
    let config = load(far).expect("it is written out");
    assert!(config.freezes.automatic.start && config.freezes.automatic.lift);
    assert!(config.describe().join("\n").contains("in force by itself"));
    let near = refused("[freezes]\nimport = [\"http://127.0.0.1.example.org/a.ics\"]");
    assert!(near.contains("without TLS"), "{near}");
}
