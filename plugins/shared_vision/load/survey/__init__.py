"""From the files of surveys to counts: no single answer leaves this room."""
