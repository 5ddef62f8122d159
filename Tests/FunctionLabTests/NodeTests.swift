import Foundation
import Testing

@testable import FunctionLab

/// Node.js functions of every shape.
@Suite(.enabled(if: Runtimes.hasNode, "node is not installed; scripts/bootstrap test does that"))
struct NodeTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let file: String
    let code: String
    var extra: [String: String] = [:]
    var handler = "index.handler"
    var testDescription: String { "\(file): \(code)" }
  }

  @Test(arguments: [
    Shape(file: "index.js", code: "exports.handler = async (event) => ({ event });"),
    Shape(
      file: "index.js", code: "exports.handler = (event, context, callback) => callback(null, { event });"),
    Shape(file: "index.js", code: "exports.handler = (event, context) => context.succeed({ event });"),
    Shape(
      file: "index.js",
      code: "exports.handler = (event, c, callback) => { setTimeout(() => callback(null, { event }), 20); };"),
    Shape(file: "index.js", code: "exports.handler = (event) => Promise.resolve({ event });"),
    Shape(file: "index.mjs", code: "export const handler = async (event) => ({ event });"),
    Shape(
      file: "index.js", code: "export const handler = async (event) => ({ event });",
      extra: ["package.json": #"{"type": "module"}"#]),
    Shape(file: "index.cjs", code: "exports.handler = async (event) => ({ event });"),
    Shape(
      file: "src/deep.js", code: "exports.api = { run: async (event) => ({ event }) };",
      handler: "src/deep.api.run"),
    Shape(
      file: "index.mjs",
      code: "const late = await Promise.resolve(1); export const handler = async (event) => ({ event });"),
  ])
  func answers(_ shape: Shape) throws {
    let bench = try LabBench([shape.file: shape.code].merging(shape.extra) { $1 })
    let results = try bench.run(try bench.function("nodejs20.x", shape.handler), [#"{"a":1}"#, "[]"])
    #expect(results.map(\.status) == [.ok, .ok])
    #expect((try results[0].object()["event"] as? [String: Int]) == ["a": 1], "\(results[0].text)")
  }

  @Test func waitsForTheEventLoopUnlessToldOtherwise() throws {
    let bench = try LabBench([
      "index.js": """
      exports.handler = (event, context, callback) => {
        context.callbackWaitsForEmptyEventLoop = event.wait;
        setTimeout(() => console.log('late'), 100);
        callback(null, 'done');
      };
      exports.silent = (event, context, callback) => { setTimeout(() => {}, 20); };
      """
    ])
    let results = try bench.run(
      try bench.function("nodejs20.x", "index.handler"), [#"{"wait":true}"#, #"{"wait":false}"#])
    #expect(results[0].text.contains("late"))
    #expect(results[0].duration >= .milliseconds(95))
    #expect(results[1].duration < .milliseconds(95))
    let silent = try bench.run(try bench.function("nodejs20.x", "index.silent"), ["{}"])
    #expect(String(decoding: silent[0].payload, as: UTF8.self) == "null")
  }

  @Test func reportsErrorsAsThePlatformDoes() throws {
    let bench = try LabBench([
      "index.js": """
      exports.handler = async (event) => {
        if (event === 'throw') throw new TypeError('boom');
        if (event === 'exit') process.exit(7);
        if (event === 'uncaught') { setTimeout(() => { throw new RangeError('late'); }, 5); await new Promise(() => setTimeout(() => {}, 500)); }
        if (event === 'rejection') { Promise.reject(new Error('nobody')); await new Promise((r) => setTimeout(r, 200)); }
        return 1;
      };
      exports.old = (event, context, callback) => callback('a text');
      """
    ])
    let function = try bench.function("nodejs20.x", "index.handler")
    let results = try bench.run(
      function, ["throw", "exit", "uncaught", "rejection", "fine"].map { "\"\($0)\"" })
    #expect(results.map(\.status) == [.error, .crash, .error, .error, .ok])
    #expect(results[0].failure?.type == "TypeError")
    #expect(results[0].text.contains("ERROR\tInvoke Error"))
    #expect(results[1].failure?.message.hasSuffix("exit status 7") == true)
    #expect(results[2].failure?.type == "RangeError")
    #expect(results[3].failure?.type == "Runtime.UnhandledPromiseRejection")
    let old = try bench.run(try bench.function("nodejs20.x", "index.old"), ["{}"])
    #expect(old[0].failure?.message == "a text")
  }

  @Test(arguments: [
    ("index.missing", "Runtime.HandlerNotFound"), ("nowhere.handler", "Runtime.ImportModuleError"),
    ("broken.handler", "Runtime.UserCodeSyntaxError"), ("needs.handler", "Runtime.ImportModuleError"),
    ("nodot", "Runtime.MalformedHandlerName"),
  ])
  func reportsWhatStopsTheStart(handler: String, type: String) throws {
    let bench = try LabBench([
      "index.js": "exports.other = 1;", "broken.js": "exports.handler = (", "needs.js": "require('nowhere');",
    ])
    let result = try bench.run(try bench.function("nodejs20.x", handler), ["{}"])[0]
    #expect(result.failure?.type == type)
  }

  @Test func streamsAnswers() throws {
    let bench = try LabBench([
      "index.mjs": """
      export const handler = awslambda.streamifyResponse(async (event, output) => {
        output.setContentType('text/plain');
        for (let i = 0; i < event.parts; i++) output.write('x'.repeat(event.size));
        output.end();
      });
      export const http = awslambda.streamifyResponse(async (event, output) => {
        output = awslambda.HttpResponseStream.from(output, { statusCode: 201, headers: { a: 'b' } });
        output.write('one ');
        if (event.late) throw new Error('late');
        output.end('two');
      });
      export const early = awslambda.streamifyResponse(async () => { throw new Error('early'); });
      """
    ])
    let plain = try bench.run(
      try bench.function("nodejs20.x", "index.handler"),
      [#"{"parts":3,"size":5}"#, #"{"parts":80,"size":100000}"#])
    #expect(plain[0].isStreamed)
    #expect(plain[0].contentType == "text/plain")
    #expect(String(decoding: plain[0].payload, as: UTF8.self) == String(repeating: "x", count: 15))
    // More than a buffered answer may have.
    #expect(plain[1].status == .ok)
    #expect(plain[1].payload.count == 8_000_000)
    let http = try bench.run(try bench.function("nodejs20.x", "index.http"), ["{}", #"{"late":true}"#])
    #expect(HTTPStreamAnswer(http[0])?.prelude.text == #"{"statusCode":201,"headers":{"a":"b"}}"#)
    #expect(HTTPStreamAnswer(http[0])?.bodyBytes == Array("one two".utf8))
    #expect(http[1].status == .error)
    #expect(http[1].failure?.message == "late")
    let early = try bench.run(try bench.function("nodejs20.x", "index.early"), ["{}"])
    #expect(early[0].failure?.message == "early")
  }

  @Test func writesLogLinesInThePlatformsForm() throws {
    let bench = try LabBench([
      "index.js":
        "exports.handler = async () => { console.log('one', { a: 1 }); console.error('two\\nthree'); };"
    ])
    let result = try bench.run(try bench.function("nodejs20.x", "index.handler"), ["{}"])[0]
    #expect(result.text.contains(/\d{4}-\d\d-\d\dT[\d:.]+Z\t[0-9a-f-]{36}\tINFO\tone { a: 1 }\n/))
    #expect(result.text.contains("\tERROR\ttwo\nthree\n"))
    var function = try bench.function("nodejs20.x", "index.handler")
    function.logsAsJSON = true
    let json = try bench.run(function, ["{}"])[0]
    #expect(json.text.contains(#""level":"INFO","requestId":"\#(json.requestID)","message":"one { a: 1 }""#))
  }

  @Test func findsModulesOfLayers() throws {
    let layer = try LabBench(["nodejs/node_modules/helper/index.js": "module.exports = 42;"])
    let bench = try LabBench([
      "index.js": "const helper = require('helper'); exports.handler = async () => helper;"
    ])
    var function = try bench.function("nodejs20.x", "index.handler")
    function.layers = [layer.path]
    #expect(try bench.run(function, ["{}"])[0].json() as? Int == 42)
  }
}
