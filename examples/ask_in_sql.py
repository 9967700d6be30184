"""Ask a corpus in SQL: what was kept, what was rejected and why, one row's life.

`python examples/ask_in_sql.py out/demo/documents`. `vlcorpus sql` asks the same from the command line.
"""

import sys

import vlcorpus

QUESTIONS = {
    "How many samples are there of each task, and how long are they?": """
        select task, count(*) as samples, round(avg(n_tokens)) as tokens,
               round(avg(n_vision_tokens / n_tokens), 2) as vision_share
        from samples group by task order by task""",
    "Which reasons reject most?": """
        select stage, reason, count(*) as n from rejects group by all order by n desc, reason limit 5""",
    "How many boxes are there of each label?": """
        select object.label, count(*) as n
        from (select unnest(objects) as object from samples) group by 1 order by n desc, 1 limit 5""",
    "Which sources would an export refuse, for want of a licence?": """
        select source, count(*) as n from samples where license is null group by source""",
}


def main(path: str) -> None:
    corpus = vlcorpus.open_corpus(path)
    for question, query in QUESTIONS.items():
        print(f"\n{question}\n{corpus.sql(query).to_string(index=False)}")
    (first,) = corpus.sql("select id from samples order by id limit 1")["id"]
    print(f"\nThe life of {first}\n{corpus.sql(name='row-life', id=first).T.to_string(header=False)}")


if __name__ == "__main__":
    main(sys.argv[1])
