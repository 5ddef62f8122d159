extension JavaClient {
  /// The loop that passes events to the handler.
  static let bootstrap = #"""
    package parapet;

    import java.io.IOException;
    import java.lang.reflect.InvocationTargetException;
    import java.nio.charset.StandardCharsets;
    import java.util.ArrayList;
    import java.util.LinkedHashMap;
    import java.util.List;
    import java.util.Map;

    /** Finds the handler, and passes events to it one after the other. */
    public final class Bootstrap {
      public static void main(String[] arguments) throws Exception {
        Client client = new Client(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        Handler handler;
        try {
          handler = Handler.find(System.getenv("_HANDLER"));
        } catch (Throwable error) {
          report(client, "init/error", cause(error));
          System.exit(1);
          return;
        }
        while (true) {
          Client.Answer event = client.call("GET", "invocation/next", null, null);
          String request = event.headers.get("lambda-runtime-aws-request-id");
          String trace = event.headers.getOrDefault("lambda-runtime-trace-id", "");
          System.setProperty("com.amazonaws.xray.traceHeader", trace);
          try {
            byte[] result = handler.call(event.body, new Invocation(event.headers));
            client.call("POST", "invocation/" + request + "/response", result, null);
          } catch (Throwable error) {
            Throwable cause = cause(error);
            report(client, "invocation/" + request + "/error", cause);
            // The machine is in no state to go on.
            if (cause instanceof VirtualMachineError) System.exit(1);
          }
        }
      }

      private static Throwable cause(Throwable error) {
        while (error instanceof InvocationTargetException && error.getCause() != null) error = error.getCause();
        return error;
      }

      private static void report(Client client, String where, Throwable error) throws IOException {
        Map<String, Object> report = describe(error);
        StringBuilder text = new StringBuilder();
        text.append(report.get("errorMessage")).append(": ").append(report.get("errorType"));
        for (Object line : (List<?>) report.get("stackTrace")) text.append("\r\tat ").append(line);
        System.out.println(text);
        byte[] body = Json.write(report).getBytes(StandardCharsets.UTF_8);
        client.call("POST", where, body, error.getClass().getName());
      }

      private static boolean isOurs(String name) {
        return name.startsWith("parapet.") || name.startsWith("jdk.internal.reflect.")
          || name.equals("java.lang.reflect.Method");
      }

      private static Map<String, Object> describe(Throwable error) {
        List<String> trace = new ArrayList<>();
        for (StackTraceElement element : error.getStackTrace()) {
          // What is above the handler is ours, or how we call it.
          if (isOurs(element.getClassName())) break;
          trace.add(element.toString());
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("errorMessage", error.getMessage());
        report.put("errorType", error.getClass().getName());
        report.put("stackTrace", trace);
        if (error.getCause() != null) report.put("cause", describe(error.getCause()));
        return report;
      }
    }

    """#
}
