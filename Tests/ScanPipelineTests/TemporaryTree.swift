import FindingModel
import Foundation
import PackageModel
import RuleModel
import ScanPipeline
import Testing

/// A folder of a test's own; it goes when the test lets go of it.
final class TemporaryTree {
  let root: String

  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "parapet-tree-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    // What is lost is a folder that is left behind.
    try? FileManager.default.removeItem(atPath: root)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ data: Data) throws {
    let url = URL(filePath: root).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  func scan(
    _ paths: [String]? = nil, threads: Int = 2, excluded: [String] = [], asOf day: String = "2026-11-20",
    advisories: (any AdvisoryProvider)? = nil
  ) throws -> ScanReport {
    let date = try #require(CalendarDate(day))
    return try Scan(
      ScanOptions(
        paths: paths ?? [root], asOf: date, excluded: excluded, advisories: advisories, threads: threads,
        toolVersion: "test")
    ).run()
  }
}

/// Templates with one known flaw.
enum Sample {
  static let rule = "sas4-admin"
  /// Line of ``flawed`` that the flaw is on.
  static let line = 8

  static let flawed = template(marked: "")

  /// - Parameter comment: Stands at the end of the line with the flaw.
  static func template(marked comment: String) -> String {
    """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Run:
        Type: AWS::Serverless::Function
        Properties:
          Handler: app.handler
          Policies:
            - AdministratorAccess\(comment)
          Runtime: python3.14
          CodeUri: src/

    """
  }

  /// `Resources: AWS::` in a comment makes a broken file look like a template.
  static let look = "# Resources AWS::\n"
}

extension ScanReport {
  /// Paths with the known flaw, suppressed or not.
  var flawed: [String] { findings.filter { $0.finding.rule == Sample.rule }.map(\.finding.location.path) }

  func reasons(for path: String) -> [String] { notChecked.filter { $0.path == path }.map(\.reason) }
}
