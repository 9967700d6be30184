-- Images that no sample has: the other copies were rejected, and later the caption of the one that stayed.
select rejects.id as stayed, rejects.source_key, rejects.reason, count(*) - 1 as other_copies
from copies join rejects on rejects.id = copies."group"
where rejects.table_name = 'captioned' and rejects.reason <> 'image_copy'
group by all
order by other_copies desc, stayed;
