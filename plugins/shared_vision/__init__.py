"""Keeps a partnership's shared vision alive: records and data in, one website out."""
