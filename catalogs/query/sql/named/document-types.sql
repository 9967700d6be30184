-- How many documents, samples and tokens each kind of document gives, for a balance by kind.
with kinds as (
    select meta->>'$.document_type' as document_type, n_tokens,
           regexp_replace(source_key, '[#&]pages?=.*', '') as document
    from samples
)
select document_type, count(distinct document) as documents, count(*) as samples, sum(n_tokens) as tokens,
       round(100 * sum(n_tokens) / sum(sum(n_tokens)) over (), 1) as pct
from kinds
where document_type is not null
group by document_type
order by tokens desc, document_type;
