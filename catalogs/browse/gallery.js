// The list: filters with counts, cards of samples, lines of rejects.

const PER_PAGE = 60;
const FACETS = {
  sample: ["domain", "task", "source", "label_source", "lang"],
  reject: ["stage", "reason", "source"],
};
const FACET_TITLES = { label_source: "label source", lang: "language" };
const KINDS = { sample: "Samples", reject: "Rejects" };
const COMMAND_OPTIONS = ["domain", "task", "reason"]; // facets that `vlcorpus browse` can be asked for

const facetValue = (row, facet) => String((facet === "lang" ? row.lang[0] : row[facet]) ?? "None");

function searchText(row) {
  row.searchText ??= [
    row.id,
    row.source,
    row.source_key,
    row.domain,
    row.task,
    row.stage,
    row.reason,
    row.detail,
    row.engine,
    row.model,
    ...(row.messages ?? []).flatMap((message) => message.parts.map((part) => part.text)),
    ...(row.objects ?? []).map((thing) => thing.label),
  ]
    .filter(Boolean)
    .join("\n")
    .toLowerCase();
  return row.searchText;
}

// The rows that `state` lets through; with `except`, as if that facet were not filtered.
function visibleRows(rows, state, except = null) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const filters = Object.entries(state.filters).filter(
    ([facet, values]) => facet !== except && values.length,
  );
  return rows.filter(
    (row) =>
      row.kind === state.kind &&
      filters.every(([facet, values]) => values.includes(facetValue(row, facet))) &&
      words.every((word) => searchText(row).includes(word)),
  );
}

function kindTabs(state, go) {
  return Object.entries(KINDS).map(([kind, title]) => {
    const here = PAGE.rows.filter((row) => row.kind === kind).length,
      all = PAGE.totals[kind].rows;
    return make(
      "button",
      {
        type: "button",
        role: "tab",
        "data-kind": kind,
        "aria-selected": String(state.kind === kind),
        onclick: () => go({ kind, filters: {}, page: 1 }),
        title: `${number(here)} on this page, ${number(all)} in the corpus`,
      },
      title,
      make("span", {
        class: "count",
        text: here === all ? number(all) : `${number(here)} of ${number(all)}`,
      }),
    );
  });
}

function facetLists(state, go) {
  return [
    make("p", { class: "muted about" }, make("b", { text: "shown" }), " · in the corpus"),
    ...FACETS[state.kind].map((facet) => facetList(state, facet, go)),
    make("p", { class: "muted about", text: `${PAGE.request}\n${PAGE.outputs.join("\n")}` }),
  ];
}

function facetList(state, facet, go) {
  const chosen = state.filters[facet] ?? [];
  const corpus = PAGE.totals[state.kind].facets[facet];
  const most = Math.max(1, ...Object.values(corpus));
  const here = countValues(visibleRows(PAGE.rows, state, facet), facet);
  const onPage = countValues(visibleRows(PAGE.rows, { kind: state.kind, q: "", filters: {} }), facet);
  const choose = (values) => go({ page: 1, filters: { ...state.filters, [facet]: values } });
  const clear = make("button", { type: "button", class: "clear", text: "clear", onclick: () => choose([]) });
  const chips = Object.entries(corpus).map(([value, all]) =>
    make(
      "button",
      {
        type: "button",
        class: "chip",
        "data-value": value,
        "aria-pressed": String(chosen.includes(value)),
        disabled: !onPage.has(value),
        title: onPage.has(value) ? value : howToSee(facet, value),
        vars: { "--share": (all / most).toFixed(3) },
        onclick: () =>
          choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]),
      },
      make("bdi", { class: "value", text: value }),
      make("b", { text: number(here.get(value)) }),
      make("span", { class: "muted", text: number(all) }),
    ),
  );
  return make(
    "section",
    { class: "facet", "data-facet": facet },
    make("h2", { text: FACET_TITLES[facet] ?? facet }, chosen.length ? clear : null),
    make("div", { class: "chips" }, chips),
  );
}

function countValues(rows, facet) {
  const counts = new Map();
  for (const row of rows) counts.set(facetValue(row, facet), (counts.get(facetValue(row, facet)) ?? 0) + 1);
  return counts;
}

function howToSee(facet, value) {
  const command = COMMAND_OPTIONS.includes(facet)
    ? ` To see some: vlcorpus browse … --${facet} ${value}`
    : "";
  return `None on this page.${command}`;
}

