"""Hand committed samples to trainers that do not read our Parquet."""
