//! Whom a title, an organizer or a list of attendees means, and which freeze a title names.

use super::{calendar, read};
use crate::told;
use rfrbot::calendar::import;

#[test]
fn a_title_names_whom_people_mean_by_it() {
    for (title, expected) in [
        ("kevin: boat", "kevin"),
        ("Kevin:boat", "kevin"),
        ("kevin", "kevin"),
        ("kevin away", "kevin"),
        ("kevin - dentist", "kevin"),
        ("kevin – dentist", "kevin"),
        ("@kevin on vacation", "kevin"),
        ("kevin (out of office)", "kevin"),
        ("(out of office) kevin", "kevin"),
        ("[PTO] kevin", "kevin"),
        ("PTO: kevin", "kevin"),
        ("PTO - kevin", "kevin"),
        ("PTO kevin", "kevin"),
        ("Out of office: kevin until Monday", "kevin"),
        ("OOO kevin", "kevin"),
        ("Vacation (kevin)", "kevin"),
        ("Vacation of kevin", "kevin"),
        ("kevin's vacation", "kevin"),
        ("Kevin’s PTO", "kevin"),
        ("kevin is away", "kevin"),
        ("kevin off on Fridays", "kevin"),
        ("kevin@example.org: boat", "kevin"),
        ("kevin@fedoraproject.org away", "kevin"),
        ("Away: kevin, smooge", "kevin smooge"),
        ("Away: smooge & kevin (FOSDEM)", "smooge kevin"),
        ("kevin, smooge: FOSDEM", "kevin smooge"),
        ("kevin and smooge: FOSDEM", "kevin smooge"),
        ("kevin/smooge - FOSDEM", "kevin smooge"),
        ("kevin+smooge: FOSDEM", "kevin smooge"),
        ("kevin, stranger and smooge: FOSDEM", "kevin smooge"),
        ("stranger, kevin: FOSDEM", "kevin"),
        ("kevin, no laptop", "kevin"),
        // Nobody.
        ("Independence Day", ""),
        ("May Day", ""),
        ("Christmas", ""),
        ("Vacation", ""),
        ("Meeting with kevin", ""),
        ("Birthday: kevin", ""),
        ("kevin's birthday", ""),
        ("kevin is back", ""),
        ("kevin covers for smooge", ""),
        ("kevin stands in for smooge", ""),
        ("kevin back from vacation", ""),
        ("kevin on call", ""),
        ("kevinology: boat", ""),
        ("stranger: boat", ""),
        ("PTO: stranger", ""),
        ("Canceled: kevin: boat", ""),
        ("Office closed", ""),
        ("", ""),
    ] {
        let title_line = title.replace(',', "\\,");
        let read = read(calendar(&format!("SUMMARY:{title_line}\nDTSTART:20261201")).as_bytes());
        let accounts: Vec<&str> = read.absences.iter().map(|(account, _)| account.as_str()).collect();
        assert_eq!(accounts.join(" "), expected, "{title:?}");
        assert_eq!(
            read.remarks.is_empty(),
            !expected.is_empty(),
            "{title:?}: {:?}",
            read.remarks
        );
    }
}

#[test]
fn who_is_out_of_office_without_a_name_in_the_title_is_the_organiser_or_who_is_invited() {
    for (lines, expected) in [
        (
            "SUMMARY:Out of office\nORGANIZER;CN=\"K: F\":mailto:kevin@example.org",
            "kevin",
        ),
        ("SUMMARY:PTO\nORGANIZER:MAILTO:smooge@fedoraproject.org", "smooge"),
        (
            "SUMMARY:Vacation\nATTENDEE;PARTSTAT=ACCEPTED:mailto:Kevin@Example.org",
            "kevin",
        ),
        (
            "SUMMARY:Away\nORGANIZER:mailto:office@example.org\nATTENDEE:mailto:kevin@example.org\n\
             ATTENDEE;PARTSTAT=DECLINED:mailto:smooge@fedoraproject.org",
            "kevin",
        ),
        ("SUMMARY:OOO\nORGANIZER:mailto:stranger@example.org", ""),
        ("SUMMARY:Infrastructure meeting\nATTENDEE:mailto:kevin@example.org", ""),
        ("SUMMARY:smooge: boat\nORGANIZER:mailto:kevin@example.org", "smooge"),
    ] {
        let read = read(calendar(&format!("{lines}\nDTSTART:20261201")).as_bytes());
        let accounts: Vec<&str> = read.absences.iter().map(|(account, _)| account.as_str()).collect();
        assert_eq!(accounts.join(" "), expected, "{lines}");
    }
}

#[test]
fn a_freeze_is_recognised_however_its_title_names_the_release() {
    let file = |title: &str| calendar(&format!("SUMMARY:{title}\nDTSTART:20260825\nDTEND:20260916"));
    for title in [
        "F45: Beta Freeze",
        "F45 Beta Freeze",
        "F45:Beta Freeze",
        "F45 - Beta Freeze",
        "f45 beta freeze",
        "F-45 Beta Freeze",
        "[F45] Beta Freeze",
        "Fedora 45 Beta Freeze",
        "Fedora Linux 45: Beta Freeze",
        "Beta Freeze (F45)",
        "Beta Freeze F45",
        "Beta Freeze for Fedora Linux 45",
        "F45: Beta Freeze - infrastructure",
        "F45 Infrastructure Beta Freeze",
        "F45: Beta Infrastructure Change Freeze",
        "F45: Beta Freeze begins",
        "Start of F45 Beta Freeze (14:00 UTC)",
    ] {
        let read = import::ics(file(title).as_bytes()).expect(title);
        assert_eq!(
            told(&read.predictions),
            ["F45 beta: 2026-08-25 to 2026-09-16"],
            "{title}"
        );
    }
    for title in [
        "F45: Beta Freeze Exceptions",
        "F45: End of Beta Freeze",
        "F45: Beta Freeze lifted",
        "F45: Post-branch Freeze",
        "F45: String Freeze",
        "F45: Beta String Freeze",
        "F45: Beta and Final Freeze",
        "F45: Beta",
    ] {
        assert!(import::ics(file(title).as_bytes()).is_err(), "{title}");
    }
}
