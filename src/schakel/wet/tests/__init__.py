"""Tests of the law: tables that a jurist can read, properties, and one runner."""
