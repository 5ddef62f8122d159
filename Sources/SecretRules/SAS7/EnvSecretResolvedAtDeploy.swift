internal import SecretDetection
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Secrets that the deployment copies into environment variables.
package struct EnvSecretResolvedAtDeploy: Rule {
  package static let metadata = RuleMetadata(
    id: "sas7-env-secret-resolved-at-deploy", risk: .insecureSecrets,
    title: "Secret copied into an environment variable", severity: .medium, weaknesses: [526, 522],
    peers: ["checkov:CKV_AWS_45"],
    rationale: """
      The secret is kept well, and then the deployment copies it into the function's configuration. There \
      it is plain text for everyone with `lambda:GetFunctionConfiguration`, which read-only roles have, and \
      it stays the old value when the secret is rotated.
      """,
    blindSpots: """
      Values from the deployer's shell (`${env:…}`) and from the Parameter Store count if the variable's \
      name speaks of a secret. Whether a hidden parameter really holds one is not known; NoEcho says so.
      """,
    remediation: Remediation(
      "Give the function the name or the ARN, and let it fetch the secret at run time; the AWS parameters "
        + "and "
        + "secrets extension keeps it in memory.",
      snippets: [
        .sam: """
        Environment:
          Variables:
            DB_SECRET_ARN: !Ref DatabaseSecret
        Policies:
          - AWSSecretsManagerGetSecretValuePolicy:
              SecretArn: !Ref DatabaseSecret
        """,
        .cloudFormation: """
        Environment:
          Variables:
            DB_SECRET_ARN: !Ref DatabaseSecret
        """,
        .serverlessFramework: """
        environment:
          DB_SECRET_NAME: /shop/db/password
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let copies = context.application.writtenVariables.compactMap { variable in
      variable.deployedSecret(in: context.application).map { (variable: variable, source: $0) }
    }
    // One decision, to hand secrets over by the environment, is one finding for its functions.
    let groups = Dictionary(grouping: copies) { $0.variable.functions.map(\.id) }
    let findings = groups.values.compactMap { group -> Finding? in
      guard let first = group.first, let function = first.variable.functions.first else { return nil }
      let others = group.dropFirst().map { "'\($0.variable.name)'" }
      let more =
        others.isEmpty
        ? ""
        : " The same holds for \(others.prefix(4).joined(separator: ", "))"
          + (others.count > 4 ? " and \(others.count - 4) more." : ".")
      return finding(
        "The deployment copies \(first.source) into the variable \(first.variable.title), where everyone "
          + "who may "
          + "read the function's configuration sees it.\(more)", about: function,
        functions: first.variable.functions, at: first.variable.location,
        trace: group.dropFirst().map {
          TraceStep(at: $0.variable.location, note: "'\($0.variable.name)' gets \($0.source)")
        }, discriminator: group.map(\.variable.name).sorted().joined(separator: ","), in: context)
    }.sorted { $0.location < $1.location }
    return findings.isEmpty ? [.pass] : [.fail(findings)]
  }
}
