//! Each kind of reminder: when it comes, how often, and what ends it.

use super::scene::{Scene, account, at, day, lines, person};
use rfrbot::people::Directory;
use rfrbot::reminder::{How, ReminderFact, ReminderKind, Snoozable};
use rfrbot::rfr::{Ending, RfrEvent};
use rfrbot::sop::Phase;

/// The reminders of one period, as lines; only of these kinds.
fn year(scene: &mut Scene, from: &str, to: &str, kinds: &[ReminderKind]) -> Vec<String> {
    scene.settings.off = ReminderKind::ALL
        .into_iter()
        .filter(|kind| !kinds.contains(kind))
        .collect();
    let posts = scene.run(at(from), at(to));
    lines(&posts)
}

#[test]
fn an_open_question_is_asked_after_ever_more_rarely_until_it_is_answered() {
    let mut scene = Scene::new();
    let badges = scene.in_development("badges", at("2026-01-05T10:00"));
    let number = scene.asks(badges, at("2026-01-05T10:23"));
    let said = year(
        &mut scene,
        "2026-01-05T10:30",
        "2026-04-20T00:00",
        &[ReminderKind::OpenQuestion],
    );
    assert_eq!(
        said,
        [
            "2026-01-19T11:00 badges open-question 1",
            "2026-02-02T11:00 badges open-question 2",
            "2026-03-02T11:00 badges open-question 3",
            "2026-04-13T11:00 badges open-question 4",
        ]
    );
    scene.answers(badges, number, at("2026-04-21T10:00"));
    assert_eq!(scene.next_due(at("2026-04-21T10:00")), None);
}

#[test]
fn a_sign_off_is_waited_for_when_nothing_else_is_missing() {
    let mut scene = Scene::new();
    let badges = scene.in_staging("badges", at("2026-01-05T10:00"));
    let kinds = [ReminderKind::SignOff, ReminderKind::Silent];
    // A date is missing, too: that counts as silence, not as waiting for the sponsor.
    let said = year(&mut scene, "2026-01-05T10:00", "2026-01-20T00:00", &kinds);
    assert_eq!(said, ["2026-01-19T10:00 badges silent 1"]);
    scene.schedules(badges, at("2026-01-20T10:00"), day("2026-06-01"));
    let said = year(&mut scene, "2026-01-20T10:00", "2026-02-20T00:00", &kinds);
    assert_eq!(
        said,
        [
            "2026-01-27T10:00 badges sign-off 1",
            "2026-02-03T10:00 badges sign-off 2",
            "2026-02-17T10:00 badges sign-off 3"
        ]
    );
    let due = scene.upcoming(at("2026-02-20T00:00"));
    assert_eq!(due[0].owes, [account("kevin")]);
    let (phase, note) = (Phase::Staging, String::new());
    scene.happens(
        badges,
        "kevin",
        at("2026-02-20T10:00"),
        &RfrEvent::SignedOff { phase, note },
    );
    let said = year(&mut scene, "2026-02-20T10:00", "2026-03-07T00:00", &kinds);
    assert_eq!(
        said,
        ["2026-03-06T10:00 badges silent 1"],
        "it could advance, and nobody does it"
    );
}

