internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Packages installed while the function runs.
package struct RuntimeInstallation: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas6-runtime-install", risk: .vulnerableDependencies, title: "Packages are installed at run time",
    severity: .high, weaknesses: [494, 829],
    rationale:
      """
      What a package manager fetches while the function runs was never locked, scanned or reviewed, and \
      is fetched anew at every cold start: a package that is taken over today runs with the role's \
      rights a minute later.
      """,
    blindSpots:
      """
      Commands that are built from values are seen where their constant part names the package manager.
      """,
    remediation: Remediation(
      """
      Install when the function is built, from a lockfile.
      """,
      snippets: [
        .python: """
        # requirements.txt, installed when the function is built
        requests==2.32.3 --hash=sha256:...
        """,
        .javaScript: """
        // package.json, installed from the lockfile when the function is built: npm ci
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/python-package.html",
      "https://cwe.mitre.org/data/definitions/494.html",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    code.code.analysis.calls.compactMap { call in
      guard let command = call.installation else { return nil }
      return finding(
        "'\(code.name)' runs `\(command)` while it serves: the code it gets was never reviewed or locked.",
        of: code.function, at: call.location, discriminator: command, in: context)
    }
  }

}
