"""Counting in the report's three forms: a number; boxes and a number; points and a number.

Only what a phrasebook has `labels` for is counted: there a claim's things are what is counted, each of them
one. All of them are seen, or the claim would not be there. Source: Qwen3-VL report §3.2.4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vlcorpus.schemas.qwenvl.places import places_json
from vlcorpus.schemas.scenes.claims import Claim, claims_to_json
from vlcorpus.schemas.scenes.rows import Said, SceneRow, SeenThing
from vlcorpus.stages.generate.locate import box_of, encode_point
from vlcorpus.stages.generate.measured import Measured, Offer, answer_of
from vlcorpus.stages.generate.voice import Voice

FORMS = ("direct", "boxes", "points")
MAX_LISTED = 40  # of more instances a model may not come to an end: docs/formats.md §1


def count(
    voice: Voice, row: SceneRow, claims: list[Claim], measured: Measured, max_counts: int
) -> Iterator[Said]:
    """Yield what is counted, each kind of thing in one of the forms: in another it would have been told.

    Where some surprise, only these are counted.
    """
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.operation in voice.book.countable:
            key = voice.book.key(claim.expression)
            if voice.patterns("labels", key) and voice.patterns("asks", key):
                by_key[key].append(claim)
    things = {thing.name: thing for thing in row.things}
    counted = 0
    for key in voice.random.sample(list(by_key), len(by_key)):
        drawn = measured.draw(key, _offer(by_key[key]), voice.random)
        if drawn and counted < max_counts:
            counted += 1
            yield _counted(voice, row, drawn, [things[name] for name in drawn.things])


def _offer(claims: list[Claim]) -> Offer:
    surprising = [claim for claim in claims if claim.prior is not None]
    offer: dict[str, list[Claim]] = defaultdict(list)
    for claim in surprising or claims:
        offer[answer_of(claim)].append(claim)
    return offer


def _counted(voice: Voice, row: SceneRow, claim: Claim, things: list[SeenThing]) -> Said:
    if claim.value != str(len(things)):
        raise AssertionError(f"{row.discipline}: {claim}, and its things are {', '.join(claim.things)}")
    things = sorted(things, key=lambda thing: (thing.bbox_px[1], thing.bbox_px[0]))
    boxes = [box for thing in things if (box := box_of(row, thing))]
    can_be_listed = len(boxes) == len(things) <= MAX_LISTED
    form = voice.random.choice(FORMS) if can_be_listed else FORMS[0]
    answer = claim.value
    if form != "direct":
        label = voice.book.label(claim.expression, voice.lang, voice.random) or ""
        places = boxes if form == "boxes" else [encode_point(row, thing.point_px) for thing in things]
        total = voice.say("states", claim) if voice.has("states", claim.expression) else claim.value
        answer = f"{places_json((place, label) for place in places)}\n{total}"
    return Said(
        kind="count",
        lang=voice.lang,
        style=form,
        text=voice.say("asks", claim),
        claims=claims_to_json([claim]),
        answer=answer,
        things=[thing.name for thing in things],
    )
