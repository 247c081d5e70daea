//! HTML as the lines a reader sees: blocks on their own lines, quotes marked as in plain text.

use mail_parser::decoders::html::html_to_text;

/// Elements that start and end a line.
const LINES: [&str; 20] = [
    "address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "fieldset", "figure", "footer",
    "form", "header", "main", "nav", "section", "summary", "tbody", "thead",
];

/// Elements set off from their surroundings, as paragraphs are.
const PARAGRAPHS: [&str; 19] = [
    "caption",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "legend",
    "li",
    "ol",
    "p",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// The text of HTML. A `<blockquote>` becomes one quoted line: mail programs use it to mark quotes.
pub(super) fn text(html: &str) -> String {
    html_to_text(&with_breaks(html))
}

/// The HTML with a `<br>` at every line end, and without quotes.
fn with_breaks(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 4);
    let mut quotes = 0_usize;
    let mut preformatted = 0_usize;
    // The element being skipped with its contents, and how many of its name are open.
    let mut left_out: Option<(String, usize)> = None;
    // Once no `>` is left, it is not searched again: the cost must stay linear in the mail's length.
    let mut ends_left = true;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        if quotes == 0 && left_out.is_none() {
            push_words(&mut out, words, preformatted > 0);
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        let name = tag[1..].trim_start_matches('/');
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let closes = tag[1..].starts_with('/');
        let is_tag = length > 0 || closes || tag.starts_with("<!") || tag.starts_with("<?");
        let end = if is_tag && ends_left { tag.find('>') } else { None };
        ends_left &= !is_tag || end.is_some();
        let Some(end) = end else {
            // Not a tag: a less-than sign, or a truncated mail.
            if quotes == 0 && left_out.is_none() {
                out.push_str("&lt;");
            }
            rest = &tag[1..];
            continue;
        };
        let whole = &tag[..=end];
        rest = &tag[end + 1..];
        let name = name[..length].to_ascii_lowercase();
        let is = |names: &[&str]| names.contains(&name.as_str());
        if let Some((element, open)) = &mut left_out {
            // A paragraph ends where the next one starts.
            let next = !closes && name == *element && matches!(element.as_str(), "p" | "li");
            if name != *element {
                continue;
            }
            *open = if closes || next { *open - 1 } else { *open + 1 };
            if *open == 0 {
                left_out = None;
            }
            if !next {
                continue;
            }
        }
        if !closes && quotes == 0 && !whole.ends_with("/>") && is_left_out(&name, whole) {
            if whole.contains("yahoo_quoted") {
                out.push_str("<br>&gt; <br>");
            }
            left_out = Some((name, 1));
        } else if name == "blockquote" {
            if closes {
                quotes = quotes.saturating_sub(1);
            } else {
                if quotes == 0 {
                    out.push_str("<br>&gt; <br>");
                }
                quotes += 1;
            }
        } else if quotes > 0 {
        } else if name == "pre" {
            preformatted = if closes {
                preformatted.saturating_sub(1)
            } else {
                preformatted + 1
            };
            out.push_str("<br><br>");
        } else if is(&["code", "tt", "kbd", "samp"]) {
            out.push('`');
        } else if name == "br" || is(&LINES) {
            out.push_str("<br>");
        } else if is(&PARAGRAPHS) {
            out.push_str("<br><br>");
        } else if is(&["head", "style", "script", "template"]) {
            // The library drops their contents.
            out.push_str(whole);
        }
    }
    if quotes == 0 && left_out.is_none() {
        push_words(&mut out, rest, preformatted > 0);
    }
    out
}

/// Is this element invisible, struck out, or a quote by its class? Elements without an end tag never are.
fn is_left_out(name: &str, tag: &str) -> bool {
    const ENDLESS: [&str; 8] = ["br", "hr", "img", "input", "meta", "link", "body", "html"];
    if ENDLESS.contains(&name) {
        return false;
    }
    if matches!(name, "title" | "del" | "s" | "strike") {
        return true;
    }
    let is_attribute = |word: &str| word.trim_end_matches(['>', '/']).eq_ignore_ascii_case("hidden");
    if tag.split_whitespace().skip(1).any(is_attribute) {
        return true;
    }
    let tag: String = tag
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    let is_hidden = [
        "display:none",
        "visibility:hidden",
        "text-decoration:line-through",
        "yahoo_quoted",
    ];
    is_hidden.iter().any(|words| tag.contains(words))
}

fn push_words(out: &mut String, words: &str, preformatted: bool) {
    if !preformatted {
        out.push_str(words);
        return;
    }
    for c in words.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            ' ' => out.push_str("&nbsp;"),
            '\t' => out.push_str("&nbsp;&nbsp;&nbsp;&nbsp;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<String> {
        let text = text(html).replace('\u{a0}', " ");
        let lines = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn every_block_is_a_line() {
        for html in [
            "<div>one</div><div>two</div>",
            "<ul><li>one<li>two</ul>",
            "<table><tr><td>one</td><td>two</td></tr></table>",
            "<h1>one</h1>two",
            "<H3 class=x>one</H3><p>two",
            "one<hr>two",
            "one<br/>two",
            "<pre>one\ntwo</pre>",
            "<section>one</section><footer>two</footer>",
            "<dl><dt>one<dd>two</dl>",
            "one<!-- <p>not this --><p>two",
        ] {
            assert_eq!(lines(html), ["one", "two"], "{html}");
        }
        assert_eq!(lines("<b>o</b>n<i>e</i> t<span>w</span>o"), ["one two"]);
    }

    #[test]
    fn signs_of_comparison_are_no_tags_and_quotes_are_marked() {
        assert_eq!(lines("1 < 2 & 3 <= 4<p>two"), ["1 < 2 & 3 <= 4", "two"]);
        assert_eq!(
            lines("one<blockquote>a<blockquote>b</blockquote>c</blockquote>two"),
            ["one", ">", "two"]
        );
        assert_eq!(lines("<pre>a\n    b</pre>"), ["a", "    b"]);
        assert_eq!(lines("<style>p{}</style>Run <code>ls foo?</code>"), ["Run `ls foo?`"]);
    }
}
