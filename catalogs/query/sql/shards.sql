-- The committed Parquet files; `kind` is data or rejects.
create or replace view shards as
select output, table_name, pipeline, partition, run_id, 'data' as kind,
       data_path as path, rows, data_bytes as bytes, data_sha256 as sha256
from commits
where data_path is not null
union all
select output, table_name, pipeline, partition, run_id, 'rejects',
       rejects_path, rejects, rejects_bytes, rejects_sha256
from commits
where rejects_path is not null;
