package import FindingModel
internal import SecretDetection
package import SecretFiles

/// What rules about files may know: the secrets and keys that were found, and which functions carry which file.
package struct TreeContext: Sendable {
  /// Each secret of the folder's own files once, with all its places; what rules about applications report is left out.
  package let secrets: [PlacedSecret]
  /// The same of what is only packaged: files that git ignores, entries of archives.
  package let packaged: [PlacedSecret]
  /// Each secret that only the history has, in the file and commit that brought it.
  package let past: [PastSecret]
  package let keys: [KeyFile]
  private let carriers: [Carrier]

  package init(
    secrets: [FileSecret], packaged: [FileSecret] = [], past: [PastSecret] = [], keys: [KeyFile] = [],
    carriers: [Carrier] = []
  ) {
    let known = Set(secrets.map(\.secret.value))
    self.secrets = PlacedSecret.grouped(secrets, also: packaged.filter { known.contains($0.secret.value) })
    self.packaged = PlacedSecret.grouped(packaged.filter { !known.contains($0.secret.value) })
    self.past = past
    self.keys = keys
    self.carriers = carriers
  }

  /// The functions in whose package a secret lies.
  package func carriers(of placed: PlacedSecret) -> [Carrier] {
    let paths = Set(([placed.first] + placed.others).map(\.location.path))
    return carriers { carrier in paths.contains(where: carrier.carries) }
  }

  /// The functions in whose package a file lies.
  package func carriers(of path: String) -> [Carrier] { carriers { $0.carries(path) } }

  /// The most exposed first.
  private func carriers(_ isOne: (Carrier) -> Bool) -> [Carrier] {
    carriers.filter(isOne).sorted { left, right in
      (right.exposure, left.application, left.function) < (left.exposure, right.application, right.function)
    }
  }
}

/// A function with what is packaged into it.
package struct Carrier: Hashable, Sendable {
  package let function: String
  /// Path of the application.
  package let application: String
  package let dialect: Dialect
  package let exposure: Exposure
  /// Folders and archives, of layers too; empty text for the scanned folder itself.
  let roots: [String]
  /// Programs that its handler imports, wherever they lie.
  let modules: Set<String>

  package init(
    function: String, application: String, dialect: Dialect, exposure: Exposure, roots: [String],
    modules: Set<String>
  ) {
    self.function = function
    self.application = application
    self.dialect = dialect
    self.exposure = exposure
    self.roots = roots
    self.modules = modules
  }

  func carries(_ path: String) -> Bool {
    modules.contains(path)
      || roots.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") || path.hasPrefix($0 + "!/") }
  }
}

/// A secret with all the places where it stands.
package struct PlacedSecret: Sendable {
  package let first: FileSecret
  /// The other places, in their order.
  package let others: [FileSecret]
  /// A half of the same credential that stands beside it: the id of an access key.
  package let partner: FileSecret?

  /// One for each secret: whoever withdraws it does so once.
  ///
  /// - Parameter copies: Places in packages, after all others.
  static func grouped(_ secrets: [FileSecret], also copies: [FileSecret] = []) -> [PlacedSecret] {
    // By value: the password of an address and of a variable are changed together.
    let copies = Dictionary(grouping: copies, by: \.secret.value)
    let groups = Dictionary(grouping: secrets, by: \.secret.value).values.map { places in
      // What is deployed says more than what tests repeat, and an address says what a password opens.
      places.sorted { left, right in
        (left.file.isTest ? 1 : 0, right.severity, left.location)
          < (right.file.isTest ? 1 : 0, left.severity, right.location)
      }
    }
    let sorted = groups.sorted { $0[0].location < $1[0].location }
    let partners = Partners(sorted.map { $0[0] })
    return sorted.compactMap { places in
      if partners.isSecondary(places[0]) { return nil }
      return PlacedSecret(
        first: places[0], others: places.dropFirst() + (copies[places[0].secret.value] ?? []),
        partner: partners.partner(of: places[0]))
    }
  }
}

/// Ids of AWS's access keys beside their secret keys: two texts, one credential.
private struct Partners {
  /// Lines between the halves of one credential.
  private static let distance = 6

  private var partners: [FileSecret: FileSecret] = [:]
  private var secondary: Set<FileSecret> = []

  init(_ secrets: [FileSecret]) {
    let byFile = Dictionary(grouping: secrets, by: \.location.path)
    for own in byFile.values {
      let ids = own.filter { $0.secret.kind == .awsAccessKey }
      for key in own where key.secret.kind == .awsSecretKey {
        let near = ids.filter { abs(Int($0.location.line) - Int(key.location.line)) <= Self.distance }
        guard let id = near.min(by: { Self.gap($0, key) < Self.gap($1, key) }),
          secondary.insert(id).inserted
        else { continue }
        partners[key] = id
      }
    }
  }

  func isSecondary(_ secret: FileSecret) -> Bool { secondary.contains(secret) }

  func partner(of secret: FileSecret) -> FileSecret? { partners[secret] }

  private static func gap(_ left: FileSecret, _ right: FileSecret) -> Int {
    abs(Int(left.location.line) - Int(right.location.line))
  }
}

/// A secret that a commit brought and a later one removed.
package struct PastSecret: Sendable {
  package let secret: FileSecret
  package let commit: String
  /// `2026-11-20`.
  package let day: String

  package init(secret: FileSecret, commit: String, day: String) {
    self.secret = secret
    self.commit = commit
    self.day = day
  }
}
