"""Row numbers → scenes: composed, drawn in a style, worn, and annotated with what is seen of them."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import chain
from typing import ClassVar

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.needs import ISAL, OPENCV, SKIA, Need
from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.row import fields_of
from vlcorpus.schemas.scenes.claims import NO, Claim, claims_to_json
from vlcorpus.schemas.scenes.problem import problem_to_json
from vlcorpus.schemas.scenes.rows import SceneRow, Split
from vlcorpus.schemas.scenes.scene import Scene, Unfit
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.lettering import lettered, lettering_of
from vlcorpus.stages.generate.phrasebook import LETTERING, read_phrasebook
from vlcorpus.stages.generate.posing import find_posing
from vlcorpus.stages.generate.structure import structure
from vlcorpus.stages.stage import RowStage

HELD_OUT_DRAWS = 40  # as many more: a family that is held out is one of some dozens


@dataclass(frozen=True)
class MakeScenes(RowStage[NumberedRow, SceneRow]):
    """One number in, one scene out. Reasons: scene_unfit.

    A row is a function of the parameters, the seed and its number: made again anywhere, it is the same. Where
    a draw makes no good scene, the next attempt draws anew; other rows do not move.
    """

    disciplines: dict[str, float]  # shares of disciplines, by `name/version`
    styles: dict[str, float]  # shares of style families; none: those of stages/render/styles.yaml
    min_side_px: int = 448
    max_side_px: int = 768
    min_visible: float = 0.6  # part of a thing that must be seen, for what is claimed of it
    max_attempts: int = 50
    problems: float = 0.0  # share of scenes that pose a problem, of disciplines that can
    posings: tuple[str, ...] = ()  # what poses them, by `name/version`
    toolchain: tuple[str, ...] = ()  # releases and fonts that decide pixels
    split: Split = Split.TRAIN
    held_out: tuple[str, ...] = ()  # `discipline/family`: what the split of that name has, and no other
    # Part of the draws of a `discipline/family` that is kept, so that others come more often; all, of others.
    families: dict[str, float] = field(default_factory=dict)
    languages: dict[str, float] = field(default_factory=lambda: {"en": 1.0, "zh": 1.0})  # of texts
    chinese: float = 0.0  # share of pictures spoken of in Chinese whose words are Chinese, if they have any
    version: ClassVar[str] = "8"

    @property
    def needs(self) -> tuple[Need, ...]:
        of_disciplines = (find_discipline(name.partition("/")[0]).needs for name in self.disciplines)
        return (SKIA, ISAL, OPENCV, *chain.from_iterable(of_disciplines))

    def open(self) -> None:
        import cv2

        cv2.setNumThreads(1)  # there is a worker per core: more threads only wait for each other

    def each(self, row: NumberedRow) -> SceneRow:
        names, shares = list(self.disciplines), list(self.disciplines.values())
        identity = row.stream("discipline").choices(names, shares)[0]
        discipline = find_discipline(identity.partition("/")[0])
        failures: Counter[str] = Counter()
        attempts = self.max_attempts * (HELD_OUT_DRAWS if self.split == Split.HELD_OUT else 1)
        attempts = math.ceil(attempts / min(self.families.values(), default=1))
        for attempt in range(attempts):
            try:
                return self._scene(row, discipline, attempt)
            except Unfit as unfit:
                failures[str(unfit)] += 1
        most = ", ".join(f"{why} ({count})" for why, count in failures.most_common(3))
        raise Reject(Reason.SCENE_UNFIT, f"{discipline.name}, {attempts} attempts: {most}")

    def _scene(self, row: NumberedRow, discipline: Discipline, attempt: int) -> SceneRow:
        from vlcorpus.stages.render.picture import draw_picture

        scene = self._composed(row, discipline, attempt)
        if not self._has(discipline, scene.family):
            raise Unfit(f"not of the split {self.split}")
        kept = self.families.get(f"{discipline.name}/{scene.family}", 1.0)
        if kept < 1 and row.stream("family", attempt).random() >= kept:
            raise Unfit("of a family that is less wanted")
        size = (self.min_side_px, self.max_side_px)
        lettering = lettering_of(row, self.languages, read_phrasebook(discipline.phrases), self.chinese)
        if lettering != LETTERING:
            scene = lettered(scene, read_phrasebook(discipline.phrases, lettering))
        picture = draw_picture(scene, self.styles, size, lambda name: row.stream(name, attempt))
        seen = {thing.name for thing in picture.things if thing.visible >= self.min_visible}
        if scene.problem and any(thing.visible < self.min_visible for thing in picture.things):
            raise Unfit("a part of the problem is not seen")
        claims = [claim for claim in scene.claims if seen.issuperset(claim.things)]
        return SceneRow(
            **fields_of(NumberedRow, row),
            discipline=discipline.name,
            split=self.split,
            family=scene.family,
            steps=list(scene.steps),
            difficulty=scene.difficulty,
            attempt=attempt,
            truth=json.dumps(scene.truth, separators=(",", ":")),
            structure=structure(_positive(_told(scene)), scene.names, scene.looks),
            style=json.dumps(asdict(picture.style), separators=(",", ":")),
            lettering=lettering,
            image=picture.image,
            format=picture.format,
            width_px=picture.style.width_px,
            height_px=picture.style.height_px,
            things=picture.things,
            places=picture.places,
            claims=claims_to_json(claims),
            problem=problem_to_json(scene.problem) if scene.problem else None,
        )

    def _has(self, discipline: Discipline, family: str) -> bool:
        """Say whether scenes of a family belong to the split."""
        return (f"{discipline.name}/{family}" in self.held_out) == (self.split == Split.HELD_OUT)

    def _composed(self, row: NumberedRow, discipline: Discipline, attempt: int) -> Scene:
        """Return a scene, of a share of the rows one with a problem: these streams move no others."""
        posing = find_posing(discipline.name)
        if posing and row.stream("poses").random() < self.problems:
            families = [family for family in posing.families if self._has(discipline, family)]
            if families:
                return posing.pose(row.stream("problem", attempt), families)
        return discipline.compose(row.stream("scene", attempt))


def _told(scene: Scene) -> Iterable[Claim]:
    """Return what a scene is told by: a problem by what it gives and asks."""
    problem = scene.problem
    return [*problem.claims, Claim(problem.asked, "")] if problem else scene.claims


def _positive(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield what makes a structure: what does not hold follows from what does."""
    return (claim for claim in claims if claim.value != NO)
