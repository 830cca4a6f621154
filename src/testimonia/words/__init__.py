"""Facts of language that know nothing of sourcebooks."""
