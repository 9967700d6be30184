-- Who made the answers
-- construction: generated with its truth; classical: a tool without a model; upstream: the source's annotation.
select label_source, engine, coalesce(model, '') as model, count(*) as samples
from samples where domain = $domain
group by all order by samples desc, label_source, engine, model;
