"""From data files to the values of KPIs."""
