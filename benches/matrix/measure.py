"""Matrix, measured from outside: round trips, CPU and memory of the bot beside maubot, on a real Synapse of their own.

    python benches/matrix/measure.py PROGRAM --maubot PYTHON [--quick]

PROGRAM is a build of rfrbot; the Python that runs this is the one of `tests/run matrix` (target/matrix-venv/bin/python),
which has Synapse and matrix-nio, and PYTHON one that has maubot[encryption]. maubot runs alone (`maubot.standalone`) with
two commands: one answers, the other writes a row into its SQLite first. The people are raw HTTP clients (aiohttp) in the
plain rooms and matrix-nio in the encrypted ones; nothing is shared with the bots. The floor is the least that a program
can do which answers in a room: a raw HTTP client in a process of its own that follows /sync and sends an event. Each has
its own rooms, and they take turns.

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

# What is to be reached: how often maubot's figure of the same run, or a number of its own.
LOOK_UP, CHANGE = "look-up", "stored change"
GOALS = {
    "look-up plain, p50, ms": ("≤", 1.0),
    "look-up encrypted, p50, ms": ("≤", 0.9),
    "stored change plain, p50, ms": ("≤", 1.02),
    "stored change encrypted, p50, ms": ("≤", 1.02),
    "CPU per look-up plain, µs": ("≤", 0.2),
    "CPU per stored change plain, µs": ("≤", 0.3),
    "CPU per look-up encrypted, µs": ("≤", 0.2),
    "CPU per stored change encrypted, µs": ("≤", 0.25),
    "ten in flight plain, replies/s": ("≥", 1.1),
    "ten in flight encrypted, replies/s": ("≥", 1.1),
    "memory after everything, MiB": ("≤", 0.55),
}
PLUGIN = """
from maubot import Plugin
from maubot.handlers import command


class Bench(Plugin):
    async def start(self):
        await self.database.execute("CREATE TABLE IF NOT EXISTS note (text TEXT)")

    @command.new("lookup")
    async def lookup(self, event):
        await event.reply("badges is in staging")

    @command.new("note")
    @command.argument("text", pass_raw=True)
    async def note(self, event, text):
        await self.database.execute("INSERT INTO note VALUES ($1)", text)
        await event.reply("noted")
