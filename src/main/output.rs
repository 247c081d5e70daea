//! Standard output.

use rfrbot::visible;
use std::io::{self, Write};

/// `print!`, but nobody has to read on.
macro_rules! out {
    ($($text:tt)*) => { $crate::output::put(format_args!($($text)*)) };
}

/// `println!`, but nobody has to read on, and foreign words in it are escaped.
macro_rules! outln {
    ($($text:tt)*) => { $crate::output::say(&format!($($text)*)) };
}

pub(crate) use {out, outln};

/// Writes to standard output. Whoever reads may have seen enough, like `head`: then this is the end.
pub(crate) fn put(text: std::fmt::Arguments<'_>) {
    match io::stdout().write_fmt(text) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => {
            eprintln!("rfrbot: cannot write to standard output: {error}");
            std::process::exit(74);
        }
    }
}

/// A line on standard output, in which foreign words may stand.
pub(crate) fn say(line: &str) {
    put(format_args!("{}\n", visible::escaped_lines(line)));
}
