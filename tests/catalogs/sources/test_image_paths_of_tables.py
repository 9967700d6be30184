"""What the path of an image in a table leads to."""

import json

import pytest

from tests.catalogs.sources.conftest import outcomes
from tests.catalogs.sources.pair_tables import PNG, fill, save, tables

IMAGES = {
    "a.png": "row",
    "./img/../a.png": "row",
    "no.png": "file_missing",
    "img": "file_unreadable",
    "../outside.png": "path_outside",
    "img/../../outside.png": "path_outside",
    "..": "path_outside",
    "/etc/passwd": "path_outside",
    "empty.png": "file_empty",
    "large.png": "file_too_large",
    "": "image_missing",
    " ": "image_missing",
    "http://x/a.png": "image_not_local",
    "//x/a.png": "image_not_local",
    "file:///etc/passwd": "image_not_local",
    "data:image/png;base64,aGk=": "row",
    "data:,%00hi": "row",
    "data:;base64,a!!!": "image_broken",
    "a\0.png": "file_missing",
    "\ud800.png": "file_missing",
    "x" * 5000: "file_unreadable",
    "gif:a.png": "file_missing",
    "3": "file_missing",
}


@pytest.mark.parametrize("path", IMAGES, ids=ascii)
def test_an_image_is_a_file_below_the_input_or_a_data_uri_or_a_rejection(path, tmp_path, read):
    (tmp_path / "outside.png").write_bytes(b"secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.png").write_bytes(b"")
    (folder / "large.png").write_bytes(b"x" * 101)
    lines = "".join(json.dumps({"image": image, "text": "x"}) + "\n" for image in (path, "a.png"))
    save(folder, "t.jsonl", lines)
    rows = read(tables(folder, max_file_bytes=100))
    assert outcomes(rows) == [IMAGES[path], "row"]
    assert outcomes(read(tables(folder / "t.jsonl", max_file_bytes=100))) == [IMAGES[path], "row"]


def test_an_image_of_the_limit_is_a_row(tmp_path, read):
    (tmp_path / "c.png").write_bytes(b"x" * (3 << 20))
    save(tmp_path, "t.csv", "image,text\nc.png,x\n")
    assert outcomes(read(tables(tmp_path, max_file_bytes=3 << 20))) == ["row"]
    assert outcomes(read(tables(tmp_path, max_file_bytes=(3 << 20) - 1))) == ["file_too_large"]


def test_a_path_begins_at_the_folder_of_the_table_and_else_at_that_of_the_input(tmp_path, read):
    fill(tmp_path)
    (tmp_path / "img" / "a.png").write_bytes(b"nearer")
    (tmp_path / "img" / "t.csv").write_text(
        "image,text\na.png,1\nimg/b.png,2\n../a.png,3\n../../a.png,4\n/a.png,5\n"
    )
    rows = read(tables(tmp_path))
    assert [getattr(row, "content", None) for row in rows[:3]] == [
        b"nearer",
        PNG + b"img/b.png",
        PNG + b"a.png",
    ]
    assert outcomes(rows) == ["row", "row", "row", "path_outside", "path_outside"]
    below = ["row", "file_missing", "path_outside", "path_outside", "path_outside"]
    assert outcomes(read(tables(tmp_path / "img"))) == outcomes(read(tables(tmp_path / "img/t.csv"))) == below
    assert outcomes(read(tables(f"{tmp_path}/im*/t.csv"))) == outcomes(rows)


def test_an_absolute_path_below_the_own_folder_is_followed_and_no_other(tmp_path, read):
    (tmp_path / "own").mkdir()
    fill(tmp_path)
    table = f"path,text\n{tmp_path}/own/a.png,x\n{tmp_path}/a.png,y\n{tmp_path}/own/../a.png,z\n"
    rows = read(save(tmp_path / "own", "t.csv", table))
    assert [getattr(row, "reason", "row") for row in rows] == ["row", "path_outside", "path_outside"]


def test_paths_may_begin_at_a_folder_that_the_user_names(tmp_path, read):
    fill(tmp_path / "images")
    (tmp_path / "secret.png").write_bytes(b"secret")
    lines = f"image,text\na.png,x\n{tmp_path}/images/img/b.png,y\n../secret.png,z\n"
    rows = read(save(tmp_path / "tables", "t.csv", lines, image_folder=f"{tmp_path}/images"))
    assert outcomes(rows) == ["row", "row", "path_outside"]
    assert rows[0].uri == f"{tmp_path}/images/a.png"


def test_a_path_of_windows_is_read_and_leads_nowhere_else(tmp_path, read):
    lines = "image,text\nimg\\b.png,x\n..\\..\\secret.png,y\nC:\\img\\b.png,z\n"
    rows = read(save(tmp_path / "in", "t.csv", lines))
    assert outcomes(rows) == ["row", "file_missing", "file_missing"]
    assert rows[0].content == PNG + b"img/b.png"
