"""Build the page: one HTML file with its data, images, style and script inside; it fetches nothing.

Text of the corpus is taken for hostile. It enters the page as JSON in a block no browser executes, the script
rebuilds answers element by element from a list of harmless ones, and a Content-Security-Policy allows this
script and this style by their hashes, images out of the page itself, and no connection.
"""

import base64
import json
import re
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from importlib.resources import files

import duckdb

from vlcorpus.catalogs.browse.cards import rejection_card, sample_card
from vlcorpus.catalogs.browse.images import Album
from vlcorpus.catalogs.browse.selection import (
    REJECT_FACETS,
    SAMPLE_FACETS,
    Place,
    RowType,
    Wanted,
    choose_rejects,
    choose_samples,
    facet_counts,
    prompt_texts,
    read_rows,
)
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.public_text import public
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample

MAX_PAGE_BYTES = 64 << 20  # opens in about a second and still fits a mail server's idea of a file
_STYLES = ("page", "answer")
_SCRIPTS = (  # each stands on those before it
    "dom",
    "answer_html",
    "answer_latex",
    "answer_markdown",
    "answer",
    "boxes",
    "layout",
    "image_pane",
    "provenance",
    "text_pane",
    "detail",
    "gallery",
    "page",
)


def build_page(
    outputs: list[str],
    *,
    query: str | None = None,
    domain: str | None = None,
    task: str | None = None,
    reason: str | None = None,
    limit: int = 100,
    max_bytes: int = MAX_PAGE_BYTES,
    media_roots: Iterable[str] = (),
) -> str:
    """Return the HTML page of at most `limit` samples and `limit` rejections of the corpora at `outputs`.

    `domain` and `task` choose samples, `reason` chooses rejections; when only one kind is
    named the other is not shown.
    Images stop at `max_bytes`; those that rows name by path lie in the corpora, their inputs or
    `media_roots`. Raises ConfigError when nothing is chosen, or when `query` is not valid.
    """
    if limit < 1:
        raise ConfigError(f"limit = {limit}: a page shows at least one row")
    request = Wanted(query=query, domain=domain, task=task, reason=reason, limit=limit)
    views = connect(outputs)
    samples, rejects = choose_samples(views, request), choose_rejects(views, request)
    totals = _totals(views)
    if not samples and not rejects:
        raise ConfigError(_nothing_chosen(outputs, request, totals))
    album = Album(budget_bytes=max_bytes)
    roots = MediaRoots.of(outputs, media_roots)
    cards = [
        *_cards(samples, Sample, partial(sample_card, album=album, roots=roots)),
        *_cards(rejects, Rejection, partial(rejection_card, album=album, roots=roots)),
    ]
    page = {
        "outputs": public(outputs),
        "request": public(str(request)),
        "totals": totals,
        "rows": cards,
        "prompts": prompt_texts(views, {card["prompt_sha256"] for card in cards if "prompt_sha256" in card}),
        "images_left_out": album.left_out,
        "max_bytes": max_bytes,
    }
    return _assemble(page, album.encoded)


def _totals(views: duckdb.DuckDBPyConnection) -> dict:
    totals = {}
    for kind, view, facets in (("sample", "samples", SAMPLE_FACETS), ("reject", "rejects", REJECT_FACETS)):
        rows, counts = facet_counts(views, view, facets)
        totals[kind] = {"rows": rows, "facets": counts}
    return totals


def _cards(
    places: list[Place],
    row_type: type[RowType],
    to_card: Callable[[RowType, Place], dict],
) -> list[dict]:
    cards: list[dict] = [{}] * len(places)
    for index, row in read_rows(places, row_type):
        cards[index] = to_card(row, places[index])
    return cards


def _nothing_chosen(outputs: list[str], request: Wanted, totals: dict) -> str:
    there = "; ".join(
        f"{kind}s by {facet}: "
        + (", ".join(f"{value} ({n:,})" for value, n in list(counts.items())[:12]) or "none")
        for kind, facet in (("sample", "domain"), ("sample", "task"), ("reject", "reason"))
        for counts in [totals[kind]["facets"][facet]]
    )
    return f"no row of {', '.join(outputs)} matches {request}. There are {there}."


def _assemble(page: dict, images: list[str]) -> str:
    style = "\n".join(_asset(f"{name}.css") for name in _STYLES)
    script = '"use strict";\n(() => {\n' + "\n".join(_asset(f"{name}.js") for name in _SCRIPTS) + "})();\n"
    parts = {
        "policy": (
            f"default-src 'none'; script-src '{_source_hash(script)}'; style-src '{_source_hash(style)}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        ),
        "style": style,
        "script": script,
        "data": _inert_json(page),
        "images": "".join(
            f'<script type="text/plain" id="image-{number}">{jpeg}</script>\n'
            for number, jpeg in enumerate(images)
        ),
    }
    return re.sub(r"@@(\w+)@@", lambda match: parts[match[1]], _asset("page.html"))


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _inert_json(value: dict) -> str:
    """Return JSON that ends no script element: `<` stands only in strings, where `\\u003c` means the same."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _source_hash(content: str) -> str:
    return "sha256-" + base64.b64encode(sha256(content.encode()).digest()).decode()
