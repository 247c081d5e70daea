//! From the parts of a mail to what its author says in it: without quotes, signature and the list's footer.
//!
//! Mail programs agree on little here. Where it is doubtful whether a line is the author's, it stays: a line too many
//! is seen by people, a line too few is lost.

use super::charset::is_invisible;
use super::html;
use super::mime::{Form, TextPart};
use super::questions;

/// The most text that is kept, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// The most that is looked at of one part, in bytes; enough for a long answer under a long quote.
const LONGEST_PART: usize = 512 * 1024;

/// How many lines an attribution has at most: `On …`, a name and an address, `wrote:`.
const ATTRIBUTION_LINES: usize = 4;

/// What the author says. At most 64 KiB; lines end in `\n`, the last one does not.
pub(super) fn said(parts: Vec<TextPart>, list_address: &str) -> String {
    let mut said = String::new();
    for part in parts {
        let part = one_part(part, list_address);
        if part.is_empty() {
            continue;
        }
        if !said.is_empty() {
            said.push_str("\n\n");
        }
        said.push_str(&part);
        if said.len() >= LONGEST_TEXT {
            break;
        }
    }
    shorten(&mut said, LONGEST_TEXT);
    said
}

fn shorten(text: &mut String, longest: usize) {
    if text.len() > longest {
        let end = (0..=longest).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or(0));
        text.truncate(text.trim_end().len());
    }
}

fn one_part(part: TextPart, list_address: &str) -> String {
    let TextPart { mut text, form, .. } = part;
    shorten(&mut text, LONGEST_PART);
    let text = match form {
        Form::Html => html::text(&text),
        Form::Enriched => unenriched(&text),
        Form::Fixed | Form::Flowed { .. } => text,
    };
    let clean: String = text
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control() && !is_invisible(*c))
        .map(|c| if c == '\u{00A0}' { ' ' } else { c })
        .collect();
    let lines = match form {
        Form::Flowed { delete_space } => unflowed(&clean, delete_space),
        // Apart from code in `<pre>`, which is indented deeper, blanks before a line say nothing in HTML.
        Form::Html => clean
            .lines()
            .map(|line| line.strip_prefix("    ").map_or(line.trim_start(), |_| line).to_owned())
            .collect(),
        Form::Fixed | Form::Enriched => clean.lines().map(str::to_owned).collect(),
    };
    let mut lines = lines;
    if form == Form::Html {
        // Blocks that stand apart say nothing by how far.
        lines.dedup_by(|line, before| line.trim().is_empty() && before.trim().is_empty());
    }
    let lines = whole_attributions(without_pgp(lines));
    let end = end_of_own_words(&lines, list_address);
    own_lines(&lines[..end], matches!(form, Form::Flowed { .. }))
}

/// RFC 3676, section 4: a line that ends in a space goes on in the next one of the same quote depth.
fn unflowed(text: &str, delete_space: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // The quote depth of the line that goes on.
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let unquoted = line.trim_start_matches('>');
        let depth = line.len() - unquoted.len();
        // A space before it keeps an own line that begins with `>` from being a quote.
        let is_own_mark = depth == 0 && unquoted.starts_with(" >");
        let content = unquoted.strip_prefix(' ').filter(|_| !is_own_mark).unwrap_or(unquoted);
        let is_signature = content == "-- ";
        let goes_on = content.ends_with(' ') && !is_signature;
        let words = if goes_on && delete_space {
            &content[..content.len() - 1]
        } else {
            content
        };
        match lines.last_mut() {
            Some(last) if open == Some(depth) && !is_signature => last.push_str(words),
            Some(_) | None => {
                let mark = if depth == 0 { "" } else { " " };
                lines.push(format!("{}{mark}{words}", ">".repeat(depth.min(20))));
            }
        }
        open = goes_on.then_some(depth);
    }
    lines
}

