"""What the proofs of this folder share: calls of the tools, planted faults, the report."""
import concurrent.futures
import contextlib
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RTL = HERE.parent.parent / "rtl"
FULL = os.environ.get("MACROSCOPE_FULL") == "1"


class Refuted(Exception):
    """The property does not hold."""


def yosys(script, folder):
    result = subprocess.run(
        ["yosys", "-q", "-p", script], cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr[-1000:])


def prove_equal(command, folder):
    """`command`: cec or dcec of ABC, and the files of two graphs."""
    said = subprocess.run(["yosys-abc", "-c", command], cwd=folder, capture_output=True,
                          text=True).stdout
    if "Networks are NOT EQUIVALENT" in said:
        raise Refuted(said[-300:])
    if "Networks are equivalent" not in said:
        raise RuntimeError(f"undecided: {said[-300:]}")


@contextlib.contextmanager
def planted(file, old, new):
    """A copy of rtl/ with a fault in it."""
    with tempfile.TemporaryDirectory() as folder:
        rtl = pathlib.Path(folder) / "rtl"
        shutil.copytree(RTL, rtl)
        source = rtl / f"{file}.sv"
        text = source.read_text()
        if old not in text:
            raise RuntimeError(f"'{old}' is not in {file} any more")
        source.write_text(text.replace(old, new))
        yield rtl


def report(what, work, workers):
    """Runs the pairs (name, call), prints what they give, and returns the exit code. A call returns
    what was achieved; Refuted and RuntimeError are failures."""
    def run(item):
        name, call = item
        try:
            return name, call(), False
        except (Refuted, RuntimeError) as error:
            return name, f"FAILED: {error}", True

    failures = 0
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for name, result, failed in pool.map(run, work):
            failures += failed
            print(f"{name}: {result}", flush=True)
    seconds = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    print(f"{len(work)} {what}, {failures} failures, {seconds:.0f} s of processor time")
    return 1 if failures or not work else 0
