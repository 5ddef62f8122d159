package import FindingModel
package import RuleModel
internal import SecretFiles

/// Secrets that become part of an image.
package struct DockerfileSecret: TreeRule {
  package static let metadata = RuleMetadata(
    id: "sas7-dockerfile-secret", risk: .insecureSecrets, title: "Secret in a Dockerfile",
    severity: .high, weaknesses: [538, 798],
    peers: ["trivy:DS031", "buildkit:SecretsUsedInArgOrEnv"],
    rationale: """
      `ENV` and `ARG` are written into the image's configuration, and what `RUN` uses into its history. Everyone who \
      can pull the image reads both with one command; a later instruction that unsets the variable changes nothing.
      """,
    blindSpots: """
      Values are judged by form and by the name of the variable. A value that the build passes with `--build-arg` \
      stands in no file and is not seen, though it ends in the image's history all the same.
      """,
    remediation: Remediation(
      """
      For what the build needs use a secret of BuildKit, which is in no layer; let the function fetch what it needs \
      when it runs.
      """,
      snippets: [
        .dockerfile: """
        RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci
        """
      ]),
    references: [
      "https://docs.docker.com/build/building/secrets/",
      "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/",
    ])

  package init() {}

  package func findings(in tree: TreeContext) -> [Finding] {
    tree.secrets.filter { $0.first.file.content == .dockerfile }.numbered.map {
      finding(for: $0.placed, number: $0.number, in: tree)
    }
  }
}
