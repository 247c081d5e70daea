//! Mutated input for everything that reads text by others: no panic, no endless work, and no harm.
//!
//! Seeds are in `tests/data/corpus/KIND/`, including inputs that once failed. The budget is fixed, so that the work is
//! the same everywhere; `RFRBOT_FUZZ=N` multiplies it. `RFRBOT_FUZZ_SEED=N` changes the random numbers. IRC lines are
//! tested inside the session: `chat::irc::session::tests::attacks`.

mod attacks;
mod dice;
