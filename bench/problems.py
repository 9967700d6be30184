"""Problems of generated scenes: are they right by SymPy and NumPy too, how varied, how deep, how fast.

Every problem is solved again from its givens alone, near its figure and far from it: the answer may not be
another in any figure that looks alike, and without any of the givens it must be. Of some, all claims are held
to SymPy.

    python -m bench.problems [--rows 200] [--sympy-every 10]

The last line is one JSON object.
"""

import argparse
import json
import time
from collections import Counter

from bench.problems_audit import SympyProblem
from bench.problems_refigured import Refigured
from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import IN_IMAGE, problem_from_json
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_problems import CheckProblems

DISCIPLINE = "plane_geometry"
SEED = 20_262


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--sympy-every", type=int, default=10)
    wanted = parser.parse_args()
    begin = time.process_time()
    right, rejected = posed(wanted.rows)
    seconds = time.process_time() - begin
    problems = [problem_from_json(row.problem or "") for row in right]
    sample = right[:: wanted.sympy_every]
    undetermined, needless = zip(*map(refigured, right), strict=True)
    rules = Counter(step.rule for problem in problems for step in problem.steps)
    print(
        json.dumps(
            {
                "rows": wanted.rows,
                "right": len(right),
                "rejected": rejected,
                "audited": len(sample),
                "wrong": sum(n_wrong(row) for row in sample),
                "undetermined": sum(undetermined),
                "needless_givens": sum(needless),
                "rules": len(rules),
                "theorems": len({rule.partition("/")[0] for rule in rules}),
                "depth_3": round(sum(problem.depth >= 3 for problem in problems) / len(problems), 3),
                "in_image": round(sum(p.variant == IN_IMAGE for p in problems) / len(problems), 3),
                "structures": len({row.structure for row in right}),
                "rows_per_s_core": round(wanted.rows / seconds, 1),
            }
        )
    )


def posed(n: int) -> tuple[list[SaidScene], dict[str, int]]:
    """Return the scenes whose problems are right, and how many of the others were rejected for what."""
    rows = [
        NumberedRow.origin("stem", f"{SEED}/{k}", None, domain="stem", seed=SEED, number=k) for k in range(n)
    ]
    make = MakeScenes({find_discipline(DISCIPLINE).identity: 1.0}, styles={}, problems=1.0)
    made = list(make(rows))
    said = SayScenes()([row for row in made if not isinstance(row, Rejection)])
    checked = list(CheckProblems()(said))
    reasons = Counter(row.reason for row in (*made, *checked) if isinstance(row, Rejection))
    return [row for row in checked if isinstance(row, SaidScene)], dict(reasons)


def refigured(row: SaidScene) -> tuple[bool, int]:
    """Return whether the answer has a second solution, and how many givens it does not need; tell of both."""
    figure, problem = Refigured(json.loads(row.truth)), problem_from_json(row.problem or "")
    givens, answer = [given.claim for given in problem.givens], Claim(problem.asked, problem.answer)
    is_open = not figure.is_determined(answer, givens)
    needless = [
        given for n, given in enumerate(givens) if not figure.is_needed(answer, givens[:n] + givens[n + 1 :])
    ]
    if is_open or needless:
        print(f"{row.number}: {answer} from {', '.join(map(str, givens))}", *needless, sep="; needless: ")
    return is_open, len(needless)


def n_wrong(row: SaidScene) -> int:
    """Return how many claims of a problem are wrong by SymPy."""
    oracle, problem = SympyProblem(json.loads(row.truth)), problem_from_json(row.problem or "")
    return sum(not oracle.holds(claim) for claim in problem.claims)


if __name__ == "__main__":
    main()
