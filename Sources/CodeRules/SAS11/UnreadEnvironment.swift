internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Variables that the code never reads.
package struct UnreadEnvironment: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas11-unread-environment", risk: .obsoleteParts, title: "An environment variable is never read",
    severity: .low, profile: .strict, weaknesses: [1164],
    rationale:
      """
      A variable that nothing reads is a leftover: a name of a table that is no longer used, an address \
      that is retired, a key that was never removed. Everybody who may look at the function's \
      configuration sees it.
      """,
    blindSpots:
      """
      Variables that a package or the runtime reads are known by name for the common ones only. \
      Functions whose code could not be read whole are left out.
      """,
    remediation: Remediation(
      """
      Delete it.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                TABLE: !Ref Table  # only what the code reads
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let analysis = code.code.analysis
    guard analysis.incomplete.isEmpty, !analysis.readsEnvironmentAsWhole else { return [] }
    let read = analysis.variablesRead
    let unread = code.function.environment.filter { variable in
      !read.contains(variable.name) && !WellKnownVariables.isReadByOthers(variable.name)
    }
    return unread.map { variable in
      finding(
        "No code of '\(code.name)' reads the variable `\(variable.name)`.", of: code.function,
        at: variable.location,
        confidence: .medium, discriminator: variable.name, in: context)
    }
  }

}
