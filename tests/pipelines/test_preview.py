from tests.pipelines.toys import one_operator, two_tables, write_files
from vlcorpus.pipelines.preview import preview, preview_rows
from vlcorpus.pipelines.runtime.flow import Ledger


def test_only_the_first_inputs_pass_the_stages_of_every_table(tmp_path):
    folder = write_files(tmp_path / "in", ["one\nboom", "two", "three"])
    seen = preview(two_tables(folder), 2)
    assert [row.messages[1].content[0].text for row in seen.samples] == ["one", "two"]
    assert [(row.stage, row.reason) for row in seen.rejects] == [("Obey", "error:ValueError")]
    assert [(counts.stage, counts.rows_in) for counts in seen.stages] == [
        ("Files", 2),
        ("SplitLines", 2),
        ("Obey", 3),
        ("ToSample", 2),
    ]
    assert {path.name for path in tmp_path.iterdir()} == {"in"}


def test_rows_come_one_by_one(tmp_path):
    folder = write_files(tmp_path, ["one\nbug"])
    assert next(preview_rows(one_operator(folder), 1, Ledger())).messages[1].content[0].text == "one"


def test_a_notebook_shows_samples_then_rejects(tmp_path):
    html = preview(one_operator(write_files(tmp_path, ["boom\none"])), 1)._repr_html_()
    assert html.index("0000.txt#line=1") < html.index("✗ 0000.txt#line=0")
