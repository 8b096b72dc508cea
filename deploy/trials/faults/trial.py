"""Does one fault after another to a running Vigie, and prints what became of the reports that came in meanwhile."""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

import outside
import world as worlds
from faults import FAULTS, LONGEST, NOT_RUN, pause


class Judge:
    """Counts, over all pages of a world, what its mails say."""

    def __init__(self, world):
        self.world = world
        self.seen = (0, 0)

    def first(self):
        by_page = {}
        for mail in self.world.relay.taken():
            if mail.first:
                for page in mail.pages:
                    by_page.setdefault(page, []).append(mail)
        return by_page

    def missing(self, pages):
        named = self.first()
        return [page for page in pages if page not in named]

    def settle(self, pages):
        """Waits until each is taken and mailed; how many never were."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if not [page for page in pages if page not in self.world.reports.taken] and not self.missing(pages):
                break
            pause(0.5)
        return len(self.missing([page for page in pages if page in self.world.reports.taken]))

    def copies(self):
        """New since the last time: pages named in another first notice, and mails that came again as the same."""
        doubled, altered = 0, 0
        for mails in self.first().values():
            doubled += len({mail.id for mail in mails}) - 1
            altered += len({mail.raw for mail in mails}) - len({mail.id for mail in mails})
        mails = [mail.id for mail in self.world.relay.taken() if mail.first]
        repeated = len(mails) - len(set(mails))
        new = (doubled + altered - self.seen[0], repeated - self.seen[1])
        self.seen = (doubled + altered, repeated)
        return new


def tried(world, judge, one):
    """Passed or not, whether the world goes on after it, and a line of figures."""
    reports, stop, pages = world.reports, threading.Event(), []
    reports.refused.clear()
    reports.answers.clear()
    begun, before = reports.made, len(world.relay.taken())
    load = threading.Thread(target=lambda: pages.extend(reports.send(10**6, world.options.rate, stop.is_set)), daemon=True)
    load.start()
    try:
        while reports.made < begun + 6 or len(reports.taken) < reports.made:
            pause(0.2)
        healed, more = one.work(world)
        back = back_after(world, judge, one, healed)
        stop.set()
        load.join()
        lost = judge.settle(pages)
        # What may come again comes within this fault, not in the next one.
        pause(worlds.SETTLE + 10 if one.repeats else 3)
        doubled, repeated = judge.copies()
        counted = await_indicators(world)
        mails = len(world.relay.taken()) - before
        passed = (not lost and not doubled and counted and back is not None and back <= one.back
                  and repeated <= max(bool(one.repeats), one.repeats * mails))
        figures = (f"{len(pages)} reports, {mails} mails, {len(reports.refused)} refusals, lost {lost}, doubled {doubled}, "
                   f"repeated {repeated}, back after {back or LONGEST:.0f} s of {one.back}")
        sound = not lost and counted and back is not None and not one.takes_over()
        return passed, sound, (
            figures + (f"; {more}" if more else "") + ("" if counted else "; the indicators count otherwise"))
    finally:
        stop.set()
        load.join()
        world.relay.at.clear()
        world.pages.asked = None


def back_after(world, judge, one, healed):
    """Seconds until a notice names what was reported after the fault, or each of the next twelve; none if it never does."""
    wanted = 12 if one.takes_over() else 1
    while time.monotonic() < healed + LONGEST:
        named = judge.first()
        since = [page for page, at in list(world.reports.sent.items()) if at >= healed]
        after = since[:12] if one.takes_over() else since
        if len([page for page in after if page in named]) >= wanted:
            return time.monotonic() - healed
        pause(0.2)
    return None


def await_indicators(world):
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            if world.targeted() == world.reports.made:
                return True
        except OSError:
            pass
        pause(0.5)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--brokers", type=int, default=1, help="broker processes (1)")
    parser.add_argument("--instances", type=int, default=1, choices=[1, 2], help="of each service (1)")
    parser.add_argument("--kills", type=int, default=8, help="of F29 and F30 (8)")
    parser.add_argument("--minutes", type=float, default=10, help="of S1, and after which F29 kills no more (10)")
    parser.add_argument("--down", type=int, default=15, help="seconds that something is away (15)")
    parser.add_argument("--rate", type=float, default=2, help="reports a second (2)")
    parser.add_argument("--factor", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=17, help="of the random moments (17)")
    parser.add_argument("faults", nargs="*", help="such as F15 F37; all that these instances allow, if none is named")
    options = parser.parse_args()
    sys.exit(run(options))


def run(options):
    chosen = options.faults or list(FAULTS)
    failed, world, relay, pages = 0, None, outside.Relay(), outside.Pages()
    print(f"{'':6}{'':8}", f"{options.brokers} broker(s), {options.instances} of each service", flush=True)
    for name in chosen:
        one = FAULTS.get(name)
        missing = ("there is no such fault here" if one is None else one.needs() if one.needs() else
                   f"needs --instances {one.instances}" if one.instances > options.instances else None)
        if missing:
            print(f"{name:6}not run  {one.what + ': ' if one else ''}{missing}", flush=True)
            continue
        try:
            if world is None:
                world = begun(options, relay, pages)
                judge = Judge(world)
            passed, sound, figures = tried(world, judge, one)
        except (worlds.NotReady, OSError, subprocess.SubprocessError) as e:
            passed, sound, figures = False, False, str(e)
        failed += not passed
        print(f"{name:6}{'pass' if passed else 'FAIL':9}{one.what}: {figures}", flush=True)
        if not passed and world is not None:
            keep_logs(world, name)
        if not sound and world is not None:
            world.end()
            world = None
    if world is not None:
        world.end()
    if not options.faults:
        for name, why in NOT_RUN.items():
            print(f"{name:6} not run  {why}")
    return min(failed, 1)


LIVES = iter(range(1000))


def begun(options, relay, pages):
    relay.mails.clear()
    work = options.work / f"world-{next(LIVES)}"
    work.mkdir()
    world = worlds.World(work, os.environ["VIGIE_CLASSES"], options, relay, pages)
    world.random = random.Random(options.seed)
    world.start()
    return world


def keep_logs(world, name):
    logs = os.environ.get("FAULTS_LOGS")
    if logs:
        for log in world.work.glob("*.log"):
            target = pathlib.Path(logs) / f"{name}-{log.name}"
            target.write_bytes(log.read_bytes())


main()
