//! What is said in chat, as markup: people lead to their pages, links only to the web.

use super::layout::Site;
use super::shown::{in_parts, shown, web};
use crate::text::{Message, Paragraph, Span};
use maud::{Markup, html};

/// A link out of the page, or plain words where it is no web address.
pub(super) fn link(url: &str) -> Markup {
    html! {
        @if let Some(to) = web(url) {
            a href=(to) rel="nofollow noreferrer" { bdi { (in_parts(url)) } }
        } @else {
            bdi { (in_parts(url)) }
        }
    }
}

/// A paragraph of chat as markup: people lead to their pages.
pub(super) fn paragraph(paragraph: &Paragraph, site: &Site<'_>) -> Markup {
    html! {
        @for span in &paragraph.0 {
            @match span {
                Span::Text(words) => (shown(words)),
                Span::Strong(words) => strong { bdi { (shown(words)) } },
                Span::Code(words) => code { (shown(words)) },
                Span::Link(url) => (link(url)),
                Span::Person(name) => (site.person(name)),
            }
        }
    }
}

/// A message of chat: a paragraph for each line.
pub(super) fn message(message: &Message, site: &Site<'_>) -> Markup {
    html! {
        @for line in &message.0 {
            p { (paragraph(line, site)) }
        }
    }
}
