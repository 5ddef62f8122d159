internal import ApplicationModel
internal import FindingModel

/// What all stacks of one tree share while it is evaluated under one set of assumptions.
final class EvaluationSession {
  /// A value assumed for a variable; `nil` for anything else than the constants.
  struct Assumed {
    let value: String?
    let constants: Set<String>
  }

  let limits: EvaluationLimits
  let library: TemplateLibrary
  let assumptions: [String: Assumed]

  private(set) var problems = ProblemList()
  private(set) var unresolved: Set<Unresolved> = []
  /// What undecided conditions depend on, in order of appearance.
  private(set) var uses: [ScenarioVariables.Use] = []
  /// `AllowedValues` of the parameters that are open.
  var allowedValues: [String: [String]] = [:]
  /// Values evaluated so far.
  private(set) var evaluated = 0
  private var depth = 0
  private var textBytes = 0
  private var values = 0
  private var templates = 1
  /// While a condition is evaluated, an open value is what the scenarios are about, and no news.
  private var conditionDepth = 0
  private var knownUses: Set<ScenarioVariables.Use> = []
  private var reportedLimits: Set<String> = []

  init(limits: EvaluationLimits, library: TemplateLibrary, assumptions: [String: Assumed] = [:]) {
    self.limits = limits
    self.library = library
    self.assumptions = assumptions
    problems.limit = limits.problems
  }

  // MARK: - Bounds

  /// Counts a value in, one level deeper, until `leave`.
  ///
  /// - Returns: `false` if a bound is hit.
  func enter(at place: SourceLocation) -> Bool {
    depth += 1
    evaluated += 1
    if depth > limits.depth {
      report("The values refer to each other deeper than the limit of \(limits.depth) levels.", at: place)
      return false
    }
    if evaluated > limits.evaluated {
      report("The template has more than \(limits.evaluated) values with its nested stacks.", at: place)
      return false
    }
    return true
  }

  func leave() { depth -= 1 }

  /// Counts text and values that a function makes; `false` if a bound is hit.
  func charge(textBytes: Int = 0, values: Int = 0, at place: SourceLocation) -> Bool {
    self.textBytes += textBytes
    self.values += values
    if self.textBytes > limits.textBytes {
      report("The template's functions make more than \(limits.textBytes) bytes of text.", at: place)
      return false
    }
    if self.values > limits.values {
      report("The template's functions make more than \(limits.values) values.", at: place)
      return false
    }
    return true
  }

  func countTemplate(at place: SourceLocation) -> Bool {
    templates += 1
    guard templates > limits.templates else { return true }
    report("More than \(limits.templates) templates are nested.", at: place)
    return false
  }

  /// A bound is worth one message: the thousandth place it was hit at says nothing more.
  private func report(_ message: String, at place: SourceLocation) {
    guard reportedLimits.insert(message).inserted else { return }
    add(TemplateProblem(at: place, message))
  }

  // MARK: - What was met

  func add(_ problem: TemplateProblem) { problems.add(problem) }

  func record(_ expression: Expression, at place: SourceLocation) {
    guard conditionDepth == 0, !expression.isPending else { return }
    switch expression.origin {
    case .parameter, .otherStack, .other:
      unresolved.insert(Unresolved(at: place, expression: expression.text))
    case .pseudoParameter, .attribute, .dynamicReference:
      // Known only at deployment by their nature: nothing the user could tell us.
      break
    }
  }

  func record(_ use: ScenarioVariables.Use) {
    if knownUses.insert(use).inserted { uses.append(use) }
  }

  func insideCondition<Result>(_ body: () -> Result) -> Result {
    conditionDepth += 1
    defer { conditionDepth -= 1 }
    return body()
  }
}

extension Expression {
  /// Stands for a value that hangs on an undecided condition; the scenarios decide it before anyone sees it.
  static let pending = Expression("\u{0}pending")

  var isPending: Bool { text == Expression.pending.text }

  /// How a scenario names it: a parameter by its name, anything else as written.
  var variableName: String {
    guard case .parameter(let name) = origin else { return text }
    let local = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name[...]
    return text == "!Ref " + local ? name : text
  }
}
