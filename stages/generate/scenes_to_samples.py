"""Scenes and what is said of them → samples: one of each kind of text, in turns of one conversation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, ClassVar

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.prompts import Prompt, choose_prompt
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import row_id
from vlcorpus.schemas.sample import LabelSource, Message, Part, Sample, SceneObject
from vlcorpus.schemas.scenes.claims import claims_from_json
from vlcorpus.schemas.scenes.rows import Said, SaidScene
from vlcorpus.schemas.scenes.written import WrittenScene
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.samples import (
    BY_CONTENT,
    CountsTokens,
    SampleDraft,
    SampleImage,
    asked_of_image,
    make_sample,
)
from vlcorpus.stages.stage import RowStage

ENGINE = "vlcorpus-scenes"
SOLVER_TRACE = "solver_trace"  # a solution that rules found: no model rolled it out
# Kinds of texts, with the styles that are asked for in words of their own.
STYLES: dict[str, tuple[str, ...]] = {
    "caption": ("short", "dense", "list"),
    "question": ("phrase", "choice", "boxed"),
    "point": (),
    "box": (),
    "count": ("direct", "boxes", "points"),
    "problem": (),
}
KINDS = tuple(STYLES)
WRITTEN = "written"  # a caption by a model, of which every sentence was judged
_GAPS = {"en": " ", "zh": ""}


@dataclass(frozen=True)
class ScenesToSamples(CountsTokens, RowStage[SaidScene, Sample]):
    """One scene in, a sample for each kind of text of it out, and one of a model's caption.

    Reasons: longer_than_stage, scene_unsaid.
    """

    domain: str
    kinds: tuple[str, ...] = KINDS
    tokenizer_path: str | None = field(default=None, metadata=BY_CONTENT)
    version: ClassVar[str] = "6"

    @property
    def tasks(self) -> tuple[str, ...]:
        return tuple(
            task
            for kind, styles in STYLES.items()
            for task in ([f"scene_{kind}_{style}" for style in styles] or [f"scene_{kind}"])
        )

    def each(self, row: SaidScene) -> Iterator[Sample | Rejection]:
        made: dict[str, Callable[[Any], Sample]] = {}
        for kind in self.kinds:
            if said := [text for text in row.said if text.kind == kind]:
                made[kind] = partial(self._sample, kind=kind, said=said, parent=row.id)
        if isinstance(row, WrittenScene) and row.sentences and "caption" in self.kinds:
            made[WRITTEN] = partial(self._written, parent=row.id)
        for kind, make in made.items():
            key = row.derived_key(f"said={kind}")
            scene = replace(row, id=row_id(row.source, key), source_key=key)
            try:
                yield make(scene)
            except Reject as reject:
                yield Rejection.of(scene, self.name, reject)

    def _written(self, scene: WrittenScene, parent: str) -> Sample:
        prompt = choose_prompt("scene_caption_dense", scene.stream("prompt written"), lang=scene.written_lang)
        draft = SampleDraft(
            domain=self.domain,
            task="scene_caption",
            lang=[scene.written_lang],
            messages=asked_of_image(prompt.text, _GAPS[scene.written_lang].join(scene.sentences)),
            images=[SampleImage(scene.image, scene.width_px, scene.height_px, scene.format)],
            label_source=LabelSource.MODEL,
            engine=scene.engine,
            model=scene.generated[0].model_id,
            generated=scene.generated,
            prompt_sha256=prompt.sha256,
            parents=[parent],
            meta=_meta(scene, [])
            | {
                "sentences": len(scene.sentences),
                "sentences_written": scene.n_written,
                "sentences_read": scene.n_read,
                "sentences_false": scene.n_false,
                "sentences_denied": scene.n_denied,
            },
        )
        return make_sample(scene, draft, self.tokenizer)

    def _sample(self, scene: SaidScene, kind: str, said: list[Said], parent: str) -> Sample:
        turns = [self._turn(scene, text, number) for number, text in enumerate(said)]
        messages = [message for _, messages in turns for message in messages]
        messages[0].content.insert(0, Part(type="image", media=0))
        draft = SampleDraft(
            domain=self.domain,
            task=f"scene_{kind}",
            lang=list(dict.fromkeys(text.lang for text in said)),
            messages=messages,
            images=[SampleImage(scene.image, scene.width_px, scene.height_px, scene.format)],
            objects=_objects(scene, said),
            label_source=LabelSource.CONSTRUCTION,
            engine=ENGINE,
            prompt_sha256=turns[0][0].sha256,
            parents=[parent],
            meta=_meta(scene, said),
        )
        return make_sample(scene, draft, self.tokenizer)

    def _turn(self, scene: SaidScene, text: Said, number: int) -> tuple[Prompt, list[Message]]:
        task = f"scene_{text.kind}" + (f"_{text.style}" if STYLES[text.kind] else "")
        prompt = choose_prompt(task, scene.stream(f"prompt {text.kind} {number}"), lang=text.lang)
        asked = prompt.text.format(text=text.text)
        answer = text.text if text.answer is None else text.answer
        return prompt, [
            Message(role="user", content=[Part(type="text", text=asked)]),
            Message(role="assistant", content=[Part(type="text", text=answer)], train=True),
        ]


def _objects(scene: SaidScene, said: list[Said]) -> list[SceneObject]:
    """Return what the texts frame or point at, and nothing else: boxes of all things would hide the image."""
    framed = {name for text in said if text.kind == "box" or text.style == "boxes" for name in text.things}
    pointed = {name for text in said if text.style == "points" for name in text.things}
    boxes = [
        SceneObject(image=0, kind="box", label=thing.name, bbox_px=thing.bbox_px)
        for thing in scene.things
        if thing.name in framed
    ]
    places = [
        SceneObject(image=0, kind="point", label=text.text, point_px=text.place.point_px)
        for text in said
        if text.place is not None
    ]
    points = [
        SceneObject(image=0, kind="point", label=thing.name, point_px=thing.point_px)
        for thing in scene.things
        if thing.name in pointed
    ]
    return boxes + places + points


def _meta(scene: SaidScene, said: list[Said]) -> dict[str, Any]:
    """Return all that it takes to check the sample without what made it."""
    return {
        "discipline": find_discipline(scene.discipline).identity,
        "split": scene.split,
        "family": scene.family,
        "difficulty": scene.difficulty,
        "steps": scene.steps,
        "structure": scene.structure,
        "seed": scene.seed,
        "number": scene.number,
        "attempt": scene.attempt,
        "truth": json.loads(scene.truth),
        "things": [[thing.name, thing.kind, *thing.bbox_px] for thing in scene.things],
        "style": json.loads(scene.style),
        "lettering": scene.lettering,
        "claims": [json.loads(text.claims) for text in said],
        "problem": json.loads(scene.problem) if scene.problem else None,
        "solution_source": SOLVER_TRACE if scene.problem else None,
        "prior_answers": [_prior(text) for text in said],
        "places": [
            [json.loads(text.place.expression), *text.place.exact] for text in said if text.place is not None
        ],
    }


def _prior(text: Said) -> str | None:
    """Return what one who does not look would answer, where that is known and wrong."""
    if text.answer is None:
        return None
    return next((claim.prior for claim in claims_from_json(text.claims)), None)
