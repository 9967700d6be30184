"""What a cluster's density means for training: how much its samples weigh, how many more it wants.

Source: LLaVA-OneVision-1.5 (2025), which balances its pre-training images by drawing them with weights
inverse to the frequency of their concepts. Ours are damped and capped, and never below 1: nothing is thrown
away.
"""

import numpy as np


def weights(density: np.ndarray, *, power: float = 0.5, max_weight: float = 4.0) -> np.ndarray:
    """Return the weight of a cluster's samples, (k,) float32: 1 for the median cluster and denser ones.

    A thinner one weighs (1 / density) ** `power`. ours: the root, because a density of few members errs by
    half; at most 4 times, because to repeat data more often than that is worth less and less (Muennighoff et
    al., "Scaling data-constrained language models", 2023).
    """
    thinnest = max_weight ** (-1 / power)
    return (np.clip(density, thinnest, 1) ** -power).astype(np.float32)


def budgets(n: np.ndarray, sparse: np.ndarray, *, target_fraction: float = 0.5) -> np.ndarray:
    """Return how many more images each cluster wants, (k,) int32; 0 where it is not sparse.

    They lift it to `target_fraction` of the median size of clusters with members. At one half, where `sparse`
    ends, the median stays what it is when all of them are filled: no second round is wanted.
    """
    held = n > 0
    target = np.ceil(target_fraction * np.median(n[held])) if held.any() else 0
    return np.where(sparse, np.maximum(target - n, 0), 0).astype(np.int32)
