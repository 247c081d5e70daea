//! A text that is not TOML: one problem for each mistyped line, with its line, what was expected, and what to write.

use crate::EXAMPLE;

/// The end of the message about every text that is not TOML, since the rest was not checked.
const AGAIN: &str =
    "\nThe rest of the file was not judged yet. Mend this, then run again: rfrbot check --config rfrbot.toml";

/// The message without that end.
fn refused(text: &str) -> String {
    let said = crate::refused(text);
    said.strip_suffix(AGAIN).map(str::to_owned).unwrap_or(said)
}

/// The example with everything active, so that it has every kind of line.
fn everything() -> String {
    let switched_on = |line: &str| {
        let setting = line
            .strip_prefix('#')
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '['));
        setting.unwrap_or(line).to_owned()
    };
    let lines = EXAMPLE.lines().map(switched_on);
    lines
        .filter(|line| !line.starts_with('#'))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn each_slip_is_one_problem_at_its_line_with_what_to_write() {
    let quotes = "Put one \" before the text and one after it";
    for (text, message) in [
        (
            "[bot\nname = \"a\"",
            "1: bot: the header is not closed on both sides, expected ]. Write [bot]",
        ),
        (
            "[people.ralph\nirc = [\"libera/ralph\"]",
            "1: people.ralph: the header is not closed on both sides, expected ]. Write [people.ralph]",
        ),
        (
            "[[posts]\nname = \"a\"",
            "1: posts: the header is not closed on both sides, expected ]. Write [[posts]]",
        ),
        (
            "[posts]]\nname = \"a\"",
            "1: posts: the header is not closed on both sides, expected [. Write [[posts]]",
        ),
        (
            "bot]\nname = \"a\"",
            "1: this is neither a header nor a setting, expected [ before the name. Write a header as [NAME], and a setting as NAME = VALUE",
        ),
        ("[]", "1: the header has no name. Write one, such as [bot]"),
        (
            "[bot] name = \"a\"",
            "1: bot: something stands after the header, expected the end of the line. Begin a new line after the ]",
        ),
        (
            "[irc.libera]\nchannels = [\"#a\", \"#b\"\nnick = \"bot\"",
            "2: irc.libera.channels: the list that begins here is not closed, expected ]. Put ] after its last member; a # outside quotes begins a comment",
        ),
        (
            "[irc.libera]\nchannels = [\n  \"#a\",\n  \"#b\"\n\n[bot]",
            "2: irc.libera.channels: the list that begins here is not closed, expected ]. Put ] after its last member; a # outside quotes begins a comment",
        ),
        (
            "[irc.libera]\nchannels = [\"#a\" \"#b\"]",
            "2: irc.libera.channels: a comma between two members is missing. Put a comma between two members, and ] after the last",
        ),
        (
            "[irc.libera]\nchannels = \"#a\", \"#b\"",
            "2: irc.libera.channels: several values stand here without brackets around them. Write channels = [\"…\", \"…\"]",
        ),
        (
            "[irc.libera]\nchannels = #a",
            "2: irc.libera.channels: the value is missing, because a # outside quotes begins a comment. Write channels = [\"…\", \"…\"], with the # between the quotes",
        ),
        (
            "[irc.libera]\nhost = irc.libera.chat\n",
            "2: irc.libera.host: expected a text in quotes, found words without them. Put it in quotes: host = \"…\"",
        ),
        (
            "[irc.libera]\nhost =\n",
            "2: irc.libera.host: the value is missing. Write host = \"…\"",
        ),
        (
            "[irc.libera]\nhost \"irc.libera.chat\"\n",
            "2: irc.libera.host: the = between name and value is missing. Write host = \"…\"",
        ),
        (
            "[irc.libera]\nhost: \"irc.libera.chat\"\n",
            "2: irc.libera.host: expected =, found :. Write host = \"…\"",
        ),
        (
            "[irc.libera]\nhost = \"irc.libera.chat\nnick = \"bot\"",
            &*format!(
                "2: irc.libera.host: the quotes of this text do not pair, expected \" before the end of the line. {quotes}"
            ),
        ),
        (
            "[irc.libera]\nhost = irc.libera.chat\"\n",
            &*format!("2: irc.libera.host: a quote is missing before this text. {quotes}"),
        ),
        (
            "[irc.libera]\nhost = “irc.libera.chat”\n",
            "2: irc.libera.host: “ is a typographic quote, expected a straight one. Write \" in its place, before and after the text",
        ),
        (
            "[irc.libera]\nhost = \"irc.libera.chat”\n",
            "2: irc.libera.host: the quotes of this text do not pair, expected \" before the end of the line. Write \" in place of each typographic quote",
        ),
        (
            "[irc.libera]\nhost = `irc.libera.chat`\n",
            "2: irc.libera.host: ` is no quote, expected \". Write \" before and after the text",
        ),
        (
            "[irc.libera]\nhost\u{a0}= \"irc.libera.chat\"\n",
            "2: irc.libera.host: an invisible character stands here (U+00A0). Remove it, or type a blank in its place",
        ),
        (
            "[irc.libera]\nhost = \"C:\\irc\"\n",
            "2: irc.libera.host: \\ begins an escape here, and there is none like this. Write \\\\ for one \\, or put the text between two '",
        ),
        (
            "[irc.libera]\nhost = \"a\" // mine\n",
            "2: irc.libera.host: expected the end of the line or a comment. Begin a comment with #",
        ),
        (
            "// mine\n[bot]",
            "1: this is no setting, expected a comment or NAME = VALUE. Begin a comment with #",
        ),
        (
            "[irc.libera]\nhost = \"a\";\n",
            "2: irc.libera.host: expected the end of the line, found ;. Remove the ;",
        ),
        (
            "[irc.libera]\nhost = \"a\",\n",
            "2: irc.libera.host: expected the end of the line, found a comma. Remove the comma",
        ),
        (
            "[irc.libera]\nhost = \"a\" port = 6697\n",
            "2: irc.libera.host: a second setting stands in the same line, expected its end. Write each setting in a line of its own",
        ),
        (
            "[irc.libera]\nport = 06697\n",
            "2: irc.libera.port: this number begins with a zero or has a sign too many. Write port = 6697, without a zero in front",
        ),
        (
            "[irc.libera]\ntls = True\n",
            "2: irc.libera.tls: expected true or false in small letters. Write true or false, without quotes",
        ),
        (
            "[irc.libera]\ntls = yes\n",
            "2: irc.libera.tls: expected true or false in small letters. Write true or false, without quotes",
        ),
        (
            "[irc.libera]\nport = standard\n",
            "2: irc.libera.port: expected a whole number. Write port = 6697",
        ),
        (
            "[irc.libera]\nalternative nicks = [\"a\"]\n",
            "2: a name with a blank stands here, expected one word before the =. Did you mean alternative_nicks?",
        ),
        (
            "[irc.libera]\nlogin = { sasl = \"plain\", account = \"a\"\nnick = \"a\"",
            "2: irc.libera.login: the table in braces that begins here is not closed, expected }. Write the whole table in one line, such as { name = \"…\", key_file = \"…\" }: a comma between two settings, and } after the last",
        ),
        (
            "[irc.libera]\nlogin = { sasl = \"plain\" account = \"a\" }",
            "2: irc.libera.login: a comma between two settings is missing. Write the whole table in one line, such as { name = \"…\", key_file = \"…\" }: a comma between two settings, and } after the last",
        ),
        (
            "[irc.libera]\nlogin = { sasl: \"plain\" }",
            "2: irc.libera.login.sasl: expected =, found :. Write sasl = \"…\"",
        ),
        (
            "[bot]\nname = \"a\"\n[log]\n[bot]\n",
            "4: bot: [bot] stands here a second time; the first is on line 1. Make one section of both",
        ),
        (
            "[bot]\nname = \"a\"\n\nname = \"b\"\n",
            "4: bot.name: name stands here a second time; the first is on line 2. Remove one of them",
        ),
        (
            "[irc.libera]\nlogin = { nickserv = true }\n[irc.libera.login]\n",
            "3: irc.libera.login: [irc.libera.login] stands here a second time; the first is on line 2. Make one section of both",
        ),
        (
            "[people.kévin]\nirc = []",
            "1: the name of this header goes on with something else, expected ] or a dot. Join the parts of a name by dots, and put one with anything but letters, digits, - and _ in quotes: [people.\"…\"]",
        ),
        (
            "the bot\n",
            "1: the = between name and value is missing. Write NAME = VALUE, or begin the line with # if it explains something",
        ),
        (
            "[bot]\r\nname = \"a\r\n",
            &*format!(
                "2: bot.name: the quotes of this text do not pair, expected \" before the end of the line. {quotes}"
            ),
        ),
        (
            "\u{feff}[bot\nname = \"a\"",
            "1: bot: the header is not closed on both sides, expected ]. Write [bot]",
        ),
        (
            "\t[bot\n\tname = \"a\"",
            "1: bot: the header is not closed on both sides, expected ]. Write [bot]",
        ),
        (
            "[bot]\rname = \"a\"\r",
            "1: the line ends with a carriage return alone, expected a line feed. Save the file with line ends of Unix",
        ),
    ] {
        assert_eq!(refused(text), format!("rfrbot.toml:{message}"), "{text}");
    }
}

