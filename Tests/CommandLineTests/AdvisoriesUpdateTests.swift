import Foundation
import Testing

/// `parapet advisories update` against a server on 127.0.0.1, with the database as its witness.
struct AdvisoriesUpdateTests {
  /// The server of AdvisoryDownloadTests, in a process that ends with its input.
  private final class Server {
    private struct Ports: Decodable { let good: Int }

    let folder: URL
    let port: Int
    private let process = Process()
    private let input = Pipe()

    init() throws {
      var root = URL(filePath: #filePath).resolvingSymlinksInPath()
      for _ in 0..<3 { root.deleteLastPathComponent() }
      folder = FileManager.default.temporaryDirectory.appending(path: "parapet-server-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      process.executableURL = root.appending(path: ".deps/venv/bin/python")
      let script = root.appending(path: "Tests/AdvisoryDownloadTests/Server/server.py")
      process.arguments = [script.path(), folder.path()]
      let output = Pipe()
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      var line = Data()
      while !line.contains(UInt8(ascii: "\n")) {
        let more = output.fileHandleForReading.availableData
        if more.isEmpty { break }
        line += more
      }
      port = try JSONDecoder().decode(Ports.self, from: line).good
    }

    deinit {
      process.terminate()
      // A folder that cannot be removed only wastes space.
      try? FileManager.default.removeItem(at: folder)
    }

    func update(_ key: String, _ bench: Workbench) throws -> Outcome {
      try bench.run(
        "advisories", "update", "--database", "flaws.sqlite", "--certificates",
        folder.appending(path: "ca.pem").path(), "--from", "https://127.0.0.1:\(port)/osv/\(key)")
    }
  }

  @Test func archivesBecomeADatabaseAndAreNotFetchedTwice() throws {
    let server = try Server()
    let bench = try Workbench()
    let first = try server.update("all", bench)
    #expect(first.status == 0, "\(first.errors)")
    let shown = try bench.run("advisories", "show", "TEST-PyPI", "--database", "flaws.sqlite")
    #expect(shown.output.contains("before 2.0.0"))
    let second = try server.update("all", bench)
    #expect(second.status == 0)
    #expect(second.output.hasPrefix("Nothing has changed"))
    // A database that is not the one of the notes takes the archives in again.
    try FileManager.default.removeItem(at: bench.folder.appending(path: "flaws.sqlite"))
    #expect(try server.update("all", bench).output.contains("7 imported"))
  }

  @Test func whatIsMissingIsSaidAndTheRestIsImported() throws {
    let server = try Server()
    let bench = try Workbench()
    let outcome = try server.update("partial", bench)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("Go/all.zip answered with status 404"))
    #expect(outcome.output.contains("6 imported"))
  }

  @Test func aFailureLeavesTheDatabaseAsItWas() throws {
    let bench = try Workbench()
    try bench.write("not to be touched", to: "flaws.sqlite")
    let outcome = try bench.run(
      "advisories", "update", "--database", "flaws.sqlite", "--from", "https://127.0.0.1:9", "--ecosystem",
      "npm")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("https://127.0.0.1:9/npm/all.zip cannot be reached"))
    #expect(try bench.read("flaws.sqlite") == "not to be touched")
  }

  @Test func onlyHTTPSIsAccepted() throws {
    let outcome = try Workbench().run("advisories", "update", "--from", "http://127.0.0.1/osv")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("has to start with https://"))
  }
}
