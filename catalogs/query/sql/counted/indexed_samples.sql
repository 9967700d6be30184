-- Samples out of the row indexes, as statistics ask for them; each question after it opens no file.
-- Licences and `trainable` as in the view `samples` (samples.sql).
create or replace temp table samples as
select indexed_rows.* replace (coalesce(licences.license, indexed_rows.license) as license,
                               coalesce(trainable, true) as trainable)
from indexed_rows
left join licences
  on licences.output = indexed_rows.output and licences.source = indexed_rows.source
     and (coalesce(trim(indexed_rows.license), '') = '' or list_contains(formerly, indexed_rows.license));
