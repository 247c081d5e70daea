//! The rows of `[announce]` and `[people.ACCOUNT]`.

use crate::config::rows::{Chosen, choices, rows};
use crate::rfr::NewsKind;

rows! {
    /// `[announce]`
    AnnounceRows {
        places: Option<Vec<String>> => "every configured channel and room", on ["libera/#fedora-admin"]:
            "Where new RFRs, phase changes, holds and the like are announced. Each must be a configured channel or room. \
             An empty list announces nowhere.";
        kinds: Option<Vec<Chosen<NewsKind>>> => "all of them", off ["phases", "holds", "sign-offs"]:
            "What is announced: requests (also new names and editions), sponsors (also who was asked), phases, holds, ends \
             (dropped, removed, reopened), sign-offs, dates (for production), questions (those asked, answered or decided in \
             private), upkeep (in maintenance), undone. Freezes, freeze breaks and what is muted are always announced.";
        rooms: Vec<RoomRows> => "none":
            "Places of announce.places that are told of other kinds than the rest. One such section for each set of places.";
        bridged: Vec<BridgedRows> => "none":
            "Places joined by a bridge. What is said in one is read in all, so the bot announces in only one of \
             them: in the first that announce.places names, or in none if the change was asked for and answered in \
             one of them. While its network is away, the announcement waits for that network; it does not move to \
             the other side of the bridge. One such section for each bridge.";
    }
}

rows! {
    /// `[[announce.bridged]]`
    BridgedRows {
        places: Vec<String> => "needed", on ["libera/#fedora-admin", "matrix/#admin:fedoraproject.org"]:
            "The places of one bridge, as NETWORK/ROOM.";
    }
}

rows! {
    /// `[[announce.rooms]]`
    RoomRows {
        places: Vec<String> => "needed", on ["libera/#fedora-admin"]: "The places, as NETWORK/ROOM.";
        kinds: Vec<Chosen<NewsKind>> => "needed", on ["phases", "ends"]: "What they are told, in place of announce.kinds.";
    }
}

choices!(NewsKind);

rows! {
    /// `[people.ACCOUNT]`
    PersonRows {
        irc: Vec<String> => "none", on ["libera/ottokar"]:
            "Accounts at IRC services as NETWORK/ACCOUNT: the name with which the person logs in to NickServ or by SASL. \
             It is not the nick, which proves nothing. A login that is listed here can act as that person: take it out on \
             the day when it should not.";
        matrix: Vec<String> => "none", on ["@otto:fedora.im"]: "Full Matrix ids, which can act as that person, too.";
        mail: Vec<String> => "none", on ["otto@example.org"]:
            "Mail addresses: they name the authors of mails on the list, and prove nothing.";
    }
}
