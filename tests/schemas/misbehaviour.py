"""What a child of the sandbox may do wrong, for `test_sandbox.py`. Light to import, as every child does."""

import ctypes
import os
import time


def misbehave(request):
    """Run in the child: reply, then do what the test asks for."""
    deed, value = request
    yield from DEEDS[deed](value)


def _echo(value):
    yield value


def _count(n):
    yield from range(n)


def _pid(_):
    yield os.getpid()


def _segfault(n_replies):
    yield from range(n_replies)
    ctypes.string_at(0)


def _abort(_):
    yield 0
    os.abort()


def _exit(_):
    yield 0
    os._exit(3)


def _eat(n_bytes):
    yield len(b"x" * n_bytes)


def _spin(cpu_s):
    end = time.process_time() + cpu_s
    while time.process_time() < end:
        pass
    yield "done"


def _spin_often(cpu_s):
    for _ in range(int(cpu_s / 0.1)):
        yield from _spin(0.1)


def _sleep(wall_s):
    time.sleep(wall_s)
    yield "awake"


def _flood(n_bytes):
    for _ in range(n_bytes // 1000):
        try:
            os.write(2, b"e" * 1000)
            os.write(1, b"o" * 1000)
        except OSError:  # the flood is cut, the work goes on
            break
    yield os.fstat(2).st_size


def _raise(error):
    yield 0
    raise error


DEEDS = {
    "echo": _echo,
    "count": _count,
    "pid": _pid,
    "segfault": _segfault,
    "abort": _abort,
    "exit": _exit,
    "eat": _eat,
    "spin": _spin,
    "spin_often": _spin_often,
    "sleep": _sleep,
    "flood": _flood,
    "raise": _raise,
}
