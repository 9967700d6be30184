-- Licences
-- As the sources and their rows declare them. Samples without one cannot enter a mixture.
select coalesce(nullif(trim(license), ''), '(none)') as licence, count(*) as samples,
       count(distinct source) as sources
from samples where domain = $domain
group by licence order by samples desc, licence;
