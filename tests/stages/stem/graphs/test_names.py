from random import Random

import pytest

from vlcorpus.stages.stem.graphs.names import node_names


@pytest.mark.parametrize("n", [3, 8, 12])
def test_names_are_different_letters_or_the_first_numbers(n):
    kinds = set()
    for seed in range(60):
        names = node_names(Random(seed), n)
        assert len(set(names)) == n
        if names[0].isdecimal():
            assert sorted(map(int, names)) == list(range(1, n + 1))
        else:
            assert all(len(name) == 1 and name.isupper() for name in names)
        kinds.add(names[0].isdecimal())
    assert kinds == {True, False}
    assert node_names(Random(0), n, are_letters=True)[0].isalpha()
