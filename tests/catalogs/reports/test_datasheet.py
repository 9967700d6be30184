from vlcorpus.catalogs.reports.datasheet import sheets_by, words_of


def test_a_domain_without_words_of_its_own_has_those_of_all():
    assert words_of("anything")["title"] == "anything"
    assert words_of("anything")["limits"] == []
    assert words_of("documents")["title"] != "documents"
    assert words_of("documents")["uses"] == words_of("anything")["uses"]


def test_generated_scenes_have_sheets_by_discipline():
    assert sheets_by("stem") == "discipline"
    assert sheets_by("documents") is None
