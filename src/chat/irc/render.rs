//! A message as IRC lines: split before the server would cut it, and harmless whatever text people put into it.
//!
//! The split is the same after a reconnect or a restart, so that "two lines are out" keeps its meaning. That is why it
//! assumes a long prefix, and uses the actual one only if that is longer still.

use super::codec::SEND_LIMIT;
use crate::text::{Paragraph, Span};
use crate::visible::{guarded, push};
use crate::wire::Outgoing;
use unicode_segmentation::UnicodeSegmentation;

/// Assumed length of `:nick!user@host `: nick of 30, user of 10 and its `~`, host of 63 (RFC 1123 labels).
const ASSUMED_PREFIX: usize = 1 + 30 + 1 + 11 + 1 + 63 + 1;

/// A space of a command, which stays in one piece so that it can be pasted. No text holds this sign.
const KEPT: char = '\u{1}';

/// Smallest room for words that is worth a line, in bytes.
const LEAST_ROOM: usize = 40;

/// The target's name is so long that no words would fit after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the name of the place or of our own host is too long for a line of IRC")]
pub(super) struct NoRoom;

/// The lines of a message, ready to follow `PRIVMSG target :`. `prefix` is the length of our `:nick!user@host ` as
/// others see it, where known.
pub(super) fn render(outgoing: &Outgoing, prefix: usize) -> Result<Vec<String>, NoRoom> {
    let around = prefix.max(ASSUMED_PREFIX) + "PRIVMSG".len() + 1 + outgoing.place.room_name().len() + " :\r\n".len();
    let room = SEND_LIMIT
        .checked_sub(around)
        .filter(|room| *room >= LEAST_ROOM)
        .ok_or(NoRoom)?;

    let mut lines = Vec::new();
    for paragraph in &outgoing.message.0 {
        let mut words = paragraph_text(paragraph);
        if words.is_empty() {
            continue;
        }
        if lines.is_empty()
            && !outgoing.place.is_direct()
            && let Some(to) = outgoing.to.as_deref().filter(|to| is_plain_name(to))
        {
            words = format!("{to}: {words}");
        }
        split(&words, room, &mut lines);
    }
    Ok(lines)
}

/// Is this a name that may stand at the beginning of a line?
fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= 64 && !name.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// The text of a paragraph; names are written so that they do not highlight people's clients.
fn paragraph_text(paragraph: &Paragraph) -> String {
    let mut line = String::new();
    for span in &paragraph.0 {
        match span {
            Span::Text(words) | Span::Strong(words) | Span::Link(words) => push(&mut line, words),
            Span::Code(words) => {
                let mut command = String::new();
                push(&mut command, words);
                line.push_str(&command.trim().replace(' ', KEPT.encode_utf8(&mut [0; 4])));
            }
            Span::Person(name) => {
                let first = name.chars().next().map_or(0, char::len_utf8);
                push(&mut line, &name[..first]);
                line.push('\u{200B}');
                push(&mut line, &name[first..]);
            }
        }
    }
    guarded(line.trim())
}

/// Splits text into lines of at most `room` bytes, at a space if there is one late enough.
fn split(words: &str, room: usize, lines: &mut Vec<String>) {
    let mut rest = guarded(words);
    while rest.len() > room {
        let cut = place_to_cut(&rest, room);
        let line = rest[..cut].trim_end_matches([' ', KEPT]);
        if !line.is_empty() {
            lines.push(line.replace(KEPT, " "));
        }
        rest = guarded(rest[cut..].trim_start_matches([' ', KEPT]));
    }
    if !rest.is_empty() {
        lines.push(rest.replace(KEPT, " "));
    }
}

