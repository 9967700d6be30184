-- Sources
-- Where the data came from, and how many of its rows became samples or were rejected.
with kept as (
    select source, count(*) as samples, count(distinct split_part(source_key, '#', 1)) as inputs
    from samples where domain = $domain group by source
), lost as (
    select source, count(*) as rejects
    from rejects where pipeline in (select pipeline from domain_pipelines where domain = $domain) group by source
)
select source, coalesce(inputs, 0) as inputs_with_samples, coalesce(samples, 0) as samples,
       coalesce(rejects, 0) as rejects
from kept full join lost using (source)
order by samples desc, source limit 20;
