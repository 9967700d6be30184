-- Rejections out of the row indexes, as statistics ask for them.
create or replace temp table rejects as
select stage, reason, source, pipeline from indexed_rows;
