"""How pytest-xdist's workers share the tests: a file goes to one worker, and so does all that needs Ray."""

import pytest
from xdist.scheduler import LoadGroupScheduling

# What these tests start, a cluster or a browser, costs seconds and a gigabyte: one worker starts it, once.
# They are the longest as well, so they begin first.
GROUPS = ("ray", "browser")


class ByFile(LoadGroupScheduling):
    """Send the tests of a group to one worker, and those of any other file too: they share its fixtures."""

    def _split_scope(self, nodeid: str) -> str:
        scope = super()._split_scope(nodeid)
        return scope if scope in GROUPS else nodeid.split("::")[0]


def by_group(items: list[pytest.Item]) -> None:
    """Put the tests of each group before all others, and tell xdist of their groups.

    Of those that need Ray, the first are those that start clusters of their own, so that the one which the
    others share starts once.
    """
    items.sort(key=lambda item: "ray_cluster" in getattr(item, "fixturenames", ()))
    for name in reversed(GROUPS):
        items.sort(key=lambda item: item.get_closest_marker(name) is None)
    for item in items:
        if group := next((name for name in GROUPS if item.get_closest_marker(name)), None):
            item.add_marker(pytest.mark.xdist_group(group))
