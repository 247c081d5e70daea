"""Runs a program at a terminal, types one line when it asks for a password, and tells what the terminal showed.

terminal.py TYPED PROGRAM ARGUMENTS…, where TYPED is a line, or "^C". Prints one line of JSON.
"""

import fcntl
import json
import os
import pty
import subprocess
import sys
import termios

typed, program = sys.argv[1], sys.argv[2:]
terminal, line = pty.openpty()


def own_terminal():
    os.setsid()
    fcntl.ioctl(line, termios.TIOCSCTTY, 0)


def echoes():
    return bool(termios.tcgetattr(line)[3] & termios.ECHO)


def read():
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


before = echoes()
child = subprocess.Popen(program, stdin=line, stdout=line, stderr=line, preexec_fn=own_terminal)
shown = b""
while b"Password of" not in shown:
    part = read()
    if not part:
        break
    shown += part
while_asking = echoes()
os.write(terminal, b"\x03" if typed == "^C" else typed.encode() + b"\n")
code = child.wait()
after = echoes()
os.set_blocking(terminal, False)
while part := read():
    shown += part
print(json.dumps({"before": before, "asking": while_asking, "after": after, "code": code, "shown": shown.decode()}))
