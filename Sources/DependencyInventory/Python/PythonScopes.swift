internal import FindingModel
internal import PackageModel

/// What dependencies are for, where only a name says it.
enum PythonScopes {
  private static let development: Set<Substring> = [
    "dev", "develop", "development", "test", "tests", "testing", "lint", "linting", "docs", "doc", "ci",
    "build", "tox", "qa", "typing", "mypy", "check", "debug", "local", "pytest", "benchmark", "coverage",
  ]

  /// By the words of a file's name: `requirements-dev.txt`, `requirements/test.txt`.
  static func ofFile(_ path: String) -> DependencyScope {
    isDevelopment(FilePath.name(of: path)) ? .development : .production
  }

  /// Extras were the only groups there were, so many hold what only developers install.
  static func ofExtra(_ name: String) -> DependencyScope {
    isDevelopment(name) ? .development : .optional
  }

  private static func isDevelopment(_ name: some StringProtocol) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains(where: development.contains)
  }
}
