internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import TaintEngine

/// Finds where a function's code starts programs, and which.
struct StartReader {
  private let code: FunctionCode
  private let texts: KnownTexts

  init(_ facts: FunctionFacts, _ code: FunctionCode) {
    self.code = code
    texts = KnownTexts(facts.function)
  }

  /// By place.
  func starts() -> [ProgramStart] {
    code.analysis.calls.compactMap { call in
      StartForm.of(call.callee).map { start(call, $0) }
    }.merged().sorted { $0.location < $1.location }
  }

  private func start(_ call: CallFact, _ form: StartForm) -> ProgramStart {
    var start = ProgramStart(callee: call.callee, at: call.location)
    start.influence = influence(on: call)
    switch form {
    case .interpreter: start.isOwnInterpreter = true
    case .commandLine(let position, let name): addLine(argument(call, position, name), to: &start)
    case .list(let position, let name):
      let value = argument(call, position, name)
      if let shell = call.argument(named: "shell"), shell.mayBeTrue {
        // A list given to a shell is its first element, and the rest are the shell's own arguments.
        addLine(value.flatMap { $0.elements.first ?? $0 }, to: &start)
      } else if let value, value.elements.isEmpty, !value.texts.isEmpty {
        addWords(value, to: &start)
      } else {
        addProgram(value?.elements.first, arguments: Array((value?.elements ?? []).dropFirst()), to: &start)
      }
      addProgramIfAny(call.argument(named: "executable"), to: &start)
    case .program(let position, let options):
      let value = call.argument(position)
      if options.contains(where: { call.argument($0)?.fields["shell"]?.mayBeTrue ?? false }) {
        addLine(value, to: &start)
      } else {
        let list = call.argument(position + 1)
        let rest = call.arguments.filter { ($0.position ?? -1) > position }.map(\.value)
        addProgram(value, arguments: list.map { $0.elements.isEmpty ? rest : $0.elements } ?? [], to: &start)
      }
    }
    return start
  }

  private func argument(_ call: CallFact, _ position: Int, _ name: String?) -> ValueFact? {
    // Of the shells' calls the name of the argument differs from one to the next.
    call.argument(position, name) ?? call.argument(named: "cmd")
  }

  // MARK: What it is

  private func addLine(_ value: ValueFact?, to start: inout ProgramStart) {
    start.usesShell = true
    let lines = texts.lines(of: value)
    if lines.isEmpty { start.isOpen = true }
    for line in lines { add(ShellText(line), to: &start) }
  }

  /// A line that is split at blanks, without a shell.
  private func addWords(_ value: ValueFact, to start: inout ProgramStart) {
    for line in texts.lines(of: value) {
      let first = line.split(separator: " ").first.map(String.init) ?? ""
      add(program: first, to: &start)
    }
  }

  private func addProgram(_ value: ValueFact?, arguments: [ValueFact], to start: inout ProgramStart) {
    let names = texts.lines(of: value)
    if names.isEmpty { start.isOpen = true }
    for name in names {
      add(program: name, to: &start)
      let base = name.split(separator: "/").last.map(String.init) ?? name
      let lines = arguments.flatMap { texts.lines(of: $0) }
      if ["sh", "bash", "dash", "ash"].contains(base) {
        start.usesShell = true
        addScript(lines, isComplete: lines.count >= arguments.count, to: &start)
      } else if ShellText.isLoader(base), let program = lines.first(where: { !$0.hasPrefix("-") }) {
        start.throughLoader.insert(program)
      }
    }
  }

  /// What follows `sh -c`.
  private func addScript(_ lines: [String], isComplete: Bool, to start: inout ProgramStart) {
    guard let option = lines.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") }) else {
      start.isOpen = start.isOpen || !isComplete
      return
    }
    let scripts = lines[(option + 1)...].prefix(1)
    if scripts.isEmpty { start.isOpen = true }
    for script in scripts { add(ShellText(script), to: &start) }
  }

  private func addProgramIfAny(_ value: ValueFact?, to start: inout ProgramStart) {
    guard let value else { return }
    addProgram(value, arguments: [], to: &start)
  }

  private func add(program name: String, to start: inout ProgramStart) {
    if name.isEmpty || name.contains(ShellText.open) {
      start.isOpen = true
    } else {
      start.programs.insert(name)
    }
  }

  private func add(_ text: ShellText, to start: inout ProgramStart) {
    start.programs.formUnion(text.programs)
    start.throughLoader.formUnion(text.throughLoader)
    start.isOpen = start.isOpen || text.hasOpenProgram
  }

  // MARK: Who has a say

  /// Who may put something into the command, by the flows that end in the call.
  private func influence(on call: CallFact) -> String? {
    let kinds: Set<SinkKind> = [.osCommand, .commandArgument, .codeExecution]
    let own = code.analysis.flows.filter { kinds.contains($0.kind) && $0.location == call.location }.map(
      \.origin)
    let linked = code.linkedFlows.filter { kinds.contains($0.flow.kind) && $0.flow.location == call.location }
      .map(\.origin)
    guard let worst = (own + linked).filter({ $0.trust > .trusted }).max(by: { $0.trust < $1.trust }) else {
      return nil
    }
    return worst.phrase
  }
}

extension Origin {
  /// What it is, for a comment: `the field queryStringParameters.url of the event`.
  var phrase: String {
    switch kind {
    case .event(let path): "the event's \(path)"
    case .request(let path): "the request's \(path)"
    case .stored(let what, _): "what is stored in \(what)"
    case .remote(let what), .secret(let what), .modelOutput(let what): what
    case .environmentVariable(let name): "the variable \(name)"
    case .environment: "the environment"
    case .error: "an error"
    }
  }
}

extension ValueFact {
  var mayBeTrue: Bool {
    constants.contains(.boolean(true)) || !texts.isEmpty || (constants.isEmpty && isOpen)
  }
}

extension [ProgramStart] {
  /// One for each place and callee: the engine meets a call once for each way to it.
  fileprivate func merged() -> [ProgramStart] {
    var order: [SourceLocation] = []
    var byPlace: [SourceLocation: ProgramStart] = [:]
    for start in self {
      guard var known = byPlace[start.location] else {
        order.append(start.location)
        byPlace[start.location] = start
        continue
      }
      known.programs.formUnion(start.programs)
      known.throughLoader.formUnion(start.throughLoader)
      known.usesShell = known.usesShell || start.usesShell
      known.isOpen = known.isOpen || start.isOpen
      known.isOwnInterpreter = known.isOwnInterpreter || start.isOwnInterpreter
      known.influence = known.influence ?? start.influence
      byPlace[start.location] = known
    }
    return order.compactMap { byPlace[$0] }
  }
}
