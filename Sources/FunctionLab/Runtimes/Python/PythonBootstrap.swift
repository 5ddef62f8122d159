/// The program that starts a Python function.
enum PythonBootstrap {
  static let text = #"""
    """Starts the handler: through AWS's client if it is here, else through the small one below."""
    import os
    import sys

    task = os.environ["LAMBDA_TASK_ROOT"]
    layers = os.environ.get("PARAPET_LAB_LAYERS", "/opt")
    os.environ.pop("PARAPET_LAB_LAYERS", None)
    version = "python%d.%d" % sys.version_info[:2]
    runtime = os.path.dirname(os.path.abspath(__file__))
    # The platform's order: the function, its layers, then what the runtime brings.
    own = [task, layers + "/python/lib/" + version + "/site-packages", layers + "/python", runtime]
    sys.path[:] = own + [entry for entry in sys.path if entry not in own]


    def use_real_client():
        from awslambdaric.__main__ import main
        main(["bootstrap.py", os.environ["_HANDLER"]])


    class Context:
        def __init__(self, headers):
            env = os.environ.get
            self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
            self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
            self.function_name = env("AWS_LAMBDA_FUNCTION_NAME")
            self.function_version = env("AWS_LAMBDA_FUNCTION_VERSION")
            self.memory_limit_in_mb = env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
            self.log_group_name = env("AWS_LAMBDA_LOG_GROUP_NAME")
            self.log_stream_name = env("AWS_LAMBDA_LOG_STREAM_NAME")
            self.client_context = None
            self.identity = None
            self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

        def get_remaining_time_in_millis(self):
            import time
            return max(0, self._deadline - int(time.time() * 1000))

        def log(self, message):
            sys.stdout.write(str(message))


    def describe(error):
        import traceback
        return {
            "errorMessage": str(error), "errorType": type(error).__name__, "requestId": "",
            "stackTrace": traceback.format_list(traceback.extract_tb(error.__traceback__)[1:]),
        }


    def load(handler):
        import importlib
        module, _, name = handler.rpartition(".")
        if not module:
            return None, {"errorType": "Runtime.MalformedHandlerName", "requestId": "", "stackTrace": [],
                          "errorMessage": "Bad handler '%s': there is no dot in it" % handler}
        try:
            found = importlib.import_module(module.replace("/", "."))
        except SyntaxError as error:
            return None, {"errorType": "Runtime.UserCodeSyntaxError", "requestId": "", "stackTrace": [],
                          "errorMessage": "Syntax error in module '%s': %s" % (module, error)}
        except ImportError as error:
            return None, {"errorType": "Runtime.ImportModuleError", "requestId": "", "stackTrace": [],
                          "errorMessage": "Unable to import module '%s': %s" % (module, error)}
        except Exception as error:
            return None, describe(error)
        if not hasattr(found, name):
            return None, {"errorType": "Runtime.HandlerNotFound", "requestId": "", "stackTrace": [],
                          "errorMessage": "Handler '%s' missing on module '%s'" % (name, module)}
        return getattr(found, name), None


    def use_small_client():
        import http.client
        import json

        sys.stdout.reconfigure(line_buffering=True)
        connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

        def call(method, path, body=None, error_type=None):
            headers = {"Content-Type": "application/json"}
            if error_type:
                headers["Lambda-Runtime-Function-Error-Type"] = error_type
            connection.request(method, "/2018-06-01/runtime/" + path, body, headers)
            answer = connection.getresponse()
            return answer.headers, answer.read()

        def log(fault):
            print("[ERROR] %s: %s" % (fault["errorType"], fault["errorMessage"]))
            for line in fault["stackTrace"]:
                print(line.rstrip("\n"))

        handler, fault = load(os.environ["_HANDLER"])
        if fault:
            log(fault)
            call("POST", "init/error", json.dumps(fault), fault["errorType"])
            sys.exit(1)
        while True:
            headers, event = call("GET", "invocation/next")
            os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id", "")
            request = headers["Lambda-Runtime-Aws-Request-Id"]
            try:
                result = handler(json.loads(event), Context(headers))
                try:
                    body = json.dumps(result, ensure_ascii=False).encode()
                except (TypeError, ValueError) as error:
                    fault = describe(error)
                    fault["errorType"] = "Runtime.MarshalError"
                    fault["errorMessage"] = "Unable to marshal response: %s" % error
            except Exception as error:
                fault = describe(error)
            if fault:
                fault["requestId"] = request
                log(fault)
                call("POST", "invocation/%s/error" % request, json.dumps(fault), fault["errorType"])
                fault = None
            else:
                call("POST", "invocation/%s/response" % request, body)


    try:
        import awslambdaric
    except ImportError:
        awslambdaric = None
    if awslambdaric:
        use_real_client()
    else:
        use_small_client()

    """#
}
