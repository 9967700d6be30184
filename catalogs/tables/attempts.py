"""Notes of the attempts at partitions: `<table>/attempts/part-00042.1` is there until the outcome is known.

A worker that dies does not take its note back, so the notes that are left count deaths.
"""

from dataclasses import dataclass

from vlcorpus.catalogs.tables.commit_log import part
from vlcorpus.catalogs.tables.storage import Storage

ATTEMPTS = "attempts"


@dataclass(frozen=True)
class Attempts:
    """The notes in the folder of a table. Attempts are numbered from 1."""

    files: Storage

    def begin(self, index: int, run_id: str = "") -> int:
        """Note that an attempt of a run begins; return how many began before it and did not commit."""
        before = 0
        while self.files.exists(_note(index, before + 1)):
            before += 1
        self.files.mark(_note(index, before + 1), run_id.encode())
        return before

    def n_of_run(self, index: int, last: int, run_id: str) -> int:
        """Return how many of the attempts 1 to `last` were of that run."""
        notes = (self.files.read(_note(index, number)) for number in range(1, last + 1))
        return sum(note.decode(errors="replace") == run_id for note in notes)

    def end(self, index: int, last: int) -> None:
        """Take back the notes of attempts 1 to `last`: their outcome is known."""
        for number in range(1, last + 1):
            self.files.delete(_note(index, number))


def _note(index: int, number: int) -> str:
    return f"{ATTEMPTS}/{part(index)}.{number}"
