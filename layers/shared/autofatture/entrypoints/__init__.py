"""Doors into the services: HTTP, workflow tasks, queues and the command line."""
