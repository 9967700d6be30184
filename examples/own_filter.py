"""Keep only some samples of a corpus, by a rule of your own, in a corpus of its own with its rejects.

`python examples/own_filter.py out/demo/documents out/long-answers 200`. What a filter needs to be part of a
domain, and a domain to be found by `vlcorpus run`, stands in docs/contributing.md.
"""

import sys

import vlcorpus
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.keep import Keep, bind


def answer_too_short(sample: Sample, *, min_chars: int) -> str | None:
    """A filter is a pure function of a row: it answers with a reason to reject, or None."""
    n_chars = sum(len(part.text or "") for part in sample.messages[-1].content)
    return "answer_too_short" if n_chars < min_chars else None


def main(corpus: str, output: str, min_chars: int) -> None:
    (table,) = vlcorpus.open_corpus(corpus).samples().tables
    samples = TableRows(table)
    kept = Table("samples", samples >> Keep(bind(answer_too_short, min_chars=min_chars)))
    # In this process: on Ray the filter must stand in a module that workers can import.
    run(Pipeline("long-answers", kept), output, RunOptions(executor="local"), config={})
    made = vlcorpus.open_corpus(output)
    print(made.sql("select count(*) as samples from samples").to_string(index=False))
    print(made.rejects()[["source_key", "reason"]].to_string(index=False))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
