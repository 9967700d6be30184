"""What tests share: the folder of real media, and one Ray cluster for all tests that need one."""

import os
import signal
from collections import Counter
from pathlib import Path

import hypothesis
import pytest

from tests.shared_cluster import SharedCluster

# A shell lets what it starts in the background ignore Ctrl-C, and what tests start would ignore it as well.
signal.signal(signal.SIGINT, signal.default_int_handler)
# The machine may be busy with other tests' clusters: a slow example is no failure.
hypothesis.settings.register_profile("vlcorpus", deadline=None)
hypothesis.settings.load_profile("vlcorpus")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items):
    from tests.scheduling import by_group

    by_group(items)


def pytest_make_parametrize_id(val, argname):
    """Name bytes by their parameter: what a compressor writes differs between workers, which must agree."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(optionalhook=True)  # a hook of xdist
def pytest_xdist_make_scheduler(config, log):
    from tests.scheduling import ByFile

    config.option.loadscopereorder = False  # else the files with most tests come first, and Ray last
    return ByFile(config, log)


def pytest_terminal_summary(terminalreporter):
    """Say what was not tested, and why."""
    reasons = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()))
    for reason, n in reasons.most_common():
        terminalreporter.write_line(f"{n:4} skipped: {reason.removeprefix('Skipped: ')}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return `$(SHARED)/data`, or skip, loudly, where there is none."""
    folder = Path(os.environ.get("SHARED", Path(__file__).parents[2] / "shared")) / "data"
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: set SHARED to the folder with real media")
    return folder


@pytest.fixture(scope="session")
def shared_cluster():
    cluster = SharedCluster()
    yield cluster
    cluster.stop()


@pytest.fixture
def ray_cluster(shared_cluster):
    """Return the cluster that tests share."""
    return shared_cluster.started()


@pytest.fixture
def no_cluster(shared_cluster) -> None:
    """Leave the machine without the cluster that tests share: the test starts one of its own."""
    shared_cluster.stop()


@pytest.fixture
def on_the_cluster(ray_cluster) -> list[str]:
    """Return the options with which a command line joins the shared cluster instead of starting its own.

    The token with which it is let in stands in this process's environment, which it inherits.
    """
    return ["--executor", "ray", "--ray-address", ray_cluster.address]
