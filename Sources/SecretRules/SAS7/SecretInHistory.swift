package import FindingModel
package import RuleModel
internal import SecretDetection
internal import SecretFiles

/// Secrets that were deleted from the files but not from the history.
package struct SecretInHistory: TreeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-history", risk: .insecureSecrets, title: "Secret in the history of the repository",
    severity: .high, weaknesses: [540, 312],
    peers: ["gitleaks:git", "trufflehog:git"],
    rationale: """
      Whoever clones a repository gets every version of every file. A secret that a later commit deleted is one \
      command away, and programs that search public repositories look at exactly such commits.
      """,
    blindSpots: """
      Looked at only with `--history`. What no branch or tag leads to any more is not found, nor what a shallow clone \
      lacks. A secret that is still in the files is reported there and not again. Whether it was withdrawn since is \
      not known.
      """,
    remediation: Remediation(
      "To rewrite the history helps only where nobody has cloned it yet; withdrawing helps everywhere.",
      snippets: [
        .cloudFormation: """
        DatabaseSecret:
          Type: AWS::SecretsManager::Secret
          Properties:
            GenerateSecretString:
              SecretStringTemplate: '{"username": "shop"}'
              GenerateStringKey: password
        """
      ]),
    references: [
      "https://docs.github.com/en/code-security/secret-scanning/introduction/about-secret-scanning",
      "https://git-scm.com/docs/git-log",
    ])

  package init() {}

  package func findings(in tree: TreeContext) -> [Finding] {
    tree.past.map { past in
      let secret = past.secret
      let name = secret.location.path
      return finding(
        "The history holds \(secret.sentencePart), in '\(name)' since the commit \(past.commit.prefix(12)) of "
          + "\(past.day); the scanned files do not hold it. Whoever can clone the repository can "
          + "\(secret.secret.kind.power), until it is withdrawn.",
        at: secret.location, carriers: [], severity: secret.severity, confidence: secret.confidence,
        profile: secret.profile,
        advice: SecretAdvice.text(for: secret.secret.kind, metadata.remediation.advice),
        discriminator: "\(secret.secret.kind):\(secret.name ?? ""):\(past.commit):\(secret.location.line)")
    }
  }
}
