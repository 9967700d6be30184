-- Where rows die: rejects by stage and reason, with their share of the pipeline's rejects in percent.
select pipeline, stage, reason, count(*) as n,
       round(100 * count(*) / sum(count(*)) over (partition by pipeline), 1) as pct
from rejects
group by pipeline, stage, reason
order by pipeline, n desc, reason;
