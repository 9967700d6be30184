-- Every committed training record (schemas/sample.py) with where it lies and which run made it.
-- A shard older than the column `trainable` holds none that is not.
create or replace macro samples_of(files, files_differ) as table
select rows_of_files.* replace (replace(filename, 'vlcorpus://', '') as filename,
                                coalesce(licences.license, rows_of_files.license) as license,
                                coalesce(trainable, true) as trainable),
       shards.output, shards.table_name, shards.pipeline, shards.partition, shards.run_id
from read_parquet(files, union_by_name = files_differ, filename = true, file_row_number = true) as rows_of_files
join shards on shards.path = replace(rows_of_files.filename, 'vlcorpus://', '')
-- What was said last of a source holds for rows without a licence, and for those made under an earlier word.
left join licences
  on licences.output = shards.output and licences.source = rows_of_files.source
     and (coalesce(trim(rows_of_files.license), '') = '' or list_contains(formerly, rows_of_files.license));
create or replace view samples as
from samples_of(getvariable('sample_files'), getvariable('sample_files_differ'));
