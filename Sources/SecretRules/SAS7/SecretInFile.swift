package import FindingModel
package import RuleModel
internal import SecretDetection
internal import SecretFiles

/// Keys, tokens and passwords in settings, notebooks, data and whatever else lies beside the code.
package struct SecretInFile: TreeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-file", risk: .insecureSecrets, title: "Secret in a file of the project",
    severity: .high, weaknesses: [312, 538],
    peers: ["gitleaks:generic-api-key", "trivy:secret", "detect-secrets:KeywordDetector"],
    rationale: """
      Files of settings, recorded requests and outputs of notebooks are written once and copied often: into the \
      repository, into packages, into images. A secret in one of them is known to everyone who ever had a copy.
      """,
    blindSpots: """
      Tokens are known by their issuers' forms, other secrets by the names beside them. In documents, tables, logs, \
      lockfiles and translations only what has a form of its own or looks random counts. Files that git ignores are \
      not looked at unless they are packaged; binary files and those above 16 MB are not. What a template's own rules \
      report is left to them. In tests and examples the severity is one lower.
      """,
    remediation: Remediation(
      "Keep the new one in Secrets Manager or, as a SecureString, in the Parameter Store, and leave only its name here.",
      snippets: [
        .cloudFormation: """
        DatabaseSecret:
          Type: AWS::SecretsManager::Secret
          Properties:
            GenerateSecretString:
              SecretStringTemplate: '{"username": "shop"}'
              GenerateStringKey: password
        """,
        .python: """
        secret = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET_ARN"])
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
      "https://cwe.mitre.org/data/definitions/312.html",
    ])

  package init() {}

  package func findings(in tree: TreeContext) -> [Finding] {
    let keys = Set(tree.keys.map(\.path))
    return tree.secrets.filter { placed in
      let file = placed.first.file
      return !file.holdsCode && file.content != .dockerfile && !file.isKeyFile(placed)
        && !keys.contains(placed.first.location.path)
    }.numbered.map { finding(for: $0.placed, number: $0.number, in: tree) }
  }
}

extension FileKind {
  /// Whether the secret is the file: a private key in a file that is called one.
  func isKeyFile(_ placed: PlacedSecret) -> Bool {
    content == .key && ["privateKey", "encryptedPrivateKey"].contains(placed.first.secret.kind.rawValue)
  }
}
