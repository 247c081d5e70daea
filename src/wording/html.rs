//! A message as the HTML that Matrix allows (Client-Server API, "m.room.message msgtypes").

use crate::text::{Paragraph, Span};
use crate::visible;

impl Paragraph {
    /// The line as HTML. User text stays text.
    pub fn html(&self) -> String {
        let mut html = String::new();
        // What the plain line guards against stands in the HTML too.
        if self.begins_like_a_command() {
            html.push_str("· ");
        }
        for span in &self.0 {
            match span {
                Span::Text(words) | Span::Person(words) => escape(&mut html, words),
                Span::Strong(words) => tag(&mut html, "strong", words),
                Span::Code(words) => tag(&mut html, "code", words),
                Span::Link(url) if url.starts_with("https://") || url.starts_with("http://") => {
                    html.push_str("<a href=\"");
                    escape(&mut html, url);
                    html.push_str("\">");
                    escape(&mut html, url);
                    html.push_str("</a>");
                }
                Span::Link(other) => escape(&mut html, other),
            }
        }
        html
    }
}

fn tag(html: &mut String, name: &str, words: &str) {
    html.extend(["<", name, ">"]);
    escape(html, words);
    html.extend(["</", name, ">"]);
}

fn escape(html: &mut String, words: &str) {
    for c in visible::clean(words).chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Paragraph;

    #[test]
    fn user_text_stays_text() {
        let line = Paragraph::new()
            .text("<b>bold</b> & \"quoted\"\n")
            .strong("<i>")
            .code("a<b")
            .link("https://example.org/?a=1&b=\"2\"")
            .link("javascript:alert(1)");
        assert_eq!(
            line.html(),
            "· &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; <strong>&lt;i&gt;</strong><code>a&lt;b</code>\
             <a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">https://example.org/?a=1&amp;b=&quot;2&quot;</a>\
             javascript:alert(1)"
        );
        assert_eq!(Paragraph::new().text("!topic").html(), "· !topic");
    }
}
