"""What a run needs on this machine beyond what vlcorpus always installs: packages of extras, programs, files.

A stage or a source names them in `needs`, under its own parameters; all those of a run are looked for before
its first stage, so that nothing is found missing after hours.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from vlcorpus.schemas.errors import EnvironmentFailure


@dataclass(frozen=True)
class Package:
    """A Python package: `Package("faiss", "faiss-cpu", extra="dedup")`."""

    module: str  # the name by which it is imported
    name: str  # the name by which it is installed
    extra: str | None = None  # the extra of vlcorpus that brings the tested release; None: installed by name

    def is_missing(self) -> bool:
        """Tell without importing it: that could take seconds."""
        return find_spec(self.module) is None

    def __str__(self) -> str:
        return f"{self.name} ({self.extra})" if self.extra else self.name


@dataclass(frozen=True)
class Program:
    """A program on the PATH: `Program("tesseract", "tesseract-ocr")`."""

    binary: str
    package: str  # name of the package of Debian and Ubuntu that brings it

    def is_missing(self) -> bool:
        return shutil.which(self.binary) is None

    def __str__(self) -> str:
        return f"the program {self.binary}"


@dataclass(frozen=True)
class File:
    """A file that the configuration names."""

    path: str

    def is_missing(self) -> bool:
        return not Path(self.path).expanduser().is_file()

    def __str__(self) -> str:
        return f"the file {self.path}, which is not there"


Need = Package | Program | File

DATASETS = Package("datasets", "datasets", extra="datasets")
FAISS = Package("faiss", "faiss-cpu", extra="dedup")
ISAL = Package("isal", "isal", extra="scenes")
MATH_VERIFY = Package("math_verify", "math-verify", extra="exercises")
MATHML_TO_LATEX = Package("mathml_to_latex", "mathml-to-latex", extra="exercises")
OPENAI = Package("openai", "openai", extra="openai")
OPENCV = Package("cv2", "opencv-python-headless", extra="vision")
PYMUPDF = Package("pymupdf", "pymupdf", extra="documents")
RAPIDFUZZ = Package("rapidfuzz", "rapidfuzz", extra="exercises")
RAPIDOCR = Package("rapidocr", "rapidocr", extra="ocr-rapid")
RDKIT = Package("rdkit", "rdkit", extra="stem")
REPORTLAB = Package("reportlab", "reportlab", extra="demo")
SIMPLEJPEG = Package("simplejpeg", "simplejpeg", extra="vision")
SKIA = Package("skia", "skia-python", extra="scenes")
TESSERACT = Program("tesseract", "tesseract-ocr")
TOKENIZERS = Package("tokenizers", "tokenizers", extra="tokenizer")
TRANSFORMERS = Package("transformers", "transformers", extra="transformers")
TORCH = Package("torch", "torch", extra="transformers")
VLLM = Package("vllm", "vllm", extra="vllm")
XGRAMMAR = Package("xgrammar", "xgrammar", extra="transformers")


def require(needs: Iterable[Need], *, by: str = "this run") -> None:
    """Raise EnvironmentFailure that names everything that is missing, and one line that installs it."""
    missing = [need for need in dict.fromkeys(needs) if need.is_missing()]
    if missing:
        line = _install_line(missing)
        raise EnvironmentFailure(f"{by} needs {', '.join(map(str, missing))}" + (f": {line}" if line else ""))


def _install_line(needs: list[Need]) -> str:
    programs = sorted({need.package for need in needs if isinstance(need, Program)})
    packages = [need for need in needs if isinstance(need, Package)]
    extras = sorted({need.extra for need in packages if need.extra})
    wanted = [f"'vlcorpus[{','.join(extras)}]'"] if extras else []
    wanted += sorted({need.name for need in packages if not need.extra})
    lines = [f"apt-get install {' '.join(programs)}"] if programs else []
    lines += [f"pip install {' '.join(wanted)}"] if wanted else []
    return " && ".join(lines)
