//! rfrbot's command line.
fn main() {}
