"""How many different things a set of images holds: by its clusters, and by its vectors alone."""

import numpy as np

BLOCK = 65_536  # rows turned into float32 at a time: 134 MB of 512 numbers


def effective_number(counts: np.ndarray) -> float:
    """Return how many clusters of equal size are as diverse as these: exp of the entropy of their shares.

    `counts` may be sums of weights. Of nothing it is 0. Source: the Hill number of order 1 (Jost, "Entropy
    and diversity", 2006).
    """
    held = counts[counts > 0].astype(np.float64)
    if not len(held):
        return 0.0
    shares = held / held.sum()
    return float(np.exp(-np.sum(shares * np.log(shares))))


class SecondMoment:
    """The mean of x xᵀ over vectors of length 1, (d, d), added up block by block."""

    def __init__(self, d: int):
        self._sum = np.zeros((d, d))
        self._weight = 0.0

    def add(self, vectors: np.ndarray, weights: np.ndarray | None = None) -> None:
        """Add (n, d) vectors, float16 or float32, which count `weights` times each, (n,), or once."""
        for start in range(0, len(vectors), BLOCK):
            block = vectors[start : start + BLOCK].astype(np.float32)
            if weights is None:
                self._sum += block.T @ block
                self._weight += len(block)
            else:
                own = weights[start : start + BLOCK].astype(np.float32)
                self._sum += block.T @ (block * own[:, None])
                self._weight += float(own.sum(dtype=np.float64))

    def mean(self) -> np.ndarray:
        """Return the (d, d) float64 mean; of nothing, zeros."""
        return self._sum / self._weight if self._weight else self._sum


def vendi_score(second_moment: np.ndarray) -> float:
    """Return as how many unlike vectors a set counts: 1 of equal ones, n of n orthogonal ones, at most d.

    It is exp of the entropy of the eigenvalues of K / n, K the cosines of all pairs; these are, but for
    zeros, those of the second moment, which is d x d however many vectors there are. Of nothing it is 0.
    Source: Friedman & Dieng, "The Vendi Score", 2023.
    """
    eigenvalues = np.linalg.eigvalsh(second_moment)
    return effective_number(np.where(eigenvalues > 1e-9 * eigenvalues[-1], eigenvalues, 0))
