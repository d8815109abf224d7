"""`make bench`: how much the pages cost, compared with the least that a signed-in page can cost."""
