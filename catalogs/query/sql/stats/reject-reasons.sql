-- Why rows were rejected
-- Rejects of the pipelines that make this domain, by stage and reason; none is dropped without one.
select stage, reason, count(*) as rejects,
       round(100 * count(*) / sum(count(*)) over (), 1) as percent
from rejects where pipeline in (select pipeline from domain_pipelines where domain = $domain)
group by stage, reason order by rejects desc, stage, reason limit 15;
