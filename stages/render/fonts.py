"""Fonts by their files, never by a family's name: which file a name means differs between machines."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure

_FOLDER = "files"  # where most packages of fonts on PyPI keep them; some have no folder for them


@lru_cache
def font_file(name: str) -> Path:
    """Return the file of a font: `font_roboto/Roboto-Regular.ttf` of an installed package, or a path.

    Raises EnvironmentFailure where the package is not installed, ConfigError where it has no such file.
    """
    if (own := Path(name).expanduser()).is_absolute():
        return _existing(own, name)
    package, _, file = name.partition("/")
    try:
        top = Path(str(files(package)))
    except ModuleNotFoundError as error:
        raise EnvironmentFailure(
            f"the font {name} is not installed: pip install {package.replace('_', '-')}"
        ) from error
    folder = top / _FOLDER
    return _existing((folder if folder.is_dir() else top) / file, name)


@lru_cache
def font_sha256(name: str) -> str:
    return sha256(font_file(name).read_bytes()).hexdigest()


def _existing(path: Path, name: str) -> Path:
    if path.is_file():
        return path
    near = ", ".join(sorted(file.name for file in path.parent.glob("*.[ot]tf"))) or "none"
    raise ConfigError(f"there is no font {name}; beside it are: {near}")
