// ProcessBuilder and Runtime.exec: streams, environment, folders, exit codes, signals, pipelines, errors.

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

public class Children {
  static String run(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " [" + output.strip() + "] [" + errors.strip() + "]";
  }

  static String shell(String command) throws Exception {
    return run(new ProcessBuilder("sh", "-c", command));
  }

  static void large() throws Exception {
    Process cat = new ProcessBuilder("cat").start();
    byte[] payload = new byte[3 << 20];
    for (int index = 0; index < payload.length; index++) payload[index] = (byte) index;
    Thread writer = new Thread(() -> {
      try (var stream = cat.getOutputStream()) {
        stream.write(payload);
      } catch (IOException error) {
        System.out.println("write: " + error.getMessage());
      }
    });
    writer.start();
    byte[] back = cat.getInputStream().readAllBytes();
    writer.join();
    System.out.println("cat: " + cat.waitFor() + " " + java.util.Arrays.equals(payload, back));
  }

  static void environment() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("env");
    for (String line : run(builder).substring(3).split("\n")) {
      if (!line.startsWith("_=")) System.out.println("child " + line.replaceAll("\\] \\[\\]$", ""));
    }
    builder.environment().clear();
    builder.environment().put("ONLY", "this");
    System.out.println("cleared: " + run(new ProcessBuilder(builder.command())).contains("PARAPET"));
    System.out.println("only: " + run(builder));
    new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println("own " + name + "=" + value));
  }

  static void parallel() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<String>> calls =
        IntStream.range(0, 60).<Callable<String>>mapToObj(n -> () -> shell("echo " + n)).toList();
    boolean right = true;
    int number = 0;
    for (var future : pool.invokeAll(calls)) right &= future.get().equals("0 [" + number++ + "] []");
    pool.shutdown();
    System.out.println("sixty: " + right);
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(shell("echo out; echo err >&2; exit 3"));
    large();
    environment();
    System.out.println("folder: " + run(new ProcessBuilder("pwd").directory(new File("/usr"))));
    System.out.println(
        "merged: " + run(new ProcessBuilder("sh", "-c", "echo a; echo b >&2").redirectErrorStream(true)));
    System.out.println("exec: " + Runtime.getRuntime().exec(new String[] {"sh", "-c", "exit 9"}).waitFor());
    Process sleeping = new ProcessBuilder("sleep", "10").start();
    System.out.println("timeout: " + sleeping.waitFor(100, TimeUnit.MILLISECONDS));
    sleeping.destroy();
    System.out.println("destroyed: " + sleeping.waitFor());
    Process stubborn = new ProcessBuilder("sh", "-c", "trap '' TERM; echo; sleep 10").start();
    stubborn.getInputStream().read();
    System.out.println("forcibly: " + stubborn.destroyForcibly().waitFor());
    for (String name : List.of("/nonexistent/program", "no-such-program", "/etc/passwd", "/etc")) {
      try {
        System.out.println(run(new ProcessBuilder(name)));
      } catch (IOException error) {
        System.out.println("cannot start: " + error.getMessage());
      }
    }
    File output = File.createTempFile("output", ".txt");
    System.out.println(
        new ProcessBuilder("sh", "-c", "echo into a file").redirectOutput(output).start().waitFor());
    System.out.println("file: " + output.length());
    List<Process> pipeline = ProcessBuilder.startPipeline(List.of(new ProcessBuilder("seq", "1", "9"),
        new ProcessBuilder("sort", "-r"), new ProcessBuilder("head", "-n1")));
    System.out.println("pipeline: " + new String(pipeline.get(2).getInputStream().readAllBytes()).strip());
    ProcessHandle handle = new ProcessBuilder("true").start().toHandle();
    handle.onExit().join();
    System.out.println("handle: " + handle.isAlive() + " " + ProcessHandle.current().children().count());
    System.out.flush();
    System.out.println("inherited: "
        + new ProcessBuilder("sh", "-c", "echo to the same output").inheritIO().start().waitFor());
    parallel();
  }
}
