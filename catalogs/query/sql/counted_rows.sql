-- What statistics ask of every row, read once out of the shards: each question after it opens no file.
create temp table if not exists samples as
select id, source, source_key, license, domain, task, mode, stage, lang, label_source, engine, model, trainable,
       tokenizer_id, n_tokens, n_text_tokens, n_vision_tokens, n_loss_tokens,
       list_transform(image_info, lambda i: {'width_px': i.width_px, 'height_px': i.height_px}) as image_info,
       output, pipeline, table_name, filename, file_row_number
from memory.main.samples;
create temp table if not exists rejects as
select stage, reason, source, pipeline from memory.main.rejects;
