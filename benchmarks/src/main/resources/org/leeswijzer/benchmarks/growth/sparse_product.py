"""Multiplies the loans in a file with themselves, once in each way for every line read; answers in JSON, a line each.

The file has pairs of a patron's and a title's number, four bytes each, big-endian, by rising patron.
"""

import json
import sys
import time

import numpy
import scipy
from scipy.sparse import csr_matrix

loans = numpy.fromfile(sys.argv[1], ">i4").astype(numpy.int32).reshape(-1, 2)


def matrix(number_type):
    ones = numpy.ones(len(loans), number_type)
    made = csr_matrix((ones, (loans[:, 0], loans[:, 1])))
    made.sort_indices()
    return made


matrices = {name: matrix(name) for name in ("int32", "float32")}
transposed = {name: made.T.tocsr() for name, made in matrices.items()}
product = transposed["int32"] @ matrices["int32"]
about = {
    "scipy": scipy.__version__,
    "numpy": numpy.__version__,
    "patrons": matrices["int32"].shape[0],
    "titles": matrices["int32"].shape[1],
    "loans": matrices["int32"].nnz,
    "cellsOfProduct": product.nnz,
    "sumOfProduct": int(product.sum()),
}
del product
print(json.dumps(about), flush=True)


def seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


for line in sys.stdin:
    times = {}
    for name in matrices:
        times[name] = seconds(lambda: matrices[name].T @ matrices[name])
        times[name + " transposed before"] = seconds(lambda: transposed[name] @ matrices[name])
    print(json.dumps(times), flush=True)
