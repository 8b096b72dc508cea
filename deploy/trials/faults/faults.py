"""What goes wrong in years: each is done to a running Vigie, and returns when it was over and what else is to be said."""

import os
import shutil
import struct
import subprocess
import threading
import time

import world as worlds
from measure import Memory, Windows

FAULTS = {}
LONGEST = 240  # seconds until what must happen has happened


class Fault:
    def __init__(self, name, what, work, back, repeats, instances, needs):
        self.name, self.what, self.work, self.back, self.repeats = name, what, work, back, repeats
        self.instances, self.needs = instances, needs

    def takes_over(self):
        """An instance ends for good: what counts is when the reports of every partition are mailed."""
        return self.name[:3] == "F31" and len(self.name) > 3


def fault(name, what, back=30, repeats=False, instances=1, needs=lambda: None):
    """`back`: seconds, at most, from the end of the fault to the notice about what was reported then. `repeats`: whether
    a mail may come twice, as the same mail, or what share of them may. `needs`: says what is missing."""

    def register(work):
        FAULTS[name] = Fault(name, what, work, back, repeats, instances, needs)
        return work

    return register


def pause(seconds):
    time.sleep(seconds)


def wiped(directory):
    """The directory itself stays: it may be a file system of its own by now."""
    subprocess.run(["find", directory, "-mindepth", "1", "-delete"], check=True)


def killed(w, name, down=0):
    w.processes[name].kill()
    pause(down)
    healed = time.monotonic()
    return healed, f"ready after {w.restart(name):.0f} s"


def at_stage(w, stage, act, times=1):
    """Has the relay act so often at that stage; returns what waits for the last of it."""
    done, left = threading.Event(), [times]
    lock = threading.Lock()

    def acting(*mail):
        with lock:
            mine, left[0] = left[0] > 0, left[0] - 1
        if not mine:
            return None
        try:
            return act(*mail)
        finally:
            if left[0] <= 0:
                done.set()

    w.relay.at[stage] = acting
    return done


def killed_at(w, stage, keep):
    """notice-service is killed while the relay is at this stage; the relay has the mail by then, or has it not."""

    def act(*mail):
        w.processes["notice-service"].kill()
        if keep and mail:
            w.relay.keep(*mail)
        raise worlds.outside.HangUp

    if not at_stage(w, stage, act).wait(LONGEST):
        raise worlds.NotReady("no mail came as far as that")
    w.relay.at.clear()
    healed = time.monotonic()
    return healed, f"ready after {w.restart('notice-service'):.0f} s"


def answered(w, stage, text, seconds=0, times=10**6):
    """The relay says this at that stage, to the first mails or for so long."""
    done = at_stage(w, stage, lambda *_: text, times)
    if seconds:
        pause(seconds)
    else:
        done.wait(LONGEST)
    w.relay.at.clear()
    return time.monotonic(), ""


for name, service, stage in [
    ("F10", "as it connects", "connect"), ("F11", "after RCPT", "RCPT"), ("F12", "amid the body", "body"),
    ("F13", "before DATA is answered", "DATA"), ("F14", "after the dot, not accepted", "dot")]:
    fault(name, f"notice-service killed {service}", repeats=name == "F14")(
        lambda w, stage=stage: killed_at(w, stage, keep=False))


@fault("F15", "notice-service killed after the dot, accepted and not yet said", repeats=True)
def accepted_unsaid(w):
    return killed_at(w, "dot", keep=True)


@fault("F16", "notice-service killed as it reads 250", repeats=True)
def accepted_and_said(w):
    return killed_at(w, "taken", keep=False)


@fault("F24", "availability-checker killed between question and answer")
def checker_killed(w):
    asked = threading.Event()

    def act():
        if not asked.is_set():
            asked.set()
            w.processes["availability-checker"].kill()

    w.pages.asked = act
    if not asked.wait(LONGEST):
        raise worlds.NotReady("no page was asked for")
    w.pages.asked = None
    healed = time.monotonic()
    return healed, f"ready after {w.restart('availability-checker'):.0f} s"


