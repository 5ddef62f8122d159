import Foundation
import Testing

@testable import FunctionLab

/// Java functions: the ways in which a handler may be written.
@Suite(.enabled(if: Runtimes.hasJava, "no JDK is installed; scripts/bootstrap test does that"), .serialized)
struct JavaTests {
  /// Compiled once for all tests.
  static let bench: Result<LabBench, any Error> = Result {
    let bench = try LabBench(["Handler.java": code, "lib/.keep": ""])
    for (name, text) in interfaces {
      try bench.write(text, to: "com/amazonaws/services/lambda/runtime/\(name).java")
    }
    let javac = try #require(HostProgram.find(["javac"]))
    let sources = interfaces.keys.map { "\(bench.path)/com/amazonaws/services/lambda/runtime/\($0).java" }
    let outcome = try #require(
      HostProgram.run(javac, ["-d", bench.path, "\(bench.path)/Handler.java"] + sources))
    try #require(outcome.status == 0, "\(outcome.output)")
    // A static is never given up; a folder that cannot be removed only wastes space.
    atexit { try? FileManager.default.removeItem(at: JavaTests.bench.get().folder) }
    return bench
  }

  /// Of the same names and shapes as AWS's, which are on no registry that the tests use.
  static let interfaces = [
    "Context": """
    package com.amazonaws.services.lambda.runtime;
    public interface Context { String getAwsRequestId(); int getRemainingTimeInMillis(); int getMemoryLimitInMB();
      String getFunctionName(); LambdaLogger getLogger(); }
    """,
    "LambdaLogger":
      "package com.amazonaws.services.lambda.runtime; public interface LambdaLogger { void log(String text); }",
    "RequestHandler": """
    package com.amazonaws.services.lambda.runtime;
    public interface RequestHandler<I, O> { O handleRequest(I input, Context context); }
    """,
    "RequestStreamHandler": """
    package com.amazonaws.services.lambda.runtime;
    public interface RequestStreamHandler { void handleRequest(java.io.InputStream input, java.io.OutputStream output,
      Context context) throws java.io.IOException; }
    """,
  ]

  static let code = """
    import com.amazonaws.services.lambda.runtime.*;
    import java.io.*;
    import java.util.*;
    public class Handler {
      public enum Colour { RED, GREEN }
      public static class Item {
        private int count; public String name; private Colour colour;
        public void setCount(int value) { count = value; }
        public int getCount() { return count; }
        public void setColour(Colour value) { colour = value; }
        public Colour getColour() { return colour; }
      }
      public static class Order {
        private List<Item> items; private Map<String, Double> prices;
        public void setItems(List<Item> value) { items = value; }
        public List<Item> getItems() { return items; }
        public void setPrices(Map<String, Double> value) { prices = value; }
        public Map<String, Double> getPrices() { return prices; }
      }
      public record Pair(String text, long number, boolean flag) {}
      public static class Real implements RequestHandler<Order, Integer> {
        public Integer handleRequest(Order order, Context context) {
          context.getLogger().log("logged for " + context.getFunctionName());
          return order.getItems().size() * 100 + context.getMemoryLimitInMB();
        }
      }
      public static class Streams implements RequestStreamHandler {
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
          output.write(input.readAllBytes());
        }
      }
      public Map<String, Object> map(Map<String, Object> event, Context context) {
        event.put("id", context.getAwsRequestId());
        event.put("left", context.getRemainingTimeInMillis());
        return event;
      }
      public String text(String event) { return "<" + event + ">"; }
      public Order order(Order order) { order.getItems().get(0).setCount(9); return order; }
      public Pair pair(Pair pair) { return pair; }
      public List<Integer> list(List<Integer> values) { Collections.reverse(values); return values; }
      public static int[] nothing() { return new int[] {1, 2}; }
      public void error(Object event) { throw new IllegalStateException("boom", new RuntimeException("inner")); }
      public void exit(Object event) { System.exit(5); }
      public Object memory(Object event) { List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[1 << 20]); }
    }
    """

  private func run(_ handler: String, _ events: String..., memory: Int = 256) throws -> [InvocationResult] {
    let bench = try Self.bench.get()
    var function = try bench.function("java17", handler)
    function.memory = memory
    function.timeout = .seconds(20)
    return try bench.run(function, events)
  }

  struct Shape: Sendable {
    let handler: String
    let event: String
    let answer: String
  }

  @Test(arguments: [
    Shape(handler: "Handler::text", event: #""ä\n""#, answer: #""<ä\n>""#),
    Shape(
      handler: "Handler::order",
      event: #"{"items":[{"Count":1,"name":"n","colour":"GREEN"}],"prices":{"a":1.5},"unknown":{}}"#,
      answer: #"{"items":[{"colour":"GREEN","count":9,"name":"n"}],"prices":{"a":1.5}}"#),
    Shape(
      handler: "Handler::pair", event: #"{"text":"t","number":12345678901,"flag":true}"#,
      answer: #"{"text":"t","number":12345678901,"flag":true}"#),
    Shape(handler: "Handler::pair", event: "{}", answer: #"{"text":null,"number":0,"flag":false}"#),
    Shape(handler: "Handler::list", event: "[1,2,3]", answer: "[3,2,1]"),
    Shape(handler: "Handler::nothing", event: "{}", answer: "[1,2]"),
    Shape(handler: "Handler$Real", event: #"{"items":[{},{}]}"#, answer: "456"),
    Shape(handler: "Handler$Streams", event: #"{"a":  1}"#, answer: #"{"a":  1}"#),
    Shape(handler: "Handler$Streams::handleRequest", event: "[]", answer: "[]"),
  ])
  func answers(_ shape: Shape) throws {
    let result = try run(shape.handler, shape.event)[0]
    #expect(String(decoding: result.payload, as: UTF8.self) == shape.answer, "\(result.text)")
  }

  @Test func tellsTheHandlerOfItsInvocation() throws {
    let results = try run("Handler::map", #"{"a":{"b":[1.5,null]}}"#, "{}")
    #expect(try results[0].object()["id"] as? String == results[0].requestID)
    #expect((1...20000).contains(try results[1].object()["left"] as? Int ?? 0))
    #expect(try run("Handler$Real", #"{"items":[]}"#)[0].text.contains("logged for bench\n"))
  }

  @Test func reportsErrors() throws {
    let results = try run("Handler::error", "{}", "{}")
    #expect(results.map(\.status) == [.error, .error])
    #expect(results[0].failure?.type == "java.lang.IllegalStateException")
    #expect(results[0].failure?.message == "boom")
    let report = String(decoding: results[0].failure?.body ?? [], as: UTF8.self)
    #expect(report.contains(#""stackTrace":["Handler.error(Handler.java"#))
    #expect(try run("Handler::exit", "{}")[0].failure?.message.hasSuffix("exit status 5") == true)
    #expect(try run("Handler::pair", "[1]")[0].failure?.type == "java.lang.IllegalArgumentException")
  }

  @Test func endsAMachineThatIsOutOfMemory() throws {
    let results = try run("Handler::memory", "{}", "{}")
    #expect(results[0].failure?.type.contains("OutOfMemory") ?? false || results[0].status == .crash)
    #expect(results[1].initialisation != nil)
  }

  @Test(arguments: [
    ("Nowhere::x", "java.lang.ClassNotFoundException"),
    ("Handler::nothing2", "java.lang.NoSuchMethodException"),
  ])
  func reportsWhatStopsTheStart(handler: String, type: String) throws {
    #expect(try run(handler, "{}")[0].failure?.type == type)
  }
}
