"""What is asked of the services again and again while something is done to them."""

import pathlib
import threading
import time


class Watch:
    """Asks about each process, by its name, as long as it is entered."""

    def __init__(self, world, names, every):
        self.world, self.names, self.every = world, names, every
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *failure):
        self.over.set()
        self.thread.join()

    def watch(self):
        while not self.over.wait(self.every):
            for name in self.names:
                try:
                    self.ask(name, self.world.processes[name].child.pid)
                except OSError:
                    pass  # it is down


class Windows(Watch):
    """How long nobody could tell whether the relay had a mail: from the note of a hand-over to the note of its answer. A
    process that is killed takes what it measured with it, so the last answer of each counts."""

    def __init__(self, world):
        super().__init__(world, [name for name in world.names() if name.startswith("notice-service")], 0.5)
        self.lives = {}  # by process, its last histogram

    def ask(self, name, life):
        self.lives[life] = self.world.buckets(name, "notices_handoff")

    def within(self, bound):
        return sum(life.get(bound, 0) for life in self.lives.values())

    def measured(self):
        return self.within(float("inf"))

    def quantile(self, share):
        """Seconds, at most: the upper bound of the bucket it lies in."""
        bounds = sorted({bound for life in self.lives.values() for bound in life})
        return next((bound for bound in bounds if self.within(bound) >= share * self.measured()), float("inf"))


class Memory(Watch):
    """Megabytes that each service holds (RSS), every ten seconds."""

    def __init__(self, world, names):
        super().__init__(world, names, 10)
        self.began = time.monotonic()
        self.held = {name: [] for name in names}  # minutes since the beginning, and MB

    def ask(self, name, life):
        words = pathlib.Path(f"/proc/{life}/status").read_text().split("VmRSS:")[1].split()
        self.held[name].append(((time.monotonic() - self.began) / 60, int(words[0]) / 1024))

    def later(self, name):
        """Of the second half: by then it has loaded what it needs."""
        return self.held[name][len(self.held[name]) // 2:]

    def slope(self, name):
        """MB a minute, by least squares."""
        points = self.later(name)
        minute, mean = (sum(column) / len(points) for column in zip(*points))
        return (sum((at - minute) * (held - mean) for at, held in points) / sum((at - minute) ** 2 for at, _ in points))

    def growth(self, name):
        """Share of what it held halfway that it took more until the end, by the fitted slope."""
        points = self.later(name)
        return self.slope(name) * (points[-1][0] - points[0][0]) / points[0][1]

    def said(self, name):
        points = self.held[name]
        shown = [f"{points[len(points) * part // 6][1]:.0f}" for part in range(6)] + [f"{points[-1][1]:.0f}"]
        return f"{name} {' '.join(shown)} MB, {self.slope(name):+.1f} a minute"
