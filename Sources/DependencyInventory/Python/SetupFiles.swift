internal import FindingModel
internal import PackageModel

/// `setup.cfg`, and what `setup.py` says in plain literals: it is read, never run.
enum SetupFiles {
  /// The sections that setuptools documents as declarative.
  ///
  /// https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
  static func readConfiguration(_ source: ListSource, into list: inout PackageList) {
    var section = ""
    var key = ""
    for (index, raw) in TextLines.raw(source.bytes).enumerated() {
      let text = raw.trimmed
      guard let first = text.first, first != "#", first != ";" else { continue }
      var value = text
      if raw.first?.isWhitespace == false {
        if first == "[", text.last == "]" {
          section = String(text.dropFirst().dropLast())
          key = ""
          continue
        }
        guard let mark = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
        key = String(text[..<mark].trimmed)
        value = text[text.index(after: mark)...].trimmed
        if section == "metadata", key == "name" { list.project.name = String(value) }
        if section == "metadata", key == "license", !value.isEmpty { list.licences = [String(value)] }
      }
      guard let scope = scope(of: section, key) else { continue }
      let place = SourceLocation(path: source.path, line: index + 1, column: 1)
      for part in requirements(in: value) { ask(part, scope, place, &list) }
    }
  }

  private static func scope(of section: String, _ key: String) -> DependencyScope? {
    switch (section, key) {
    case ("options", "install_requires"): .production
    case ("options", "tests_require"): .development
    case ("options.extras_require", _): PythonScopes.ofExtra(key)
    default: nil
    }
  }

  /// Several may stand in a line, with semicolons between them where none of them has a marker.
  private static func requirements(in value: Substring) -> [Substring] {
    if PythonRequirement(value) != nil { return [value] }
    return value.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
  }

  private static func ask(
    _ text: some StringProtocol, _ scope: DependencyScope, _ place: SourceLocation, _ list: inout PackageList
  ) {
    guard let parsed = PythonRequirement(text) else {
      // `file: requirements.txt` and the like are other files, read for themselves.
      return
    }
    list.ask(for: parsed.requirement(scope: scope, at: place))
  }

  static func readScript(_ source: ListSource, into list: inout PackageList) {
    let scan = PythonLiterals(source.bytes)
    for (key, scope) in [
      ("install_requires", DependencyScope.production), ("tests_require", .development),
      ("extras_require", .optional),
    ] {
      for literal in scan.strings(of: key) {
        ask(literal.text, scope, SourceLocation(path: source.path, line: literal.line, column: 1), &list)
      }
    }
  }
}
