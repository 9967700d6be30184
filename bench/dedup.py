"""CPU seconds, memory and recall of semantic dedup over tables, beside the same job in bare FAISS and NumPy.

Planted: topics, one vector in ten a near copy of another (cosine 0.95 to 0.99), of length 1 in float16.
Vectors of a topic differ in some directions more than in others, by a power law, as an encoder's do. Both
sides train clusters in two levels, look each vector up in its two nearest, compare inside clusters and join;
ours also reads, writes and commits five tables. Found: the planted pairs whose two rows end in one group.
Three sizes are run, a hundredth and a tenth of N and N, and fitted (work_s: without starting Python); the
last line is one JSON object.

    python -m bench.dedup [--n 1000000] [--rounds 1]
"""

import argparse
import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.child import measured

D = 512
CHUNK = 20_000  # rows drawn at a time: 40 MB
NOISE = 1.0  # length of the noise, where a topic's is 1: two vectors of a topic have a cosine of 0.5
# Variance of the n-th direction is 1/n. Source: Stringer et al., 2019, and the spectra of text encoders.
POWER = 1.0
THRESHOLD = 0.9
ROWS_PER_CLUSTER = 100
FIGURE = Path("out/dedup_cost.svg")  # that of a million vectors is kept in bench/figures
# The figure for 1,000,000 vectors. Source: docs/measurements.md §2, the whole job in bare FAISS.
REFERENCE = {"cpu_s": 55.0, "peak_mb": 2200, "found": 0.99}
GOALS = {"over_bare_faiss": 1.15, "over_reference": 1.15, "found": 0.99}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--n", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--figure", type=Path, default=FIGURE)
    parser.add_argument("--side", choices=[*SIDES, "write_rows"], help=argparse.SUPPRESS)
    parser.add_argument("--input", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        side = SIDES.get(arguments.side, write_rows)
        print(json.dumps(side(arguments.input)))
        return
    sizes = [n for n in (arguments.n // 100, arguments.n // 10, arguments.n) if n >= 10_000]
    found = {n: compare(n, arguments.rounds) for n in sizes}
    arguments.figure.parent.mkdir(parents=True, exist_ok=True)
    from bench.cost_chart import cost_chart

    arguments.figure.write_text(cost_chart({side: _costs(found, side) for side in SIDES}, _planned(sizes)))
    print(json.dumps(summary(found)))


def summary(found: dict[int, dict]) -> dict:
    """Return the figures of the largest size, and how cost grows."""
    n = max(found)
    ours, faiss = found[n]["tables"], found[n]["bare"]
    return {
        "n": n,
        **ours,
        "bare_faiss": faiss,
        "over_bare_faiss": round(ours["cpu_s"] / faiss["cpu_s"], 3),
        "peak_over_bare_faiss": round(ours["peak_mb"] / faiss["peak_mb"], 3),
        "over_reference": round(ours["cpu_s"] / REFERENCE["cpu_s"] * 1e6 / n, 3),
        "cost_exponent": {side: _exponent(_costs(found, side)) for side in SIDES},
        "planned_over_measured": {
            size: round(cpu_s / found[size]["tables"]["work_s"], 2)
            for size, cpu_s in _planned([*found]).items()
        },
        "sizes": found,
        "goals": GOALS,
    }


def _costs(found: dict[int, dict], side: str) -> dict[int, float]:
    return {n: sides[side]["work_s"] for n, sides in found.items()}


def _exponent(costs: dict[int, float]) -> float | None:
    """Return b of the least-squares fit of seconds = a · n^b."""
    if len(costs) < 2:
        return None
    return round(float(np.polyfit(np.log([*costs]), np.log([*costs.values()]), 1)[0]), 3)


def _planned(sizes: list[int]) -> dict[int, float]:
    """Return the CPU seconds that `vlcorpus plan --rows` computes for these tables."""
    from bench.dedup_tables import planned

    return {n: planned(n, D) for n in sizes}


def compare(n: int, rounds: int) -> dict:
    """Run both sides in turn on the same `n` vectors, `rounds` times; return medians and highest peaks."""
    runs: dict[str, list[dict]] = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        plant(Path(folder), n)
        for _ in range(rounds):
            for side in SIDES:
                shutil.rmtree(Path(folder) / "out", ignore_errors=True)
                if side == "tables":
                    measured("bench.dedup", "write_rows", Path(folder))
                runs[side].append(measured("bench.dedup", side, Path(folder)))
                print(n, side, json.dumps(runs[side][-1]), flush=True)
    return {
        side: {
            "cpu_s": round(statistics.median(run["cpu_s"] for run in found), 2),
            "work_s": round(statistics.median(sum(run["phases"].values()) for run in found), 2),
            "peak_mb": max(run["peak_mb"] for run in found),
            "found": found[0]["found"],
        }
        for side, found in runs.items()
    }


def plant(folder: Path, n: int) -> None:
    """Write `vectors.npy`, (n, D) float16, and `planted.npy`, (m, 2) int64: rows of an original and its copy.

    A copy lies in the chunk before its original's, and the last chunk's copies are of the first.
    """
    sizes = [min(CHUNK, n - start) for start in range(0, n, CHUNK)]
    planted = []
    with (folder / "vectors.npy").open("wb") as file:
        header = {"descr": "<f2", "fortran_order": False, "shape": (n, D)}
        np.lib.format.write_array_header_1_0(file, header)
        for chunk, size in enumerate(sizes):
            other = (chunk + 1) % len(sizes)
            n_copies = min(size, sizes[other]) // 10
            copies = _copies(_originals(other, n_copies, n), chunk)
            rows = np.concatenate([_originals(chunk, size - n_copies, n), copies])
            place = _place(chunk, size)
            rows[place] = rows.copy()
            file.write(rows.astype("<f2").tobytes())
            original = other * CHUNK + _place(other, sizes[other])[:n_copies]
            planted.append(np.stack([original, chunk * CHUNK + place[size - n_copies :]], axis=1))
    np.save(folder / "planted.npy", np.concatenate(planted))


def _originals(chunk: int, n: int, n_all: int) -> np.ndarray:
    """Return the first `n` originals of a chunk: a longer answer begins with a shorter one."""
    rng = np.random.default_rng(0)
    topics = _unit(rng.standard_normal((max(8, n_all // 1000), D), np.float32))
    weights = rng.lognormal(size=len(topics))  # topics are of very different size
    of = np.random.default_rng([1, chunk]).choice(len(topics), n, p=weights / weights.sum())
    noise = np.random.default_rng([2, chunk]).standard_normal((n, D), np.float32) * _spectrum()
    return _unit(topics[of] + noise * np.float32(NOISE))


def _spectrum() -> np.ndarray:
    """Return the standard deviation in each direction; squares add up to 1."""
    variance = np.arange(1, D + 1, dtype=np.float32) ** -POWER
    return np.sqrt(variance / variance.sum())


def _copies(originals: np.ndarray, chunk: int) -> np.ndarray:
    rng = np.random.default_rng([3, chunk])
    cosine = rng.uniform(0.95, 0.99, (len(originals), 1)).astype(np.float32)
    away = rng.standard_normal(originals.shape, np.float32)
    away -= np.sum(away * originals, axis=1, keepdims=True) * originals
    return cosine * originals + np.sqrt(1 - cosine**2) * _unit(away)


def _place(chunk: int, size: int) -> np.ndarray:
    return np.random.default_rng([4, chunk]).permutation(size)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def bare(folder: Path) -> dict:
    """The job in FAISS and NumPy, written straight: all vectors in memory as float32."""
    import faiss

    phases, clock = {}, time.process_time()

    def phase(name: str) -> None:
        nonlocal clock
        phases[name], clock = round(time.process_time() - clock, 2), time.process_time()

    x = _read_float32(folder / "vectors.npy")
    n = len(x)
    phase("read")
    k = n // ROWS_PER_CLUSTER
    sample = x[: 64 * k]  # rows are in random order
    upper = _kmeans(faiss, sample, round(k**0.5))
    flat = faiss.IndexFlatIP(D)
    flat.add(upper)
    cell = flat.search(sample, 1)[1][:, 0]
    lower = []
    for c in range(len(upper)):
        own = sample[cell == c]
        lower.append(_kmeans(faiss, own, max(1, round(k * len(own) / len(sample)))))
    lower = np.concatenate(lower)
    del sample, own
    phase("train")
    ivf = faiss.IndexIVFFlat(flat, D, len(upper), faiss.METRIC_INNER_PRODUCT)
    ivf.train(upper)
    ivf.add(lower)
    ivf.nprobe = min(6, len(upper))  # our step looks into as many
    nearest = np.concatenate([ivf.search(x[s : s + CHUNK], 2)[1] for s in range(0, n, CHUNK)])
    phase("assign")
    pairs = []
    members = [np.argsort(column, kind="stable") for column in nearest.T]
    borders = [
        np.searchsorted(column[order], np.arange(len(lower) + 1))
        for column, order in zip(nearest.T, members, strict=True)
    ]
    for c in range(len(lower)):
        own, guests = (order[b[c] : b[c + 1]] for order, b in zip(members, borders, strict=True))
        here = x[own]
        i, j = np.nonzero(here @ here.T >= THRESHOLD)
        pairs.append(np.stack([own[i[i < j]], own[j[i < j]]], axis=1))
        i, j = np.nonzero(x[guests] @ here.T >= THRESHOLD)
        pairs.append(np.stack([guests[i], own[j]], axis=1))
    pairs = np.concatenate(pairs)
    phase("pairs")
    parent = list(range(n))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = row = parent[parent[row]]
        return row

    for i, j in pairs.tolist():
        i, j = root(i), root(j)
        parent[max(i, j)] = min(i, j)
    clusters = np.array([root(row) for row in range(n)])
    phase("join")
    return {"found": _found(folder, clusters), "phases": phases, "clusters": len(lower)}


def _read_float32(path: Path) -> np.ndarray:
    """Read in pieces: the whole float16 file would be half as much again."""
    with path.open("rb") as file:
        np.lib.format.read_magic(file)
        shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        vectors = np.empty(shape, np.float32)
        for start in range(0, len(vectors), CHUNK):
            part = vectors[start : start + CHUNK]
            part[:] = np.frombuffer(file.read(part.size * dtype.itemsize), dtype).reshape(part.shape)
    return vectors


def _kmeans(faiss, vectors: np.ndarray, k: int) -> np.ndarray:
    kmeans = faiss.Kmeans(D, min(k, len(vectors)), niter=10, spherical=True, min_points_per_centroid=1)
    kmeans.train(vectors)
    return kmeans.centroids


def _found(folder: Path, clusters: np.ndarray) -> float:
    planted = np.load(folder / "planted.npy")
    return round(float((clusters[planted[:, 0]] == clusters[planted[:, 1]]).mean()), 4)


def tables(folder: Path) -> dict:
    """The pipeline's tables: each is written, committed and read again, in tasks of bounded memory."""
    from bench.dedup_tables import dedup

    return {"found": _found(folder, dedup(folder, THRESHOLD)), "phases": _table_seconds(folder)}


def _table_seconds(folder: Path) -> dict[str, float]:
    commits = folder.glob("out/*/*/commits/*.json")
    spent: dict[str, float] = {}
    for path in commits:
        table = path.parent.parent.name
        if table == "rows":  # made before
            continue
        spent[table] = round(spent.get(table, 0) + json.loads(path.read_text())["cpu_s"], 2)
    return spent


def write_rows(folder: Path) -> dict:
    from bench.dedup_tables import write_rows

    write_rows(folder)
    return {}


SIDES = {"bare": bare, "tables": tables}

if __name__ == "__main__":
    main()
