"""The page of visual clusters shows what is there, says what is missing, is not fooled by hostile text."""

import re

import pytest
from click.testing import CliRunner

from tests.catalogs.browse.chromium import headless_chromium
from tests.factories import png, write_corpus
from vlcorpus.catalogs.reports.clusters_page import SPARSE_SHOWN, THUMBNAIL_PX, build_clusters_page
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.pipelines.cli.main import cli
from vlcorpus.schemas.captions.caption import Caption, CaptionRow, ImageMeasures, Tier
from vlcorpus.schemas.clusters import ClusterRequest, Coverage, VisualCluster
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.sample import LabelSource

HOSTILE = "</p><script>alert(1)</script>"


def write_table(output, name: str, row_type: type, *partitions: list, n_partitions: int | None = None):
    table = TableStore(f"{output}/{name}")
    row = f"{row_type.__module__}:{row_type.__name__}"
    table.create(Manifest("captions", name, row, "f" * 64, {}, n_partitions or len(partitions)))
    for index, rows in enumerate(partitions):
        data = table.write_data(index, row_type, rows)
        table.commit(
            Commit(partition=index, run_id="r", fingerprint="f" * 64, data=data, rejects=None, stages=[])
        )


def image(key: str, text: str, content: bytes | None = None) -> CaptionRow:
    measures = ImageMeasures(
        sharpness=1,
        entropy_bits=1,
        contrast=1,
        border_fraction=0,
        banner_fraction=0,
        colors=["red"],
        top=None,
        bottom=None,
    )
    label = {"label_source": LabelSource.CLASSICAL, "engine": "test"}
    return CaptionRow.origin(
        "test",
        key,
        "CC0-1.0",
        content=content or png(400, 200, "red"),
        format="PNG",
        width_px=400,
        height_px=200,
        exif_applied=False,
        text="",
        lang="und",
        measures=measures,
        perceptual_hash=1,
        caption=Caption(text=text, tier=Tier.SHORT, lang="en", **label),
    )


IMAGES = [
    [image("a", "A red barn."), image("b", HOSTILE)],
    [image("c", "It does not open.", b"not an image"), image("d", "A gate.")],
]


def cluster(number: int, **changes) -> VisualCluster:
    values = {
        "cluster": number,
        "n_found": 120,
        "n": 100,
        "spread": 0.2,
        "isolation": 0.1,
        "density": 1.0,
        "sparse": False,
        "weight": 1.0,
        "budget": 0,
        "x": (number % 7) / 3.5 - 1,
        "y": (number // 7) / 5 - 1,
        "exemplars": [],
    }
    return VisualCluster(**(values | changes))


def thin(number: int, exemplars=(), positions=(), **changes) -> VisualCluster:
    values = {"n": 10, "n_found": 11, "isolation": 0.5, "density": 0.04, "weight": 4.0, "budget": 40}
    values |= {"sparse": True, "exemplars": list(exemplars), "positions": list(positions)}
    return cluster(number, **(values | changes))


def in_shard(partition: int, row: int) -> dict:
    return {"exemplars": [IMAGES[partition][row].id], "positions": [partition << 32 | row]}


CLUSTERS = [
    cluster(0, density=8.0, **in_shard(0, 0)),
    cluster(1, n=0, density=0.0),
    thin(2, [IMAGES[0][1].id, IMAGES[1][0].id], [1, 1 << 32]),
]
REQUEST = ClusterRequest(
    cluster=2, wanted=40, from_pool=15, views=2, missing=25, exemplars=[], captions=[], colors=["red"]
)
COVERAGE = [
    Coverage(subset="found", n=231, n_clusters=3, effective_clusters=2.1, vendi=17.25),
    Coverage(subset="kept", n=110, n_clusters=2, effective_clusters=1.9, vendi=16.5),
]


@pytest.fixture
def output(tmp_path) -> str:
    write_table(tmp_path, "captioned", CaptionRow, *IMAGES)
    write_table(tmp_path, "visual_clusters", VisualCluster, CLUSTERS)
    write_table(tmp_path, "visual_requests", ClusterRequest, [REQUEST])
    write_table(tmp_path, "visual_coverage", Coverage, COVERAGE)
    return str(tmp_path)


def words(page: str) -> str:
    """Return what a person reads."""
    body = page[page.index("<body>") :]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))


def test_a_sparse_cluster_has_its_numbers_images_and_captions(output):
    page = build_clusters_page(output)
    text = words(page)
    assert "Cluster 2 members 10 of 11 spread 0.200 isolation 0.500 density 0.04 weight 4.00" in text
    assert "wanted 40 from the pool 15 missing 25 more captions each 2" in text
    assert "It does not open." in text
    assert len(re.findall(r'<img src="data:image/jpeg;base64,', page)) == 2  # those of clusters 0 and 2
    assert "A gate." not in page  # no exemplar


def test_coverage_is_a_table_in_words(output):
    text = words(build_clusters_page(output))
    assert "as found 231 3 2.1 70 % 17.2" in text
    assert "after dedup of captions 110 2 1.9 63 % 16.5" in text


