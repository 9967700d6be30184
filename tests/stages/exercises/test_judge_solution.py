from vlcorpus.stages.exercises.judge_solution import JudgeRequest, judge


def verdict(*args, **kwargs):
    (found,) = judge(JudgeRequest(*args, **kwargs))
    return found


def test_answers_are_compared_with_the_letter_and_with_what_its_option_says():
    assert verdict("C", ("402", "403", "$404$"), ("$404$", "C", "403", "B")).equal == (
        True,
        True,
        False,
        False,
    )


def test_a_false_step_is_found():
    assert verdict("56", (), steps="$7\\times 8=54$").false_equation == "7\\times 8 = 54"
    assert verdict("56", ()).false_equation is None
