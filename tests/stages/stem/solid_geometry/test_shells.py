from random import Random

import pytest

from vlcorpus.stages.stem.solid_geometry.shells import SHELLS


@pytest.mark.parametrize("name", SHELLS)
def test_every_shell_is_closed_and_convex(name):
    for seed in range(10):
        shell = SHELLS[name](Random(seed))
        assert all(len(faces) == 2 for faces in shell.edges.values())
        assert len(shell.vertices) - len(shell.edges) + len(shell.faces) == 2
        for face in shell.faces:
            offsets = {letter: shell.offset(face, point) for letter, point in shell.vertices.items()}
            assert all(offset == 0 if letter in face else offset < 0 for letter, offset in offsets.items()), (
                face
            )
