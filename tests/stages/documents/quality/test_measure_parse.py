"""A right parse passes every limit, and its measures are scores of its samples."""

from tests.stages.documents.drawing import PARSE_FILTERS, classified, parse, pdf, prose, ruled, write
from tests.stages.documents.quality.measured import two_columns
from vlcorpus.stages.documents.to_samples import ToSamples


def test_a_good_page_passes_every_limit_and_its_measures_are_scores():
    def draw(canvas):
        two_columns(canvas)
        ruled(canvas, [72, 200, 400], [300, 320, 340, 360])
        for row in range(3):
            write(canvas, 80, 346 - 20 * row, f"key {row}")
            write(canvas, 210, 346 - 20 * row, f"value {row}")

    row = parse(pdf(draw))
    assert [accept(row) for accept in PARSE_FILTERS] == [None] * len(PARSE_FILTERS)
    scores = {score.name: score.value for score in next(ToSamples()([classified(row)])).scores}
    assert scores["order_agreement"] == scores["ink_covered_fraction"] == scores["table_fill_fraction"] == 1
    (bare, *_) = ToSamples()([classified(parse(pdf(prose)))])
    assert "table_fill_fraction" not in {score.name for score in bare.scores}
