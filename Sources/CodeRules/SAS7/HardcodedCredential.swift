internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Credentials written into calls.
package struct HardcodedCredential: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-hardcoded-credential", risk: .insecureSecrets, title: "A credential is written into the code",
    severity: .high, weaknesses: [798],
    peers: ["bandit:B106"],
    rationale:
      """
      A credential in the code is known to everybody who has ever had the repository, the package or a \
      backup of either, and stays the same until somebody changes the code.
      """,
    blindSpots:
      """
      Arguments are recognised by their names. Texts that look like placeholders are left out, but not \
      where a call of AWS makes them somebody's password. Credentials in other places are found by the rules on secrets.
      """,
    remediation: Remediation(
      """
      Give the function a role where the service is AWS's, and fetch other credentials from Secrets \
      Manager or the parameter store; revoke the one that was written down.
      """,
      snippets: [
        .python: """
        client = boto3.client("s3")  # the role's own credentials
        """,
        .javaScript: """
        const client = new S3Client({}); // the role's own credentials
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html",
      "https://cwe.mitre.org/data/definitions/798.html",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let cloudCalls = Set(code.code.cloudCalls.map(\.call))
    return code.code.analysis.calls.enumerated().flatMap { index, call in
      let written = call.writtenCredentials + (cloudCalls.contains(index) ? call.passwordsSet : [])
      return Set(written).sorted().map { name in
        finding(
          "'\(code.name)' gives `\(call.callee)` the credential `\(name)` as a constant: everybody who can read the code "
            + "or the package has it.", of: code.function, at: call.location, confidence: .medium,
          discriminator: call.callee + "|" + name, in: context)
      }
    }
  }

}
