"""Pure arithmetic on numbers and dates: how the KPIs and goals of a document are doing."""
