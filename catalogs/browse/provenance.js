// Why a row was rejected, and where a row comes from.

function rejectionText(row) {
  const lines = row.detail.split("\n");
  const traceback = lines.findIndex((line) => line.startsWith("Traceback "));
  const brief =
    (traceback < 0 ? lines : lines.slice(0, traceback)).join("\n").trim() ||
    lines.filter((line) => line.trim()).at(-1) ||
    "";
  return make(
    "div",
    { class: "rejection-text" },
    make("p", { class: "reason" }, make("b", { text: row.reason }), " in ", make("b", { text: row.stage })),
    make("pre", { class: "exact", dir: "auto", text: brief || "No detail was given." }),
    traceback < 0 ? null : folded("Traceback", lines.slice(traceback).join("\n")),
    make("p", {
      class: "muted",
      text: row.retryable
        ? "Retryable: another run may succeed without a change of the data."
        : "Not retryable: the row itself is the cause.",
    }),
  );
}

function provenance(row) {
  const shard = row.place;
  const groups = [
    [
      "Origin",
      {
        id: row.id,
        source: row.source,
        key: row.source_key,
        license: row.license,
        languages: row.lang?.join(", "),
        parents: row.parents?.join("\n"),
      },
    ],
    [
      "Label",
      {
        "label source": row.label_source,
        trainable: row.kind === "sample" ? (row.trainable ? "yes" : "no") : null,
        engine: row.engine,
        model: row.model,
        mode: row.mode,
        "prompt sha256": row.prompt_sha256,
        prompt: PAGE.prompts[row.prompt_sha256],
        "content sha256": row.content_sha256,
      },
    ],
    ...(row.generated ?? []).map((g) => [
      `Generated: ${g.role}`,
      {
        model: g.model_id,
        revision: g.model_revision,
        "prompt sha256": g.prompt_sha256,
        sampling: g.sampling,
        seed: g.seed,
        finish: g.finish_reason,
        tokens: g.n_out_tokens,
      },
    ]),
    [
      "Tokens",
      row.kind === "sample"
        ? {
            all: number(row.n_tokens),
            text: number(row.n_text_tokens),
            vision: number(row.n_vision_tokens),
            "with loss": number(row.n_loss_tokens),
            tokenizer: row.tokenizer_id,
            processor: row.processor_id,
            "training stage": row.stage,
            weight: row.sample_weight,
          }
        : {},
    ],
    [
      "Scores",
      Object.fromEntries((row.scores ?? []).map((score) => [score.name, +score.value.toPrecision(6)])),
    ],
    [
      "Rejected",
      row.kind === "reject"
        ? { stage: row.stage, reason: row.reason, retryable: row.retryable ? "yes" : "no" }
        : {},
    ],
    [
      "Shard",
      {
        output: shard.output,
        table: shard.table,
        file: shard.shard,
        row: shard.row,
        partition: shard.partition,
        run: shard.run,
      },
    ],
    [
      "Other",
      Object.fromEntries(
        Object.entries(metaOf(row)).map(([name, value]) => [
          name,
          typeof value === "string" ? value : JSON.stringify(value),
        ]),
      ),
    ],
  ];
  return make(
    "div",
    { class: "table-of-facts" },
    groups.map(([title, facts]) => {
      const lines = Object.entries(facts).filter(
        ([, value]) => value !== null && value !== undefined && value !== "",
      );
      return lines.length
        ? [
            make("h3", { text: title }),
            make(
              "dl",
              {},
              lines.map(([name, value]) => [
                make("dt", { text: name }),
                make("dd", { dir: "auto", text: value }),
              ]),
            ),
          ]
        : null;
    }),
  );
}

function metaOf(row) {
  try {
    const meta = JSON.parse(row.meta ?? "{}");
    return meta !== null && typeof meta === "object" ? meta : { meta: row.meta };
  } catch {
    return { meta: row.meta };
  }
}
