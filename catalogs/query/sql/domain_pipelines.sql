-- Which pipelines make which domain; a pipeline without samples yet stands for the domain of its name.
create or replace temp table domain_pipelines as
select distinct domain, pipeline from samples
union
select distinct pipeline, pipeline from tables where pipeline not in (select pipeline from samples)
                                                 and pipeline not in (select domain from samples);
