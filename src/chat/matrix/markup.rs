//! Reads the HTML of a message by its structure: which words are the speaker's own, and which are quoted or hidden.
//! Pure.
//!
//! Nobody's command: quotes, deleted text, spoilers and code blocks. Inline code keeps its backticks. A person's pill
//! becomes the Matrix id it links to.

/// What a message's HTML shows.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// The speaker's own words by line; a code block is attached to the line before it.
    pub(super) lines: Vec<String>,
    /// All visible text, with pills as their labels.
    pub(super) shown: String,
    /// All visible text, with pills as the ids they link to.
    pub(super) shown_by_id: String,
    /// The target and label of each pill.
    pub(super) pills: Vec<(String, String)>,
    /// The label of each link, and the address that follows it in brackets.
    pub(super) links: Vec<(String, String)>,
    /// Not well-formed: clients differ in what they show.
    pub(super) broken: bool,
    /// Some clients may hide some of the words.
    pub(super) unsure: bool,
}

/// An open element.
struct OpenElement<'a> {
    name: &'a str,
    hides: bool,
    /// Number of its next item, if it is a numbered list.
    next: Option<u32>,
}

const VOID: [&str; 3] = ["br", "hr", "img"];

const BLOCKS: [&str; 26] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "caption",
    "details",
    "summary",
    "br",
    "hr",
    "mx-reply",
    "section",
];

/// Deepest allowed nesting (Matrix specification, "m.room.message msgtypes").
const DEEPEST: usize = 100;

/// Elements whose words are not the speaker's own, or are withdrawn.
const HIDING: [&str; 7] = ["mx-reply", "blockquote", "del", "s", "strike", "script", "style"];

/// Elements that some clients hide, or show only on request.
const UNSURE: [&str; 13] = [
    "details", "summary", "template", "noscript", "title", "head", "textarea", "select", "option", "svg", "math",
    "iframe", "object",
];

/// What can make words tiny, pale or invisible.
const PAINT: [&str; 8] = [
    "style",
    "hidden",
    "color",
    "data-mx-color",
    "data-mx-bg-color",
    "bgcolor",
    "aria-hidden",
    "data-mx-maths",
];

/// Reads a message's HTML.
pub(super) fn read(html: &str) -> Markup {
    let mut reader = MarkupReader::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            // Clients disagree about where it ends.
            reader.out.unsure = true;
            rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        if !begins_a_tag(rest) {
            reader.text("<");
            rest = &rest[1..];
            continue;
        }
        let Some((tag, behind)) = tag(rest) else {
            reader.out.broken = true;
            break;
        };
        if reader.open.len() > DEEPEST {
            reader.out.broken = true;
            break;
        }
        reader.tag(tag);
        rest = behind;
    }
    reader.text(rest);
    reader.end()
}

fn begins_a_tag(text: &str) -> bool {
    let inner = text.strip_prefix('<').unwrap_or(text);
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    inner.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The tag at the beginning, without its angle brackets, and the rest.
fn tag(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((&inner[..at], &inner[at + 1..])),
            // Elsewhere a quote is part of a name or a value.
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (_, _) => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    None
}

/// The value of an attribute; empty if it has none.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let is_between = |c: char| c.is_whitespace() || c == '/';
    let mut rest = tag.split_once(is_between)?.1.trim_start_matches(is_between);
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace() || c == '/')
            .unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        let behind = behind.trim_start();
        let (value, behind) = match behind.strip_prefix('=') {
            None => ("", behind.trim_start_matches('/')),
            Some(value) => {
                let value = value.trim_start();
                let quoted = value.chars().next().filter(|c| matches!(c, '"' | '\''));
                match quoted {
                    Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                    None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
                }
            }
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(unescaped(value));
        }
        rest = behind.trim_start_matches(is_between);
    }
    None
}

#[derive(Default)]
struct MarkupReader<'a> {
    out: Markup,
    open: Vec<OpenElement<'a>>,
    line: String,
    block: String,
    /// The target person of the current link, and its label so far.
    pill: Option<(String, String)>,
    /// The target page of the current link, and its label so far.
    link: Option<(String, String)>,
}

