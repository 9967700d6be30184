"""What is said of generated scenes, sentence by sentence, each shape of a sentence once.

Who writes a grammar (stages/verify/<discipline>/grammar.yaml) works from the contract and from these lines,
and never sees the maker or its phrases. Names and numbers are left out; what names look like is a regular
expression. Behind a shape stands a claim of one that has it.

    python -m bench.sentences clocks [--rows 400] [--language en] [--names "the [A-Z][a-z]+ clock|the clock"]
    python -m bench.sentences clocks --unread
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator

from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.scenes.claims import Claim, claims_from_json, from_json, written
from vlcorpus.schemas.scenes.rows import Said, SaidScene, SceneRow
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.grammar import Unreadable
from vlcorpus.stages.verify.reader import read_said, sentences

SEED = 11
LETTERS = r"(?<![A-Za-z])[A-Z]+(?![A-Za-z])"  # what points and the like are called
NUMBER = re.compile(r"-?\d+(?::\d+)*(?:[./]\d+)?")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("discipline", choices=list(DISCIPLINES))
    parser.add_argument("--rows", type=int, default=400, help="scenes to make")
    parser.add_argument("--language", choices=["en", "zh"])
    parser.add_argument("--names", default=LETTERS, help="what names look like, a regular expression")
    parser.add_argument("--unread", action="store_true", help="only texts that the grammar does not read")
    arguments = parser.parse_args()
    names = re.compile(arguments.names)
    shapes: dict[str, dict[str, str]] = defaultdict(dict)
    for said in texts(arguments.discipline, arguments.rows):
        if arguments.language in (None, said.lang):
            parts = _unread(arguments.discipline, said) if arguments.unread else _parts(said)
            for about, text, claim in parts:
                shape = NUMBER.sub("#", names.sub("#", text))
                shapes[f"{said.kind} {said.lang}, {about}"].setdefault(shape, claim)
    for about, examples in sorted(shapes.items()):
        print(
            f"\n{about}:",
            *(f"{shape}   [{claim}]" for shape, claim in sorted(examples.items())),
            sep="\n    ",
        )


def texts(discipline: str, n: int) -> Iterator[Said]:
    """Yield much of what can be said of so many scenes."""
    numbers = [NumberedRow.origin("stem", str(k), None, domain="stem", seed=SEED, number=k) for k in range(n)]
    made = MakeScenes(disciplines={find_discipline(discipline).identity: 1.0}, styles={}, chinese=0.5)(
        numbers
    )
    say = SayScenes(max_questions=10, max_points=10, max_boxes=10, max_counts=10, max_sentences=40)
    for row in say(row for row in made if isinstance(row, SceneRow)):
        if isinstance(row, SaidScene):
            yield from row.said


def _unread(discipline: str, said: Said) -> Iterator[tuple[str, str, str]]:
    try:
        read_said(discipline, said)
    except Unreadable as error:
        yield "unread", str(error), said.claims


def _parts(said: Said) -> Iterator[tuple[str, str, str]]:
    """Yield what each part of a text is about, the part, and its claim or place."""
    claims = claims_from_json(said.claims)
    if said.kind == "caption":
        for sentence, claim in zip(sentences(said.text, said.lang), claims, strict=True):
            yield _operation(claim), sentence, str(claim)
    elif said.kind in ("point", "box"):
        place = from_json(said.place.expression) if said.place else said.things[0]
        yield str(place[0]) if said.place else "of a thing", said.text, written(place)
    else:
        question, *options = said.text.split("\n")
        yield _operation(claims[0]), question, str(claims[0])
        for option in options:
            yield f"options of {_operation(claims[0])}", option.partition(" ")[2], ""
        if said.style == "phrase":
            yield f"options of {_operation(claims[0])}", str(said.answer), ""
        elif label := re.search(r'"label": "(.+?)"', said.answer or ""):
            yield f"labels of {_operation(claims[0])}", label[1], ""


def _operation(claim: Claim) -> str:
    match claim.expression:
        case ("is", (str(operation), *_), _):
            return f"is {operation}"
        case _:
            return claim.operation


if __name__ == "__main__":
    main()
