-- How rows passed each stage of each committed partition. `position` counts from 0 at the source.
create or replace view stages as
select output, table_name, pipeline, partition, run_id, position - 1 as position, unnest(stages[position])
from (
    select *, unnest(range(1, len(stages) + 1)) as position
    from commits
);