function pager(count, page, go) {
  const pages = Math.max(1, Math.ceil(count / PER_PAGE));
  const from = Math.min(count, (page - 1) * PER_PAGE + 1),
    to = Math.min(count, page * PER_PAGE);
  return [
    make("span", { class: "muted", text: count ? `${from}–${to} of ${number(count)}` : "none" }),
    pages > 1
      ? make("button", {
          type: "button",
          class: "icon",
          text: "‹",
          "aria-label": "Previous page",
          disabled: page <= 1,
          onclick: () => go({ page: page - 1 }),
        })
      : null,
    pages > 1
      ? make("button", {
          type: "button",
          class: "icon",
          text: "›",
          "aria-label": "Next page",
          disabled: page >= pages,
          onclick: () => go({ page: page + 1 }),
        })
      : null,
  ];
}

function keyTitle(row, tag = "div") {
  const cut = row.source_key.indexOf("#");
  const name = cut < 0 ? row.source_key : row.source_key.slice(0, cut);
  return make(
    tag,
    { class: "key", title: `${row.source} · ${row.source_key}` },
    make("bdi", { class: "name", text: name }),
    cut < 0 ? null : make("bdi", { class: "step", text: row.source_key.slice(cut) }),
  );
}

function card(row, boxes, link) {
  return row.kind === "sample" ? sampleCard(row, boxes, link) : rejectLine(row, link);
}

function sampleCard(row, boxes, link) {
  const text = plainText(textsOf(row, "assistant").at(-1) ?? "");
  const asked = plainText(textsOf(row, "user").at(-1) ?? "");
  const image = row.images[0];
  return make(
    "a",
    { class: "card", href: link, "data-uid": row.uid },
    make(
      "div",
      { class: "thumb" },
      image && image.thumbnail !== null
        ? thumbnail(row, image, boxes)
        : make("p", { class: "text-only", dir: "auto", text: (image?.note || asked || text).slice(0, 600) }),
      row.images.length > 1
        ? make("span", { class: "badge", text: `${row.images.length} images` })
        : null,
    ),
    make(
      "div",
      { class: "about" },
      keyTitle(row),
      make("p", { class: "snippet", dir: "auto", lang: row.lang[0] ?? null, text: text.slice(0, 240) }),
      make(
        "div",
        { class: "facts" },
        make("span", { class: "fact strong", text: row.task }),
        make("span", { class: "fact", text: row.label_source }),
        row.trainable ? null : make("span", { class: "fact warn", text: "not trainable" }),
        make("span", { class: "muted", text: `${number(row.n_tokens)} tok` }),
      ),
    ),
  );
}

function thumbnail(row, image, boxes) {
  const marks = boxes ? marksOf(row, 0).slice(0, 150) : [];
  return make(
    "div",
    { class: "frame", vars: { "--ratio": image.width_px / image.height_px } },
    make("img", { src: imageUrl(image.thumbnail), alt: "", loading: "lazy", decoding: "async" }),
    marks.length
      ? overlay(marks, labelColours(row.objects.map((thing) => thing.label)), { numbered: false })
      : null,
  );
}

function rejectLine(row, link) {
  const image = row.images[0];
  return make(
    "a",
    { class: "line", href: link, "data-uid": row.uid },
    make(
      "div",
      { class: "small" },
      image && image.thumbnail !== null
        ? make("img", { src: imageUrl(image.thumbnail), alt: "", loading: "lazy", decoding: "async" })
        : make("span", { class: "muted", text: "no image" }),
    ),
    make(
      "div",
      { class: "facts" },
      make("span", { class: "fact bad", text: row.reason }),
      row.retryable ? make("span", { class: "fact warn", text: "retryable" }) : null,
    ),
    make("span", { class: "muted stage-name", text: row.stage }),
    make(
      "div",
      { class: "what" },
      keyTitle(row),
      make("p", { class: "snippet", dir: "auto", text: row.detail.split("\n")[0].slice(0, 300) }),
    ),
  );
}

// What a person reads of an answer at a glance. The result is only ever a text node.
function plainText(text) {
  return text
    .slice(0, 4000)
    .replace(/<!--[^]*?-->|<\/?[a-zA-Z][^<>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\\(begin|end)\{tabular\}(\{[^}]*\})?|\\hline/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