impl<'a> MarkupReader<'a> {
    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name.eq_ignore_ascii_case(name))
    }

    fn is_hidden(&self) -> bool {
        self.open.iter().any(|open| open.hides)
    }

    fn text(&mut self, text: &str) {
        let text = unescaped(text);
        if let Some((_, label)) = &mut self.pill {
            label.push_str(&text);
            return;
        }
        self.show(&text, &text);
        if let Some((_, words)) = &mut self.link {
            words.push_str(&text);
        }
        self.say(&text);
    }

    fn show(&mut self, label: &str, id: &str) {
        if !self.is_in("mx-reply") {
            self.out.shown.push_str(label);
            self.out.shown_by_id.push_str(id);
        }
    }

    fn say(&mut self, text: &str) {
        if self.is_hidden() {
            return;
        }
        if self.is_in("pre") {
            self.block.push_str(text);
        } else {
            self.line.push_str(text);
        }
    }

    /// Puts a link's address after its label, unless they are equal.
    fn say_link(&mut self, to: &str, words: &str) {
        let bare = |address: &str| {
            let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
            decoded(behind.trim_end_matches('/'))
        };
        // Markdown characters in an address are part of the text.
        let plain = |address: &str| bare(address).replace(['*', '_', '~'], "");
        if plain(words) != plain(to) && !self.is_hidden() && !self.is_in("pre") {
            self.say(&format!(" ({to})"));
            self.out.links.push((folded(words), to.to_owned()));
        }
    }

    fn end_line(&mut self) {
        let line = folded(&self.line);
        self.line.clear();
        // A line that is nothing but code is not a command.
        let only_code = line.starts_with('`') && line.ends_with('`') && line.matches('`').count() == 2;
        if !line.is_empty() && !only_code {
            self.out.lines.push(line);
        }
    }

    fn tag(&mut self, tag: &'a str) {
        let closes = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let name = tag
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()
            .unwrap_or_default();
        let is = |names: &[&str]| names.iter().any(|one| one.eq_ignore_ascii_case(name));
        if is(&BLOCKS) {
            self.end_line();
            self.show("\n", "\n");
        }
        if is(&VOID) {
            if is(&["img"]) {
                let words = attribute(tag, "alt")
                    .or_else(|| attribute(tag, "title"))
                    .unwrap_or_default();
                self.text(&words);
            } else if self.is_in("pre") {
                self.block.push(' ');
            }
            return;
        }
        if closes {
            self.close(name);
        } else {
            self.begin(tag, name);
        }
    }

    fn begin(&mut self, tag: &'a str, name: &'a str) {
        let is = |names: &[&str]| names.iter().any(|one| one.eq_ignore_ascii_case(name));
        if is(&["li"])
            && let Some(number) = self.open.last_mut().and_then(|list| list.next.as_mut())
        {
            let shown = format!("{number}. ");
            *number = number.saturating_add(1);
            self.show(&shown, &shown);
        }
        if is(&["a"]) {
            let to = attribute(tag, "href").unwrap_or_default();
            self.pill = person(&to).map(|id| (id, String::new()));
            let is_page = self.pill.is_none() && ["https://", "http://"].iter().any(|scheme| to.starts_with(scheme));
            self.link = is_page.then(|| (to, String::new()));
        }
        if is(&["code"]) && !self.is_in("pre") {
            self.say("`");
        }
        self.out.unsure |= is(&UNSURE) || PAINT.iter().any(|name| attribute(tag, name).is_some());
        let first = || {
            attribute(tag, "start")
                .and_then(|start| start.parse().ok())
                .unwrap_or(1)
        };
        self.open.push(OpenElement {
            name,
            hides: is(&HIDING) || attribute(tag, "data-mx-spoiler").is_some(),
            next: is(&["ol"]).then(first),
        });
    }

    fn close(&mut self, name: &str) {
        let is = |one: &str| one.eq_ignore_ascii_case(name);
        match self.open.pop() {
            Some(open) if is(open.name) => {}
            Some(_) | None => self.out.broken = true,
        }
        if is("a")
            && let Some((id, label)) = self.pill.take()
        {
            self.show(&label, &id);
            self.say(&id);
            if !self.is_hidden() && !self.is_in("pre") {
                self.out.pills.push((id, label));
            }
        }
        if is("a")
            && let Some((to, words)) = self.link.take()
        {
            self.say_link(&to, words.trim());
        }
        if is("code") && !self.is_in("pre") {
            self.say("`");
        }
        if is("pre") {
            let block = folded(&std::mem::take(&mut self.block)).replace('`', "'");
            // It belongs to the line before it; without one it is dropped.
            if let Some(line) = self.out.lines.last_mut().filter(|_| !block.is_empty()) {
                *line = format!("{line} `{block}`");
            }
        }
    }

    fn end(mut self) -> Markup {
        self.out.broken |= !self.open.is_empty();
        self.end_line();
        self.out
    }
}

