"""What is said of generated scenes, sentence by sentence, each shape of a sentence once.

Who writes a grammar (stages/verify/<discipline>/grammar.yaml) works from the contract and from these lines,
and never sees the maker or its phrases.

    python -m bench.sentences plane_geometry [--rows 400] [--language en] [--unread]
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator

from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.scenes.claims import Claim, claims_from_json, from_json, written
from vlcorpus.schemas.scenes.rows import Said, SceneRow
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.grammar import Unreadable
from vlcorpus.stages.verify.reader import read_said, sentences

SEED = 11
_NAMES = re.compile(r"(?<![A-Za-z])[A-Z]+(?![A-Za-z])|\d+")  # of points and the like, and numbers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("discipline", choices=list(DISCIPLINES))
    parser.add_argument("--rows", type=int, default=400, help="scenes to make")
    parser.add_argument("--language", choices=["en", "zh"])
    parser.add_argument("--unread", action="store_true", help="only texts that the grammar does not read")
    arguments = parser.parse_args()
    shapes: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for said in texts(arguments.discipline, arguments.rows):
        if arguments.language not in (None, said.lang):
            continue
        if arguments.unread and (why := _unread(arguments.discipline, said)):
            shapes[said.kind, said.lang].setdefault(_shape(why), why)
        elif not arguments.unread:
            for about, text in _parts(said):
                shapes[f"{said.kind} {said.lang}", about].setdefault(_shape(text), text)
    for (kind, about), examples in sorted(shapes.items()):
        print(f"\n{kind}, {about}:", *sorted(examples.values()), sep="\n    ")


def texts(discipline: str, n: int) -> Iterator[Said]:
    """Yield much of what can be said of so many scenes."""
    numbers = [NumberedRow.origin("stem", str(k), None, domain="stem", seed=SEED, number=k) for k in range(n)]
    made = MakeScenes(disciplines={find_discipline(discipline).identity: 1.0}, styles={})(numbers)
    say = SayScenes(max_questions=10, max_points=10, max_sentences=40)
    for row in say(row for row in made if isinstance(row, SceneRow)):
        yield from row.said


def _unread(discipline: str, said: Said) -> str | None:
    try:
        read_said(discipline, said)
    except Unreadable as error:
        return str(error)
    return None


def _parts(said: Said) -> Iterator[tuple[str, str]]:
    """Yield what each sentence is about, and the sentence with its claim, answer or place behind it."""
    claims = claims_from_json(said.claims)
    if said.place is not None:
        place = from_json(said.place.expression)
        yield str(place[0]), f"{said.text}   [{written(place)}]"
    elif said.answer is not None:
        yield _operation(claims[0]), f"{said.text!r} {said.answer}   [{claims[0]}]"
    else:
        told = sentences(said.text, said.lang)
        if len(told) == len(claims):
            for sentence, claim in zip(told, claims, strict=True):
                yield _operation(claim), f"{sentence}   [{claim}]"
        else:
            yield "sentences that make other than one claim each", said.text


def _operation(claim: Claim) -> str:
    match claim.expression:
        case ("is", (str(operation), *_), _):
            return f"is {operation}"
        case _:
            return claim.operation


def _shape(text: str) -> str:
    return _NAMES.sub("#", text)


if __name__ == "__main__":
    main()
