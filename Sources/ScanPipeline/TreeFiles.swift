internal import CodeAnalysis
internal import FindingModel
internal import SecretFiles

/// Reads the files of the scanned folder for the secrets in them, one at a time on each thread.
struct TreeFiles {
  let root: String
  let threads: Int
  let today: CalendarDate

  struct Outcome: Sendable {
    var secrets: [FileSecret] = []
    var keys: [KeyFile] = []
    var notChecked: [NotChecked] = []
  }

  /// - Parameters:
  ///   - paths: Relative to the root, in the order of the result.
  ///   - known: Outcomes of files that were read for something else, by path.
  func search(_ paths: [String], besides known: [String: Outcome] = [:]) -> Outcome {
    let outcomes = paths.parallelMap(threads: threads) { known[$0] ?? search($0) }
    return outcomes.reduce(into: Outcome()) { all, one in
      all.secrets += one.secrets
      all.keys += one.keys
      all.notChecked += one.notChecked
    }
  }

  private func search(_ path: String) -> Outcome {
    let absolute = root + "/" + path
    do {
      return Self.search(try FileAccess.read(absolute, limit: FileSelection.byteLimit), path, today: today)
    } catch {
      return Outcome(notChecked: [notChecked(path, absolute, error)].compactMap(\.self))
    }
  }

  /// The search of a file whose bytes are there anyway; at most ``FileSelection/byteLimit`` of them.
  static func search(_ bytes: [UInt8], _ path: String, today: CalendarDate) -> Outcome {
    let kind = FileKind(path: path)
    return Outcome(
      secrets: FileSecrets.secrets(in: bytes, path: path, kind: kind, today: today),
      keys: [KeyFile(path: path, kind: kind, head: bytes)].compactMap(\.self))
  }

  /// Large files that are no text hold no secrets that are looked for, and need no line.
  private func notChecked(_ path: String, _ absolute: String, _ failure: FileAccess.Failure) -> NotChecked? {
    guard case .tooLarge = failure else {
      return NotChecked(path: path, reason: "the file cannot be read: \(failure)", isError: false)
    }
    guard let head = try? FileAccess.head(of: absolute, count: FileSelection.headCount),
      FileSelection.isText(head)
    else { return nil }
    return NotChecked(
      path: path,
      reason: "not searched for secrets: \(failure) (the limit is \(FileSelection.byteLimit) bytes)",
      isError: false)
  }
}