/// For a text that is not TOML the rest is not checked, and the message says so; for any other everything was.
#[test]
fn that_the_rest_was_not_judged_is_said_with_the_command_to_run_again() {
    for broken in [
        "[irc.libera]\nchannels = [\"#a\"\n[limits]\nundo_minutes = 0",
        "[bot\nname = 1",
        "[bot]\nname = \"a\" name = \"b\"\n[limit]\nx = 1",
        "[bot]\nname = \"a\"\n[bot]\nzebra = 1",
        "the bot",
        "[bot]\rname = \"a\"\r",
        "[irc.libera]\nlogin = {",
    ] {
        let said = crate::refused(broken);
        assert!(said.ends_with(AGAIN), "{broken}\n{said}");
        assert_eq!(said.matches("not judged yet").count(), 1, "{said}");
    }
    for judged in [
        "[bot]\nzebra = 1",
        "[limits]\nundo_minutes = 0\nreply_lines = 0",
        "irc = 5",
    ] {
        let said = crate::refused(judged);
        assert!(!said.contains("judged"), "{judged}\n{said}");
    }
}

/// The command works as typed, whatever the file's name; also for a file in another encoding.
#[test]
fn the_command_to_run_again_names_the_file_as_a_shell_takes_it() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("the bot's.toml");
    for content in [b"[bot".as_slice(), b"[bot]\nname = \"\xe9\"\n"] {
        std::fs::write(&path, content).expect("a file");
        let said = rfrbot::config::Config::load(&path).expect_err("refused").to_string();
        let (_, command) = said.split_once("run again: rfrbot check --config ").expect("a command");
        let typed = std::process::Command::new("sh")
            .args(["-c", &format!("printf %s {command}")])
            .output()
            .expect("a shell");
        assert_eq!(typed.stdout, path.to_str().expect("UTF-8").as_bytes(), "{said}");
    }
}

