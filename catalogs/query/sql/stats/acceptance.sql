-- Acceptance by stage
-- Rows into each stage, and the share of which something went on. More out than in: the stage fans out.
select table_name as "table", stage, sum(rows_in) as rows_in, sum(rows_rejected) as rejected, sum(rows_out) as rows_out,
       round(100 * sum(rows_kept) / nullif(sum(rows_in), 0), 1) as accepted_percent
from stages where pipeline in (select pipeline from domain_pipelines where domain = $domain)
group by table_name, position, stage order by table_name, position;
