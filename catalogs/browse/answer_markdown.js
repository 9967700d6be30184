// Markdown as corpora hold it, and QwenVL-Markdown: images and tables have boxes, in a comment before them.
// Source: docs/formats.md §5.4. HTML inside Markdown is shown as the text it is.

const PLACE = /^\s*<!--\s*([A-Za-z ]+?)\s*\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)\s*-->\s*$/;
const LIST_ITEM = /^(\s*)([-*+•]|\d{1,9}[.)])(?:\s+(.*))?$/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/;
const PIPE_DELIMITER = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

function renderMarkdown(text, onElement) {
  const root = make("div", { class: "markdown" });
  const reader = { lines: text.split(/\r?\n/), at: 0 };
  let place = null;
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at];
    const found = PLACE.exec(line);
    if (!line.trim()) reader.at++;
    else if (found) {
      reader.at++;
      place = { label: found[1].toLowerCase(), box: found.slice(2, 6).map(Number) };
      if (nextIsTable(reader)) continue;
      root.append(
        placed(make("div", {}, make("span", { class: "placeholder", text: place.label })), place, onElement),
      );
      place = null;
    } else {
      const block = markdownBlock(reader);
      block.dir = "auto";
      root.append(place ? placed(make("div", {}, block), place, onElement) : block);
      place = null;
    }
  }
  return root;
}

function nextIsTable(reader) {
  const next = reader.lines.slice(reader.at, reader.at + 3).find((line) => line.trim());
  return next !== undefined && (TABULAR.test(next) || next.trim().startsWith("|"));
}

function placed(node, place, onElement) {
  node.classList.add("element");
  onElement(node, place.box, place.label);
  return node;
}

function markdownBlock(reader) {
  const line = reader.lines[reader.at];
  const heading = HEADING.exec(line);
  if (heading) return (reader.at++, make(`h${heading[1].length}`, {}, inline(heading[2])));
  if (RULE.test(line)) return (reader.at++, make("hr"));
  const fence = /^\s*(```+|~~~+)\s*([\w+-]*)/.exec(line);
  if (fence) return fencedCode(reader, fence[1], fence[2]);
  if (TABULAR.test(line)) return renderTabular(takeUntil(reader, /\\end\{tabular\}/).join("\n"));
  if (/^\s*\$\$/.test(line)) return displayMath(reader);
  if (
    line.includes("|") &&
    PIPE_DELIMITER.test(reader.lines[reader.at + 1] ?? "") &&
    reader.lines[reader.at + 1].includes("-")
  )
    return pipeTable(reader);
  if (/^\s*>/.test(line)) return quote(reader);
  if (LIST_ITEM.test(line)) return list(reader);
  return paragraph(reader);
}

function takeUntil(reader, end) {
  const from = reader.at;
  while (reader.at < reader.lines.length && !end.test(reader.lines[reader.at])) reader.at++;
  return reader.lines.slice(from, ++reader.at);
}

function fencedCode(reader, mark, language) {
  const from = ++reader.at;
  while (reader.at < reader.lines.length && !reader.lines[reader.at].trim().startsWith(mark)) reader.at++;
  return make("pre", {
    "data-language": language || null,
    text: reader.lines.slice(from, reader.at++).join("\n"),
  });
}

function displayMath(reader) {
  const from = reader.at;
  const closes = (line, first) => (first ? /\$\$.*\$\$/ : /\$\$/).test(line);
  while (reader.at < reader.lines.length && !closes(reader.lines[reader.at], reader.at === from)) reader.at++;
  const source = reader.lines
    .slice(from, ++reader.at)
    .join("\n")
    .trim()
    .replace(/^\$\$|\$\$$/g, "");
  return make("div", { class: "formula", text: source.trim() });
}

function pipeTable(reader) {
  const cells = (line) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/)
      .map((c) => c.trim().replaceAll("\\|", "|"));
  const head = cells(reader.lines[reader.at]);
  reader.at += 2;
  const rows = [];
  while (reader.at < reader.lines.length && reader.lines[reader.at].includes("|"))
    rows.push(cells(reader.lines[reader.at++]));
  const row = (tag, values) =>
    make(
      "tr",
      {},
      values.map((value) => make(tag, { dir: "auto" }, inline(value))),
    );
  return make(
    "table",
    {},
    make("thead", {}, row("th", head)),
    make(
      "tbody",
      {},
      rows.map((values) => row("td", values)),
    ),
  );
}

function quote(reader) {
  const block = make("blockquote");
  while (reader.at < reader.lines.length && /^\s*>/.test(reader.lines[reader.at])) {
    block.append(make("p", { dir: "auto" }, inline(reader.lines[reader.at++].replace(/^\s*>\s?/, ""))));
  }
  return block;
}

function list(reader) {
  const first = LIST_ITEM.exec(reader.lines[reader.at]);
  const indent = first[1].length;
  const ordered = /\d/.test(first[2]);
  const block = make(ordered ? "ol" : "ul", { start: ordered ? Number.parseInt(first[2], 10) : null });
  for (let item; (item = LIST_ITEM.exec(reader.lines[reader.at] ?? "")) && item[1].length >= indent;) {
    if (item[1].length > indent + 1 && block.lastChild) {
      block.lastChild.append(list(reader));
      continue;
    }
    reader.at++;
    block.append(make("li", { dir: "auto" }, inline(item[3] ?? "")));
  }
  return block;
}

function paragraph(reader) {
  const from = reader.at++;
  const starts = (line) =>
    !line.trim() ||
    PLACE.test(line) ||
    HEADING.test(line) ||
    TABULAR.test(line) ||
    LIST_ITEM.test(line) ||
    /^\s*(```|~~~|>|\$\$)/.test(line);
  while (reader.at < reader.lines.length && !starts(reader.lines[reader.at])) reader.at++;
  return make("p", {}, inline(reader.lines.slice(from, reader.at).join("\n")));
}

