// State, its address, and the keys. The address holds what is looked at: a link shows others the same.

const PAGE = JSON.parse(document.getElementById("data").textContent);
const ROWS = new Map();
for (const row of PAGE.rows) {
  row.uid = row.id;
  for (let copy = 2; ROWS.has(row.uid); copy++) row.uid = `${row.id}~${copy}`;
  ROWS.set(row.uid, row);
}

const byId = (id) => document.getElementById(id);
const preferences = { boxes: true, zoom: "fit", hidden: new Set() }; // not in the address
let state = readAddress();
let cursor = null; // uid of the card the keys are at

function readAddress() {
  const hash = location.hash.slice(1);
  const address = new URLSearchParams(hash.includes("=") || !hash ? hash : `id=${hash}`);
  const row = ROWS.get(address.get("id"));
  const first = PAGE.rows.some((r) => r.kind === "sample") ? "sample" : "reject";
  const kind = row?.kind ?? (Object.hasOwn(KINDS, address.get("kind")) ? address.get("kind") : first);
  return {
    kind,
    q: address.get("q") ?? "",
    page: Math.max(1, Number(address.get("page")) || 1),
    id: row ? row.uid : null,
    missing: row ? null : address.get("id"),
    tab: address.get("tab"),
    image: Math.max(0, Number(address.get("image")) || 0),
    filters: Object.fromEntries(FACETS[kind].map((facet) => [facet, address.getAll(facet)])),
  };
}

function addressOf(where) {
  const address = new URLSearchParams({ kind: where.kind });
  if (where.q) address.set("q", where.q);
  for (const [facet, values] of Object.entries(where.filters))
    for (const value of values) address.append(facet, value);
  if (where.page > 1) address.set("page", where.page);
  if (where.id) address.set("id", where.id);
  if (where.id && where.tab) address.set("tab", where.tab);
  if (where.id && where.image) address.set("image", where.image);
  return `#${address}`;
}

// Go where `change` says. Opening and closing a row are steps of the browser's history, the rest is not.
function go(change) {
  const { step, boxes, zoom, toggleLabel, ...where } = change;
  if (boxes !== undefined) preferences.boxes = boxes;
  if (zoom !== undefined) preferences.zoom = zoom;
  if (toggleLabel !== undefined && !preferences.hidden.delete(toggleLabel))
    preferences.hidden.add(toggleLabel);
  const before = state;
  state = { ...state, ...where };
  if (step) moveDetail(step);
  if (state.id !== before.id) state.image = where.image ?? 0;
  const isStep = Boolean(state.id) !== Boolean(before.id);
  history[isStep ? "pushState" : "replaceState"](null, "", addressOf(state));
  if (toggleLabel !== undefined || boxes !== undefined || zoom !== undefined) applyPreferences();
  if (Object.keys(where).length || step) show(before);
}

function moveDetail(step) {
  const visible = visibleRows(PAGE.rows, state);
  const next = visible[visible.findIndex((row) => row.uid === state.id) + step];
  if (!next) return;
  state.id = cursor = next.uid;
  state.page = Math.floor(visible.indexOf(next) / PER_PAGE) + 1;
}

function show(before = null) {
  const listChanged =
    !before || ["kind", "q", "page", "filters"].some((name) => before[name] !== state[name]);
  if (listChanged) showGallery();
  byId("gallery").hidden = state.id !== null;
  byId("detail").hidden = state.id === null;
  if (state.id !== null) showDetail();
  else {
    byId("detail").replaceChildren();
    if (before?.id) focusCard(before.id);
  }
}

function showGallery() {
  const visible = visibleRows(PAGE.rows, state);
  state.page = Math.min(state.page, Math.max(1, Math.ceil(visible.length / PER_PAGE)));
  const rows = visible.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE);
  document.querySelector(".kinds").replaceChildren(...kindTabs(state, go));
  document.querySelector(".pager").replaceChildren(...pager(visible.length, state.page, go).filter(Boolean));
  byId("facets").replaceChildren(...facetLists(state, go));
  if (byId("search").value !== state.q) byId("search").value = state.q;
  const cards = byId("cards");
  cards.className = state.kind === "sample" ? "grid" : "lines";
  cards.replaceChildren(
    ...rows.map((row) =>
      card(row, preferences.boxes, addressOf({ ...state, id: row.uid, tab: null, image: 0 })),
    ),
  );
  if (!rows.length) cards.append(make("p", { class: "empty", text: emptyText() }));
  cards.scrollTop = 0;
}

