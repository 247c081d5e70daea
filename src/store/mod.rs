//! What is kept: a write-ahead journal, which is the truth, and the sled database, from which everything reads.
//!
//! ```text
//! Journal::commit ─► one line per commit in journal/*.jsonl, one fdatasync   (this is the acknowledgement)
//! Journal::settle ─► a moment later, or when somebody reads: one sled transaction with all that was committed
//!                    since, and how far sled has come
//! open            ─► checks both; what the journal has and sled lacks is applied,
//!                    a sled that cannot be trusted is set aside and rebuilt
//! ```
//!
//! The database has plain keys, and values by serde. It holds what each commit did to an RFR (an RFR's state is the
//! fold of that, by the same `apply` as live), what commits say about everything else, what is owed, and the indexes
//! for finding RFRs. A checksum and a count for each tree change in the same transaction, and so does the number of the
//! last applied line.
//!
//! Each file knows only those listed before it: `error`, `folder`, `room`; `lines` (one line, one segment) and `stored`
//! (one record); `whole` (an entire journal); `trees`, `seal` and `recent` (the database); `changes` (what a record
//! changes there); `witness` (does the database know more than the journal?); `transfer` and `backup`; `behind`,
//! `database`, `search` and `journal` (the open store); `smaller`, `open`, `recover` and `inspect`.
//!
//! A backup is an export in one file (a copy of the folder `journal` works as well). A damaged journal is neither
//! repaired nor opened. The one exception is a last line torn by a crash before it was acknowledged: it is cut off and
//! kept in a file of its own. A journal that lost something the database knows is not opened either ([`recover()`]
//! restores it, on request).

mod backup;
mod behind;
mod changes;
mod course;
mod database;
mod error;
mod folder;
mod inspect;
mod journal;
mod lines;
mod open;
mod recent;
mod recover;
mod room;
mod seal;
mod search;
mod smaller;
mod stored;
mod transfer;
mod trees;
mod whole;
mod witness;

pub use backup::{Backup, back_up, newest, restore, retain, verify_backup};
pub use database::Database;
pub use error::{StoreError, needs_a_person, remedy};
pub use folder::{belong_to_the_owner, make_folder};
pub use inspect::{DatabaseState, Inspection, inspect};
pub use journal::Journal;
pub use open::{Opened, open};
pub use recover::{Recovered, recover};
pub use room::size;
pub use transfer::{export, import, replay};
pub use whole::{Report, verify};
pub use witness::Lost;
