"""Is a row the same when it is made again: in another process, in random order?"""

import json
import random
import subprocess
import sys

from bench.stem.scenes import SEED, digest, made


def regenerated_equal(discipline: str, known: dict[int, str]) -> int:
    """Return how many rows come out equal to their digests, annotations and bytes of images."""
    numbers = list(known)
    random.Random(SEED).shuffle(numbers)
    command = [sys.executable, "-m", "bench.stem.regenerated", discipline]
    child = subprocess.run(command, input=json.dumps(numbers), stdout=subprocess.PIPE, check=True, text=True)
    return sum(told == known[number] for number, told in json.loads(child.stdout))


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    print(
        json.dumps(
            [(number, digest(row)) for number, row in zip(asked, made(sys.argv[1], asked), strict=True)]
        )
    )
