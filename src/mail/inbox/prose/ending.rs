//! Where an author's words end: at the signature, the list's footer, or a mail quoted without marks.

use super::attribution::is_dated_attribution;
use crate::mail::inbox::questions;

/// Index of the line where the author's words end.
pub(super) fn end_of_own_words(lines: &[String], list_address: &str) -> usize {
    let list = list_address.to_lowercase();
    for (index, line) in lines.iter().enumerate() {
        let rest = &lines[index..];
        let is_end =
            is_signature(line, &rest[1..]) || is_footer(rest, &list) || is_forward_mark(line) || is_header_block(rest);
        if is_end {
            return index;
        }
    }
    lines.len()
}

/// `-- ` (RFC 3676, section 4.3). Some programs lose the space; then it counts only near the end of a text, and only if
/// nothing is asked below it.
fn is_signature(line: &str, behind: &[String]) -> bool {
    line == "-- "
        || line.trim_end() == "--"
            && behind.len() < 12
            && !behind
                .iter()
                .any(|line| line.contains(questions::is_question_mark) || questions::is_marked(line.trim()))
}

/// A list's footer: a ruled line, then what it says about the list.
fn is_footer(rest: &[String], list: &str) -> bool {
    let line = rest[0].trim();
    let is_drawn = line.len() >= 10 && line.bytes().all(|byte| b"_-=*#~+".contains(&byte));
    if !is_drawn {
        return false;
    }
    let behind = rest[1..].iter().filter(|line| !line.trim().is_empty());
    let is_about_the_list = |line: &String| {
        let line = line.to_lowercase();
        let says = |words: &str| line.contains(words);
        !list.is_empty() && says(list)
            || [
                "mailing list",
                "mailing-list",
                "mailinglist",
                "unsubscri",
                "groups.io",
                "you receive",
                "listinfo",
            ]
            .iter()
            .any(|words| says(words))
            || [
                "désabonner",
                "désinscri",
                "abbestellen",
                "abmelden",
                "cancelar la suscripción",
                "отписаться",
            ]
            .iter()
            .any(|words| says(words))
    };
    // An author who mentions unsubscribing below a ruled line would ask, not state.
    behind.take(4).any(is_about_the_list)
}

/// `-----Original Message-----`, `---------- Forwarded message ---------` and the like: others' words follow.
fn is_forward_mark(line: &str) -> bool {
    // As Apple Mail writes it.
    const FORWARDED: [&str; 6] = [
        "begin forwarded message:",
        "anfang der weitergeleiteten nachricht:",
        "début du message transféré :",
        "inicio del mensaje reenviado:",
        "inizio messaggio inoltrato:",
        "begin doorgestuurd bericht:",
    ];
    const WORDS: [&str; 12] = [
        "message",
        "nachricht",
        "mensaje",
        "mensagem",
        "messaggio",
        "bericht",
        "meddelande",
        "wiadomość",
        "zpráva",
        "сообщение",
        "повідомлення",
        "メッセージ",
    ];
    let line = line.trim();
    if FORWARDED.iter().any(|words| line.to_lowercase() == *words) {
        return true;
    }
    let Some(inner) = line.strip_prefix("---").and_then(|line| line.strip_suffix("---")) else {
        return false;
    };
    let inner = inner.trim_matches(['-', ' ']).to_lowercase();
    // `---- On …, NAME wrote ----`
    if is_dated_attribution(&format!("{inner}:")) {
        return true;
    }
    inner.chars().count() <= 40 && WORDS.iter().any(|word| inner.contains(word))
}

/// The headers of a mail quoted below without marks, as Outlook writes them, in any order.
fn is_header_block(rest: &[String]) -> bool {
    const FROM: [&str; 26] = [
        "寄件人",
        "from",
        "von",
        "de",
        "da",
        "van",
        "från",
        "fra",
        "od",
        "от",
        "від",
        "差出人",
        "发件人",
        "寄件者",
        "보낸 사람",
        "lähettäjä",
        "feladó",
        "de la",
        "kimden",
        "gönderen",
        "από",
        "送信者",
        "送信元",
        "发件者",
        "expéditeur",
        "remitente",
    ];
    const SENT: [&str; 43] = [
        "日時",
        "时间",
        "時間",
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoyé",
        "enviado",
        "enviado el",
        "enviado em",
        "enviada",
        "enviada em",
        "enviada el",
        "fecha",
        "data",
        "inviato",
        "verzonden",
        "skickat",
        "sendt",
        "dato",
        "wysłano",
        "wysłane",
        "отправлено",
        "дата",
        "надіслано",
        "送信日時",
        "送信日",
        "日付",
        "发送时间",
        "寄件日期",
        "日期",
        "보낸 날짜",
        "날짜",
        "lähetetty",
        "päivämäärä",
        "päiväys",
        "elküldve",
        "dátum",
        "trimis",
        "gönderildi",
        "στάλθηκε",
        "odesláno",
    ];
    const TO: [&str; 52] = [
        "to",
        "an",
        "à",
        "para",
        "a",
        "aan",
        "till",
        "til",
        "do",
        "кому",
        "宛先",
        "subject",
        "betreff",
        "objet",
        "assunto",
        "asunto",
        "oggetto",
        "onderwerp",
        "ämne",
        "emne",
        "temat",
        "předmět",
        "predmet",
        "tárgy",
        "subiect",
        "konu",
        "тема",
        "θέμα",
        "件名",
        "主题",
        "主旨",
        "제목",
        "aihe",
        "komu",
        "címzett",
        "către",
        "kime",
        "προς",
        "收件人",
        "收件者",
        "받는 사람",
        "vastaanottaja",
        "destinataire",
        "destinatario",
        "cc",
        "kopie",
        "copie",
        "kopia",
        "кому/копия",
        "pro",
        "za",
        "per",
    ];
    let key = |line: &String| {
        let key = line
            .split([':', '：'])
            .next()
            .filter(|key| key.len() < line.len() && key.len() <= 60)?;
        Some(key.trim_matches(['*', ' ', '\u{3000}']).to_lowercase())
    };
    let is_one = |line: &String, keys: &[&str]| key(line).is_some_and(|key| keys.contains(&key.as_str()));
    if !is_one(&rest[0], &FROM) && !is_one(&rest[0], &SENT) {
        return false;
    }
    let lines = || rest.iter().filter(|line| !line.trim().is_empty()).take(6);
    lines().take(4).any(|line| is_one(line, &FROM))
        && lines().take(4).any(|line| is_one(line, &SENT))
        && lines().any(|line| is_one(line, &TO))
}
