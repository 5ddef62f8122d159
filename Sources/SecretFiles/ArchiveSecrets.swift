package import FindingModel
internal import SecretDetection

/// What one archive of a function or layer holds.
package struct ArchiveSecrets: Sendable {
  package private(set) var secrets: [FileSecret] = []
  package private(set) var keys: [KeyFile] = []

  private let archive: String
  private let today: CalendarDate?

  /// - Parameter archive: The archive's path; what is inside has `bundle.zip!/path`.
  package init(archive: String, today: CalendarDate? = nil) {
    self.archive = archive
    self.today = today
  }

  /// Looks at one entry; entries may come in any order, one at a time, so that none has to be kept.
  package mutating func add(_ path: String, bytes: [UInt8]) {
    guard Self.isWanted(path) else { return }
    let place = archive + "!/" + path
    if let key = KeyFile(path: place, head: bytes) { keys.append(key) }
    guard bytes.count <= FileSelection.byteLimit else { return }
    secrets += FileSecrets.secrets(in: bytes, path: place, kind: FileKind(path: path), today: today)
  }

  /// Packages of others carry their own examples and tests, and their secrets are not the user's to withdraw.
  package static func isWanted(_ path: String) -> Bool {
    let isForeign = path.split(separator: "/").dropLast().contains { folder in
      folder == "node_modules" || folder == "site-packages" || folder.hasSuffix(".dist-info")
    }
    return !isForeign && (FileSelection.mayHoldText(path) || FileKind(path: path).content == .key)
  }
}
