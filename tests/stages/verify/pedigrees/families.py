"""Pedigree charts as truths: a name with `*` is affected, males have odd numbers."""

from vlcorpus.stages.verify.pedigrees.family import read_family


def truth(*couples, affected=(), carriers=(), sexes=None, **given):
    """Return a truth of couples, each a father, a mother and their children: `("I-1", "I-2", "II-1")`."""
    names = dict.fromkeys(name for couple in couples for name in couple)
    people = {
        name: {
            "sex": (sexes or {}).get(name) or ("male" if int(name[-1]) % 2 else "female"),
            "affected": name in affected,
            "carrier": name in carriers,
            "deceased": False,
            "at": [str(100 * int(name[-1])), str(-100 * name.count("I"))],
        }
        for name in names
    }
    told = [
        {"parents": [father, mother], "children": children, "related": False}
        for father, mother, *children in couples
    ]
    return {
        "people": people,
        "couples": told,
        "twins": [],
        "proband": "",
        "shows_carriers": bool(carriers),
    } | given


GRANDPARENTS = ("I-1", "I-2", "II-1", "II-2", "II-3")
# II-2 and II-4 have a son and a daughter (III-1, III-2), II-5 and II-6 a son (III-3).
THREE = (GRANDPARENTS, ("II-5", "II-2", "III-1", "III-2"), ("II-3", "II-6", "III-3"))


def family(*couples, **given):
    return read_family(truth(*couples, **given))


def three(**given):
    return family(*THREE, **given)
