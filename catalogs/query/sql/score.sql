-- The value of one named measure of a sample: `score(scores, 'sharpness')`, null where it was not measured.
create or replace macro score(scores, name) as
    list_extract(list_filter(scores, lambda s: s."name" = name), 1)."value";