#[test]
fn several_slips_are_told_in_one_go() {
    assert_eq!(
        refused("[irc.libera\nhost = irc.libera.chat\nchannels = [\n  \"#a\n  \"#b\",\n]\nnick: \"a\"\n"),
        "rfrbot.toml:1: irc.libera: the header is not closed on both sides, expected ]. Write [irc.libera]\n\
         rfrbot.toml:2: irc.libera.host: expected a text in quotes, found words without them. Put it in quotes: host = \"…\"\n\
         rfrbot.toml:4: irc.libera.channels[0]: the quotes of this text do not pair, expected \" before the end of the line. Put one \
         \" before the text and one after it\n\
         rfrbot.toml:7: irc.libera.nick: expected =, found :. Write nick = \"…\"\n\
         4 problems in all; nothing was started."
    );
}

/// A byte order mark, tabs and foreign line ends are harmless.
#[test]
fn editors_of_every_kind_may_write_the_file() {
    for text in [
        "\u{feff}[bot]\nname = \"a\"\n",
        "[bot]\r\nname = \"a\"\r\n",
        "\t[bot]\n\tname\t=\t\"a\"\t# mine\n",
        "[bot]\nname = \"a\"",
        "[ bot ]\n  name='a'\n",
    ] {
        assert_eq!(crate::load(text).expect("a good config").bot.name, "a", "{text:?}");
    }
}