// Every alternative is bounded, so that a long run of asterisks costs linear time.
const INLINE = new RegExp(
  [
    String.raw`\\([!-\/:-@\[-\x60\{-~])`,
    String.raw`(\x60+)(.{1,800}?)\2`,
    String.raw`\$(?![\s\d])([^$\n]{1,800}?)(?<!\s)\$`,
    String.raw`\*\*(?=\S)([^]{1,800}?)(?<=\S)\*\*`,
    String.raw`(?<![\w*])[*_](?=[^\s*_])([^*_\n]{1,800}?)(?<=\S)[*_](?![\w*])`,
    String.raw`~~([^~\n]{1,400})~~`,
    String.raw`(!?)\[([^\]\n]{0,400})\]\(([^)\s]{0,800})(?:\s"[^"\n]{0,200}")?\)`,
  ].join("|"),
  "u",
);

function inline(text, depth = 0) {
  const out = [];
  for (let found; depth < 8 && (found = INLINE.exec(text));) {
    const [whole, escaped, , code, math, bold, italic, struck, image, label, target] = found;
    out.push(text.slice(0, found.index));
    if (escaped !== undefined) out.push(escaped);
    else if (code !== undefined) out.push(make("code", { text: code }));
    else if (math !== undefined) out.push(make("span", { class: "math", text: math }));
    else if (bold !== undefined) out.push(make("b", {}, inline(bold, depth + 1)));
    else if (italic !== undefined) out.push(make("i", {}, inline(italic, depth + 1)));
    else if (struck !== undefined) out.push(make("s", {}, inline(struck, depth + 1)));
    else
      out.push(
        make("span", { class: image ? "placeholder" : "link", title: target, text: label || target }),
      );
    text = text.slice(found.index + whole.length);
  }
  out.push(text);
  return out;
}
