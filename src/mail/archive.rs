//! Where a mail can be read in the list's archive (`HyperKitty`); known before the mail is sent.

use crate::wire::MessageId;
use data_encoding::BASE32;
use sha1::{Digest, Sha1};

/// The list's archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// Base URL without a trailing slash: `https://lists.fedoraproject.org/archives`.
    pub base: String,
    /// The list's address.
    pub list: String,
}

impl Archive {
    /// The URL of this mail alone.
    pub fn permalink(&self, id: &MessageId) -> String {
        format!("{}/list/{}/message/{}/", self.base, self.list, hash(id))
    }

    /// The URL of the thread that this mail started.
    pub fn thread(&self, first: &MessageId) -> String {
        format!("{}/list/{}/thread/{}/", self.base, self.list, hash(first))
    }
}

/// Mailman's Message-ID-Hash: the SHA-1 of the Message-ID without its angle brackets, in base32.
pub fn hash(id: &MessageId) -> String {
    BASE32.encode(&Sha1::digest(id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_of_the_archives() {
        let id = MessageId::new("<12345>").expect("a Message-ID");
        assert_eq!(hash(&id), "RSZCG7IGPHFIRW3EMTVMMDNJMNCVCOLE");
        let archive = Archive {
            base: "https://lists.example.org/archives".to_owned(),
            list: "infra@lists.example.org".to_owned(),
        };
        assert_eq!(
            archive.permalink(&id),
            "https://lists.example.org/archives/list/infra@lists.example.org/message/RSZCG7IGPHFIRW3EMTVMMDNJMNCVCOLE/"
        );
        assert!(
            archive
                .thread(&id)
                .ends_with("/thread/RSZCG7IGPHFIRW3EMTVMMDNJMNCVCOLE/")
        );
    }
}
