from tests.stages.stem.food_webs.webs import chain, meadow, pyramid
from vlcorpus.stages.stem.food_webs.facts import claims


def said(web):
    return {str(claim) for claim in claims(web)}


def test_a_web():
    found = said(meadow())
    assert {
        "eats(fox, vole) = yes",
        "eats(fox, grass) = no",
        "prey(rabbit) = 2",
        "predators(grass) = 2",
        "only_prey(owl) = vole",
        "only_predator(rabbit) = fox",
        "shared_prey(owl, fox) = vole",
        "shared_predator(vole, rabbit) = fox",
        "compete(vole, rabbit) = yes",
        "compete(rabbit, owl) = no",
        "producer(clover) = yes",
        "producer(owl) = no",
        "top_predator(fox) = yes",
        "top_predator(vole) = no",
        "diet(rabbit) = herbivore",
        "diet(fox) = carnivore",
        "level(fox) = 3",
        "consumer(fox) = secondary",
        "reaches(clover, fox) = yes",
        "reaches(clover, owl) = no",
        "chain(grass, vole, owl) = yes",
        "loses_all(vole, owl) = yes",
        "loses_all(vole, fox) = no",
        "chains() = 4",
        "longest() = 3",
        "count(species) = 6",
        "count(arrows) = 6",
        "count(herbivores) = 2",
        "count(omnivores) = 0",
    } <= found
    assert not any(claim.startswith(("most_prey", "most_predators", "next", "eats(grass")) for claim in found)


def test_levels_that_differ_are_not_told():
    web = meadow()
    web.links.append(("grass", "fox"))
    web.full_diets = {**web.full_diets, "fox": ["grass", "vole", "rabbit"]}
    found = said(web)
    assert "diet(fox) = omnivore" in found
    assert "most_prey() = fox" in found
    assert not any(claim.startswith(("level(fox", "consumer(fox")) for claim in found)


def test_a_diet_is_not_told_where_more_is_eaten_than_is_drawn():
    web = meadow()
    web.full_diets = {**web.full_diets, "fox": ["clover", "vole", "rabbit"]}
    assert not any(claim.startswith("diet(fox") for claim in said(web))


def test_a_chain():
    found = said(chain("grass", "rabbit", "fox"))
    assert {"first() = grass", "last() = fox", "next(rabbit) = fox", "longest() = 3"} <= found
    assert "next(fox)" not in "".join(found)


def test_what_is_counted_are_the_things_of_the_count():
    (tops,) = [claim for claim in claims(meadow()) if claim.expression == ("count", "top_predators")]
    assert tops.things == ("species owl", "species fox")


def test_a_pyramid():
    assert {
        "energy(vole) = 2500",
        "above(grass) = vole",
        "below(owl) = vole",
        "top() = owl",
        "bottom() = grass",
        "position(owl) = 3",
        "passed(grass, vole) = 25/2",
        "passed(vole, owl) = 10",
        "lost(grass, vole) = 17500",
        "count(levels) = 3",
    } <= said(pyramid())