/// Every character of the example, removed or mistyped: if the result is not TOML, it is one problem at that line.
#[test]
fn one_mistyped_sign_anywhere_is_one_problem_at_its_line() {
    let whole = everything();
    let mut tried = 0;
    let mut offset = 0;
    for (index, line) in whole.lines().enumerate() {
        let number = index + 1;
        let begin = offset;
        offset += line.len() + 1;
        // After a value the example has comments.
        let code = line
            .find(" #")
            .filter(|at| line[..*at].matches('"').count().is_multiple_of(2))
            .unwrap_or(line.len());
        for (at, sign) in line[..code].char_indices() {
            let others: &[&str] = match sign {
                '[' | ']' | '{' | '}' | ',' => &[""],
                '=' => &["", ":", "=="],
                '"' => &["", "“", "”", "'", "`"],
                _ => continue,
            };
            for other in others {
                let broken = format!(
                    "{}{other}{}",
                    &whole[..begin + at],
                    &whole[begin + at + sign.len_utf8()..]
                );
                if broken.parse::<toml::Table>().is_ok() {
                    continue;
                }
                tried += 1;
                let said = refused(&broken);
                assert_eq!(
                    said.lines().count(),
                    1,
                    "{number}:{at} {sign} -> {other:?}: {line}\n{said}"
                );
                assert!(
                    said.starts_with(&format!("rfrbot.toml:{number}: ")),
                    "{number}:{at} {sign} -> {other:?}: {line}\n{said}"
                );
                assert!(
                    !said.contains("TOML") && said.contains(". "),
                    "{number}:{at} {sign} -> {other:?}: {line}\n{said}"
                );
            }
        }
    }
    assert!(tried > 500, "only {tried} were tried");
}

#[test]
fn no_value_is_repeated_by_a_problem_of_the_syntax() {
    for text in [
        "[irc.libera]\nserver_password = hunter2",
        "[irc.libera]\nserver_password \"hunter2\"",
        "[irc.libera]\nserver_password: hunter2",
        "[irc.libera]\nserver_password = \"hunter2",
        "[irc.libera]\nserver_password = “hunter2”",
        "[irc.libera]\nlogin = { password = hunter2 }",
        "[irc.libera]\nlogin = { password \"hunter2\" }",
        "[irc.libera]\nhunter2",
        "[irc.libera]\nhunter2 hunter2",
        "[irc.libera]\n\"hunter2\"",
    ] {
        assert!(!refused(text).contains("hunter2"), "{}", refused(text));
    }
}

proptest::proptest! {
    /// Whatever is in the file, there is an answer, and invalid TOML is reported with a line and a fix.
    #[test]
    fn any_heap_of_signs_gets_an_answer(
        signs in proptest::collection::vec(
            proptest::sample::select(vec![
                "[", "]", "[[", "]]", "{", "}", "\"", "\"\"\"", "'", "=", ",", ".", ":", "#", "\n", "\r\n", "\r", "\t", " ", "a", "irc",
                "host", "login", "posts", "1", "07", "-", "true", "é", "“", "\u{a0}", "\u{feff}", "\\", "\\u", "\u{0}",
            ]),
            0..40,
        )
    ) {
        let text = signs.concat();
        let told = match crate::load(&text) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        if text.parse::<toml::Table>().is_err() {
            proptest::prop_assert!(told.starts_with("rfrbot.toml:") && told.contains(". "), "{text:?}: {told}");
        }
    }
}

/// At the end of a file nothing follows that could show where a list or a table ends.
#[test]
fn the_last_line_may_be_the_broken_one() {
    for (text, words) in [
        (
            "[irc.libera]\nlogin = { sasl = \"plain\"",
            "2: irc.libera.login: the table in braces that begins here is not closed",
        ),
        (
            "[irc.libera]\nlogin = {",
            "2: irc.libera.login: the table in braces that begins here is not closed",
        ),
        (
            "[irc.libera]\nchannels = [\"#a\"",
            "2: irc.libera.channels: the list that begins here is not closed",
        ),
        (
            "[irc.libera]\nchannels = [",
            "2: irc.libera.channels: the list that begins here is not closed",
        ),
        (
            "[irc.libera]\nhost = \"\"\"a",
            "2: irc.libera.host: the text is not closed",
        ),
        ("[irc.libera", "1: irc.libera: the header is not closed"),
    ] {
        let said = refused(text);
        assert!(
            said.starts_with(&format!("rfrbot.toml:{words}")) && said.lines().count() == 1,
            "{text}: {said}"
        );
    }
}
