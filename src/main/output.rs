//! Standard output.

use rfrbot::visible;
use std::io::{self, Write};

/// `print!` that tolerates a closed pipe.
macro_rules! out {
    ($($text:tt)*) => { $crate::output::put(format_args!($($text)*)) };
}

/// `println!` that tolerates a closed pipe, and escapes text by others.
macro_rules! outln {
    ($($text:tt)*) => { $crate::output::say(&format!($($text)*)) };
}

pub(crate) use {out, outln};

/// Writes to standard output. If the reader has seen enough, like `head`, the program ends here.
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

/// A line on standard output, which may contain text by others.
pub(crate) fn say(line: &str) {
    put(format_args!("{}\n", visible::escaped_lines(line)));
}

/// A page that is made whole before any of it is written.
pub(crate) fn page(make: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<()> {
    let mut page = Vec::new();
    make(&mut page)?;
    put(format_args!("{}", String::from_utf8_lossy(&page)));
    Ok(())
}
