"""Asks pyworkforce the questions of crates/routing/benches/staffing.rs, and prints what it found in the same lines."""

import time
from importlib.metadata import version

import pyworkforce.queuing as queuing

LONG = 2.0


def measure(what, once):
    started, done = time.perf_counter(), 0
    while True:
        out = once()
        done += 1
        took = time.perf_counter() - started
        if took >= LONG:
            break
    print(what, done, int(took / done * 1e9), out, sep="\t", flush=True)


print("version", version("pyworkforce"), sep="\t", flush=True)
for calls in (100, 500, 20000):
    for model in "CA":
        asked = dict(transactions=calls, aht=3, asa=20 / 60, interval=30)
        if model == "A":
            asked["patience"] = 5
        of = getattr(queuing, "Erlang" + model, None)
        if of is not None:
            # Each asks from the beginning, as ours does.
            measure(f"Erlang {model}, {calls} calls",
                    lambda: of(**asked).required_positions(service_level=0.8)["raw_positions"])
