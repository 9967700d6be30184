-- Sources whose trainable samples carry no licence. Must be empty before an export.
select source, count(*) as samples, min(source_key) as for_example
from samples
where trainable and (license is null or trim(license) = '')
group by source
order by samples desc;
