internal import FindingModel
/// Packages that a folder of Python code asks for, and those of them that lie in the scanned tree.
struct PythonRequirements: Sendable {
  /// Names of distributions, in lower case with `-`.
  private(set) var names: Set<String> = []
  /// Folders that packages are installed from.
  private(set) var folders: [String] = []

  private static let lineLimit = 2_000
  private static let nestingLimit = 8

  init?(in folder: String, _ project: ProjectFiles) {
    var isThere = false
    var waiting = [FilePath.join(folder, "requirements.txt")]
    var count = 0
    while let path = waiting.popLast(), count < Self.nestingLimit {
      count += 1
      guard let lines = Self.lines(of: path, project) else { continue }
      isThere = true
      for line in lines { read(line, of: path, project, &waiting) }
    }
    for name in ["pyproject.toml", "Pipfile"] {
      guard let lines = Self.lines(of: FilePath.join(folder, name), project) else { continue }
      isThere = true
      for line in lines { readTable(line, in: folder, project) }
    }
    guard isThere else { return nil }
  }

  private static func lines(of path: String, _ project: ProjectFiles) -> [Substring]? {
    guard let bytes = project.bytes(of: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(lineLimit).map(
      \.self)
  }

  /// A line of `requirements.txt`: a name, a path, or an option.
  private mutating func read(
    _ line: Substring, of path: String, _ project: ProjectFiles, _ waiting: inout [String]
  ) {
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    guard let first = words.first, !first.hasPrefix("#") else { return }
    if first == "-r" || first == "--requirement" {
      let other = words.dropFirst().first.flatMap {
        FilePath.normalised(FilePath.join(FilePath.folder(of: path), String($0)))
      }
      if let other { waiting.append(other) }
      return
    }
    if first == "-e" || first == "--editable" { words = words.dropFirst() }
    // `name @ file:../common/name`
    if words.count >= 3, words.dropFirst().first == "@" { words = words.dropFirst(2) }
    guard var target = words.first else { return }
    if target.hasPrefix("file:") { target = target.dropFirst("file:".count).drop { $0 == "/" } }
    target = target.prefix { $0 != "[" }
    if target.hasPrefix(".") || target.contains("/") && !target.contains(":") {
      addFolder(String(target), from: FilePath.folder(of: path), project)
    } else if !target.hasPrefix("-") {
      addName(target)
    }
  }

  /// A line of a table: `shared = { path = "../common" }`, `"name>=1"`, `name = "^1"`.
  private mutating func readTable(_ line: Substring, in folder: String, _ project: ProjectFiles) {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where index % 2 == 1 {
      let before = parts[index - 1].filter { !$0.isWhitespace }
      if before.hasSuffix("path=") || part.contains("@ file:") || part.hasPrefix("file:") {
        let path = part.split(separator: "file:").last ?? part
        addFolder(String(path), from: folder, project)
      } else {
        addName(part)
      }
    }
    if let name = line.split(separator: "=").first { addName(name) }
  }

  private mutating func addName(_ text: Substring) {
    let name = text.drop(while: \.isWhitespace).prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    guard !name.isEmpty else { return }
    names.insert(Self.normalised(name))
  }

  static func normalised(_ name: some StringProtocol) -> String {
    name.lowercased().replacing("_", with: "-").replacing(".", with: "-")
  }

  /// Paths start from the folder in which the installer runs: that of the file, or of the template above it.
  private mutating func addFolder(_ path: String, from folder: String, _ project: ProjectFiles) {
    for base in [folder] + FilePath.ancestors(of: folder) {
      guard let found = FilePath.normalised(FilePath.join(base, path)), !found.isEmpty,
        Self.isPackage(found, project)
      else { continue }
      folders += [found, FilePath.join(found, "src")]
      return
    }
  }

  private static func isPackage(_ folder: String, _ project: ProjectFiles) -> Bool {
    ["setup.py", "pyproject.toml", "setup.cfg"].contains {
      project.files.contains(FilePath.join(folder, $0))
    }
  }
}