@fault("F29", "kill -9 of a random service at a random moment, again and again", repeats=0.001)
def random_kills(w):
    longest, done = 0, 0
    end = time.monotonic() + 60 * w.options.minutes
    with Windows(w) as windows:
        while done < w.options.kills and time.monotonic() < end:
            pause(w.random.uniform(0.3, 6))
            name = w.random.choice(w.names())
            w.processes[name].kill()
            killed_at = time.monotonic()
            longest = max(longest, w.restart(name))
            done += 1
    half, most = windows.quantile(0.5), windows.quantile(0.99)
    said = (f"{done} kills, ready after {longest:.0f} s at most; {windows.measured():.0f} hand-overs of at most "
            f"{1000 * half:.0f} ms (p50), {1000 * most:.0f} ms (p99)")
    if half > 0.02 or most > 0.25:
        raise worlds.NotReady(f"{said}: longer than 20 ms, 250 ms")
    return killed_at, said


@fault("F30", "SIGTERM of one service after another under load")
def stopped(w):
    longest = 0
    for n in range(w.options.kills):
        pause(w.random.uniform(0.3, 3))
        name = w.names()[n % len(w.names())]
        longest = max(longest, w.processes[name].stop())
        healed = time.monotonic()
        w.restart(name)
    if longest > 45:
        raise worlds.NotReady(f"an end took {longest:.0f} s")
    return healed, f"{w.options.kills} ends, {longest:.1f} s at most"


@fault("F31", "two of each: every instance ended and started again in turn", instances=2)
def rolled(w):
    longest = 0
    for name in w.names():
        longest = max(longest, w.processes[name].stop())
        healed = time.monotonic()
        w.restart(name)
    return healed, f"{len(w.names())} ends, {longest:.1f} s at most"


def taken_over(w, service):
    w.processes[service + "-2"].kill()
    return time.monotonic(), "killed for good"


for number, name in enumerate(worlds.SERVICES):
    fault(f"F31{'abcd'[number]}", f"two of each: {name} killed, the other takes over", instances=2, repeats=number == 0)(
        lambda w, name=name: taken_over(w, name))


@fault("F32", "one broker killed and started again", back=60)
def broker_killed(w):
    return killed(w, "kafka-1", w.options.down)


@fault("F33", "Kafka wiped, all started again", back=60)
def kafka_wiped(w):
    for name in w.names():
        w.processes[name].stop()
    for node in w.nodes():
        w.processes[f"kafka-{node}"].kill()
    for node in w.nodes():
        wiped(w.work / f"kafka-{node}")
        w.start_broker(node)
    w.await_brokers()
    w.start_services()
    return time.monotonic(), ""


@fault("F34", "the broker hangs", back=60)
def broker_hangs(w):
    w.processes["kafka-1"].pause()
    pause(w.options.down)
    w.processes["kafka-1"].resume()
    return time.monotonic(), f"for {w.options.down} s"


@fault("F36", "notice-service hangs for longer than its leases", repeats=True)
def service_hangs(w):
    w.processes["notice-service"].pause()
    pause(max(60, w.options.down))
    w.processes["notice-service"].resume()
    return time.monotonic(), f"for {max(60, w.options.down)} s"


@fault("F37", "the store killed and started again")
def store_killed(w):
    return killed(w, "store", w.options.down)


@fault("F38", "the store hangs")
def store_hangs(w):
    w.processes["store"].pause()
    began = time.monotonic()
    pause(w.options.down)
    false = [page for page, at in w.reports.taken.items() if at > began + 1]
    w.processes["store"].resume()
    if false:
        raise worlds.NotReady(f"{len(false)} reports taken without a store")
    return time.monotonic(), f"for {w.options.down} s, refused after {max(w.reports.answers, default=0):.1f} s at most"


