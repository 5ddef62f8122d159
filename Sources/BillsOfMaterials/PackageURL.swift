package import PackageModel

/// A package URL, `pkg:npm/%40scope/name@1.2.3`: one name for a package of any registry.
///
/// Written in the canonical form of https://github.com/package-url/purl-spec, with one known departure: the
/// specification turns Go's paths into small letters, its libraries do not any more, and Go itself tells
/// `github.com/BurntSushi/toml` from `github.com/burntsushi/toml`.
package struct PackageURL: Hashable, Sendable {
  package let type: String
  package let namespace: [String]
  package let name: String
  package let version: String?
  package let qualifiers: [Qualifier]
  package let subpath: [String]

  package struct Qualifier: Hashable, Sendable {
    package let key: String
    package let value: String

    fileprivate var isValid: Bool {
      !key.isEmpty && !value.isEmpty
        && key.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || "0123456789.-_".utf8.contains(byte)
        }
    }
  }

  package init(
    type: String, namespace: [String] = [], name: String, version: String? = nil,
    qualifiers: [(key: String, value: String)] = [], subpath: [String] = []
  ) {
    let type = type.lowercased()
    self.type = type
    self.namespace = namespace.filter { !$0.isEmpty }.map { Self.normalisedNamespace($0, type: type) }
    self.name = Self.normalisedName(name, type: type)
    self.version = version.flatMap { $0.isEmpty ? nil : $0 }
    var keys: Set<String> = []
    self.qualifiers =
      qualifiers.map { Qualifier(key: $0.key.lowercased(), value: $0.value) }
      .filter { $0.isValid && keys.insert($0.key).inserted }.sorted { $0.key < $1.key }
    self.subpath = subpath.filter { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func normalisedName(_ name: String, type: String) -> String {
    switch type {
    case "pypi": name.replacing("_", with: "-").lowercased()
    case "npm", "github", "bitbucket", "gitlab", "composer", "hex": name.lowercased()
    default: name
    }
  }

  private static func normalisedNamespace(_ segment: String, type: String) -> String {
    switch type {
    case "pypi", "github", "bitbucket", "gitlab", "composer", "hex": segment.lowercased()
    default: segment
    }
  }

  /// The same package whatever its version, qualifiers and subpath, in a form to compare.
  package var unversioned: String {
    let name = type == "pypi" ? PackageIdentity(.pypi, name).name : name
    let text = PackageURL(type: type, namespace: namespace, name: name).description
    // Of a Go path either spelling is in use, see above.
    return ["golang", "nuget", "swift"].contains(type) ? text.lowercased() : text
  }
}

extension PackageURL {
  /// - Parameter source: Where the package comes from, because Swift's packages are named by their repository.
  package init(
    _ identity: PackageIdentity, name: String, version: String?, source: PackageSource = .registry(nil)
  ) {
    switch identity.ecosystem {
    case .npm: self.init(type: "npm", path: name, version: version)
    case .pypi: self.init(type: "pypi", name: identity.name, version: version)
    case .maven:
      let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
      self.init(
        type: "maven", namespace: Array(parts.dropLast()), name: parts.last ?? name, version: version)
    case .nuget: self.init(type: "nuget", name: name, version: version)
    case .go: self.init(type: "golang", path: name, version: version)
    case .rubyGems: self.init(type: "gem", name: name, version: version)
    case .swift:
      // A name without its host identifies nothing, so only a repository makes a package of this type.
      let repository = if case .repository(let address, _) = source { address } else { identity.name }
      let path = WebAddress.hostAndPath(of: repository) ?? identity.name
      self.init(type: path.contains("/") ? "swift" : "generic", path: path, version: version)
    }
  }

  package init(_ entry: PackageEntry) {
    self.init(entry.identity, name: entry.name, version: entry.version, source: entry.source)
  }

  /// A file that no registry knows is told apart by its digest.
  package init(_ binary: NativeBinary) {
    let name = binary.path.split(separator: "/").last.map(String.init) ?? binary.path
    self.init(
      type: "generic", name: binary.product ?? name, version: binary.version,
      qualifiers: [("checksum", "sha256:" + binary.sha256)])
  }

  /// The last name of a path, and what is before it as namespace.
  private init(type: String, path: String, version: String?) {
    let names = path.split(separator: "/").map(String.init)
    self.init(type: type, namespace: names.dropLast(), name: names.last ?? path, version: version)
  }
}

extension PackageURL: CustomStringConvertible {
  package var description: String {
    var text = "pkg:" + type + "/"
    for segment in namespace { text += PercentEncoding.encode(segment) + "/" }
    text += PercentEncoding.encode(name)
    if let version { text += "@" + PercentEncoding.encode(version) }
    for (index, pair) in qualifiers.enumerated() {
      text += (index == 0 ? "?" : "&") + pair.key + "=" + PercentEncoding.encode(pair.value)
    }
    if !subpath.isEmpty { text += "#" + subpath.map(PercentEncoding.encode).joined(separator: "/") }
    return text
  }
}
