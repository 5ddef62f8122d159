// How a virtual machine ends: exit codes, hooks, signals, uncaught exceptions, standard error.

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

public class Endings {
  static void child(String how) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
    switch (how) {
      case "exit" -> System.exit(5);
      case "halt" -> Runtime.getRuntime().halt(6);
      case "uncaught" -> throw new IllegalStateException("uncaught", new RuntimeException("cause"));
      case "thread" -> {
        Thread failing = new Thread(() -> { throw new RuntimeException("in a thread"); }, "failing");
        failing.start();
        failing.join();
      }
      case "terminated" -> {
        Signal.raise(new Signal("TERM"));
        Thread.sleep(10_000);
      }
      case "memory" -> System.out.println(new byte[Integer.MAX_VALUE].length);
      default -> System.err.println("to standard error");
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      child(arguments[0]);
      return;
    }
    String java = System.getProperty("java.home") + "/bin/java";
    for (String how : List.of("plain", "exit", "halt", "uncaught", "thread", "terminated", "memory")) {
      Process process = new ProcessBuilder(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp",
          System.getProperty("java.class.path"), "Endings", how)
                            .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      System.out.println(how + ": " + process.waitFor() + " " + output.strip() + "\n" + errors.strip());
    }
    var received = new SynchronousQueue<String>();
    Signal.handle(new Signal("USR2"), signal -> received.offer(signal.getName()));
    Thread.sleep(50);
    for (int tries = 0; tries < 50; tries++) {
      Signal.raise(new Signal("USR2"));
      String name = received.poll(200, TimeUnit.MILLISECONDS);
      if (name == null) continue;
      System.out.println("signal: " + name);
      break;
    }
    System.out.println(
        System.getProperty("java.version.date").length() + " " + System.getProperty("os.name"));
    throw new Error("the last one");
  }
}
