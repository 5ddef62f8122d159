extension JavaClient {
  /// Gives values of JSON the types that a handler declares.
  static let binder = #"""
    package parapet;

    import java.lang.reflect.Array;
    import java.lang.reflect.Constructor;
    import java.lang.reflect.Field;
    import java.lang.reflect.Method;
    import java.lang.reflect.Modifier;
    import java.lang.reflect.ParameterizedType;
    import java.lang.reflect.RecordComponent;
    import java.lang.reflect.Type;
    import java.math.BigDecimal;
    import java.math.BigInteger;
    import java.util.ArrayList;
    import java.util.Collection;
    import java.util.Date;
    import java.util.HashMap;
    import java.util.LinkedHashMap;
    import java.util.LinkedHashSet;
    import java.util.List;
    import java.util.Locale;
    import java.util.Map;
    import java.util.Set;

    /** Gives values of JSON the types that a handler declares. */
    final class Binder {
      static Object bind(Object value, Type type) throws Exception {
        if (type instanceof ParameterizedType) {
          ParameterizedType generic = (ParameterizedType) type;
          return bind(value, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return type instanceof Class ? bind(value, (Class<?>) type, new Type[0]) : value;
      }

      private static Object bind(Object value, Class<?> type, Type[] arguments) throws Exception {
        if (value == null) return null;
        if (type == Object.class) return value;
        if (type == String.class) return value instanceof String ? value : Json.write(value);
        if (value instanceof Number) return number((Number) value, type);
        if (value instanceof Boolean || value instanceof String) return simple(value, type);
        if (value instanceof List) return list((List<?>) value, type, arguments);
        return map((Map<?, ?>) value, type, arguments);
      }

      private static Object number(Number value, Class<?> type) {
        if (type == int.class || type == Integer.class) return value.intValue();
        if (type == long.class || type == Long.class) return value.longValue();
        if (type == double.class || type == Double.class) return value.doubleValue();
        if (type == float.class || type == Float.class) return value.floatValue();
        if (type == short.class || type == Short.class) return value.shortValue();
        if (type == byte.class || type == Byte.class) return value.byteValue();
        if (type == BigDecimal.class) return new BigDecimal(value.toString());
        if (type == BigInteger.class) return new BigDecimal(value.toString()).toBigInteger();
        if (type == Date.class) return new Date(value.longValue());
        if (type.isInstance(value)) return value;
        throw new IllegalArgumentException("a number cannot become " + type.getName());
      }

      @SuppressWarnings({"unchecked", "rawtypes"})
      private static Object simple(Object value, Class<?> type) {
        if (type == boolean.class && value instanceof Boolean) return value;
        if (type.isEnum() && value instanceof String) {
          return Enum.valueOf((Class<? extends Enum>) type, (String) value);
        }
        if (type.isInstance(value)) return value;
        throw new IllegalArgumentException(
          "a value of type " + value.getClass().getSimpleName() + " cannot become " + type.getName());
      }

      private static Object list(List<?> values, Class<?> type, Type[] arguments) throws Exception {
        if (type.isArray()) {
          Object array = Array.newInstance(type.getComponentType(), values.size());
          for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, bind(values.get(i), type.getComponentType()));
          }
          return array;
        }
        Type element = arguments.length > 0 ? arguments[0] : Object.class;
        Collection<Object> bound = Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>();
        for (Object value : values) bound.add(bind(value, element));
        if (type.isInstance(bound)) return bound;
        throw new IllegalArgumentException("a list cannot become " + type.getName());
      }

      private static Object map(Map<?, ?> values, Class<?> type, Type[] arguments) throws Exception {
        if (type.isAssignableFrom(LinkedHashMap.class)) {
          Type element = arguments.length > 1 ? arguments[1] : Object.class;
          Map<Object, Object> bound = new LinkedHashMap<>();
          for (Map.Entry<?, ?> entry : values.entrySet()) {
            bound.put(entry.getKey(), bind(entry.getValue(), element));
          }
          return bound;
        }
        return type.isRecord() ? record(values, type) : bean(values, type);
      }

      private static Object record(Map<?, ?> values, Class<?> type) throws Exception {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] bound = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
          types[i] = parts[i].getType();
          Object value = bind(values.get(parts[i].getName()), parts[i].getGenericType());
          bound[i] = value == null && types[i].isPrimitive() ? zero(types[i]) : value;
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(bound);
      }

      private static Object zero(Class<?> type) { return Array.get(Array.newInstance(type, 1), 0); }

      /** Setters and public fields; the case of names does not matter, as for the platform's own events. */
      private static Object bean(Map<?, ?> values, Class<?> type) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bean = constructor.newInstance();
        Map<String, Object> byName = new HashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
          byName.put(fold(entry.getKey().toString()), entry.getValue());
        }
        for (Method method : type.getMethods()) {
          String name = method.getName();
          if (!name.startsWith("set") || method.getParameterCount() != 1) continue;
          Object value = byName.get(fold(name.substring(3)));
          if (value != null) method.invoke(bean, bind(value, method.getGenericParameterTypes()[0]));
        }
        for (Field field : type.getFields()) {
          if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) continue;
          Object value = byName.get(fold(field.getName()));
          if (value != null) field.set(bean, bind(value, field.getGenericType()));
        }
        return bean;
      }

      private static String fold(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
      }
    }

    """#
}
