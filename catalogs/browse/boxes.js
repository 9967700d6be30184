// Boxes and points over an image, in percent of its sides: they fit at any size, lines and tags keep theirs.

const POINT_PX = 5; // radius

// `marks`: [{ key, box | point in percent, label, nth, ghost }]
function overlay(marks, colours, { numbered = true } = {}) {
  return draw(
    "svg",
    { class: "overlay", "aria-hidden": "true" },
    marks.map((mark) => {
      const shape = mark.point ? pointShape(mark.point) : boxShape(mark.box);
      const at = mark.point ? [mark.point[0], mark.point[1]] : [mark.box[0], mark.box[1]];
      return draw(
        "g",
        {
          class: mark.ghost ? "mark ghost" : "mark",
          "data-key": mark.key,
          "data-label": mark.label,
          vars: { "--label": colours.get(mark.label) ?? "#64748b" },
        },
        draw("title", { text: mark.nth ? `${mark.nth} · ${mark.label}` : mark.label }),
        shape,
        numbered && mark.nth ? tag(at, mark.nth, mark.point ? POINT_PX + 2 : 0) : null,
      );
    }),
  );
}

function boxShape([x1, y1, x2, y2]) {
  return draw("rect", {
    x: percent(x1),
    y: percent(y1),
    width: percent(Math.max(0, x2 - x1)),
    height: percent(Math.max(0, y2 - y1)),
  });
}

function pointShape([x, y]) {
  return draw("circle", { cx: percent(x), cy: percent(y), r: POINT_PX });
}

// A small filled tag left of the box, where it covers nothing; inside where the image has no margin.
function tag([x, y], nth, away) {
  const width = 6 + 6 * String(nth).length;
  const left = x < 2 ? away : -width - away;
  return draw(
    "svg",
    { x: percent(x), y: percent(y), class: "tag", width, height: 13, overflow: "visible" },
    draw("rect", { class: "tag-ground", x: left, y: 0, width, height: 13, rx: 2 }),
    draw("text", { x: left + width / 2, y: 10, text: nth }),
  );
}

const percent = (value) => `${+value.toFixed(3)}%`;

// The marks of image `number`: the objects by their pixels, then what only the answer says (dashed).
function marksOf(row, number, unmatched = []) {
  const image = row.images[number];
  if (!image?.width_px) return [];
  const inPercent = (px) =>
    px.map((value, i) => (value / (i % 2 ? image.height_px : image.width_px)) * 100);
  const marks = [];
  row.objects.forEach((thing, index) => {
    if (thing.image !== number || !(thing.bbox_px || thing.point_px)) return;
    marks.push({
      key: `o${index}`,
      label: thing.label,
      nth: index + 1,
      box: thing.bbox_px && inPercent(thing.bbox_px),
      point: thing.bbox_px ? null : inPercent(thing.point_px),
    });
  });
  if (number === 0)
    unmatched.forEach((element, index) => {
      marks.push({
        key: `e${index}`,
        label: element.label,
        ghost: true,
        box: element.box?.map((v) => v / 10),
        point: element.box ? null : element.point.map((v) => v / 10),
      });
    });
  return marks;
}
