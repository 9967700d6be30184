-- Rejections of the shards that no row index holds.
insert into temp.rejects by name
select stage, reason, source, pipeline
from rejects_of(list_concat(getvariable('reject_empty_files'), getvariable('other_files')),
                getvariable('reject_files_differ'));
