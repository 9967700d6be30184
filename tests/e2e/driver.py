"""Run the toy pipeline in a process of its own, for tests that kill it.

`python -m tests.e2e.driver IN OUT EXECUTOR S`
"""

import sys
from pathlib import Path

from tests.pipelines.toys import one_operator
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.errors import VlcorpusError


def main(folder: str, output: str, executor: str, seconds_per_file: str) -> None:
    pipeline = one_operator(Path(folder), seconds_per_file=float(seconds_per_file))
    try:
        run(pipeline, output, RunOptions(executor, workers=2), config={})
    except VlcorpusError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main(*sys.argv[1:])
