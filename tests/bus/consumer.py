"""Somebody who follows the bus with fedora-messaging: a line of JSON for each message, as its class tells it."""

import json
import logging

from fedora_messaging import api

# Whatever does not fit its schema is logged by this.
logging.basicConfig(level=logging.WARNING)


def heard(message):
    told = {
        "topic": message.topic,
        "id": message.id,
        "class": type(message).__name__,
        "severity": int(message.severity),
        "summary": message.summary,
        "agent": message.agent_name,
        "usernames": message.usernames,
        "groups": message.groups,
        "url": message.url,
        "icon": message.app_icon,
        "sent": message._headers.get("sent-at"),
        "headers": sorted(name for name in message._headers if name.startswith("fedora_messaging_")),
    }
    print("HEARD " + json.dumps(told), flush=True)


api.consume(heard)
