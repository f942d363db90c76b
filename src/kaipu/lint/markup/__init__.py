"""Templates of packages, in whatever dialect they are written, and what is wrong with them."""
