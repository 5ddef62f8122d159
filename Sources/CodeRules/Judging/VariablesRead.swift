internal import TaintEngine

extension Analysis {
  /// Names of environment variables that the code asks for.
  var variablesRead: Set<String> {
    var names: Set<String> = []
    func collect(_ value: ValueFact) {
      for text in value.texts {
        for part in text.parts { if case .environmentVariable(let name) = part { names.insert(name) } }
      }
      for origin in value.origins {
        if case .environmentVariable(let name) = origin.kind { names.insert(name) }
      }
      for inner in value.fields.values { collect(inner) }
      for inner in value.elements + value.construction { collect(inner) }
    }
    for call in calls {
      for argument in call.arguments { collect(argument.value) }
      if let receiver = call.receiver { collect(receiver) }
    }
    for response in responses { collect(response.value) }
    for flow in flows { if case .environmentVariable(let name) = flow.origin.kind { names.insert(name) } }
    return names.union(environmentRead)
  }

  var readsEnvironmentAsWhole: Bool { flows.contains { $0.origin.kind == .environment } }
}

/// Variables that the runtime, an extension or a common library reads, not the function's own code.
enum WellKnownVariables {
  static func isReadByOthers(_ name: String) -> Bool {
    let prefixes = [
      "AWS_", "POWERTOOLS_", "NODE_", "PYTHON", "DD_", "OTEL_", "SENTRY_", "NEW_RELIC_", "LUMIGO_", "SLS_",
      "LD_", "JAVA_",
      "LAMBDA_", "EPSAGON_", "DYNATRACE_", "DT_", "THUNDRA_", "HONEYCOMB_", "SSM_PARAMETER_STORE_",
      "PARAMETERS_SECRETS_",
    ]
    return prefixes.contains(where: name.hasPrefix)
      || ["TZ", "PATH", "HOME", "LANG", "DEBUG", "LOG_LEVEL", "STAGE", "NO_COLOR", "DEPLOYMENT_TIMESTAMP"]
        .contains(name)
  }
}
