import Foundation

/// What one run of the program left behind.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String
}

/// A folder of its own for each test, and the built program run in it.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "parapet-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  // A folder that cannot be removed only wastes space.
  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program beside the test bundle; where the bundle lies elsewhere, the package's debug build.
  static let program: URL = {
    let beside = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().appending(
      path: "parapet")
    if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appending(path: ".build/debug/parapet")
  }()

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Standard output and error go to files: a pipe that nobody empties would stop the program.
  func run(_ arguments: [String]) throws -> Outcome {
    let streams = try ["stdout", "stderr"].map { name in
      let file = FileManager.default.temporaryDirectory.appending(
        path: "parapet-\(name)-\(UUID().uuidString)")
      try Data().write(to: file)
      return file
    }
    defer {
      for file in streams {
        // A file that cannot be removed only wastes space.
        try? FileManager.default.removeItem(at: file)
      }
    }
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try String(contentsOf: streams[0], encoding: .utf8),
      errors: try String(contentsOf: streams[1], encoding: .utf8))
  }
}

/// Templates whose judgement is beyond doubt.
enum Sample {
  static let clean = """
    AWSTemplateFormatVersion: '2010-09-09'
    Resources:
      Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/shop}}

    """

  /// A role that may do anything, with a function that anyone may call.
  static let critical = """
    AWSTemplateFormatVersion: '2010-09-09'
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Work:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs22.x
          Handler: index.handler
          CodeUri: src/
          FunctionUrlConfig: {AuthType: NONE}
          Policies: [{Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}]

    """

  static let broken = "AWSTemplateFormatVersion: '2010-09-09'\nResources: {Topic: [\n"
}
