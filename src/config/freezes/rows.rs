//! The rows of `[freezes]`.

use crate::config::rows::{Chosen, FilePath, Named, Number, rows};
use chrono::NaiveDate;

rows! {
    /// `[freezes]`
    FreezeRows {
        import: Vec<String> => "none",
            off ["fedora-releases-keytasks.ics", "https://calendar.example.org/f-45-key.ics"]:
            "Published calendars of freezes: iCalendar or JSON (key tasks of releases), as files beside this one or with \
             whole paths, or as addresses with https://. They only predict. One that vanishes or breaks changes nothing; \
             its last good reading goes on counting, and `check`, the log and `!rfr freeze` say so.";
        absences: Vec<String> => "none", off ["absences.ics"]:
            "Calendars of who is away, in the same places: iCalendar, each event's title names accounts of this config \
             (\"otto: on a boat\", \"PTO: otto, ida\"). Other events say nothing of anybody; `check` counts them, and \
             names those that it cannot read. What people say with `away` and `back` counts beside it.";
        refresh_hours: Number<1, 168> = 6:
            "Files and addresses are read at the start, and again every so many hours; 168 is a week.";
        in_force: Chosen<StartMode> = "by-hand":
            "\"by-hand\": a freeze is in force when somebody says so (`freeze start`, `freeze lift`). \"by-itself\": also \
             when its predicted day comes, until its predicted end; what people started or lifted stays as they said.";
        flag: Option<String> => "none", off "https://forge.example.org/infra/ansible/raw/branch/main/vars/all/Frozen.yaml":
            "The infra repository's own flag, as a file or an address: a YAML file with a line InfraFrozen: true or false. \
             When it changes and the bot knows something else, the rooms hear it, with the line that says so here.";
        flag_counts: bool = false:
            "true: what the flag says when it changes is so by itself; what people started they lift themselves. A freeze \
             that nobody predicts is called InfraFrozen.";
        outages: Vec<String> => "none", off ["https://status.example.org/planned.json"]:
            "Status pages, as files or addresses: their planned outages are said beside a date for production on the same \
             day. They forbid nothing.";
        meetings: Vec<String> => "none", off ["https://calendar.example.org/ical/infrastructure/"]:
            "Calendars of meetings, as files or addresses: iCalendar. [[posts]] name a meeting by its title.";
        ca_file: Option<FilePath> => "the system's alone", off "private-ca.pem":
            "PEM file of a private authority in addition to the system's, for addresses.";
        plain: bool = false:
            "true takes addresses without TLS (http://) on other machines. Anybody on the way can then move freezes.";
        windows: Vec<WindowRows> => "none", on windows: "The config's own freezes.";
    }
}

rows! {
    /// `[[freezes.windows]]`
    WindowRows {
        name: Option<String> => "needed", on "F45 beta": "The freeze's name.";
        from: Option<NaiveDate> => "needed", on "2026-08-25": "The first frozen day.";
        to: Option<NaiveDate> => "needed", on "2026-09-16": "The last frozen day.";
    }
}

/// When a freeze takes effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::config) enum StartMode {
    /// When somebody says so.
    #[default]
    ByHand,
    /// Also on its predicted day.
    ByItself,
}

impl Named for StartMode {
    const CHOICES: &'static [Self] = &[Self::ByHand, Self::ByItself];

    fn called(self) -> &'static str {
        match self {
            Self::ByHand => "by-hand",
            Self::ByItself => "by-itself",
        }
    }
}
