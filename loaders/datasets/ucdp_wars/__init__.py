"""Armed conflicts between two states, from the UCDP/PRIO Armed Conflict Dataset."""
