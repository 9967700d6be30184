-- How evenly images cover the visual clusters: as found, after dedup, with fills, as training weighs them.
select subset, n as images, n_clusters as clusters, round(effective_clusters, 1) as effective_clusters,
       round(vendi, 1) as vendi
from visual_coverage;
