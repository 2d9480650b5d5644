"""Tells what the processes of a running system use, and how fast the machine is, for all measurements."""
import contextlib
import os
import re
import signal
import time

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def stat(pid):
    """Returns the fields of a process from its state on, which is the third in proc(5)."""
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()


def parents():
    """Returns the parent of each process of this machine."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            found[int(pid)] = int(stat(pid)[1])
        except OSError:
            pass  # it ended meanwhile
    return found


def with_children(roots, known=None):
    """Returns the names of processes, given with their ids, also for all processes that these started."""
    known = known or parents()
    names = {}
    for pid in known:
        ancestor = pid
        while ancestor in known and ancestor not in roots:
            ancestor = known[ancestor]
        if ancestor in roots:
            names[pid] = roots[ancestor]
    return names


def pid_files(folder):
    """Returns the ids of the system's main processes with their names."""
    run = os.path.join(folder, "run")  # besides files called NAME.pid there is the supervisor's lock
    return {int(open(os.path.join(run, name)).read()): name[:-4] for name in os.listdir(run) if name.endswith(".pid")}


def processes(folder):
    """Returns the ids of the system's processes with their names. What a process started has the name of that one."""
    known, pids = parents(), pid_files(folder)
    supervisors = {known[pid] for pid in pids if known.get(pid, 1) != 1}
    names = with_children(pids, known)
    return names | {pid: "supervisor" for pid in supervisors}


def environment(pid):
    return dict(entry.split("=", 1) for entry in open(f"/proc/{pid}/environ").read().split("\0") if "=" in entry)


def psql(service, work):
    """Returns the command that asks a service's database, and lets the environment have its password."""
    pids = {name: pid for pid, name in pid_files(os.path.join(work, "data")).items()}
    told = environment(pids[service])
    port = re.search(r"port=(\d+)", open(f"/proc/{pids['postgres']}/cmdline").read())[1]
    os.environ["PGPASSWORD"] = told.get("PREFSTREAM_DB_PASSWORD", "")
    return ["psql", "--host=127.0.0.1", f"--port={port}", f"--username={told['PREFSTREAM_DB_USER']}", told["PREFSTREAM_DB_NAME"]]


@contextlib.contextmanager
def standing_still(pids):
    """Lets processes do nothing while a block runs."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def processor_seconds(pids):
    """Returns the processor time of each name since its processes began, user and system together.

    It holds the time of children that ended, because PostgreSQL starts and ends processes all the time.
    """
    seconds = {}
    for pid, name in pids.items():
        try:
            ticks = sum(map(int, stat(pid)[11:15]))
        except OSError:
            continue  # it ended meanwhile, and its parent has its time
        seconds[name] = seconds.get(name, 0) + ticks / TICKS_PER_SECOND
    return seconds


def plain_loop():
    """Returns the seconds for five million additions, which shows how fast one core is now."""
    begin, total = time.perf_counter(), 0
    for i in range(5_000_000):
        total += i
    return time.perf_counter() - begin


def processor_ticks():
    """Returns the ticks of all cores since boot, and how many of them the host gave to other machines."""
    ticks = [int(field) for field in open("/proc/stat").readline().split()[1:9]]
    return sum(ticks), ticks[7]


class Speed:
    """How fast the machine is while something is measured, because it varies within a day."""

    def __init__(self):
        self.loops, self.ticks = [plain_loop()], processor_ticks()

    def look(self):
        """Measures once more, in between."""
        self.loops.append(plain_loop())

    def end(self):
        """Returns the seconds of five million additions at each look, and what other machines took meanwhile, as text."""
        (all_before, stolen_before), (all_after, stolen_after) = self.ticks, processor_ticks()
        self.look()
        share = 100 * (stolen_after - stolen_before) / (all_after - all_before)
        return ", ".join(f"{loop:.2f}" for loop in self.loops), f"{share:.1f} % of processor time went to other machines"