#[test]
fn who_was_asked_to_sponsor_is_waited_for_and_else_a_sponsor_is_looked_for() {
    let mut scene = Scene::new();
    let badges = scene.request("badges", at("2026-01-05T10:00"));
    let kinds = [
        ReminderKind::NoSponsor,
        ReminderKind::SponsorAsked,
        ReminderKind::Silent,
    ];
    let said = year(&mut scene, "2026-01-05T10:00", "2026-01-25T00:00", &kinds);
    assert_eq!(said, ["2026-01-19T10:00 badges no-sponsor 1"]);
    let asked = RfrEvent::SponsorAsked {
        account: account("kevin"),
    };
    scene.happens(badges, "ralph", at("2026-01-26T12:30"), &asked);
    let said = year(&mut scene, "2026-01-26T12:30", "2026-02-12T00:00", &kinds);
    assert_eq!(
        said,
        [
            "2026-02-02T13:00 badges sponsor-asked 1",
            "2026-02-09T13:00 badges sponsor-asked 2"
        ]
    );
    let sponsored = RfrEvent::Sponsored {
        account: account("kevin"),
    };
    scene.happens(badges, "kevin", at("2026-02-12T12:00"), &sponsored);
    let said = year(&mut scene, "2026-02-12T12:00", "2026-02-27T00:00", &kinds);
    assert_eq!(said, ["2026-02-26T12:00 badges silent 1"]);
}

#[test]
fn a_sponsor_who_left_the_group_is_told_at_once_but_not_when_the_group_could_not_be_read() {
    let mut scene = Scene::new();
    scene.in_development("badges", at("2025-01-06T10:00"));
    let kinds = [ReminderKind::SponsorLeft];
    assert_eq!(
        year(&mut scene, "2026-01-06T10:00", "2027-01-01T00:00", &kinds),
        [""; 0]
    );
    let full = std::mem::replace(&mut scene.directory, Directory::new());
    assert_eq!(
        year(&mut scene, "2026-01-06T10:00", "2027-01-01T00:00", &kinds),
        [""; 0]
    );
    scene.directory.add_member("sysadmin-main", &account("smooge"));
    let said = year(&mut scene, "2026-01-06T10:00", "2026-03-01T00:00", &kinds);
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("2026-01-06T10:00"), "{said:?}");
    scene.directory = full;
    assert_eq!(scene.next_due(at("2026-03-01T00:00")), None);
}

#[test]
fn a_deployment_is_told_before_on_and_after_its_day_until_it_is_done() {
    let mut scene = Scene::new();
    let badges = scene.in_staging("badges", at("2026-01-05T10:00"));
    scene.schedules(badges, at("2026-01-05T10:00"), day("2026-01-15"));
    let kinds = [ReminderKind::Deployment, ReminderKind::DeploymentOverdue];
    let said = year(&mut scene, "2026-01-05T10:00", "2026-01-25T00:00", &kinds);
    assert_eq!(
        said,
        [
            "2026-01-14T09:00 badges deployment 1",
            "2026-01-15T09:00 badges deployment 0",
            "2026-01-16T09:00 badges deployment-overdue 1",
            "2026-01-19T09:00 badges deployment-overdue 2",
            "2026-01-22T09:00 badges deployment-overdue 3",
        ]
    );
    let (item, note) = ("deployed".to_owned(), String::new());
    scene.happens(
        badges,
        "kevin",
        at("2026-01-25T10:00"),
        &RfrEvent::ItemDone { item, note },
    );
    assert_eq!(scene.next_due(at("2026-01-25T10:00")), None);
}

#[test]
fn a_deployment_on_a_monday_is_told_on_the_friday_before() {
    let mut scene = Scene::new();
    let badges = scene.in_staging("badges", at("2026-01-05T10:00"));
    scene.schedules(badges, at("2026-01-05T10:00"), day("2026-01-19"));
    let said = year(
        &mut scene,
        "2026-01-05T10:00",
        "2026-01-20T00:00",
        &[ReminderKind::Deployment],
    );
    assert_eq!(
        said,
        [
            "2026-01-16T09:00 badges deployment 1",
            "2026-01-19T09:00 badges deployment 0"
        ]
    );
}

