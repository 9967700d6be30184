-- Every committed training record (schemas/sample.py) with where it lies and which run made it.
-- A shard older than the column `trainable` holds none that is not.
create or replace view samples as
select rows_of_files.* replace (replace(filename, 'vlcorpus://', '') as filename,
                                coalesce(trainable, true) as trainable),
       shards.output, shards.table_name, shards.pipeline, shards.partition, shards.run_id
from read_parquet(getvariable('sample_files'), union_by_name = true, filename = true, file_row_number = true)
     as rows_of_files
join shards on shards.path = replace(rows_of_files.filename, 'vlcorpus://', '');
