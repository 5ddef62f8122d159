package import Foundation

/// Whole outputs as recorded in the folder `Snapshots/` of a target's tests.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter ReportWritersTests` rewrites those of that target.
package struct Snapshots: Sendable {
  private let folder: URL

  /// - Parameter file: Any file of the target's tests.
  package init(besides file: String = #filePath) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let end = parts.lastIndex { $0.hasSuffix("Tests") } ?? parts.startIndex
    folder = URL(filePath: parts[...end].joined(separator: "/")).appending(path: "Snapshots")
  }

  /// What is recorded, by file name.
  package func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path()))
  }

  /// - Returns: `nil` if the text is what is recorded, else the first line that is not: a whole report in a failure
  ///   message would bury it.
  package func difference(of text: String, from name: String) throws -> String? {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return nil
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let common = zip(lines, wanted).prefix { $0 == $1 }.count
    let found = common < lines.count ? lines[common] : "the end"
    let instead = common < wanted.count ? wanted[common] : "the end"
    return "line \(common + 1) is \(found.debugDescription), expected \(instead.debugDescription); "
      + "UPDATE_SNAPSHOTS=1 rewrites the file"
  }
}
