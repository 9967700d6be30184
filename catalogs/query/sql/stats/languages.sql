-- Languages
-- By the most frequent language of a sample (ISO 639-1); `und`: it could not be told.
select coalesce(lang[1], 'und') as language, count(*) as samples, sum(n_text_tokens) as text_tokens
from samples where domain = $domain
group by language order by samples desc, language limit 20;
