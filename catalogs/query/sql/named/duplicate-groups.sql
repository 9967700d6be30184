-- Captions that say the same: groups by size, how near their pairs are, and which row stays.
with evidence as (select "group", min(text_pairs.similarity) as lowest, max(text_pairs.similarity) as highest
                  from text_pairs join duplicates on duplicates.id = text_pairs.id group by "group")
select "group", count(*) as rows, min(id) filter (keep) as stays,
       round(any_value(lowest)::double, 3) as lowest_similarity, round(any_value(highest)::double, 3) as highest_similarity
from duplicates left join evidence using ("group")
where "group" is not null
group by "group"
order by rows desc, "group";
