internal import FindingModel

/// One of SAM's policy templates: statements with holes for its parameters.
struct PolicyTemplate {
  struct Statement {
    var actions: [String]
    /// Whether the action is written as a text instead of a list.
    var isSingleAction = false
    var resources: [String] = []
    var isResourceList = false
    var condition: (operator: String, key: String, value: String)?
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
          last.condition = (words[1], words[2], expanded(words[3]))
        } else {
          last.isResourceList = first.hasPrefix("[]")
          last.resources = words.map { expanded($0.hasPrefix("[]") ? String($0.dropFirst(2)) : $0) }
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

  private static func expanded(_ word: String) -> String {
    var word = word
    if word.hasPrefix("arn:") { word = "arn:${AWS::Partition}:" + word.dropFirst(4) }
    return word.replacing("~", with: "${AWS::Region}:${AWS::AccountId}", maxReplacements: 1)
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

  private func fill(_ pattern: String, _ values: Node, _ make: Implied) -> Node {
    guard pattern.contains("${") else { return make.text(pattern) }
    var variables: [Entry] = []
    for parameter in parameters {
      // In the ARN a parameter's name starts with a small letter, mostly.
      guard let name = Self.variable(in: pattern, for: parameter), let value = values.present(parameter)
      else {
        continue
      }
      variables.append(Entry(name, at: make.place, value))
    }
    if variables.isEmpty { return make.sub(pattern) }
    return make.call("Fn::Sub", make.list([make.text(pattern), make.map(variables)]))
  }

  private static func variable(in pattern: String, for parameter: String) -> String? {
    for piece in pattern.split(separator: "${", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}") else { continue }
      let name = piece[..<end]
      if name.lowercased() == parameter.lowercased() { return String(name) }
    }
    return nil
  }
}
