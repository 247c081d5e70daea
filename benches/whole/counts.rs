//! What dominates a look-up, a stored change, and talk that is not for the bot: instructions of the whole process, from
//! the socket to the socket, counted by callgrind.

use super::callgrind::print;
use super::programs::{Kind, Program, name};
use super::stand_in::Link;
use super::steering;
use std::path::Path;
use std::time::Duration;

/// How many RFRs it knows.
const RFRS: usize = 20;

/// Asks and waits for the answer.
fn ask(link: &mut Link, words: &str, lines: usize) {
    let asked = link.said("kevin", &format!("!rfr {words}"));
    link.send(&asked);
    link.answer(lines, |words| words.starts_with("kevin: "));
}

/// Counts, and prints it.
pub(crate) fn count(folder: &Path, quick: bool) {
    let count = if quick { 50 } else { 500 };
    let counted_in = folder.join("callgrind");
    let mut program = Program::new(Kind::Rfrbot, RFRS, folder);
    program.under(steering::wrapper(&counted_in));
    let (mut link, _) = program.start_and_join();
    let asked = link.said("kevin", &format!("!rfr status {}", name(1)));
    link.send(&asked);
    let status_lines = link.lines_until_silence(Duration::from_secs(3)).len();
    let process = program.process();
    let counted = |link: &mut Link, what: &str, each: usize, work: &mut dyn FnMut(&mut Link, usize)| {
        // What is done for the first time costs more.
        (0..20).for_each(|number| work(link, number));
        ask(link, "version", 1);
        let part = steering::counted(process, &counted_in, || {
            (0..count).for_each(|number| work(link, number));
            ask(link, "version", 1);
        });
        print(&part, what, u64::try_from(count * each).expect("a small number"));
    };
    counted(&mut link, "a look-up (`status NAME`)", 1, &mut |link, number| {
        ask(link, &format!("status {}", name(number % RFRS)), status_lines);
    });
    counted(&mut link, "a stored change (`note`)", 1, &mut |link, number| {
        ask(link, &format!("note {} note {number}", name(number % RFRS)), 1);
    });
    counted(&mut link, "a line that is not for the bot", 40, &mut |link, number| {
        let lines: String = (0..40)
            .map(|of| {
                let words =
                    format!("did anybody look at the proxies of {number} and {of}? they are slow since yesterday");
                link.said("ralph", &words)
            })
            .collect();
        link.send(&lines);
    });
}
