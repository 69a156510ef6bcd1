"""The site: one folder a noun, with its pages, forms and templates together."""
