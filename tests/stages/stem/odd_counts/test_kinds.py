from random import Random

import pytest

from vlcorpus.schemas.stem.odd_counts import UNCERTAIN, USUAL
from vlcorpus.stages.stem.odd_counts.kinds import KINDS, build, faced


@pytest.mark.parametrize("name", KINDS)
def test_a_thing_has_as_many_parts_as_wanted(name):
    kind = KINDS[name]
    for seed, count in enumerate(kind.counts):
        model = build(kind, Random(seed), count, "blue")
        if name in ("chessboard", "noughts and crosses board"):
            assert sorted(map(len, model.parts.values())) == sorted([count, kind.usual])
        else:
            assert len(model.parts[kind.part]) == count
        assert all(len({part.at for part in parts}) == len(parts) for parts in model.parts.values())


def test_every_kind_of_the_contract_is_drawn():
    assert KINDS.keys() == USUAL.keys() | UNCERTAIN.keys()
    for name, kind in KINDS.items():
        assert kind.usual == USUAL.get(name, {}).get(kind.part)
        assert kind.usual is None or kind.usual in kind.counts


@pytest.mark.parametrize("name", KINDS)
def test_parts_that_are_told_are_those_of_the_contract(name):
    model = build(KINDS[name], Random(1), KINDS[name].counts[0], None)
    assert set(model.parts) == set(USUAL.get(name, UNCERTAIN.get(name)))


def test_a_flag_never_looks_to_the_other_side():
    flag, dog = (build(KINDS[name], Random(1), KINDS[name].usual, None) for name in ("us flag", "dog"))
    assert faced(flag, KINDS["us flag"], True) == flag
    assert faced(dog, KINDS["dog"], True) != dog
