-- Samples of the shards that no row index holds, of the columns of light_columns.py.
insert into temp.samples by name
select id, source, source_key, license, domain, task, mode, stage, lang, label_source, engine, model, trainable,
       tokenizer_id, n_tokens, n_text_tokens, n_vision_tokens, n_loss_tokens,
       list_transform(image_info, lambda i: {'width_px': i.width_px, 'height_px': i.height_px}) as image_info,
       output, pipeline, table_name, partition, file_row_number
from samples_of(list_concat(getvariable('sample_empty_files'), getvariable('other_files')),
                getvariable('sample_files_differ'));
