"""The server's own end: open streams are told before it waits for them, so that it ends at once and quietly."""

import socket

import uvicorn
from fastapi import FastAPI

__all__ = ["Running"]


class Running(uvicorn.Server):
    """A server that ends the streams of our pages first when it is told to end."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End; streams look every two seconds whether they shall."""
        if isinstance(self.config.app, FastAPI):
            self.config.app.state.server.closing.set()
        await super().shutdown(sockets)
