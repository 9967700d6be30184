-- What each model wrote with each prompt: answers, their length, how many were cut, their mean quality score.
with answers as (
    select unnest(generated) as answer, score(scores, 'quality') as quality, n_loss_tokens from samples
)
select answer."role" as role, answer.model_id as model, answer.model_revision as revision,
       answer.prompt_sha256 as prompt_sha256, count(*) as answers,
       median(answer.n_out_tokens) as median_out_tokens, median(n_loss_tokens) as median_loss_tokens,
       round(avg((answer.finish_reason = 'length')::int), 3) as cut_share, round(avg(quality), 3) as mean_quality
from answers
group by all
order by answers desc;
