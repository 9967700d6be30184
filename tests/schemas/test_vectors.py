import numpy as np
import pyarrow as pa
import pytest

from vlcorpus.schemas.vectors import column, pack, unpack


@pytest.fixture
def vectors() -> np.ndarray:
    return np.random.default_rng(0).standard_normal((5, 8)).astype(np.float16)


def test_cells_come_back(vectors):
    assert (unpack(pa.array(pack(vectors), pa.binary())) == vectors).all()


def test_a_column_is_made_of_the_same_cells(vectors):
    assert column(vectors).to_pylist() == pack(vectors)


def test_a_slice_and_several_chunks_are_read(vectors):
    whole = column(vectors)
    assert (unpack(whole.slice(2, 2)) == vectors[2:4]).all()
    assert (unpack(pa.chunked_array([whole.slice(0, 1), whole.slice(1)])) == vectors).all()


def test_no_vectors_are_an_empty_array():
    assert unpack(pa.array([], pa.binary())).shape == (0, 0)


@pytest.mark.parametrize("cells", [[b"12", b"1234"], [b"12", None]])
def test_what_is_no_matrix_is_refused(cells):
    with pytest.raises(ValueError, match="vectors"):
        unpack(pa.array(cells, pa.binary()))


def test_chunks_of_two_encoders_are_refused():
    with pytest.raises(ValueError, match="dimensions"):
        unpack(pa.chunked_array([pa.array([b"12"], pa.binary()), pa.array([b"1234"], pa.binary())]))


def test_a_column_that_its_offsets_do_not_reach_is_refused(vectors, monkeypatch):
    monkeypatch.setattr("vlcorpus.schemas.vectors.MAX_COLUMN_BYTES", vectors.nbytes)
    assert column(vectors).to_pylist() == pack(vectors)
    monkeypatch.setattr("vlcorpus.schemas.vectors.MAX_COLUMN_BYTES", vectors.nbytes - 1)
    with pytest.raises(ValueError, match="80 bytes of vectors are too many for a column"):
        column(vectors)
