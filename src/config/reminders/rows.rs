//! The rows of `[reminders]` and `[[posts]]`.

use crate::config::rows::{Chosen, Number, choices, rows};
use crate::reminder::ReminderKind;

rows! {
    /// `[reminders]`
    ReminderRows {
        enabled: bool = true, on true:
            "Whether people are reminded at all, wherever there is a place to do it.";
        places: Option<Vec<String>> => "the places of [announce]", off ["libera/#fedora-admin"]:
            "Where. Each must be a configured channel or room.";
        time_zone: String = "UTC", on "UTC":
            "The time zone in which people are reminded, at full hours of working days. What becomes due in between \
             waits for the next such hour.";
        working_days: Vec<String> = ["mon", "tue", "wed", "thu", "fri"], on ["mon", "tue", "wed", "thu", "fri"]:
            "On these days.";
        hours: Vec<i64> = [9, 17], on [9, 17]:
            "The first hour and the end: the last reminder comes an hour before the end.";
        mentions_per_rfr_and_day: Number<1, 100> = 1, on 1:
            "How often one RFR is mentioned per day; the rest waits for later days. Reminders about a fixed day (a \
             deployment, the start of a freeze) are sent anyway.";
        posts_per_day: Number<1, 100> = 4, on 4: "How many posts with reminders there are per day, in the same way.";
        off: Vec<Chosen<ReminderKind>> => "none", off ["one-person"]:
            "Kinds of reminders that are never sent: open-question, sign-off, sponsor-asked, no-sponsor, silent, \
             deployment, deployment-overdue, freeze-soon, freeze-start, freeze-overdue, dev-instance, one-person, \
             sponsor-left, hold, upkeep.";
        to_list: Vec<Chosen<ReminderKind>> => "none", off ["silent", "sign-off"]: "Kinds that also go to the mailing list.";
        to_list_from: Number<1, 100> = 3: "From which reminder on they do; 1 is the first.";
        sign_off: Vec<i64> = [7, 7, 28], on [7, 7, 28]:
            "Only the sponsor's sign-off is missing. Three numbers of days: until the first reminder, from the first \
             to the second, and the longest gap; the gaps grow in between. The next keys have the same form.";
        sponsor_asked: Vec<i64> = [7, 7, 28], on [7, 7, 28]: "Somebody was asked to sponsor, and has not answered.";
        no_sponsor: Vec<i64> = [14, 14, 42], on [14, 14, 42]: "Nobody sponsors it.";
        deployment_overdue: Vec<i64> = [0, 2, 14], on [0, 2, 14]: "Counted from the day after the scheduled \
                                                                   deployment.";
        freeze_start: Vec<i64> = [0, 2, 7], on [0, 2, 7]: "Counted from the day on which a freeze was predicted to \
                                                           start.";
        freeze_overdue: Vec<i64> = [0, 3, 14], on [0, 3, 14]: "Counted from the day after its expected end.";
        dev_instance: Vec<i64> = [180, 60, 120], on [180, 60, 120]: "Counted from the creation of the development \
                                                                     instance.";
        one_person: Vec<i64> = [28, 56, 112], on [28, 56, 112]:
            "Only one person works on it; counted from the beginning of the phase.";
        sponsor_left: Vec<i64> = [0, 7, 28], on [0, 7, 28]: "The sponsor is no longer in sysadmin-main.";
        hold: Vec<i64> = [7, 14, 42], on [7, 14, 42]: "It is on hold.";
        upkeep: Vec<i64> = [365, 30, 90], on [365, 30, 90]:
            "In maintenance; from when its capacity, updates or security were looked after last.";
        freeze_soon: Vec<Number<1, 90>> = [7, 3, 1], on [7, 3, 1]:
            "Days before a freeze on which people are told of it. An empty list: nothing ahead.";
        open_question: QuestionRows, on open_question: "Open questions by age, for each phase.";
        silent: SilentRows, on silent: "RFRs in which nothing happens, for each phase.";
    }
}

/// A table with one rhythm per phase; the defaults differ for development.
macro_rules! phases {
    ($table:ident, $development:tt) => {
        rows! {
            /// One rhythm per phase.
            $table {
                pre_sponsorship: Vec<i64> = [14, 14, 42], on [14, 14, 42]: "For this phase, in the same form.";
                planning: Vec<i64> = [14, 14, 42], on [14, 14, 42]: "Days in this phase.";
                development: Vec<i64> = $development, on $development: "Days in this phase.";
                staging: Vec<i64> = [14, 14, 42], on [14, 14, 42]: "Days in this phase.";
                production: Vec<i64> = [14, 14, 42], on [14, 14, 42]: "Days in this phase.";
            }
        }

        impl From<$table> for [Vec<i64>; 5] {
            fn from(raw: $table) -> Self {
                [
                    raw.pre_sponsorship,
                    raw.planning,
                    raw.development,
                    raw.staging,
                    raw.production,
                ]
            }
        }
    };
}

phases!(QuestionRows, [14, 14, 42]);
phases!(SilentRows, [28, 28, 84]);

rows! {
    /// `[[posts]]`
    PostRows {
        name: Option<String> => "needed", on "weekly":
            "A name that must not change: after a restart the bot knows by it what it has posted.";
        when: Option<String> => "needed", on "mon 14:00 UTC":
            "\"mon 14:00 UTC\", \"weekdays 16:00\" or \"every second thursday 15:00 Europe/Prague\" (add \"from 2026-12-03\" \
             to say from which one weeks are counted); without a zone, that of [reminders]. A post that was missed comes up \
             to two days late.";
        meeting: Option<String> => "none", off "Fedora Infrastructure Team Meeting":
            "In place of `when`, which is then not used: the title of a meeting in the calendars `meetings` of [freezes].";
        minutes_before: Number<0, 10080> = 0:
            "For a post that prepares a meeting: `when` is the time of the meeting, and the post comes this many \
             minutes before it, or not at all.";
        places: Option<Vec<String>> => "the places of [announce]", on ["libera/#fedora-admin"]:
            "Where. Each must be a configured channel or room.";
        to_list: bool = false, on true:
            "Whether the mailing list gets it too, as the summary in a mail ([mail] must be there).";
    }
}

choices!(ReminderKind);