#[test]
fn a_freeze_is_told_before_it_and_asked_about_politely_at_both_ends() {
    let mut scene = Scene::new();
    scene.freeze("F45 beta", "2026-08-25", "2026-09-16", None);
    let kinds = [
        ReminderKind::FreezeSoon,
        ReminderKind::FreezeStart,
        ReminderKind::FreezeOverdue,
    ];
    let said = year(&mut scene, "2026-08-01T00:00", "2026-09-01T00:00", &kinds);
    assert_eq!(
        said,
        [
            "2026-08-18T09:00 F45 beta freeze-soon 7",
            // The 22nd is a Saturday: sent on Monday, when one day is left, so the two become one.
            "2026-08-24T09:00 F45 beta freeze-soon 1",
            "2026-08-25T09:00 F45 beta freeze-start 1",
            "2026-08-27T09:00 F45 beta freeze-start 2",
            "2026-08-31T09:00 F45 beta freeze-start 3",
        ]
    );
    scene.freezes[0].in_force_since = Some(at("2026-09-01T12:00"));
    // It was once lifted three and a half months late.
    let said = year(&mut scene, "2026-09-01T12:00", "2027-01-01T00:00", &kinds);
    assert_eq!(
        said,
        [
            "2026-09-17T09:00 F45 beta freeze-overdue 1",
            "2026-09-21T09:00 F45 beta freeze-overdue 2",
            "2026-09-28T09:00 F45 beta freeze-overdue 3",
            "2026-10-05T09:00 F45 beta freeze-overdue 4",
            "2026-10-19T09:00 F45 beta freeze-overdue 5",
            "2026-11-02T09:00 F45 beta freeze-overdue 6",
            "2026-11-16T09:00 F45 beta freeze-overdue 7",
            "2026-11-30T09:00 F45 beta freeze-overdue 8",
            "2026-12-14T09:00 F45 beta freeze-overdue 9",
            "2026-12-28T09:00 F45 beta freeze-overdue 10",
        ]
    );
    scene.freezes.clear();
    assert_eq!(scene.next_due(at("2027-01-01T00:00")), None);
}

#[test]
fn an_old_instance_and_a_single_person_are_mentioned_rarely() {
    let mut scene = Scene::new();
    let badges = scene.in_development("badges", at("2026-01-05T10:00"));
    let removed = RfrEvent::PersonRemoved {
        account: account("smooge"),
    };
    scene.happens(badges, "ralph", at("2026-01-05T10:00"), &removed);
    let (item, note) = ("dev-instance".to_owned(), String::new());
    scene.happens(
        badges,
        "kevin",
        at("2026-01-06T10:00"),
        &RfrEvent::ItemDone { item, note },
    );
    let kinds = [ReminderKind::DevInstance, ReminderKind::OnePerson];
    let said = year(&mut scene, "2026-01-06T10:00", "2027-01-01T00:00", &kinds);
    assert_eq!(
        said,
        [
            "2026-02-02T10:00 badges one-person 1",
            "2026-03-30T10:00 badges one-person 2",
            "2026-07-06T09:00 badges dev-instance 1",
            "2026-07-20T10:00 badges one-person 3",
            "2026-09-03T10:00 badges dev-instance 2",
            "2026-11-09T10:00 badges one-person 4",
        ]
    );
    scene.happens(badges, "ralph", at("2027-01-01T10:00"), &person("smooge"));
    let coming = scene.upcoming(at("2027-01-01T10:00"));
    assert!(coming.iter().all(|due| due.key.cause.kind == ReminderKind::DevInstance));
}

#[test]
fn what_rests_is_only_asked_whether_it_still_rests() {
    let mut scene = Scene::new();
    let badges = scene.in_development("badges", at("2026-01-05T10:00"));
    scene.asks(badges, at("2026-01-05T10:00"));
    let reason = "waits for packages".to_owned();
    scene.happens(badges, "ralph", at("2026-01-06T10:00"), &RfrEvent::Held { reason });
    let said = lines(&scene.run(at("2026-01-06T10:00"), at("2026-03-20T00:00")));
    assert_eq!(
        said,
        [
            "2026-01-13T10:00 badges hold 1",
            "2026-01-27T10:00 badges hold 2",
            "2026-02-24T10:00 badges hold 3"
        ]
    );
    let (how, reason) = (Ending::Dropped, "gone".to_owned());
    scene.happens(
        badges,
        "ralph",
        at("2026-03-20T00:00"),
        &RfrEvent::Ended { how, reason },
    );
    assert_eq!(scene.next_due(at("2026-03-20T00:00")), None);
}

