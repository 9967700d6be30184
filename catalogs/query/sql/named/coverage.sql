-- How evenly pictures cover the visual regions: as found, after dedup, with fills, as training weighs them.
select subset, n as pictures, n_regions as regions, round(effective_regions, 1) as effective_regions,
       round(vendi, 1) as vendi
from coverage;
