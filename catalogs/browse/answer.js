// An answer's text in whatever format it is in, and which of its elements is which annotated object.

const LAST = 999; // the greatest coordinate an answer holds; scale 1000. Source: docs/formats.md §1
const FENCED_JSON = /^\s*```json\s*\n([\s\S]*?)\n?```/;

// Return { node, elements: [{ node, box, point, label }], format }; boxes in 0..999.
function renderAnswer(text) {
  const elements = [];
  const onElement = (node, box, label, point = null) => elements.push({ node, box, point, label });
  const items = groundingItems(text);
  if (items) return { node: renderItems(text, items, onElement), elements, format: "JSON" };
  if (/^\s*(```html\s*)?<(html|body|div|p|table)[\s>]/i.test(text)) {
    return {
      node: renderQwenHtml(text.replace(/^\s*```html\s*|\s*```\s*$/g, ""), onElement),
      elements,
      format: "QwenVL-HTML",
    };
  }
  return {
    node: renderMarkdown(text, onElement),
    elements,
    format: /<!-- (Image|Table) \(/.test(text) ? "QwenVL-Markdown" : "Markdown",
  };
}

function groundingItems(text) {
  const fenced = FENCED_JSON.exec(text);
  const source = fenced ? fenced[1] : /^\s*\[\s*\{/.test(text) ? text : null;
  if (source === null) return null;
  let items;
  try {
    items = JSON.parse(source);
  } catch {
    return null; // shown as the code it is
  }
  const isItem = (item) => item !== null && typeof item === "object" && !Array.isArray(item);
  return Array.isArray(items) &&
    items.length &&
    items.every(isItem) &&
    items.some((i) => i.bbox_2d || i.point_2d || i.bbox_3d)
    ? items
    : null;
}

function renderItems(text, items, onElement) {
  const keys = [...new Set(items.flatMap(Object.keys))];
  const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  const rows = items.map((item, index) => {
    const row = make(
      "tr",
      { class: "element" },
      make("td", { class: "nth", text: index + 1 }),
      keys.map((key) => make("td", { dir: "auto", text: key in item ? shown(item[key]) : "" })),
    );
    const box = numbers(item.bbox_2d, 4),
      point = numbers(item.point_2d, 2);
    if (box || point) onElement(row, box, String(item.label ?? item.text_content ?? "box"), point);
    return row;
  });
  const rest = text.replace(FENCED_JSON, "").trim();
  return make(
    "div",
    {},
    make(
      "table",
      { class: "items" },
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th"),
          keys.map((key) => make("th", { text: key })),
        ),
      ),
      make("tbody", {}, rows),
    ),
    rest && text.trim() !== rest ? renderMarkdown(rest, onElement) : null,
  );
}

function numbers(value, count) {
  return Array.isArray(value) && value.length === count && value.every(Number.isFinite) ? value : null;
}

// Give every element, in order, the index of the object whose box it says; return the elements of no object.
function matchElements(elements, row) {
  const open = new Map(
    row.objects.map((thing, index) => [index, encodedPlace(thing, row.images[thing.image])]),
  );
  const unmatched = [];
  for (const element of elements) {
    const said = element.box ?? element.point;
    const match = [...open].find(
      ([, place]) =>
        place && place.length === said.length && place.every((v, i) => Math.abs(v - said[i]) <= 2),
    );
    if (match) {
      element.object = match[0];
      open.delete(match[0]);
    } else unmatched.push(element);
  }
  return unmatched;
}

function encodedPlace(thing, image) {
  const px = thing.bbox_px ?? thing.point_px;
  if (!px || !image?.width_px) return null;
  return px.map((value, i) =>
    Math.min(LAST, Math.max(0, Math.round((value / (i % 2 ? image.height_px : image.width_px)) * 1000))),
  );
}

const textsOf = (row, role) =>
  row.messages
    .filter((message) => message.role === role)
    .flatMap((message) => message.parts)
    .filter((part) => part.type === "text")
    .map((part) => part.text ?? "");
