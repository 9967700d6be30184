from tests.stages.stem.solid_geometry.solids import box
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.solid_geometry.draw import things


def test_hidden_lines_are_dashed_and_painted_first_and_lengths_are_written():
    cuboid = box()
    cuboid.lengths.append("AB")
    found = {thing.name: thing for thing in things(cuboid)}
    assert found["segment DH"].shapes[0].role == Role.DASHED
    assert found["segment AB"].shapes[0].role == Role.LINE
    assert [tag.text for tag in found["segment AB"].tags] == ["4"]
    assert list(found).index("segment DH") < list(found).index("segment AB")
    assert found["vertex G"].shapes[0].at == cuboid.view.drawn((4, 6, 8))
