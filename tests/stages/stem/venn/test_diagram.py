from tests.stages.stem.venn.shown import with_counts, with_elements


def test_the_truth_is_what_the_contract_describes():
    assert with_elements().truth() == {
        "sets": ["A", "B"],
        "universe": "U",
        "regions": {"": ["-400", "400"], "A": ["-100", "0"], "B": ["500", "0"], "AB": ["200", "0"]},
        "content": "elements",
        "elements": {"": ["9"], "A": ["1", "10"], "B": ["2"], "AB": ["7"]},
        "spots": {
            "9": ["-400", "-400"],
            "1": ["-100", "50"],
            "10": ["-100", "-50"],
            "2": ["500", "0"],
            "7": ["200", "0"],
        },
        "counts": {},
        "shaded": [],
    }


def test_sizes_are_counts_or_counted():
    assert with_elements().size("A") == 2
    assert with_counts().size("B") == 8
