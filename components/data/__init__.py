"""Records of data/ by id: the strict reader, the dataset, numbers, dates, editions."""
