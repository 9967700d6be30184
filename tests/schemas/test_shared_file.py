"""A child reads what its parent wrote, in a file that nobody else sees and that ends with the block."""

import subprocess
import sys
from pathlib import Path

from vlcorpus.schemas.shared_file import shared_file


def test_a_child_of_the_process_reads_the_bytes():
    code = "import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read())"
    with shared_file(b"%PDF-1.7 and so on") as path:
        assert subprocess.check_output([sys.executable, "-c", code, path]) == b"%PDF-1.7 and so on"


def test_the_file_ends_with_the_block():
    with shared_file(b"bytes") as path:
        lies_at = Path(path).resolve()
    assert not lies_at.exists()
    assert not Path(path).exists()
