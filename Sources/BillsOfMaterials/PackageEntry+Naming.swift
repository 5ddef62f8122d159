internal import PackageModel

extension PackageEntry {
  /// npm's scopes, Maven's groups and the owners of Swift's repositories stand apart from the name.
  var groupAndName: (group: String?, name: String) {
    switch identity.ecosystem {
    case .npm where name.hasPrefix("@"): Self.split(name, at: "/")
    case .maven: Self.split(name, at: ":")
    // The name may be an address, with a password in it.
    case .swift: packageNameOfRepository
    default: (nil, name)
    }
  }

  /// Without what ``groupAndName`` keeps apart only where the name is an address.
  var presentableName: String { identity.ecosystem == .swift ? groupAndName.name : name }

  private var packageNameOfRepository: (group: String?, name: String) {
    let address = PackageURL(self)
    return (address.namespace.isEmpty ? nil : address.namespace.joined(separator: "/"), address.name)
  }

  private static func split(_ name: String, at separator: Character) -> (group: String?, name: String) {
    guard let mark = name.firstIndex(of: separator) else { return (nil, name) }
    return (String(name[..<mark]), String(name[name.index(after: mark)...]))
  }
}
