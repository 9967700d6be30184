"""What became of each page of a run: kept with its answer, or rejected with its reason."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from vlcorpus.catalogs.corpus import open_corpus

# No text is printed on these, or none that their text layer says: other stages and engines are for them.
NO_TEXT = frozenset({
    "page_empty",
    "page_scanned",
    "page_too_small",
    "text_invisible",
    "text_too_short",
})  # fmt: skip
_KEPT = """
    select split_part(source_key, '#', 1), json_extract(meta, '$.page')::int, task,
           messages[len(messages)].content[1].text, json_extract_string(meta, '$.document_type')
    from samples where task like 'doc_%'
"""
_REJECTED = """
    select split_part(source_key, '#', 1), regexp_extract(source_key, '#page=(\\d+)$', 1), reason
    from rejects where source_key not like '%format=%'
"""


class Page(NamedTuple):
    file: str
    number: int  # from 1; 0: the whole file was rejected
    reason: str | None  # None: it was kept
    html: str = ""
    markdown: str = ""
    document_type: str = ""  # what the pipeline takes the document for; empty: the page was rejected

    @property
    def kept(self) -> bool:
        return self.reason is None

    @property
    def of_text(self) -> bool:
        return self.number > 0 and self.reason not in NO_TEXT


def run(inputs: Iterable[Path], output: Path, settings: Iterable[str]) -> None:
    """Run the domain over the inputs as a user does."""
    command = [sys.executable, "-m", "vlcorpus.pipelines.cli.main", "run", "documents"]
    command += [word for path in inputs for word in ("--input", str(path))]
    command += ["--output", str(output), "--source", "wild", "--license", "LicenseRef-mixed"]
    command += [word for setting in settings for word in ("--set", setting)]
    subprocess.run(command, check=True)


def pages(output: Path) -> list[Page]:
    """Return the pages of a run, in the order of files and numbers."""
    found: dict[tuple[str, int], Page] = {}
    with open_corpus(str(output)).connection() as connection:
        for file, number, reason in connection.execute(_REJECTED).fetchall():
            key = (file, int(number or 0))
            found[key] = Page(*key, reason)
        for file, number, task, answer, kind in connection.execute(_KEPT).fetchall():
            page = found.get((file, number), Page(file, number, None, document_type=kind))
            field = "html" if task == "doc_html" else "markdown"
            found[file, number] = page._replace(**{field: answer})
    return [found[key] for key in sorted(found)]
