import errno
import subprocess
import sys

import pyarrow as pa
import pytest
from PIL import ImageFont, UnidentifiedImageError

from vlcorpus.schemas.machine_faults import machine_remedy, stage_remedy


def no_font() -> Exception:
    with pytest.raises(OSError, match="cannot open resource") as raised:
        ImageFont.truetype("/nowhere/font.ttf", 12)
    return raised.value


@pytest.mark.parametrize(
    ("error", "to_do"),
    [
        (MemoryError(), "more memory"),
        (pa.lib.ArrowMemoryError("malloc of size 8 failed"), "more memory"),
        (OSError(errno.ENOMEM, "x"), "more memory"),
        (OSError(errno.EMFILE, "x"), "ulimit"),
        (OSError(errno.EAGAIN, "x"), "ulimit"),
        (OSError(errno.ENOSPC, "x"), "room"),
        (OSError(errno.EIO, "x"), "disk"),
        (OSError(errno.ENOLCK, "x"), "disk"),
        (OSError(errno.EROFS, "x"), "disk"),
    ],
)
def test_an_exhausted_or_broken_machine_is_at_fault_whatever_it_reads(error, to_do):
    assert to_do in machine_remedy(error)
    assert stage_remedy(error) == machine_remedy(error)


def test_so_it_is_where_no_thread_can_start():
    command = [sys.executable, "-c", _NO_ROOM_FOR_A_STACK]
    assert "ulimit" in subprocess.run(command, capture_output=True, text=True, check=True).stdout


_NO_ROOM_FOR_A_STACK = """
import resource, threading
from vlcorpus.schemas.machine_faults import machine_remedy
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
threading.stack_size(2 << 30)
try:
    threading.Thread(target=print).start()
except RuntimeError as error:
    print(machine_remedy(error))
"""


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOENT, "x"),
        FileNotFoundError("of a library that gives no number"),
        PermissionError(errno.EACCES, "x"),
        OSError(errno.ENOTDIR, "x"),
        OSError(errno.ENOEXEC, "x"),
        no_font(),
    ],
)
def test_a_missing_file_may_be_an_input_but_in_a_stage_it_is_of_the_installation(error):
    assert machine_remedy(error) is None
    assert "install" in stage_remedy(error)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        RuntimeError("x"),
        RecursionError("x"),
        UnidentifiedImageError("cannot identify image file"),
        OSError("image file is truncated"),
        OSError(errno.EFBIG, "what a child may write is limited"),
        pa.lib.ArrowMemoryError(f"malloc of size {1 << 60} failed"),  # a damaged file claims to be so large
        TimeoutError("x"),
        ConnectionResetError(errno.ECONNRESET, "x"),
        BrokenPipeError(errno.EPIPE, "a child died of the row"),
    ],
)
def test_of_other_errors_the_row_may_be_the_cause(error):
    assert machine_remedy(error) is None
    assert stage_remedy(error) is None
