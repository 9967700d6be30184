"""The cluster's manifests match what is pinned."""

import re
from importlib.metadata import requires, version
from pathlib import Path

import yaml

from tests.test_imports import FOLDERS

ROOT = Path(__file__).parents[1]


def pinned_ray() -> str:
    (found,) = {m[1] for line in requires("vlcorpus") if (m := re.match(r"ray\[[\w,]+\]==([\d.]+)$", line))}
    return found


def test_the_rayjob_and_the_image_name_the_pinned_ray():
    job = yaml.safe_load((ROOT / "deploy/rayjob.yaml").read_text())
    assert job["spec"]["rayClusterSpec"]["rayVersion"] == pinned_ray()
    assert f"rayproject/ray:{pinned_ray()}-py311" in (ROOT / "deploy/Dockerfile").read_text()


def test_the_image_holds_what_the_package_is_built_of():
    text = (ROOT / "deploy/Dockerfile").read_text()
    copied = {
        name for line in re.findall(r"^COPY --chown=ray (.*) \S+$", text, re.M) for name in line.split()
    }
    assert copied >= {"vlcorpus", *FOLDERS, "pyproject.toml", "setup.py", "README.md"}


def test_the_image_is_tagged_with_our_version():
    text = (ROOT / "deploy/rayjob.yaml").read_text()
    assert f"/vlcorpus:{version('vlcorpus')}" in text


def test_the_entrypoint_is_a_command_line_that_parses():
    import shlex

    from vlcorpus.pipelines.cli.main import cli

    job = yaml.safe_load((ROOT / "deploy/rayjob.yaml").read_text())
    program, command, *arguments = shlex.split(job["spec"]["entrypoint"])
    assert program == "vlcorpus"
    context = cli.commands[command].make_context(command, arguments)
    assert context.params["pipeline"] == "documents"
    assert context.params["ray_address"] == "auto"


def test_the_lock_holds_every_pin_of_the_project():
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    locked = dict(
        line.split(";")[0].strip(" \\").split("==")
        for line in lines
        if "==" in line and not line.lstrip().startswith("#")
    )
    for line in requires("vlcorpus"):
        requirement, _, marker = line.partition(";")
        name, separator, pin = requirement.strip().partition("==")
        if separator and ("extra" not in marker or "documents" in marker or "dev" in marker):
            assert locked[name.split("[")[0]].strip() == pin, f"run `make lock`: {line}"
