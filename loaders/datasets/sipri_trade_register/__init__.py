"""SIPRI's trade register, as SIPRI exports it: who delivered which weapons to whom since 1950.

What it is and how its file looks stand in `dataset.yaml`; how SIPRI writes parties, weapons and comments in the files
beside it.
"""
