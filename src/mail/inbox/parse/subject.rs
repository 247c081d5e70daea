//! The subject, without prefixes added by lists and mail programs.

use super::{LONGEST_SUBJECT, cut, one_line};

/// Prefixes before a colon that only mark an answer, in the languages of common mail programs.
const ANSWERS: [&str; 45] = [
    "re",
    "antwort",
    "antworten",
    "betr",
    "réf",
    "réponse",
    "rép",
    "resp",
    "respuesta",
    "resposta",
    "risposta",
    "r",
    "svar",
    "vá",
    "válasz",
    "odpověď",
    "odpoveď",
    "odpowiedź",
    "hsr",
    "απ",
    "απαντ",
    "σχετ",
    "aw",
    "sv",
    "vs",
    "antw",
    "odp",
    "ref",
    "rif",
    "res",
    "ynt",
    "atb",
    "回复",
    "答复",
    "回覆",
    "отв",
    "ответ",
    "答",
    "返信",
    "返",
    "답장",
    "답변",
    "回應",
    "yan",
    "yanıt",
];

/// The subject without the list's prefix and without `Re:` and the like, in any number and order.
pub(super) fn subject(written: &str, prefix: &str) -> String {
    let whole = one_line(written, LONGEST_SUBJECT * 4);
    let prefix = format!("[{}]", prefix.trim().trim_matches(['[', ']'])).to_lowercase();
    let mut rest = whole.trim();
    loop {
        let before = rest;
        if prefix.len() > 2
            && let Some(begin) = rest.get(..prefix.len())
            && begin.to_lowercase() == prefix
        {
            rest = rest[prefix.len()..].trim_start();
        }
        if let Some((word, behind)) = rest.split_once([':', '：']) {
            // `Re[2]`, `Re^3` and `RE (4)` count.
            let bare = word
                .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '^' | '(' | ')' | ' ' | '.'));
            if ANSWERS.contains(&bare.trim().to_lowercase().as_str()) {
                rest = behind.trim_start();
            }
        }
        if rest == before {
            return cut(rest, LONGEST_SUBJECT);
        }
    }
}
