"""What is said of a scene: a caption of some of its claims, questions about others, places to point at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from vlcorpus.schemas.geometry import encode_coordinate
from vlcorpus.schemas.row import fields_of
from vlcorpus.schemas.scenes.claims import NO, NONE, YES, Claim, claims_from_json, claims_to_json, from_json
from vlcorpus.schemas.scenes.rows import Place, Said, SaidScene, SceneRow
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.phrasebook import Phrasebook, read_phrasebook
from vlcorpus.stages.stage import RowStage

LETTERS = "ABCD"
_ENDS = {"en": " ", "zh": ""}  # what stands between two sentences
_DENSE = 0.5  # share of captions that say most of what there is


@dataclass(frozen=True)
class SayScenes(RowStage[SceneRow, SaidScene]):
    """Every scene goes on, with texts in one of the languages, drawn by their shares."""

    languages: dict[str, float] = field(default_factory=lambda: {"en": 1.0, "zh": 1.0})
    max_questions: int = 3
    max_points: int = 3
    max_sentences: int = 12

    def each(self, row: SceneRow) -> SaidScene:
        random = row.stream("text")
        lang = random.choices(list(self.languages), list(self.languages.values()))[0]
        book = read_phrasebook(find_discipline(row.discipline).phrases)
        claims = claims_from_json(row.claims)
        speaker = _Speaker(book, lang, random)
        said = [
            *speaker.caption(claims, self.max_sentences),
            *speaker.questions(claims, self.max_questions),
            *speaker.points(row, self.max_points),
        ]
        return SaidScene(**fields_of(SceneRow, row), said=said)


@dataclass(frozen=True)
class _Speaker:
    book: Phrasebook
    lang: str
    random: Random

    def caption(self, claims: list[Claim], max_sentences: int) -> Iterator[Said]:
        """Yield a caption: at most two sentences of an operation, in the order of the claims."""
        said = [(c, text) for c in claims if c.value not in (NO, NONE) and (text := self._state(c))]
        if not said:
            return
        is_dense = self.random.random() < _DENSE
        n = min(len(said), self.random.randint(5, max_sentences) if is_dense else self.random.randint(2, 4))
        by_operation = self._shuffled([c.operation for c, _ in said])
        chosen = sorted(by_operation[:n])
        yield Said(
            kind="caption",
            lang=self.lang,
            style="dense" if is_dense else "short",
            text=_ENDS[self.lang].join(said[index][1] for index in chosen),
            claims=claims_to_json(said[index][0] for index in chosen),
        )

    def questions(self, claims: list[Claim], max_questions: int) -> Iterator[Said]:
        """Yield questions, no two of one operation."""
        operations = list(dict.fromkeys(claim.operation for claim in claims))
        self.random.shuffle(operations)
        asked = 0
        for operation in operations:
            if asked == max_questions:
                return
            of_operation = [claim for claim in claims if claim.operation == operation]
            if said := self._question(of_operation):
                asked += 1
                yield said

    def _question(self, claims: list[Claim]) -> Said | None:
        """Return a question about one of the claims: one of yes and no has either answer as often."""
        if any(claim.value in (YES, NO) for claim in claims):
            wanted = self.random.choice((YES, NO))
            claims = [claim for claim in claims if claim.value == wanted]
            if not claims:
                return None
        claim = self.random.choice(claims)
        if text := self.book.ask(claim, self.lang, self.random):
            return self._answered(claim, text)
        if not claim.rivals:
            return None
        value = claim.value if self.random.random() < 0.5 else self.random.choice(claim.rivals)
        asked = Claim(claim.expression, value)
        text = self.book.ask_whether(asked, self.lang, self.random)
        if text is None:
            return None
        holds = Claim(("is", claim.expression, value), YES if value == claim.value else NO)
        return self._answered(holds, text)

    def _answered(self, claim: Claim, text: str) -> Said:
        answer = self._capital(self.book.word(claim.expression, claim.value, self.lang))
        styles = ["phrase"]
        if claim.value.isdecimal():
            styles.append("boxed")
        if len(claim.rivals) >= len(LETTERS) - 1:
            styles.append("choice")
        style = self.random.choice(styles)
        if style == "boxed":
            answer = f"\\boxed{{{claim.value}}}"
        elif style == "choice":
            rivals = self.random.sample(claim.rivals, len(LETTERS) - 1)
            options = self._shuffled_values([claim.value, *rivals])
            words = [self.book.word(claim.expression, option, self.lang) for option in options]
            text += "".join(f"\n{letter}. {word}" for letter, word in zip(LETTERS, words, strict=True))
            answer = LETTERS[options.index(claim.value)]
        return Said(
            kind="question",
            lang=self.lang,
            style=style,
            text=text,
            claims=claims_to_json([claim]),
            answer=answer,
        )

    def points(self, row: SceneRow, max_points: int) -> Iterator[Said]:
        """Yield places, first one of each kind: named points are the most, and only need reading."""
        operations = [str(from_json(place.expression)[0]) for place in row.places]
        for index in self._shuffled(operations)[: self.random.randint(1, max_points)]:
            place = row.places[index]
            if text := self.book.refer(from_json(place.expression), self.lang, self.random):
                yield self._point(row, place, text)

    def _point(self, row: SceneRow, place: Place, text: str) -> Said:
        x, y = place.point_px
        at = encode_coordinate(x, row.width_px), encode_coordinate(y, row.height_px)
        answer = f'[{{"point_2d": [{at[0]}, {at[1]}], "label": "{text}"}}]'
        return Said(
            kind="point",
            lang=self.lang,
            style="json",
            text=text,
            claims=claims_to_json([]),
            answer=answer,
            place=place,
        )

    def _state(self, claim: Claim) -> str | None:
        return self.book.state(claim, self.lang, self.random)

    def _shuffled(self, operations: list[str]) -> list[int]:
        """Return indices at random, so that each operation comes once before any comes again."""
        turns: dict[str, int] = {}
        ranked: list[tuple[int, int, int]] = []
        for index in self.random.sample(range(len(operations)), len(operations)):
            turn = turns[operations[index]] = turns.get(operations[index], -1) + 1
            ranked.append((turn, len(ranked), index))
        return [index for _, _, index in sorted(ranked)]

    def _shuffled_values(self, values: list[str]) -> list[str]:
        return self.random.sample(values, len(values))

    def _capital(self, text: str) -> str:
        return text[0].upper() + text[1:]