/// Without the commands of `text/enriched` (RFC 1896): `<bold>`, `</bold>`, and `<<` for `<`.
fn unenriched(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        out.push_str(before);
        if let Some(behind) = behind.strip_prefix('<') {
            out.push('<');
            rest = behind;
            continue;
        }
        let name = behind.strip_prefix('/').unwrap_or(behind);
        let length = name
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
            .count();
        match name.get(length..).and_then(|behind| behind.strip_prefix('>')) {
            Some(left) if length <= 60 => rest = left,
            Some(_) | None => {
                out.push('<');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

/// With attributions on one line that a program has broken in front of the bracket behind an address, so that their
/// end looks like a quote: `> wrote:`.
fn whole_attributions(lines: Vec<String>) -> Vec<String> {
    let mut whole: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        let ends_one = line.trim_start().starts_with('>')
            && before_colon(line.trim_start().trim_start_matches(['>', ' '])).is_some_and(|words| ends_in_verb(&words));
        let open = whole
            .iter()
            .rev()
            .take(ATTRIBUTION_LINES - 1)
            .take_while(|line| !line.trim().is_empty() && !line.starts_with('>'))
            .position(|line| line.rfind('<') > line.rfind('>'));
        match open {
            Some(back) if ends_one => {
                let mut begin = whole.len() - 1 - back;
                // The bracket may be alone on its line.
                if whole[begin].trim() == "<" && begin > 0 && !whole[begin - 1].trim().is_empty() {
                    begin -= 1;
                }
                let parts: Vec<String> = whole.drain(begin..).collect();
                let parts = parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(" ");
                whole.push(format!("{parts} {}", line.trim()));
            }
            Some(_) | None => whole.push(line),
        }
    }
    whole
}

/// Text signed in place (RFC 9580, section 7) without what belongs to the signature.
fn without_pgp(lines: Vec<String>) -> Vec<String> {
    #[derive(PartialEq)]
    enum Inside {
        Nothing,
        Headers,
        SignedText,
        Armour,
    }
    let mut inside = Inside::Nothing;
    let mut kept = Vec::new();
    for line in lines {
        let trimmed = line.trim_end();
        if trimmed == "-----BEGIN PGP SIGNED MESSAGE-----" {
            inside = Inside::Headers;
        } else if trimmed.starts_with("-----BEGIN PGP ") {
            inside = Inside::Armour;
        } else if trimmed.starts_with("-----END PGP ") {
            inside = Inside::Nothing;
        } else {
            match inside {
                Inside::Nothing => kept.push(line),
                Inside::Headers if trimmed.is_empty() => inside = Inside::SignedText,
                Inside::Headers | Inside::Armour => {}
                Inside::SignedText => kept.push(line.strip_prefix("- ").map_or(line.clone(), str::to_owned)),
            }
        }
    }
    kept
}

/// Where the author's words end: at the signature, the list's footer, or a mail quoted without marks.
fn end_of_own_words(lines: &[String], list_address: &str) -> usize {
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

/// `-- ` (RFC 3676, section 4.3); some programs lose the space, and then only the end of a text counts, and only where
/// nothing is asked there.
fn is_signature(line: &str, behind: &[String]) -> bool {
    line == "-- "
        || line.trim_end() == "--"
            && behind.len() < 12
            && !behind
                .iter()
                .any(|line| line.contains(questions::is_question_mark) || questions::is_marked(line.trim()))
}

/// A list's footer: a line that is drawn, and then what it says about the list.
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
    // Somebody who writes about unsubscribing below a line of his own would ask, and not declare.
    behind.take(4).any(is_about_the_list)
}

/// `-----Original Message-----`, `---------- Forwarded message ---------` and their like: others' words follow.
fn is_forward_mark(line: &str) -> bool {
    // As Apple's program writes it.
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

/// The headers of a mail that is quoted below without marks, as Outlook writes them, in whatever order.
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

/// A mark before a quoted line, other than that of the standard.
fn quote_mark(line: &str) -> Option<char> {
    let mark = line.chars().next()?;
    let behind = line[mark.len_utf8()..].chars().next();
    let is_mark = matches!(
        mark,
        '|' | ':' | '}' | '#' | '%' | ']' | '!' | '*' | '=' | '+' | '~' | '$'
    );
    (is_mark && behind.is_none_or(|c| c == ' ' || c == mark)).then_some(mark)
}

/// Is it a quoted line, whatever stands around it? `>`, its wider forms, `| `, and `KF>` (Supercite).
fn is_quoted(line: &str, deepest_indent: usize) -> bool {
    let words = line.trim_start_matches(' ');
    if words.len() < line.len() && line.len() - words.len() > deepest_indent {
        return false;
    }
    if words.starts_with(['>', '＞', '›', '»']) {
        return true;
    }
    if let Some(behind) = words.strip_prefix('|') {
        // Tables have it at both ends.
        return (behind.is_empty() || behind.starts_with([' ', '|'])) && !(behind.len() > 1 && behind.ends_with('|'));
    }
    let name = words
        .char_indices()
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .map_or(words.len(), |(at, _)| at);
    let behind = &words[name..];
    let marks = behind.len() - behind.trim_start_matches('>').len();
    (1..=30).contains(&name)
        && words.starts_with(char::is_alphabetic)
        && !words[..name].ends_with('-')
        && marks > 0
        && (behind.len() == marks || behind[marks..].starts_with(' '))
}

/// Without quotes and the attributions before them; at most one blank line in a row. A quote ends a paragraph.
fn own_lines(lines: &[String], flowed: bool) -> String {
    let mut own: Vec<&str> = Vec::new();
    let mut quoting = false;
    // The mark of the quote that an attribution announced.
    let mut announced: Option<char> = None;
    let last_quote = lines
        .iter()
        .rposition(|line| is_quoted(line.trim_end(), if flowed { 0 } else { 3 }));
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim_end();
        let is_marked = is_quoted(line, if flowed { 0 } else { 3 });
        let near = |at: Option<usize>| {
            at.and_then(|at| lines.get(at))
                .is_some_and(|line| line.starts_with('>'))
        };
        // Mail systems put this mark before a line that begins with `From `.
        let is_own_from = line.starts_with(">From ") && !near(index.checked_sub(1)) && !near(Some(index + 1));
        if is_own_from {
            own.push(&line[1..]);
            quoting = false;
            continue;
        }
        if is_marked || announced.is_some() && quote_mark(line) == announced {
            if !quoting {
                drop_attribution(&mut own, Follows::Quote);
                own.push("");
            }
            quoting = true;
            continue;
        }
        if !line.is_empty() {
            quoting = false;
            announced = None;
        }
        // Mail programs that quote without marks still say whom.
        own.push(line);
        if line.ends_with([':', '：']) {
            let behind = lines[index + 1..].iter().find(|line| !line.trim().is_empty());
            let mark = behind.and_then(|line| quote_mark(line.trim_end()));
            let is_marked = behind.is_some_and(|line| is_quoted(line.trim_end(), if flowed { 0 } else { 3 }));
            if is_marked {
                continue;
            }
            let follows = match mark {
                Some('*' | '+' | '#' | '=') => Follows::ListMark,
                Some(_) => Follows::QuoteMark,
                None => Follows::Words,
            };
            let no_more_marks = last_quote.is_none_or(|last| last < index);
            if follows == Follows::Words && no_more_marks && says_when_and_who(line) {
                own.pop();
                break;
            }
            if drop_attribution(&mut own, follows) {
                if mark.is_some() {
                    announced = mark;
                } else if follows == Follows::Words {
                    // The rest is what it says who wrote.
                    break;
                }
            }
        }
    }
    let mut text = String::new();
    let mut blank = true;
    for line in own {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        text.push_str(line);
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

/// What stands behind a line that ends in a colon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// A quote, so that the line says whose it is.
    Quote,
    /// Lines that begin with a mark which some programs put before quotes.
    QuoteMark,
    /// The same, but the mark of a list as well.
    ListMark,
    /// Words without marks: it must be an attribution beyond doubt.
    Words,
}

/// Takes an attribution off the end, and says whether there was one.
fn drop_attribution(own: &mut Vec<&str>, follows: Follows) -> bool {
    let blanks = own.iter().rev().take_while(|line| line.is_empty()).count();
    let end = own.len() - blanks.min(own.len());
    if blanks > 1 {
        return false;
    }
    // An opening word tells where it begins; without one it is the last line alone.
    for (count, opened) in (1..=ATTRIBUTION_LINES.min(end))
        .map(|count| (count, true))
        .chain([(1, false)])
    {
        let Some(lines) = end.checked_sub(count).map(|begin| &own[begin..end]) else {
            continue;
        };
        if lines.iter().any(|line| line.is_empty()) {
            continue;
        }
        let joined = lines.join(" ");
        let is_one = match (opened, follows) {
            (true, Follows::Quote) => is_dated_attribution(&joined),
            (true, Follows::QuoteMark) => is_dated_attribution(&joined),
            (true, Follows::ListMark | Follows::Words) => is_dated_attribution(&joined) && names_moment(&joined),
            // Whatever ends in a colon before a quote says whose it is.
            (false, Follows::Quote) => joined.ends_with([':', '：']) && !questions::is_marked(joined.trim()),
            (false, Follows::QuoteMark | Follows::ListMark | Follows::Words) => is_bare_attribution(&joined),
        };
        if is_one {
            own.truncate(end - count);
            return true;
        }
    }
    false
}

/// Does a line that may be an attribution hold an address, a time of day or a whole date? A sentence of the author
/// seldom does.
fn names_moment(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let hour = |at: usize| at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2);
    let times = line.match_indices([':', '.', 'h']);
    line.contains('@') || times.into_iter().any(|(at, _)| hour(at)) || names_whole_date(line)
}

/// How names of months begin, in the languages of [`VERBS`] that write dates with words.
const MONTHS: [&str; 34] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez",
    "fév", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "янв",
    "нояб", "дек",
];

/// A year, and beside it a day with a month in words, or two numbers more.
fn names_whole_date(line: &str) -> bool {
    let line = line.to_lowercase();
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &&&str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |word: &&str| MONTHS.iter().any(|month| word.starts_with(month));
    let years = words.iter().enumerate().filter(|(_, word)| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    });
    years.into_iter().any(|(at, _)| {
        let near = &words[at.saturating_sub(4)..words.len().min(at + 3)];
        let numbers = near.iter().filter(is_number).count();
        numbers >= 2 || numbers == 1 && near.iter().any(is_month)
    })
}

