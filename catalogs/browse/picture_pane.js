// The left half: a picture with its boxes, a legend, the zoom, and the strip of a sample's other pictures.

function picturePane(row, view, answer, colours, go) {
  const index = Math.min(view.picture, row.pictures.length - 1);
  const picture = row.pictures[index];
  const marks = row.kind === "sample" ? marksOf(row, Math.max(0, index), answer.unmatched) : [];
  const stage = make(
    "div",
    { class: "stage", "data-zoom": view.zoom, tabindex: 0 },
    picture ? frame(picture, marks, colours) : emptyPicture(row),
  );
  return make(
    "section",
    { class: "picture-pane", "aria-label": "Picture" },
    make(
      "div",
      { class: "tools" },
      marks.length
        ? make("button", {
            type: "button",
            id: "boxes",
            "aria-pressed": String(view.boxes),
            title: "Show or hide the boxes (b)",
            text: `Boxes ${marks.length}`,
            onclick: () => go({ boxes: !view.boxes }),
          })
        : null,
      legend(marks, colours, view, go),
      make("div", { class: "spacer" }),
      picture?.width_px
        ? ["fit", "width", "100 %"].map((zoom) =>
            make("button", {
              type: "button",
              class: "segment",
              "aria-pressed": String(view.zoom === zoom),
              title: "z changes the zoom",
              text: zoom[0].toUpperCase() + zoom.slice(1),
              onclick: () => go({ zoom }),
            }),
          )
        : null,
    ),
    row.pictures.length > 1 ? strip(row, index, go) : null,
    stage,
    picture ? make("p", { class: "caption muted", text: pictureFacts(row, picture, index) }) : null,
  );
}

function frame(picture, marks, colours) {
  const number = picture.number ?? picture.thumbnail;
  if (number === null) return make("div", { class: "empty", text: picture.note });
  return make(
    "div",
    {
      class: "frame",
      vars: { "--ratio": picture.width_px / picture.height_px, "--px": `${picture.width_px}px` },
    },
    make("img", { src: pictureUrl(number), alt: "", decoding: "async", draggable: "false" }),
    overlay(marks, colours),
  );
}

function emptyPicture(row) {
  const text =
    row.kind === "reject"
      ? "No picture was kept of this row. Pictures are kept for the first of a reason in each partition."
      : "This sample has no picture.";
  return make("div", { class: "empty", text });
}

function strip(row, index, go) {
  const times = row.videos?.[0]?.frame_times_s ?? [];
  return make(
    "div",
    { class: "strip" },
    row.pictures.map((picture, i) =>
      make(
        "button",
        {
          type: "button",
          "aria-pressed": String(i === index),
          title: `Picture ${i}`,
          onclick: () => go({ picture: i }),
        },
        picture.thumbnail === null
          ? "?"
          : make("img", { src: pictureUrl(picture.thumbnail), alt: "", loading: "lazy" }),
        make("span", { text: times[i] === undefined ? i : `${times[i].toFixed(1)} s` }),
      ),
    ),
  );
}

function legend(marks, colours, view, go) {
  const counts = new Map();
  for (const mark of marks) counts.set(mark.label, (counts.get(mark.label) ?? 0) + 1);
  return make(
    "div",
    { class: "legend" },
    [...counts].slice(0, 40).map(([label, count]) =>
      make(
        "button",
        {
          type: "button",
          "data-legend": label,
          "aria-pressed": String(!view.hidden.has(label)),
          title: "Show or hide these boxes",
          vars: { "--label": colours.get(label) },
          onclick: () => go({ toggleLabel: label }),
        },
        make("i"),
        make("bdi", { text: label }),
        make("span", { class: "muted", text: number(count) }),
      ),
    ),
  );
}

function pictureFacts(row, picture, index) {
  const scaled =
    picture.number !== null && Math.max(picture.width_px, picture.height_px) > 1000
      ? " · shown scaled down to 1000 px"
      : "";
  return (
    [
      row.pictures.length > 1 ? `Picture ${index}` : null,
      `${picture.width_px} × ${picture.height_px} px`,
      picture.format,
      size(picture.bytes),
      picture.path,
      picture.note,
    ]
      .filter(Boolean)
      .join(" · ") + scaled
  );
}