"""
META = """
maubot: 0.1.0
id: bench.answers
version: 0.1.0
license: MIT
modules: [bench]
main_class: Bench
database: true
database_type: asyncpg
"""


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


async def maubot(url, python, folder, rooms):
    """Starts maubot in these rooms."""
    person = await Person(url).log_in("maubot")
    for room in rooms:
        await person.http("POST", f"join/{urllib.parse.quote(room)}", {})
    who = await person.http("GET", "account/whoami")
    await person.session.close()
    folder.mkdir()
    (folder / "bench.py").write_text(PLUGIN)
    (folder / "maubot.yaml").write_text(META)
    # JSON is YAML.
    (folder / "config.yaml").write_text(json.dumps({
        "user": {
            "credentials": {"id": who["user_id"], "homeserver": url, "access_token": person.token,
                            "device_id": who["device_id"]},
            "sync": True, "appservice": False, "hs_token": None, "autojoin": False, "displayname": "disable",
            "avatar_url": "disable", "ignore_initial_sync": True, "ignore_first_sync": True,
        },
        "server": {"hostname": "127.0.0.1", "port": free_port(), "base_path": "/", "public_url": "http://127.0.0.1"},
        "database": "sqlite:bench.db", "crypto_db_pickle_key": "bench", "database_opts": {"min_size": 1, "max_size": 10},
        "plugin_config": {},
        "logging": {"version": 1, "handlers": {"console": {"class": "logging.StreamHandler"}},
                    "root": {"level": "WARNING", "handlers": ["console"]}},
    }))
    log = open(folder / "log", "w")
    command = [python, "-m", "maubot.standalone", "-c", "config.yaml", "-m", "maubot.yaml"]
    return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)


def median(values):
    return statistics.median(values) * 1000


async def several(person, room, words, count):
    return [await person.ask(room, words) for _ in range(count)]


async def measure(program, python, folder, amount):
    synapse = Synapse(folder)
    running = [synapse.process]
    try:
        for name in ["rfrbot", "maubot", "alice", "bob", "carol", "floor"]:
            synapse.register(name)
        alice = await Person(synapse.url).log_in("alice")
        bob = await Person(synapse.url).log_in("bob")
        plain = {name: await alice.make_room(f"plain-{name}", False) for name in ["rfrbot", "maubot", "floor"]}
        secret = {name: await alice.make_room(f"secret-{name}", True) for name in ["rfrbot", "maubot"]}
        await bob.http("POST", f"join/{urllib.parse.quote(plain['rfrbot'])}", {})
        (folder / "keys").mkdir()
        carol = await Encrypted(synapse.url, folder / "keys").log_in("carol")
        for room in secret.values():
            await carol.client.join(room)
        running.append(subprocess.Popen([sys.executable, __file__, "floor", synapse.url, plain["floor"]]))
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
rooms = ["#plain-rfrbot:{SERVER}", "#secret-rfrbot:{SERVER}"]
account_servers = ["{SERVER}"]
accept_unverified_devices = true
[announce]
places = []
[groups]
sysadmin-main = ["alice"]
""")
        bots = {"rfrbot": subprocess.Popen([program, "run", "--config", str(config)])}
        running.append(bots["rfrbot"])
        bots["maubot"] = await maubot(synapse.url, python, folder / "maubot", [plain["maubot"], secret["maubot"]])
        running.append(bots["maubot"])
        for room in [plain["rfrbot"], secret["rfrbot"]]:
            while user("rfrbot") not in await alice.members(room):
                await asyncio.sleep(0.05)
        while user("floor") not in await alice.members(plain["floor"]):
            await asyncio.sleep(0.05)
        following = [asyncio.create_task(alice.follow(alice.hear_answer)), asyncio.create_task(carol.follow())]
        words = {
            "rfrbot": {LOOK_UP: "!rfr status badges", CHANGE: "!rfr note badges {}"},
            "maubot": {LOOK_UP: "!lookup", CHANGE: "!note {}"},
        }
        await alice.ask(plain["rfrbot"], "!rfr new badges 4321 Badges")
        # maubot does not answer what was said before it followed: it is asked until it does.
        await until_answered(alice, plain["maubot"], words["maubot"][LOOK_UP])
        # The encrypted rooms are known to all sides, and keys are shared.
        for name, room in secret.items():
            await carol.client.joined_members(room)
            for _ in range(3):
                await until_answered(carol, room, words[name][LOOK_UP])
        await several(alice, plain["floor"], "!floor", 5)
        await asyncio.sleep(2)
        figures = {"memory after start, MiB": {name: memory(bot.pid) for name, bot in bots.items()}}
        before = {name: cpu(bot.pid) for name, bot in bots.items()}
        await asyncio.sleep(amount["quiet"])
        figures["CPU while nothing happens, µs/s"] = {
            name: (cpu(bot.pid) - before[name]) / amount["quiet"] * 1e6 for name, bot in bots.items()
        }

        trips, spent = {}, {}
        for _ in range(amount["rounds"]):
            trips.setdefault(("floor", LOOK_UP, "plain"), []).extend(
                await several(alice, plain["floor"], "!floor", amount["commands"]))
            for what in [LOOK_UP, CHANGE]:
                for kind, person, rooms in [("plain", alice, plain), ("encrypted", carol, secret)]:
                    for name, bot in bots.items():
                        key = (name, what, kind)
                        before = cpu(bot.pid)
                        taken = await several(person, rooms[name], words[name][what], amount["commands"])
                        # The reaction or whatever comes behind the answer belongs to the command.
                        await asyncio.sleep(0.3)
                        trips.setdefault(key, []).extend(taken)
                        spent[key] = spent.get(key, 0) + cpu(bot.pid) - before
        for (name, what, kind), times in trips.items():
            figures.setdefault(f"{what} {kind}, p50, ms", {})[name] = median(times)
        for (name, what, kind), seconds in spent.items():
            figures.setdefault(f"CPU per {what} {kind}, µs", {})[name] = seconds / len(trips[name, what, kind]) * 1e6

        # Chat by somebody else, as a busy room has it: no pause, five at a time.
        bot, room = bots["rfrbot"], plain["rfrbot"]
        before = cpu(bot.pid)
        await in_flight(5, amount["chat"], lambda number: bob.send(room, {"msgtype": "m.text", "body": f"line {number}"}))
        await alice.ask(room, "!rfr version")
        figures["CPU per chat line, µs"] = {"rfrbot": (cpu(bot.pid) - before) / amount["chat"] * 1e6}

        lost = {}
        for kind, person, rooms in [("plain", alice, plain), ("encrypted", carol, secret)]:
            for name in rooms:
                question = words[name][LOOK_UP] if name in words else "!floor"
                began = time.perf_counter()
                answers = await in_flight(10, 100, lambda _: person.ask(rooms[name], question))
                failed = sum(isinstance(answer, Exception) for answer in answers)
                lost[name] = lost.get(name, 0) + failed
                rate = (100 - failed) / (time.perf_counter() - began)
                figures.setdefault(f"ten in flight {kind}, replies/s", {})[name] = rate
        figures["of these lost"] = lost
        figures["memory after everything, MiB"] = {name: memory(bot.pid) for name, bot in bots.items()}
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


