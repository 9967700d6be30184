-- Runs
-- Each by its record: code, configuration, seed.
select run_id, status, started, ended, executor, left(git_commit, 12) as git_commit,
       left(config_sha256, 12) as config_sha256, seed
from runs where pipeline in (select pipeline from domain_pipelines where domain = $domain)
order by started desc limit 10;
