"""A page on the visual clusters of a corpus: a map of them, how evenly they are covered, which are sparse.

One HTML file with its images inside; it fetches nothing and runs nothing. Text of the corpus is taken for
hostile: the template escapes it, and a Content-Security-Policy allows images out of the page only.
"""

import base64
import io
import math
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import PIL.Image

from vlcorpus.catalogs.query.relations import existing_tables
from vlcorpus.catalogs.reports.card import prose, shown
from vlcorpus.catalogs.reports.charts import bars
from vlcorpus.catalogs.reports.pages import template
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.clusters import ClusterRequest, Coverage, VisualCluster
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.former.rows import as_of_today
from vlcorpus.schemas.open_image import open_image

TABLES = ("visual_clusters", "visual_coverage", "visual_requests", "captioned")
LAYOUT_1_NAMES = dict(zip(("regions", "coverage", "requests", "captioned"), TABLES, strict=True))
EXEMPLARS = 4  # images shown of a cluster
SPARSE_SHOWN, DENSE_SHOWN = 38, 12  # clusters shown with their images, which are 200 together
LISTED = 1_000  # sparse clusters that are listed without images
DRAWN = 20_000  # clusters drawn on the map, which are some MB
THUMBNAIL_PX = 160
WIDTH, HEIGHT, MARGIN = 916, 640, 34  # px of the map; its height is what the clusters take
CIRCLES_SHARE = 0.08  # share of the map's area that all circles take together
MIN_RADIUS, MAX_RADIUS = 1.6, 30.0
THIN, MEDIAN, DENSE = (0xC2, 0x4E, 0x17), (0xDD, 0xE1, 0xE6), (0x1D, 0x55, 0x78)
DOUBLINGS = 3  # how often density doubles from the median to either end of the colours
SUBSETS = {
    "found": "as found",
    "kept": "after dedup of captions",
    "weighted": "as training draws them",
    "filled": "with the pool's images",
}


@dataclass(frozen=True)
class Exemplar:
    caption: str
    thumbnail: str | None  # data URI; None for an image that does not open


@dataclass(frozen=True)
class Circle:
    cluster: VisualCluster
    x: float
    y: float
    radius: float
    color: str
    linked: bool  # whether a click leads to the cluster further down
    title: str


@dataclass(frozen=True)
class Shown:
    cluster: VisualCluster
    request: ClusterRequest | None
    exemplars: list[Exemplar]


def build_clusters_page(output: str) -> str:
    """Return the HTML page of the visual clusters at `output`. What is not there yet, the page says in words.

    Raises ConfigError where `output` holds no table of visual clusters at all.
    """
    tables = _tables(output)
    if not tables.keys() - {"captioned"}:
        raise ConfigError(
            f"{output}: holds no table `visual_clusters`, `visual_coverage` or `visual_requests`. "
            "Name the output of a captions run; `vlcorpus run captions --output … --input …` makes one."
        )
    notes: list[str] = []
    clusters, coverage, requests = (_rows(tables, name, notes) for name in TABLES[:3])
    if clusters and "captioned" not in tables:
        notes.append("There is no table `captioned`: no images are shown.")
    by_cluster = {request.cluster: request for request in requests}
    sparse = sorted((r for r in clusters if r.sparse), key=lambda r: (-r.budget, -r.isolation, r.cluster))
    dense = sorted((r for r in clusters if r.n and not r.sparse), key=lambda r: (-r.density, r.cluster))
    first, densest = sparse[:SPARSE_SHOWN], dense[:DENSE_SHOWN]
    images = _exemplars(tables.get("captioned"), [*first, *densest])
    page = {
        "output": output,
        "notes": notes,
        "tiles": list(_tiles(clusters, requests)),
        "n_clusters": len(clusters),
        "map": _map(clusters, {r.cluster for r in first}),
        "drawn": min(DRAWN, len(clusters)),
        "coverage": [(SUBSETS.get(row.subset, row.subset), row) for row in coverage],
        "coverage_chart": _coverage_chart(coverage, len(clusters)),
        "n_sparse": len(sparse),
        "sparse": [Shown(r, by_cluster.get(r.cluster), images.get(r.cluster, [])) for r in first],
        "others": [
            Shown(r, by_cluster.get(r.cluster), []) for r in sparse[SPARSE_SHOWN : SPARSE_SHOWN + LISTED]
        ],
        "dense": [Shown(r, None, images.get(r.cluster, [])) for r in densest],
    }
    return template("clusters.html", shown=shown, prose=prose, share=_share).render(page)


def _tables(output: str) -> dict[str, TableStore]:
    """Return the tables that the page shows, by the names that they have today."""
    found = {}
    for table in existing_tables(output):
        names = LAYOUT_1_NAMES if table.manifest().layout == 1 else {name: name for name in TABLES}
        if table.name in names:
            found[names[table.name]] = table
    return found


def _rows(tables: dict[str, TableStore], name: str, notes: list[str]) -> list:
    """Return the committed rows of a table; note what is missing of it."""
    if name not in tables:
        notes.append(f"There is no table `{name}` yet: the run has not come to it, or has no such step.")
        return []
    table, committed = tables[name], tables[name].committed()
    if len(committed) < (n := table.manifest().n_partitions):
        notes.append(
            f"Table `{name}` is not finished: {len(committed)} of {n} partitions. Run again to go on."
        )
    return [as_of_today(row) for index in committed for row in table.rows(index)]


