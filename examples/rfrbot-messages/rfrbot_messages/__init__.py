"""What rfrbot publishes, as classes of fedora-messaging: one for each topic, with the schema that the bot checks with."""

import json
from pathlib import Path

from fedora_messaging import message

_SCHEMAS = Path(__file__).parent / "schemas"


def _schema(topic):
    return json.loads((_SCHEMAS / f"{topic}.json").read_text(encoding="utf-8"))


def _names(people):
    return ", ".join(people) if people else "nobody"


class RfrbotMessage(message.Message):
    """What all of them have in common."""

    @property
    def app_name(self):
        return "rfrbot"

    @property
    def app_icon(self):
        return "https://apps.fedoraproject.org/img/icons/rfrbot.png"

    @property
    def agent_name(self):
        """The account of whoever did it; None where nobody did."""
        return self.body["agent"]

    @property
    def usernames(self):
        """Everybody whom it concerns, and whoever did it."""
        people = set(self.body["people"])
        if self.agent_name:
            people.add(self.agent_name)
        return sorted(people)

    @property
    def groups(self):
        rfr = self.body.get("rfr")
        return [f"sysadmin-{rfr['name']}"] if rfr else []

    @property
    def url(self):
        rfr = self.body.get("rfr")
        return rfr["url"] if rfr else None

    @property
    def _who(self):
        return self.agent_name or "rfrbot"

    @property
    def _rfr(self):
        return f"the RFR {self.body['rfr']['name']}"

    def _because(self, key="reason"):
        return f": {self.body[key]}" if self.body.get(key) else ""

    def __str__(self):
        lines = [self.summary]
        rfr = self.body.get("rfr")
        if rfr:
            lines.append(f"{rfr['title']} ({rfr['phase']}), {rfr['url']}")
        return "\n".join(lines)


class RfrNewV1(RfrbotMessage):
    topic = "rfrbot.rfr.new"
    body_schema = _schema("rfr.new")

    @property
    def summary(self):
        rfr = self.body["rfr"]
        return f"{self._who} requested resources for {rfr['name']}: {rfr['title']}"


class RfrPhaseV1(RfrbotMessage):
    topic = "rfrbot.rfr.phase"
    body_schema = _schema("rfr.phase")

    @property
    def summary(self):
        return f"{self._who} moved {self._rfr} from {self.body['from']} to {self.body['to']}{self._because()}"


class RfrSignoffV1(RfrbotMessage):
    topic = "rfrbot.rfr.signoff"
    body_schema = _schema("rfr.signoff")

    @property
    def summary(self):
        return f"{self._who} signed off {self.body['phase']} of {self._rfr}{self._because('note')}"


class RfrWithdrawnV1(RfrbotMessage):
    topic = "rfrbot.rfr.withdrawn"
    body_schema = _schema("rfr.withdrawn")

    @property
    def summary(self):
        signed = f"the sign-off of {self.body['phase']} of {self._rfr}"
        if self.body["cause"] == "outdated":
            return f"{signed} is outdated: what it signed has changed"
        return f"{self._who} withdrew {signed}{self._because()}"


class RfrHoldV1(RfrbotMessage):
    topic = "rfrbot.rfr.hold"
    body_schema = _schema("rfr.hold")

    @property
    def summary(self):
        return f"{self._who} put {self._rfr} on hold{self._because()}"


class RfrReleasedV1(RfrbotMessage):
    topic = "rfrbot.rfr.released"
    body_schema = _schema("rfr.released")

    @property
    def summary(self):
        return f"{self._who} released {self._rfr}{self._because()}"


class RfrEndedV1(RfrbotMessage):
    topic = "rfrbot.rfr.ended"
    body_schema = _schema("rfr.ended")

    @property
    def summary(self):
        if self.body["how"] == "undone":
            return f"{self._who} took back {self._rfr}"
        verb = {"dropped": "dropped", "removed": "removed what came of"}[self.body["how"]]
        return f"{self._who} {verb} {self._rfr}{self._because()}"


class _Freeze(RfrbotMessage):
    @property
    def _days(self):
        freeze = self.body["freeze"]
        return f" ({freeze['from']} to {freeze['to']})" if freeze["from"] and freeze["to"] else ""


class FreezeStartV1(_Freeze):
    topic = "rfrbot.freeze.start"
    body_schema = _schema("freeze.start")

    @property
    def summary(self):
        return f"the freeze {self.body['freeze']['name']} is in force{self._days}"


class FreezeLiftV1(_Freeze):
    topic = "rfrbot.freeze.lift"
    body_schema = _schema("freeze.lift")

    @property
    def summary(self):
        return f"the freeze {self.body['freeze']['name']} is over"


class _Break(RfrbotMessage):
    @property
    def _break(self):
        return f"freeze break {self.body['freeze_break']['number']} for {self._rfr}"

    def __str__(self):
        found = self.body["freeze_break"]
        return "\n".join(
            [
                super().__str__(),
                f"Reason: {found['reason']}",
                f"Agree: {_names(found['approvers'])}. Object: {_names(found['objectors'])}. "
                f"Still needed: {found['still_needed']}.",
            ]
        )


class BreakRequestedV1(_Break):
    topic = "rfrbot.freeze_break.requested"
    body_schema = _schema("freeze_break.requested")

    @property
    def summary(self):
        return f"{self._who} asks for {self._break}: {self.body['freeze_break']['reason']}"


class BreakApprovedV1(_Break):
    topic = "rfrbot.freeze_break.approved"
    body_schema = _schema("freeze_break.approved")

    @property
    def summary(self):
        found = self.body["freeze_break"]
        if found["is_held"]:
            rest = "an objection holds it"
        elif found["still_needed"]:
            rest = f"{found['still_needed']} more needed"
        else:
            rest = "it may be used"
        return f"{self._who} agreed to {self._break} ({rest}){self._because('text')}"


class BreakRefusedV1(_Break):
    topic = "rfrbot.freeze_break.refused"
    body_schema = _schema("freeze_break.refused")

    @property
    def summary(self):
        return f"{self._who} objects to {self._break}{self._because('text')}"


class BreakDoneV1(_Break):
    topic = "rfrbot.freeze_break.done"
    body_schema = _schema("freeze_break.done")

    @property
    def summary(self):
        return f"{self._who} used {self._break}"
