internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import RuleModel
internal import TaintEngine

/// The message of a flow: which field of which event, who may write it, where it arrives, and as whom.
struct FlowSentence {
  private let judged: JudgedFlow
  private let others: [Flow]
  private let isDisclosure: Bool
  private let code: FunctionUnderTest
  private let context: RuleContext

  init(
    _ judged: JudgedFlow, others: [Flow], isDisclosure: Bool, code: FunctionUnderTest, context: RuleContext
  ) {
    self.judged = judged
    self.others = others
    self.isDisclosure = isDisclosure
    self.code = code
    self.context = context
  }

  /// - Parameter consequence: Completes "`event.body` …": `reaches the shell that `os.system` starts`.
  func text(consequence: String) -> String {
    [subject + " " + consequence + ".", who, also(consequence), role, warning].compactMap(\.self).joined(
      separator: " ")
  }

  private var subject: String {
    let origin = judged.origin
    let through =
      judged.linked.map { linked in
        let names = linked.functions.dropLast().compactMap { context.graph.function($0)?.name }.map {
          "'\($0)'"
        }
        if names == ["'\(code.name)'"] { return ", which '\(code.name)' stores and gets back," }
        return ", which \(names.joined(separator: " and then ")) passes on to '\(code.name)',"
      } ?? ""
    switch origin.kind {
    case .event where origin.title == "event":
      guard let event = origin.event, event != "an event" else { return "The whole event\(through)" }
      return through.isEmpty ? "The whole event, \(event)," : "The whole event, \(event)\(through)"
    case .event: return "\(origin.quotedTitle.capitalisedFirst) of \(origin.event ?? "the event")\(through)"
    case .request: return origin.quotedTitle.capitalisedFirst + through
    case .stored, .remote, .modelOutput: return origin.title.capitalisedFirst + through
    case .environmentVariable(let name): return "The variable `\(name)`" + filling(of: name)
    case .secret, .environment, .error: return origin.title.capitalisedFirst
    }
  }

  /// What the template puts into a variable, where that is a secret whatever the name is.
  private func filling(of variable: String) -> String {
    let values = code.function.environment.filter { $0.name == variable }.map(\.value)
    return values.compactMap(context.application.deployedSecret).first.map { " (\($0))" } ?? ""
  }

  private var who: String? {
    guard judged.origin.isInput, !isDisclosure else { return nil }
    guard judged.isServed else { return "No route of the API leads here." }
    let writer = judged.origin.writer
    if let checked = judged.checkedCallers(of: code) { return "\(checked) can choose it." }
    switch (judged.exposure, judged.who) {
    case (.internet?, let who?), (.authenticated?, let who?), (.otherAccount?, let who?):
      return writer.map { "\(who) can choose it (\($0))." } ?? "\(who) can choose it."
    case (.account?, _), (.nobody?, _):
      return "It is chosen by \(writer ?? "identities and services of the account")."
    default:
      return writer.map { "It is chosen by \($0)." }
        ?? (judged.origin.trust == .secondOrder ? "It is as trustworthy as whoever wrote it." : nil)
    }
  }

  private func also(_ consequence: String) -> String? {
    let own = judged.flow.origin.title
    // A part of the value that was named already says nothing new.
    let titles = Set(
      others.map(\.origin).filter { origin in
        origin.title != own && !origin.title.hasPrefix(own + ".") && !origin.title.hasPrefix(own + "[")
      }.map(\.quotedTitle)
    ).sorted()
    guard !titles.isEmpty else { return nil }
    let shown = titles.prefix(3).joined(separator: ", ")
    // "… (a password) is written": the verb of what was said.
    let said = consequence.hasPrefix("(") ? consequence.drop { $0 != ")" }.dropFirst(2) : consequence[...]
    let isPassive = said.hasPrefix("is ")
    let verb =
      titles.count == 1 ? (isPassive ? "is" : "does") : (isPassive ? "are" : "do")
    let rest = titles.count > 3 ? " and \(titles.count - 3) other values" : ""
    return "So \(verb) \(shown)\(rest)."
  }

  /// What the attacker gains beyond the function.
  private var role: String? {
    guard [.osCommand, .codeExecution, .deserialization, .template].contains(judged.flow.kind) else {
      return nil
    }
    guard let data = context.graph.dataSummary(of: code.function) else { return nil }
    return "The function's role can reach \(data)."
  }

  private var warning: String? {
    guard let wrong = judged.flow.wrongSanitizers.first else { return nil }
    return "`\(wrong)` on the way does not prevent it."
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
