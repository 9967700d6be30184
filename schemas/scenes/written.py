"""Scenes with a caption that a model wrote, on its way through those who judge it."""

from dataclasses import dataclass, field

from vlcorpus.schemas.arrow import Int32
from vlcorpus.schemas.sample import Generated
from vlcorpus.schemas.scenes.rows import SaidScene


@dataclass(slots=True, kw_only=True)
class WrittenScene(SaidScene):
    """A scene with the sentences that are left of a model's caption; none where no model wrote one."""

    sentences: list[str] = field(default_factory=list)  # with the marks at their ends
    written_lang: str = "en"  # ISO 639-1
    n_written: Int32 = 0  # sentences that the model wrote
    n_read: Int32 = 0  # of those left, which the reader understood and the oracle confirmed
    n_false: Int32 = 0  # left out: the oracle finds them false
    n_denied: Int32 = 0  # left out: the second model denies them
    engine: str = ""  # name and version of what wrote it
    generated: list[Generated] = field(default_factory=list)
