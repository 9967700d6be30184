// One row, large: its picture with boxes on the left, what it says on the right, each pointing at the other.

const TABS = {
  sample: { rendered: "Rendered", layout: "Layout", raw: "Raw", conversation: "Conversation", provenance: "Provenance" },
  reject: { rejection: "Rejection", provenance: "Provenance" },
};

// Build the detail of `row`; `view` = { tab, picture, boxes, zoom, hidden: Set of labels }, `go` changes it.
function detailView(row, view, position, go) {
  const answer = row.kind === "sample" ? readAnswer(row) : { parts: [], elements: [], unmatched: [], formats: [] };
  const labels = [...(row.objects ?? []).map((thing) => thing.label), ...answer.elements.map((element) => element.label)];
  const colours = labelColours(labels);
  for (const element of answer.elements) {
    element.node.dataset.key = element.key;
    element.node.dataset.nth = element.object === undefined ? "" : element.object + 1;
    element.node.style.setProperty("--label", colours.get(element.label) ?? "#64748b");
    if (element.object !== undefined) element.node.style.setProperty("--label", colours.get(row.objects[element.object].label));
  }
  const body = make("div", { class: row.pictures.length ? "panes" : "panes bare" },
    picturePane(row, view, answer, colours, go),
    make("div", { class: "divider", role: "separator", "aria-orientation": "vertical", title: "Drag to resize", onpointerdown: dragDivider }),
    textPane(row, view, answer, colours, go));
  linkPanes(body, row, view, go);
  return make("div", { class: "detail" }, detailBar(row, position, go), body);
}

function readAnswer(row) {
  const parts = [], elements = [], formats = [];
  for (const message of row.messages.filter((m) => m.role === "assistant")) {
    for (const part of message.parts) {
      if (part.type !== "text") { parts.push({ message, part }); continue; }
      const rendered = renderAnswer(part.text ?? "");
      elements.push(...rendered.elements);
      formats.push(rendered.format);
      parts.push({ message, part, rendered });
    }
  }
  const unmatched = matchElements(elements, row);
  unmatched.forEach((element, index) => (element.key = `e${index}`));
  elements.forEach((element) => (element.key ??= `o${element.object}`));
  return { parts, elements, unmatched, formats: [...new Set(formats)] };
}

function detailBar(row, { at, of }, go) {
  return make("header", { class: "bar" },
    make("button", { type: "button", class: "icon", id: "close", title: "Back to the list (Esc)", text: "✕", "aria-label": "Close", onclick: () => go({ id: null }) }),
    make("div", { class: "steps" },
      make("button", { type: "button", class: "icon", title: "Previous (k or ←)", text: "‹", "aria-label": "Previous", disabled: at <= 0, onclick: () => go({ step: -1 }) }),
      make("span", { class: "muted", text: at < 0 ? `– of ${number(of)}` : `${number(at + 1)} of ${number(of)}` }),
      make("button", { type: "button", class: "icon", title: "Next (j or →)", text: "›", "aria-label": "Next", disabled: at >= of - 1, onclick: () => go({ step: 1 }) })),
    make("div", { class: "heading" }, keyTitle(row, "h2"),
      make("div", { class: "facts" }, factChips(row))));
}

function factChips(row) {
  const chip = (text, kind = "", title = null) => make("span", { class: `fact ${kind}`, text, title });
  if (row.kind === "reject") {
    return [chip(row.reason, "bad"), chip(row.stage, "", "stage"), row.retryable ? chip("retryable", "warn", "another run may succeed") : null];
  }
  return [chip(row.domain), chip(row.task, "strong"), chip(row.label_source, row.label_source === "model" ? "warn" : "", "where the answer came from"),
    chip(`${number(row.n_tokens)} tokens`, "", `${number(row.n_text_tokens)} text + ${number(row.n_vision_tokens)} vision; ${number(row.n_loss_tokens)} with loss`),
    row.mode === "instruct" ? null : chip(row.mode), row.lang.length ? chip(row.lang.join(" "), "", "languages") : null];
}

