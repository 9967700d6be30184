// One row, large: its image with boxes on the left, what it says on the right, each pointing at the other.

const TABS = {
  sample: {
    rendered: "Rendered",
    layout: "Layout",
    raw: "Raw",
    conversation: "Conversation",
    provenance: "Provenance",
  },
  reject: { rejection: "Rejection", provenance: "Provenance" },
};

// Build the detail of `row`; `view` = { tab, image, boxes, zoom, hidden: Set of labels }, `go` changes it.
function detailView(row, view, position, go) {
  const answer =
    row.kind === "sample" ? readAnswer(row) : { parts: [], elements: [], unmatched: [], formats: [] };
  const labels = [
    ...(row.objects ?? []).map((thing) => thing.label),
    ...answer.elements.map((element) => element.label),
  ];
  const colours = labelColours(labels);
  for (const element of answer.elements) {
    element.node.dataset.key = element.key;
    element.node.dataset.nth = element.object === undefined ? "" : element.object + 1;
    element.node.style.setProperty("--label", colours.get(element.label) ?? "#64748b");
    if (element.object !== undefined)
      element.node.style.setProperty("--label", colours.get(row.objects[element.object].label));
  }
  const body = make(
    "div",
    { class: row.images.length ? "panes" : "panes bare" },
    imagePane(row, view, answer, colours, go),
    make("div", {
      class: "divider",
      role: "separator",
      "aria-orientation": "vertical",
      title: "Drag to resize",
      onpointerdown: dragDivider,
    }),
    textPane(row, view, answer, colours, go),
  );
  linkPanes(body, row, view, go);
  return make("div", { class: "detail" }, detailBar(row, position, go), body);
}

function readAnswer(row) {
  const parts = [],
    elements = [],
    formats = [];
  for (const message of row.messages.filter((m) => m.role === "assistant")) {
    for (const part of message.parts) {
      if (part.type !== "text") {
        parts.push({ message, part });
        continue;
      }
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
  return make(
    "header",
    { class: "bar" },
    make("button", {
      type: "button",
      class: "icon",
      id: "close",
      title: "Back to the list (Esc)",
      text: "✕",
      "aria-label": "Close",
      onclick: () => go({ id: null }),
    }),
    make(
      "div",
      { class: "steps" },
      make("button", {
        type: "button",
        class: "icon",
        title: "Previous (k or ←)",
        text: "‹",
        "aria-label": "Previous",
        disabled: at <= 0,
        onclick: () => go({ step: -1 }),
      }),
      make("span", {
        class: "muted",
        text: at < 0 ? `– of ${number(of)}` : `${number(at + 1)} of ${number(of)}`,
      }),
      make("button", {
        type: "button",
        class: "icon",
        title: "Next (j or →)",
        text: "›",
        "aria-label": "Next",
        disabled: at >= of - 1,
        onclick: () => go({ step: 1 }),
      }),
    ),
    make("div", { class: "heading" }, keyTitle(row, "h2"), make("div", { class: "facts" }, factChips(row))),
  );
}

function factChips(row) {
  const chip = (text, kind = "", title = null) => make("span", { class: `fact ${kind}`, text, title });
  if (row.kind === "reject") {
    return [
      chip(row.reason, "bad"),
      chip(row.stage, "", "stage"),
      row.retryable ? chip("retryable", "warn", "another run may succeed") : null,
    ];
  }
  const tokens =
    `${number(row.n_text_tokens)} text + ${number(row.n_vision_tokens)} vision; ` +
    `${number(row.n_loss_tokens)} with loss`;
  return [
    chip(row.domain),
    chip(row.task, "strong"),
    chip(row.label_source, row.label_source === "model" ? "warn" : "", "where the answer came from"),
    row.trainable ? null : chip("not trainable", "warn", "kept to be looked at or to be rewritten"),
    chip(`${number(row.n_tokens)} tokens`, "", tokens),
    row.mode === "instruct" ? null : chip(row.mode),
    row.lang.length ? chip(row.lang.join(" "), "", "languages") : null,
  ];
}

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
    if (image !== view.image) return go({ image });
    const other = event.target.closest(".image-pane") ? ".text-pane" : ".image-pane";
    body
      .querySelector(`${other} [data-key="${key}"]`)
      ?.scrollIntoView({ block: "center", inline: "center", behavior: "smooth" });
  });
}

function dragDivider(event) {
  const divider = event.currentTarget,
    panes = divider.parentElement;
  divider.setPointerCapture(event.pointerId);
  panes.classList.remove("bare");
  divider.onpointermove = (move) => {
    const part = (move.clientX - panes.getBoundingClientRect().left) / panes.clientWidth;
    document.documentElement.style.setProperty("--split", `${Math.min(80, Math.max(20, part * 100))}%`);
  };
  divider.onpointerup = () => (divider.onpointermove = null);
}
