import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.e2e.test_kill import start, wait_for_commits
from tests.patience import PATIENCE_S
from tests.pipelines.toys import write_files
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.pipelines.runtime.termination import Terminated, ended_by_sigterm


def test_sigterm_ends_the_block_once_and_the_former_handler_is_back():
    before = signal.getsignal(signal.SIGTERM)

    @ended_by_sigterm()
    def work():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)  # a second one does not disturb the ending

    with pytest.raises(Terminated):
        work()
    assert signal.getsignal(signal.SIGTERM) == before


def test_another_thread_hears_no_signals():
    seen = []

    def work():
        with ended_by_sigterm():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGTERM)]


def test_sigterm_ends_a_run_record_and_leaves_no_note_of_an_attempt(tmp_path):
    folder = write_files(tmp_path / "in", [f"line {n}" for n in range(40)])
    process = start(folder, tmp_path / "out", "local")
    wait_for_commits(tmp_path / "out", 2, process)
    process.terminate()
    process.communicate(timeout=PATIENCE_S)
    (record,) = read_runs(str(tmp_path / "out"))
    assert (record.status, record.error) == ("interrupted", "Terminated: SIGTERM")
    assert record.ended
    assert list((tmp_path / "out/lines/samples/attempts").iterdir()) == []


def test_the_command_line_says_so(tmp_path):
    program = (
        "import os, signal\n"
        "from vlcorpus.pipelines.cli.main import told_errors\n"
        "from vlcorpus.pipelines.runtime.termination import ended_by_sigterm\n"
        "with told_errors(), ended_by_sigterm(): os.kill(os.getpid(), signal.SIGTERM)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, "stopped by SIGTERM" in done.stderr) == (143, True)
