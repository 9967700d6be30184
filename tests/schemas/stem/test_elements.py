from rdkit.Chem import GetPeriodicTable

from vlcorpus.schemas.stem.elements import BY_NUMBER, ELEMENTS

NOBLE = (0, 2, 10, 18, 36, 54, 86)


def test_elements_are_those_of_rdkit():
    table = GetPeriodicTable()
    for element in ELEMENTS:
        assert table.GetElementSymbol(element.number) == element.symbol
        # RDKit's standard weights are older: germanium was 72.61, and technetium was given as 98.
        weight = table.GetAtomicWeight(element.number)
        assert abs(weight - float(element.mass.strip("[]"))) <= (1.0 if "[" in element.mass else 0.025)


def test_periods_end_with_noble_gases_and_groups_follow_the_numbers():
    for element in ELEMENTS:
        assert element.period == sum(number < element.number for number in NOBLE)
        before = BY_NUMBER.get(element.number - 1)
        if before and before.period == element.period:
            assert element.group > before.group
        if element.group > 2:
            assert element.group == 18 - (NOBLE[element.period] - element.number)
