"""A person on Matrix, driven by lines of JSON: a client that shares no code with the bot (matrix-nio, with E2EE).

Each line on standard input is a request {"id": N, "do": NAME, ...}; it is answered by {"id": N, "ok": ...} or
{"id": N, "error": ...}. Every event of every room is printed as {"event": ...}, decrypted where that is possible.
"""

import asyncio
import json
import sys

import aiohttp
from nacl.signing import SigningKey
from signedjson.sign import sign_json
from unpaddedbase64 import encode_base64
from nio import AsyncClient, AsyncClientConfig, Event, MegolmEvent, InviteMemberEvent


MANY = {"room": {"timeline": {"limit": 100}}}


def say(line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class Person:
    def __init__(self, homeserver, user, store):
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False, max_limit_exceeded=0)
        self.client = AsyncClient(homeserver, user, store_path=store, config=config)
        self.homeserver = homeserver
        self.seen = set()
        self.locked = []

    def heard(self, room_id, source, decrypted):
        event_id = source.get("event_id")
        if event_id in self.seen:
            return
        self.seen.add(event_id)
        say({"event": {"room": room_id, "decrypted": decrypted, **source}})

    def on_event(self, room, event):
        if isinstance(event, MegolmEvent):
            self.locked.append((room.room_id, event))
            return
        self.heard(room.room_id, event.source, bool(getattr(event, "decrypted", False)))

    def on_invite(self, room, event):
        if event.state_key == self.client.user_id and event.membership == "invite":
            say({"event": {"room": room.room_id, "type": "invite", "sender": event.sender, "event_id": ""}})

    def unlock(self):
        still = []
        for room_id, event in self.locked:
            event.room_id = room_id
            try:
                plain = self.client.decrypt_event(event)
                self.heard(room_id, plain.source, True)
            except Exception:
                still.append((room_id, event))
        self.locked = still

    async def fill_gaps(self, answer):
        """Fetches what the server left out of an answer because it was too much at once."""
        rooms = getattr(answer, "rooms", None)
        for room_id, joined in (rooms.join if rooms else {}).items():
            start, gap = joined.timeline.prev_batch, joined.timeline.limited
            while gap and start:
                page = await self.client.room_messages(room_id, start=start, limit=100)
                events = getattr(page, "chunk", [])
                for event in events:
                    gap = gap and event.event_id not in self.seen
                    self.on_event(self.client.rooms[room_id], event)
                start = page.end if events else None

    async def listen(self):
        while True:
            try:
                answer = await self.client.sync(timeout=3000, sync_filter=MANY)
                await self.fill_gaps(answer)
                if self.client.should_upload_keys:
                    await self.client.keys_upload()
                if self.client.should_query_keys:
                    await self.client.keys_query()
                if self.client.should_claim_keys:
                    await self.client.keys_claim(self.client.get_users_for_key_claiming())
                await self.client.send_to_device_messages()
                self.unlock()
            except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
                await asyncio.sleep(0.2)
            except Exception as error:
                say({"trouble": repr(error)})
                await asyncio.sleep(0.2)

    async def http(self, method, path, body=None):
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            async with session.request(method, self.homeserver + path, json=body) as answer:
                return {"status": answer.status, "body": await answer.json(content_type=None)}

    async def cross_sign(self, password):
        """A new identity, by which this device is signed."""
        user, device = self.client.user_id, self.client.device_id
        keys = {}
        for usage in ["master", "self_signing", "user_signing"]:
            secret = SigningKey.generate()
            public = encode_base64(secret.verify_key.encode())
            secret.alg, secret.version = "ed25519", public
            keys[usage] = (secret, {"user_id": user, "usage": [usage], "keys": {f"ed25519:{public}": public}})
        upload = {}
        for usage, (_, public) in keys.items():
            signed = public if usage == "master" else sign_json(public, user, keys["master"][0])
            upload[f"{usage}_key"] = signed
        path = "/_matrix/client/v3/keys/device_signing/upload"
        answer = await self.http("POST", path, upload)
        if answer["status"] == 401:
            name = {"type": "m.id.user", "user": user}
            login = {"type": "m.login.password", "identifier": name, "password": password}
            login["session"] = answer["body"]["session"]
            answer = await self.http("POST", path, {**upload, "auth": login})
        known = await self.http("POST", "/_matrix/client/v3/keys/query", {"device_keys": {user: [device]}})
        own = known["body"]["device_keys"][user][device]
        own.pop("signatures", None)
        own.pop("unsigned", None)
        signed = {user: {device: sign_json(own, user, keys["self_signing"][0])}}
        signed = await self.http("POST", "/_matrix/client/v3/keys/signatures/upload", signed)
        if answer["status"] != 200 or signed["status"] != 200 or signed["body"].get("failures"):
            raise RuntimeError(f"{answer} {signed}")
        return True

    async def do(self, request):
        name = request["do"]
        if name == "login":
            answer = await self.client.login(request["password"], device_name="test")
            if not self.client.access_token:
                raise RuntimeError(repr(answer))
            self.client.add_event_callback(self.on_event, Event)
            self.client.add_event_callback(self.on_invite, InviteMemberEvent)
            await self.client.keys_upload()
            await self.client.sync(timeout=0, full_state=True)
            asyncio.create_task(self.listen())
            return {"user": self.client.user_id, "device": self.client.device_id}
        if name == "cross_sign":
            return await self.cross_sign(request["password"])
        if name == "http":
            return await self.http(request["method"], request["path"], request.get("body"))
        if name == "send":
            room = request["room"]
            for _ in range(200):
                known = self.client.rooms.get(room)
                if known is not None and (known.encrypted or not request.get("encrypted")):
                    break
                await asyncio.sleep(0.05)
            if request.get("encrypted"):
                # Whoever has just joined gets a key too, even where the stream has not told of it yet.
                await self.client.joined_members(room)
                await self.client.keys_query() if self.client.should_query_keys else None
            answer = await self.client.room_send(
                room, request["type"], request["content"], ignore_unverified_devices=True
            )
            if not getattr(answer, "event_id", None):
                raise RuntimeError(repr(answer))
            return answer.event_id
        raise RuntimeError(f"cannot {name}")


async def main():
    homeserver, user, store = sys.argv[1:4]
    person = Person(homeserver, user, store)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=2**22)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        request = json.loads(line)
        try:
            say({"id": request["id"], "ok": await person.do(request)})
        except Exception as error:
            say({"id": request["id"], "error": repr(error)})
    await person.client.close()


asyncio.run(main())
