"""The command line, `vlcorpus`: commands that make a corpus (making.py), and that look at one (looking.py).

Exit codes are those of schemas/errors.py; 130 after Ctrl-C, 143 after SIGTERM. Everything heavy is imported
inside the command that needs it, so that `vlcorpus --help` and small runs start at once.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from vlcorpus.pipelines.cli.looking import browse, cache, clean, clusters, export, sql, stats, status, verify
from vlcorpus.pipelines.cli.making import config, list_pipelines, plan, preview, run, submit
from vlcorpus.pipelines.cli.repairing import repair
from vlcorpus.pipelines.cli.terminal import PublicFormatter, say
from vlcorpus.pipelines.runtime.termination import Terminated
from vlcorpus.schemas.errors import EnvironmentFailure, VlcorpusError

INTERRUPTED = 130
TERMINATED = 143
log = logging.getLogger("vlcorpus.cli")
MAKING = (list_pipelines, config, plan, preview, run, submit)
LOOKING = (status, verify, sql, stats, browse, clusters, export, cache, repair, clean)


def main() -> None:
    """Run the command line; print an error of ours as one message, without a traceback."""
    # Before NumPy is imported. Products here are small: two threads spin for twice the CPU and no less time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    handler = logging.StreamHandler()
    handler.setFormatter(PublicFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    with told_errors():
        cli(standalone_mode=False)


@contextmanager
def told_errors() -> Iterator[None]:
    """End the process with the exit code of an error of ours, after its message."""
    try:
        yield
    except VlcorpusError as error:
        say(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        log.debug("where it happened", exc_info=True)
        where = f"{error.filename}: {error.strerror}" if error.filename and error.strerror else error
        say(f"error: {where}. Name a place that can be read and written, or mend it.", err=True)
        sys.exit(EnvironmentFailure.exit_code)
    except Terminated:
        say("stopped by SIGTERM; run the same command again to go on", err=True)
        sys.exit(TERMINATED)
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; run the same command again to go on", err=True)
        sys.exit(INTERRUPTED)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="vlcorpus")
@click.option(
    "--verbose", "-v", "level", flag_value="INFO", help="Log a line per partition, and what is listed."
)
@click.option("--quiet", "-q", "level", flag_value="ERROR", help="Neither progress nor warnings.")
@click.option(
    "--log-level", type=click.Choice(["DEBUG", "INFO", "WARNING", "ERROR"]), help="Default: WARNING."
)
def cli(level: str | None, log_level: str | None) -> None:
    """Make the multimodal training corpus of the Qwen3-VL report, and look at it."""
    if chosen := level or log_level:
        logging.getLogger("vlcorpus").setLevel(chosen)


for command in (*MAKING, *LOOKING):
    cli.add_command(command)

if __name__ == "__main__":
    main()
