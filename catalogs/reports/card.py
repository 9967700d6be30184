"""A domain's data card: one self-contained HTML page, and the same as a Hugging Face `README.md`.

Headings: "Datasheets for Datasets" (Gebru et al., 2021). Counts are SQL, the rest is `datasheet.yaml`.
"""

import re
from collections.abc import Iterator

import yaml
from markupsafe import Markup, escape

from vlcorpus.catalogs.query.quantities import human_bytes, human_number
from vlcorpus.catalogs.reports.charts import bars, histogram
from vlcorpus.catalogs.reports.datasheet import words_of
from vlcorpus.catalogs.reports.facts import DomainFacts, Grid, target_rows
from vlcorpus.catalogs.reports.licences import NONE, hub_licence, in_other_words
from vlcorpus.catalogs.reports.pages import template

# Which tables stand under which heading of the datasheet.
_SECTIONS = {
    "Motivation": ("motivation", ()),
    "Composition": ("", ("tasks", "lengths", "languages", "label-sources")),
    "Collection process": ("", ("sources",)),
    "Preprocessing, cleaning, labeling": ("preprocessing", ("acceptance", "reject-reasons")),
    "Uses": ("uses", ("targets",)),
    "Distribution": ("distribution", ("licences",)),
    "Maintenance": ("maintenance", ("runs", "throughput")),
}
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"),
          (10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"), (1_000_000_000, "100M<n<1B"))  # fmt: skip


def html_card(facts: DomainFacts) -> str:
    """Return the page. It asks the network for nothing."""
    return template("card.html", shown=shown, prose=prose).render(
        facts=facts,
        title=words_of(facts.domain)["title"],
        tiles=list(_tiles(facts)),
        sections=[
            (
                heading,
                words_of(facts.domain).get(words, ""),
                [(grid, _chart(name, grid)) for name, grid in _grids(facts, names)],
            )
            for heading, (words, names) in _SECTIONS.items()
        ],
        limits=list(limits(facts)),
    )


def markdown_card(facts: DomainFacts) -> str:
    """Return the page as Markdown: YAML front matter as the Hugging Face Hub has it, then the datasheet.

    Where its data lie says the card at the root of the output: catalogs/reports/data_card.py.
    """
    lines = [
        "---",
        yaml.safe_dump(_front_matter(facts), sort_keys=False, allow_unicode=True).rstrip(),
        "---",
        "",
    ]
    lines += [
        f"# {words_of(facts.domain)['title']}",
        "",
        f"As of {facts.as_of or 'now'}; `index.html` beside it has charts.",
    ]
    lines += ["", *(f"- {label}: **{value}**" for label, value in _tiles(facts))]
    for heading, (words, names) in _SECTIONS.items():
        lines += ["", f"## {heading}"]
        if text := words_of(facts.domain).get(words):
            lines += ["", text]
        for _, grid in _grids(facts, names):
            lines += ["", f"### {grid.title}", "", grid.note, "", *_markdown_table(grid)]
    for sheet in facts.sheets:
        lines += ["", f"### {sheet.title}", "", f"![{sheet.title}]({sheet.file_name})"]
    lines += ["", "## Known limits", "", *(f"- {limit}" for limit in limits(facts)), ""]
    return "\n".join(lines)


def limits(facts: DomainFacts) -> Iterator[str]:
    """Yield what a user of the data must know: counted facts first, then the domain's own."""
    samples = facts.totals["samples"]
    if not samples:
        yield "It holds no samples yet."
        return
    if kept := samples - facts.totals["trainable"]:
        yield (
            f"{kept:,} of {samples:,} samples are not trainable: no model, no construction and no person "
            "vouches for their answers. They are kept to be looked at or to be rewritten."
        )
    unlicensed = sum(n for name, n, *_ in facts.grids["licences"].rows if name == NONE)
    if unlicensed:
        yield f"{unlicensed:,} of {samples:,} samples carry no licence and cannot enter a mixture."
    if told := in_other_words(facts.grids["licences"].rows):
        yield told
    unknown = sum(n for name, n, _ in facts.grids["languages"].rows if name == "und")
    if unknown:
        yield f"The language of {unknown:,} of {samples:,} samples could not be told."
    by_source: dict[str, int] = {}
    for label_source, _, _, n in facts.grids["label-sources"].rows:
        by_source[label_source] = by_source.get(label_source, 0) + n
    made = ", ".join(f"{100 * n / samples:.3g} % {name}" for name, n in by_source.items())
    yield f"No answer was checked by a person unless its label source is human. Label sources: {made}."
    if any(name.startswith("estimate") for name in facts.tokenizers):
        how = ", ".join(facts.tokenizers)
        yield f"Text tokens are estimated ({how}), not counted by the model's own tokenizer."
    yield from words_of(facts.domain)["limits"]


def shown(value: object) -> str:
    """Return a cell as people read it."""
    if value is None:
        return "–"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,}" if isinstance(value, int) else f"{value:,.6g}"
    return str(value)


