"""HTML -> its words in paragraphs, and what its head says of the article."""
