import pytest

from vlcorpus.stages.verify.odd_counts.objects import Objects
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def dogs(**legs):
    """Return dogs by their letters with so many legs."""
    names = {letter: f"dog {letter}" if len(legs) > 1 else "dog" for letter in legs}
    return {
        "kind": "dog",
        "objects": {
            names[letter]: {"parts": {"leg": {"at": [[10 * n, 0] for n in range(number)]}}}
            for letter, number in legs.items()
        },
    }


def test_parts_are_found_by_their_objects():
    objects = Objects(dogs(A=3, B=5))
    assert objects.numbers("leg") == {"dog A": 3, "dog B": 5}
    assert objects.usual("leg", "dog A") == 4
    for part, name in (("leg", "dog"), ("arm", "dog A")):
        with pytest.raises(Unknown):
            objects.part(part, name)


def test_a_card_has_its_rank_and_a_fork_no_usual_number():
    pips = {"parts": {"pip": {"at": [[0, 0], [0, 5]]}}}
    card = Objects({"kind": "playing card", "objects": {"playing card": {**pips, "rank": 3}}})
    assert card.usual("pip", "playing card") == 3
    fork = Objects({"kind": "fork", "objects": {"fork": {"parts": {"tine": {"at": [[0, 0]]}}}}})
    with pytest.raises(Unknown):
        fork.usual("tine", "fork")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"kind": "unicorn"}, "no kind"),
        ({"objects": {}}, "nothing"),
        ({"objects": {"cat": {"parts": {}}}}, "no name"),
        ({"objects": {"dog": {"parts": {"wing": {"at": []}}}}}, "not counted"),
        ({"objects": {"dog": {"parts": {"leg": {"at": [[0, 0]], "extra": [[1, 1]]}}}}}, "not drawn"),
        ({"objects": {"dog": {"parts": {"leg": {"at": [[0, 0], [0, 0]]}}}}}, "one place"),
    ],
)
def test_what_cannot_be_is_refused(change, what):
    with pytest.raises(Contradiction, match=what):
        Objects(dogs(A=4) | change)
