from tests.stages.stem.molecules.molecules import picture


def test_a_truth_holds_all_atoms_with_indices_of_the_picture():
    made = picture("CO", "C#N", x=1)
    made.molecules["II"].first = 2
    truth = made.truth()
    assert [atom["element"] for atom in truth["atoms"]] == ["C", "O", "C", "N"]
    assert [atom["hydrogens"] for atom in truth["atoms"]] == [3, 1, 1, 0]
    assert truth["bonds"] == [[0, 1, 1], [2, 3, 3]]
    assert truth["molecules"] == {"I": [0, 1], "II": [2, 3]}
    assert truth["marks"] == {"atom x": 1}
