"""Matrix, measured from outside: round trips, CPU and memory of the bot on a real Synapse of its own.

    python benches/matrix/measure.py PROGRAM [--quick]

PROGRAM is a release build of rfrbot; the Python is the one of `tests/run matrix`
(target/matrix-venv/bin/python), which has Synapse and matrix-nio. The people are raw HTTP clients (aiohttp) in the
plain room and matrix-nio in the encrypted one; nothing is shared with the bot. The floor is the least that a program
can do which answers in a room: a raw HTTP client in a process of its own that follows /sync and sends an event.

Synapse's limits are off: else they, not the bot, decide (`rc_message` below; on a server of one's own an operator
can lift them for the bot alone with the admin API's override_ratelimit). Everything listens on loopback, in a
temporary folder, and is ended by its id.
"""

import asyncio
import json
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import aiohttp
from nio import AsyncClient, AsyncClientConfig, MegolmEvent, RoomMessage

SERVER = "matrix.bench"
LAX = "{ per_second: 100000, burst_count: 100000 }"
FILTER = {"room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}}, "presence": {"types": []}}

# What maubot needs on one quiet machine, and what the floor needs there: given figures, not measured here. What is to
# be reached follows from them. Where the homeserver's own speed decides, and the floor is measured in the same run, it
# is a multiple of the floor's: machines differ.
FLOORS = {"round trip floor, p50, ms": 45, "the same by the floor: replies/s": 24}
TRIP, REPLIES = FLOORS
GOALS = {
    "round trip plain, p50, ms": (41, "≤", 41 * 1.05, TRIP),
    "round trip encrypted, p50, ms": (57, "≤", 57 * 1.05, TRIP),
    "CPU per command plain, µs": (3046, "≤", 600, None),
    "CPU per command encrypted, µs": (7623, "≤", 1900, None),
    "CPU per chat line, µs": (385, "≤", 60, None),
    "memory after start, MiB": (56, "≤", 45, None),
    "memory after everything, MiB": (56, "≤", 45, None),
    "100 commands, ten in flight: lost": (0, "≤", 0, None),
    "100 commands, ten in flight: replies/s": (40, "≥", 40, REPLIES),
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def user(name):
    return f"@{name}:{SERVER}"


def cpu(process):
    """CPU time that all threads of a process have spent, ended ones too, in seconds: the process's own clock
    (clock_getcpuclockid, whose numbers Linux makes of the process's id)."""
    return time.clock_gettime(~process << 3 | 2)


def memory(process):
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1024


class Synapse:
    def __init__(self, folder):
        self.folder = folder / "synapse"
        self.folder.mkdir()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        config = self.folder / "homeserver.yaml"
        config.write_text(f"""
server_name: {SERVER}
report_stats: false
suppress_key_server_warning: true
trusted_key_servers: []
listeners:
  - {{ port: {self.port}, bind_addresses: ['127.0.0.1'], type: http, resources: [{{ names: [client] }}] }}
database: {{ name: sqlite3, args: {{ database: '{self.folder}/homeserver.db' }} }}
media_store_path: '{self.folder}/media'
signing_key_path: '{self.folder}/signing.key'
pid_file: '{self.folder}/pid'
registration_shared_secret: bench
macaroon_secret_key: bench
form_secret: bench
bcrypt_rounds: 4
presence: {{ enabled: false }}
rc_message: {LAX}
rc_registration: {LAX}
rc_login: {{ address: {LAX}, account: {LAX}, failed_attempts: {LAX} }}
rc_joins: {{ local: {LAX}, remote: {LAX} }}
rc_room_creation: {LAX}
""")
        command = [sys.executable, "-m", "synapse.app.homeserver", "-c", str(config)]
        log = open(self.folder / "log", "w")
        subprocess.run([*command, "--generate-keys"], cwd=self.folder, stdout=log, stderr=log, check=True)
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)
        while True:
            try:
                urllib.request.urlopen(self.url + "/_matrix/client/versions").read()
                break
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit((self.folder / "log").read_text())
                time.sleep(0.05)

    def register(self, name):
        script = pathlib.Path(sys.executable).with_name("register_new_matrix_user")
        arguments = ["-u", name, "-p", f"{name}-password", "--no-admin", "-k", "bench", self.url]
        subprocess.run([script, *arguments], check=True, stdout=subprocess.DEVNULL)


class Person:
    """A raw HTTP client. `answers` holds a future for each event that waits for an answer of the bot."""

    def __init__(self, url):
        self.url, self.answers, self.number = url, {}, 0

    async def log_in(self, name):
        self.name = name
        self.session = aiohttp.ClientSession()
        login = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": name},
                 "password": f"{name}-password"}
        self.token = (await self.http("POST", "login", login, token=False))["access_token"]
        return self

    async def http(self, method, path, body=None, token=True):
        headers = {"Authorization": f"Bearer {self.token}"} if token else {}
        url = f"{self.url}/_matrix/client/v3/{path}"
        async with self.session.request(method, url, json=body, headers=headers) as answer:
            words = await answer.json(content_type=None)
            assert answer.status == 200, (path, words)
            return words

    async def make_room(self, alias, encrypted):
        body = {"preset": "public_chat", "room_alias_name": alias}
        if encrypted:
            body["initial_state"] = [{"type": "m.room.encryption", "state_key": "",
                                      "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
        return (await self.http("POST", "createRoom", body))["room_id"]

    async def members(self, room):
        return (await self.http("GET", f"rooms/{urllib.parse.quote(room)}/joined_members"))["joined"]

    async def send(self, room, content):
        self.number += 1
        path = f"rooms/{urllib.parse.quote(room)}/send/m.room.message/{self.name}-{self.number}"
        return (await self.http("PUT", path, content))["event_id"]

    async def follow(self, hear):
        query = "filter=" + urllib.parse.quote(json.dumps(FILTER))
        since = (await self.http("GET", f"sync?timeout=0&{query}"))["next_batch"]
        while True:
            answer = await self.http("GET", f"sync?timeout=30000&since={since}&{query}")
            since = answer["next_batch"]
            for room, update in answer.get("rooms", {}).get("join", {}).items():
                for event in update["timeline"]["events"]:
                    await hear(room, event)

    async def hear_answer(self, _room, event):
        answered(self.answers, event)

    async def ask(self, room, words):
        """Seconds from the question to its answer."""
        began = time.perf_counter()
        asked = await self.send(room, {"msgtype": "m.text", "body": words})
        return await answer_to(self.answers, asked) - began


def answered(answers, event):
    to = event.get("content", {}).get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
    if to and event["type"] == "m.room.message":
        future = answers.setdefault(to, asyncio.get_running_loop().create_future())
        if not future.done():
            future.set_result(time.perf_counter())


async def answer_to(answers, asked):
    future = answers.setdefault(asked, asyncio.get_running_loop().create_future())
    return await asyncio.wait_for(future, 60)


class Encrypted:
    """A person with end-to-end encryption, by matrix-nio."""

    def __init__(self, url, folder):
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        self.client = AsyncClient(url, user("carol"), store_path=str(folder), config=config)
        self.answers = {}

    async def log_in(self, name):
        await self.client.login(f"{name}-password")
        self.client.add_event_callback(self.hear, (RoomMessage, MegolmEvent))
        await self.client.keys_upload()
        await self.client.sync(timeout=0, full_state=True)
        return self

    async def hear(self, _room, event):
        answered(self.answers, event.source)

    async def follow(self):
        while True:
            await self.client.sync(timeout=30000, sync_filter=FILTER)
            if self.client.should_upload_keys:
                await self.client.keys_upload()
            if self.client.should_query_keys:
                await self.client.keys_query()
            if self.client.should_claim_keys:
                await self.client.keys_claim(self.client.get_users_for_key_claiming())
            await self.client.send_to_device_messages()

    async def ask(self, room, words):
        began = time.perf_counter()
        content = {"msgtype": "m.text", "body": words}
        sent = await self.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        return await answer_to(self.answers, sent.event_id) - began


async def floor(url, room):
    """The least: hears in its own process, and answers."""
    person = await Person(url).log_in("floor")
    await person.http("POST", f"join/{urllib.parse.quote(room)}", {})

    async def hear(where, event):
        if event["type"] == "m.room.message" and event["content"].get("body", "").startswith("!floor"):
            relation = {"m.in_reply_to": {"event_id": event["event_id"]}}
            await person.send(where, {"msgtype": "m.notice", "body": "floor", "m.relates_to": relation})

    await person.follow(hear)


def median(values):
    return statistics.median(values) * 1000


async def several(person, room, words, count):
    return [await person.ask(room, words) for _ in range(count)]


async def measure(program, folder, amount):
    synapse = Synapse(folder)
    running = [synapse.process]
    try:
        for name in ["rfrbot", "alice", "bob", "carol", "floor"]:
            synapse.register(name)
        alice = await Person(synapse.url).log_in("alice")
        bob = await Person(synapse.url).log_in("bob")
        plain = await alice.make_room("plain", False)
        secret = await alice.make_room("secret", True)
        quiet = await alice.make_room("floor", False)
        await bob.http("POST", f"join/{urllib.parse.quote(plain)}", {})
        (folder / "keys").mkdir()
        carol = await Encrypted(synapse.url, folder / "keys").log_in("carol")
        await carol.client.join(secret)
        running.append(subprocess.Popen([sys.executable, __file__, "floor", synapse.url, quiet]))
        config = folder / "config.toml"
        (folder / "password").write_text("rfrbot-password\n")
        (folder / "password").chmod(0o600)
        config.write_text(f"""
[bot]
data = "store"
[log]
level = "warn"
[limits]
person_commands_per_minute = 1000000000
place_commands_per_minute = 1000000000
requests_per_day = 1000000000
changes_per_day = 1000000000
announcements_per_rfr_per_hour = 1000000000
questions_per_day = 1000000000
notes_per_day = 1000000000
[tickets]
base = "https://tickets.example.org/"
[matrix]
homeserver = "{synapse.url}"
user = "{user("rfrbot")}"
password_file = "password"
rooms = ["#plain:{SERVER}", "#secret:{SERVER}"]
account_servers = ["{SERVER}"]
accept_unverified_devices = true
[announce]
places = []
[groups]
sysadmin-main = ["alice"]
""")
        bot = subprocess.Popen([program, "run", "--config", str(config)])
        running.append(bot)
        for room in [plain, secret]:
            while user("rfrbot") not in await alice.members(room):
                await asyncio.sleep(0.05)
        while user("floor") not in await alice.members(quiet):
            await asyncio.sleep(0.05)
        following = [asyncio.create_task(alice.follow(alice.hear_answer)), asyncio.create_task(carol.follow())]
        await alice.ask(plain, "!rfr new badges 4321 Badges")
        # The encrypted room is known to all sides, and keys are shared.
        await carol.client.joined_members(secret)
        for _ in range(5):
            await carol.ask(secret, "!rfr version")
        await several(alice, quiet, "!floor", 5)
        await asyncio.sleep(2)
        figures = {}
        figures["memory after start, MiB"] = memory(bot.pid)

        trips = {"floor": [], "plain": [], "encrypted": []}
        spent = {"plain": 0.0, "encrypted": 0.0}
        for _ in range(amount["rounds"]):
            trips["floor"] += await several(alice, quiet, "!floor", amount["commands"])
            for name, person, room in [("plain", alice, plain), ("encrypted", carol, secret)]:
                before = cpu(bot.pid)
                trips[name] += await several(person, room, "!rfr status badges", amount["commands"])
                # The reaction or whatever comes behind the answer belongs to the command.
                await asyncio.sleep(0.3)
                spent[name] += cpu(bot.pid) - before
        for name, times in trips.items():
            figures[f"round trip {name}, p50, ms"] = median(times)
        for name, seconds in spent.items():
            figures[f"CPU per command {name}, µs"] = seconds / len(trips[name]) * 1e6

        # Chat by somebody else, as a busy room has it: no pause, five at a time.
        before = cpu(bot.pid)
        await in_flight(5, amount["chat"], lambda number: bob.send(plain, {"msgtype": "m.text", "body": f"line {number}"}))
        await alice.ask(plain, "!rfr version")
        figures["CPU per chat line, µs"] = (cpu(bot.pid) - before) / amount["chat"] * 1e6

        began, lost = time.perf_counter(), 0
        for answer in await in_flight(10, 100, lambda _: alice.ask(plain, "!rfr version")):
            lost += isinstance(answer, Exception)
        figures["100 commands, ten in flight: lost"] = lost
        figures["100 commands, ten in flight: replies/s"] = (100 - lost) / (time.perf_counter() - began)
        began = time.perf_counter()
        await in_flight(10, 100, lambda _: alice.ask(quiet, "!floor"))
        figures["the same by the floor: replies/s"] = 100 / (time.perf_counter() - began)
        figures["memory after everything, MiB"] = memory(bot.pid)
        figures["threads"] = len(list(pathlib.Path(f"/proc/{bot.pid}/task").iterdir()))
        for task in following:
            task.cancel()
        for person in [alice, bob]:
            await person.session.close()
        await carol.client.close()
        return figures
    finally:
        for process in reversed(running):
            process.send_signal(signal.SIGTERM)
            process.wait()


async def in_flight(width, count, ask):
    """Runs so many at the same time; failures come back as values."""
    room = asyncio.Semaphore(width)

    async def one(number):
        async with room:
            return await ask(number)

    return await asyncio.gather(*(one(number) for number in range(count)), return_exceptions=True)


def table(figures):
    lines = ["| figure | maubot¹ | floor | rfrbot | × floor | to reach | reached |", "|---|--:|--:|--:|--:|---|---|"]
    for name, value in figures.items():
        if name in FLOORS:
            continue
        given, sign, goal, by = GOALS.get(name, ("–", None, None, None))
        floor = ratio = "–"
        wanted = reached = "–"
        if sign:
            wanted, is_reached = f"{sign} {goal:.4g}", value <= goal if sign == "≤" else value >= goal
        if by:
            floor, ratio, goal = f"{figures[by]:.1f}", value / figures[by], goal / FLOORS[by]
            wanted, is_reached = f"{sign} {goal:.2f} × floor", ratio <= goal if sign == "≤" else ratio >= goal
            ratio = f"{ratio:.2f}"
        if sign:
            reached = "yes" if is_reached else "**no**"
        lines.append(f"| {name} | {given} | {floor} | {value:.1f} | {ratio} | {wanted} | {reached} |")
    given = ", ".join(f"{name} {value}" for name, value in FLOORS.items())
    lines.append(f"\n¹ Given figures of one quiet machine, not measured in this run; there: {given}.")
    return "\n".join(lines)


def main():
    if sys.argv[1:2] == ["floor"]:
        return asyncio.run(floor(*sys.argv[2:4]))
    program = pathlib.Path(sys.argv[1]).resolve()
    quick = "--quick" in sys.argv
    amount = {"rounds": 1, "commands": 30, "chat": 200} if quick else {"rounds": 3, "commands": 100, "chat": 2000}
    with tempfile.TemporaryDirectory(prefix="rfrbot-bench-") as folder:
        print(table(asyncio.run(measure(str(program), pathlib.Path(folder), amount))))


if __name__ == "__main__":
    main()
