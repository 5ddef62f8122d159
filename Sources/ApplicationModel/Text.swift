/// Text that may contain references and open parts: `arn:aws:s3:::${Stage}-uploads/*`.
package struct Text: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case literal(String)
    /// A resource of the application, by its logical id and the attribute asked for.
    case reference(ResourceReference)
    case open(Expression)
  }

  /// Neighbouring literals are one; empty literals are left out.
  package let parts: [Part]

  package init(_ parts: [Part]) {
    var merged: [Part] = []
    // Collected apart, not appended to the last part: that copies the whole text for every piece.
    var literal = ""
    for part in parts {
      if case .literal(let text) = part {
        literal += text
        continue
      }
      if !literal.isEmpty { merged.append(.literal(literal)) }
      literal = ""
      merged.append(part)
    }
    if !literal.isEmpty { merged.append(.literal(literal)) }
    self.parts = merged
  }

  package init(_ literal: String) { self.init([.literal(literal)]) }

  /// The text, if nothing in it is open.
  package var literal: String? {
    switch parts.count {
    case 0: return ""
    case 1:
      guard case .literal(let text) = parts[0] else { return nil }
      return text
    default: return nil
    }
  }

  /// The resource this text is: only where the reference is the whole of it.
  package var reference: ResourceReference? {
    guard parts.count == 1, case .reference(let reference) = parts[0] else { return nil }
    return reference
  }

  /// Every resource named anywhere in it, in order.
  package var references: [ResourceReference] {
    parts.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }

  /// The open expressions in it, in order.
  package var expressions: [Expression] {
    parts.compactMap { if case .open(let expression) = $0 { expression } else { nil } }
  }

  /// As a person reads it: references and open parts as `${…}`.
  package var pattern: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .reference(let reference): "${\(reference)}"
      case .open(let expression): "${\(expression.text)}"
      }
    }.joined()
  }

  /// The first literal part if the text starts with one; empty otherwise.
  package var leadingLiteral: String {
    if case .literal(let text) = parts.first { text } else { "" }
  }

  package func contains(_ literal: String) -> Bool {
    parts.contains { if case .literal(let text) = $0 { text.contains(literal) } else { false } }
  }
}

extension Text: CustomStringConvertible {
  package var description: String { pattern }
}

extension Text: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

/// A resource of the same application, and what of it is meant.
package struct ResourceReference: Hashable, Sendable {
  /// Logical id; resources of nested stacks are `Stack/Resource`.
  package let id: String
  /// `Arn`, `StreamArn`; `nil` for what `Ref` gives.
  package let attribute: String?

  package init(_ id: String, attribute: String? = nil) {
    self.id = id
    self.attribute = attribute
  }
}

extension ResourceReference: CustomStringConvertible {
  package var description: String { attribute.map { "\(id).\($0)" } ?? id }
}
