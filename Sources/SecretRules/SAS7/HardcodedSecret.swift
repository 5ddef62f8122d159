internal import SecretDetection
internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel
internal import SecretDetection

/// Keys, tokens and passwords written into a template.
package struct HardcodedSecret: Rule {
  package static let metadata = RuleMetadata(
    id: "sas7-hardcoded-secret", risk: .insecureSecrets, title: "Secret written into the template",
    severity: .high, weaknesses: [798, 312],
    peers: [
      "checkov:CKV_AWS_41", "checkov:CKV_AWS_45", "checkov:CKV_AWS_46", "checkov:CKV_SECRET_2", "cfn_nag:F23",
      "cfn_nag:F24", "prowler:awslambda_function_no_secrets_in_variables", "gitleaks:aws-access-token",
    ],
    rationale: """
      A template is read by everyone who reads the repository, its forks, its build logs and the stack in \
      the console. A key in it works for all of them, and goes on working after it was deleted from the \
      file, because the history keeps it. Keys in public repositories are tried within minutes.
      """,
    blindSpots: """
      Tokens are known by the form their issuers gave them, passwords by the properties that the platform \
      expects them in; a token without a form of its own is only found by the name of its variable, by \
      `sas7-env-plain-secret`. Whether a key still works is not tried. The keys of AWS's documentation, \
      which end in EXAMPLE, and addresses of local databases are left out.
      """,
    remediation: Remediation(
      "Withdraw the secret at its issuer: deleting it here does not. Keep the new one in Secrets Manager "
        + "and let "
        + "the function fetch it at run time.",
      snippets: [
        .cloudFormation: """
        DatabaseSecret:
          Type: AWS::SecretsManager::Secret
          Properties:
            GenerateSecretString:
              SecretStringTemplate: '{"username": "shop"}'
              GenerateStringKey: password
              ExcludeCharacters: '"@/\\'
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html",
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    // One secret in ten variables is one secret to withdraw.
    var bySecret: [DetectedSecret: [Occurrence]] = [:]
    for occurrence in context.hardcodedSecrets { bySecret[occurrence.secret, default: []].append(occurrence) }
    let findings = bySecret.values.map { occurrences in
      finding(for: occurrences.sorted { $0.location < $1.location }, in: context)
    }.sorted { ($0.location, $0.discriminator) < ($1.location, $1.discriminator) }
    return findings.isEmpty ? [.pass] : [.fail(findings)]
  }

  private func finding(for occurrences: [Occurrence], in context: RuleContext) -> Finding {
    // Grouping never leaves an empty group.
    let first = occurrences[0]
    let functions = Set(occurrences.compactMap(\.resource)).sorted().flatMap {
      context.graph.functions(affectedBy: $0)
    }
    var locations: Set<SourceLocation> = [first.location]
    let others = occurrences.filter { locations.insert($0.location).inserted }
    let withdrawal = first.secret.kind.withdrawal.map { " It is withdrawn at \($0)." } ?? ""
    let more = others.isEmpty ? "" : " It stands in \(others.count + 1) places."
    return finding(
      "\(first.place.capitalizedFirst) holds \(first.secret.kind.title): \(first.secret). Everyone who can "
        + "read the template or the stack has it, and can \(first.secret.kind.power).\(withdrawal)\(more)",
      subject: first.subject, name: first.subject.name, functions: functions, at: first.location,
      severity: first.secret.severity, confidence: first.secret.confidence,
      trace: others.map { TraceStep(at: $0.location, note: "the same secret in \($0.place)") },
      discriminator: first.secret.kind.rawValue + ":" + first.keys.joined(separator: "."), in: context)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