for number, (stage, text, what) in enumerate([
    ("connect", "421 4.3.2 come later", "421 at once"), ("RCPT", "451 4.7.1 greylisted", "451 to RCPT"),
    ("dot", "451 4.3.0 come later", "451 after DATA")]):
    fault(f"F41{'abc'[number]}", f"the relay answers {what}, for a while", back=180)(
        lambda w, stage=stage, text=text: answered(w, stage, text, seconds=w.options.down))


@fault("F43", "the relay takes a line a second", back=180)
def tarpit(w):
    def slowly():
        time.sleep(1)

    at_stage(w, "body", slowly, 10**6)
    pause(w.options.down)
    w.relay.at.clear()
    return time.monotonic(), ""


def hung_up(w, stage, keep):
    def act(*mail):
        if keep:
            w.relay.keep(*mail)
        raise worlds.outside.HangUp

    at_stage(w, stage, act, 2).wait(LONGEST)
    w.relay.at.clear()
    return time.monotonic(), "2 mails"


fault("F44", "the relay hangs up amid the body", back=180)(lambda w: hung_up(w, "body", False))
fault("F45a", "the relay hangs up after the dot, accepted", back=180, repeats=True)(lambda w: hung_up(w, "dot", True))
fault("F45b", "the relay hangs up after the dot, not accepted", back=180)(lambda w: hung_up(w, "dot", False))

TOPICS = ["availability.v1", "cases.v1", "chains.v1", "contact-feedback.v1", "locations.v1", "providers.v1",
          "targetings.v1", "watermarks.v1"]


@fault("F48", "every record twice more")
def duplicates(w):
    written = w.records("twice", *TOPICS)
    return time.monotonic(), f"{written} records"


@fault("F50", "poison in every topic")
def poison(w):
    written = w.records("poison", *TOPICS, "detections.v1", "classifications.v1")
    return time.monotonic(), f"{written} records"


def small_disk(w, name, directory, size):
    """The process works on a file system of so many MB, which is filled."""
    w.processes[name].stop()
    kept = w.work / "kept"
    subprocess.run(["rm", "-rf", kept], check=True)
    directory.mkdir(exist_ok=True)
    os.rename(directory, kept)
    directory.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "small", directory], check=True)
    subprocess.run(["cp", "-a", f"{kept}/.", directory], check=True)
    w.restart(name)
    pause(5)
    subprocess.run(["dd", "if=/dev/zero", f"of={directory}/filler", "bs=64k"], stderr=subprocess.DEVNULL)
    pause(w.options.down)
    (directory / "filler").unlink()
    healed = time.monotonic()
    ended = "" if w.processes[name].running() else f"{name} had ended; "
    if name == "store":
        w.processes[name].kill()  # it says that it must be restarted
    if not w.processes[name].running():
        ended += f"ready after {w.restart(name):.0f} s"
    return healed, ended


@fault("F53", "the broker's disk full", back=60)
def broker_full(w):
    return small_disk(w, "kafka-1", w.work / "kafka-1", 400)


@fault("F54", "the store's disk full")
def store_full(w):
    return small_disk(w, "store", w.work / "store", 200)


@fault("F55", "notice-service's disk full")
def service_full(w):
    return small_disk(w, "notice-service", w.work / "data-notice-service", 20)


def no_compiler():
    return None if shutil.which("cc") else "cc, which compiles clock.c, is not there"


@fault("F56", "notice-service's clock jumps: +1 h, -1 h, +1 d, -1 d (reminders are not judged)", needs=no_compiler)
def clock_jumps(w):
    preloaded, offset = w.work / "clock.so", w.work / "clock"
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", preloaded, worlds.HERE / "clock.c", "-ldl"], check=True)
    offset.write_bytes(struct.pack("=q", 0))
    w.more["notice-service"] = {"LD_PRELOAD": str(preloaded), "CLOCK_OFFSET": str(offset)}
    w.processes["notice-service"].stop()
    w.restart("notice-service")
    for seconds in [3600, 0, 86400, 0]:
        pause(5)
        with open(offset, "r+b") as mapped:
            mapped.write(struct.pack("=q", seconds))
    pause(5)
    del w.more["notice-service"]
    w.processes["notice-service"].stop()
    healed = time.monotonic()
    w.restart("notice-service")
    return healed, ""


