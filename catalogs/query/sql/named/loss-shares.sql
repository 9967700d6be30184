-- Each domain's share of the gradient under three normalisations of the loss, of trainable samples.
select domain, count(*) as samples,
       round(count(*) / sum(count(*)) over (), 4) as per_sample,
       round(sum(sqrt(n_loss_tokens)) / sum(sum(sqrt(n_loss_tokens))) over (), 4) as sqrt_per_token,
       round(sum(n_loss_tokens) / sum(sum(n_loss_tokens)) over (), 4) as per_token
from samples
where trainable
group by domain
order by sqrt_per_token desc, domain;
