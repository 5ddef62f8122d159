internal import ApplicationGraph
package import ApplicationModel
package import CodeAnalysis
package import FindingModel

/// A rule that judges what the code of one function does; nothing to say of code that was not read.
package protocol FunctionCodeRule: Rule {
  func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding]
}

extension FunctionCodeRule {
  package static var basis: RuleBasis { .code }

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.functions.map { function in
      guard let code = context.code[function], code.isRead else { return .notApplicable }
      let findings = findings(of: FunctionUnderTest(function: function, code: code), in: context)
      return findings.isEmpty ? .pass : .fail(findings.toldApart)
    }
  }
}

extension [Finding] {
  /// The same findings, with a number in those that only their place tells from an earlier one.
  ///
  /// The number is that of their order in the file, so that it stays when lines move.
  fileprivate var toldApart: [Finding] {
    var seen: [String: Int] = [:]
    var said: Set<Said> = []
    // One call that may be made in two ways is one place to repair.
    let different = sorted { $0.location < $1.location }.filter {
      said.insert(Said(location: $0.location, message: $0.message)).inserted
    }
    return different.map { finding in
      let count = seen[finding.fingerprint, default: 0] + 1
      seen[finding.fingerprint] = count
      return count == 1 ? finding : finding.numbered(count)
    }
  }
}

/// What a reader sees of a finding.
private struct Said: Hashable {
  let location: SourceLocation
  let message: String
}

extension Finding {
  fileprivate func numbered(_ number: Int) -> Finding {
    var copy = Finding(
      rule: rule, risk: risk, weaknesses: weaknesses, severity: severity, confidence: confidence,
      title: title, message: message, remediation: remediation, subject: subject, application: application,
      functions: functions, location: location, trace: trace, references: references,
      discriminator: discriminator + "|\(number)", condition: condition)
    copy.profile = profile
    return copy
  }
}

/// A function with what its code does.
package struct FunctionUnderTest: Sendable {
  package let function: Function
  package let code: FunctionCode

  package init(function: Function, code: FunctionCode) {
    self.function = function
    self.code = code
  }

  package var name: String { function.name }
}

extension Rule {
  /// A finding of this rule at a place in the code of a function; the advice is in the language of the file.
  package func finding(
    _ message: String, of function: Function, at location: SourceLocation, title: String? = nil,
    severity: Severity? = nil, confidence: Confidence = .high, trace: [TraceStep] = [], discriminator: String,
    in context: RuleContext
  ) -> Finding {
    let metadata = Self.metadata
    let dialect: Dialect =
      location.path.hasSuffix(".py")
      ? .python
      : [".yaml", ".yml", ".json", ".template"].contains(where: location.path.hasSuffix)
        ? context.application.dialect : .javaScript
    return Finding(
      rule: metadata.id, risk: metadata.risk, weaknesses: metadata.weaknesses,
      severity: severity ?? metadata.severity, confidence: confidence,
      title: title ?? metadata.title, message: message,
      remediation: metadata.remediation.text(for: dialect, name: function.name), subject: function.subject,
      application: context.application.path, functions: [function.name], location: location, trace: trace,
      references: metadata.references, discriminator: discriminator)
  }
}
