"""vlcorpus: the multimodal training corpus of the Qwen3-VL report, out of anybody's media.

`run`, `preview` and `open_corpus` are described in vlcorpus/api.py; `python -m vlcorpus` is the command line.
A name is imported when it is first used, so that `import vlcorpus` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vlcorpus.api import open_corpus, preview, run
    from vlcorpus.catalogs.corpus import Corpus
    from vlcorpus.pipelines.domains import Domain
    from vlcorpus.schemas.errors import VlcorpusError
    from vlcorpus.schemas.rejection import Rejection
    from vlcorpus.schemas.sample import Sample

    __version__: str

__all__ = [
    "Corpus",
    "Domain",
    "Rejection",
    "Sample",
    "VlcorpusError",
    "__version__",
    "open_corpus",
    "preview",
    "run",
]

_MODULES = {
    "Corpus": "vlcorpus.catalogs.corpus",
    "Domain": "vlcorpus.pipelines.domains",
    "Rejection": "vlcorpus.schemas.rejection",
    "Sample": "vlcorpus.schemas.sample",
    "VlcorpusError": "vlcorpus.schemas.errors",
    "open_corpus": "vlcorpus.api",
    "preview": "vlcorpus.api",
    "run": "vlcorpus.api",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("vlcorpus")
    if name not in _MODULES:
        raise AttributeError(f"module 'vlcorpus' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