@fault("F60", "a keyset is missing at the start")
def keyset_missing(w):
    keyset = w.work / "keys/store-notice-service.json"
    w.processes["notice-service"].stop()
    kept = keyset.read_bytes()
    keyset.unlink()
    process = w.start_service("notice-service")
    process.child.wait(120)
    keyset.write_bytes(kept)
    if process.child.returncode == 0:
        raise worlds.NotReady("it started without")
    healed = time.monotonic()
    return healed, f"ready after {w.restart('notice-service'):.0f} s"


@fault("R1", "the store lost and restored from a backup onto an empty Kafka", back=60)
def restored(w):
    for name in w.names():
        w.processes[name].stop()
    file = w.work / f"backup-{len(w.reports.taken)}"
    began = time.monotonic()
    w.command("store", "backup", file)
    saved = time.monotonic() - began
    for name in ["store", *(f"kafka-{node}" for node in w.nodes())]:
        w.processes[name].kill()
        wiped(w.work / name)
    w.start_store()
    began = time.monotonic()
    w.command("store", "restore", file)
    read = time.monotonic() - began
    for node in w.nodes():
        w.start_broker(node)
    w.await_brokers()
    w.start_services()
    return time.monotonic(), f"saved in {saved:.0f} s, {file.stat().st_size} octets, restored in {read:.0f} s"


SMALL = ["F34", "F37", "F38", "F41a", "F41b", "F41c", "F43", "F44", "F45a", "F45b", "F48"]
GROWTH = 0.1  # of its memory that a service may take more in the second half


@fault("S1", "random small faults for long, memory flat", back=180, repeats=True)
def soak(w):
    """One service is killed now and then; what the others hold is measured."""
    victim = w.random.choice(w.names())
    done, end = [], time.monotonic() + 60 * w.options.minutes
    with Memory(w, [name for name in w.names() if name != victim]) as memory:
        while time.monotonic() < end:
            pause(w.random.uniform(5, 25))
            name = w.random.choice([*SMALL, victim])
            healed, _ = killed(w, victim) if name == victim else FAULTS[name].work(w)
            done.append(name)
    said = (f"{len(done)} faults ({', '.join(f'{one} {done.count(one)}' for one in sorted(set(done)))}); "
            + "; ".join(map(memory.said, memory.names)))
    grew = [name for name in memory.names if memory.growth(name) > GROWTH]
    if grew:
        raise worlds.NotReady(f"{said}: {', '.join(grew)} grew")
    return healed, said


NOT_RUN = {
    "F1-F9": "a halt at a named line of the services; F29 kills at moments that nobody chose, SimulationTests at each step",
    "F17-F22": "webhooks and fetched mail; tests of notice-service",
    "F23, F25": "a halt at a named line of the checker; F24 and F29 are near them",
    "F26-F28": "a rebuild while it is killed",
    "F35": "consumers that come and go every 3 s; F31 is the part of it that happens",
    "F39": "the store's answer lost after it did what was asked; needs a proxy that knows its protocol",
    "F40": "a replica set's primary steps down; needs a real MongoDB",
    "F42, F47": "bounces; RealAnswersTests and RealBounceTests",
    "F46": "a relay without TLS; loopback is the one place where none is asked for; tests of notice-service",
    "F49": "gaps and reordered records; SimulationTests",
    "F51, F52": "an Error in a listener, a dead-letter topic that is gone; tests of service-support",
    "F57": "as F56 with two services",
    "F58": "overload; HourOfLoadTests and ./vigie bench flow",
    "F59": "a batch of 100,000 lines in little memory; KilledBatchTests",
}