/// Where to cut text that does not fit: at the last space, else inside a command, else after the last whole grapheme. None
/// may come very early: nearly empty lines look broken.
fn place_to_cut(words: &str, room: usize) -> usize {
    let (mut space, mut kept, mut whole) = (0, 0, 0);
    for (at, sign) in words.grapheme_indices(true) {
        // The space may stand just after the last byte that fits.
        if sign == " " && at <= room {
            space = at;
        }
        if sign.starts_with(KEPT) && at <= room {
            kept = at;
        }
        if at + sign.len() > room {
            break;
        }
        whole = at + sign.len();
    }
    let late_enough = [space, kept, whole].into_iter().find(|at| *at > room / 2);
    late_enough.unwrap_or_else(|| (0..=room).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use crate::text::Message;
    use crate::wire::{Beside, Manner, Place};
    use proptest::prelude::*;

    fn outgoing(place: Place, to: Option<&str>, paragraphs: Vec<Paragraph>) -> Outgoing {
        Outgoing {
            place,
            manner: Manner::Reply,
            to: to.map(str::to_owned),
            in_reply_to: None,
            message: Message(paragraphs),
            beside: Beside::default(),
        }
    }

    #[test]
    fn the_asker_is_named_on_the_first_line_in_a_channel_only() {
        let words = || vec![Paragraph::new().text("one"), Paragraph::new().text("two")];
        let in_channel = outgoing(Place::channel("n", "#a"), Some("kevin"), words());
        assert_eq!(render(&in_channel, 0).unwrap(), ["kevin: one", "two"]);
        let in_private = outgoing(Place::direct("n", "kevin"), Some("kevin"), words());
        assert_eq!(render(&in_private, 0).unwrap(), ["one", "two"]);
    }

    #[test]
    fn people_are_named_without_being_called_and_commands_of_other_bots_stay_words() {
        let say = outgoing(
            Place::channel("n", "#a"),
            Some("kevin"),
            vec![
                Paragraph::new().text("!topic by ").person("élan"),
                Paragraph::new(),
                Paragraph::new().text("\u{2}#info\r\nQUIT :bye\u{0}"),
                Paragraph::new().text("  !x"),
            ],
        );
        assert_eq!(
            render(&say, 0).unwrap(),
            ["kevin: · !topic by é\u{200B}lan", "· #info  QUIT :bye", "· !x"]
        );
    }

    fn said(words: &str) -> Vec<String> {
        let place = Place::channel("n", "#a");
        render(&outgoing(place, None, vec![Paragraph::new().text(words)]), 0).unwrap()
    }

    #[test]
    fn a_command_stays_in_one_piece() {
        let words = "word ".repeat(63);
        for gap in 0..40 {
            let words = format!("{}{} ", words, "x".repeat(gap));
            let line = Paragraph::new().text(words).code("!rfr history mote").text(".");
            let lines = render(&outgoing(Place::channel("n", "#a"), None, vec![line]), 0).unwrap();
            assert!(lines.iter().any(|line| line.contains("!rfr history mote")), "{lines:?}");
        }
        let long = Paragraph::new().code(format!("!rfr note {}", "word ".repeat(200)));
        for line in render(&outgoing(Place::channel("n", "#a"), None, vec![long]), 0).unwrap() {
            assert!(line.ends_with("word") || line.ends_with("note"), "{line}");
        }
    }

    #[test]
    fn what_a_reader_sees_as_one_sign_is_not_split() {
        for sign in ["👩\u{200D}👩\u{200D}👧", "🇩🇪", "e\u{301}", "한", "👍🏽", "नि"] {
            let lines = said(&sign.repeat(300));
            assert!(lines.len() > 1, "{sign}");
            for line in lines {
                assert_eq!(line.replace(sign, ""), "", "{sign}: {line}");
            }
        }
    }

    #[test]
    fn no_piece_of_a_line_is_a_command_to_another_bot() {
        for sign in [
            '!', '#', '.', ',', '@', '?', '$', '！', '＠', '%', '&', '*', '+', '-', ';', ':', '~', '/', '\\', '^', '`',
            '>',
        ] {
            let words = format!("{sign}kick ").repeat(200);
            let lines = said(&format!("words first {words}"));
            assert!(lines.len() > 2);
            for line in lines {
                assert!(!line.starts_with(sign), "{line}");
            }
        }
    }

    #[test]
    fn a_name_that_leaves_no_room_is_an_error() {
        let say = outgoing(
            Place::channel("n", &"#".repeat(400)),
            None,
            vec![Paragraph::new().text("x")],
        );
        assert_eq!(render(&say, 0), Err(NoRoom));
    }

    fn paragraph() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[a-zà-ž!# ]{0,1500}",
            prop::collection::vec(any::<char>(), 0..900).prop_map(|chars| chars.into_iter().collect()),
        ]
    }

    proptest! {
        #[test]
        fn every_line_fits_as_relayed_and_no_word_is_lost(
            texts in prop::collection::vec(paragraph(), 0..4),
            nick in "[a-z]{1,50}",
            user in "[a-z~]{1,20}",
            host in "[a-z.:]{1,120}",
            channel in "#[a-z]{1,60}",
            to in prop::option::of("[a-z!#]{1,40}"),
        ) {
            let paragraphs: Vec<Paragraph> = texts.iter().map(|text| Paragraph::new().text(text.as_str())).collect();
            let say = outgoing(Place::channel("n", &channel), to.as_deref(), paragraphs.clone());
            let prefix = format!(":{nick}!{user}@{host} ");
            let lines = render(&say, prefix.len()).unwrap();
            for line in &lines {
                let relayed = format!("{prefix}PRIVMSG {channel} :{line}\r\n");
                prop_assert!(relayed.len() <= 512, "{} bytes", relayed.len());
                prop_assert!(!line.starts_with(['!', '#']) && !line.is_empty());
                prop_assert!(!line.chars().any(char::is_control));
            }
            // Apart from spaces, which a split may remove, and the guards, the text is unchanged.
            let bare = |text: &str| text.replace('·', "").split_whitespace().collect::<String>();
            let said: String = paragraphs.iter().map(|p| bare(&paragraph_text(p))).collect();
            let mut read = bare(&lines.concat());
            if let (Some(to), false) = (&to, said.is_empty() && lines.is_empty()) {
                read = read.strip_prefix(&format!("{to}:")).unwrap().to_owned();
            }
            prop_assert_eq!(read, said);
            // Independent of our present, shorter prefix.
            if prefix.len() <= ASSUMED_PREFIX {
                prop_assert_eq!(render(&say, 0).unwrap(), lines);
            }
        }
    }
}
