"""Write a page where the user wants it."""

from pathlib import Path

from vlcorpus.pipelines.cli.terminal import say
from vlcorpus.schemas.errors import EnvironmentFailure


def write_page(file: Path, page: str) -> None:
    """Write the HTML and say where it is. Raises EnvironmentFailure where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise EnvironmentFailure(
            f"{file}: cannot be written: {error.strerror}. Name another file with --to."
        ) from error
    say(f"{file} ({len(page) / 1e6:.1f} MB): open it in a browser")
