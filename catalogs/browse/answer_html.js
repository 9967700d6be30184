// QwenVL-HTML: flat <div class data-bbox="x1 y1 x2 y2">, boxes in 0..999. Source: docs/formats.md §5.3.
// The text goes into a document of no window, where nothing loads or runs, then copied element by element:
// a tag or attribute that is not named here is not copied.

const HARMLESS = new Set(
  (
    "DIV P SPAN H1 H2 H3 H4 H5 H6 TABLE CAPTION THEAD TBODY TFOOT TR TH TD UL OL LI BR HR B STRONG " +
    "I EM U S SUB SUP CODE PRE BLOCKQUOTE SMALL DL DT DD FIGURE FIGCAPTION"
  ).split(" "),
);
const WITHOUT_TEXT = new Set(
  "SCRIPT STYLE IFRAME OBJECT EMBED SVG MATH TEMPLATE NOSCRIPT VIDEO AUDIO FORM".split(" "),
);
const MAX_NODES = 20000;

function renderQwenHtml(text, onElement) {
  const parsed = new DOMParser().parseFromString(text, "text/html");
  const root = make("div", { class: "qwen" });
  copyHarmless(parsed.body, root, onElement, { left: MAX_NODES });
  return root;
}

function copyHarmless(from, to, onElement, budget) {
  for (const node of from.childNodes) {
    if (budget.left-- < 0) return;
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const tag = node.tagName.toUpperCase();
    if (tag === "IMG" || WITHOUT_TEXT.has(tag)) {
      to.append(
        make("span", {
          class: "withheld",
          title: "The page does not load or run it",
          text: `<${tag.toLowerCase()}>`,
        }),
      );
    } else if (!HARMLESS.has(tag)) {
      copyHarmless(node, to, onElement, budget);
    } else {
      const copy = copyElement(node, tag, onElement);
      to.append(copy);
      copyHarmless(node, copy, onElement, budget);
    }
  }
}

function copyElement(node, tag, onElement) {
  const copy = make(tag.toLowerCase());
  for (const name of ["colspan", "rowspan"]) {
    const span = Number.parseInt(node.getAttribute(name), 10);
    if (span > 1 && span <= 1000) copy.setAttribute(name, span);
  }
  const box = (node.getAttribute("data-bbox") || "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box.length === 4 && box.every(Number.isFinite)) {
    const label = node.getAttribute("class") || tag.toLowerCase();
    copy.className = "element";
    copy.dir = "auto";
    if (label === "formula") copy.classList.add("formula");
    if (label === "code") copy.classList.add("code");
    if (!node.textContent.trim()) copy.append(make("span", { class: "placeholder", text: label }));
    onElement(copy, box, label);
  }
  return copy;
}
