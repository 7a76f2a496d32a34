"""Data fetched where there is a network, kept in a cache, and used offline from then on.

The transport is given by who calls.
"""
