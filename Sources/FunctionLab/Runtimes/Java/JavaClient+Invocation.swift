extension JavaClient {
  /// What a handler is told about its invocation.
  static let invocation = #"""
    package parapet;

    import java.lang.reflect.Proxy;
    import java.nio.charset.StandardCharsets;
    import java.util.LinkedHashMap;
    import java.util.Map;

    /** What a handler is told about its invocation; answers the methods of any interface named Context. */
    final class Invocation {
      private final Map<String, String> headers;

      Invocation(Map<String, String> headers) { this.headers = headers; }

      Object as(Class<?> type) {
        if (type.isInterface()) return proxy(type);
        return type.isAssignableFrom(Map.class) ? facts() : null;
      }

      private Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          if (method.getName().equals("getLogger")) return logger(method.getReturnType());
          if (method.getName().equals("getRemainingTimeInMillis")) return remaining();
          if (method.getName().equals("getMemoryLimitInMB")) {
            return Integer.parseInt(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
          }
          if (method.getName().equals("toString")) return facts().toString();
          if (method.getName().equals("hashCode")) return System.identityHashCode(self);
          if (method.getName().equals("equals")) return self == arguments[0];
          return facts().get(method.getName());
        });
      }

      private int remaining() {
        long left = Long.parseLong(headers.get("lambda-runtime-deadline-ms")) - System.currentTimeMillis();
        return (int) Math.max(0, left);
      }

      private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("getAwsRequestId", headers.get("lambda-runtime-aws-request-id"));
        facts.put("getInvokedFunctionArn", headers.get("lambda-runtime-invoked-function-arn"));
        facts.put("getFunctionName", System.getenv("AWS_LAMBDA_FUNCTION_NAME"));
        facts.put("getFunctionVersion", System.getenv("AWS_LAMBDA_FUNCTION_VERSION"));
        facts.put("getLogGroupName", System.getenv("AWS_LAMBDA_LOG_GROUP_NAME"));
        facts.put("getLogStreamName", System.getenv("AWS_LAMBDA_LOG_STREAM_NAME"));
        return facts;
      }

      private static Object logger(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          if (method.getName().equals("log") && arguments.length > 0) {
            Object text = arguments[0];
            System.out.println(text instanceof byte[] ? new String((byte[]) text, StandardCharsets.UTF_8) : text);
          }
          return null;
        });
      }
    }

    """#
}
