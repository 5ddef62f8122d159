// The Java runtime of the attacks: asks for the next one, runs it, answers with what the intruder would see.
// The attacks that are written in Java are in the class Attacks, generated from the list of techniques.

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

public class Bootstrap {
  static native String attack(String name);

  static String read(Process process) throws Exception {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static void drop(String name, String path) throws Exception {
    Files.copy(Path.of("/srv/attacker/" + name), Path.of(path), StandardCopyOption.REPLACE_EXISTING);
    Path.of(path).toFile().setExecutable(true, false);
  }

  static String shell(String code) throws Exception {
    var builder = new ProcessBuilder("/bin/sh", "-c", code);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return read(builder.start());
  }

  static String run(String kind, String text) throws Exception {
    return switch (kind) {
      case "native" -> attack(text);
      case "shell" -> shell(text);
      default -> Attacks.run(text);
    };
  }

  public static void main(String[] arguments) throws Exception {
    System.load("/var/task/native/attacks.so");
    String base = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    for (;;) {
      var next = (HttpURLConnection) new URL(base + "next").openConnection();
      next.setRequestProperty("Accept", "text/plain");
      String text = new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String result;
      try {
        result = run(next.getHeaderField("Attack-Kind"), text);
      } catch (Throwable error) {
        result = error.toString();
      }
      var answer = (HttpURLConnection)
          new URL(base + next.getHeaderField("Lambda-Runtime-Aws-Request-Id") + "/response").openConnection();
      answer.setDoOutput(true);
      answer.getOutputStream().write(result.getBytes(StandardCharsets.UTF_8));
      try (InputStream body = answer.getInputStream()) {
        body.readAllBytes();
      }
    }
  }
}
