"""The words and the parse: lexicon, counts, clauses, senses and voices."""
