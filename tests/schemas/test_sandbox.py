"""The sandbox outlives whatever its child does, says why the child died, and leaves no process behind."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from dataclasses import replace
from threading import Thread

import psutil
import pytest

from tests.patience import PATIENCE_S
from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.sandbox import Limits, Sandbox, SandboxDied

# Small limits, so that each death is quick; the memory is what an interpreter and 200 MB need. The wall's is
# what a busy machine keeps too; only who asks for silence has a short one.
LIMITS = Limits(cpu_s=1.0, step_cpu_s=0.3, step_wall_s=60.0, memory_bytes=300_000_000)
IMPATIENT = replace(LIMITS, step_wall_s=2.0)


@pytest.fixture(scope="module")
def sandbox():
    sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", LIMITS)
    yield sandbox
    sandbox.close()


@pytest.fixture(scope="module")
def impatient():
    sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", IMPATIENT)
    yield sandbox
    sandbox.close()


def run(sandbox, deed, value=None):
    return list(sandbox.run((deed, value)))


def collect(sandbox, deed, value=None):
    """Return the replies before the death, and the death."""
    replies = []
    try:
        for reply in sandbox.run((deed, value)):
            replies.append(reply)
    except SandboxDied as death:
        return replies, death
    raise AssertionError(f"{deed} did not kill the child")


def test_replies_stream_in_order_and_the_child_is_reused(sandbox):
    assert run(sandbox, "count", 100) == list(range(100))
    assert run(sandbox, "pid") == run(sandbox, "pid")
    assert run(sandbox, "pid") != [os.getpid()]


def test_a_reply_comes_before_the_work_after_it_is_done(sandbox):
    replies = sandbox.run(("segfault", 2))
    assert next(replies) == 0
    assert next(replies) == 1
    with pytest.raises(SandboxDied, match="crash: SIGSEGV"):
        next(replies)


@pytest.mark.parametrize("n_bytes", [0, 100_000, 30_000_000])
def test_requests_and_replies_larger_than_a_pipe_pass(sandbox, n_bytes):
    assert run(sandbox, "echo", b"x" * n_bytes) == [b"x" * n_bytes]


@pytest.mark.parametrize(
    ("deed", "value", "reason", "replies"),
    [
        ("segfault", 3, "crash", [0, 1, 2]),
        ("abort", None, "crash", [0]),
        ("exit", None, "crash", [0]),
        ("spin", 30, "cpu_limit", []),
        ("spin_often", 30, "cpu_limit", None),
    ],
)
def test_a_death_keeps_what_was_answered_and_names_its_cause(sandbox, deed, value, reason, replies):
    answered, death = collect(sandbox, deed, value)
    assert death.reason == reason
    assert replies is None or answered == replies
    assert run(sandbox, "echo", "next") == ["next"]


def test_a_silent_child_is_killed_and_worth_another_try(impatient):
    answered, death = collect(impatient, "sleep", 300)
    assert (answered, death.reason, death.retryable) == ([], "wall_limit", True)


def test_a_crash_is_not_worth_another_try(sandbox):
    assert not collect(sandbox, "abort")[1].retryable


def test_memory_ends_at_the_limit(sandbox):
    assert run(sandbox, "eat", 50_000_000) == [50_000_000]
    with pytest.raises(Reject, match="out_of_memory"):
        run(sandbox, "eat", 400_000_000)
    with pytest.raises(Reject, match="out_of_memory"):
        run(sandbox, "raise", OSError(errno.ENOMEM, "Cannot allocate memory"))
    assert run(sandbox, "echo", "next") == ["next"]


def test_a_child_that_grew_is_not_used_again():
    sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", LIMITS)
    before = run(sandbox, "pid")
    run(sandbox, "eat", 120_000_000)
    assert run(sandbox, "pid") != before
    sandbox.close()


def test_cpu_is_counted_per_step_and_in_all(sandbox):
    assert run(sandbox, "spin", 0.2) == ["done"]
    answered, death = collect(sandbox, "spin_often", 30)
    assert 8 <= len(answered) <= 10  # 1.0 s in all, though no step takes 0.3 s
    assert death.cpu_s == pytest.approx(1.0, abs=0.15)
    _, death = collect(sandbox, "spin", 30)
    assert death.cpu_s == pytest.approx(0.3, abs=0.15)


def test_a_request_may_have_a_smaller_budget(sandbox):
    with pytest.raises(SandboxDied, match="cpu_limit"):
        list(sandbox.run(("spin", 30), cpu_s=0.1))


def test_the_clock_does_not_run_while_the_caller_is_busy(impatient):
    replies = impatient.run(("count", 3))
    assert next(replies) == 0
    time.sleep(IMPATIENT.step_wall_s * 1.2)
    assert list(replies) == [1, 2]


def test_floods_of_messages_neither_block_nor_mix_with_replies(sandbox):
    (n_kept,) = run(sandbox, "flood", 20_000_000)
    assert n_kept <= 1 << 20
    assert run(sandbox, "flood", 1000) == [2000]  # the next request begins with an empty log


def test_errors_of_the_target_arrive_as_they_were(sandbox):
    with pytest.raises(ZeroDivisionError) as error:
        run(sandbox, "raise", ZeroDivisionError("here"))
    assert "in _raise" in error.value.__notes__[0]
    with pytest.raises(Reject, match="no_pages"):
        run(sandbox, "raise", Reject("no_pages"))
    with pytest.raises(KeyError):
        run(sandbox, "unknown deed")


def test_a_caller_may_leave_early():
    n_children = len(psutil.Process().children())
    sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", LIMITS)
    replies = sandbox.run(("count", 1000))
    next(replies)
    replies.close()
    assert len(psutil.Process().children()) == n_children
    assert run(sandbox, "echo", 1) == [1]
    sandbox.close()


def test_an_idle_child_that_was_killed_is_replaced_without_a_word(sandbox):
    (pid,) = run(sandbox, "pid")
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert run(sandbox, "echo", "next") == ["next"]


def test_threads_do_not_mix_their_replies(sandbox):
    wrong = []

    def work(mark):
        for _ in range(20):
            if run(sandbox, "echo", mark) != [mark]:
                wrong.append(mark)

    threads = [Thread(target=work, args=(mark,)) for mark in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_child_outlives_the_thread_that_asked_for_it():
    sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", LIMITS)
    pids = []
    thread = Thread(target=lambda: pids.extend(run(sandbox, "pid")))
    thread.start()
    thread.join()
    time.sleep(0.1)
    assert run(sandbox, "pid") == pids
    sandbox.close()


def test_a_target_that_cannot_be_imported_stops_the_run():
    with pytest.raises(ImportError):
        list(Sandbox("vlcorpus.stages.nowhere:read", LIMITS).run(None))


@pytest.mark.parametrize("code", ["import os; os._exit(7)", "ballast = bytes(400_000_000)"])
def test_a_target_that_dies_on_import_is_the_environments_fault(tmp_path, monkeypatch, code):
    (tmp_path / "dies_on_import.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EnvironmentFailure, match="memory_bytes"):
        list(Sandbox("dies_on_import:read", LIMITS).run(None))


_SMALLER_THAN_ITS_CHILD = """
import resource
from vlcorpus.schemas.sandbox import Limits, Sandbox
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
Sandbox("tests.schemas.misbehaviour:misbehave", Limits(memory_bytes=3_000_000_000)).warm_up()
"""


def test_a_process_that_may_use_less_memory_than_its_child_is_told_to_raise_its_limit():
    command = [sys.executable, "-c", _SMALLER_THAN_ITS_CHILD]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "may use 3.0 GB, and this process is limited to 2.0 GB. Raise its limit" in done.stderr


def test_no_process_or_pipe_is_left_behind():
    n_children = len(psutil.Process().children())
    n_fds = len(os.listdir("/proc/self/fd"))
    sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", LIMITS)
    for deed in ("echo", "segfault", "echo", "abort"):
        with suppress(SandboxDied):
            run(sandbox, deed, 1)
    sandbox.close()
    assert len(psutil.Process().children()) == n_children
    assert len(os.listdir("/proc/self/fd")) == n_fds


def test_a_child_dies_with_its_parent():
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent("""
                import os, time
                from vlcorpus.schemas.sandbox import Limits, Sandbox
                sandbox = Sandbox("tests.schemas.misbehaviour:misbehave", Limits())
                print(*sandbox.run(("pid", None)), flush=True)
                next(sandbox.run(("spin", 60)))
            """),
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with parent:
        pid = int(parent.stdout.readline())
        child = psutil.Process(pid)
        parent.kill()
    assert not psutil.wait_procs([child], timeout=PATIENCE_S)[1]
