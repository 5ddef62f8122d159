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

  /// - Parameter paths: Relative to the root, in the order of the result.
  func search(_ paths: [String]) -> Outcome {
    let outcomes = paths.parallelMap(threads: threads, search)
    return outcomes.reduce(into: Outcome()) { all, one in
      all.secrets += one.secrets
      all.keys += one.keys
      all.notChecked += one.notChecked
    }
  }

  private func search(_ path: String) -> Outcome {
    let absolute = root + "/" + path
    do {
      let bytes = try FileAccess.read(absolute, limit: FileSelection.byteLimit)
      let kind = FileKind(path: path)
      return Outcome(
        secrets: FileSecrets.secrets(in: bytes, path: path, kind: kind, today: today),
        keys: [KeyFile(path: path, kind: kind, head: bytes)].compactMap(\.self))
    } catch {
      return Outcome(notChecked: [notChecked(path, absolute, error)].compactMap(\.self))
    }
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
