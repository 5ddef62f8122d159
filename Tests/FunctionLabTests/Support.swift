import Foundation
import Testing

@testable import FunctionLab

/// A folder with a function's code, and the lab run over it.
final class LabBench: Sendable {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "parapet-lab-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  // A folder that cannot be removed only wastes space.
  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path(percentEncoded: false) }

  func write(_ text: String, to name: String, isExecutable: Bool = false) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if isExecutable {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path())
    }
  }

  /// The function of this folder.
  func function(_ runtime: String, _ handler: String) throws -> LabFunction {
    LabFunction(name: "bench", runtime: try #require(RuntimeName(runtime)), handler: handler, code: path)
  }

  /// Invokes with each event, in one sandbox.
  func run(
    _ function: LabFunction, _ events: [String], options: LabOptions = LabOptions()
  ) throws -> [InvocationResult] {
    var options = options
    if function.runtime.family == .python { options.interpreter = options.interpreter ?? Runtimes.python }
    let session = try LabSession(function, options: options)
    defer { session.close() }
    return events.map { session.invoke(Array($0.utf8)) }
  }

  /// One event to `app.handler` in Python.
  func python(
    _ event: String = "{}", options: LabOptions = LabOptions(), change: (inout LabFunction) -> Void = { _ in }
  ) throws -> InvocationResult {
    var function = try function("python\(Runtimes.pythonVersion)", "app.handler")
    change(&function)
    return try #require(try run(function, [event], options: options).first)
  }
}

/// What is installed here.
enum Runtimes {
  /// The one that has AWS's client: made by `scripts/bootstrap test`.
  static let python: String? = {
    var root = URL(filePath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let python = root.appending(path: ".deps/venv-lab/bin/python").path()
    return FileManager.default.isExecutableFile(atPath: python) ? python : nil
  }()

  static let pythonVersion: String = {
    let answer = HostProgram.find(["python3"]).flatMap {
      HostProgram.run(python ?? $0, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    }
    return answer?.output.trimmingCharacters(in: .whitespacesAndNewlines) ?? "3.13"
  }()

  static let hasNode = HostProgram.find(["node", "nodejs"]) != nil
  static let hasRuby = HostProgram.find(["ruby"]) != nil
  static let hasJava = HostProgram.find(["javac"]) != nil

  /// Whether the system gives sandboxes their own file system; containers without rights do not.
  static let hasNamespaces: Bool = {
    guard let bench = try? LabBench(["bootstrap": "#!/bin/sh\n"]),
      let function = try? bench.function("provided.al2023", "x"),
      let session = try? LabSession(function, options: LabOptions())
    else { return false }
    defer { session.close() }
    return session.isolation.hasNamespaces
  }()
}

extension InvocationResult {
  /// The answer as JSON.
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(payload), options: .fragmentsAllowed)
  }

  /// The answer as an object.
  func object() throws -> [String: Any] { try #require(try json() as? [String: Any], "\(text)\(payload)") }
}
