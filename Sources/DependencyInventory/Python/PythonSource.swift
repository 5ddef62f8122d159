internal import FindingModel
internal import PackageModel

/// Where Python's packages come from, by the address that a file has for them.
enum PythonSource {
  private static let repositorySchemes = ["git+", "hg+", "svn+", "bzr+"]

  /// `git+https://host/owner/name@revision#egg=…`, `https://host/name-1.0.whl`, `file:///…`, `../folder`.
  static func of(_ address: String) -> PackageSource {
    let plain = SourceAddress.splitFragment(address).address
    for scheme in repositorySchemes where plain.hasPrefix(scheme) {
      return repository(String(plain.dropFirst(scheme.count)))
    }
    if plain.hasPrefix("git://") || plain.hasPrefix("ssh://") { return repository(plain) }
    if SourceAddress.hasWebScheme(plain) {
      return plain.hasSuffix(".git") ? repository(plain) : .archive(SourceAddress.safe(plain))
    }
    if plain.hasPrefix("file:") { return .path(path(String(plain.dropFirst("file:".count)))) }
    return .path(path(plain))
  }

  /// Extras behind a folder, `../common[dev]`, are none of its name.
  private static func path(_ text: String) -> String {
    let extras = text.hasSuffix("]") ? text.lastIndex(of: "[") : nil
    let path = text[..<(extras ?? text.endIndex)]
    return String(path.hasPrefix("//") ? path.dropFirst(2) : path)
  }

  /// What follows the last `@` of the path is checked out.
  private static func repository(_ address: String) -> PackageSource {
    let pathStart =
      address.place(of: "://").flatMap { address[$0.upperBound...].firstIndex(of: "/") }
      ?? address.firstIndex(of: ":") ?? address.startIndex
    guard let mark = address[pathStart...].lastIndex(of: "@") else {
      return .repository(SourceAddress.safe(address), revision: nil)
    }
    let revision = address[address.index(after: mark)...].prefix { $0 != "?" }
    return .repository(
      SourceAddress.safe(address[..<mark]), revision: revision.isEmpty ? nil : String(revision))
  }

  /// The name that an address gives its package: `#egg=name`, or the name of its archive.
  static func name(of address: String) -> String? {
    let parts = SourceAddress.splitFragment(address)
    for option in (parts.fragment ?? "").split(separator: "&") where option.hasPrefix("egg=") {
      return PythonRequirement(option.dropFirst("egg=".count))?.name
    }
    return archive(parts.address)?.name
  }

  /// Name and version of a wheel or source archive, by its file name.
  static func archive(_ path: String) -> (name: String, version: String)? {
    let file = FilePath.name(of: String(path.prefix { $0 != "?" }))
    if file.hasSuffix(".whl") {
      let parts = file.dropLast(4).split(separator: "-")
      return parts.count >= 5 ? (String(parts[0]), String(parts[1])) : nil
    }
    for ending in [".tar.gz", ".zip", ".tar.bz2", ".tgz"] where file.hasSuffix(ending) {
      let stem = file.dropLast(ending.count)
      guard let dash = stem.lastIndex(of: "-"), stem[stem.index(after: dash)...].first?.isNumber == true
      else { return nil }
      return (String(stem[..<dash]), String(stem[stem.index(after: dash)...]))
    }
    return nil
  }

  /// The last part of a repository's address, which most packages are called after.
  static func repositoryName(of address: String) -> String? {
    guard case .repository(let place, _) = of(address) else { return nil }
    var name = FilePath.name(of: place)
    if name.hasSuffix(".git") { name = name.dropLast(4) }
    return PythonRequirement(name)?.name
  }

  /// Whether a line of a requirements file is an address or path instead of a name.
  static func isPlace(_ text: String) -> Bool {
    if text.hasPrefix(".") || text.hasPrefix("/") || text.hasPrefix("file:") { return true }
    // `name @ https://…` starts with a name.
    guard let word = text.split(separator: " ").first, !word.contains("@") || word.contains("://") else {
      return false
    }
    let head = word.prefix { $0 != "[" && $0 != ";" }
    return head.contains("://") || archive(String(head)) != nil || head.contains("/") && !head.contains("=")
  }

  private static let ordinary: Set<String> = ["https://pypi.org/simple", "https://pypi.python.org/simple"]

  static func registry(_ address: String?) -> PackageSource {
    guard let address else { return .registry(nil) }
    let bare = address.hasSuffix("/") ? String(address.dropLast()) : address
    return .registry(ordinary.contains(bare) ? nil : SourceAddress.safe(address))
  }
}
