import Foundation
import Testing

/// Compares a whole output with the file of that name in `Snapshots/`.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter BillsOfMaterialsTests` rewrites the files.
enum Snapshot {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")

  static func verify(
    _ text: String, is name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let difference = firstDifference(of: text, from: expected)
    #expect(difference == nil, "\(name), UPDATE_SNAPSHOTS=1 rewrites it", sourceLocation: sourceLocation)
  }

  /// A whole report in a failure message would bury the one line that matters.
  private static func firstDifference(of text: String, from expected: String) -> String? {
    guard text != expected else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let common = zip(lines, wanted).prefix { $0 == $1 }.count
    let found = common < lines.count ? lines[common] : "the end"
    let instead = common < wanted.count ? wanted[common] : "the end"
    return "line \(common + 1) is \(found.debugDescription), expected \(instead.debugDescription)"
  }
}
