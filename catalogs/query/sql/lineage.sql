-- One line per id: its verdict, what made it, and the run, code and configuration behind that.
create or replace view lineage as
with verdicts as (
    select id, source, source_key, license, 'kept' as verdict, null as rejected_by, null as reason,
           parents, label_source, engine, model, generated, prompt_sha256,
           output, table_name, pipeline, partition, run_id, filename, file_row_number
    from samples
    union all by name
    select id, source, source_key, license, 'rejected' as verdict, stage as rejected_by, reason,
           output, table_name, pipeline, partition, run_id, filename, file_row_number
    from rejects
)
select verdicts.*, runs.started, runs.git_commit, runs.config_sha256, runs.seed, runs.versions
from verdicts
left join runs using (output, run_id);
