//! What a mail asks and answers, from its text alone.
//!
//! ```text
//! Question: where does it keep its data?      → a question that was meant as one
//! Answer 3: on a volume of its own            → the answer to question 3
//! Question 3: on a volume of its own          → a question, or the answer to question 3
//! Who will maintain it? We are worried.       → a question that may have been meant as one
//! ```

mod marks;
mod patch;

use marks::{MarkLabel, list_item, marked};
pub(super) use marks::{is_marked, is_question_mark};
use patch::Patch;

const SMILEYS: [&str; 18] = [
    ":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":-P", ":p", ":/", ":-/", "xD", "XD", "^^", ":o", ":O",
];

/// Something in a mail that the desk can offer or record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// A question.
    Question {
        /// Is it marked as one (`Question:`, `Q:`)? Otherwise it is a sentence that ends in a question mark.
        explicit: bool,
        /// Its text on one line, at most 300 characters.
        text: String,
    },
    /// An answer.
    Answer {
        /// The question's number in the RFR.
        number: u32,
        /// Its text on one line, at most 300 characters.
        text: String,
    },
    /// `Question 3: …`: either the author's own third question, or the answer to question 3.
    Numbered {
        /// The question's number in the RFR, if it refers to one.
        number: u32,
        /// Its text on one line, at most 300 characters.
        text: String,
        /// Is it a question if the RFR has no such open question? `Q3: we move` then means a quarter.
        asks: bool,
    },
    /// An answer that does not clearly name its question.
    Unnumbered,
}

/// Most questions and answers taken from one mail.
const MOST: usize = 10;

/// Longest text of one, in characters.
const LONGEST: usize = 300;

/// Longest paragraph that is searched for sentences, in bytes.
const LONGEST_PARAGRAPH: usize = 16 * 1024;

/// What a mail's text asks and answers, in order; at most ten. The text must be free of quotes and signature.
pub fn said(text: &str) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    for paragraph in paragraphs(text) {
        let new = match paragraph {
            MailParagraph::Marked(MarkLabel::Question, words) => one_question(&words).into_iter().collect(),
            MailParagraph::Marked(MarkLabel::Numbered { number, asks }, words) => {
                let text = cut(&words);
                let asks = asks || text.contains(is_question_mark);
                let says_something = text.chars().any(char::is_alphanumeric);
                let one = says_something.then_some(Statement::Numbered { number, text, asks });
                one.into_iter().collect()
            }
            MailParagraph::Marked(MarkLabel::Answer(Some(number)), words) => {
                let text = cut(&words);
                let answer = (!text.is_empty()).then_some(Statement::Answer { number, text });
                answer.into_iter().collect()
            }
            // After a question in the same mail, it answers that one.
            MailParagraph::Marked(MarkLabel::Answer(None), words) => {
                let is_own = matches!(
                    found.last(),
                    Some(Statement::Question { .. } | Statement::Numbered { .. })
                );
                let is_one = !is_own && words.chars().any(char::is_alphanumeric);
                is_one.then_some(Statement::Unnumbered).into_iter().collect()
            }
            MailParagraph::Plain(words) => asking_sentences(&words),
        };
        for said in new {
            if found.len() == MOST {
                return found;
            }
            if !found.contains(&said) {
                found.push(said);
            }
        }
    }
    found
}

