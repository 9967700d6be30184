// LaTeX tabular, as QwenVL-Markdown writes tables, to an HTML table. Source: docs/formats.md §5.4.

const TABULAR = /^\s*\\begin\{tabular\}(\[[^\]]*\])?\{/;
const LATEX_SYMBOLS = {
  textbackslash: "\\",
  textasciitilde: "~",
  textasciicircum: "^",
  textbar: "|",
  textless: "<",
  textgreater: ">",
  ldots: "…",
  times: "×",
  pm: "±",
  cdot: "·",
  quad: "  ",
  newline: "\n",
  textunderscore: "_",
};

function renderTabular(source) {
  const body = source
    .replace(/\\end\{tabular\}[\s\S]*$/, "")
    .slice(afterGroup(source, source.indexOf("{", source.indexOf("}"))));
  const table = make("table");
  const covered = []; // per column: how many rows below a \multirow still hide
  for (const line of splitOutsideGroups(
    body.replace(/\\(hline|toprule|midrule|bottomrule)\b|\\(cline|cmidrule)(\([^)]*\))?\{[^}]*\}/g, ""),
    "\\\\",
  )) {
    const cells = splitOutsideGroups(line, "&");
    if (cells.length === 1 && !cells[0].trim()) continue;
    table.append(tabularRow(cells, covered));
  }
  return table;
}

function tabularRow(cells, covered) {
  const row = make("tr");
  let column = 0;
  for (const source of cells) {
    const { text, colspan, rowspan } = unwrapSpans(source.trim());
    if (covered[column] > 0 && !text) {
      for (const after = column + colspan; column < after; column++) covered[column]--;
      continue;
    }
    const cell = make("td", { dir: "auto" }, latexInline(text));
    if (colspan > 1) cell.colSpan = colspan;
    if (rowspan > 1) cell.rowSpan = rowspan;
    for (const after = column + colspan; column < after; column++) covered[column] = rowspan - 1;
    row.append(cell);
  }
  return row;
}

// Take \multicolumn{n}{spec}{…} and \multirow{n}{width}{…} off, in either nesting.
function unwrapSpans(text) {
  let colspan = 1,
    rowspan = 1;
  for (;;) {
    const found = /^\\(multicolumn|multirow)\s*(?:\[[^\]]*\])?\{(\d{1,3})\}\s*(?:\[[^\]]*\])?(\{|\*)/.exec(
      text,
    );
    if (!found) return { text, colspan, rowspan };
    const start = found[3] === "*" ? found[0].length : afterGroup(text, found[0].length - 1);
    if (text[start] !== "{") return { text, colspan, rowspan };
    if (found[1] === "multicolumn") colspan = Math.max(1, Number(found[2]));
    else rowspan = Math.max(1, Number(found[2]));
    text = text.slice(start + 1, afterGroup(text, start) - 1).trim();
  }
}

// Return the index after the group that opens at `start`; the end of the text where it never closes.
function afterGroup(text, start) {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return i + 1;
  }
  return text.length;
}

function splitOutsideGroups(text, separator) {
  const parts = [];
  let depth = 0,
    from = 0;
  for (let i = 0; i < text.length; i++) {
    if (depth === 0 && text.startsWith(separator, i)) {
      parts.push(text.slice(from, i));
      from = i + separator.length;
      i = from - 1;
    } else if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}") depth = Math.max(0, depth - 1);
  }
  parts.push(text.slice(from));
  return parts;
}

const LATEX_INLINE = new RegExp(
  [
    String.raw`\\(textbf|textit|emph|texttt|makecell|shortstack|text)(?:\[[^\]]*\])?\{`,
    String.raw`\s*(\\\\)\s*`,
    String.raw`([{}])`,
    String.raw`\\([A-Za-z]+)(?:\{\}|\s|(?=[^A-Za-z]|$))`,
    String.raw`\\([&%$#_{}~^ ])`,
    String.raw`\$([^$]{1,500})\$`,
  ].join("|"),
);

function latexInline(text, depth = 0) {
  const out = [];
  for (let found; depth < 20 && (found = LATEX_INLINE.exec(text));) {
    out.push(text.slice(0, found.index));
    let after = found.index + found[0].length;
    if (found[1]) {
      const end = afterGroup(text, after - 1);
      const inner = latexInline(text.slice(after, end - 1), depth + 1);
      const tag = { textbf: "b", textit: "i", emph: "i", texttt: "code" }[found[1]] || "span";
      out.push(make(tag, {}, inner));
      after = end;
    } else if (found[2]) out.push("\n");
    else if (found[4]) out.push(Object.hasOwn(LATEX_SYMBOLS, found[4]) ? LATEX_SYMBOLS[found[4]] : found[0]);
    else if (found[5]) out.push(found[5]);
    else if (found[6]) out.push(make("span", { class: "math", text: found[6] }));
    // else a brace that only groups
    text = text.slice(after);
  }
  out.push(text);
  return out;
}
