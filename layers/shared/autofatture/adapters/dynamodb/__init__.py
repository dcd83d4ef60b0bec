"""The one table. Keys are built in :mod:`keys`, every call goes through :class:`table.Table`."""