/// `26. 11. 2026 v 10:12, NAME <ADDRESS>:`: some programs say no more than when and who.
fn says_when_and_who(line: &str) -> bool {
    let Some(words) = before_colon(line) else { return false };
    let is_address = words.strip_suffix('>').is_some_and(|words| {
        words
            .rsplit_once('<')
            .is_some_and(|(_, address)| address.contains('@') && !address.contains(' '))
    });
    is_address && names_whole_date(&words)
}

/// What an attribution says at its end, in the languages of common mail programs.
const VERBS: [&str; 48] = [
    "wrote (by way of list)",
    "mentioned",
    "kirjutas",
    "rakstīja",
    "rašė",
    "napísal",
    "escrigué",
    "va escriure",
    "je napisao",
    "đã viết",
    "wrote",
    "writes",
    "said",
    "schrieb",
    "schreibt",
    "a écrit",
    "écrit",
    "escribió",
    "escribio",
    "escreveu",
    "ha scritto",
    "scrive",
    "schreef",
    "skrev",
    "skrev følgende",
    "kirjoitti",
    "napisał",
    "napisała",
    "napisał(a)",
    "pisze",
    "napsal",
    "napsala",
    "napsal(a)",
    "napísal(a)",
    "írta",
    "a scris",
    "написал",
    "написала",
    "написал(а)",
    "пишет",
    "написав",
    "пише",
    "έγραψε",
    "yazdı",
    "写道",
    "寫道",
    "のメール",
    "님이 작성",
];

