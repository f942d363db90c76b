"""HTML pages: the shop as shoppers see it, the studio's one page, and errors."""