/// The words in brackets in a subject that may name an RFR, in lower case: `[badges]`, `[RFR badges]`, `[RFR: badges]`.
pub fn names_in_subject(subject: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = subject;
    while let Some((_, behind)) = rest.split_once('[') {
        let Some((inside, behind)) = behind.split_once(']') else {
            break;
        };
        rest = behind;
        let inside = inside.trim().to_ascii_lowercase();
        let name = match inside.strip_prefix("rfr") {
            Some(name) if name.starts_with([' ', ':', '-', '/']) => name.trim_start_matches([' ', ':', '-', '/']),
            Some(_) | None => inside.as_str(),
        };
        let is_name = !name.is_empty()
            && name.len() <= 40
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+'))
            && name.chars().any(char::is_alphabetic);
        if is_name && names.len() < MOST && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

enum MailParagraph {
    /// The text after a mark, up to a blank line or the next mark.
    Marked(MarkLabel, String),
    /// Lines that belong together.
    Plain(String),
}

/// Paragraphs with wrapped lines rejoined. Skips code, patches and quoted chat.
fn paragraphs(text: &str) -> Vec<MailParagraph> {
    let mut found: Vec<MailParagraph> = Vec::new();
    let mut open = false;
    let mut fenced = false;
    let mut patch = Patch::default();
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
            open = false;
            continue;
        }
        if patch.holds(line) || said_in_chat(trimmed) {
            open = false;
            continue;
        }
        // A mark may be on a line above its text.
        if trimmed.is_empty()
            && matches!(found.last(), Some(MailParagraph::Marked(_, words)) if open && words.is_empty())
        {
            continue;
        }
        let is_marked_deep = open && matches!(found.last(), Some(MailParagraph::Marked(..)));
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        // A numbered answer is meant as one, however far it is indented.
        let is_answer = || matches!(marked(trimmed), Some((MarkLabel::Answer(Some(_)), _)));
        let is_code = fenced || is_indented && !is_marked_deep && !is_answer();
        if is_code || trimmed.is_empty() || is_rule(trimmed) {
            open = false;
            continue;
        }
        if let Some((mark, words)) = marked(trimmed) {
            found.push(MailParagraph::Marked(mark, words.to_owned()));
            open = true;
            continue;
        }
        let item = list_item(trimmed);
        match found.last_mut() {
            Some(MailParagraph::Marked(_, words) | MailParagraph::Plain(words))
                if open && (item.is_none() || words.is_empty()) && words.len() < LONGEST_PARAGRAPH =>
            {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(if words.is_empty() {
                    item.unwrap_or(trimmed)
                } else {
                    trimmed
                });
            }
            Some(_) | None => {
                found.push(MailParagraph::Plain(item.unwrap_or(trimmed).to_owned()));
                open = true;
            }
        }
    }
    found
}

/// A line that is drawn between two parts, or under a heading: `--`, `=====`.
fn is_rule(line: &str) -> bool {
    line.len() >= 2
        && line
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '#' | '–' | '—'))
}

/// A line of a channel's log: `[10:12] <kevin> …`, `10:12:33 < kevin> …`, `<kevin> …`, `[10:12] kevin: …`.
fn said_in_chat(line: &str) -> bool {
    let digits_and_marks = |c: char| {
        c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | ':' | '.' | '-' | '/' | ' ' | 'T' | 'Z' | ',')
    };
    let rest = line.trim_start_matches(digits_and_marks);
    let stamp = &line[..line.len() - rest.len()];
    let colons = stamp.bytes().filter(|byte| *byte == b':').count();
    let digits = stamp.bytes().filter(u8::is_ascii_digit).count();
    // The 12-hour clock.
    let rest = ["AM", "PM", "am", "pm"]
        .iter()
        .find_map(|half| rest.strip_prefix(half).filter(|_| colons > 0))
        .map_or(rest, |rest| rest.trim_start_matches([']', ')', ' ']));
    let is_stamped = colons > 0 && digits >= 3;
    let is_nick = |nick: &str| {
        let nick = nick.trim_start_matches([' ', '@', '+', '%', '&', '~']).trim_end();
        let fits = |c: char| {
            c.is_alphanumeric()
                || matches!(
                    c,
                    '-' | '_' | '[' | ']' | '{' | '}' | '\\' | '`' | '^' | '|' | '.' | ':'
                )
        };
        !nick.is_empty() && nick.chars().count() <= 40 && nick.chars().all(fits)
    };
    if let Some((nick, words)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        return is_nick(nick)
            && (words.is_empty() || words.starts_with([' ', '\t']))
            && (is_stamped || stamp.is_empty());
    }
    if !is_stamped {
        return false;
    }
    rest.starts_with("* ")
        || rest.starts_with("-!- ")
        || rest.starts_with("*** ")
        || rest.split_once(": ").is_some_and(|(nick, _)| is_nick(nick))
        || rest
            .split_once([' ', '\t'])
            .is_some_and(|(nick, words)| is_nick(nick) && words.trim_start().starts_with("| "))
}

