internal import Documents
internal import FindingModel

/// One of SAM's policy templates: statements with holes for its parameters.
struct PolicyTemplate {
  struct Statement {
    var actions: [String]
    /// Whether the action is written as a text instead of a list.
    var isSingleAction = false
    var resources: [Pattern] = []
    var isResourceList = false
    var condition: (operator: String, key: String, value: Pattern)?
  }

  /// An ARN with holes.
  struct Pattern {
    let text: String
    /// The names in the text that are parameters of the template, with the parameters.
    let variables: [(name: String, parameter: String)]

    /// In the ARN a parameter's name starts with a small letter, mostly.
    init(_ text: String, parameters: [String]) {
      self.text = text
      let pieces = text.split(separator: "${", omittingEmptySubsequences: false).dropFirst()
      variables = pieces.compactMap { piece in
        guard let end = piece.firstIndex(of: "}") else { return nil }
        let name = piece[..<end]
        return parameters.first { $0.lowercased() == name.lowercased() }.map { (String(name), $0) }
      }
    }
  }

  let name: String
  let parameters: [String]
  var statements: [Statement] = []
}

enum PolicyTemplates {
  static let all: [String: PolicyTemplate] = {
    var templates: [String: PolicyTemplate] = [:]
    for template in read(PolicyTemplateTable.text) { templates[template.name] = template }
    return templates
  }()

  static func read(_ table: String) -> [PolicyTemplate] {
    var templates: [PolicyTemplate] = []
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let indent = line.prefix { $0 == " " }.count
      guard let first = words.first else { continue }
      if indent == 0 {
        templates.append(PolicyTemplate(name: first, parameters: Array(words.dropFirst())))
        continue
      }
      guard var template = templates.popLast() else { continue }
      if indent == 2 {
        template.statements.append(statement(first))
      } else if var last = template.statements.popLast() {
        if first == "?", words.count == 4 {
          last.condition = (words[1], words[2], pattern(words[3], of: template))
        } else {
          last.isResourceList = first.hasPrefix("[]")
          last.resources = words.map {
            pattern($0.hasPrefix("[]") ? String($0.dropFirst(2)) : $0, of: template)
          }
        }
        template.statements.append(last)
      }
      templates.append(template)
    }
    return templates
  }

  private static func statement(_ word: String) -> PolicyTemplate.Statement {
    let isSingle = word.hasPrefix("=")
    let parts = (isSingle ? word.dropFirst() : word[...]).split(separator: ":", maxSplits: 1)
    let actions = parts.last.map { $0.split(separator: ",").map { "\(parts[0]):\($0)" } } ?? []
    return PolicyTemplate.Statement(actions: actions, isSingleAction: isSingle)
  }

  private static func pattern(_ word: String, of template: PolicyTemplate) -> PolicyTemplate.Pattern {
    var word = word
    if word.hasPrefix("arn:") { word = "arn:${AWS::Partition}:" + word.dropFirst(4) }
    word = word.replacing("~", with: "${AWS::Region}:${AWS::AccountId}", maxReplacements: 1)
    return PolicyTemplate.Pattern(word, parameters: template.parameters)
  }
}

extension PolicyTemplate {
  /// The policy document for these parameter values.
  func document(_ values: Node, at place: SourceLocation) -> Node {
    let make = Implied(at: place)
    let statements = statements.map { statement in
      let resources = statement.resources.map { fill($0, values, make) }
      let actions = statement.actions.map(make.text)
      return make.map([
        "Effect": make.text("Allow"),
        "Action": statement.isSingleAction && actions.count == 1 ? actions[0] : make.list(actions),
        "Resource": statement.isResourceList || resources.count != 1 ? make.list(resources) : resources[0],
        "Condition": statement.condition.map { condition in
          make.call(condition.operator, make.call(condition.key, fill(condition.value, values, make)))
        },
      ])
    }
    return make.map(["Statement": make.list(statements)])
  }

  private func fill(_ pattern: Pattern, _ values: Node, _ make: Implied) -> Node {
    let variables = pattern.variables.compactMap { name, parameter in
      values.present(parameter).map { Entry(name, at: make.place, $0) }
    }
    guard let first = variables.first else {
      return pattern.text.contains("$") ? make.sub(pattern.text) : make.text(pattern.text)
    }
    // How far the statement reaches is what the user wrote, so that it lies there.
    let written = Implied(at: first.value.location)
    return written.call("Fn::Sub", make.list([make.text(pattern.text), make.map(variables)]))
  }
}
