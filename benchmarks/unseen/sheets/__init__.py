"""Pages written without a browser: text placed word by word, as report writers and office programs do."""