// -- the picture -------------------------------------------------------------------------------------------------

function picturePane(row, view, answer, colours, go) {
  const index = Math.min(view.picture, row.pictures.length - 1);
  const picture = row.pictures[index];
  const marks = row.kind === "sample" ? marksOf(row, Math.max(0, index), answer.unmatched) : [];
  const stage = make("div", { class: "stage", "data-zoom": view.zoom, tabindex: 0 }, picture ? frame(picture, marks, colours) : emptyPicture(row));
  return make("section", { class: "picture-pane", "aria-label": "Picture" },
    make("div", { class: "tools" },
      marks.length ? make("button", { type: "button", id: "boxes", "aria-pressed": String(view.boxes), title: "Show or hide the boxes (b)", text: `Boxes ${marks.length}`, onclick: () => go({ boxes: !view.boxes }) }) : null,
      legend(marks, colours, view, go),
      make("div", { class: "spacer" }),
      picture?.width_px ? ["fit", "width", "100 %"].map((zoom) => make("button", { type: "button", class: "segment", "aria-pressed": String(view.zoom === zoom), title: "z changes the zoom", text: zoom[0].toUpperCase() + zoom.slice(1), onclick: () => go({ zoom }) })) : null),
    row.pictures.length > 1 ? strip(row, index, go) : null, stage,
    picture ? make("p", { class: "caption muted", text: pictureFacts(row, picture, index) }) : null);
}

function frame(picture, marks, colours) {
  const number = picture.number ?? picture.thumbnail;
  if (number === null) return make("div", { class: "empty", text: picture.note });
  return make("div", { class: "frame", vars: { "--ratio": picture.width_px / picture.height_px, "--px": `${picture.width_px}px` } },
    make("img", { src: pictureUrl(number), alt: "", decoding: "async", draggable: "false" }), overlay(marks, colours));
}

function emptyPicture(row) {
  const text = row.kind === "reject" ? "No picture was kept of this row. Pictures are kept for the first of a reason in each partition." : "This sample has no picture.";
  return make("div", { class: "empty", text });
}

function strip(row, index, go) {
  const times = row.videos?.[0]?.frame_times_s ?? [];
  return make("div", { class: "strip" }, row.pictures.map((picture, i) =>
    make("button", { type: "button", "aria-pressed": String(i === index), title: `Picture ${i}`, onclick: () => go({ picture: i }) },
      picture.thumbnail === null ? "?" : make("img", { src: pictureUrl(picture.thumbnail), alt: "", loading: "lazy" }),
      make("span", { text: times[i] === undefined ? i : `${times[i].toFixed(1)} s` }))));
}

function legend(marks, colours, view, go) {
  const counts = new Map();
  for (const mark of marks) counts.set(mark.label, (counts.get(mark.label) ?? 0) + 1);
  return make("div", { class: "legend" }, [...counts].slice(0, 40).map(([label, count]) =>
    make("button", { type: "button", "data-legend": label, "aria-pressed": String(!view.hidden.has(label)), title: "Show or hide these boxes",
      vars: { "--label": colours.get(label) }, onclick: () => go({ toggleLabel: label }) },
      make("i"), make("bdi", { text: label }), make("span", { class: "muted", text: number(count) }))));
}

function pictureFacts(row, picture, index) {
  const scaled = picture.number !== null && Math.max(picture.width_px, picture.height_px) > 1000 ? " · shown scaled down to 1000 px" : "";
  return [row.pictures.length > 1 ? `Picture ${index}` : null, `${picture.width_px} × ${picture.height_px} px`, picture.format, size(picture.bytes), picture.path, picture.note]
    .filter(Boolean).join(" · ") + scaled;
}

// -- the text ----------------------------------------------------------------------------------------------------

