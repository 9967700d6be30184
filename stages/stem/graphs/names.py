"""What nodes are called: letters in a row, or numbers."""

from random import Random

_LETTERS = ("ABCDEFGHJKLMN", "PQRSTUVWXYZ", "STUVWXYZABCD", "KLMNPQRSTUV")
_NUMBERED = 0.25  # share of graphs whose nodes are numbers


def node_names(random: Random, n: int, *, are_letters: bool = False) -> list[str]:
    """Return n names, at most 12; in order, or shuffled so that a name says nothing about the place."""
    if not are_letters and random.random() < _NUMBERED:
        names = [str(number) for number in range(1, n + 1)]
    else:
        names = list(random.choice([row for row in _LETTERS if len(row) >= n])[:n])
    return random.sample(names, n) if random.random() < 0.4 else names