#[test]
fn a_snooze_ends_with_a_reminder_and_a_mute_with_none() {
    let mut scene = Scene::new();
    let badges = scene.in_development("badges", at("2026-01-05T10:00"));
    let number = scene.asks(badges, at("2026-01-05T10:00"));
    let id = scene.rfrs[badges].id;
    scene.settings.off = [ReminderKind::Silent].into();
    let snooze = |what, until| ReminderFact::Snoozed {
        what,
        until: at(until),
        by: account("ralph"),
    };
    // Shorter than the limit: it changes nothing.
    scene.remember(snooze(Snoozable::Question(id, number), "2026-01-12T00:00"));
    assert_eq!(scene.next_due(at("2026-01-06T00:00")), Some(at("2026-01-19T10:00")));
    scene.remember(snooze(Snoozable::Question(id, number), "2026-02-16T00:00"));
    let said = lines(&scene.run(at("2026-01-06T00:00"), at("2026-03-10T00:00")));
    assert_eq!(
        said,
        [
            "2026-02-16T09:00 badges open-question 1",
            "2026-03-02T09:00 badges open-question 2"
        ]
    );
    scene.remember(snooze(Snoozable::Rfr(id), "2026-06-01T00:00"));
    assert_eq!(scene.next_due(at("2026-03-10T00:00")), Some(at("2026-06-01T09:00")));

    let (reason, by) = ("its people know".to_owned(), account("ralph"));
    scene.remember(ReminderFact::Muted {
        rfr: id,
        reason,
        by: by.clone(),
    });
    assert_eq!(scene.next_due(at("2026-03-10T00:00")), None);
    assert_eq!(
        scene.memory.mute(id).map(|mute| mute.reason.as_str()),
        Some("its people know")
    );
    scene.remember(ReminderFact::Unmuted { rfr: id, by });
    assert_eq!(scene.next_due(at("2026-03-10T00:00")), Some(at("2026-06-01T09:00")));
}

#[test]
fn nobody_is_called_who_did_not_ask_for_it() {
    use rfrbot::reminder::{Target, posts};
    let mut scene = Scene::new();
    let badges = scene.in_development("badges", at("2026-01-05T10:00"));
    scene.asks(badges, at("2026-01-05T10:00"));
    scene.settings.off = [ReminderKind::Silent].into();
    let now = at("2026-01-19T10:00");
    let reminders = scene.due(now);
    let said = posts(&reminders);
    assert_eq!(reminders[0].owes, [account("ralph"), account("smooge")]);
    assert_eq!((said.len(), &said[0].target, said[0].call.len()), (1, &Target::Room, 0));

    for (name, how) in [("ralph", How::On), ("smooge", How::Dm), ("kevin", How::On)] {
        scene.remember(ReminderFact::Preference {
            account: account(name),
            how,
            network: "libera".to_owned(),
        });
    }
    scene.settings.to_list_from.insert(ReminderKind::OpenQuestion, 1);
    let reminders = scene.due(now);
    let said = posts(&reminders);
    let targets: Vec<&Target> = said.iter().map(|post| &post.target).collect();
    assert_eq!(
        targets,
        [&Target::Room, &Target::List, &Target::Direct(account("smooge"))]
    );
    assert_eq!(said[0].call, [account("ralph")]);
    assert!(said[1].call.is_empty() && said[2].call.is_empty());

    scene.settings.to_list_from.insert(ReminderKind::OpenQuestion, 2);
    assert_eq!(scene.due(now)[0].targets.len(), 2, "the list only hears the second");
}
