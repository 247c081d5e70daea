//! Prints an edition of the SOP: as a table, as pictures, or as a file to start from.

use crate::sop::{Edition, Kind, Level, OwedMail, Row, rows};
use std::fmt::Write;

/// How an edition is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line for each row, by phase.
    Table,
    /// The phases and the rows of each gate, as text.
    Picture,
    /// The same for Mermaid.
    Mermaid,
    /// A file to edit.
    Toml,
}

/// The edition in that form.
pub fn print(edition: Edition, form: Form) -> String {
    match form {
        Form::Table => table(edition),
        Form::Picture => picture(edition),
        Form::Mermaid => mermaid(edition),
        Form::Toml => toml(edition),
    }
}

fn table(edition: Edition) -> String {
    let mut text = format!("{} ({})\n", edition.name(), edition.hash());
    for phase in edition.phases() {
        let kind = if phase.name == phase.kind.name() {
            String::new()
        } else {
            format!(" (kind {})", phase.kind.name())
        };
        let _ = writeln!(text, "\n{}{kind}: {}", phase.name, phase.purpose);
        let ids = rows(edition, phase.kind).map(|row| row.id.len());
        let width = ids.max().unwrap_or_default();
        for row in rows(edition, phase.kind) {
            let _ = writeln!(text, "  {:8}  {:width$}  {}", level(row), row.id, row.sentence);
            let _ = writeln!(
                text,
                "  {:8}  {:width$}  met by {}; {}",
                "",
                "",
                met_by(row),
                row.source
            );
        }
    }
    text
}

/// How a row is met, in a few words.
fn met_by(row: &Row) -> String {
    match row.kind {
        Kind::Ticket => "a ticket".to_owned(),
        Kind::AcceptedSponsor => "somebody in sysadmin-main who accepts the sponsorship".to_owned(),
        Kind::Discussion => "a discussion on the list".to_owned(),
        Kind::People => "somebody who is recorded as working on it".to_owned(),
        Kind::SecondPerson => "a second person".to_owned(),
        Kind::PlanningQuestions(questions) => {
            let texts: Vec<&str> = questions.iter().map(|question| question.text).collect();
            format!("an answer to each of: {}", texts.join(" "))
        }
        Kind::SignOff => "the sponsor's signature".to_owned(),
        Kind::QuestionsAndDecisions([]) => "an answer to every question".to_owned(),
        Kind::QuestionsAndDecisions(topics) => {
            let names: Vec<&str> = topics.iter().map(|topic| topic.name()).collect();
            format!("an answer to every question, and decisions on {}", names.join(", "))
        }
        Kind::Sops => "the address of a SOP, or why none is needed".to_owned(),
        Kind::Schedule => "a date for production".to_owned(),
        Kind::Lost => "another edition".to_owned(),
        Kind::Check { mail: Some(mail), .. } => match mail {
            OwedMail::Report => format!("the testing report to the list, or `done RFR {}`", row.id),
            OwedMail::Staging { after: Some(after) } => {
                format!("the mail to the list once {after} is done, or `done RFR {}`", row.id)
            }
            OwedMail::Staging { after: None } => format!("a mail to the list: `done RFR {}`", row.id),
        },
        Kind::Check { by: Some(group), .. } => format!("`done RFR {}` of somebody in {group}", row.id),
        Kind::Check { by: None, .. } => format!("`done RFR {}`", row.id),
    }
}

fn level(row: &Row) -> &'static str {
    match row.level {
        Level::Must => "MUST",
        Level::Required => "required",
        Level::Step => "step",
    }
}

fn gate(edition: Edition, phase: crate::sop::Phase) -> impl Iterator<Item = &'static Row> {
    rows(edition, phase).filter(|row| row.level != Level::Step)
}

fn picture(edition: Edition) -> String {
    let names = edition.phases().iter().map(|phase| phase.name.len());
    let width = names.max().unwrap_or_default();
    let mut text = String::new();
    for phase in edition.phases() {
        let _ = writeln!(text, "{:width$}  {}", phase.name, phase.purpose);
        for row in gate(edition, phase.kind) {
            let _ = writeln!(text, "   |  {:8}  {}", level(row), row.short);
        }
        if edition.next(phase.kind).is_some() {
            let _ = writeln!(text, "   v");
        }
    }
    text
}

