-- Visual clusters with few images, far from others: what they want, what the pool gave, what is missing.
select cluster, n as images, round(density::double, 3) as density, round(isolation::double, 3) as isolation,
       round(weight::double, 2) as weight, wanted, from_pool, missing, views, captions[1] as nearest_caption
from visual_clusters join visual_requests using (cluster)
order by density, cluster;
