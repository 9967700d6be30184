"""Every pipeline, or the one named, on small inputs drawn here, from nothing to a page to look at.

`python -m vlcorpus.pipelines.cli.demo FOLDER [DOMAIN …]`. It opens no network.
"""

import sys
from pathlib import Path
from shlex import quote

from vlcorpus.pipelines.cli.main import cli, told_errors
from vlcorpus.pipelines.domains import DOMAINS, find_domain
from vlcorpus.schemas.errors import FingerprintMismatch, InputsChanged
from vlcorpus.schemas.needs import REPORTLAB, require

GENERATED_ROWS = 60


def main(folder: str, *names: str) -> None:
    require([REPORTLAB], by="the demo")
    for name in names or DOMAINS:
        show(name, Path(folder))


def show(name: str, root: Path) -> None:
    """Draw inputs of a domain, make a corpus of them, count it, draw its pages, prove it.

    Raises FingerprintMismatch or InputsChanged where another version made a corpus there.
    """
    domain = find_domain(name)
    output = ["--output", str(root / name)]
    if domain.is_generated:
        given = ["--rows", str(GENERATED_ROWS)]
    else:
        drawn = root / "inputs" / name
        domain.draw_demo()(drawn)
        given = ["--input", str(drawn)]
    commands = [
        ["run", name, *given, *output, "--source", "demo", "--license", "CC0-1.0"],
        ["stats", *output],
        ["sql", *output, "--name", "reject-reasons"],
        ["browse", *output, "--to", str(root / f"{name}.html")],
        *([page, *output, "--to", str(root / f"{page}.html")] for page in domain.pages),
        ["verify", *output],
    ]
    for arguments in commands:
        print(f"\n$ vlcorpus {' '.join(arguments)}", flush=True)
        try:
            cli(arguments, standalone_mode=False)
        except (FingerprintMismatch, InputsChanged) as error:
            raise type(error)(
                f"{error}\nThis is the demo of another version. Delete it (rm -r {quote(str(root))}) and run "
                "`make demo` again, or name another folder: python -m vlcorpus.pipelines.cli.demo FOLDER"
            ) from error


if __name__ == "__main__":
    with told_errors():
        main(*sys.argv[1:])