/// Whitespace collapsed.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The person a link points to (Matrix specification, "Linking to users").
pub(super) fn person(link: &str) -> Option<String> {
    let id = match link.strip_prefix("matrix:u/") {
        Some(id) => format!("@{id}"),
        None => {
            let fragment = ["https://", "http://"]
                .iter()
                .find_map(|scheme| link.strip_prefix(scheme))?;
            fragment.strip_prefix("matrix.to/#/")?.to_owned()
        }
    };
    let id = id.split('?').next().unwrap_or_default();
    let id = decoded(id);
    (id.starts_with('@') && id.contains(':') && !id.contains(char::is_whitespace)).then_some(id)
}

/// Decodes percent-encoding.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let hex = (*first == b'%')
            .then(|| std::str::from_utf8(behind.get(..2)?).ok())
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(hex.unwrap_or(*first));
        rest = if hex.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Decodes those HTML character references that clients write.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = rest[1..]
            .bytes()
            .take(11)
            .position(|byte| byte == b';')
            .and_then(|end| Some((character(&rest[1..=end])?, end)));
        match known {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 2..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    let known = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("hellip", '…'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
    ];
    known.iter().find(|(one, _)| *one == name).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::{person, read};

    #[test]
    fn only_the_speakers_own_words_are_lines() {
        for (html, lines) in [
            (
                "<p>!rfr note badges see</p>\n<pre><code>error 42\n</code></pre>",
                &["!rfr note badges see `error 42`"][..],
            ),
            (
                "<blockquote>\n<p>ready?</p>\n</blockquote>\n<p>!rfr version</p>\n",
                &["!rfr version"],
            ),
            ("<p>!rfr a</p><p>!rfr b<br/>c</p>", &["!rfr a", "!rfr b", "c"]),
            ("<b>!rfr</b> drop <del>badges</del> wiki", &["!rfr drop wiki"]),
            ("<span data-mx-spoiler>!rfr drop badges</span>", &[]),
            ("<span data-mx-spoiler=\"why\">!rfr drop badges</span>x", &["x"]),
            ("<code>!rfr drop badges</code>", &[]),
            (
                "!rfr note badges see <code>x &lt; y</code> there",
                &["!rfr note badges see `x < y` there"],
            ),
            ("<pre><code>!rfr drop badges</code></pre>", &[]),
            ("<em><del>!rfr drop badges</del></em>", &[]),
            (
                "<mx-reply><blockquote>a<br>b</blockquote></mx-reply>!rfr next",
                &["!rfr next"],
            ),
            ("a &lt;b&gt; &amp; c < d", &["a <b> & c < d"]),
            ("<p title=\"a>b\">x</p>", &["x"]),
            ("<span/data-mx-spoiler>!rfr drop badges</span>", &[]),
            (
                "<a href=\"https://matrix.to/#/%40bot%3Aexample.test\">Bot</a>: status",
                &["@bot:example.test: status"],
            ),
        ] {
            let markup = read(html);
            assert_eq!(markup.lines, lines, "{html}");
            assert!(!markup.broken, "{html}");
        }
    }

    #[test]
    fn what_is_not_closed_in_order_is_broken() {
        for html in [
            "<p><s>x</p><p>!rfr drop badges</p>",
            "<del>x",
            "x</p>",
            "<b><i>x</b></i>",
        ] {
            assert!(read(html).broken, "{html}");
        }
    }

    #[test]
    fn links_to_people_are_known() {
        for (link, expected) in [
            ("https://matrix.to/#/@bot:example.test", Some("@bot:example.test")),
            ("https://matrix.to/#/@bot:example.test?via=x", Some("@bot:example.test")),
            ("matrix:u/bot:example.test", Some("@bot:example.test")),
            ("https://matrix.to/#/#room:example.test", None),
            ("https://evil.test/#/@bot:example.test", None),
        ] {
            assert_eq!(person(link).as_deref(), expected, "{link}");
        }
    }
}
