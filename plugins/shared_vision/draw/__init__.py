"""Numbers to pictures: SVG that follows the page's colours."""
