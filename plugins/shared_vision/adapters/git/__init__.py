"""What git knows, through the git command."""
