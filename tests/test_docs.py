"""The pages in docs/: what the code cites is there, links lead somewhere, generated parts are up to date."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from docs.generate.markers import fill, parts
from docs.generate.pages import MAKERS, outdated
from vlcorpus.pipelines.cli.config_page import config_keys
from vlcorpus.pipelines.cli.main import cli
from vlcorpus.pipelines.domains import DOMAINS

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
CITING = {".py", ".yaml", ".yml", ".sql", ".js", ".css", ".html", ".md", ".toml"}
# `docs/formats.md §5.3`, then perhaps `, §8.1`: the first section is cited, the others name it no more.
CITATION = re.compile(r"(docs/[\w/-]+\.md)((?:,? §[\d.]*\d(?:-\d+)?(?: \([\w ]+\))?)*)")
SECTION = re.compile(r"§([\d.]*\d)(?:-(\d+))?")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(`{3,}).*?^\1`*$", re.M | re.S)


def sources() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split() if Path(name).suffix in CITING]


def numbers(page: str) -> set[str]:
    """Return the numbers of the sections of a page: `5`, `5.3`."""
    return set(re.findall(r"^#{2,4} ([\d.]*\d)\.? ", (ROOT / page).read_text("utf-8"), re.M))


def citations(text: str) -> list[tuple[str, str]]:
    """Return each page cited in `text`, with each section named behind it."""
    found = []
    for page, sections in CITATION.findall(text):
        for first, last in SECTION.findall(sections) or [("", "")]:
            upto = range(int(first), int(last) + 1) if last else [first]
            found += [(page, str(number)) for number in upto]
    return found


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#{1,6} (.+)$", FENCE.sub("", page.read_text("utf-8")), re.M)
    plain = (re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads)
    return set(plain)


def test_nothing_cites_what_is_not_in_the_repository():
    outside = re.compile(r"(?<![\w/])(?:\.\./shared/)?(?:reference|design)/\w+(?:-\w+)*\.md")
    here = Path(__file__)
    found = {
        path: hits
        for path in sources()
        if path != here and (hits := outside.findall(path.read_text("utf-8")))
    }
    assert found == {}


def test_every_cited_page_and_section_is_there():
    cited = {(page, number) for path in sources() for page, number in citations(path.read_text("utf-8"))}
    assert ("docs/formats.md", "5.3") in cited
    missing = [page for page, _ in cited if not (ROOT / page).exists()]
    assert missing == []
    assert [f"{page} §{number}" for page, number in cited if number and number not in numbers(page)] == []


def test_citations_are_found_one_by_one():
    text = (
        "Source: docs/formats.md §2 (template), §8.1 (timestamps); docs/report.md. docs/formats.md §0-2, §13."
    )
    page = "docs/formats.md"
    assert citations(text) == [
        *[(page, "2"), (page, "8.1"), ("docs/report.md", "")],
        *[(page, "0"), (page, "1"), (page, "2"), (page, "13")],
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    text = FENCE.sub("", page.read_text("utf-8"))
    broken = []
    for target in (first or second for first, second in LINK.findall(text)):
        if re.match(r"\w+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


def test_generated_parts_are_up_to_date():
    stale = [str(page.relative_to(ROOT)) for page in outdated()]
    assert stale == [], "`make docs` writes them"


def test_every_marker_is_understood():
    for page in PAGES:
        text = FENCE.sub("", page.read_text("utf-8"))
        assert len(parts(text)) == text.count("<!-- generated") == text.count("<!-- end -->"), page


def test_every_maker_is_of_use():
    made = {name.split()[0] for page in PAGES for name in parts(page.read_text("utf-8"))}
    assert made == set(MAKERS)


def test_a_part_is_made_anew_and_the_rest_stays():
    page = "before\n<!-- generated: a b -->\nold\n<!-- end -->\nafter <!-- end -->"
    made = "before\n<!-- generated: a b -->\n\nA B\n\n<!-- end -->\nafter <!-- end -->"
    assert fill(page, str.upper) == made
    assert fill(made, str.upper) == made
    assert parts(page) == ["a b"]


def test_a_part_in_a_fence_is_an_example():
    page = "```markdown\n<!-- generated: a b -->\n<!-- end -->\n```\n"
    assert fill(page, str.upper) == page
    assert parts(page) == []


def test_the_readme_is_short_and_shows_the_page():
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.split()) <= 900
    assert "](docs/images/browse.png)" in text


@pytest.mark.parametrize("image", sorted((ROOT / "docs/images").iterdir()), ids=lambda image: image.name)
def test_an_image_is_shown_somewhere_and_is_small(image):
    shown = [page for page in PAGES if f"images/{image.name})" in page.read_text("utf-8")]
    assert shown
    assert image.stat().st_size < 150_000


def test_every_test_that_a_page_names_is_there():
    named = {
        found
        for page in PAGES
        for found in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page.read_text("utf-8"))
    }
    assert len(named) > 20
    missing = [
        f"{file}::{name}"
        for file, name in sorted(named)
        if not (ROOT / file).exists() or f"\ndef {name}(" not in (ROOT / file).read_text("utf-8")
    ]
    assert missing == []


def test_every_domain_has_a_page_with_its_configuration_and_its_reasons():
    for domain in DOMAINS:
        page = ROOT / f"docs/domains/{domain}.md"
        assert {f"config {domain}", f"reasons {domain}"} <= set(parts(page.read_text("utf-8")))


def test_every_command_that_a_page_names_is_there_and_the_operations_list_them_all():
    called = re.compile(r"(?:`|^)(?:\.venv/bin/)?vlcorpus ([a-z]+)", re.M)
    named = {name for page in PAGES for name in called.findall(page.read_text("utf-8"))}
    assert named <= set(cli.commands)
    listed = re.findall(r"^\| `vlcorpus ([a-z]+)", (ROOT / "docs/operations.md").read_text("utf-8"), re.M)
    assert sorted(listed) == sorted(cli.commands)


def test_every_key_that_a_page_sets_is_there():
    keys = {key.name for domain in DOMAINS.values() for key in config_keys(domain.config_type())}
    for page in PAGES:
        set_there = re.findall(r"--set ([a-z_.]+)=", page.read_text("utf-8"))
        assert set(set_there) - {"key", "part.key"} <= keys, page


def test_every_column_of_the_schema_has_a_meaning():
    text = (ROOT / "docs/schema.md").read_text("utf-8")
    assert re.findall(r"^\| `.*\|  \|$", text, re.M) == []


def test_every_extra_is_told():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    section = (ROOT / "docs/operations.md").read_text("utf-8").partition("## Packages")[2]
    rows = re.findall(r"^\| (`.*?`) \|", section, re.M)
    assert sorted(re.findall(r"`([\w-]+)`", " ".join(rows))) == sorted(extras)
