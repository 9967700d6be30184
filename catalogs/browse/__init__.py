"""The looking tool: chosen samples and rejects on one HTML page that needs no server and no network."""
