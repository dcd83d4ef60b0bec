"""Pages as vendors lay them out: each module holds layouts and the documents printed with them."""
