from fractions import Fraction

from tests.stages.stem.mechanics.parts import parts, value
from vlcorpus.stages.stem.mechanics.hanging import hanging


def test_a_link_carries_all_below_it():
    for part in parts(hanging):
        for chain in part.truth["chains"]:
            for n, (link, what, block) in enumerate(chain):
                assert value(part, "hangs_from", block) == link
                assert value(part, "link", link) == what
                if not part.masses:
                    assert value(part, "tension", link) is None
                    continue
                force = 10 * sum(part.masses[name] for _, _, name in chain[n:])
                assert value(part, "tension", link) == str(force)
                if what == "spring":
                    stiffness = int(part.truth["stiffness"][link])
                    assert Fraction(value(part, "extension", link)) == Fraction(100 * force, stiffness)


def test_what_hangs_is_below_what_it_hangs_from():
    for part in parts(hanging):
        for chain in part.truth["chains"]:
            heights = [part.at[name][1] for link, _, block in chain for name in (link, block)]
            assert heights == sorted(heights, reverse=True)