fn one_question(words: &str) -> Option<Statement> {
    let text = cut(words);
    let said = text.chars().any(char::is_alphabetic);
    said.then_some(Statement::Question { explicit: true, text })
}

/// The sentences of a paragraph that end in a question mark.
fn asking_sentences(paragraph: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut sentence = String::new();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let mut in_code = false;
    for (index, word) in words.iter().enumerate() {
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if word.matches('`').count() % 2 == 1 {
            in_code = !in_code;
        }
        let is_address = word.contains("://") || word.starts_with("www.");
        // Scripts without spaces have punctuation inside what looks like one word.
        if !in_code && !is_address && word.contains(['？', '。', '｡', '！']) {
            let mut rest = std::mem::take(&mut sentence);
            while let Some(at) = rest.find(['？', '。', '｡', '！']) {
                let behind = rest[at..].chars().next().map_or(at, |mark| at + mark.len_utf8());
                let tail = rest.split_off(behind);
                found.extend(asked(&rest));
                rest = tail;
            }
            sentence = rest;
            continue;
        }
        let bare = without_tail(word);
        let ends = bare.ends_with(['.', '!', '…']) || bare.ends_with(is_question_mark);
        if in_code || !ends || !is_end_of_sentence(bare, words.get(index + 1).copied()) {
            continue;
        }
        let whole = std::mem::take(&mut sentence);
        // A question in quotation marks is somebody else's, and `(?)` only expresses doubt.
        let next_closes = words.get(index + 1).is_some_and(|next| next.starts_with(['»', '”']));
        let opens = whole.matches(['«', '“', '„']).count() > whole.matches(['»', '”']).count();
        let quoted = word.len() > bare.len() && word[bare.len()..].contains(['"', '”', '»']) || next_closes && opens;
        let is_parameter = is_address && bare.matches('?').count() > 1;
        let doubt = word.starts_with(['(', '[']) && bare[1..].chars().all(|c| c == '?');
        if !quoted && !is_parameter && !doubt {
            // What follows the mark is ignored.
            let end = whole.len() - (word.len() - bare.len());
            found.extend(asked(&whole[..end]));
        }
    }
    found
}

/// A word without what may follow the end of a sentence: brackets, quotation marks, and after a question mark also
/// dots, smileys and emoji.
fn without_tail(word: &str) -> &str {
    let bare = word.trim_end_matches([')', ']', '"', '\'', '”', '’', '»', '*', '_']);
    let Some(at) = word.rfind(is_question_mark) else {
        return bare;
    };
    let behind = at + word[at..].chars().next().map_or(0, char::len_utf8);
    let tail = &word[behind..];
    let tail = SMILEYS
        .iter()
        .find_map(|smiley| tail.strip_suffix(smiley))
        .unwrap_or(tail);
    let closes = |c: char| {
        matches!(
            c,
            ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '*' | '_' | '.' | '…' | '!' | ',' | ';'
        )
    };
    let is_picture = |c: char| !c.is_ascii() && !c.is_alphanumeric();
    if tail.chars().all(|c| closes(c) || is_picture(c)) {
        &word[..behind]
    } else {
        bare
    }
}

fn is_end_of_sentence(word: &str, next: Option<&str>) -> bool {
    const SHORT: [&str; 11] = [
        "e.g.", "i.e.", "etc.", "vs.", "resp.", "approx.", "incl.", "cf.", "mr.", "dr.", "no.",
    ];
    let word = word.trim_start_matches(['(', '[', '"']).to_lowercase();
    if !word.ends_with('.') {
        return true;
    }
    let next_is_low = next.is_some_and(|next| next.starts_with(char::is_lowercase));
    let is_short = SHORT.contains(&word.as_str()) && next.is_some();
    let is_initial = next_is_low && word.chars().count() <= 3;
    !is_short && !is_initial
}

