from tests.stages.exercises.rows import read
from vlcorpus.stages.exercises.plan_translations import PlanTranslations


def test_each_goes_on_and_a_copy_that_is_wanted_in_the_other_language():
    one, copy = PlanTranslations(share=1.0)([read()])
    assert (one.wanted, copy.wanted) == (None, "zh")
    assert one.id != copy.id
    assert copy.source_key == "a.json#row=0&lang=zh"


def test_nothing_is_copied_by_default_and_no_other_language():
    assert len(list(PlanTranslations()([read()]))) == 1
    assert len(list(PlanTranslations(share=1.0)([read(lang="fr")]))) == 1