async def until_answered(person, room, words):
    for _ in range(30):
        try:
            return await asyncio.wait_for(person.ask(room, words), 3)
        except asyncio.TimeoutError:
            pass
    raise SystemExit(f"nobody answers “{words}”")


async def in_flight(width, count, ask):
    """Runs so many at the same time; failures come back as values."""
    room = asyncio.Semaphore(width)

    async def one(number):
        async with room:
            return await ask(number)

    return await asyncio.gather(*(one(number) for number in range(count)), return_exceptions=True)


def table(figures):
    lines = ["| figure | floor | maubot | rfrbot | × maubot | to reach | reached |", "|---|--:|--:|--:|--:|---|---|"]
    for figure, by in figures.items():
        ratio = by["rfrbot"] / by["maubot"] if by.get("maubot") else None
        wanted = reached = "–"
        if figure in GOALS and ratio is not None:
            sign, goal = GOALS[figure]
            wanted = f"{sign} {goal} × maubot"
            reached = "yes" if (ratio <= goal if sign == "≤" else ratio >= goal) else "**no**"
        cells = [f"{by[name]:.1f}" if name in by else "–" for name in ["floor", "maubot", "rfrbot"]]
        cells.append("–" if ratio is None else f"{ratio:.2f}")
        lines.append(f"| {figure} | {' | '.join(cells)} | {wanted} | {reached} |")
    return "\n".join(lines)


def main():
    if sys.argv[1:2] == ["floor"]:
        return asyncio.run(floor(*sys.argv[2:4]))
    program = pathlib.Path(sys.argv[1]).resolve()
    python = sys.argv[sys.argv.index("--maubot") + 1]
    quick = "--quick" in sys.argv
    amount = {"rounds": 3, "commands": 30, "chat": 1000, "quiet": 30}
    if quick:
        amount = {"rounds": 1, "commands": 15, "chat": 200, "quiet": 5}
    with tempfile.TemporaryDirectory(prefix="rfrbot-bench-") as folder:
        print(table(asyncio.run(measure(str(program), python, pathlib.Path(folder), amount))))


if __name__ == "__main__":
    main()
