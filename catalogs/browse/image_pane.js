// The left half: an image with its boxes, a legend, the zoom, and the strip of a sample's other images.

function imagePane(row, view, answer, colours, go) {
  const index = Math.min(view.image, row.images.length - 1);
  const image = row.images[index];
  const marks = row.kind === "sample" ? marksOf(row, Math.max(0, index), answer.unmatched) : [];
  const stage = make(
    "div",
    { class: "stage", "data-zoom": view.zoom, tabindex: 0 },
    image ? frame(image, marks, colours) : emptyImage(row),
  );
  return make(
    "section",
    { class: "image-pane", "aria-label": "Image" },
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
      image?.width_px
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
    row.images.length > 1 ? strip(row, index, go) : null,
    stage,
    image ? make("p", { class: "caption muted", text: imageFacts(row, image, index) }) : null,
  );
}

function frame(image, marks, colours) {
  const number = image.number ?? image.thumbnail;
  if (number === null) return make("div", { class: "empty", text: image.note });
  return make(
    "div",
    {
      class: "frame",
      vars: { "--ratio": image.width_px / image.height_px, "--px": `${image.width_px}px` },
    },
    make("img", { src: imageUrl(number), alt: "", decoding: "async", draggable: "false" }),
    overlay(marks, colours),
  );
}

function emptyImage(row) {
  const text =
    row.kind === "reject"
      ? "No image was kept of this row. Images are kept for the first of a reason in each partition."
      : "This sample has no image.";
  return make("div", { class: "empty", text });
}

function strip(row, index, go) {
  const times = row.videos?.[0]?.frame_times_s ?? [];
  return make(
    "div",
    { class: "strip" },
    row.images.map((image, i) =>
      make(
        "button",
        {
          type: "button",
          "aria-pressed": String(i === index),
          title: `Image ${i}`,
          onclick: () => go({ image: i }),
        },
        image.thumbnail === null
          ? "?"
          : make("img", { src: imageUrl(image.thumbnail), alt: "", loading: "lazy" }),
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

function imageFacts(row, image, index) {
  const scaled =
    image.number !== null && Math.max(image.width_px, image.height_px) > 1000
      ? " · shown scaled down to 1000 px"
      : "";
  return (
    [
      row.images.length > 1 ? `Image ${index}` : null,
      `${image.width_px} × ${image.height_px} px`,
      image.format,
      size(image.bytes),
      image.path,
      image.note,
    ]
      .filter(Boolean)
      .join(" · ") + scaled
  );
}
