extension JavaClient {
  /// Reads and writes JSON, so that no library of others is needed.
  static let json = #"""
    package parapet;

    import java.io.IOException;
    import java.lang.reflect.Array;
    import java.lang.reflect.Field;
    import java.lang.reflect.Method;
    import java.lang.reflect.Modifier;
    import java.lang.reflect.RecordComponent;
    import java.math.BigInteger;
    import java.util.ArrayList;
    import java.util.LinkedHashMap;
    import java.util.List;
    import java.util.Map;
    import java.util.TreeMap;

    /** Reads and writes JSON; numbers keep their kind, members their order. */
    final class Json {
      private static final int DEPTH = 500;
      private final String text;
      private int at = 0;

      Json(String text) { this.text = text; }

      Object read() {
        Object value = value(0);
        space();
        if (at < text.length()) throw problem("text after the value");
        return value;
      }

      private Object value(int depth) {
        if (depth > DEPTH) throw problem("nested too deeply");
        space();
        if (at >= text.length()) throw problem("the end");
        char first = text.charAt(at);
        if (first == '{') return object(depth);
        if (first == '[') return array(depth);
        if (first == '"') return string();
        if (take("true")) return true;
        if (take("false")) return false;
        if (take("null")) return null;
        return number();
      }

      private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (take("}")) return members;
        while (true) {
          space();
          String key = string();
          space();
          if (!take(":")) throw problem("no colon");
          members.put(key, value(depth + 1));
          space();
          if (take("}")) return members;
          if (!take(",")) throw problem("no comma");
        }
      }

      private List<Object> array(int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        space();
        if (take("]")) return values;
        while (true) {
          values.add(value(depth + 1));
          space();
          if (take("]")) return values;
          if (!take(",")) throw problem("no comma");
        }
      }

      private String string() {
        if (!take("\"")) throw problem("no string");
        StringBuilder value = new StringBuilder();
        while (true) {
          if (at >= text.length()) throw problem("the end in a string");
          char letter = text.charAt(at++);
          if (letter == '"') return value.toString();
          if (letter != '\\') {
            value.append(letter);
            continue;
          }
          char escaped = text.charAt(at++);
          int simple = "\"\\/bfnrt".indexOf(escaped);
          if (escaped == 'u') {
            value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
            at += 4;
          } else if (simple >= 0) {
            value.append("\"\\/\b\f\n\r\t".charAt(simple));
          } else {
            throw problem("an unknown escape");
          }
        }
      }

      private Number number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        String digits = text.substring(start, at);
        if (digits.isEmpty()) throw problem("no value");
        if (digits.matches("-?[0-9]{1,9}")) return Integer.parseInt(digits);
        if (digits.matches("-?[0-9]{1,18}")) return Long.parseLong(digits);
        if (digits.matches("-?[0-9]+")) return new BigInteger(digits);
        return Double.parseDouble(digits);
      }

      private boolean take(String expected) {
        if (!text.startsWith(expected, at)) return false;
        at += expected.length();
        return true;
      }

      private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
      }

      private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("The event is not JSON: " + what + " at character " + at);
      }

      static String write(Object value) throws IOException {
        StringBuilder output = new StringBuilder();
        try {
          write(value, output, 0);
        } catch (ReflectiveOperationException error) {
          throw new IOException("The result cannot be written as JSON", error);
        }
        return output.toString();
      }

      private static void write(Object value, StringBuilder output, int depth)
          throws ReflectiveOperationException {
        if (depth > DEPTH) throw new IllegalArgumentException("The result is nested too deeply");
        if (value == null) {
          output.append("null");
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
          quote(value.toString(), output);
        } else if (value instanceof Boolean || value instanceof Number && isFinite((Number) value)) {
          output.append(value);
        } else if (value instanceof Number) {
          quote(value.toString(), output);
        } else if (value instanceof Map) {
          Map<String, Object> members = new LinkedHashMap<>();
          for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            members.put(String.valueOf(entry.getKey()), entry.getValue());
          }
          object(members, output, depth);
        } else if (value instanceof Iterable) {
          array((Iterable<?>) value, output, depth);
        } else if (value.getClass().isArray()) {
          List<Object> values = new ArrayList<>();
          for (int i = 0; i < Array.getLength(value); i++) values.add(Array.get(value, i));
          array(values, output, depth);
        } else {
          object(members(value), output, depth);
        }
      }

      private static boolean isFinite(Number value) {
        return !(value instanceof Double || value instanceof Float) || Double.isFinite(value.doubleValue());
      }

      private static void object(Map<String, Object> members, StringBuilder output, int depth)
          throws ReflectiveOperationException {
        output.append('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : members.entrySet()) {
          if (!first) output.append(',');
          first = false;
          quote(member.getKey(), output);
          output.append(':');
          write(member.getValue(), output, depth + 1);
        }
        output.append('}');
      }

      private static void array(Iterable<?> values, StringBuilder output, int depth)
          throws ReflectiveOperationException {
        output.append('[');
        boolean first = true;
        for (Object value : values) {
          if (!first) output.append(',');
          first = false;
          write(value, output, depth + 1);
        }
        output.append(']');
      }

      /** What getters, record components and public fields of an object say. */
      private static Map<String, Object> members(Object value) throws ReflectiveOperationException {
        Map<String, Object> members = new TreeMap<>();
        Class<?> type = value.getClass();
        if (type.isRecord()) {
          Map<String, Object> parts = new LinkedHashMap<>();
          for (RecordComponent part : type.getRecordComponents()) {
            part.getAccessor().setAccessible(true);
            parts.put(part.getName(), part.getAccessor().invoke(value));
          }
          return parts;
        }
        for (Field field : type.getFields()) {
          if (!Modifier.isStatic(field.getModifiers())) members.put(field.getName(), field.get(value));
        }
        for (Method method : type.getMethods()) {
          if (method.getParameterCount() > 0 || method.getDeclaringClass() == Object.class) continue;
          if (Modifier.isStatic(method.getModifiers())) continue;
          String name = method.getName();
          boolean isQuestion = name.startsWith("is") && method.getReturnType() == boolean.class;
          int prefix = name.startsWith("get") ? 3 : isQuestion ? 2 : 0;
          if (prefix == 0 || name.length() == prefix) continue;
          method.setAccessible(true);
          String member = Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1);
          members.put(member, method.invoke(value));
        }
        return members;
      }

      private static void quote(String text, StringBuilder output) {
        output.append('"');
        for (int i = 0; i < text.length(); i++) {
          char letter = text.charAt(i);
          if (letter == '"' || letter == '\\') output.append('\\').append(letter);
          else if (letter == '\n') output.append("\\n");
          else if (letter == '\r') output.append("\\r");
          else if (letter == '\t') output.append("\\t");
          else if (letter < 0x20) output.append(String.format("\\u%04x", (int) letter));
          else output.append(letter);
        }
        output.append('"');
      }
    }

    """#
}
