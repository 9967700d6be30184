from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.stages.stem.plane_geometry.problems.plans import plans_for, plans_of
from vlcorpus.stages.stem.plane_geometry.problems.rules import Condition, read_rules
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen


def test_a_rule_is_started_by_each_of_its_facts():
    starts = [plan.start for plan in plans_of(read_rules()["pythagoras"])]
    assert [start.operation for start in starts if start] == ["angle", "length", "length"]


def test_every_premise_but_the_start_is_looked_for_when_its_letters_are_bound_as_told():
    for rule in read_rules().values():
        for plan in plans_of(rule):
            bound = set(plan.start.letters) if plan.start else set()
            premises = [plan.start] if plan.start else []
            for sought in plan.rest:
                premises.append(sought.premise)
                if not isinstance(sought.premise, Condition):
                    letters = sought.premise.letters
                    assert sought.bound == tuple(n for n, letter in enumerate(letters) if letter in bound)
                    bound |= set(letters)
            assert sorted(map(repr, premises)) == sorted(map(repr, rule.premises))


def test_rules_that_need_to_see_what_is_not_there_are_left_out():
    def rules_for(sketch):
        plans = plans_for(Seen(sketch), read_rules().values()).values()
        return {plan.rule.name for some in plans for plan in some}

    assert "central_angle" in rules_for(circle())
    assert "central_angle" not in rules_for(right_triangle())