function textPane(row, view, answer, colours, go) {
  const tabs = TABS[row.kind];
  const shown = Object.hasOwn(tabs, view.tab) ? view.tab : Object.keys(tabs)[0];
  const panel = make("div", { class: `panel ${shown}`, role: "tabpanel", tabindex: 0, lang: row.lang?.[0] ?? null });
  panel.append(...PANELS[shown](row, answer, colours, go));
  return make("section", { class: "text-pane", "aria-label": "Answer and provenance" },
    make("div", { class: "tabs", role: "tablist" }, Object.entries(tabs).map(([tab, title], i) =>
      make("button", { type: "button", role: "tab", "data-tab": tab, "aria-selected": String(tab === shown), title: `${i + 1}`, text: title, onclick: () => go({ tab }) }))),
    row.notes.length ? make("p", { class: "notes", text: row.notes.join(" · ") }) : null, panel);
}

const PANELS = {
  rendered: (row, answer) => [
    make("p", { class: "muted format", text: [answer.formats.join(", "), answer.unmatched.length && row.objects.length ? `${answer.unmatched.length} box(es) of the answer match no object (dashed)` : null].filter(Boolean).join(" · ") }),
    ...answer.parts.map(({ part, rendered }) => rendered ? make("article", { class: "answer", dir: "auto" }, rendered.node) : mediaPart(row, part)),
  ],
  layout: (row, answer, colours) => {
    const placed = answer.elements.filter((element) => element.box);
    if (!placed.length || !row.pictures[0]?.width_px) return [make("p", { class: "empty", text: "This answer places nothing on a picture." })];
    return [layoutView(placed, row.pictures[0], colours)];
  },
  raw: (row) => answerTexts(row).flatMap((text) => [copyLine(text), make("pre", { class: "exact", dir: "auto", text })]),
  conversation: (row) => [row.tools ? folded("Tools", row.tools) : null, ...row.messages.map((message) => turn(row, message))].filter(Boolean),
  provenance: (row) => [provenance(row)],
  rejection: (row) => [rejectionText(row)],
};

function copyLine(text) {
  const button = make("button", { type: "button", class: "copy", text: "Copy", onclick: async () => {
    button.textContent = (await copied(text)) ? "Copied" : "Select the text and copy it";
  } });
  return make("div", { class: "copy-line" }, make("span", { class: "muted", text: `${number(text.length)} characters` }), button);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the browser does not give the clipboard to this page
  }
}

function turn(row, message) {
  return make("section", { class: `turn ${message.role}` },
    make("h3", {}, message.role, message.train ? make("span", { class: "fact", text: "loss", title: "This turn is trained" }) : null),
    message.reasoning ? folded("Reasoning", message.reasoning) : null,
    message.parts.map((part) => part.type === "text" ? make("pre", { class: "exact", dir: "auto", text: part.text }) : mediaPart(row, part)),
    message.tool_calls.map((call) => make("pre", { class: "exact call", text: `${call.name}(${call.arguments})` })));
}

function mediaPart(row, part) {
  const picture = part.type === "image" ? row.pictures[part.media] : null;
  const known = picture && picture.thumbnail !== null;
  return make("figure", { class: "media" }, known ? make("img", { src: pictureUrl(picture.thumbnail), alt: "", loading: "lazy" }) : null,
    make("figcaption", { class: "muted", text: `${part.type} ${part.media}` }));
}

function folded(title, text) {
  return make("details", {}, make("summary", { text: title }), make("pre", { class: "exact", dir: "auto", text }));
}

function rejectionText(row) {
  const lines = row.detail.split("\n");
  const traceback = lines.findIndex((line) => line.startsWith("Traceback "));
  const brief = (traceback < 0 ? lines : lines.slice(0, traceback)).join("\n").trim() || lines.filter((line) => line.trim()).at(-1) || "";
  return make("div", { class: "rejection-text" },
    make("p", { class: "reason" }, make("b", { text: row.reason }), " in ", make("b", { text: row.stage })),
    make("pre", { class: "exact", dir: "auto", text: brief || "No detail was given." }),
    traceback < 0 ? null : folded("Traceback", lines.slice(traceback).join("\n")),
    make("p", { class: "muted", text: row.retryable ? "Retryable: another run may succeed without a change of the data." : "Not retryable: the row itself is the cause." }));
}

