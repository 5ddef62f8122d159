// A native library of our own (JNI): calls both ways, exceptions, threads of C, a child that it starts.

import java.nio.file.Path;

public class NativeCalls {
  static native long sum(int[] numbers);

  static native String upper(String text);

  static native void fail(String message);

  static native int fromThread(Runnable runnable);

  static native int system(String command);

  public static void main(String[] arguments) {
    String file = Path.of(System.getenv("COMPATIBILITY_TOOLS"), "libnativecalls.so").toString();
    try {
      System.load("/nonexistent/library.so");
    } catch (UnsatisfiedLinkError error) {
      System.out.println(error.getMessage());
    }
    try {
      sum(new int[0]);
    } catch (UnsatisfiedLinkError error) {
      System.out.println("not yet loaded");
    }
    System.load(file);
    System.load(file);
    System.out.println(sum(new int[] {1, 2, 39}) + " " + upper("text"));
    try {
      fail("thrown by C");
    } catch (IllegalStateException error) {
      System.out.println(error.getMessage());
    }
    System.out.println(
        fromThread(() -> System.out.println("called on " + Thread.currentThread().isDaemon())));
    System.out.println(system("exit 9") + " " + system("true"));
    System.out.println(System.mapLibraryName("x"));
  }
}
