internal import SecretDetection
package import FindingModel
package import RuleModel
internal import SecretFiles

/// Keys, tokens and passwords written into programs.
package struct SecretInCode: TreeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-code", risk: .insecureSecrets, title: "Secret written into a program",
    severity: .high, weaknesses: [798, 540],
    peers: [
      "gitleaks:generic-api-key", "bandit:B105", "bandit:B106", "detect-secrets:KeywordDetector",
      "prowler:awslambda_function_no_secrets_in_code",
    ],
    rationale: """
      A program goes to everyone who reads the repository, its forks and its build logs, and with the package to \
      whoever may call GetFunction. A secret in it works for all of them, cannot be changed without a deployment, \
      and stays in the history after it was deleted.
      """,
    blindSpots: """
      Tokens are known by their issuers' forms, other secrets by the names beside them: a constant under an ordinary \
      name is not recognised, nor one that is put together of pieces or computed. A single word beside `password` is \
      reported by the profile `strict` only. In tests and examples the severity is one lower, and only what has a \
      form of its own or looks random counts. Arguments of calls that the handler reaches belong to \
      `sas7-hardcoded-credential`. Whether a key still works is not tried.
      """,
    remediation: Remediation(
      "Keep the new one in Secrets Manager and let the function fetch it when it starts.",
      snippets: [
        .python: """
        secret = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET_ARN"])
        """,
        .javaScript: """
        const { SecretString } = await new SecretsManagerClient({}).send(
          new GetSecretValueCommand({ SecretId: process.env.SECRET_ARN }));
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
      "https://cwe.mitre.org/data/definitions/798.html",
    ])

  package init() {}

  package func findings(in tree: TreeContext) -> [Finding] {
    tree.secrets.filter { $0.first.file.holdsCode }.numbered.map {
      finding(for: $0.placed, number: $0.number, in: tree)
    }
  }
}

extension FileKind {
  /// A program or a script; what a notebook or Dockerfile holds has rules of its own.
  var holdsCode: Bool {
    switch content {
    case .program, .packedProgram, .script: true
    case .configuration, .environment, .dockerfile, .notebook, .lockfile, .translation, .document, .data,
      .key, .other:
      false
    }
  }
}
