// Files and NIO: channels, mapped buffers, locks, links, permissions, zip, watchers, and what fails.

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

public class FilesAndChannels {
  static void attempt(String label, Callable<?> call) {
    try {
      call.call();
      System.out.println(label + " worked");
    } catch (Exception error) {
      System.out.println(label + " " + error.getClass().getSimpleName());
    }
  }

  static void zip(Path folder) throws IOException {
    Path file = folder.resolve("archive.zip");
    try (var output = new ZipOutputStream(Files.newOutputStream(file))) {
      output.putNextEntry(new ZipEntry("one.txt"));
      output.write("zipped".getBytes(StandardCharsets.UTF_8));
    }
    try (var archive = new ZipFile(file.toFile())) {
      System.out.println(
          "zip: " + new String(archive.getInputStream(archive.getEntry("one.txt")).readAllBytes()));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(System.getenv("TMPDIR")), "nio-");
    Path file = folder.resolve("file");
    Files.writeString(file, "first\nsecond\n");
    System.out.println("lines: " + Files.readAllLines(file) + " " + Files.size(file));
    System.out.println("private: " + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4096);
      mapped.put(0, "FIRST".getBytes(StandardCharsets.UTF_8));
      mapped.force();
      System.out.println("mapped: " + channel.size() + " locked " + (channel.tryLock() != null));
      channel.position(5L << 30);
      channel.write(ByteBuffer.wrap("end".getBytes(StandardCharsets.UTF_8)));
      System.out.println("large: " + channel.size());
    }
    try (var random = new RandomAccessFile(file.toFile(), "r")) {
      random.seek(5L << 30);
      System.out.println("far: " + random.readLine());
    }
    try (var source = FileChannel.open(file); var target = FileChannel.open(folder.resolve("part"),
                                                  StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      System.out.println("transferred: " + source.transferTo(0, 100_000, target));
    }
    Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    Files.createLink(folder.resolve("hard"), file);
    System.out.println("same: " + Files.isSameFile(folder.resolve("link"), folder.resolve("hard")));
    attempt("missing:", () -> Files.readString(folder.resolve("none")));
    attempt("exists:", () -> Files.createFile(file));
    attempt("not empty:", () -> Files.deleteIfExists(folder));
    attempt("below a file:", () -> Files.readString(file.resolve("x")));
    attempt("folder:", () -> Files.newOutputStream(folder));
    zip(folder);
    try (var watcher = FileSystems.getDefault().newWatchService()) {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
      Files.createFile(folder.resolve("new"));
      System.out.println("watched: " + watcher.poll(10, TimeUnit.SECONDS).pollEvents().get(0).context());
    }
    try (var names = Files.list(folder)) {
      System.out.println(names.map(path -> path.getFileName().toString()).sorted().toList());
    }
    System.out.println(Files.readAllBytes(Path.of("/proc/self/environ")).length > 0);
  }
}
