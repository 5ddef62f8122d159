internal import SourceModel
internal import CodeAnalysis
internal import FindingModel
internal import TaintEngine

/// Finds which files a function's code writes.
struct WriteReader {
  struct Found {
    /// Globs of what is written below writable folders, with places.
    var globs: [(glob: String, place: SourceLocation)] = []
    /// Where a file is written, or may be, whose path is not known.
    var open: [SourceLocation] = []
  }

  private let code: FunctionCode
  private let texts: KnownTexts
  private let folders: [String]

  /// - Parameter folders: Where the function can write.
  init(_ facts: FunctionFacts, _ code: FunctionCode, folders: [String]) {
    self.code = code
    self.folders = folders
    texts = KnownTexts(facts.function)
  }

  func writes() -> Found {
    var found = Found()
    let language: SourceLanguage = code.entry?.module.hasSuffix(".py") == true ? .python : .javaScript
    for call in code.analysis.calls {
      if Self.makesTemporary(call.callee) {
        add("/tmp/**", call.location, to: &found)
        continue
      }
      guard !Self.onlyReads(call) else { continue }
      for value in TaintEngine.standard.values(given: .filePath, in: call, of: language) {
        let lines = texts.lines(of: value)
        if lines.isEmpty, value.type == nil { found.open.append(call.location) }
        for line in lines { add(path: line, call.location, to: &found) }
      }
    }
    return found
  }

  private func add(path: String, _ place: SourceLocation, to found: inout Found) {
    let known = path.prefix { $0 != ShellText.open }
    guard let folder = folders.first(where: { known.hasPrefix($0 + "/") || known == $0[...] }) else {
      // The rest of the disk is read-only; a path that begins with something open may lie anywhere.
      if known.isEmpty { found.open.append(place) }
      return
    }
    add(Self.glob(of: path, in: folder), place, to: &found)
  }

  private func add(_ glob: String, _ place: SourceLocation, to found: inout Found) {
    if !found.globs.contains(where: { $0.glob == glob }) { found.globs.append((glob, place)) }
  }

  /// An open part may be any text, with slashes too.
  private static func glob(of path: String, in folder: String) -> String {
    if path == folder { return folder + "/**" }
    var glob = ""
    for character in path {
      switch character {
      case ShellText.open: if !glob.hasSuffix("**") { glob += "**" }
      case "*", "?", "[": glob += "?"
      default: glob.append(character)
      }
    }
    return glob.hasSuffix("/") ? glob + "**" : glob
  }

  private static func makesTemporary(_ callee: String) -> Bool {
    ["tempfile.", "tmp.", "tmp-promise.", "tempy."].contains(where: callee.hasPrefix)
      || ["fs.mkdtemp", "fs.mkdtempSync", "fs.promises.mkdtemp"].contains(callee)
  }

  /// Calls that are known to read, by their name or by how they open.
  private static func onlyReads(_ call: CallFact) -> Bool {
    let name = call.callee.split(separator: ".").last.map(String.init) ?? call.callee
    let readers: Set<String> = [
      "readFile", "readFileSync", "createReadStream", "readdir", "readdirSync", "stat", "statSync", "lstat",
      "existsSync", "exists", "access", "accessSync", "read_text", "read_bytes", "listdir", "walk", "scandir",
      "glob", "isfile", "isdir", "getsize", "getline", "getlines", "realpath", "readlink", "upload_file",
      "require",
    ]
    if readers.contains(name) { return true }
    guard name == "open" || name == "openSync" else { return false }
    let modes = call.argument(1, "mode")
    guard let modes else { return true }
    let texts = modes.texts.compactMap(\.literal)
    return !texts.isEmpty && texts.allSatisfy { $0.allSatisfy("rbt".contains) }
  }
}
