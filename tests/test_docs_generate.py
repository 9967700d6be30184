"""What docs/generate reads off the code: columns with their comments, reasons with those who name them."""

import pytest

from docs.generate import reason_tables, schema_tables
from docs.generate.config_tables import config_tables
from docs.generate.markers import table
from docs.generate.reason_tables import reason_table
from vlcorpus.schemas.reasons import Reason

MODULE = '''
@dataclass(slots=True, kw_only=True)
class Photograph(Row):
    """A thing to look at."""

    schema_version: ClassVar[int] = 2
    width_px: int  # after the rotation
    label: str | None = (
        None  # what it shows | or not
    )
    n: int

    def method(self) -> None: ...


class NoRow:
    hidden: int  # never shown
'''


def test_a_column_has_its_type_its_unit_and_its_comment(tmp_path, monkeypatch):
    (tmp_path / "photographs.py").write_text(MODULE)
    monkeypatch.setattr(schema_tables, "SCHEMAS", tmp_path)
    assert schema_tables.schema_tables("photographs").splitlines() == [
        "### `Photograph`, a `Row` with",
        "",
        "A thing to look at.",
        "",
        "| column | type | unit | meaning |",
        "| --- | --- | --- | --- |",
        "| `width_px` | `int` | pixels | after the rotation |",
        "| `label` | `str \\| None` |  | what it shows \\| or not |",
        "| `n` | `int` |  |  |",
    ]


@pytest.mark.parametrize(
    ("domain", "reason", "decider"),
    [
        ("documents", "page_empty", "filters/documents/page.py"),
        ("documents", "pdf_encrypted", "stages/documents/pdf/pymupdf_reader.py"),  # sent as text by a child
        ("documents", "cpu_limit", "schemas/sandbox.py"),
        ("captions", "caption_duplicate", "filters/captions/caption.py"),
        ("captions", "engine_died", "stages/inference/vllm_engine.py"),  # imported by its name
        ("captions", "region_filled", "pipelines/steps/choose_from_pool.py"),
    ],
)
def test_a_reason_stands_with_who_names_it(domain, reason, decider):
    (line,) = [line for line in reason_table(domain).splitlines() if line.startswith(f"| `{reason}`")]
    assert f"`{decider}`" in line


def test_a_domain_has_no_reasons_of_another():
    assert "`ocr_failed`" not in reason_table("captions")
    assert "`caption_empty`" not in reason_table("documents")


def test_every_reason_says_what_it_tells():
    assert [reason for reason, text in reason_tables.meanings().items() if not text.endswith(".")] == []
    assert set(reason_tables.meanings()) == set(Reason)


def test_keys_that_every_domain_has_stand_elsewhere():
    text = config_tables("captions")
    assert "`inference.engine`" not in text
    assert "| `clusters.max_views` | `2` |" in text


def test_a_cell_is_one_line_and_keeps_its_bars():
    assert table(("a",), [("x |\n y",)]) == "| a |\n| --- |\n| x \\| y |"
