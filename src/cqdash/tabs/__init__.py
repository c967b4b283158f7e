"""Records and results as blocks, as each tab's own file declares them."""