def _tiles(clusters: list[VisualCluster], requests: list[ClusterRequest]) -> Iterator[tuple[str, str]]:
    yield "clusters", f"{len(clusters):,}"
    yield "images found", f"{sum(r.n_found for r in clusters):,}"
    yield "that stay", f"{sum(r.n for r in clusters):,}"
    yield "sparse clusters", f"{sum(r.sparse for r in clusters):,}"
    yield "images wanted", f"{sum(r.budget for r in clusters):,}"
    yield "from the pool", f"{sum(r.from_pool for r in requests):,}" if requests else "–"
    yield "missing", f"{sum(r.missing for r in requests):,}" if requests else "–"


def _coverage_chart(coverage: list[Coverage], n_clusters: int) -> str:
    values = [(SUBSETS.get(row.subset, row.subset), round(row.effective_clusters, 1)) for row in coverage]
    return bars(values, full=n_clusters or None, label="Effective clusters of each subset")


def _map(clusters: list[VisualCluster], linked: set[int]) -> dict:
    """Return width, height and circles in px: large ones first, so that none hides a smaller one."""
    drawn = sorted(clusters, key=lambda r: (not r.sparse, -r.n, r.cluster))[:DRAWN]
    drawn.sort(key=lambda r: (r.sparse, -r.n, r.cluster))
    left, right = _ends([r.x for r in drawn])
    low, high = _ends([r.y for r in drawn])
    scale = min((WIDTH - 2 * MARGIN) / max(right - left, 1e-6), (HEIGHT - 2 * MARGIN) / max(high - low, 1e-6))
    scale = min(scale, WIDTH)  # a lone cluster stands in the middle
    height = round((high - low) * scale) + 2 * MARGIN
    area = CIRCLES_SHARE * WIDTH * height / max(1, sum(r.n for r in drawn))
    circles = [
        Circle(
            cluster=r,
            x=round(WIDTH / 2 + (r.x - (left + right) / 2) * scale, 1),
            y=round(height / 2 - (r.y - (low + high) / 2) * scale, 1),
            radius=round(min(MAX_RADIUS, max(MIN_RADIUS, math.sqrt(r.n * area / math.pi))), 1),
            color=_color(r.density),
            linked=r.cluster in linked,
            title=f"Cluster {r.cluster}: {r.n:,} of {r.n_found:,} images stay, density {r.density:.3g}, "
            f"isolation {r.isolation:.3f}" + (f", sparse: {r.budget:,} wanted" if r.sparse else ""),
        )
        for r in drawn
    ]
    colors = [_color(2.0**step) for step in range(-DOUBLINGS, DOUBLINGS + 1)]
    return {"width": WIDTH, "height": height, "circles": circles, "colors": colors}


def _ends(values: list[float]) -> tuple[float, float]:
    return min(values, default=0.0), max(values, default=0.0)


def _color(density: float) -> str:
    """Return the fill of a circle: by doublings of the median's density, thin, median or dense."""
    place = max(-1.0, min(1.0, math.log2(max(density, 1e-9)) / DOUBLINGS))
    end = DENSE if place > 0 else THIN
    mixed = (round(m + abs(place) * (e - m)) for m, e in zip(MEDIAN, end, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _exemplars(captioned: TableStore | None, clusters: Iterable[VisualCluster]) -> dict[int, list[Exemplar]]:
    """Return images and captions of the clusters' first exemplars.

    Their positions say where they lie: a partition and a number in its shard. Only row groups that hold one
    are read.
    """
    if captioned is None:
        return {}
    wanted: dict[int, dict[int, str]] = {}
    for cluster in clusters:
        for position, id in list(zip(cluster.positions, cluster.exemplars, strict=False))[:EXEMPLARS]:
            wanted.setdefault(position >> 32, {})[position & 0xFFFFFFFF] = id
    found: dict[str, Exemplar] = {}
    for partition in sorted(wanted.keys() & set(captioned.committed())):
        found |= _read_exemplars(captioned, partition, wanted[partition])
    return {r.cluster: [found[id] for id in r.exemplars[:EXEMPLARS] if id in found] for r in clusters}


def _read_exemplars(captioned: TableStore, partition: int, wanted: dict[int, str]) -> dict[str, Exemplar]:
    found, start = {}, 0
    with captioned.open_shard(partition) as shard:
        for group in range(shard.num_row_groups):
            end = start + shard.metadata.row_group(group).num_rows
            numbers = [number - start for number in wanted if start <= number < end]
            start = end
            if numbers:
                rows = shard.read_row_group(group, columns=["id", "content", "caption.text"]).take(numbers)
                for row in rows.to_pylist():
                    caption = (row["caption"] or {}).get("text") or ""
                    found[row["id"]] = Exemplar(caption, _thumbnail(row["content"]))
    return found


def _thumbnail(content: bytes) -> str | None:
    """Return a JPEG of at most `THUMBNAIL_PX`, on white; `verify` tells of what does not open."""
    try:
        with warnings.catch_warnings(), open_image(content) as image:
            warnings.simplefilter("ignore")
            image.draft("RGB", (2 * THUMBNAIL_PX, 2 * THUMBNAIL_PX))
            whole = image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError):
        return None
    whole.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX))
    ground = PIL.Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"
