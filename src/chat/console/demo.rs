//! Three RFRs in different phases, to play with: what was said before, and by whom.

/// The lines, each with its speaker.
pub(super) const LINES: &[(&str, &str)] = &[
    ("ralph", "new badges 4321 Badges for everyone"),
    ("ralph", "done badges packages all in EPEL"),
    ("kevin", "sponsor badges"),
    ("ralph", "people badges add ralph lmacken"),
    ("ralph", "advance badges"),
    (
        "ralph",
        "discussed badges https://lists.example.org/archives/thread/AAAA/",
    ),
    ("ralph", "decide badges load-balancing two nodes behind the proxies"),
    ("ralph", "decide badges caching none needed"),
    ("ralph", "decide badges deployment an instance of its own"),
    ("ralph", "advance badges"),
    ("ralph", "done badges dev-instance"),
    ("ralph", "done badges testing a thousand awards a minute"),
    ("ralph", "sop badges https://docs.example.org/sop/badges"),
    ("kevin", "signoff development badges"),
    ("ralph", "advance badges"),
    ("lmacken", "ask badges How long are awards kept?"),
    ("vera", "new koschei 4399 Continuous rebuilds"),
    ("smooge", "sponsor koschei"),
    ("vera", "advance koschei"),
    ("vera", "answer koschei 1 no, one node is enough"),
    ("lmacken", "new mote 4402 Meeting minutes"),
    ("lmacken", "sponsor mote smooge"),
];
