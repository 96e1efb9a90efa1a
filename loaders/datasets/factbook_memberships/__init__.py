"""Memberships of states in organizations, from the CIA World Factbook: one JSON file a country.

What it calls organizations, and who is a member, stands in `organizations.yaml`; countries that it calls as nobody else
does, in `countries.yaml`.
"""