def prose(text: str) -> Markup:
    """Return text as HTML, with what stands between backticks as code."""
    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 what is put in was escaped


def binary_number(value: int) -> str:
    """Return 512, 1k, 2k …: a bin of doubling lengths by its start."""
    return f"{value}" if value < 1024 else f"{value // 1024}k"


def _tiles(facts: DomainFacts) -> Iterator[tuple[str, str]]:
    totals = facts.totals
    yield "samples", f"{totals['samples']:,}"
    yield "trainable", f"{totals['trainable']:,}"
    yield "inputs", f"{totals['inputs']:,}"
    yield "images", f"{totals['images']:,}"
    yield "tokens", human_number(totals["tokens"])
    share = totals["vision_tokens"] / totals["tokens"] if totals["tokens"] else 0
    yield "vision tokens", f"{100 * share:.0f} %"
    yield "rejects", f"{facts.n_rejects:,}"
    yield "on disk", human_bytes(facts.n_bytes)


def _grids(facts: DomainFacts, names: tuple[str, ...]) -> Iterator[tuple[str, Grid]]:
    for name in names:
        grid = facts.grids[name] if name in facts.grids else _targets(facts)
        if grid.rows:
            yield name, grid


def _targets(facts: DomainFacts) -> Grid:
    return Grid(
        "Of the report's quantities",
        "What the Qwen3-VL report (or the one before it) states, times the scale aimed at, and what is here.",
        ["requirement", "what", "held", "wanted", "percent"],
        list(target_rows(facts)),
    )


def _chart(name: str, grid: Grid) -> str:
    """Return the chart of a table, or nothing where numbers say it better."""

    def named(label: str, value: str) -> list[tuple[str, float]]:
        return [
            (str(key), number or 0)
            for key, number in zip(grid.column(label), grid.column(value), strict=True)
        ]

    match name:
        case "lengths":
            bins = [
                (binary_number(tokens), n)
                for tokens, n in zip(*map(grid.column, ("tokens", "samples")), strict=True)
            ]
            return histogram(bins, label=grid.title)
        case "languages":
            return bars(named("language", "samples"), label=grid.title)
        case "licences":
            return bars(named("licence", "samples"), label=grid.title)
        case "acceptance":
            return bars(named("stage", "accepted_percent"), unit=" %", full=100, label=grid.title)
        case "reject-reasons":
            return bars([(f"{_short(stage)}: {why}", n) for stage, why, n, _ in grid.rows], label=grid.title)
        case "label-sources":
            return bars([(" · ".join(filter(None, who)), n) for *who, n in grid.rows], label=grid.title)
    return ""


def _short(stage: str) -> str:
    """Return a stage without its filters: the reason tells which one it was."""
    return stage.split("(")[0]


def _front_matter(facts: DomainFacts) -> dict:
    licences = [name for name, *_, spdx in facts.grids["licences"].rows if spdx == "yes"]
    if any(spdx == "no" for spdx in facts.grids["licences"].column("spdx")):
        licences.append("others in the rows' own words")
    hub = hub_licence(licences)
    languages = [code for code in facts.grids["languages"].column("language") if code != "und"]
    samples = facts.totals["samples"]
    front = {"pretty_name": words_of(facts.domain)["title"], "license": hub}
    if hub == "other":
        front["license_name"] = ", ".join(licences) or "none declared"
    if languages:
        front["language"] = languages
    return front | {
        "task_categories": ["image-text-to-text"],
        "tags": ["vlcorpus", "qwen3-vl", facts.domain],
        "size_categories": [next((size for limit, size in _SIZES if samples < limit), "n>1T")],
    }


def _markdown_table(grid: Grid) -> Iterator[str]:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    yield line(grid.columns)
    yield line(["---"] * len(grid.columns))
    yield from (line([shown(value) for value in row]) for row in grid.rows)
