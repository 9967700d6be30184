from vlcorpus.catalogs.tables.licences import Statement, read_licences, state_licences


def test_an_output_of_which_nothing_was_said_has_no_statements(tmp_path):
    assert read_licences(str(tmp_path)) == {}


def test_what_is_said_later_corrects_what_was_said_before(tmp_path):
    for license in ("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-SA-4.0", "CC0-1.0", "CC-BY-4.0"):
        state_licences(str(tmp_path), {"papers": license})
    assert read_licences(str(tmp_path)) == {"papers": Statement("CC-BY-4.0", ("CC-BY-SA-4.0", "CC0-1.0"))}


def test_sources_are_apart(tmp_path):
    state_licences(str(tmp_path), {"papers": "CC-BY-4.0"})
    state_licences(str(tmp_path), {"books": "CC0-1.0"})
    assert {name: said.license for name, said in read_licences(str(tmp_path)).items()} == {
        "papers": "CC-BY-4.0",
        "books": "CC0-1.0",
    }