/// The words of a line that ends in a colon, in lower case.
fn before_colon(line: &str) -> Option<String> {
    let words = line.trim().strip_suffix([':', '：'])?.trim_end();
    (words.len() <= 400).then(|| words.to_lowercase())
}

/// `On DATE, NAME wrote:`, and the same in other languages.
fn is_dated_attribution(line: &str) -> bool {
    const OPENINGS: [&str; 27] = [
        "in article ",
        "in message ",
        "a ",
        "pe ",
        "la ",
        "vào ",
        "pada ",
        "mnamo ",
        "el dia ",
        "on ",
        "am ",
        "le ",
        "el ",
        "em ",
        "il ",
        "in data ",
        "op ",
        "den ",
        "på ",
        "w dniu ",
        "dne ",
        "dňa ",
        "în ",
        "στις ",
        "в ",
        "at ",
        "ti ",
    ];
    // These stand before the name.
    const WITHIN: [&str; 5] = [" schrieb ", " schreef ", " skrev ", " kirjoitti ", "書きました"];
    let Some(words) = before_colon(line) else {
        return false;
    };
    let is_reference = ["in article ", "in message "]
        .iter()
        .any(|opening| words.starts_with(opening));
    if words.chars().filter(char::is_ascii_digit).count() < 3 && !is_reference {
        return false;
    }
    let opens = OPENINGS.iter().any(|opening| words.starts_with(opening));
    // Chinese programs begin with the name and have the date behind its address.
    let begins = opens || words.starts_with(|c: char| c.is_ascii_digit()) || words.contains("> 于");
    begins && (ends_in_verb(&words) || WITHIN.iter().any(|verb| words.contains(verb)))
}

