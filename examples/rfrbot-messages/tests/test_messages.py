"""Each class has its schema, its entry point and its words. The bodies are examples; what the bot really publishes is
checked by the bot's own tests (tests/run bus)."""

from importlib.metadata import entry_points

import jsonschema
import pytest
from fedora_messaging import message

import rfrbot_messages
from rfrbot_messages import RfrbotMessage

RFR = {
    "name": "badges",
    "title": "Badges for everyone",
    "phase": "planning",
    "ticket": "4321",
    "url": "https://forge.example.org/infra/tickets/issues/4321",
}
OF_AN_RFR = {"rfr": RFR, "agent": "otto", "people": ["otto", "vera"]}
FREEZE = {"freeze": {"name": "F45 beta", "from": "2026-08-25", "to": "2026-09-16"}, "agent": None, "people": []}
BREAK = {
    "number": 3,
    "freezes": ["F45 beta"],
    "reason": "the database is full",
    "approvers": ["ida"],
    "objectors": [],
    "still_needed": 1,
    "is_held": False,
}
OF_A_BREAK = {**OF_AN_RFR, "freeze_break": BREAK}

BODIES = {
    "rfr.new": (OF_AN_RFR, "otto requested resources for badges: Badges for everyone"),
    "rfr.phase": (
        {**OF_AN_RFR, "from": "pre-sponsorship", "to": "planning", "reason": None},
        "otto moved the RFR badges from pre-sponsorship to planning",
    ),
    "rfr.signoff": (
        {**OF_AN_RFR, "phase": "staging", "note": "well tested"},
        "otto signed off staging of the RFR badges: well tested",
    ),
    "rfr.withdrawn": (
        {**OF_AN_RFR, "phase": "staging", "cause": "outdated", "reason": None},
        "the sign-off of staging of the RFR badges is outdated: what it signed has changed",
    ),
    "rfr.hold": ({**OF_AN_RFR, "reason": "audit"}, "otto put the RFR badges on hold: audit"),
    "rfr.released": ({**OF_AN_RFR, "reason": None}, "otto released the RFR badges"),
    "rfr.ended": ({**OF_AN_RFR, "how": "dropped", "reason": "no time"}, "otto dropped the RFR badges: no time"),
    "freeze.start": (FREEZE, "the freeze F45 beta is in force (2026-08-25 to 2026-09-16)"),
    "freeze.lift": (FREEZE, "the freeze F45 beta is over"),
    "freeze_break.requested": (
        OF_A_BREAK,
        "otto asks for freeze break 3 for the RFR badges: the database is full",
    ),
    "freeze_break.approved": (
        {**OF_A_BREAK, "text": ""},
        "otto agreed to freeze break 3 for the RFR badges (1 more needed)",
    ),
    "freeze_break.refused": (
        {**OF_A_BREAK, "text": "not on a Friday"},
        "otto objects to freeze break 3 for the RFR badges: not on a Friday",
    ),
    "freeze_break.done": (OF_A_BREAK, "otto used freeze break 3 for the RFR badges"),
}


def the_class(topic):
    found = entry_points(group="fedora.messages")
    return next(entry for entry in found if entry.name == f"rfrbot.{topic}.v1").load()


def test_every_schema_has_a_class_and_an_example():
    schemas = {path.stem for path in rfrbot_messages._SCHEMAS.glob("*.json")}
    assert schemas == set(BODIES)
    assert {cls.topic for cls in map(the_class, schemas)} == {f"rfrbot.{topic}" for topic in schemas}


@pytest.mark.parametrize("topic", BODIES)
def test_a_message_is_valid_and_has_its_words(topic):
    body, summary = BODIES[topic]
    cls = the_class(topic)
    sent = cls(topic=f"org.fedoraproject.prod.rfrbot.{topic}", body=body)
    sent.validate()
    assert message.get_class(f"rfrbot.{topic}.v1") is cls
    assert sent.summary == summary
    assert str(sent).startswith(summary)
    assert sent.app_name == "rfrbot"
    assert sent.agent_name == body["agent"]
    if topic.startswith("freeze."):
        assert (sent.url, sent.usernames, sent.groups) == (None, [], [])
    else:
        assert (sent.url, sent.usernames, sent.groups) == (RFR["url"], ["otto", "vera"], ["sysadmin-badges"])


@pytest.mark.parametrize("topic", BODIES)
def test_a_body_that_lacks_anything_is_invalid(topic):
    body, _ = BODIES[topic]
    jsonschema.Draft4Validator.check_schema(the_class(topic).body_schema)
    for left_out in body:
        rest = {key: value for key, value in body.items() if key != left_out}
        with pytest.raises(jsonschema.ValidationError):
            RfrbotMessage.validate(the_class(topic)(body=rest))
