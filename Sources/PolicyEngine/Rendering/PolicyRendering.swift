internal import ApplicationModel
package import FindingModel

/// Minimal statements as YAML, ready to be pasted into a template of the same dialect.
package struct PolicyRendering: Sendable {
  private let dialect: Dialect

  /// - Parameter dialect: That of the template; programs count as CloudFormation.
  package init(dialect: Dialect) { self.dialect = dialect }

  /// The lines with what has to stand around the statements: `Policies`, `PolicyDocument` or `provider.iam`.
  package func yaml(_ statements: [MinimalStatement]) -> String {
    let (frame, indent) = self.frame
    return (frame + lines(of: statements).map { indent + $0 }).joined(separator: "\n") + "\n"
  }

  private var frame: (lines: [String], indent: String) {
    switch dialect {
    case .sam: (["Policies:", "  - Version: \"2012-10-17\"", "    Statement:"], "      ")
    case .serverlessFramework: (["provider:", "  iam:", "    role:", "      statements:"], "        ")
    case .cloudFormation, .python, .javaScript, .dockerfile, .packageList:
      (["PolicyDocument:", "  Version: \"2012-10-17\"", "  Statement:"], "    ")
    }
  }

  private func lines(of statements: [MinimalStatement]) -> [String] {
    if statements.isEmpty { return ["[]"] }
    return statements.flatMap { statement in
      ["- Effect: Allow", "  Action:"] + statement.actions.map { "    - \($0.name)\(comment(on: $0))" }
        + resources(of: statement)
    }
  }

  private func resources(of statement: MinimalStatement) -> [String] {
    if statement.resources.count == 1 { return ["  Resource: \(scalar(statement.resources[0]))"] }
    return ["  Resource:"] + statement.resources.map { "    - \(scalar($0))" }
  }

  // MARK: Comments

  /// Most places that a comment names.
  package static let placeLimit = 3

  private func comment(on action: MinimalStatement.Action) -> String {
    var words = action.isCalled ? places(action.locations) : purposes(action.reasons)
    if action.isConditional { words = words.isEmpty ? "perhaps" : "perhaps: \(words)" }
    return words.isEmpty ? "" : "  # \(words)"
  }

  private func places(_ locations: [SourceLocation]) -> String {
    let shown = locations.prefix(Self.placeLimit).map { "\(Self.printable($0.path)):\($0.line)" }
    let rest = locations.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func purposes(_ reasons: [ActionNeed.Reason]) -> String {
    reasons.compactMap { reason in
      switch reason {
      case .call: nil
      case .platform(let purpose): "to \(Self.printable(purpose))"
      case .library(let name): "by \(Self.printable(name))"
      }
    }
    .joined(separator: ", ")
  }

  /// A path may hold a line break, which would end the comment.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
  }

  // MARK: Resources

  private func scalar(_ text: Text) -> String {
    if let literal = text.literal { return Self.quoted(literal) }
    if let reference = text.reference, reference.isNameable { return Self.intrinsic(reference) }
    if text.parts.count == 1, let variable = text.expressions.first?.variable {
      return Self.intrinsic(variable)
    }
    return dialect == .serverlessFramework ? join(text) : substitution(text)
  }

  private static func intrinsic(_ reference: ResourceReference) -> String {
    reference.attribute.map { "!GetAtt \(reference.id).\($0)" } ?? "!Ref \(reference.id)"
  }

  private func substitution(_ text: Text) -> String {
    let parts = text.parts.map { part -> String in
      switch part {
      // `${aws:username}` is meant for IAM, not for CloudFormation.
      case .literal(let literal):
        literal.split(separator: "${", omittingEmptySubsequences: false).joined(separator: "${!")
      case .reference(let reference): reference.isNameable ? "${\(reference)}" : "*"
      case .open(let expression): expression.variable.map { "${\($0)}" } ?? written(expression) ?? "*"
      }
    }
    let joined = parts.joined()
    return joined.contains("${") ? "!Sub \(Self.quoted(joined))" : Self.quoted(joined)
  }

  /// The framework would take `${Table.Arn}` for one of its own variables.
  private func join(_ text: Text) -> String {
    let parts = text.parts.map { part -> String in
      switch part {
      case .literal(let literal): return Self.quoted(literal)
      case .reference(let reference): return reference.isNameable ? Self.intrinsic(reference) : "\"*\""
      case .open(let expression):
        return expression.variable.map(Self.intrinsic) ?? Self.quoted(written(expression) ?? "*")
      }
    }
    return "!Join [\"\", [\(parts.joined(separator: ", "))]]"
  }

  /// What is put in before the template is read: `{{resolve:ssm:/bus}}`, a variable of the framework.
  private func written(_ expression: Expression) -> String? {
    let text = expression.text
    let isReplaced =
      text.hasPrefix("{{resolve:") && text.hasSuffix("}}")
      || dialect == .serverlessFramework && text.hasPrefix("${") && text.hasSuffix("}")
    return isReplaced ? text : nil
  }

  private static func intrinsic(_ variable: String) -> String {
    variable.contains(".") ? "!GetAtt \(variable)" : "!Ref \(variable)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x85 || scalar.value == 0x2028:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension ResourceReference {
  /// Whether a template can name it: resources of nested stacks can only be named by their outputs.
  fileprivate var isNameable: Bool {
    id.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0 & 0xDF) }
      && (attribute ?? "").utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0 & 0xDF) || $0 == 46
      }
  }
}

extension Expression {
  /// What `Ref` may name, or `GetAtt` where a point is in it.
  fileprivate var variable: String? {
    switch origin {
    // Options and variables of the Serverless Framework have a colon in their names.
    case .parameter(let name): name.contains(where: { ":/".contains($0) }) ? nil : name
    case .pseudoParameter(let name): name
    case .attribute(let resource, let name): resource.contains("/") ? nil : "\(resource).\(name)"
    // A parameter whose default is the name of another one in the store.
    case .dynamicReference: text.hasPrefix("!Ref ") ? String(text.dropFirst("!Ref ".count)) : nil
    case .otherStack, .other: nil
    }
  }
}
