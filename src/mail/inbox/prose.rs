//! From the parts of a mail to what its author says in it: without quotes, signature and the list's footer.
//!
//! Mail programs agree on little here. Where it is doubtful whether a line is the author's, it stays: a line too many
//! is seen by people, a line too few is lost.

use super::mime::{Form, TextPart};
use mail_parser::decoders::html::html_to_text;

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

/// Characters that no line shows, but that change how it is shown: of direction, joining and filling.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

fn shorten(text: &mut String, longest: usize) {
    if text.len() > longest {
        let end = (0..=longest).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or(0));
        text.truncate(text.trim_end().len());
    }
}

fn one_part(part: TextPart, list_address: &str) -> String {
    let TextPart { mut text, form } = part;
    shorten(&mut text, LONGEST_PART);
    let text = match form {
        Form::Html => html_to_text(&without_blockquotes(&text)),
        Form::Fixed | Form::Flowed { .. } => text,
    };
    let clean: String = text
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control() && !is_invisible(*c))
        .map(|c| if c == '\u{00A0}' { ' ' } else { c })
        .collect();
    let lines = match form {
        Form::Flowed { delete_space } => unflowed(&clean, delete_space),
        Form::Fixed | Form::Html => clean.lines().map(str::to_owned).collect(),
    };
    let lines = without_pgp(lines);
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

/// Without what stands between `<blockquote>` and its end: mail programs mark quotes by it.
fn without_blockquotes(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let mut kept = String::with_capacity(html.len());
    let mut depth = 0_usize;
    let mut from = 0;
    for (at, _) in lower.match_indices('<') {
        let tag = &lower[at + 1..];
        if tag.starts_with("blockquote") {
            if depth == 0 {
                kept.push_str(&html[from..at]);
                kept.push_str("<br>");
            }
            depth += 1;
        } else if tag.starts_with("/blockquote") && depth > 0 {
            depth -= 1;
            if depth == 0 {
                from = at;
            }
        }
    }
    if depth == 0 {
        kept.push_str(&html[from..]);
    }
    kept
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
            is_signature(line, rest.len()) || is_footer(rest, &list) || is_forward_mark(line) || is_header_block(rest);
        if is_end {
            return index;
        }
    }
    lines.len()
}

/// `-- ` (RFC 3676, section 4.3); some programs lose the space, and then only the end of a text counts.
fn is_signature(line: &str, left: usize) -> bool {
    line == "-- " || (line == "--" && left <= 12)
}

/// Mailman's footer: a line of underscores, and then what it says about the list.
fn is_footer(rest: &[String], list: &str) -> bool {
    let line = rest[0].trim_end();
    if line.len() < 20 || !line.bytes().all(|byte| byte == b'_') {
        return false;
    }
    rest[1..].iter().take(4).any(|line| {
        let line = line.to_lowercase();
        !list.is_empty() && line.contains(list) || line.contains("mailing list") || line.contains("unsubscribe")
    })
}

/// `-----Original Message-----`, `---------- Forwarded message ---------` and their like: others' words follow.
fn is_forward_mark(line: &str) -> bool {
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
    let Some(inner) = line.strip_prefix("---").and_then(|line| line.strip_suffix("---")) else {
        return false;
    };
    let inner = inner.trim_matches(['-', ' ']).to_lowercase();
    inner.chars().count() <= 40 && WORDS.iter().any(|word| inner.contains(word))
}

