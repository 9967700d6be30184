// The answer's elements where their boxes say, on an empty page of the image's shape, to compare by eye.

function layoutView(elements, image, colours) {
  const sheet = make("div", { class: "sheet", vars: { "--ratio": image.width_px / image.height_px } });
  for (const element of elements) {
    if (!element.box) continue;
    const [x1, y1, x2, y2] = element.box.map((v) => v / 10);
    const copy = element.node.cloneNode(true);
    copy.className = "laid";
    sheet.append(
      make(
        "div",
        {
          class: "place",
          "data-key": element.key,
          vars: {
            left: percent(x1),
            top: percent(y1),
            width: percent(x2 - x1),
            height: percent(y2 - y1),
            "--label": colours.get(element.label) ?? "#64748b",
          },
        },
        copy,
      ),
    );
  }
  return sheet;
}

// Set each element in the largest type that its box holds. Call it while the sheet is in the document.
function fitLayout(sheet) {
  for (const place of sheet.children) {
    const height = place.clientHeight,
      width = place.clientWidth;
    let low = 2,
      high = 28;
    for (let step = 0; step < 6; step++) {
      const middle = (low + high) / 2;
      place.style.fontSize = `${middle}px`;
      const inner = place.firstChild;
      if (inner.scrollHeight <= height + 1 && inner.scrollWidth <= width + 1) low = middle;
      else high = middle;
    }
    place.style.fontSize = `${low}px`;
  }
}
