package import BillsOfMaterials
package import FindingModel
package import PackageModel
package import RuleModel
package import TemplateLoaders

/// What the user asks of a scan.
package struct ScanOptions: Sendable {
  /// Files and folders, as given.
  package var paths: [String]
  package var profile: Profile
  package var asOf: CalendarDate
  package var settings: RuleSettings
  package var loading: TemplateLoader.Options
  /// Ids of rules that do not run.
  package var disabledRules: Set<String>
  /// Patterns of paths that are left out, as in `.gitignore`.
  package var excluded: [String]
  /// Who knows advisories; `nil` for nobody, and then no package is known to be vulnerable.
  package var advisories: (any AdvisoryProvider)?
  /// Statements about flaws that do no harm here.
  package var exemptions: VEXStatements
  /// Whether the history of the git repository is searched for secrets, and since which commit; `nil` for not at all.
  package var history: HistoryRequest?
  package var threads: Int
  package var toolVersion: String
  /// Columns of the terminal, for the text report.
  package var width: Int

  package init(
    paths: [String], profile: Profile = .default, asOf: CalendarDate, settings: RuleSettings = RuleSettings(),
    loading: TemplateLoader.Options = TemplateLoader.Options(), disabledRules: Set<String> = [],
    excluded: [String] = [], advisories: (any AdvisoryProvider)? = nil,
    exemptions: VEXStatements = VEXStatements(), history: HistoryRequest? = nil, threads: Int = 1,
    toolVersion: String,
    width: Int = 100
  ) {
    self.paths = paths
    self.profile = profile
    self.asOf = asOf
    self.settings = settings
    self.loading = loading
    self.disabledRules = disabledRules
    self.excluded = excluded
    self.advisories = advisories
    self.exemptions = exemptions
    self.history = history
    self.threads = threads
    self.toolVersion = toolVersion
    self.width = width
  }
}

/// Which part of a git history is searched.
package enum HistoryRequest: Hashable, Sendable {
  case all
  /// What came after a commit, branch or tag.
  case since(String)
}

/// Why a scan cannot start.
package enum ScanError: Error, Hashable, Sendable {
  case missingPath(String)
  case unreadablePath(String, reason: String)
  /// The history was asked for and cannot be read.
  case history(String, reason: String)
}

extension ScanError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missingPath(let path): "'\(path)' does not exist; give a project folder or a template file"
    case .unreadablePath(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .history(let path, let reason): "the history of '\(path)' cannot be read: \(reason)"
    }
  }
}
