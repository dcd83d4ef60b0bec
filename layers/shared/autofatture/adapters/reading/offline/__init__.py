"""The offline engine: reads the text layer of a document by layout, labels, checksums and arithmetic."""
