"""People on the screens without a browser: each speaks the framework's own protocol over a websocket of its own."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

CHOICES = {"ask_modes": ("Online", "Bellen", "In de buurt"), "ask_open": ("Nu open",)}
PLACES = ("", "Gent", "2000", "Leuven", "Kortrijk", "Hasselt")


class Session:
    """One open screen. Its widgets are known by the keys that our own screen gives them."""

    def __init__(self, line: websockets.ClientConnection) -> None:
        self._line = line
        self._ids: dict[str, str] = {}
        self._chosen: dict[str, str | list[str]] = {}

    async def first_view(self) -> float:
        """Run the screen for the first time; seconds until all of it came."""
        taken = await self._run()
        missing = [key for key in (*CHOICES, "ask_where") if key not in self._ids]
        if missing:
            raise RuntimeError(f"the screen has no widgets with the keys {missing}")
        return taken

    async def change_a_filter(self, dice: random.Random) -> float:
        """Press or type one thing; seconds until the whole answer came."""
        key = dice.choice(["ask_modes", "ask_modes", "ask_open", "ask_where"])
        if key == "ask_where":
            self._chosen[key] = dice.choice(PLACES)
        else:
            pressed, held = dice.choice(CHOICES[key]), list(self._chosen.get(key, []))
            self._chosen[key] = [c for c in held if c != pressed] if pressed in held else [*held, pressed]
        return await self._run()

    async def _run(self) -> float:
        message = BackMsg()
        message.rerun_script.query_string = ""
        for key, value in self._chosen.items():
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id = self._ids[key]
            if isinstance(value, str):
                widget.string_value = value
            else:
                widget.string_array_value.data.extend(value)
        begun = perf_counter()
        await self._line.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(bytes(await self._line.recv()))
            kind = answer.WhichOneof("type")
            if kind == "script_finished":
                return perf_counter() - begun
            if kind == "delta" and answer.delta.WhichOneof("type") == "new_element":
                self._see(answer)

    def _see(self, answer: ForwardMsg) -> None:
        """Remember the widget; an error on the screen is none of the things to be timed."""
        element = answer.delta.new_element
        kind = element.WhichOneof("type") or ""
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        identity = getattr(getattr(element, kind, None), "id", "")
        for key in (*CHOICES, "ask_where"):
            if identity.endswith(f"-{key}"):
                self._ids[key] = identity


@asynccontextmanager
async def session(url: str) -> AsyncIterator[Session]:
    """A screen that is open for as long as the `async with` lasts."""
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    async with websockets.connect(address, origin=url, max_size=None) as line:  # type: ignore[arg-type]
        yield Session(line)


async def filtering(url: str, *, people: int, every_s: float, ended: asyncio.Event) -> list[float]:
    """Let so many people change a filter every so many seconds until the end; seconds that each change took."""
    taken: list[float] = []
    async with asyncio.TaskGroup() as group:
        for number in range(people):
            group.create_task(_one_person(url, number, every_s, ended, taken))
    return taken


async def _one_person(url: str, number: int, every_s: float, ended: asyncio.Event, taken: list[float]) -> None:
    dice = random.Random(number)
    async with session(url) as screen:
        await asyncio.sleep(number * 0.1)
        await screen.first_view()
        await _rest(dice.uniform(0, every_s), ended)
        while not ended.is_set():
            took = await screen.change_a_filter(dice)
            taken.append(took)
            await _rest(max(0.0, dice.uniform(0.8, 1.2) * every_s - took), ended)


async def _rest(seconds: float, ended: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(ended.wait(), seconds)
    except TimeoutError:
        return
