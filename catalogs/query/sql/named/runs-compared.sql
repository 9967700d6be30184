-- Two runs compared: which rows changed verdict, and at which stage. `absent`: the run made no verdict on the row.
-- $run_a: the run before, a run_id of `from runs`
-- $run_b: the run after
with before as (
    select id, coalesce(rejected_by || ': ' || reason, 'kept') as verdict from lineage where run_id = $run_a
), after as (
    select id, coalesce(rejected_by || ': ' || reason, 'kept') as verdict from lineage where run_id = $run_b
)
select coalesce(before.verdict, 'absent') as before, coalesce(after.verdict, 'absent') as after,
       count(*) as n, min(id) as for_example
from before full join after using (id)
where before.verdict is distinct from after.verdict
group by all
order by n desc, before, after;
