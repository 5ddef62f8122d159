import EnforcementPolicy
import FindingModel
import Foundation
import Testing

enum Samples {
  /// Every key of the format once.
  static let full = """
    version: 1
    function: Convert
    mode: block
    enforce-after: 2026-12-15
    on-invalid-policy: closed
    announce: false
    kernel-layer: false
    writable-directories: [/tmp, /mnt/data]
    executable-directories: [/usr, /var/task]
    controls:
      executables:
        mode: block
        allow:
          - /usr/bin/catdoc
          - path: /var/task/bin/convert
            sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            credentials: true
          - {path: "/tmp/chromium-*", writable: true}
      forbidden-executables:
        groups: [shells, network-tools]
        names: ["evil*", /opt/bad/tool]
        hashes: ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
        except: [curl]
      tmp-execution: alert
      tmp-libraries: {allow: [/tmp/lib/**]}
      tmp-scripts: off
      tmp-writes: {mode: alert, allow: [/tmp/work/*.pdf]}
      fileless-execution: block
      loader-execution: block
      library-injection: {allow: [NODE_OPTIONS]}
      setuid-execution: alert
      child-processes: off
      egress:
        services: [dynamodb]
        regions: [eu-central-1]
        hosts: [api.example.com:443, "*.example.org"]
        networks: [10.0.0.0/8:5432, "[fd00::]/8:443", 192.0.2.1]
      source-code: {mode: block, files: [/var/task/index.js]}
      honeypots:
        mode: alert
        end-process: true
        seed: 00112233445566778899aabbccddeeff
        variables: [BACKUP_PASSWORD, {name: TOKEN, value: "a=b"}]
        files: [/opt/.aws/credentials]
      credentials: block

    """

  static func read(_ text: String) -> PolicyDocument {
    PolicyDocument.read(Array(text.utf8), path: "policy.yaml")
  }

  static func policy(_ text: String) throws -> EnforcementPolicy {
    let document = read(text)
    try #require(document.problems.isEmpty, "\(document.problems)")
    return try #require(document.policy)
  }

  /// A policy with these lines below `controls`.
  static func controls(_ text: String) throws -> EnforcementPolicy {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    return try policy("version: 1\nfunction: F\ncontrols:\n" + lines.joined(separator: "\n") + "\n")
  }
}

/// The Python of the tests' environment.
enum Python {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let interpreter = root.appending(path: ".deps/venv/bin/python")

  static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = interpreter
    process.arguments =
      [root.appending(path: "Tests/EnforcementPolicyTests/Scripts/\(script)").path()] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }

  /// Runs with bytes in a file of their own.
  static func run(_ script: String, on bytes: [UInt8], _ arguments: [String] = []) throws -> (
    status: Int32, output: Data
  ) {
    let file = FileManager.default.temporaryDirectory.appending(path: "policy-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run(script, [file.path()] + arguments)
  }
}

struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
