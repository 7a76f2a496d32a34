"""Communes and what they belong to: codes as text, chefs-lieux, old codes and today's, levels, official classes."""
