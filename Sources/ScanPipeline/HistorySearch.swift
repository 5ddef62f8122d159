internal import CodeAnalysis
internal import FindingModel
internal import GitHistory
internal import RuleModel
internal import SecretDetection
internal import SecretFiles

/// Searches what the files of a repository once held.
struct HistorySearch {
  let root: String
  let request: HistoryRequest
  /// Patterns of paths that the user wants left out, from the scanned folder on.
  let excluded: IgnoreRules
  let threads: Int
  let today: CalendarDate

  struct Outcome: Sendable {
    var past: [PastSecret] = []
    var notChecked: [NotChecked] = []
  }

  /// - Parameter present: Secrets that the files of today have; they are not repeated.
  /// - Throws: ``GitError`` where there is no history, or not the commit that was named.
  func search(besides present: Set<DetectedSecret>) throws(GitError) -> Outcome {
    let repository = try Repository(holding: root)
    // Paths are told from the scanned folder on, which may lie deep in the repository.
    let below = root == repository.top ? "" : String(root.dropFirst(repository.top.count + 1)) + "/"
    let since: String? = if case .since(let name) = request { name } else { nil }
    let excluded = excluded
    let history = try History(of: repository, since: since) { path, isFolder in
      Self.isWanted(path, isFolder: isFolder, below: below)
        && excluded.ignores(String(path.dropFirst(below.count)), isFolder: isFolder) != true
    }
    let today = today
    let results = history.versions.parallelMap(threads: threads) {
      Self.search($0, of: history, below: below, today: today)
    }
    var outcome = Outcome(
      notChecked: history.problems.map { NotChecked(path: ".git", reason: $0, isError: false) })
    var seen = present
    var unread = 0
    // In the order of the commits, so that each is told of the first that has it.
    for (version, found) in zip(history.versions, results) {
      guard let found else {
        unread += 1
        continue
      }
      for secret in found where seen.insert(secret.secret).inserted && !version.isOlder {
        outcome.past.append(
          PastSecret(secret: secret, commit: version.commit.description, day: Self.day(of: version.time)))
      }
    }
    if unread > 0 {
      outcome.notChecked.append(
        NotChecked(
          path: ".git", reason: "\(unread) versions of files in the history cannot be read or are too large",
          isError: false))
    }
    return outcome
  }

  private static func isWanted(_ path: String, isFolder: Bool, below: String) -> Bool {
    if isFolder {
      return !Discovery.skippedFolders.contains(String(FilePath.name(of: path)))
        && ((path + "/").hasPrefix(below) || below.hasPrefix(path + "/"))
    }
    return path.hasPrefix(below) && FileSelection.mayHoldText(path)
  }

  /// - Returns: `nil` for a version that cannot be read.
  private static func search(
    _ version: History.Version, of history: History, below: String, today: CalendarDate
  ) -> [FileSecret]? {
    guard let bytes = try? history.bytes(of: version) else { return nil }
    let path = String(version.path.dropFirst(below.count))
    return FileSecrets.secrets(in: bytes, path: path, today: today)
  }

  /// `2026-11-20`, in UTC.
  static func day(of seconds: Int) -> String {
    // Years that begin in March have the leap day at their end: https://howardhinnant.github.io/date_algorithms.html
    let days = (max(0, min(seconds, 253_402_300_799)) / 86_400) + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (number <= 2 ? 1 : 0)
    return CalendarDate(year: year, month: number, day: day)?.description ?? ""
  }
}