/// The headers of a mail that is quoted below without marks, as Outlook writes them.
fn is_header_block(rest: &[String]) -> bool {
    const FROM: [&str; 11] = [
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
    ];
    const SENT: [&str; 14] = [
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoyé",
        "enviado",
        "enviado el",
        "inviato",
        "verzonden",
        "skickat",
        "sendt",
        "wysłano",
        "отправлено",
        "送信日時",
    ];
    const TO: [&str; 14] = [
        "to", "an", "à", "para", "a", "aan", "till", "til", "do", "кому", "宛先", "subject", "betreff", "objet",
    ];
    let key = |line: &String| {
        let key = line.split([':', '：']).next().filter(|key| key.len() < line.len())?;
        Some(key.trim_matches(['*', ' ']).to_lowercase())
    };
    let is_one = |line: &String, keys: &[&str]| key(line).is_some_and(|key| keys.contains(&key.as_str()));
    is_one(&rest[0], &FROM)
        && rest[1..].iter().take(3).any(|line| is_one(line, &SENT))
        && rest[1..].iter().take(5).any(|line| is_one(line, &TO))
}

/// Without quotes and the attributions before them; at most one blank line in a row.
fn own_lines(lines: &[String], flowed: bool) -> String {
    let mut own: Vec<&str> = Vec::new();
    let mut quoting = false;
    for line in lines {
        let line = line.trim_end();
        let indent = line.len() - line.trim_start_matches(' ').len();
        let is_quote = line[indent..].starts_with('>') && indent < if flowed { 1 } else { 4 };
        if is_quote {
            if !quoting {
                drop_attribution(&mut own, false);
            }
            quoting = true;
            continue;
        }
        if !line.is_empty() {
            quoting = false;
        }
        // Mail programs that quote without marks still say whom.
        own.push(line);
        if line.ends_with([':', '：']) {
            drop_attribution(&mut own, true);
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

/// Takes an attribution off the end. Where no quote follows, it must be one beyond doubt.
fn drop_attribution(own: &mut Vec<&str>, beyond_doubt: bool) {
    let blanks = own.iter().rev().take_while(|line| line.is_empty()).count();
    let end = own.len() - blanks.min(own.len());
    if blanks > 1 {
        return;
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
        let is_one = if opened {
            is_dated_attribution(&joined)
        } else {
            is_bare_attribution(&joined, beyond_doubt)
        };
        if is_one {
            own.truncate(end - count);
            return;
        }
    }
}

/// What an attribution says at its end, in the languages of common mail programs.
const VERBS: [&str; 38] = [
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
    const OPENINGS: [&str; 18] = [
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
    if words.chars().filter(char::is_ascii_digit).count() < 3 {
        return false;
    }
    let opens = OPENINGS.iter().any(|opening| words.starts_with(opening));
    // Chinese programs begin with the name and have the date behind its address.
    let begins = opens || words.starts_with(|c: char| c.is_ascii_digit()) || words.contains("> 于");
    begins && (VERBS.iter().any(|verb| words.ends_with(verb)) || WITHIN.iter().any(|verb| words.contains(verb)))
}

/// `NAME wrote:`; where no quote follows, only `NAME <ADDRESS> wrote:`, for a sentence can end like that too.
fn is_bare_attribution(line: &str, beyond_doubt: bool) -> bool {
    let Some(words) = before_colon(line) else {
        return false;
    };
    let has_address = words.contains('@') && words.contains('<');
    if words.starts_with("quoting ") {
        return has_address;
    }
    (has_address || !beyond_doubt) && VERBS.iter().any(|verb| words.ends_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        said(
            vec![TextPart {
                text: text.to_owned(),
                form: Form::Fixed,
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
            // The Russian one of Gmail has no verb; its line stays.
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
        };
        assert_eq!(said(vec![part(false)], ""), "This goes on and on.\nNext.\n\tindented");
        assert_eq!(said(vec![part(true)], ""), "This goeson andon.\nNext.\n\tindented");
    }

    #[test]
    fn html_loses_its_quotes_and_its_markup() {
        let html = "<html><head><style>p{}</style></head><body><p>Hello &amp; welcome.</p><blockquote type=cite>\
                    <p>old</p><blockquote>older</blockquote></blockquote><p>Is it packaged?</p></body></html>";
        let part = TextPart {
            text: html.to_owned(),
            form: Form::Html,
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
