internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Variables that put other code before the handler.
package struct RuntimeHookEnvironment: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-runtime-hook-environment", risk: .insecureDeployment,
    title: "Variable loads code before the handler",
    severity: .medium, weaknesses: [427, 426],
    rationale: """
      Interpreters read variables that name code to load first: a wrapper, a preloaded library, a Java \
      agent. Whatever they name sees every event, credential and answer before the handler does, and no \
      review of the function's own code finds it. Below /tmp it is worse: that folder is writable, so a \
      single request that writes a file becomes code that stays as long as the instance lives.
      """,
    blindSpots: """
      Code of the package itself, of one's own layers and of known publishers' layers is taken as meant. The \
      content of none is looked at. Variables set by code at run time are not seen.
      """,
    remediation: Remediation(
      """
      Remove the variable, or have it name code of your package or of a layer you publish.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            Layers: [!Ref Instrumentation]
            Environment:
              Variables:
                AWS_LAMBDA_EXEC_WRAPPER: /opt/instrument
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            Layers: [!Ref Instrumentation]
            Environment:
              Variables:
                AWS_LAMBDA_EXEC_WRAPPER: /opt/instrument
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let uses = context.application.writtenFunctions.flatMap { function in
      function.environment.filter { RuntimeHook(variable: $0.name) != nil }.map {
        Use(function: function, variable: $0)
      }
    }
    // A variable written once for all functions is one flaw.
    let groups = Dictionary(grouping: uses) { $0.variable }
    return groups.keys.sorted { $0.location < $1.location }.map { variable in
      verdict(on: variable, of: (groups[variable] ?? []).map(\.function), in: context)
    }
  }

  private struct Use {
    let function: Function
    let variable: NamedText
  }

  private func verdict(on variable: NamedText, of functions: [Function], in context: RuleContext) -> Verdict {
    guard let hook = RuntimeHook(variable: variable.name) else { return .notApplicable }
    switch variable.value {
    case .absent: return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "\(variable.name) is \(expression)", at: location)
    case .known(let text, let location):
      guard let load = hook.load(in: text.pattern) else { return .pass }
      let origins = functions.flatMap { function in
        function.layers.map { LayerOrigin($0.value, trusted: context.settings.trustedAccounts) }
      }
      let isImage = functions.contains { if case .image = $0.code { true } else { false } }
      switch load.explanation(layers: origins, isImage: isImage) {
      case .explained: return .pass
      case .open(let what):
        return .undetermined(reason: "\(variable.name) loads code of a layer that is \(what)", at: location)
      case .suspicious(let why, let severity):
        let judged = finding(
          "\(variable.name) of \(functions.enumeration) \(why)", aboutEach: functions, at: variable.location,
          severity: severity, confidence: severity == .high ? .high : .medium, discriminator: variable.name,
          in: context)
        return .fail([judged].compactMap { $0 })
      }
    }
  }
}
