-- Throughput
-- Of committed partitions, in rows and tokens of the table per second of one worker and per CPU second.
select table_name as "table", count(*) as partitions, sum(rows) as rows,
       round(sum(wall_s), 1) as worker_s, round(sum(cpu_s), 1) as cpu_s,
       round(sum(rows) / nullif(sum(wall_s), 0), 1) as rows_per_worker_s,
       round(sum(tokens) / nullif(sum(wall_s), 0)) as tokens_per_worker_s,
       round(sum(rows) / nullif(sum(cpu_s), 0), 1) as rows_per_cpu_s
from commits where pipeline in (select pipeline from domain_pipelines where domain = $domain)
group by table_name order by table_name;
