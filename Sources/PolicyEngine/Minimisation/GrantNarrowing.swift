package import ApplicationModel

/// What is needed, on the resources that a role's statements name for it.
///
/// Code often does not tell a resource where the template does: a bucket that the event names, an ARN from a
/// parameter. What is printed is then the statement's own text, and never anything wider than it gives.
package struct GrantNarrowing: Sendable {
  private let granted: [(statement: Statement, normalised: Statement)]
  private let names: ResourceNames
  private let catalogue: ServiceCatalogue

  /// - Parameter granted: All statements of the role's policies.
  package init(
    granted: [Statement], names: ResourceNames = ResourceNames(),
    catalogue: ServiceCatalogue = ServiceCatalogue()
  ) {
    self.granted = granted.filter(\.allows).map { ($0, names.normalised($0)) }
    self.names = names
    self.catalogue = catalogue
  }

  /// - Returns: Empty for what is needed perhaps and not given; what is needed and not given stays as it is.
  package func narrowed(_ need: ActionNeed) -> [ActionNeed] {
    let resource = names.normalised(need.resource)
    let givers = granted.filter { $0.statement.covers(action: need.action) }
    let action = catalogue.action(need.action)
    guard action?.isScopable ?? true else {
      return givers.isEmpty && need.isConditional ? [] : [need]
    }
    var parts: [Part] = []
    for (statement, normalised) in givers {
      guard case .only(let texts) = normalised.resources, case .only(let written) = statement.resources else {
        return [need]
      }
      for (text, original) in zip(texts, written) where action?.accepts(text.value, names: names) != .no {
        let here = resource.located(as: text.value)
        if ResourcePattern.covers(text.value, here) == .yes {
          // Nothing narrower can be known than what the call names itself.
          return [need.on(text.value.isWildcard || here == resource ? need.resource : here)]
        }
        if ResourcePattern.meets(text.value, here) != .no {
          parts.append(Part(written: original.value, normalised: text.value))
        }
      }
    }
    if parts.isEmpty { return need.isConditional ? [] : [need] }
    // What is named to the last letter is what is needed, whatever a parameter may be.
    guard resource.glob.utf8.contains(UInt8(ascii: "*")) else { return [need] }
    return Self.nearest(parts, to: need.resource).map(need.on)
  }

  /// A resource of a statement that may be the one that is needed.
  private struct Part {
    let written: Text
    let normalised: Text
  }

  /// Of several resources, those that are made of the same parameters; each once, however it is written.
  private static func nearest(_ parts: [Part], to resource: Text) -> [Text] {
    // A request that names an index is about that; one that does not is about the table.
    let ofKind = parts.filter { $0.written.contains("/index/") == resource.contains("/index/") }
    let candidates = ofKind.isEmpty ? parts : ofKind
    let wanted = resource.parameters
    let same = wanted.isEmpty ? [] : candidates.filter { wanted.isSubset(of: $0.written.parameters) }
    var seen: Set<Text> = []
    return (same.isEmpty ? candidates : same).filter { seen.insert($0.normalised).inserted }.map(\.written)
  }

  /// All that the statements give of some actions: what a library may need that does not say what it does.
  ///
  /// - Parameter patterns: `dynamodb:*`, `ssm:GetParameter`.
  package func needs(ofActions patterns: [String], by library: String) -> [ActionNeed] {
    granted.flatMap { statement, _ -> [ActionNeed] in
      guard case .only(let resources) = statement.resources else { return [] }
      let actions = patterns.flatMap { statement.actions(within: $0) }
      return Set(actions).sorted().flatMap { action in
        resources.map {
          ActionNeed(
            action: action, resource: $0.value, reason: .library(library), locations: [], isConditional: true)
        }
      }
    }
  }
}

extension ActionNeed {
  fileprivate func on(_ resource: Text) -> ActionNeed {
    ActionNeed(
      action: action, resource: resource, reason: reason, locations: locations, isConditional: isConditional)
  }
}

extension Statement {
  /// Its own entries within a pattern, and the pattern where an entry is wider.
  fileprivate func actions(within pattern: String) -> [String] {
    let wanted = Glob(pattern, ignoringCase: true)
    switch actions {
    case .absent: return []
    case .allExcept: return covers(action: pattern) ? [pattern] : []
    case .only(let entries):
      return entries.compactMap { entry in
        let text = entry.value.glob
        if wanted.matches(text.lowercased()) { return text }
        return Glob(text, ignoringCase: true).matches(pattern.lowercased()) ? pattern : nil
      }
    }
  }
}

extension Text {
  /// Parameters of the template it is made of.
  fileprivate var parameters: Set<Expression> {
    Set(expressions.filter { if case .parameter = $0.origin { true } else { false } })
  }

  /// The same name in the account and region of another ARN, where its own are open.
  fileprivate func located(as other: Text) -> Text {
    guard let own = arnSegment(5), let service = arnSegment(2), service == other.arnSegment(2),
      arnSegment(3)?.literal == "*", arnSegment(4)?.literal == "*",
      let region = other.arnSegment(3), let account = other.arnSegment(4)
    else { return self }
    let colon = Text.Part.literal(":")
    return Text(
      [.literal("arn:aws:")] + service.parts + [colon] + region.parts + [colon] + account.parts + [colon]
        + own.parts)
  }
}
