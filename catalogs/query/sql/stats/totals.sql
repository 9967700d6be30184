-- In numbers
-- What the domain holds. An input is a file or item of the source: its pages and formats count once.
select count(*) as samples, count(*) filter (trainable) as trainable,
       count(distinct (source, split_part(source_key, '#', 1))) as inputs,
       coalesce(sum(len(image_info)), 0) as images,
       coalesce(sum(n_tokens), 0) as tokens,
       coalesce(sum(n_text_tokens), 0) as text_tokens,
       coalesce(sum(n_vision_tokens), 0) as vision_tokens,
       coalesce(sum(n_loss_tokens), 0) as loss_tokens
from samples where domain = $domain;
