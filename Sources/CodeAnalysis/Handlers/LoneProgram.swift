package import ApplicationModel
internal import Documents
internal import FindingModel
internal import SourceModel
internal import TaintEngine
internal import TemplateLoaders

extension CodeAnalyser {
  /// A program of which no template speaks, as an application of the handlers it plausibly holds.
  ///
  /// - Parameter roots: Folders of code whose handlers templates name: what else lies there serves them, unless
  ///   it is named as handlers are.
  /// - Returns: `nil` for a file without a function that looks like a handler.
  package func application(ofProgram path: String, besides roots: Set<String> = []) -> Application? {
    let isBeside = FilePath.ancestors(of: path).contains(where: roots.contains)
    guard let bytes = library.files.bytes(of: path), LoneProgram.mayHoldHandler(bytes),
      let module = library.module(path)
    else { return nil }
    let candidates = LoneProgram.plausible(of: engine.candidates(in: module), language: module.language)
      .filter { !isBeside || LoneProgram.isNamed($0, in: path) }
    guard !candidates.isEmpty else { return nil }
    let name = String(FilePath.name(of: path))
    var application = Application(
      name: name, path: path, dialect: module.language == .python ? .python : .javaScript,
      scenario: Scenario())
    application.functions = candidates.map { LoneProgram.function(for: $0, file: path) }
    return application
  }
}

extension [Application] {
  /// Folders in which their functions' code lies.
  package var codeRoots: Set<String> {
    Set(flatMap(\.functions).compactMap(\.codeRoot))
  }
}

/// Which functions of a file look as if the platform called them.
enum LoneProgram {
  /// A cheap look before parsing.
  static func mayHoldHandler(_ bytes: [UInt8]) -> Bool {
    let words: [StaticString] = ["handler", "Handler", "event", "lambda", "chalice"]
    return words.contains { bytes.containsText($0) }
  }

  /// Where some functions take what a handler takes or are called handlers, the others that take an event serve them.
  static func plausible(of candidates: [HandlerCandidate], language: SourceLanguage) -> [HandlerCandidate] {
    let plausible = candidates.filter { isPlausible($0) && isCallable($0, language: language) }
    let certain = plausible.filter { isCertain($0, language: language) }
    var places: Set<SourceLocation> = []
    // A function and what wraps it are one handler, known by the name that says so.
    let named = (certain.isEmpty ? plausible : certain).enumerated().sorted { left, right in
      let sides = [left, right].map { ($0.element.isCalledHandler ? 0 : 1, $0.offset) }
      return sides[0] < sides[1]
    }
    let chosen = Set(named.filter { places.insert($0.element.location).inserted }.map(\.offset))
    return named.sorted { $0.offset < $1.offset }.filter { chosen.contains($0.offset) }.map(\.element)
  }

  /// Whether function or file has the name that templates and the console give handlers.
  static func isNamed(_ candidate: HandlerCandidate, in path: String) -> Bool {
    let file = FilePath.name(of: path).split(separator: ".").first?.lowercased() ?? ""
    return ["handler", "index", "app", "lambda_function", "main"].contains(file)
      || ["handler", "lambda_handler", "lambdahandler"].contains(candidate.names.last?.lowercased() ?? "")
  }

  private static func isCertain(_ candidate: HandlerCandidate, language: SourceLanguage) -> Bool {
    // Python's handlers have to take the context; JavaScript's may leave it out.
    if language != .python, candidate.parameters.count == 1 { return true }
    let second = candidate.parameters.dropFirst().first?.lowercased()
    let isContext =
      second.map { $0.hasSuffix("context") || $0.hasSuffix("ctx") || $0.hasPrefix("_") } ?? false
    return isContext || candidate.isCalledHandler
  }

  /// Python's handlers are called with event and context: whatever takes the event alone serves them.
  private static func isCallable(_ candidate: HandlerCandidate, language: SourceLanguage) -> Bool {
    language != .python || candidate.parameters.count != 1 || candidate.isCalledHandler
  }

  static func isPlausible(_ candidate: HandlerCandidate) -> Bool {
    guard let last = candidate.names.last else { return false }
    let name = last.lowercased()
    if name.hasPrefix("test") { return false }
    let first = candidate.parameters.first?.lowercased() ?? ""
    let isEvent = ["event", "_event", "evt", "ev", "events", "lambda_event", "lambdaevent"].contains(first)
    if isEvent || takesEventApart(candidate.parameters.first ?? "") { return true }
    // A handler that needs nothing of its event has the name that the console gives it.
    if candidate.parameters.isEmpty { return ["handler", "lambdahandler", "lambda_handler"].contains(name) }
    return name.contains("handler") && (candidate.parameters.count >= 1 && candidate.parameters.count <= 3)
      && candidate.parameters.dropFirst().first.map { $0.lowercased().hasSuffix("context") } ?? false
  }

  /// Whether a parameter is a record of which fields are taken that only events have.
  private static func takesEventApart(_ parameter: String) -> Bool {
    guard parameter.hasPrefix("{"), parameter.hasSuffix("}") else { return false }
    let fields = parameter.dropFirst().dropLast().split(separator: ",")
    let known: Set<Substring> = [
      "Records", "queryStringParameters", "multiValueQueryStringParameters", "pathParameters",
      "requestContext",
      "rawPath", "rawQueryString", "httpMethod", "isBase64Encoded", "stageVariables", "detail-type",
      "awslogs",
    ]
    if fields.contains(where: known.contains) { return true }
    return ["body", "headers"].allSatisfy { fields.contains($0) }
  }

  static func function(for candidate: HandlerCandidate, file: String) -> Function {
    let location = candidate.location
    let stem = FilePath.name(of: file).split(separator: ".").dropLast().joined(separator: ".")
    let handler = ([stem] + candidate.names).joined(separator: ".")
    return Function(
      identity: ResourceIdentity(
        id: handler, name: handler, type: "AWS::Lambda::Function", location: location, isImplied: false),
      functionName: .absent,
      // The file's own language, so that a file of the same name in another is not taken for it.
      runtime: .known(file.hasSuffix(".py") ? "python" : "nodejs", at: location),
      handler: .known(handler, at: location),
      code: .local(path: "", at: location), role: .absent, environment: [], environmentKey: .absent,
      timeout: .absent,
      memory: .absent, ephemeralStorage: .absent, reservedConcurrency: .absent, tracing: .absent, layers: [],
      network: .absent, deadLetterTarget: .absent, codeSigning: .absent, recursiveLoop: .absent,
      snapStart: .absent,
      tenantIsolation: .absent,
      logging: LoggingConfiguration(logGroup: .absent, format: .absent, applicationLevel: .absent), tags: [])
  }
}

extension HandlerCandidate {
  fileprivate var isCalledHandler: Bool { names.last?.lowercased().contains("handler") ?? false }
}
