-- Samples made and rows rejected, by source. One input may give many samples: yield is a share of verdicts.
with kept as (select source, count(*) as kept from samples group by source),
     lost as (select source, count(*) as rejected from rejects group by source)
select source, coalesce(kept, 0) as kept, coalesce(rejected, 0) as rejected,
       round(coalesce(kept, 0) / (coalesce(kept, 0) + coalesce(rejected, 0)), 3) as yield
from kept full join lost using (source)
order by kept + rejected desc, source;
