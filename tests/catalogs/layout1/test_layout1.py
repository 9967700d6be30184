"""Corpora that the first release made, in table layout 1: they can be read, and are not written into.

`corpora.tar.xz` holds `documents` and `captions`, made of inputs of the demo by the code of commit 75bb8fc.
"""

import re
import tarfile
from pathlib import Path

import pytest

from tests.e2e.test_documents import vlcorpus
from vlcorpus.catalogs.browse.page import build_page
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.export.write import export
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports.clusters_page import build_clusters_page
from vlcorpus.catalogs.tables.output import tables_under
from vlcorpus.pipelines.domains import find_domain
from vlcorpus.schemas.sample import Sample

N_SAMPLES = {"documents": 4, "captions": 3}


@pytest.fixture(scope="module")
def corpora(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("layout1")
    with tarfile.open(Path(__file__).with_name("corpora.tar.xz")) as tar:
        tar.extractall(folder, filter="data")
    return folder


@pytest.fixture(params=N_SAMPLES)
def domain(request) -> str:
    return request.param


def test_sql_reads_them(corpora, domain):
    connection = connect([str(corpora / domain)])
    assert connection.sql("select count(*) from samples").fetchall() == [(N_SAMPLES[domain],)]
    assert connection.sql("select count(*) > 0 from stages where rows_in > 0").fetchall() == [(True,)]


def test_verify_reads_them(corpora, domain):
    report = verify([str(corpora / domain)], deep=True)
    assert report.ok, report.text()


def test_every_row_of_every_table_reads_as_its_type(corpora, domain):
    n_rows = {table.name: sum(1 for _ in table.rows(0)) for table in tables_under(str(corpora / domain))}
    assert n_rows["samples"] == N_SAMPLES[domain]
    assert all(isinstance(row, Sample) for row in tables_under(str(corpora / domain / "samples"))[0].rows(0))


def test_the_browse_page_shows_them(corpora, domain):
    assert build_page([str(corpora / domain)]).count("data:image") >= 1


def test_export_writes_them(corpora, tmp_path):
    assert export([str(corpora / "documents")], str(tmp_path), "qwen")["samples"] == 4


def test_the_page_of_clusters_shows_them(corpora):
    page = build_clusters_page(str(corpora / "captions"))
    assert "There is no table" not in page
    assert "Cluster 0" in page


def test_stats_and_status_count_them(corpora, domain):
    assert "samples" in vlcorpus("status", "-o", corpora / domain)
    assert domain in vlcorpus("stats", "-o", corpora / domain, "--to", corpora / "cards")


def test_a_run_refuses_to_write_into_them(corpora, domain, tmp_path):
    find_domain(domain).draw_demo()(tmp_path)
    before = sorted(path for path in corpora.rglob("*.parquet"))
    run = ("run", domain, "-i", tmp_path, "-o", corpora / domain, "--license", "CC0-1.0")
    assert re.search("earlier version.*can be read.*another --output", vlcorpus(*run, exit_code=3))
    assert sorted(path for path in corpora.rglob("*.parquet")) == before
