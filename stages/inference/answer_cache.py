"""Answers on disk, by the hash of what was asked: a run that goes on, or is run again, asks nothing twice.

SQLite in WAL mode, in 16 files by the first digit of the key: many processes of one machine read and write at
once, and one that is killed loses nothing that it was told. WAL needs a disk of this machine: on a cluster
every node has a folder of its own, under the same name.
"""

import fcntl
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.stages.inference.request import Answer, Reply, TokenLogprob

DIGITS = "0123456789abcdef"
BUSY_S = 60.0  # another process is writing
_TABLES = """
create table if not exists answers (
    key text primary key, role text not null, model text not null, reply text not null,
    output_tokens integer not null, asked_at text not null default current_timestamp
) without rowid;
create table if not exists lookups (role text primary key, hits integer not null, misses integer not null)
    without rowid;
"""


@dataclass(frozen=True)
class CacheLine:
    """What the cache holds for a role and a model. Lookups are those of the role."""

    role: str
    model: str
    answers: int
    bytes: int
    output_tokens: int


class AnswerCache:
    """Safe to use from several threads and processes. Raises EnvironmentFailure where the disk fails."""

    def __init__(self, folder: Path | str):
        self.folder = Path(folder).expanduser()
        self._open: dict[str, sqlite3.Connection] = {}
        self._counts: dict[str, list[int]] = {}  # role: hits, misses; since the last flush
        self._lock = threading.Lock()

    def get(self, key: str, role: str) -> Reply | None:
        with self._lock:
            row = self._ask(key, "select reply from answers where key = ?", (key,)).fetchone()
            counts = self._counts.setdefault(role, [0, 0])
            counts[row is None] += 1
        return None if row is None else _reply(json.loads(row[0]))

    def put(self, key: str, role: str, reply: Reply) -> None:
        text = json.dumps(asdict(reply), ensure_ascii=False)
        n_tokens = sum(answer.n_tokens for answer in reply.answers)
        query = (
            "insert or replace into answers (key, role, model, reply, output_tokens) values (?, ?, ?, ?, ?)"
        )
        with self._lock:
            self._ask(key, query, (key, role, reply.model or reply.engine, text, n_tokens))

    def flush(self) -> None:
        """Add the counts of hits and misses to those on disk."""
        with self._lock:
            for role, (hits, misses) in self._counts.items():
                self._ask(
                    DIGITS[0],
                    "insert into lookups values (?, ?, ?) on conflict (role) do update "
                    "set hits = hits + excluded.hits, misses = misses + excluded.misses",
                    (role, hits, misses),
                )
            self._counts.clear()

    def close(self) -> None:
        self.flush()
        with self._lock:
            for connection in self._open.values():
                connection.close()
            self._open.clear()

    def lines(self) -> list[CacheLine]:
        """Return what there is, by role and model."""
        found: dict[tuple[str, str], CacheLine] = {}
        query = (
            "select role, model, count(*), sum(length(cast(reply as blob))), sum(output_tokens) "
            "from answers group by 1, 2"
        )
        for rows in self._everywhere(query):
            for role, model, n, n_bytes, n_tokens in rows:
                old = found.get((role, model), CacheLine(role, model, 0, 0, 0))
                found[role, model] = CacheLine(
                    role, model, old.answers + n, old.bytes + n_bytes, old.output_tokens + n_tokens
                )
        return sorted(found.values(), key=lambda line: (line.role, line.model))

    def lookups(self) -> dict[str, tuple[int, int]]:
        """Return hits and misses by role, of all runs that ended."""
        counts: dict[str, tuple[int, int]] = {}
        for rows in self._everywhere("select role, hits, misses from lookups"):
            for role, hits, misses in rows:
                before = counts.get(role, (0, 0))
                counts[role] = (before[0] + hits, before[1] + misses)
        return counts

    def _everywhere(self, query: str) -> Iterator[list[tuple]]:
        for digit in DIGITS:
            if self._file(digit).exists():
                with self._lock:
                    rows = self._ask(digit, query, ()).fetchall()
                yield rows

    def _ask(self, key: str, query: str, values: tuple) -> sqlite3.Cursor:
        try:
            return self._connection(key[0]).execute(query, values)
        except (sqlite3.Error, OSError) as error:
            raise EnvironmentFailure(
                f"answer cache {self._file(key[0])}: {error}. It needs a local disk with room. Delete the "
                "file if it is broken: its answers are asked for again. --set inference.cache=FOLDER names "
                "another folder, inference.cache=null does without."
            ) from error

    def _connection(self, digit: str) -> sqlite3.Connection:
        if digit not in self._open:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._sole_opener():
                self._open[digit] = _connect(self._file(digit))
        return self._open[digit]

    @contextmanager
    def _sole_opener(self) -> Iterator[None]:
        """SQLite waits for no other process while a file turns to WAL: it fails with `database is locked`."""
        with (self.folder / "opening.lock").open("w", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # let go with the file, also by a process that dies
            yield

    def _file(self, digit: str) -> Path:
        return self.folder / f"{digit}.sqlite"


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")  # a power cut may cost the last answers
        with closing(connection.cursor()) as cursor:
            cursor.executescript(_TABLES)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _reply(values: dict) -> Reply:
    answers = tuple(_answer(answer) for answer in values.pop("answers"))
    of_prompt = values.pop("prompt_logprobs", None)
    if of_prompt is not None:
        of_prompt = tuple(one and _logprob(one) for one in of_prompt)
    return Reply(answers=answers, prompt_logprobs=of_prompt, **{**values, "cached": True})


def _answer(values: dict) -> Answer:
    logprobs = values.pop("logprobs")
    calls = tuple(ToolCall(**call) for call in values.pop("calls", ()))
    if logprobs is not None:
        logprobs = tuple(map(_logprob, logprobs))
    return Answer(logprobs=logprobs, calls=calls, **values)


def _logprob(values: dict) -> TokenLogprob:
    return TokenLogprob(values["token"], values["logprob"], tuple(map(tuple, values["top"])))
