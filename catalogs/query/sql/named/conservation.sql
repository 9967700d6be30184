-- Stages that lost rows: rows_in must be rows_kept + rows_rejected. Must be empty.
select output, table_name, partition, position, stage, rows_in, rows_kept, rows_rejected,
       rows_in - rows_kept - rows_rejected as lost
from stages
where rows_in <> rows_kept + rows_rejected
order by all;