/// `NAME <ADDRESS> wrote:`; without the address a sentence can end like that too.
fn is_bare_attribution(line: &str) -> bool {
    let Some(words) = before_colon(line) else {
        return false;
    };
    let has_address = words.contains('@') && words.contains(['<', '(', '[']);
    has_address && (words.starts_with("quoting ") || ends_in_verb(&words))
}

fn ends_in_verb(words: &str) -> bool {
    VERBS.iter().any(|verb| words.ends_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        said(
            vec![TextPart {
                text: text.to_owned(),
                form: Form::Fixed,
                named: false,
            }],
            "infrastructure@lists.fedoraproject.org",
        )
    }

    #[test]
    fn quotes_attributions_signature_and_footer_are_not_the_authors_words() {
        let text = "Hi,\n\nOn Mon, Nov 16, 2026 at 10:12 AM Kevin Fenzi via infrastructure\n\
                    <infrastructure@lists.fedoraproject.org> wrote:\n>\n> Where does it keep its data?\n> > On a volume.\n\n\
                    On a volume, see below.\n\n>> old\nYes.\n\n-- \nAdam\n\
                    _______________________________________________\n\
                    infrastructure mailing list -- infrastructure@lists.fedoraproject.org\n";
        assert_eq!(plain(text), "Hi,\n\nOn a volume, see below.\n\nYes.");
        let no_signature =
            "Fine.\n_______________________________________________\nTo unsubscribe send an email to x\n";
        assert_eq!(plain(no_signature), "Fine.");
    }

    #[test]
    fn attributions_of_many_languages_are_known() {
        for attribution in [
            "On 2026-11-16 10:12, Kevin Fenzi wrote:",
            "Am 16.11.26 um 10:12 schrieb Kevin Fenzi:",
            "Am Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Kevin Fenzi\n<kevin@scrye.com>:",
            "Le lun. 16 nov. 2026 à 10:12, Kevin Fenzi <kevin@scrye.com> a écrit :",
            "El lun, 16 nov 2026 a las 10:12, Kevin Fenzi (<kevin@scrye.com>) escribió:",
            "Em seg., 16 de nov. de 2026 às 10:12, Kevin Fenzi escreveu:",
            "Il giorno lun 16 nov 2026 alle ore 10:12 Kevin Fenzi ha scritto:",
            "Op ma 16 nov 2026 om 10:12 schreef Kevin Fenzi:",
            "Den mån 16 nov. 2026 kl 10:12 skrev Kevin Fenzi:",
            "W dniu 16.11.2026 o 10:12, Kevin Fenzi pisze:",
            "Dne 16. 11. 26 v 10:12 Kevin Fenzi napsal(a):",
            "16.11.2026 10:12, Kevin Fenzi пишет:",
            "пн, 16 нояб. 2026 г. в 10:12, Kevin Fenzi <kevin@scrye.com>:\n\nKevin Fenzi написал(а):",
            "2026年11月16日(月) 10:12 Kevin Fenzi <kevin@scrye.com> のメール:",
            "Kevin Fenzi <kevin@scrye.com> 于2026年11月16日周一 10:12写道：",
            "Kevin Fenzi writes:",
            "Quoting Kevin Fenzi <kevin@scrye.com>:",
        ] {
            let rest = plain(&format!("Hello.\n\n{attribution}\n> quoted\n\nmine\n"));
            assert!(rest.ends_with("mine") && !rest.contains("quoted"), "{rest}");
            let lines = rest.lines().filter(|line| !line.is_empty()).count();
            // The Russian one of Gmail stands before a line that ends in a colon itself.
            let left = if attribution.contains("нояб") { 3 } else { 2 };
            assert_eq!(lines, left, "{attribution}: {rest}");
        }
    }

    #[test]
    fn what_only_looks_like_an_attribution_or_a_signature_stays() {
        for text in [
            "On Friday we decided three things:\n\n- one\n- two",
            "In 2019 Kevin wrote:\n\nsomething",
            "a\n--\nb\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12",
            "___________________________\na drawing",
            "From: here\nwe go on",
            "    > indented is no quote",
        ] {
            assert_eq!(plain(text).trim(), text.trim());
        }
    }

    #[test]
    fn quotes_without_marks_are_cut_off() {
        for quote in [
            "-----Original Message-----\nFrom: Kevin",
            "---------- Forwarded message ---------\nFrom: x",
            "From: Kevin Fenzi <kevin@scrye.com>\nSent: Monday, November 16, 2026 10:12\nTo: infrastructure\nSubject: RFR\n\nold",
            "**Von:** Kevin\n**Gesendet:** Montag\n**An:** Liste\n**Betreff:** RFR\n\nalt",
            "On Mon, Nov 16, 2026 at 10:12 AM Kevin Fenzi <kevin@scrye.com> wrote:",
        ] {
            assert_eq!(plain(&format!("mine\n\n{quote}\n")), "mine", "{quote}");
        }
    }

    #[test]
    fn flowed_paragraphs_are_put_together() {
        let text = "This goes \non and \non.\nNext.\n> quoted \n> too\n \tindented\n-- \nme";
        let part = |delete_space| TextPart {
            text: text.to_owned(),
            form: Form::Flowed { delete_space },
            named: false,
        };
        assert_eq!(said(vec![part(false)], ""), "This goes on and on.\nNext.\n\n\tindented");
        assert_eq!(said(vec![part(true)], ""), "This goeson andon.\nNext.\n\n\tindented");
    }

    #[test]
    fn html_loses_its_quotes_and_its_markup() {
        let html = "<html><head><style>p{}</style></head><body><p>Hello &amp; welcome.</p><blockquote type=cite>\
                    <p>old</p><blockquote>older</blockquote></blockquote><p>Is it packaged?</p></body></html>";
        let part = TextPart {
            text: html.to_owned(),
            form: Form::Html,
            named: false,
        };
        let text = said(vec![part], "");
        assert!(
            text.contains("Hello & welcome.") && text.contains("Is it packaged?"),
            "{text}"
        );
        assert!(!text.contains("old") && !text.contains('<'), "{text}");
    }

    #[test]
    fn text_signed_in_place_is_read_without_its_signature() {
        let text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello.\n- - one\n-----BEGIN PGP SIGNATURE-----\n\
                    \niQIz\n-----END PGP SIGNATURE-----\n";
        assert_eq!(plain(text), "Hello.\n- one");
    }

    #[test]
    fn a_text_is_bounded_and_shows_what_it_holds() {
        let long = plain(&"é".repeat(LONGEST_TEXT));
        assert!(long.len() <= LONGEST_TEXT && long.len() > LONGEST_TEXT - 4);
        assert_eq!(plain("a\u{202e}b\u{7}c\r\n\n\n\nd"), "abc\n\nd");
    }
}
