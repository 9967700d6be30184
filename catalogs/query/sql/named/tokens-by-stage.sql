-- Tokens of trainable samples by training stage of the report and domain, and the share of vision tokens.
select stage, domain, count(*) as samples, sum(n_tokens) as tokens, sum(n_loss_tokens) as loss_tokens,
       round(sum(n_vision_tokens) / sum(n_tokens), 3) as vision_share
from samples
where trainable
group by stage, domain
order by stage, domain;
