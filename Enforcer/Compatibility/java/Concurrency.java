// Threads, pools, fork and join, futures, locks, garbage collection under load, thread-local values.

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

public class Concurrency {
  static class Fibonacci extends RecursiveTask<Integer> {
    final int number;

    Fibonacci(int number) { this.number = number; }

    @Override
    protected Integer compute() {
      if (number < 2) return number;
      var left = new Fibonacci(number - 1);
      left.fork();
      return new Fibonacci(number - 2).compute() + left.join();
    }
  }

  static int depth(int level) { return depth(level + 1) + 1; }

  public static void main(String[] arguments) throws Exception {
    System.out.println("fork and join: " + new ForkJoinPool(4).invoke(new Fibonacci(20)));
    System.out.println(
        "parallel: " + LongStream.rangeClosed(1, 2_000_000).parallel().filter(n -> n % 7 == 0).count());
    var sum = new AtomicLong();
    var barrier = new CyclicBarrier(16);
    var done = new CountDownLatch(16);
    for (int index = 0; index < 16; index++) {
      new Thread(() -> {
        try {
          barrier.await();
          for (int round = 0; round < 10_000; round++) sum.incrementAndGet();
        } catch (Exception error) {
          System.out.println(error);
        }
        done.countDown();
      }).start();
    }
    done.await();
    System.out.println("sum: " + sum);
    var chained = CompletableFuture.supplyAsync(() -> 20).thenCombineAsync(
        CompletableFuture.supplyAsync(() -> 22), Integer::sum);
    System.out.println("future: " + chained.get());
    try {
      CompletableFuture.supplyAsync(() -> 1 / Integer.parseInt("0")).get();
    } catch (ExecutionException error) {
      System.out.println("failed: " + error.getCause());
    }
    var scheduler = Executors.newScheduledThreadPool(1);
    System.out.println("scheduled: " + scheduler.schedule(() -> "later", 10, TimeUnit.MILLISECONDS).get());
    scheduler.shutdownNow();
    var map = new ConcurrentHashMap<Integer, Integer>();
    LongStream.range(0, 100_000).parallel().forEach(n -> map.merge((int) (n % 100), 1, Integer::sum));
    System.out.println("map: " + map.size() + " " + map.values().stream().mapToInt(Integer::intValue).sum());
    List<byte[]> kept = new ArrayList<>();
    for (int round = 0; round < 3_000; round++) {
      kept.add(new byte[100_000]);
      if (kept.size() > 50) kept.clear();
    }
    System.gc();
    System.out.println("collected: " + (kept.size() <= 50));
    // Signals of the virtual machine's own: a null check and a full stack are found by SIGSEGV.
    try {
      depth(0);
    } catch (StackOverflowError error) {
      System.out.println("stack: " + error.getClass().getSimpleName());
    }
    String nothing = arguments.length > 99 ? "" : null;
    try {
      for (int round = 0; round < 50_000; round++)
        if (round == 49_999) System.out.println(nothing.length());
    } catch (NullPointerException error) {
      System.out.println("null: " + error.getClass().getSimpleName());
    }
    Thread interrupted = new Thread(() -> {
      try {
        Thread.sleep(10_000);
      } catch (InterruptedException error) {
        System.out.println("interrupted");
      }
    });
    interrupted.start();
    interrupted.interrupt();
    interrupted.join();
  }
}