/// A sentence as a question, if others could understand it as one.
fn asked(sentence: &str) -> Option<Statement> {
    let sentence = sentence.trim().trim_start_matches(['(', '[', '*', '_']);
    let sentence = sentence.trim_end_matches([')', ']', '*', '_', '\'', '’']);
    let is_mark = |c: char| c == '!' || c == '！' || is_question_mark(c);
    let end = sentence.trim_end_matches(is_mark);
    let marks = &sentence[end.len()..];
    let mark = marks.chars().find(|c| is_question_mark(*c))?;
    let letters = end.chars().filter(|c| c.is_alphabetic()).count();
    let words = end.split_whitespace().count();
    let wordless_script = end.chars().any(|c| ('\u{2E80}'..='\u{FFEF}').contains(&c)) && letters >= 4;
    let says_something = letters >= 4 && (words >= 2 || wordless_script);
    let text = format!("{}{mark}", end.trim_end());
    (says_something && text.chars().count() <= LONGEST).then_some(Statement::Question { explicit: false, text })
}

/// On one line, at most [`LONGEST`] characters.
fn cut(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut short: String = line.chars().take(LONGEST - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explicit(text: &str) -> Statement {
        let text = text.to_owned();
        Statement::Question { explicit: true, text }
    }

    fn implied(text: &str) -> Statement {
        let text = text.to_owned();
        Statement::Question { explicit: false, text }
    }

    fn numbered(number: u32, text: &str, asks: bool) -> Statement {
        let text = text.to_owned();
        Statement::Numbered { number, text, asks }
    }

    fn answer(number: u32, text: &str) -> Statement {
        let text = text.to_owned();
        Statement::Answer { number, text }
    }

    #[test]
    fn a_mail_with_questions_and_answers_is_understood() {
        let text = "Hi Kevin,\n\nthanks for the report. I have looked at the playbooks, e.g. the one for the\n\
                    database, and they look good to me. Do you plan to run it on two nodes, or is\n\
                    one enough for the start? I would prefer two.\n\n\
                    Question: how long are the logs kept, and does anything in them fall under\n\
                    the privacy policy?\n\n\
                    Answer 2: memcached is not needed; the pages are static\nand small.\n\
                    Q: who renews the certificate?\n\n\
                    Thanks,\nAdam";
        assert_eq!(
            said(text),
            [
                implied("Do you plan to run it on two nodes, or is one enough for the start?"),
                explicit("how long are the logs kept, and does anything in them fall under the privacy policy?"),
                answer(2, "memcached is not needed; the pages are static and small."),
                explicit("who renews the certificate?"),
            ]
        );
    }

    #[test]
    fn a_line_between_two_parts_belongs_to_neither() {
        for rule in ["--", "-----", "=====", "***", "___"] {
            let text = format!("First part\n{rule}\nIs the second fine?");
            assert_eq!(said(&text), [implied("Is the second fine?")], "{rule}");
        }
    }

    #[test]
    fn marks_come_in_many_shapes() {
        for line in [
            "Question: why two?",
            "QUESTION: why two?",
            "q: why two?",
            "  Q: why two?",
            "- Q: why two?",
            "1. Question: why two?",
            "**Question:** why two?",
            "Q：why two?",
        ] {
            assert_eq!(said(line), [explicit("why two?")], "{line}");
        }
        for line in [
            "Q3: why two?",
            "Question #3: why two?",
            "Question three: why two?",
            "**Question 3** - why two?",
            "Q3 – why two?",
            "Question (3) why two?",
        ] {
            assert_eq!(said(line), [numbered(3, "why two?", true)], "{line}");
        }
        assert_eq!(said("Question 3: two"), [numbered(3, "two", true)]);
        assert_eq!(said("Q3: we move"), [numbered(3, "we move", false)]);
        assert_eq!(said("Question 3 - the last one"), [numbered(3, "the last one", false)]);
        assert_eq!(said("Question 3, as I said, is open."), []);
        for line in [
            "Answer 3: yes",
            "A 3: yes",
            "a3: yes",
            "ANSWER #3: yes",
            "Answer three - yes",
            "**Answer Three** – yes",
            "Ans. (three) yes",
            "Answer to question three - yes",
            "* Answer 3 : yes",
        ] {
            assert_eq!(said(line), [answer(3, "yes")], "{line}");
        }
        for line in [
            "Answer x: yes",
            "Questions: none",
            "Re: 1",
            "To question the plan: no",
            "Answers are welcome",
            "Answer me",
            "Quality: good",
            "Question:",
            "Answer 3:",
            "Answer 99999999999: yes",
            "FAQ: see the wiki",
        ] {
            assert_eq!(said(line), [], "{line}");
        }
        for line in [
            "Re question 3: yes",
            "Regarding question 3: yes",
            "To question #3: yes",
            "As for question 3: yes",
            "On Q3: yes",
        ] {
            assert_eq!(said(line), [answer(3, "yes")], "{line}");
        }
        // Unclear which question, or whether it is one.
        for line in [
            "A: yes",
            "Answer: yes",
            "Answer 1 yes",
            "**Answer 1** yes",
            "Answer #1 yes",
        ] {
            assert_eq!(said(line), [Statement::Unnumbered], "{line}");
        }
        assert_eq!(said("Q: why two?\nA: one is little."), [explicit("why two?")]);
        // A marked question need not end in a question mark.
        assert_eq!(
            said("Q: we need to know who pays"),
            [explicit("we need to know who pays")]
        );
    }

    #[test]
    fn code_links_and_other_peoples_words_ask_nothing() {
        for text in [
            "See https://example.org/a?b=c&d=e for it.",
            "See https://example.org/?q=who",
            "    if x == y ? a : b\n    what is this ?",
            "```\nwhy is this here?\n```",
            "Run `ls foo?` and look.",
            "He asked \"who pays for it?\" and left.",
            "It is fast (?) and small.",
            "Really?",
            "???",
            "What?!",
            &format!("{} why?", "word ".repeat(100)),
        ] {
            assert_eq!(said(text), [], "{text}");
        }
        let linked = "Have you seen https://example.org/status?";
        assert_eq!(said(linked), [implied(linked)]);
    }

    #[test]
    fn sentences_are_cut_where_they_end() {
        for (text, asked) in [
            ("It works. Who maintains it?", "Who maintains it?"),
            ("it works fine. who maintains it??", "who maintains it?"),
            (
                "Does it use a cache, e.g. memcached, i.e. a second host?",
                "Does it use a cache, e.g. memcached, i.e. a second host?",
            ),
            ("(Is that in staging?) Good.", "Is that in staging?"),
            ("- Any objections?", "Any objections?"),
            ("Version 1.2 of the app? Not sure yet.", "Version 1.2 of the app?"),
            ("Кто будет это поддерживать? Спасибо.", "Кто будет это поддерживать?"),
            (
                "了解しました。データはどこに保存されますか？よろしく。",
                "データはどこに保存されますか？",
            ),
            ("Is it *really* needed?!", "Is it *really* needed?"),
        ] {
            assert_eq!(said(text), [implied(asked)], "{text}");
        }
    }

    #[test]
    fn there_are_never_too_many_nor_too_long_ones() {
        let many: Vec<String> = (0..50).map(|n| format!("Q: number {n}?")).collect();
        assert_eq!(said(&many.join("\n")).len(), MOST);
        assert_eq!(said("Q: same?\n\nQ: same?\n").len(), 1);
        let long = said(&format!("Q: {}", "ж ".repeat(1000)));
        let [Statement::Question { text, .. }] = long.as_slice() else {
            panic!("one question: {long:?}");
        };
        assert!(text.chars().count() <= LONGEST && text.ends_with('…'));
    }

    #[test]
    fn the_subject_names_the_rfr() {
        let names = |subject: &str| names_in_subject(subject).join(" ");
        assert_eq!(names("[badges] Ready for staging"), "badges");
        assert_eq!(names("[RFR badges] Ready"), "badges");
        assert_eq!(names("[RFR: Badges] [rfr] Ready"), "badges rfr");
        assert_eq!(names("Was: [fedora-badges][2] x"), "fedora-badges");
        assert_eq!(names("[not a name] [] [open"), "");
        assert_eq!(names("[rfrbot] test"), "rfrbot");
    }
}
