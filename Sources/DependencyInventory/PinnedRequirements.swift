internal import PackageModel

/// What a manifest asks for in one exact version is installed in that version, also without a lockfile.
enum PinnedRequirements {
  /// Adds an entry for each such requirement of a manifest; locks and bundles say themselves what is there.
  static func add(to list: inout PackageList) {
    guard !list.format.isLock, !list.format.isBundle, let ecosystem = list.ecosystem,
      list.packages.isEmpty
    else { return }
    for requirement in list.requirements {
      guard let constraint = requirement.constraint,
        let version = exactVersion(constraint, in: ecosystem)
      else { continue }
      var entry = PackageEntry(
        requirement.identity, name: requirement.name, version: version, source: requirement.source,
        scope: requirement.scope, isDirect: true, at: requirement.location)
      entry.alias = requirement.alias
      entry.integrity = requirement.integrity
      entry.condition = requirement.condition
      if list.add(entry) == nil { return }
    }
  }

  /// The one version that a constraint allows; `nil` if it allows several.
  static func exactVersion(_ constraint: String, in ecosystem: Ecosystem) -> String? {
    var text = constraint[...].trimmed
    switch ecosystem {
    case .npm:
      text = text.drop { "=v ".contains($0) }
      // `1.2` is a range; so is everything that is not three numbers and their endings.
      let core = text.prefix { $0 != "-" && $0 != "+" }.split(
        separator: ".", omittingEmptySubsequences: false)
      guard core.count == 3, core.allSatisfy(isNumber) else { return nil }
    case .pypi, .rubyGems:
      text = text.drop { $0 == "=" }.trimmed
      guard text.first?.isNumber == true, !text.contains("*") else { return nil }
    case .swift:
      guard text.hasPrefix("exact ") else { return nil }
      text = text.dropFirst("exact ".count)
    case .maven, .nuget:
      // A plain version is the least that is wanted, and of a package that is asked for by name the one installed.
      if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast().trimmed }
      guard text.first?.isNumber == true, !text.contains(where: { "$()[]*".contains($0) }) else { return nil }
    case .go: return nil
    }
    return text.contains { " ,|<>~^".contains($0) } ? nil : String(text)
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
  }
}
