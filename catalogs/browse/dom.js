// Small makers of elements. Text enters the document only as text nodes.

const SVG = "http://www.w3.org/2000/svg";

function make(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "vars") for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

const number = (value) => (value ?? 0).toLocaleString("en");

function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

const imageUrl = (index) =>
  "data:image/jpeg;base64," + document.getElementById(`image-${index}`).textContent;

// Kinds of the document domain keep their colour on every page; other labels take one by their name.
const LABEL_COLOURS = {
  text: "#2563eb",
  title: "#dc2626",
  table: "#059669",
  image: "#9333ea",
  formula: "#c2410c",
  caption: "#0891b2",
  list: "#4f46e5",
  code: "#4d7c0f",
  header: "#64748b",
  footer: "#78716c",
  footnote: "#a16207",
  page_number: "#94a3b8",
};
const OTHER_COLOURS = [
  "#2563eb",
  "#dc2626",
  "#059669",
  "#9333ea",
  "#c2410c",
  "#0891b2",
  "#db2777",
  "#4d7c0f",
  "#4f46e5",
  "#a16207",
  "#0f766e",
  "#be123c",
];

// Return label -> colour for one sample: different labels differ as long as there are colours.
function labelColours(labels) {
  const colours = new Map();
  const free = OTHER_COLOURS.filter((colour) => !labels.some((label) => LABEL_COLOURS[label] === colour));
  for (const label of new Set(labels)) {
    const others = [...colours.keys()].filter((known) => !Object.hasOwn(LABEL_COLOURS, known)).length;
    const pool = free.length ? free : OTHER_COLOURS;
    colours.set(
      label,
      Object.hasOwn(LABEL_COLOURS, label) ? LABEL_COLOURS[label] : pool[others % pool.length],
    );
  }
  return colours;
}
