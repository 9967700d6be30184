from tests.stages.stem.cells.test_compose import cells
from vlcorpus.stages.stem.cells.draw import part_names, things


def test_each_part_is_a_thing_of_its_name_and_each_letter_a_line_that_ends_at_it():
    for cell in cells(40):
        drawn = {thing.name: thing for thing in things(cell, is_colored=True)}
        for part, name in zip(cell.parts, part_names(cell), strict=True):
            assert (name in drawn) is (part.kind != "cytoplasm")
        for letter, index in cell.labels.items():
            line, _ = drawn[f"line {letter}"].shapes
            assert next(line.path.points()) == cell.parts[index].at


def test_several_of_a_kind_are_numbered():
    cell = next(cell for cell in cells() if [p.kind for p in cell.parts].count("mitochondrion") > 1)
    assert {"mitochondrion 1", "mitochondrion 2"} <= set(part_names(cell))


def test_without_colours_no_shape_has_one():
    for cell in cells(20):
        shapes = [shape for thing in things(cell, is_colored=False) for shape in thing.shapes]
        assert {shape.hue for shape in shapes} == {None}
