"""A folder of inputs that a test lets grow."""

import pytest

from tests.pipelines.toys import write_files


@pytest.fixture
def folder(tmp_path):
    return write_files(tmp_path / "in", [f"line {n}\nmore {n}" for n in range(10)])
