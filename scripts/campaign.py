"""Damages inputs and outputs, and kills writers.

Every answer must be right or a sentence, every output whole or as it was.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path

from campaign_inputs import ROOT, applied, kinds, spoilt

SECONDS_EACH, MEMORY = 20, 4 << 30
_BATCH = 400
#: What a process ends with that was refused in a sentence.
_REFUSED = 3


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "what", nargs="?", default="readers", choices=("readers", "kills", "disks", "cancels", "worker", "job")
    )
    asked.add_argument("--seconds", type=float, default=600.0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="")
    asked.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "access30-campaign")
    asked.add_argument("--kind", default="")
    asked.add_argument("--region", type=Path, help="cancels: roads that stand in for a région's")
    asked.add_argument(
        "--inputs", type=Path, help="cancels: a folder that keeps the inputs of the région for the next time"
    )
    asked.add_argument("--gaps", type=int, default=0, help="cancels: so many of the longest waits are told")
    asked.add_argument("--real", type=int, default=3, help="cancels: so many of each algorithm in earnest")
    given = asked.parse_args()
    if given.what == "cancels":
        from campaign_cancels import cancels

        return cancels(given)
    return {"readers": readers, "kills": kills, "disks": disks, "worker": worker, "job": job}[given.what](given)


# readers


def readers(given) -> int:
    """Share the kinds among processes until the time is over; a process that dies is a fault of its last input."""
    wanted = [name for name in kinds() if not given.only or any(word in name for word in given.only.split(","))]
    until, runs, faults = time.monotonic() + given.seconds, collections.Counter(), []
    turn, started = 0, {}
    while time.monotonic() < until or started:
        while time.monotonic() < until and len(started) < (os.cpu_count() or 1):
            name, seed = wanted[turn % len(wanted)], given.seed * 1_000_003 + turn
            call = [sys.executable, __file__, "worker", "--kind", name, "--seed", str(seed), "--out", str(given.out)]
            started[subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)] = name, seed
            turn += 1
        for process in [process for process in started if process.poll() is not None]:
            name, seed = started.pop(process)
            lines = [json.loads(line) for line in process.stdout.read().splitlines()]
            runs[name] += sum(line["kind"] == "run" for line in lines)
            faults += [fault for line in lines if line["kind"] == "fault" for fault in [line]]
            if process.returncode:
                last = max((line["number"] for line in lines if line["kind"] == "begin"), default=-1)
                faults.append(
                    {
                        "what": f"{name}: ended with {process.returncode}",
                        "where": f"seed {seed}, input {last}",
                        "input": str(given.out / f"{name.replace(' ', '-')}-{seed}"),
                    }
                )
        time.sleep(0.05)
    seen: dict[str, dict] = {}
    for fault in faults:
        seen.setdefault(fault["what"], fault)
    for what, fault in seen.items():
        print(
            f"FAULT {what} | {fault['where']} | {fault['input']} | "
            f"{sum(other['what'] == what for other in faults)} times"
        )
    print(f"{sum(runs.values())} reader runs of {len(runs)} kinds, {len(seen)} faults (seed {given.seed})")
    print(", ".join(f"{name} {count}" for name, count in sorted(runs.items())))
    return bool(seen)


def worker(given) -> int:
    """Read some hundred spoilt files of one kind; say of each that it begins, and how it ended."""
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    make, read = kinds()[given.kind]
    rng, until = random.Random(given.seed), time.monotonic() + 60
    folder = Path(tempfile.mkdtemp(prefix="campaign-"))
    try:
        path = make(folder)
        data = path.read_bytes()
        read(path)  # the good one, and what is compiled for it
        for number in range(_BATCH):
            if time.monotonic() > until:
                break
            changes = spoilt(data, rng)
            _say(kind="begin", number=number)
            trouble = _tried(read, path, applied(data, changes))
            _say(kind="run", number=number)
            if trouble:
                least = _least(read, path, data, changes, trouble)
                kept = given.out / f"{given.kind.replace(' ', '-')}-{given.seed}-{number}{''.join(path.suffixes)}"
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(applied(data, least))
                _say(
                    kind="fault",
                    what=f"{given.kind}: {trouble}",
                    where=f"seed {given.seed}, input {number}, {len(least)} changes",
                    input=str(kept),
                )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _say(**line) -> None:
    print(json.dumps(line), flush=True)


class _TooLong(BaseException):
    pass


def _tried(read, path: Path, content: bytes) -> str:
    """Return what went wrong with a file: nothing where it was read, or refused in a sentence."""
    from access_plugin.engine.errors import AccessError

    def stop(*_):
        raise _TooLong

    path.write_bytes(content)
    # by the time that it has worked: beside other work, a second may take a minute; who only waits is given a minute
    for number, timer, seconds in (
        (signal.SIGPROF, signal.ITIMER_PROF, SECONDS_EACH),
        (signal.SIGALRM, signal.ITIMER_REAL, 3 * SECONDS_EACH),
    ):
        signal.signal(number, stop)
        signal.setitimer(timer, seconds)
    try:
        read(path)
    except AccessError as error:
        return "" if str(error) else "an empty sentence"
    except _TooLong:
        return f"no answer within {SECONDS_EACH} s"
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "access_plugin" in frame.filename]
        return (
            f"{type(error).__name__} in {Path(frames[-1].filename).name}:{frames[-1].lineno}"
            if frames
            else repr(error)[:120]
        )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


def _least(read, path: Path, data: bytes, changes: list, trouble: str) -> list:
    """Return as few of the changes as give the same trouble."""
    for change in list(changes):
        fewer = [other for other in changes if other is not change]
        if fewer and _tried(read, path, applied(data, fewer)) == trouble:
            changes = fewer
    return changes


# kills


def kills(given) -> int:
    """Kill processes that write a network, a study or the sample at random moments; look at what stands there."""
    rng, until, count, faults, took = (
        random.Random(given.seed),
        time.monotonic() + given.seconds,
        collections.Counter(),
        [],
        {},
    )
    folder = Path(tempfile.mkdtemp(prefix="campaign-"))
    try:
        for name in _JOBS:
            started = time.monotonic()
            subprocess.run(_call(name, folder / name), check=True)
            took[name] = time.monotonic() - started
        while time.monotonic() < until:
            name = rng.choice(sorted(_JOBS))
            process = subprocess.Popen(_call(name, folder / name), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(took[name] * (rng.random() if rng.random() < 0.3 else rng.uniform(0.85, 1.02)))
            process.kill()
            process.wait()
            count[name] += 1
            trouble = _look(name, folder / name)
            if trouble:
                faults.append(f"FAULT {name}: {trouble}")
        for name in _JOBS:  # the next run finishes and cleans
            subprocess.run(_call(name, folder / name), check=True)
            left = [str(path) for path in (folder / name).rglob(".*")]
            faults += [f"FAULT {name}: left over: {left}"] if left else []
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(dict.fromkeys(faults)))
    print(
        f"{sum(count.values())} kills "
        f"({', '.join(f'{name} {number}' for name, number in sorted(count.items()))}), {len(faults)} faults "
        f"(seed {given.seed})"
    )
    return bool(faults)


def disks(given) -> int:
    """Run the same processes on a disk of which random kilobytes are free.

    Each ends well or in a sentence, and what stands there is whole.
    """
    rng, until, count, faults = random.Random(given.seed), time.monotonic() + given.seconds, collections.Counter(), []
    disk = Path(tempfile.mkdtemp(prefix="campaign-"))
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], capture_output=True).returncode:
        raise SystemExit("this machine lets nobody mount a small disk")
    try:
        for name in _JOBS:
            subprocess.run(_call(name, disk / name), check=True)
        needs = {
            name: sum(path.stat().st_size for path in (disk / name).rglob("*") if path.is_file()) for name in _JOBS
        }
        while time.monotonic() < until:
            name = rng.choice(sorted(_JOBS))
            free = int(needs[name] * rng.uniform(0.0, 1.6))
            state = os.statvfs(disk)
            with open(disk / "filler", "wb") as filler:
                os.posix_fallocate(filler.fileno(), 0, max(state.f_bavail * state.f_frsize - free, 1))
            done = subprocess.run(_call(name, disk / name), capture_output=True, text=True)
            (disk / "filler").unlink()
            count[name, done.returncode] += 1
            trouble = _look(name, disk / name) or ("" if done.returncode in (0, _REFUSED) else done.stderr[-300:])
            if trouble:
                faults.append(f"FAULT {name}: {free} bytes free: {trouble}")
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
        disk.rmdir()
    print("\n".join(dict.fromkeys(faults)))
    told = sum(number for (_, code), number in count.items() if code == _REFUSED)
    print(
        f"{sum(count.values())} runs on a small disk, {told} of them refused in a sentence, {len(faults)} faults "
        f"(seed {given.seed})"
    )
    return bool(faults)


def _call(name: str, folder: Path) -> list[str]:
    return [sys.executable, "-W", "ignore", __file__, "job", "--kind", name, "--out", str(folder)]


def _look(name: str, folder: Path) -> str:
    try:
        _JOBS[name][1](folder)
    except Exception as error:
        return repr(error)[:200]
    return ""


def job(given) -> int:
    from access_plugin.engine.errors import AccessError

    given.out.mkdir(parents=True, exist_ok=True)
    try:
        _JOBS[given.kind][0](given.out)
    except (AccessError, OSError) as error:  # an algorithm makes a sentence of the latter
        print(error, file=sys.stderr)
        return _REFUSED
    return 0


def _build(folder: Path) -> None:
    from access_plugin.engine.network.build_file import build_network_file

    build_network_file(
        ROOT / "access_plugin" / "resources" / "sample" / "liechtenstein-2013-08-03.osm.pbf", folder / "roads.accessnet"
    )


def _open(folder: Path) -> None:
    from access_plugin.engine.network import store

    store._checked.clear()
    store.read(folder / "roads.accessnet")


def _sample(folder: Path) -> None:
    from access_plugin.engine.sample import prepare_sample

    prepare_sample(folder)


def _look_at_sample(folder: Path) -> None:
    import pyogrio

    _open(folder)
    for name in ("sites", "population", "territories", "candidates"):
        for layer, _ in pyogrio.list_layers(folder / f"{name}.gpkg"):
            assert len(pyogrio.read_dataframe(folder / f"{name}.gpkg", layer=layer)) > 0


def _write_study(folder: Path) -> None:
    from campaign_inputs import _study

    from access_plugin.engine.drafts import draft_in, publish

    with draft_in(folder) as draft:
        _study(draft)
        publish(draft)


def _look_at_study(folder: Path) -> None:
    from access_plugin.engine.study.folder import StudyFolder

    study = StudyFolder(folder)
    for name in study.names:
        study.table(name)


_JOBS = {"network": (_build, _open), "sample": (_sample, _look_at_sample), "study": (_write_study, _look_at_study)}

if __name__ == "__main__":
    sys.exit(main())
