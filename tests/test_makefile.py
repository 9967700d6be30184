"""The Makefile: every target once, and phony unless it is a file; and what its `lint` leaves out."""

import re
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from vlcorpus.pipelines.domains import DOMAINS

MAKEFILE = Path(__file__).parents[1] / "Makefile"
TARGET = re.compile(r"^([a-z][a-z-]*):(?! \w+ [?:]?=)", re.M)


def test_every_target_is_written_once_and_phony():
    text = MAKEFILE.read_text("utf-8")
    targets = Counter(TARGET.findall(text))
    assert [name for name, n in targets.items() if n > 1] == []
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.M)
    assert set(phony.split()) == set(targets)


def test_make_reads_it_without_a_word():
    done = subprocess.run(
        ["make", "-n", "help"], cwd=MAKEFILE.parent, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("target", ["run", "plan"])
def test_only_a_domain_that_reads_is_given_an_input(target, domain):
    done = subprocess.run(
        ["make", "-n", target, f"DOMAIN={domain}"],
        cwd=MAKEFILE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    (command,) = re.findall(rf"vlcorpus {target} {domain} .*", done.stdout)
    assert ("--input" in command) is not DOMAINS[domain].is_generated


def test_the_types_of_every_module_are_checked():
    project = tomllib.loads((MAKEFILE.parent / "pyproject.toml").read_text("utf-8"))
    left_out = [one["module"] for one in project["tool"]["mypy"]["overrides"] if one.get("ignore_errors")]
    assert left_out == []
