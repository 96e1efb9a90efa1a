"""Leaders with their dates of office, from REIGN: who ruled which state, since when and until when."""
