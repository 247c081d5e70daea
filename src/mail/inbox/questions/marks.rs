//! The words that mark a line of a mail as a question or an answer.

/// Number words, from one.
const NUMBERS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

const SAYS_NOTHING: [&str; 11] = [
    "to", "for", "on", "of", "the", "question", "q", "no", "nr", "number", "your",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkLabel {
    Question,
    Numbered { number: u32, asks: bool },
    Answer(Option<u32>),
}

/// The text of a list item, without its mark: `- `, `1. `, `2) `, `(3) `, `- (4) `.
pub(super) fn list_item(line: &str) -> Option<&str> {
    let bulleted = ["- ", "* ", "• ", "+ ", "– ", "— ", "· ", "o "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .map(str::trim);
    let within = bulleted.unwrap_or(line);
    let bare = within.strip_prefix('(').unwrap_or(within);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &bare[digits..];
    let behind = [". ", ") ", ".) "].iter().find_map(|mark| rest.strip_prefix(mark));
    let numbered = behind.filter(|_| (1..=3).contains(&digits)).map(str::trim);
    numbered.or(bulleted)
}

/// Is the line marked as a question or an answer?
pub(in crate::mail::inbox) fn is_marked(line: &str) -> bool {
    marked(line).is_some()
}

/// `Question:`, `Q:`, `Q2:`, `Question 2 - `, `Answer 3:`, `A #3:`, `Answer (3) - `, `Answer three - `, `Answer to
/// question 3:`, `Ans. 3:`; in any case, also as a list item or with Markdown emphasis.
pub(super) fn marked(line: &str) -> Option<(MarkLabel, &str)> {
    let line = list_item(line).unwrap_or(line);
    let Some((head, by_colon, words)) = mark_and_words(line) else {
        return unmarked_answer(line).map(|words| (MarkLabel::Answer(None), words));
    };
    let head = head
        .trim_matches(['*', '_', ' ', '(', ')', '[', ']'])
        .to_ascii_lowercase();
    let letters = head.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = head.split_at(letters);
    let names_a_question = behind.contains("question") || behind.contains(" q");
    let is_answer = matches!(word, "answer" | "answers" | "ans" | "answering" | "a" | "reply")
        || names_a_question
            && matches!(
                word,
                "re" | "regarding" | "to" | "on" | "about" | "concerning" | "for" | "as"
            );
    let says_which = !matches!(word, "answer" | "ans" | "answering" | "a");
    if !is_answer && !matches!(word, "question" | "q" | "questions") {
        return None;
    }
    let between: Vec<&str> = behind
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let number = match between.split_last() {
        None => None,
        Some((last, rest)) if rest.iter().all(|part| SAYS_NOTHING.contains(part)) => {
            // `q3` is one word.
            let digits = last.strip_prefix('q').unwrap_or(last);
            let in_words = NUMBERS.iter().zip(1..).find(|(word, _)| **word == digits);
            Some(in_words.map_or_else(|| digits.parse().ok(), |(_, number)| Some(number))?)
        }
        Some(_) => return None,
    };
    let plain = word == "question" || word == "q";
    if is_answer {
        return (!says_which || number.is_some()).then_some((MarkLabel::Answer(number), words));
    }
    let mark = number.map_or(MarkLabel::Question, |number| MarkLabel::Numbered {
        number,
        // `Q3: we move` means a quarter; `Question 3 - the last one` may refer to an earlier question.
        asks: word == "question" && by_colon,
    });
    plain.then_some((mark, words))
}

/// `Answer 1 it does`: may answer question 1, or be the first of several answers, so it is only a hint.
fn unmarked_answer(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['*', '_']);
    let behind = line.strip_prefix("Answer").or_else(|| line.strip_prefix("ANSWER"))?;
    let number = behind.trim_start_matches([' ', '#', '(']);
    let words = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = number.len() < behind.len() && words.len() < number.len();
    (is_number && words.starts_with([' ', ')', '*', '_'])).then_some(words)
}

/// What precedes and follows the mark's colon, and whether it is a colon; after a number, a dash, a bracket or a full
/// stop also counts.
fn mark_and_words(line: &str) -> Option<(&str, bool, &str)> {
    if let Some(at) = line.find([':', '：']).filter(|at| *at <= 32) {
        let (head, behind) = line.split_at(at);
        let words = behind.trim_start_matches([':', '：', '*', '_', ' ']);
        let only_mark = head
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " #.()[]*_".contains(c));
        if only_mark {
            return Some((head, true, words));
        }
    }
    let low = line.trim_start_matches(['*', '_']).to_ascii_lowercase();
    let letters = low.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_answer = low.starts_with("answe") || low.starts_with("ans");
    if !is_answer && !matches!(&low[..letters], "question" | "q") {
        return None;
    }
    let end = end_of_number(line).filter(|end| *end <= 28)?;
    let (head, behind) = line.split_at(end);
    let behind = behind.trim_start_matches(['*', '_']);
    let is_separated = [
        " - ", " – ", " — ", "- ", "– ", "— ", ") ", "] ", ". ", ".) ", "=", " = ", " -- ",
    ]
    .iter()
    .any(|mark| behind.starts_with(mark));
    // `Question 2, as I said, …` is a sentence that goes on.
    let goes_on = is_answer && [", ", "), "].iter().any(|mark| behind.starts_with(mark));
    if !is_separated && !goes_on {
        return None;
    }
    let behind = behind.trim_start_matches([')', ']', '.', ',']);
    let words = behind.trim_start_matches([':', '：', '*', '_', ' ', '-', '–', '—', '=']);
    Some((head, false, words))
}

/// Where a line's first number ends, in digits or words.
fn end_of_number(line: &str) -> Option<usize> {
    let mut at = 0;
    for part in line.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        if let Some(digits) = word.find(|c: char| c.is_ascii_digit()) {
            let count = word[digits..].bytes().take_while(u8::is_ascii_digit).count();
            return Some(at + digits + count);
        }
        if NUMBERS.iter().any(|number| number.eq_ignore_ascii_case(word)) {
            return Some(at + word.len());
        }
        at += part.len();
    }
    None
}

/// A question mark of any script.
pub(in crate::mail::inbox) fn is_question_mark(c: char) -> bool {
    matches!(
        c,
        '?' | '？' | '؟' | '﹖' | '⁇' | '⁈' | '⁉' | '‽' | '\u{37E}' | '՞' | '፧' | '❓' | '❔'
    )
}
