// The right half: the answer rendered, laid out, raw and in its conversation.

function textPane(row, view, answer, colours, go) {
  const tabs = TABS[row.kind];
  const shown = Object.hasOwn(tabs, view.tab) ? view.tab : Object.keys(tabs)[0];
  const panel = make("div", {
    class: `panel ${shown}`,
    role: "tabpanel",
    tabindex: 0,
    lang: row.lang?.[0] ?? null,
  });
  panel.append(...PANELS[shown](row, answer, colours, go));
  return make(
    "section",
    { class: "text-pane", "aria-label": "Answer and provenance" },
    make(
      "div",
      { class: "tabs", role: "tablist" },
      Object.entries(tabs).map(([tab, title], i) =>
        make("button", {
          type: "button",
          role: "tab",
          "data-tab": tab,
          "aria-selected": String(tab === shown),
          title: `${i + 1}`,
          text: title,
          onclick: () => go({ tab }),
        }),
      ),
    ),
    row.notes.length ? make("p", { class: "notes", text: row.notes.join(" · ") }) : null,
    panel,
  );
}

const PANELS = {
  rendered: (row, answer) => [
    make("p", {
      class: "muted format",
      text: [
        answer.formats.join(", "),
        answer.unmatched.length && row.objects.length
          ? `${answer.unmatched.length} box(es) of the answer match no object (dashed)`
          : null,
      ]
        .filter(Boolean)
        .join(" · "),
    }),
    ...answer.parts.map(({ part, rendered }) =>
      rendered ? make("article", { class: "answer", dir: "auto" }, rendered.node) : mediaPart(row, part),
    ),
  ],
  layout: (row, answer, colours) => {
    const placed = answer.elements.filter((element) => element.box);
    if (!placed.length || !row.images[0]?.width_px)
      return [make("p", { class: "empty", text: "This answer places nothing on an image." })];
    return [layoutView(placed, row.images[0], colours)];
  },
  raw: (row) =>
    textsOf(row, "assistant").flatMap((text) => [
      copyLine(text),
      make("pre", { class: "exact", dir: "auto", text }),
    ]),
  conversation: (row) =>
    [
      row.tools ? folded("Tools", row.tools) : null,
      ...row.messages.map((message) => turn(row, message)),
    ].filter(Boolean),
  provenance: (row) => [provenance(row)],
  rejection: (row) => [rejectionText(row)],
};

function copyLine(text) {
  const button = make("button", {
    type: "button",
    class: "copy",
    text: "Copy",
    onclick: async () => {
      button.textContent = (await copied(text)) ? "Copied" : "Select the text and copy it";
    },
  });
  return make(
    "div",
    { class: "copy-line" },
    make("span", { class: "muted", text: `${number(text.length)} characters` }),
    button,
  );
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
  return make(
    "section",
    { class: `turn ${message.role}` },
    make(
      "h3",
      {},
      message.role,
      message.train ? make("span", { class: "fact", text: "loss", title: "This turn is trained" }) : null,
    ),
    message.reasoning ? folded("Reasoning", message.reasoning) : null,
    message.parts.map((part) =>
      part.type === "text"
        ? make("pre", { class: "exact", dir: "auto", text: part.text })
        : mediaPart(row, part),
    ),
    message.tool_calls.map((call) =>
      make("pre", { class: "exact call", text: `${call.name}(${call.arguments})` }),
    ),
  );
}

function mediaPart(row, part) {
  const image = part.type === "image" ? row.images[part.media] : null;
  const known = image && image.thumbnail !== null;
  return make(
    "figure",
    { class: "media" },
    known ? make("img", { src: imageUrl(image.thumbnail), alt: "", loading: "lazy" }) : null,
    make("figcaption", { class: "muted", text: `${part.type} ${part.media}` }),
  );
}

function folded(title, text) {
  return make(
    "details",
    {},
    make("summary", { text: title }),
    make("pre", { class: "exact", dir: "auto", text }),
  );
}
