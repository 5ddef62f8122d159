"""Runs a program as a function that got an event: what is exempt while a runtime starts is over by then."""

import http.client
import os
import sys

connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
connection.request("GET", "/2018-06-01/runtime/invocation/next")
connection.getresponse().read()
connection.close()
del connection
# In this very module, where multiprocessing looks for what its children are to run.
sys.argv = sys.argv[1:]
__file__ = sys.argv[0]
exec(compile(open(__file__, "rb").read(), __file__, "exec"))
