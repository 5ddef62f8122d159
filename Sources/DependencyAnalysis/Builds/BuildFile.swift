package import FindingModel

/// What a Dockerfile or a Makefile for `sam build` fetches while functions are built.
package struct BuildFile: Sendable {
  package let path: String
  /// In the order of the file.
  package let steps: [BuildStep]
  /// What was not read, or not to its end.
  package let problems: [NotChecked]

  /// Largest file that is read, in bytes; Dockerfiles have a few hundred lines.
  package static let byteLimit = 1 << 20
  /// Most steps of one file.
  package static let stepLimit = 1000

  /// Whether a file of that name may be one; cheap, by its path alone.
  package static func isOne(_ path: String) -> Bool { Kind(path) != nil }

  /// - Parameter path: Relative to the scanned root, one that ``isOne(_:)`` knows.
  package init(_ bytes: [UInt8], path: String) {
    self.path = path
    guard let kind = Kind(path) else {
      (steps, problems) = ([], [])
      return
    }
    guard bytes.count <= Self.byteLimit else {
      steps = []
      problems = [
        NotChecked(path: path, reason: "\(bytes.count) bytes, more than the limit of \(Self.byteLimit)")
      ]
      return
    }
    let lines = NumberedLine.all(of: bytes)
    let found =
      switch kind {
      case .dockerfile: DockerfileReader.steps(of: lines, path: path)
      case .makefile: MakefileReader.steps(of: lines, path: path)
      }
    steps = Array(found.prefix(Self.stepLimit))
    problems =
      found.count > Self.stepLimit
      ? [NotChecked(path: path, reason: "more than \(Self.stepLimit) steps that fetch something")] : []
  }

  private enum Kind {
    case dockerfile
    case makefile

    init?(_ path: String) {
      let name = FilePath.name(of: path).lowercased()
      switch name {
      case "dockerfile", "containerfile": self = .dockerfile
      case "makefile", "gnumakefile": self = .makefile
      default:
        guard name.hasPrefix("dockerfile.") || name.hasSuffix(".dockerfile"), !name.hasSuffix(".dockerignore")
        else { return nil }
        self = .dockerfile
      }
    }
  }
}

/// One thing that a build fetches.
package struct BuildStep: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// What a server sends is run at once: by `bash`, from an address where it is written.
    case pipedToInterpreter(String, address: String?)
    /// Packages are asked for where nothing encrypts or nobody checks certificates, `http://…` or a trusted host.
    case openIndex(String)
    /// A package comes from an address without a digest or a commit.
    case packageAt(String)
    /// A file is added to the image from an address without a digest.
    case addition(String)
    /// Programs of npm are installed in whatever version is the newest.
    case unpinnedPrograms([String])
  }

  package let kind: Kind
  package let location: SourceLocation

  package init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }
}

/// A line of a file with its number, from 1.
struct NumberedLine {
  var text: Substring
  let number: Int

  static func all(of bytes: [UInt8]) -> [NumberedLine] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
      .map {
        NumberedLine(
          text: $0.element.hasSuffix("\r") ? $0.element.dropLast() : $0.element, number: $0.offset + 1)
      }
  }
}

extension String {
  /// An address without what may be a password: no user, no query.
  var withoutSecrets: String {
    guard let scheme = firstRange(of: "://") else { return self }
    let rest = self[scheme.upperBound...].prefix { $0 != "?" }
    let host = rest.prefix { $0 != "/" }
    guard let at = host.lastIndex(of: "@") else { return String(self[..<scheme.upperBound]) + rest }
    return String(self[..<scheme.upperBound]) + rest[rest.index(after: at)...]
  }
}
