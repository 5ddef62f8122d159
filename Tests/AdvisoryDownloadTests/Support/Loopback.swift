import AdvisoryDownload
import Foundation

/// The server of `Server/server.py`, one for all tests; it ends when this process does.
final class Loopback: Sendable {
  struct Ports: Decodable {
    let good: Int
    let otherName: Int
    let stranger: Int
  }

  /// One line of the server's log.
  struct Request: Decodable {
    let key: String
    let number: Int
    let range: String?
    let ifRange: String?
    let ifNoneMatch: String?
    let ifModifiedSince: String?

    enum CodingKeys: String, CodingKey {
      case key, number
      case range = "Range"
      case ifRange = "If-Range"
      case ifNoneMatch = "If-None-Match"
      case ifModifiedSince = "If-Modified-Since"
    }
  }

  static let shared = Result { try Loopback() }

  let ports: Ports
  private let folder: URL
  private let process: Process
  /// Held open: its end is what the server waits for.
  private let input: Pipe

  private init() throws {
    let tests = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    folder = FileManager.default.temporaryDirectory.appending(path: "parapet-loopback-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = root.appending(path: ".deps/venv/bin/python")
    process.arguments = [tests.appending(path: "Server/server.py").path(), folder.path()]
    input = Pipe()
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
    ports = try JSONDecoder().decode(Ports.self, from: line)
  }

  var certificates: String { folder.appending(path: "ca.pem").path() }

  func requests(_ key: String) throws -> [Request] {
    let text = try String(contentsOf: folder.appending(path: "log.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Request.self, from: Data($0.utf8)) }
      .filter { $0.key == key }
  }
}

/// A folder of its own and a path on the server that is its own.
struct Site: ~Copyable {
  let folder: URL
  let server: Loopback
  let key = UUID().uuidString
  var options = DownloadOptions()

  init() throws {
    server = try Loopback.shared.get()
    folder = FileManager.default.temporaryDirectory.appending(path: "parapet-download-\(key)")
    options.certificates = server.certificates
    // A busy machine may keep the server waiting.
    options.connectSeconds = 30
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ kind: String, port: Int? = nil) -> RemoteFile {
    RemoteFile(
      name: "npm.zip", address: "https://127.0.0.1:\(port ?? server.ports.good)/\(kind)/\(key)/all.zip")
  }

  @discardableResult
  func fetch(_ kind: String, port: Int? = nil, progress: (DownloadProgress) -> Void = { _ in }) throws
    -> FetchedFile
  {
    try Downloader(into: folder.path(), options: options, wait: { _ in }).fetch(
      file(kind, port: port), progress: progress)
  }

  func content() throws -> Data { try Data(contentsOf: folder.appending(path: "npm.zip")) }

  var names: Set<String> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return Set(names).subtracting([".lock"])
  }

  func requests() throws -> [Loopback.Request] { try server.requests(key) }

  static let content = Data((0..<400).flatMap { _ in UInt8.min...UInt8.max })
  static let changed = Data(content.reversed()) + Data("more".utf8)
}