function provenance(row) {
  const shard = row.place;
  const groups = [
    ["Origin", { id: row.id, source: row.source, key: row.source_key, license: row.license, languages: row.lang?.join(", "), parents: row.parents?.join("\n") }],
    ["Label", { "label source": row.label_source, engine: row.engine, model: row.model, mode: row.mode, "prompt sha256": row.prompt_sha256, prompt: PAGE.prompts[row.prompt_sha256], "content sha256": row.content_sha256 }],
    ...(row.generated ?? []).map((g) => [`Generated: ${g.role}`, { model: g.model_id, revision: g.model_revision, "prompt sha256": g.prompt_sha256, sampling: g.sampling, seed: g.seed, finish: g.finish_reason, tokens: g.n_out_tokens }]),
    ["Tokens", row.kind === "sample" ? { all: number(row.n_tokens), text: number(row.n_text_tokens), vision: number(row.n_vision_tokens), "with loss": number(row.n_loss_tokens), tokenizer: row.tokenizer_id, processor: row.processor_id, "training stage": row.stage, weight: row.sample_weight } : {}],
    ["Scores", Object.fromEntries((row.scores ?? []).map((score) => [score.name, +score.value.toPrecision(6)]))],
    ["Rejected", row.kind === "reject" ? { stage: row.stage, reason: row.reason, retryable: row.retryable ? "yes" : "no" } : {}],
    ["Shard", { output: shard.output, table: shard.table, file: shard.shard, row: shard.row, partition: shard.partition, run: shard.run }],
    ["Other", Object.fromEntries(Object.entries(metaOf(row)).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]))],
  ];
  return make("div", { class: "table-of-facts" }, groups.map(([title, facts]) => {
    const lines = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== "");
    return lines.length ? [make("h3", { text: title }), make("dl", {}, lines.map(([name, value]) => [make("dt", { text: name }), make("dd", { dir: "auto", text: value })]))] : null;
  }));
}

function metaOf(row) {
  try {
    const meta = JSON.parse(row.meta ?? "{}");
    return meta !== null && typeof meta === "object" ? meta : { meta: row.meta };
  } catch {
    return { meta: row.meta };
  }
}

// -- the two together --------------------------------------------------------------------------------------------

function linkPanes(body, row, view, go) {
  const keyOf = (event) => event.target.closest?.("[data-key]")?.dataset.key;
  const light = (key) => {
    for (const node of body.querySelectorAll(".lit")) node.classList.remove("lit");
    if (key) for (const node of body.querySelectorAll(`[data-key="${key}"]`)) node.classList.add("lit");
  };
  body.addEventListener("pointerover", (event) => light(keyOf(event)));
  body.addEventListener("pointerleave", () => light(null));
  body.addEventListener("click", (event) => {
    const key = keyOf(event);
    if (!key || String(window.getSelection())) return;
    const image = key.startsWith("o") ? row.objects[Number(key.slice(1))].image : 0;
    if (image !== view.picture) return go({ picture: image });
    const other = event.target.closest(".picture-pane") ? ".text-pane" : ".picture-pane";
    body.querySelector(`${other} [data-key="${key}"]`)?.scrollIntoView({ block: "center", inline: "center", behavior: "smooth" });
  });
}

function dragDivider(event) {
  const divider = event.currentTarget, panes = divider.parentElement;
  divider.setPointerCapture(event.pointerId);
  panes.classList.remove("bare");
  divider.onpointermove = (move) => {
    const part = (move.clientX - panes.getBoundingClientRect().left) / panes.clientWidth;
    document.documentElement.style.setProperty("--split", `${Math.min(80, Math.max(20, part * 100))}%`);
  };
  divider.onpointerup = () => (divider.onpointermove = null);
}
