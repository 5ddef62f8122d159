/// What a manifest or an advisory asks of a version, in the syntax of its ecosystem: `^1.2`, `~=1.4`, `[1.0,2.0)`.
package struct VersionRequirement: Sendable {
  /// Longest text that is read, in bytes.
  package static let lengthLimit = 4096
  /// Most conditions of one requirement.
  package static let conditionLimit = 256

  package let text: String
  private let form: Form

  private enum Form: Sendable {
    case node(NodeRange)
    case python(PythonRequirement)
    case maven(MavenRequirement)
    case nuget(NuGetRequirement)
    case gem(GemRequirement)
    case semantic(SemanticRequirement)
  }

  /// - Returns: `nil` where the ecosystem would not take the text for a requirement of versions, such as a tag, an
  ///   address or an alias, or where it is beyond a limit.
  package init?(_ text: String, in ecosystem: Ecosystem) {
    guard text.utf8.count <= Self.lengthLimit else { return nil }
    let form: Form? =
      switch ecosystem {
      case .npm: NodeRange(text).map(Form.node)
      case .pypi: PythonRequirement(text).map(Form.python)
      case .maven: MavenRequirement(text).map(Form.maven)
      case .nuget: NuGetRequirement(text).map(Form.nuget)
      case .rubyGems: GemRequirement(text).map(Form.gem)
      case .go: SemanticRequirement(go: text).map(Form.semantic)
      case .swift: SemanticRequirement(swift: text).map(Form.semantic)
      }
    guard let form else { return nil }
    self.text = text
    self.form = form
  }

  /// `false` for a version of another ecosystem.
  package func allows(_ version: Version) -> Bool {
    switch (form, version.order) {
    case (.node(let range), .semantic(let version)): range.allows(version)
    case (.python(let requirement), .python(let parts)): requirement.allows(parts, text: version.text)
    case (.maven(let requirement), .maven(let version)): requirement.allows(version)
    case (.nuget(let requirement), .nuget(let version)): requirement.allows(version)
    case (.gem(let requirement), .gem(let version)): requirement.allows(version)
    case (.semantic(let requirement), .semantic(let version)): requirement.allows(version)
    default: false
    }
  }

  /// The one version that is installed whatever will be published later; `nil` where that may change.
  ///
  /// Of Maven, NuGet and Go a plain version is one: they take exactly it, or what another package asks for.
  package var pinned: String? {
    switch form {
    case .node(let range): range.pinned
    case .python(let requirement): requirement.pinned
    case .maven(let requirement): requirement.pinned
    case .nuget(let requirement): requirement.pinned
    case .gem(let requirement): requirement.pinned
    case .semantic(let requirement): requirement.pinned
    }
  }
}
