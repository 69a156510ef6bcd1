"""A case: its entries in order, and when the record knew them."""
