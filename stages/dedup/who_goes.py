"""Which rows go of those that are in pairs: each that has a pair with an earlier row that stays.

Rows are decided on in an order; the first row of a pair is decided on before the later one. So a chain of
pairs takes nothing that is far from what stays: this is no single linkage. It takes rounds, a few dozen for
millions of rows whose ids are hashes, each over the pairs that are left. Source: Blelloch, Fineman, Shun,
"Greedy sequential maximal independent set and matching are parallel on average", 2012.
"""

import numpy as np

Ends = tuple[np.ndarray, np.ndarray]  # rows of pairs, (m,) int: the first of each, and the later one


def who_goes(n_rows: int, pairs: list[Ends]) -> np.ndarray:
    """Return which of `n_rows` rows go, (n_rows,) bool. No order of the pairs changes anything.

    Memory is that of the pairs, which are let go, 2 bytes a row, and a batch of pairs again.
    """
    goes, waits = np.zeros(n_rows, bool), np.zeros(n_rows, bool)
    while pairs:
        for _, later in pairs:
            waits[later] = True  # a row before it is undecided
        for first, later in pairs:
            goes[later[~waits[first]]] = True
        for number, (first, later) in enumerate(pairs):
            waits[later] = False
            undecided = ~(goes[first] | goes[later])
            pairs[number] = first[undecided], later[undecided]
        pairs = [ends for ends in pairs if len(ends[0])]
    return goes
