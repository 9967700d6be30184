"""The API from end to end: look at the first inputs, make a corpus, read it, ask it, prove it.

`python examples/api.py captions out/demo/inputs/captions out/api`, or with `documents` and PDFs. It needs
`pip install 'vlcorpus[all]'`, and no checkout. `vlcorpus config captions` prints every setting there is.
"""

import sys

import vlcorpus


def main(domain: str, inputs: str, output: str) -> None:
    # The first inputs, through every stage; nothing is written. In a notebook the preview shows its images.
    preview = vlcorpus.preview(domain, input=inputs, rows=2)
    print(f"preview: {len(preview.samples)} samples, {len(preview.rejects)} rejects")

    # The corpus. The same call goes on after whatever stopped it, and does nothing where all is done.
    result = vlcorpus.run(domain, input=inputs, output=output, license="CC0-1.0", seed=7, progress=False)
    print(f"run: {result}")
    for reason, n in result.reasons.items():
        print(f"  {n} x {reason}")

    # Samples as objects, one after the other; reader 0 of 2 has every other partition.
    corpus = vlcorpus.open_corpus(output)
    sample = next(iter(corpus.samples()))
    print(f"first sample: {sample.task}, {sample.n_tokens} tokens, {len(sample.images)} images")
    print(f"reader 0 of 2: {sum(1 for _ in corpus.samples().shard(0, 2))} samples")

    # The same samples as a streaming dataset of Hugging Face, with images as PIL has them.
    print(f"dataset: {next(iter(corpus.dataset()))['images'][0].size}")

    # SQL, and every row that left early, as data frames.
    tokens = corpus.sql("select task, sum(n_tokens) as tokens from samples group by task order by task")
    print(tokens.to_string(index=False))
    print(corpus.rejects()[["source_key", "stage", "reason"]].to_string(index=False))

    # The proof: shards, conservation, ids, coordinates, images, tokens, licences.
    report = corpus.verify()
    print(report.text().splitlines()[-1])
    if not report.ok:
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
