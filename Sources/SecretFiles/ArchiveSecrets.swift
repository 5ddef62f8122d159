internal import FindingModel
internal import SecretDetection

/// What one archive of a function or layer holds.
package struct ArchiveSecrets: Sendable {
  package private(set) var secrets: [FileSecret] = []
  package private(set) var keys: [KeyFile] = []

  private let archive: String

  /// - Parameter archive: The archive's path; what is inside has `bundle.zip!/path`.
  package init(archive: String) {
    self.archive = archive
  }

  /// Looks at one entry; entries may come in any order, one at a time, so that none has to be kept.
  package mutating func add(_ path: String, bytes: [UInt8]) {
    let place = archive + "!/" + path
    if let key = KeyFile(path: place, head: bytes) { keys.append(key) }
    // Packages of others carry their own examples and tests, and their secrets are not the user's to withdraw.
    guard FileSelection.mayHoldText(path), bytes.count <= FileSelection.byteLimit, !Self.isForeign(path)
    else {
      return
    }
    secrets += FileSecrets.secrets(in: bytes, path: place, kind: FileKind(path: path))
  }

  static func isForeign(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { ["node_modules", "site-packages"].contains($0) }
  }
}
