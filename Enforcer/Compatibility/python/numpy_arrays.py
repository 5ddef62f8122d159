"""numpy: linear algebra with its own thread pool, memory-mapped arrays, random numbers, FFT."""

import hashlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy

print(numpy.__version__)
matrix = numpy.arange(40_000, dtype=float).reshape(200, 200) % 17 + numpy.eye(200) * 50
solution = numpy.linalg.solve(matrix, numpy.ones(200))
print("solve:", bool(numpy.allclose(matrix @ solution, 1)))
print("product:", int((matrix @ matrix).sum()))
print("eigenvalues:", round(float(numpy.linalg.eigvalsh(matrix + matrix.T).max()), 3))
generator = numpy.random.default_rng(7)
print("random:", hashlib.sha256(generator.integers(0, 1 << 30, 10_000).tobytes()).hexdigest())
print("fft:", bool(numpy.allclose(numpy.fft.ifft(numpy.fft.fft(matrix)), matrix)))
path = Path(tempfile.mkdtemp()) / "array.npy"
numpy.save(path, matrix)
mapped = numpy.load(path, mmap_mode="r")
print("mapped:", type(mapped).__name__, float(mapped.sum()))
with ThreadPoolExecutor(4) as pool:
    sums = list(pool.map(lambda power: int((matrix @ matrix).max()) + power, range(8)))
print("threads:", sums == [sums[0] + power for power in range(8)])
print("strings:", numpy.array(["a", "bb"]).dtype, numpy.datetime64("2026-01-31") + numpy.timedelta64(1, "D"))
with numpy.errstate(divide="raise"):
    try:
        numpy.array([1.0]) / 0
    except FloatingPointError as error:
        print("trap:", error)
