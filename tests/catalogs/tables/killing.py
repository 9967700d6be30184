"""A writer that is killed at any step: before the n-th change of a file."""

from collections.abc import Callable

import pytest

from vlcorpus.catalogs.tables.storage import Storage


class _Killed(BaseException):
    pass


def killed_before_change(n: int, work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Do `work`, and stop before the n-th change of a file; say whether it was stopped."""
    left = [n]

    def counted(change):
        def changing(self, *arguments):
            if not left[0]:
                raise _Killed
            left[0] -= 1
            return change(self, *arguments)

        return changing

    with monkeypatch.context() as patch:
        patch.setattr("vlcorpus.catalogs.tables.commit_log._IO_THREADS", 1)  # changes in one order
        for name in ("delete", "open_write"):
            patch.setattr(Storage, name, counted(getattr(Storage, name)))
        try:
            work()
        except _Killed:
            return True
    return False
