-- What will not fit a stage: samples by length, for each domain. A bin ends at its limit in tokens, included.
with binned as (
    select domain, n_tokens,
           list_min(list_filter([512, 1024, 2048, 4096, 8192, 32768, 262144], lambda l: n_tokens <= l)) as up_to
    from samples
)
select domain, coalesce(up_to::varchar, 'more') as up_to_tokens, count(*) as samples, sum(n_tokens) as tokens,
       round(100 * count(*) / sum(count(*)) over (partition by domain), 1) as pct
from binned
group by domain, up_to
order by domain, up_to nulls last;
