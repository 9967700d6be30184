-- Samples whose messages and media equal another sample's (by content_sha256; near duplicates are not counted).
with clusters as (select domain, content_sha256, count(*) as n from samples group by domain, content_sha256)
select domain, sum(n) as samples, sum(n - 1) as surplus, round(sum(n - 1) / sum(n), 4) as duplicate_share,
       max(n) as largest_cluster
from clusters
group by domain
order by duplicate_share desc, domain;
