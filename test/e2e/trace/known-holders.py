"""Holders of locks that measure themselves how long they held and waited.

usage: known-holders.py FOLDER NAME:COUNT:HOLD_MS[:HOW] ...

Starts COUNT processes for each group. All request FOLDER/NAME and hold it for HOLD_MS, one after the other. HOW is
"unlock" (the default), "close" (without LOCK_UN), "die" (by SIGKILL), or "leave" (dies too, but a child inherited the
lock and holds it for another HOLD_MS). Each prints a line of JSON: the clock before and after the call that takes the
lock, and before and after its end, in microseconds since 1970. The kernel's own times lie in between.
"""
import fcntl, json, os, signal, sys, time


def now():
    return time.time_ns() // 1000


def lock(path, hold_ms, how, out):
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    asked = now()
    fcntl.flock(file, fcntl.LOCK_EX)
    taken = now()
    pid, child = os.getpid(), None
    if how == "leave":
        child = os.fork()
    time.sleep(hold_ms / 1000 * (2 if child == 0 else 1))
    letting_go = now()
    record = {"pid": pid, "file": os.path.basename(path), "how": how, "asked": asked, "taken": taken, "lettingGo": letting_go}
    if child == 0:
        record["how"] = "left"
    if how == "die" or (how == "leave" and child != 0):
        os.write(out, (json.dumps(record) + "\n").encode())
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "unlock":
        fcntl.flock(file, fcntl.LOCK_UN)
    else:
        os.close(file)
    record["gone"] = now()
    os.write(out, (json.dumps(record) + "\n").encode())
    os._exit(0)


folder, *groups = sys.argv[1:]
pids = {}
for group in groups:
    name, count, hold_ms, how = (group + ":unlock").split(":")[:4]
    for _ in range(int(count)):
        pid = os.fork()
        if pid == 0:
            lock(os.path.join(folder, name), float(hold_ms), how, 1)
        pids[pid] = name
while pids:
    pid, _ = os.wait()
    # In one write: print() may make two of it, and others write beside this process.
    os.write(1, (json.dumps({"pid": pid, "file": pids.pop(pid), "ended": now()}) + "\n").encode())
