internal import JSONText
internal import TemplateEditing

/// What attaching or detaching did to templates, for people and for programs.
struct EditReport: Encodable {
  struct Function: Encodable {
    let name: String
    let result: String
    let reason: String?
    let remarks: [String]
  }

  struct Template: Encodable {
    let path: String
    let isChanged: Bool
    let functions: [Function]
  }

  var templates: [Template] = []

  mutating func add(_ path: String, _ edit: TemplateProtection.Edit, isChanged: Bool) {
    let functions = edit.outcomes.map { outcome in
      switch outcome.result {
      case .changed: Function(name: outcome.name, result: "changed", reason: nil, remarks: outcome.remarks)
      case .unchanged:
        Function(name: outcome.name, result: "unchanged", reason: nil, remarks: outcome.remarks)
      case .refused(let reason):
        Function(name: outcome.name, result: "refused", reason: reason, remarks: outcome.remarks)
      }
    }
    templates.append(Template(path: path, isChanged: isChanged, functions: functions))
  }

  var hasRefusals: Bool { templates.contains { $0.functions.contains { $0.result == "refused" } } }

  var json: String { OrderedJSONEncoder(style: .indented).text(of: self) + "\n" }

  /// - Parameter words: For functions that were changed, and for those that needed no change.
  func text(changed: String, unchanged: String) -> String {
    var lines: [String] = []
    for template in templates {
      lines.append(template.path)
      let width = template.functions.map(\.name.count).max() ?? 0
      for function in template.functions {
        let name = function.name + String(repeating: " ", count: width - function.name.count)
        let word =
          switch function.result {
          case "changed": changed
          case "unchanged": unchanged
          default: "refused"
          }
        lines.append("  \(name)  \(word)\(function.reason.map { ": " + $0 } ?? "")")
      }
      // What holds for several functions is said once.
      var said: Set<String> = []
      for remark in template.functions.flatMap(\.remarks) where said.insert(remark).inserted {
        lines.append("  Note: \(remark)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
