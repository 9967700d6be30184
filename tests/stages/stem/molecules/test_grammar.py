from random import Random

from vlcorpus.stages.stem.molecules.grammar import write_molecule


def test_molecules_are_varied_and_say_how_they_were_made():
    made = [write_molecule(Random(seed)) for seed in range(400)]
    assert len({smiles for smiles, _ in made}) > 300
    assert len({steps[0] for _, steps in made}) > 15
    assert all(len(set(steps)) == len(steps) for _, steps in made)


def test_each_ring_has_a_number_that_is_used_twice():
    for seed in range(200):
        smiles, _ = write_molecule(Random(seed))
        numbers = smiles.split("%")[1:]
        rings = [number[:2] for number in numbers]
        assert all(rings.count(ring) == 2 for ring in rings)
        assert not set("~^{}") & set(smiles)