fn mermaid(edition: Edition) -> String {
    let escaped = |text: &str| {
        let mut escaped = String::new();
        for c in text.chars() {
            match c {
                '&' => escaped.push_str("#amp;"),
                '"' => escaped.push_str("#quot;"),
                '<' => escaped.push_str("#lt;"),
                '>' => escaped.push_str("#gt;"),
                // Mermaid starts a directive with two percent signs; any other character may be written by number or
                // name.
                '%' => escaped.push_str("#37;"),
                '#' => escaped.push_str("#35;"),
                c => escaped.push(c),
            }
        }
        escaped
    };
    let mut text = String::from("flowchart TD\n");
    for (at, phase) in edition.phases().iter().enumerate() {
        let _ = writeln!(
            text,
            "    p{at}[\"<b>{}</b><br/>{}\"]",
            escaped(phase.name),
            escaped(phase.purpose)
        );
        if edition.next(phase.kind).is_some() {
            let wants: Vec<String> = gate(edition, phase.kind)
                .map(|row| format!("{} {}", level(row), escaped(row.short)))
                .collect();
            let _ = writeln!(text, "    p{at} -->|\"{}\"| p{}", wants.join("<br/>"), at + 1);
        }
    }
    text
}

/// A shipped edition under another name, with what one must know to edit it; a team's own edition unchanged.
fn toml(edition: Edition) -> String {
    let name = edition.name();
    if Edition::from_name(name) != Some(edition) {
        return edition.text().to_owned();
    }
    let own = format!("my-{name}");
    let without_comment = edition.text().lines().skip_while(|line| line.starts_with('#'));
    let body: Vec<&str> = without_comment.collect();
    let body = body
        .join("\n")
        .replacen(&format!("name = \"{name}\""), &format!("name = \"{own}\""), 1);
    format!(
        "# An edition of the SOP, to edit. Give it a name, put it beside the config, and write there:\n\
         #\n\
         #   [bot]\n\
         #   edition = \"{own}\"\n\
         #\n\
         #   [sop]\n\
         #   file = \"{own}.toml\"\n\
         #\n\
         # `rfrbot check` names every mistake. An RFR under way keeps the edition that it follows: `adopt` moves it over.\n\
         #\n\
         # [[phase]]  kind: pre-sponsorship, planning, development, staging, production or maintenance, in this order; leave\n\
         #            out what you do not need, but the last is maintenance. From production on freezes count. name: what\n\
         #            people type and read.\n\
         # [[topic]]  what has to be decided: `decide RFR TOPIC …`.\n\
         # [[row]]    id: what people type; phase: where it is worked on; level: must or required keep the gate out of the\n\
         #            phase shut, step is asked for and warned about; kind: how it is met:\n\
         #   check               somebody says `done RFR ID`; by = \"GROUP\": only its members\n\
         #   sign-off            the sponsor signs the phase off\n\
         #   questions           no question is open, and each of topics = [\"…\"] is decided\n\
         #   planning-questions  entering the phase asks questions = [{{ text = \"…?\", topic = \"…\", people = true }}]\n\
         #   mail                mail = \"report\" (what `report` sends) or \"staging\" (after = \"ID\": once that is done)\n\
         #   ticket, sponsor, discussion, people, second-person, sops, schedule: what RFRs have by their own commands\n\
         {body}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_to_begin_with_says_the_same_under_another_name() {
        for edition in Edition::shipped() {
            let text = print(*edition, Form::Toml);
            let own = Edition::read(&text).expect("a file to begin with");
            assert_eq!(own.name(), format!("my-{}", edition.name()));
            assert_eq!(own.rows(), edition.rows());
            assert_eq!(own.phases(), edition.phases());
            assert_eq!(print(own, Form::Toml), text);
        }
    }

    #[test]
    fn every_form_has_every_phase_and_what_keeps_its_gate() {
        for edition in Edition::shipped() {
            for form in [Form::Table, Form::Picture, Form::Mermaid] {
                let text = print(*edition, form);
                for phase in edition.phases() {
                    assert!(
                        text.contains(phase.name) && text.contains(phase.purpose),
                        "{form:?}: {text}"
                    );
                }
                for row in edition.rows().iter().filter(|row| row.level != Level::Step) {
                    let words = if form == Form::Table { row.sentence } else { row.short };
                    assert!(text.contains(words), "{form:?}: {words}");
                }
            }
        }
    }

    #[test]
    fn what_mermaid_would_read_as_its_own_is_escaped() {
        let text = Edition::classic()
            .text()
            .replacen("name = \"classic\"", "name = \"signs\"", 1)
            .replacen(
                "short = \"an RFR ticket\"",
                "short = '%%{init: {\"theme\": \"dark\"}}%% #quot; <b> & x'",
                1,
            );
        let mermaid = print(Edition::read(&text).expect("an edition"), Form::Mermaid);
        let own = "MUST #37;#37;{init: {#quot;theme#quot;: #quot;dark#quot;}}#37;#37; #35;quot; #lt;b#gt; #amp; x";
        assert!(mermaid.contains(own), "{mermaid}");
        assert!(!mermaid.contains('%') && !mermaid.contains("{init: {\""), "{mermaid}");
    }
}
