extension JavaClient {
  /// The Runtime API over one connection.
  static let client = #"""
    package parapet;

    import java.io.BufferedInputStream;
    import java.io.ByteArrayOutputStream;
    import java.io.EOFException;
    import java.io.IOException;
    import java.io.InputStream;
    import java.io.OutputStream;
    import java.lang.reflect.Type;
    import java.net.Socket;
    import java.nio.charset.StandardCharsets;
    import java.util.HashMap;
    import java.util.Locale;
    import java.util.Map;

    /** The Runtime API over one connection that stays open. */
    final class Client {
      static final class Answer {
        final Map<String, String> headers = new HashMap<>();
        byte[] body = new byte[0];
      }

      private static final String PREFIX = "/2018-06-01/runtime/";
      private final String host;
      private final Socket socket;
      private final InputStream input;

      Client(String address) throws IOException {
        host = address;
        int colon = address.lastIndexOf(':');
        socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      }

      Answer call(String method, String path, byte[] body, String errorType) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(PREFIX).append(path).append(" HTTP/1.1\r\nHost: ").append(host);
        if (body != null) {
          head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(body.length);
        }
        if (errorType != null) head.append("\r\nLambda-Runtime-Function-Error-Type: ").append(errorType);
        head.append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) request.write(body);
        OutputStream output = socket.getOutputStream();
        request.writeTo(output);
        output.flush();
        return read();
      }

      private Answer read() throws IOException {
        Answer answer = new Answer();
        line();
        for (String line = line(); !line.isEmpty(); line = line()) {
          int colon = line.indexOf(':');
          answer.headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(answer.headers.getOrDefault("content-length", "0"));
        answer.body = input.readNBytes(length);
        return answer;
      }

      private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = input.read(); letter != '\n'; letter = input.read()) {
          if (letter < 0) throw new EOFException("the Runtime API closed the connection");
          if (letter != '\r') line.append((char) letter);
        }
        return line.toString();
      }
    }

    """#
}
