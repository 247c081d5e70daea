//! From the parts of a mail to what its author says: without quotes, signature and the list's footer.
//!
//! Mail programs agree on little here. If it is doubtful whether a line is the author's, it stays: people see a line
//! too many, but a missing one is lost.

mod attribution;
mod ending;

use super::charset::is_invisible;
use super::html;
use super::mime::{Form, TextPart};
use attribution::{Follows, drop_attribution, says_when_and_who, whole_attributions};
use ending::end_of_own_words;

/// Longest text that is kept, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// Longest part that is read, in bytes; enough for a long answer below a long quote.
const LONGEST_PART: usize = 512 * 1024;

/// What the author says. At most 64 KiB; lines end in `\n`, except the last.
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
        // Except in `<pre>`, whose code is indented further, leading blanks mean nothing in HTML.
        Form::Html => clean
            .lines()
            .map(|line| line.strip_prefix("    ").map_or(line.trim_start(), |_| line).to_owned())
            .collect(),
        Form::Fixed | Form::Enriched => clean.lines().map(str::to_owned).collect(),
    };
    let mut lines = lines;
    if form == Form::Html {
        // The number of blank lines between blocks means nothing.
        lines.dedup_by(|line, before| line.trim().is_empty() && before.trim().is_empty());
    }
    let lines = whole_attributions(without_pgp(lines));
    let end = end_of_own_words(&lines, list_address);
    own_lines(&lines[..end], matches!(form, Form::Flowed { .. }))
}

/// RFC 3676, section 4: a line that ends in a space continues in the next one of the same quote depth.
fn unflowed(text: &str, delete_space: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // The quote depth of the line being continued.
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let unquoted = line.trim_start_matches('>');
        let depth = line.len() - unquoted.len();
        // A leading space marks a line that starts with `>` and is not a quote.
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

/// Removes the commands of `text/enriched` (RFC 1896): `<bold>`, `</bold>`; `<<` becomes `<`.
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

/// Removes what belongs to an inline signature (RFC 9580, section 7).
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

/// A quote mark at the start of a line, other than the standard one.
fn quote_mark(line: &str) -> Option<char> {
    let mark = line.chars().next()?;
    let behind = line[mark.len_utf8()..].chars().next();
    let is_mark = matches!(
        mark,
        '|' | ':' | '}' | '#' | '%' | ']' | '!' | '*' | '=' | '+' | '~' | '$'
    );
    (is_mark && behind.is_none_or(|c| c == ' ' || c == mark)).then_some(mark)
}

/// Is it a quoted line, whatever surrounds it? `>`, its fullwidth forms, `| `, and `KF>` (Supercite).
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
    // The mark of the quote that an attribution introduced.
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
        // Mail systems put this mark before a line that starts with `From `.
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
        // Even mail programs that do not mark quotes say whom they quote.
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
                    // The rest is quoted from whoever it names.
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
            // Gmail's Russian attribution precedes a line that ends in a colon itself.
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
