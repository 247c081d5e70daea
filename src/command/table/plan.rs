//! Verbs of planning: discussion, people, questions, decisions.

use super::{ADD_OR_REMOVE, Change, Group, Right, Verb, VerbRow, Which, change, within};

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[
    Verb {
        row: VerbRow {
            verb: "discussed",
            aliases: &["discussion"],
            group: Group::Plan,
            usage: "RFR URL|here",
            summary: "records a discussion on the infrastructure list, or here in chat",
            help: "SOP: the application must be discussed or noted on the list, and feedback answered there; discussion takes place in chat, too: “here” keeps this room and the day, and the address of a log may follow. URL is in the list's archive, or a log of chat; `link` records any other.",
            example: "discussed badges https://lists.example.org/archives/thread/ABC/",
            who: Right::Person,
        },
        read: |reader| {
            let which = reader.which_before_word(&["here"])?;
            if reader.take_if("here") {
                let log = reader.peek().is_some().then(|| reader.url()).transpose()?;
                return change(which, Change::DiscussInChat { log });
            }
            let url = reader.discussion(&which)?;
            change(which, Change::RecordDiscussion { url })
        },
    },
    Verb {
        row: VerbRow {
            verb: "people",
            aliases: &["person", "maintainer", "maintainers"],
            group: Group::Plan,
            usage: "RFR add|remove NAME… [as ROLE…]",
            summary: "records who deploys and maintains it",
            help: "“me” is you. The role is maintainer where none is given; only roles that maintain, deploy or develop meet the MUST. Nobody has to accept: whoever is recorded by somebody else is told, and may say no by `people RFR remove NAME`. A name that nobody knows is asked back.",
            example: "people badges add ralph smooge as developer",
            who: Right::Involved,
        },
        read: |reader| {
            let mut which = reader.which_before_word(ADD_OR_REMOVE)?;
            let what = reader.one_of("add|remove", ADD_OR_REMOVE)?;
            if matches!(which, Which::Omitted { .. }) && !reader.next_is_known_account() {
                which = reader.which()?;
            }
            let confirmed = what == "add" && reader.take_yes();
            let accounts = reader.accounts()?;
            match what {
                "add" => {
                    let role = if reader.take_if("as") {
                        reader.role_text()?
                    } else {
                        String::new()
                    };
                    within("ROLE…", &role, 40)?;
                    reader.may_be_recorded(&role, &which, &accounts)?;
                    if !confirmed {
                        reader.must_be_known(&accounts)?;
                    }
                    change(which, Change::AddPeople { accounts, role })
                }
                _ => change(which, Change::RemovePeople { accounts }),
            }
        },
    },
    Verb {
        row: VerbRow {
            verb: "ask",
            aliases: &["question"],
            group: Group::Plan,
            usage: "RFR QUESTION…|from N",
            summary: "opens a question, or takes question N that a mail offers",
            help: "A question that is opened after the sponsor signed makes that sign-off outdated.",
            example: "ask badges How long are awards kept?",
            who: Right::Person,
        },
        read: |reader| {
            let which = reader.which()?;
            if let Some(offer) = reader.take_offer() {
                return change(which, Change::AskOffered { offer });
            }
            let text = reader.words_on(&which, "QUESTION…")?;
            let on_the_list = None;
            change(which, Change::Ask { text, on_the_list })
        },
    },
    Verb {
        row: VerbRow {
            verb: "answer",
            aliases: &["correct"],
            group: Group::Plan,
            usage: "RFR N ANSWER…",
            summary: "answers question N, or corrects its answer: `answer RFR N ANSWER -- WHY`",
            help: "Anybody with a known account answers; the SOP's questions on load balancing, caching and deployment, whose answer is recorded as the decision, and answers of others to be corrected are for those involved and sysadmin-main. What is corrected stays in view.",
            example: "answer badges 2 no, the pages are small",
            who: Right::Person,
        },
        read: |reader| {
            let which = reader.which_before_number()?;
            let number = reader.number_alone()?;
            reader.answers_one(number)?;
            reader.is_decided()?;
            let text = reader.words_on(&which, "ANSWER…")?;
            let by_mail = None;
            change(which, Change::Answer { number, text, by_mail })
        },
    },
    Verb {
        row: VerbRow {
            verb: "withdraw",
            aliases: &[],
            group: Group::Plan,
            usage: "RFR N",
            summary: "takes question N back",
            help: "For whoever asked it and those involved.",
            example: "withdraw badges 2",
            who: Right::Involved,
        },
        read: |reader| {
            let which = reader.which_before_number()?;
            let number = reader.number()?;
            change(which, Change::WithdrawQuestion { number })
        },
    },
    Verb {
        row: VerbRow {
            verb: "decide",
            aliases: &["decision", "decided"],
            group: Group::Plan,
            usage: "RFR TOPIC TEXT…",
            summary: "records a decision and answers the SOP's question on it",
            help: "TOPIC: caching, load-balancing or deployment, or what else the RFR's edition of the SOP asks for, and before which phase: `next RFR` names it. A changed decision makes the sign-off outdated.",
            example: "decide badges caching none needed",
            who: Right::Involved,
        },
        read: |reader| {
            let (which, topic) = reader.which_and_topic()?;
            reader.one_topic(topic)?;
            reader.is_decided()?;
            reader.is_decided_now()?;
            let text = reader.words_on(&which, "TEXT…")?;
            change(which, Change::DecideTopic { topic, text })
        },
    },
];
