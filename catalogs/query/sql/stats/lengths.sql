-- Tokens of a sample
-- A bar holds lengths from its number up to the next, both in tokens; the axis doubles.
with bins as (
    select floor(log2(greatest(n_tokens, 1)))::int as bin, count(*) as samples
    from samples where domain = $domain group by bin
)
select (2 ** bin)::bigint as tokens, coalesce(samples, 0) as samples
from range((select min(bin) from bins), (select max(bin) + 1 from bins)) as every(bin)
left join bins using (bin)
order by bin;
