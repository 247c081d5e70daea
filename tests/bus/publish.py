"""Others who publish, with the classes of their own packages: each line of standard input is one message.

sponsor USER GROUP | removed USER GROUP | playbook USER PLAYBOOK HOST | meeting NAME | issue FILE | raw TOPIC BODY |
old DAYS TOPIC BODY | same COUNT TOPIC BODY | flood COUNT USER PLAYBOOK | count QUEUE | delete QUEUE | make QUEUE
"""

import json
import ssl
import sys
from datetime import datetime, timedelta, timezone
from uuid import uuid4

import pika
from fedora_messaging import api, config
from fedorainfra_ansible_messages.ansible_messages import AnsiblePlaybookCompleteV1
from meetbot_messages.meeting import MeetingStartV1
from noggin_messages import MemberRemovedV1, MemberSponsorV1
from webhook_to_fedora_messaging_messages.forgejo import ForgejoMessageV1


def member(cls, user, group):
    return cls(body={"msg": {"agent": "ida", "user": user, "group": group}})


def playbook(user, path, host):
    counts = {"ok": 9, "changed": 2, "failures": 0, "unreachable": 0, "skipped": 0, "ignored": 0, "rescued": 0}
    return AnsiblePlaybookCompleteV1(body={"userid": user, "playbook": path, "results": {host: counts}})


def meeting(name):
    return MeetingStartV1(
        body={
            "start_time": "2026-03-05T16:00:00+00:00",
            "start_user": "ida",
            "location": "#meeting:example.org",
            "meeting_name": name,
        }
    )


def issue(file):
    with open(file, encoding="utf-8") as payload:
        headers = {"x-forgejo-event": "issues", "x-forgejo-delivery": "1"}
        headers.update({"x-hub-signature": "", "x-hub-signature-256": ""})
        body = {"body": json.load(payload), "headers": headers, "agent": "nora"}
    return ForgejoMessageV1(topic="forgejo.issues", body=body)


def plain():
    """A channel without the library, which would not send what is invalid."""
    tls = config.conf["tls"]
    context = ssl.create_default_context(cafile=tls["ca_cert"])
    context.load_cert_chain(tls["certfile"], tls["keyfile"])
    parameters = pika.URLParameters(config.conf["amqp_url"])
    parameters.ssl_options = pika.SSLOptions(context, "localhost")
    parameters.credentials = pika.credentials.ExternalCredentials()
    return pika.BlockingConnection(parameters)


def raw(topic, body, ids, days=0):
    connection = plain()
    channel = connection.channel()
    sent = datetime.now(timezone.utc) - timedelta(days=days)
    for message_id in ids:
        properties = pika.BasicProperties(
            message_id=message_id,
            content_type="application/json",
            headers={"sent-at": sent.isoformat(timespec="seconds")},
        )
        channel.basic_publish("amq.topic", f"org.fedoraproject.prod.{topic}", body.encode(), properties)
    connection.close()


def change(make):
    connection = plain()
    make(connection.channel())
    connection.close()


def make(queue):
    def made(channel):
        channel.queue_declare(queue, durable=True)
        channel.queue_bind(queue, "amq.topic", "#")

    change(made)


def count(queue):
    connection = plain()
    print("LEFT", connection.channel().queue_declare(queue, passive=True).method.message_count, flush=True)
    connection.close()


for line in sys.stdin:
    kind, *words = line.split()
    if kind == "sponsor":
        api.publish(member(MemberSponsorV1, *words))
    elif kind == "removed":
        api.publish(member(MemberRemovedV1, *words))
    elif kind == "playbook":
        api.publish(playbook(*words))
    elif kind == "meeting":
        api.publish(meeting(" ".join(words)))
    elif kind == "issue":
        api.publish(issue(*words))
    elif kind == "raw":
        topic, _, body = line.partition(" ")[2].strip().partition(" ")
        raw(topic, body, [str(uuid4())])
    elif kind == "old":
        raw(words[1], words[2], [str(uuid4())], int(words[0]))
    elif kind == "same":
        raw(words[1], words[2], [str(uuid4())] * int(words[0]))
    elif kind == "flood":
        body = json.dumps(playbook(words[1], words[2], "x.stg").body)
        raw("ansible.playbook.complete", body, (str(uuid4()) for _ in range(int(words[0]))))
    elif kind == "delete":
        change(lambda channel: channel.queue_delete(words[0]))
    elif kind == "make":
        make(*words)
    elif kind == "count":
        count(*words)
    else:
        raise SystemExit(f"nobody publishes {kind}")
