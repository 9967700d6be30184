"""One side of a benchmark in a process of its own: the kernel says what it spent."""

import json
import os
import subprocess
import sys
from pathlib import Path


def measured(module: str, side: str, data: Path) -> dict:
    """Run `python -m MODULE --side SIDE --input DATA`; return the JSON it prints, `cpu_s` and `peak_mb`."""
    command = [sys.executable, "-m", module, "--side", side, "--input", str(data)]
    # One thread, as a task has on one core: CPU seconds of two sides compare, and no thread spins.
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    answer = child.stdout.read()
    # The usage of this child alone: RUSAGE_CHILDREN has the highest peak of all.
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{side}: its process ended with {child.returncode}; its error is above")
    spent = {"cpu_s": usage.ru_utime + usage.ru_stime, "peak_mb": round(usage.ru_maxrss / 1024)}
    return spent | json.loads(answer)
