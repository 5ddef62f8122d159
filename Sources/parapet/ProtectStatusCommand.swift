internal import ArgumentParser
internal import EnforcementPolicy
internal import EnforcerLayer
internal import FunctionProtection
internal import JSONText
internal import TemplateEditing

/// `parapet protect status`: which functions are protected, by what, and why others are not.
struct ProtectStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "List functions: protected, by which policy and mode, or why not.",
    discussion: "Modes are read from the layer's archive, which the template names or --layer gives.")

  @Argument(help: "A template, or a folder whose templates are meant.", completion: .file())
  var path: String = "."

  @OptionGroup var layer: LayerOptions

  @Option(help: "text or json.")
  var format: EditOptions.Format = .text

  func run() throws {
    var report = StatusReport()
    for template in try ProtectedTemplates(at: path).templates {
      report.add(template.path, template.protection.status(known: layer.named), try contents(of: template))
    }
    try OutputTarget(path: nil).write(format == .json ? report.json : report.text)
  }

  /// Of the archive that was given, or else the one that the template makes the layer from, if it is there.
  private func contents(of template: ProtectedTemplates.Template) throws -> LayerContents? {
    if layer.archive != nil { return try layer.contents() }
    guard let content = template.protection.layerContent else { return nil }
    let folder = template.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = content.hasPrefix("/") ? content : (folder + [content[...]]).joined(separator: "/")
    // The archive is often built later, and then modes are not known.
    return (try? InputFile.read(path, limit: LayerOptions.archiveLimit)).flatMap(LayerContents.read)
  }
}

/// What is known of functions' protection, for people and for programs.
struct StatusReport: Encodable {
  struct Modes: Encodable {
    let block: [String]
    let alert: [String]
    let off: [String]
  }

  struct Function: Encodable {
    let name: String
    let state: String
    let means: String?
    let policy: String?
    let modes: Modes?
    let reason: String?
  }

  struct Template: Encodable {
    let path: String
    let functions: [Function]
  }

  private(set) var templates: [Template] = []

  mutating func add(_ path: String, _ functions: [FunctionStatus], _ contents: LayerContents?) {
    templates.append(Template(path: path, functions: functions.map { Self.function($0, contents) }))
  }

  private static func function(_ status: FunctionStatus, _ contents: LayerContents?) -> Function {
    let name = status.function.name
    switch status.state {
    case .unprotected(let reason):
      return Function(name: name, state: "unprotected", means: nil, policy: nil, modes: nil, reason: reason)
    case .incomplete(let reason):
      return Function(name: name, state: "incomplete", means: nil, policy: nil, modes: nil, reason: reason)
    case .protected(let means):
      let policy = status.policy ?? PolicyName.default
      var reason: String?
      if let contents {
        reason =
          switch contents.policies[policy] {
          case .none: "The layer has no such policy: \(contents.names)."
          case .some(.none): "The enforcer cannot use this policy: build the layer anew."
          case .some(.some): nil
          }
      }
      return Function(
        name: name, state: "protected", means: means.rawValue, policy: policy,
        modes: contents?.policies[policy].flatMap { $0 }.map(modes), reason: reason)
    }
  }

  private static func modes(_ policy: CompiledPolicy) -> Modes {
    func keys(_ mode: EnforcementMode) -> [String] {
      Control.allCases.filter { (policy.modes[$0] ?? .off) == mode }.map(\.key)
    }
    return Modes(block: keys(.block), alert: keys(.alert), off: keys(.off))
  }

  var json: String { OrderedJSONEncoder(style: .indented).text(of: self) + "\n" }

  var text: String {
    var lines: [String] = []
    for template in templates {
      lines.append(template.path)
      let width = template.functions.map(\.name.count).max() ?? 0
      for function in template.functions {
        let name = function.name + String(repeating: " ", count: width - function.name.count)
        lines.append("  \(name)  \(Self.line(function))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ function: Function) -> String {
    guard let means = function.means, let policy = function.policy else {
      return function.state + (function.reason.map { ": " + $0 } ?? "")
    }
    var line = "protected by policy \(policy), started by \(means)"
    if let modes = function.modes {
      line += "; \(modes.block.count) controls block, \(modes.alert.count) alert, \(modes.off.count) are off"
    }
    return line + (function.reason.map { ". " + $0 } ?? "")
  }
}
