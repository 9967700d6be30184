"""Configuration of the STEM pipeline. A default is the report's value where it gives any, else ours."""

import difflib
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from vlcorpus.pipelines.config import GeneratorConfig
from vlcorpus.schemas.scenes.rows import Split
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.measured import read_measured
from vlcorpus.stages.generate.posing import find_posing
from vlcorpus.stages.generate.scenes_to_samples import KINDS
from vlcorpus.stages.render.style import find_family

Share = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class StyleConfig(BaseModel):
    """How scenes look."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    families: dict[str, Share] = Field(
        default={}, description="ours: shares of style families, as in textbook=3; none: all, by their shares"
    )
    min_side_px: int = Field(default=448, ge=224, le=2048, description="ours: shortest side of an image")
    max_side_px: int = Field(default=768, ge=224, le=2048, description="ours: longest side of an image")
    min_visible: float = Field(
        default=0.6,
        ge=0,
        le=1,
        description="ours: nothing is claimed of a thing of which a smaller part of its pixels is seen",
    )

    @field_validator("families")
    @classmethod
    def _are_families(cls, shares: dict[str, float]) -> dict[str, float]:
        for name in shares:
            find_family(name)
        return _some(shares) if shares else shares

    @model_validator(mode="after")
    def _are_in_order(self) -> Self:
        if self.min_side_px > self.max_side_px:
            raise ValueError(f"min_side_px={self.min_side_px} is above max_side_px={self.max_side_px}")
        return self


class SparseConfig(BaseModel):
    """More scenes of what another corpus has few images of: pipelines/stem/sparse.py."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    requests: tuple[str, ...] = Field(
        default=(),
        description="outputs of captions, or their tables visual_requests: what sparse clusters show is "
        "made more often",
    )
    max_boost: float = Field(
        default=4.0, ge=1, le=100, description="ours: how many times as often what they ask for most is made"
    )


class WrittenConfig(BaseModel):
    """Captions that a model writes (roles diagram_captioner and diagram_verifier); without one, none."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    share: float = Field(default=1.0, ge=0, le=1, description="ours: share of scenes that a model captions")
    only_read: bool = Field(
        default=False,
        description="ours: keep a sentence only if the reader understands it: the oracle then confirmed it",
    )
    min_sentences: int = Field(
        default=3, ge=1, le=20, description="ours: a caption of fewer sentences that are confirmed is dropped"
    )


class StemConfig(GeneratorConfig):
    disciplines: dict[str, Share] = Field(
        default={},
        description="ours: shares of the disciplines that scenes are of, as in charts=3; none: all alike",
    )
    split: Split = Field(
        default=Split.TRAIN,
        description="train, or held_out: scenes of held-out families alone, to evaluate with",
    )
    held_out: dict[str, tuple[str, ...]] = Field(
        default={},
        description="ours: families that are held out, as in plane_geometry=[kite], of the disciplines that "
        "are named; of others those that docs/domains/stem.md lists",
    )
    style: StyleConfig = Field(default=StyleConfig(), description="how scenes look")
    sparse: SparseConfig = Field(
        default=SparseConfig(), description="what another corpus lacks, and how much more of it is made"
    )
    languages: dict[str, Share] = Field(
        default={"en": 1.0, "zh": 1.0}, description="ours: shares of the languages of texts, en and zh"
    )
    chinese_pictures: float = Field(
        default=0.8,
        ge=0,
        le=1,
        description="ours: of pictures that have words and are spoken of in Chinese, the share in which "
        "these words are Chinese",
    )
    kinds: tuple[str, ...] = Field(
        default=KINDS, min_length=1, description=f"samples to make of a scene: {', '.join(KINDS)}"
    )
    max_questions: int = Field(default=3, ge=1, le=10, description="ours: questions about one scene")
    max_points: int = Field(default=3, ge=1, le=10, description="ours: places of one scene to point at")
    max_boxes: int = Field(default=3, ge=1, le=10, description="ours: things of one scene to frame")
    max_counts: int = Field(default=2, ge=1, le=10, description="ours: kinds of things of one scene to count")
    max_sentences: int = Field(default=12, ge=5, le=40, description="ours: sentences of a dense caption")
    max_attempts: int = Field(
        default=50, ge=1, description="ours: draws for one row before it is rejected as scene_unfit"
    )

    written: WrittenConfig = Field(default=WrittenConfig(), description="captions that a model writes")
    problems: float = Field(
        default=0.3,
        ge=0,
        le=1,
        description="ours: share of scenes that pose a problem, of the disciplines that can",
    )
    tokenizer: str | None = Field(
        default=None, description="a tokenizer.json; without one, token counts are estimates"
    )

    @property
    def shares(self) -> dict[str, float]:
        """Return the share of each discipline that is drawn."""
        return self.disciplines or dict.fromkeys(DISCIPLINES, 1.0)

    @field_validator("disciplines")
    @classmethod
    def _are_disciplines(cls, shares: dict[str, float]) -> dict[str, float]:
        for name in shares:
            find_discipline(name)
        return _some(shares) if shares else shares

    @field_validator("held_out")
    @classmethod
    def _are_families(cls, held_out: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for name, families in held_out.items():
            known = list(read_measured(find_discipline(name).measured).families)
            if posing := find_posing(name):
                known += posing.families
            for family in families:
                if known and family not in known:
                    near = difflib.get_close_matches(family, known, n=1, cutoff=0)[0]
                    raise ValueError(f"{name} has no family {family!r}, is it {near}?")
        return held_out

    @model_validator(mode="after")
    def _can_be_made(self) -> Self:
        for name, share in self.shares.items():
            if self.split == Split.HELD_OUT and share and not self.families_held_out(name):
                raise ValueError(f"no family of {name} is held out; leave {name} out, or set held_out")
        return self

    def families_held_out(self, discipline: str) -> tuple[str, ...]:
        """Return the families of scenes, and of those with problems, that only evaluation sets have."""
        posing = find_posing(discipline)
        usual = find_discipline(discipline).held_out + (posing.held_out if posing else ())
        return self.held_out.get(discipline, usual)

    @field_validator("languages")
    @classmethod
    def _are_spoken(cls, shares: dict[str, float]) -> dict[str, float]:
        if unknown := sorted(shares.keys() - {"en", "zh"}):
            raise ValueError(f"no texts in {', '.join(unknown)}; there are en and zh")
        return _some(shares)

    @field_validator("kinds")
    @classmethod
    def _are_kinds(cls, kinds: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := [kind for kind in kinds if kind not in KINDS]:
            raise ValueError(f"no samples {', '.join(unknown)}; there are {', '.join(KINDS)}")
        return kinds


def _some(shares: dict[str, float]) -> dict[str, float]:
    if not any(shares.values()):
        raise ValueError("one share at least must be above 0")
    return shares
