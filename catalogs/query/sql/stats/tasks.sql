-- Tasks
-- Samples by task, mode and first training stage that takes them.
select task, mode, stage, count(*) as samples, sum(n_tokens) as tokens, median(n_tokens)::int as median_tokens
from samples where domain = $domain
group by task, mode, stage order by samples desc, task;
