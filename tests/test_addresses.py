"""A domain is one name everywhere: whoever knows it knows where all that belongs to it lies."""

import re
from pathlib import Path

import pytest

from tests.test_imports import ROOT
from vlcorpus.pipelines.domains import DOMAINS

ADDRESSES = (
    "schemas/{}/__init__.py",
    "schemas/prompts/{}.yaml",
    "filters/{}/__init__.py",
    "stages/{}/__init__.py",
    "pipelines/{}/config.py",
    "pipelines/{}/pipeline.py",
    "docs/domains/{}.md",
    "tests/schemas/{}/__init__.py",
    "tests/filters/{}/__init__.py",
    "tests/stages/{}/__init__.py",
    "tests/pipelines/{}/__init__.py",
)
# Folders that are no domain: crafts and formats that domains share, and rows of former layouts.
SHARED = {
    "schemas": {"former", "qwenvl", "scenes"},
    "filters": set(),
    "stages": {
        "clusters",
        "dedup",
        "embed",
        "generate",
        "inference",
        "language",
        "media",
        "ocr",
        "render",
        "verify",
    },
    "pipelines": {"cli", "runtime", "steps"},
}


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_all_that_belongs_to_a_domain_lies_under_its_name(domain, address):
    assert (ROOT / address.format(domain)).is_file()


@pytest.mark.parametrize("layer", SHARED)
def test_a_folder_is_a_domain_or_shared_by_domains(layer):
    folders = {path.parent.name for path in (ROOT / layer).glob("*/__init__.py")}
    assert folders == SHARED[layer] | set(DOMAINS)


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_is_made_of_what_lies_there(domain):
    listed = DOMAINS[domain]
    assert listed.config.startswith(f"vlcorpus.pipelines.{domain}.config:")
    assert listed.build.startswith(f"vlcorpus.pipelines.{domain}.pipeline:")
    if not listed.is_generated:  # what has no input needs none that is drawn
        assert (listed.demo or "").startswith(f"vlcorpus.pipelines.{domain}.demo:")


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_has_a_target_that_says_what_it_makes(domain):
    makefile = Path(ROOT, "Makefile").read_text("utf-8")
    assert re.search(rf"^{domain}:.* ## \S", makefile, re.M)
    assert re.search(rf"^{domain}: DOMAIN = {domain}$", makefile, re.M)


def test_pages_and_prompts_are_of_domains_that_there_are():
    for folder, ending in (("docs/domains", "md"), ("schemas/prompts", "yaml")):
        assert {path.stem for path in (ROOT / folder).glob(f"*.{ending}")} == set(DOMAINS)
