"""Weights of an encoder: a folder, or fetched from a hub; named so that it is known whose vectors they are.

Vectors of two encoders are never compared. A hub names its weights by a commit, a folder by `digest`.
"""

import hashlib
from pathlib import Path

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure

LOADED = ("*.json", "*.txt", "*.model", "*.safetensors")  # what Transformers reads of a folder
DIGEST = "digest:"  # what the revision of a folder begins with
PIECES, PIECE_BYTES = 64, 1 << 16
SHOWN = 12  # digits of a revision in a name
INSTALL = "pip install 'vlcorpus[transformers]', in a clone pip install -e '.[transformers]'"


def is_folder(name: str) -> bool:
    """Tell a folder from a hub id (`owner/name`). Raises ConfigError for a path without a folder."""
    if Path(name).expanduser().is_dir():
        return True
    if name.startswith(("/", ".", "~")) or name.count("/") != 1:
        raise ConfigError(f"encoder {name}: there is no such folder, and it is no hub id (owner/name)")
    return False


def digest(folder: Path) -> str:
    """Return the revision of a folder: `digest:` and 64 hex digits of what Transformers reads of it.

    Of a large file it reads its size and 4 MB, evenly spread: weights that were trained on differ everywhere.
    """
    found = hashlib.sha256()
    for path in sorted({path for pattern in LOADED for path in folder.rglob(pattern)}):
        size = path.stat().st_size
        found.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= PIECES * PIECE_BYTES:
                found.update(file.read())
                continue
            for piece in range(PIECES):
                file.seek((size - PIECE_BYTES) * piece // (PIECES - 1))
                found.update(file.read(PIECE_BYTES))
    return DIGEST + found.hexdigest()


def fetch(name: str, revision: str | None) -> Path:
    """Return the folder of the weights, fetched from the hub where they are not in its cache.

    Raises EnvironmentFailure where they cannot be had, or where a folder holds others than `revision` says.
    """
    if is_folder(name):
        folder = Path(name).expanduser()
        if revision is not None and revision != (there := digest(folder)):
            raise EnvironmentFailure(
                f"encoder {name}: this machine's folder is {there}, the run's is {revision}. "
                "Copy the same weights to every node, then run again to go on."
            )
        return folder
    try:
        from huggingface_hub import snapshot_download
    except ImportError as error:
        raise not_installed(name, error) from error
    try:
        return Path(snapshot_download(name, revision=revision, allow_patterns=list(LOADED)))
    except (OSError, ValueError, RuntimeError) as error:
        raise EnvironmentFailure(
            f"encoder {name}: its weights cannot be fetched: {error}. Put them into a folder that every node "
            "sees, and name that instead."
        ) from error


def full_name(name: str, revision: str | None) -> str:
    """Return what stands beside vectors: a folder by its last part, as it may lie elsewhere tomorrow."""
    short = Path(name).expanduser().resolve().name if is_folder(name) else name
    return f"{short}@{revision.removeprefix(DIGEST)[:SHOWN]}" if revision else short


def not_installed(name: str, error: ImportError) -> EnvironmentFailure:
    return EnvironmentFailure(f"encoder {name}: {error}. Install what it needs: {INSTALL}")


def choose_device(name: str, gpus: float) -> str:
    """Return `cuda` where the stage was given a GPU, else `cpu`. Raises EnvironmentFailure without torch."""
    try:
        import torch
        import transformers  # noqa: F401
    except ImportError as error:
        raise not_installed(name, error) from error
    if gpus and not torch.cuda.is_available():
        raise EnvironmentFailure(
            f"encoder {name} asks for {gpus:g} GPU, and torch sees none: --set embed.gpus=0 for the CPU"
        )
    return "cuda" if gpus else "cpu"
