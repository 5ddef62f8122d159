internal import SecretDetection
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Environment variables whose literal value is a secret.
package struct EnvPlainSecret: Rule {
  package static let metadata = RuleMetadata(
    id: "sas7-env-plain-secret", risk: .insecureSecrets, title: "Secret in an environment variable",
    severity: .high, weaknesses: [798, 526],
    peers: [
      "checkov:CKV_AWS_45", "prowler:awslambda_function_no_secrets_in_variables",
    ],
    rationale: """
      The value stands in the repository, in the stack, and in the function's configuration, which many \
      people and tools may read without being able to change anything. Inside the function every package it \
      loads can read it, and a careless error page or log line prints it.
      """,
    blindSpots: """
      The name of the variable decides together with the form of its value. A word is taken for a password \
      only beside a name such as PASSWORD or JWT_SECRET; beside TOKEN or API_KEY it must look like one. \
      Names, paths and ARNs of secrets, numbers, switches and placeholders such as `changeme` are left out. \
      Tokens with a form of their own belong to `sas7-hardcoded-secret`.
      """,
    remediation: Remediation(
      "Change the secret, since it has been written down. Keep it in Secrets Manager, give the function the "
        + "secret's ARN and let it fetch the value at run time.",
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
          DB_SECRET_ARN: !Ref DatabaseSecret
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.writtenVariables.map { variable in
      guard let confidence = variable.plainSecret(in: context.application),
        let function = variable.functions.first
      else {
        guard let open = variable.openSecret else { return .pass }
        return .undetermined(
          reason: "'\(variable.name)' is \(open.text), which only the deployment can evaluate.",
          at: variable.location)
      }
      return .fail([
        finding(
          "The variable \(variable.title) holds a secret in plain text. Whoever reads the template, the "
            + "stack "
            + "or the function's configuration has it.", about: function, functions: variable.functions,
          at: variable.location, confidence: confidence, discriminator: variable.name, in: context)
      ])
    }
  }
}
