-- One row's life: its verdict, the rows it came from and the rows made of it, with run, code and place on disk.
-- $id: the row's id, 32 hex digits
select case when id = $id then 'this row'
            when list_contains(parents, $id) then 'made of it'
            else 'it was made of' end as relation,
       id, source, source_key, license, verdict, rejected_by, reason, label_source, engine, model, generated,
       prompt_sha256, run_id, git_commit, config_sha256, filename, file_row_number
from lineage
where id = $id
   or list_contains(parents, $id)
   or id in (select unnest(parents) from samples where id = $id)
order by relation = 'this row' desc, relation, source_key;
