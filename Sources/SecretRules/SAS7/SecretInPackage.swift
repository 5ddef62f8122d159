package import FindingModel
package import RuleModel
internal import SecretDetection
internal import SecretFiles

/// Secrets that only the package of a function holds: in a file that git ignores, or inside an archive.
package struct SecretInPackage: TreeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-secret-in-package", risk: .insecureSecrets, title: "Secret in the package of a function",
    severity: .high, weaknesses: [538, 312],
    peers: ["prowler:awslambda_function_no_secrets_in_code", "gitleaks:generic-api-key"],
    rationale: """
      What lies in the folder of a function's code is packaged, whether git ignores it or not. Whoever may call \
      GetFunction downloads the package, and a flaw that reads files gives its content to callers.
      """,
    blindSpots: """
      What a build leaves out by its own settings is not known: `.npmignore`, `package.patterns` of the Serverless \
      Framework. Of ignored files only those are looked at whose names promise secrets, such as `.env`. Of archives \
      the user's own files are read, and not the packages of others in them.
      """,
    remediation: Remediation(
      "Keep the new one in Secrets Manager, and keep the file out of the folder that is packaged.",
      snippets: [
        .serverlessFramework: """
        package:
          patterns:
            - '!.env*'
        """,
        .cloudFormation: """
        CodeUri: src/  # a folder that holds nothing but code
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html",
      "https://cwe.mitre.org/data/definitions/538.html",
    ])

  package init() {}

  package func findings(in tree: TreeContext) -> [Finding] {
    tree.packaged.numbered.filter { !$0.placed.first.file.isKeyFile($0.placed) }.map { item in
      finding(for: item.placed, number: item.number, in: tree)
    }
  }
}
