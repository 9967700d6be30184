"""One loader for the files that say what is true of a corpus: commits, manifests, run records, licences.

One of them that is empty, cut or of another form vouches for nothing. It is never a traceback: whoever reads
goes on without it, it is named once in every command, `verify` fails on it, and the next run sets it aside,
under `damaged/`, and makes again what it stood for. A fault of the machine is not taken for damage: a disk
that cannot be read raises its OSError.
"""

import logging
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from vlcorpus.catalogs.tables.storage import Storage

log = logging.getLogger(__name__)

DAMAGED = "damaged"  # the folder, beside what it was found in
_Form = TypeVar("_Form")
_told: set["Damage"] = set()


@dataclass(frozen=True)
class Damage:
    """A control file that cannot be believed."""

    files: Storage
    name: str  # path below `files`
    why: str

    @property
    def path(self) -> str:
        return self.files.shown(self.name)

    def tell(self) -> None:
        """Warn of it, once in the life of the process."""
        if self not in _told:
            _told.add(self)
            log.warning("%s: %s; it counts for nothing", self.path, self.why)

    def set_aside(self) -> None:
        """Move the file where nobody reads it, and whoever wants to know what happened can look at it.

        A folder that is no table stays: it is none of ours.
        """
        if self.name and self.files.exists(self.name):
            self.files.move(self.name, f"{DAMAGED}/{self.name.replace('/', '-')}")


class DamagedFile(Exception):
    """Raised by the loader; whoever reads tells of it and goes on."""

    def __init__(self, damage: Damage):
        super().__init__(f"{damage.path}: {damage.why}")
        self.damage = damage


def read_control_file(files: Storage, name: str, form: type[_Form]) -> _Form:
    """Return the JSON file as `form` (a dataclass, or a dict of them), every value of its type.

    Raises DamagedFile where it is none, FileNotFoundError where there is no such file.
    """
    content = files.read(name)
    try:
        return decoded(content, form)
    except ValueError as error:
        raise DamagedFile(Damage(files, name, str(error))) from None


def decoded(content: bytes, form: type[_Form]) -> _Form:
    """Return what the JSON says as `form`. Raises ValueError, which names the first thing that is wrong.

    It does not repeat the content, which is nobody's who can be trusted.
    """
    from pydantic import ValidationError

    if not content:
        raise ValueError("the file is empty")
    hashable: Any = form  # mypy takes a type of type variables for none
    try:
        return _adapter(hashable).validate_json(content, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"]))
    raise ValueError(f"{where}: {first['msg']}" if where else first["msg"])


@cache
def _adapter(form: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(form)