function emptyText() {
  const chosen = Object.values(state.filters).some((values) => values.length) || state.q;
  if (chosen) return "Nothing on this page matches. Clear a filter or the search.";
  const all = number(PAGE.totals[state.kind].rows);
  return `This page shows no ${KINDS[state.kind].toLowerCase()}; the corpus has ${all}.`;
}

function showDetail() {
  const row = ROWS.get(state.id);
  const visible = visibleRows(PAGE.rows, state);
  const view = { ...preferences, tab: state.tab, image: state.image };
  byId("detail").replaceChildren(detailView(row, view, { at: visible.indexOf(row), of: visible.length }, go));
  applyPreferences();
  const sheet = document.querySelector(".sheet");
  if (sheet) fitLayout(sheet);
}

function applyPreferences() {
  const { boxes, zoom, hidden } = preferences;
  document.body.classList.toggle("without-boxes", !boxes);
  for (const button of document.querySelectorAll("#boxes, #card-boxes"))
    button.setAttribute("aria-pressed", String(boxes));
  for (const stage of document.querySelectorAll(".stage")) stage.dataset.zoom = zoom;
  for (const button of document.querySelectorAll(".segment"))
    button.setAttribute("aria-pressed", String(button.textContent.toLowerCase() === zoom));
  for (const mark of document.querySelectorAll(".stage .mark"))
    mark.classList.toggle("hidden", hidden.has(mark.dataset.label));
  for (const button of document.querySelectorAll("[data-legend]"))
    button.setAttribute("aria-pressed", String(!hidden.has(button.dataset.legend)));
}

function focusCard(uid) {
  const found = [...document.querySelectorAll("[data-uid]")].find((node) => node.dataset.uid === uid);
  if (!found) return;
  cursor = uid;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: "nearest" });
}

function moveCursor(step) {
  const uids = [...document.querySelectorAll("[data-uid]")].map((node) => node.dataset.uid);
  const next = uids.indexOf(document.activeElement?.dataset?.uid ?? cursor) + step;
  if (next >= 0 && next < uids.length) return focusCard(uids[next]);
  const page = state.page;
  go({ page: Math.max(1, page + step) });
  if (state.page !== page)
    focusCard([...document.querySelectorAll("[data-uid]")].at(step > 0 ? 0 : -1).dataset.uid);
}

const ZOOMS = ["fit", "width", "100 %"];

function onKey(event) {
  const typing = event.target.matches?.("input");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return state.id !== null ? go({ id: null }) : byId("search").blur();
  if (typing) return;
  const step = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[event.key];
  const tabs = state.id === null ? [] : Object.keys(TABS[state.kind]);
  if (step && state.id !== null) go({ step });
  else if (step) moveCursor(step);
  else if (event.key === "/" && state.id === null) byId("search").focus();
  else if (event.key === "b") toggleBoxes();
  else if (event.key === "z" && state.id !== null)
    go({ zoom: ZOOMS[(ZOOMS.indexOf(preferences.zoom) + 1) % ZOOMS.length] });
  else if (tabs[Number(event.key) - 1]) go({ tab: tabs[Number(event.key) - 1] });
  else return;
  event.preventDefault();
}

function toggleBoxes() {
  go({ boxes: !preferences.boxes });
  if (state.id === null) showGallery();
}

function showNotes() {
  const notes = [];
  const left = PAGE.images_left_out;
  if (left) {
    notes.push(
      `${number(left)} images are here only as thumbnails: the page stops at ${size(PAGE.max_bytes)} of ` +
        "images. Choose fewer rows with --limit or --query.",
    );
  }
  if (state.missing) notes.push(`The row ${state.missing} of this link is not on this page.`);
  byId("notes").hidden = !notes.length;
  byId("notes").textContent = notes.join(" ");
}

let typingPause = 0;
byId("search").addEventListener("input", (event) => {
  clearTimeout(typingPause);
  typingPause = setTimeout(() => go({ q: event.target.value, page: 1 }), 120);
});
byId("card-boxes").addEventListener("click", toggleBoxes);
byId("filters-toggle").addEventListener("click", () => document.body.classList.toggle("with-filters"));
document.addEventListener("keydown", onKey);
window.addEventListener("popstate", () => {
  const before = state;
  state = readAddress();
  show(before);
});
const folderName = (output) => output.split("/").filter(Boolean).at(-1);
document.title = `vlcorpus · ${PAGE.outputs.map(folderName).join(", ")}`;
showNotes();
show();
