"""What ties the things of a case: a table, a chart, and what each link rests on."""
