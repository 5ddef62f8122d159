internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Environment variables that make frameworks talk.
package struct DebugEnvironment: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas10-debug-env", risk: .verboseErrors, title: "Debug settings are on", severity: .medium,
    weaknesses: [489, 215, 209],
    rationale: """
      A debug switch makes frameworks answer errors with stack traces, settings and source lines, and makes loggers \
      write whole requests, tokens included. An attacker who can provoke an error reads how the function is built; \
      anyone who can read its logs reads its users' data.
      """,
    blindSpots: """
      Only switches of widely used frameworks and libraries are known. A variable that the code does not read does \
      no harm. Variables with a value of a stage that is not known here are left undecided.
      """,
    remediation: Remediation(
      "Remove the variable, or give it its production value and set the other in development only.",
      snippets: [
        .cloudFormation: "Environment:\n  Variables:\n    LOG_LEVEL: INFO",
        .serverlessFramework: "environment:\n  LOG_LEVEL: info",
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/powertools/python/latest/#environment-variables",
    ])

  /// What a variable's value turns on, in lower case; `nil` values mean any but off.
  private enum Effect {
    /// Errors are answered with internals.
    case errors
    /// Whole events or bodies are logged.
    case events
    /// Only more lines of log.
    case log
  }

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    var findings: [Finding] = []
    for variable in function.environment {
      guard case .known(let text, let location) = variable.value, let value = text.literal,
        let effect = Self.effect(of: variable.name, value: value)
      else { continue }
      findings.append(
        finding(
          message(function, variable.name, value, effect, in: context), about: function, at: location,
          severity: severity(effect, function, in: context), confidence: .medium,
          discriminator: variable.name,
          in: context))
    }
    return findings.isEmpty ? .pass : .fail(findings)
  }

  private func message(
    _ function: Function, _ name: String, _ value: String, _ effect: Effect, in context: RuleContext
  ) -> String {
    let setting = "'\(function.name)' runs with \(name)=\(value.prefix(20))"
    switch effect {
    case .errors:
      let who = context.graph.exposure(of: function) == .internet ? "anyone who provokes an error" : "callers"
      return "\(setting): \(who) may be answered with stack traces and settings."
    case .events:
      return "\(setting): whole events are written to the log, with the personal data and tokens in them."
    case .log: return "\(setting): libraries log requests and responses in detail."
    }
  }

  private func severity(_ effect: Effect, _ function: Function, in context: RuleContext) -> Severity {
    switch effect {
    case .errors: context.graph.exposure(of: function) >= .authenticated ? .medium : .low
    case .events: .medium
    case .log: .low
    }
  }

  private static func effect(of name: String, value: String) -> Effect? {
    let value = value.lowercased()
    let isOn = ["1", "true", "yes", "on"].contains(value)
    switch name.uppercased() {
    case "FLASK_DEBUG", "DJANGO_DEBUG", "APP_DEBUG": return isOn ? .errors : nil
    case "FLASK_ENV", "NODE_ENV", "RAILS_ENV", "RACK_ENV", "APP_ENV":
      return value == "development" ? .errors : nil
    case "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT": return value == "development" ? .errors : nil
    case "POWERTOOLS_LOGGER_LOG_EVENT", "POWERTOOLS_PARAMETERS_LOG_EVENT", "POWERTOOLS_DEV":
      return isOn ? .events : nil
    case "DEBUG": return value == "*" || isOn ? .log : nil
    case "LOG_LEVEL", "LOGLEVEL", "POWERTOOLS_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL":
      return ["debug", "trace", "silly"].contains(value) ? .log : nil
    case "SLS_DEBUG": return value == "*" || isOn ? .log : nil
    default: return nil
    }
  }
}
