extension JavaClient {
  /// Finds the method that a handler names, and calls it.
  static let handler = #"""
    package parapet;

    import java.io.ByteArrayInputStream;
    import java.io.ByteArrayOutputStream;
    import java.io.InputStream;
    import java.io.OutputStream;
    import java.lang.reflect.Constructor;
    import java.lang.reflect.Method;
    import java.lang.reflect.Modifier;
    import java.lang.reflect.ParameterizedType;
    import java.lang.reflect.Type;
    import java.lang.reflect.TypeVariable;
    import java.nio.charset.StandardCharsets;
    import java.util.ArrayList;
    import java.util.Arrays;
    import java.util.List;

    /** The method that is called, and how its input and output are given. */
    final class Handler {
      private final Object target;
      private final Method method;
      private final Class<?> owner;

      private Handler(Object target, Method method, Class<?> owner) {
        this.target = target;
        this.method = method;
        this.owner = owner;
      }

      static Handler find(String text) throws Exception {
        int colons = text.indexOf("::");
        String className = colons < 0 ? text : text.substring(0, colons);
        String name = colons < 0 ? "handleRequest" : text.substring(colons + 2);
        Class<?> owner;
        try {
          owner = Class.forName(className, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException error) {
          throw new ClassNotFoundException("Class not found: " + className, error);
        }
        Method method = choose(owner, name);
        if (method == null) {
          throw new NoSuchMethodException("No public method named " + name
            + " with appropriate method signature found on class " + className);
        }
        method.setAccessible(true);
        Object target = null;
        if (!Modifier.isStatic(method.getModifiers())) {
          Constructor<?> constructor = owner.getDeclaredConstructor();
          constructor.setAccessible(true);
          target = constructor.newInstance();
        }
        return new Handler(target, method, owner);
      }

      /** The one with a context if there are several, as the platform chooses; bridges of generic code last. */
      private static Method choose(Class<?> owner, String name) {
        Method best = null;
        for (Method method : owner.getMethods()) {
          if (!method.getName().equals(name) || method.getDeclaringClass() == Object.class) continue;
          if (method.getParameterCount() > 3 || !isHandler(method)) continue;
          if (best == null || rank(method) > rank(best)) best = method;
        }
        return best;
      }

      private static boolean isHandler(Method method) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 3) return isStream(types);
        return types.length < 2 || isContext(types[1]) || isStream(types);
      }

      private static boolean isStream(Class<?>[] types) {
        return types.length >= 2 && types[0] == InputStream.class && types[1] == OutputStream.class;
      }

      private static boolean isContext(Class<?> type) { return type.getSimpleName().equals("Context"); }

      private static int rank(Method method) {
        return method.getParameterCount() * 2 + (method.isBridge() ? 0 : 1);
      }

      byte[] call(byte[] event, Invocation invocation) throws Exception {
        Class<?>[] types = method.getParameterTypes();
        if (isStream(types)) {
          ByteArrayOutputStream output = new ByteArrayOutputStream();
          List<Object> values = new ArrayList<>(Arrays.asList(new ByteArrayInputStream(event), output));
          if (types.length == 3) values.add(invocation.as(types[2]));
          method.invoke(target, values.toArray());
          return output.toByteArray();
        }
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
          values[i] = isContext(types[i]) ? invocation.as(types[i]) : input(event, i);
        }
        Object result = method.invoke(target, values);
        return Json.write(result).getBytes(StandardCharsets.UTF_8);
      }

      private Object input(byte[] event, int index) throws Exception {
        Type type = resolve(method.getGenericParameterTypes()[index]);
        if (type == InputStream.class) return new ByteArrayInputStream(event);
        Object value = new Json(new String(event, StandardCharsets.UTF_8)).read();
        // A handler of strings takes any event in its written form.
        if (type == String.class && !(value instanceof String)) return new String(event, StandardCharsets.UTF_8);
        return Binder.bind(value, type);
      }

      /** The argument that the class gives for a type variable of the interface it implements. */
      private Type resolve(Type type) {
        if (!(type instanceof TypeVariable)) return type;
        for (Type implemented : owner.getGenericInterfaces()) {
          if (!(implemented instanceof ParameterizedType)) continue;
          ParameterizedType generic = (ParameterizedType) implemented;
          TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
          for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(type)) return generic.getActualTypeArguments()[i];
          }
        }
        return Object.class;
      }
    }

    """#
}
