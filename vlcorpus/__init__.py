"""vlcorpus: the multimodal training corpus of the Qwen3-VL report, out of anybody's media."""
