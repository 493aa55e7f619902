alter table customer_order
    add column model_file_name  text,
    add column model_key        text,
    add column model_format     text,
    add column model_size_bytes bigint check (model_size_bytes > 0),
    add column model_triangles  bigint check (model_triangles > 0),
    add column model_sha256     text,
    add constraint model_is_complete check (
        num_nulls(model_file_name, model_key, model_format, model_size_bytes, model_triangles, model_sha256) in (0, 6)
    );
