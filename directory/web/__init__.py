"""Starlette routes beside the screens: our own assets and the layers of the basemap."""
