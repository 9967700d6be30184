from tests.stages.stem.pedigrees.families import person, three_generations
from vlcorpus.stages.stem.pedigrees.facts import claims
from vlcorpus.stages.stem.pedigrees.places import places


def test_people_couples_and_relatives():
    made = three_generations()
    found = places(made, claims(made))
    mother = person(made, "II-3")
    assert found["person", "II-3"].exact == (str(mother.x), str(mother.y))
    assert found["mother", "III-1"].at == (mother.x, mother.y)
    assert found["couple", "II-2", "II-3"].at == ((person(made, "II-2").x + mother.x) / 2, mother.y)
    assert ("children", "I-1") not in found