def test_the_map_has_a_circle_for_each_cluster(output):
    page = build_clusters_page(output)
    circles = re.findall(r'<circle[^>]*fill="#[^>]*><title>([^<]*)</title>', page)
    assert [title.split(":")[0] for title in circles] == ["Cluster 0", "Cluster 1", "Cluster 2"]
    assert "100 of 120 images stay, density 8, isolation 0.100" in circles[0]
    assert "sparse: 40 wanted" in circles[2]
    assert re.search(
        r'<a href="#cluster-2"><circle cx[^<]*<title>[^<]*</title></circle><circle class="ring"', page
    )
    assert '<circle class="empty"' in page


def test_hostile_text_stays_text_and_nothing_is_fetched(output):
    page = build_clusters_page(output)
    assert "<script" not in page
    assert "&lt;/p&gt;&lt;script&gt;alert(1)" in page
    assert set(re.findall(r"""(?:src|href)=["']([a-z]+:|/|#)""", page)) == {"data:", "#"}
    assert "default-src 'none'" in page


@pytest.mark.parametrize("missing", ["visual_requests", "visual_coverage", "captioned", "visual_clusters"])
def test_what_is_missing_is_said(output, missing):
    TableStore(f"{output}/{missing}").files.delete("")
    text = words(build_clusters_page(output))
    assert f"There is no table {missing}" in text
    assert ("Cluster 2 members" in text) == (missing != "visual_clusters")
    assert ("Effective clusters" in text) == (missing != "visual_coverage")


def test_a_table_that_is_half_done_is_said(tmp_path):
    write_table(tmp_path, "visual_clusters", VisualCluster, CLUSTERS, n_partitions=2)
    assert "visual_clusters is not finished: 1 of 2 partitions" in words(build_clusters_page(str(tmp_path)))


def test_a_corpus_without_images_has_a_page(tmp_path):
    for name, row_type in (
        ("visual_clusters", VisualCluster),
        ("visual_requests", ClusterRequest),
        ("visual_coverage", Coverage),
    ):
        write_table(tmp_path, name, row_type, [])
    assert "many, and where few" in words(build_clusters_page(str(tmp_path)))


def test_no_table_of_clusters_is_an_error_that_says_what_to_do(tmp_path):
    write_corpus(tmp_path, [])
    with pytest.raises(ConfigError, match=r"holds no table `visual_clusters`.*vlcorpus run captions"):
        build_clusters_page(str(tmp_path))


def test_exemplars_without_positions_and_of_another_run_are_left_out(tmp_path):
    write_table(tmp_path, "captioned", CaptionRow, *IMAGES)
    gone = thin(1, ["0" * 32] * 3, [0, 99, 7 << 32])
    write_table(tmp_path, "visual_clusters", VisualCluster, [thin(0, ["0" * 32]), gone])
    assert words(build_clusters_page(str(tmp_path))).count("No image of it stays") == 2


def test_more_sparse_clusters_than_have_images_are_a_table(tmp_path):
    write_table(
        tmp_path, "visual_clusters", VisualCluster, [thin(number) for number in range(SPARSE_SHOWN + 5)]
    )
    text = words(build_clusters_page(str(tmp_path)))
    assert text.count(" spread 0.200 ") == SPARSE_SHOWN
    assert "5 more, as a table" in text


@pytest.mark.parametrize("k", [1, 2, 5_000])
def test_circles_lie_inside_the_map(tmp_path, k):
    write_table(
        tmp_path, "visual_clusters", VisualCluster, [cluster(number, y=number / k) for number in range(k)]
    )
    page = build_clusters_page(str(tmp_path))
    _, _, width, height = map(float, re.search(r'class="map" viewBox="([^"]*)"', page)[1].split())
    circles = re.findall(r'<circle cx="([^"]*)" cy="([^"]*)" r="([^"]*)" fill="#dde1e6"><title>', page)
    assert len(circles) == k
    for x, y, radius in (map(float, circle) for circle in circles):
        assert radius <= x <= width - radius
        assert radius <= y <= height - radius


def test_thumbnails_are_small(output):
    import base64
    import io

    import PIL.Image

    found = re.findall(r"data:image/jpeg;base64,([^\"]*)", build_clusters_page(output))
    sizes = [PIL.Image.open(io.BytesIO(base64.b64decode(jpeg))).size for jpeg in found]
    assert sizes == [(THUMBNAIL_PX, THUMBNAIL_PX // 2)] * 2


def test_the_command_writes_the_page(output, tmp_path):
    file = tmp_path / "pages" / "clusters.html"
    result = CliRunner().invoke(cli, ["clusters", "-o", output, "--to", str(file)])
    assert (result.exit_code, "open it in a browser" in result.output) == (0, True)
    assert file.read_text(encoding="utf-8") == build_clusters_page(output)


@pytest.mark.browser
def test_a_browser_shows_it_without_a_complaint(output, tmp_path):
    page = tmp_path / "clusters.html"
    page.write_text(build_clusters_page(output), encoding="utf-8")
    with headless_chromium() as browser:
        browser.open(page.as_uri())
        assert browser.count(".map circle:not(.ring)") == 3
        wide = browser.run(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        assert not wide
        assert browser.run("return [...document.images].every(i => i.naturalWidth > 0)")
        assert browser.console() == []
