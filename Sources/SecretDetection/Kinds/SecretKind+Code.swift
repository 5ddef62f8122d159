internal import FindingModel

extension SecretKind {
  package static let gitHubToken = SecretKind(
    "gitHubToken", "a GitHub token", .critical, "read and change the repositories that its owner may",
    "https://github.com/settings/tokens")
  package static let gitLabToken = SecretKind(
    "gitLabToken", "a GitLab token", .critical, "read and change the projects that its owner may",
    "https://docs.gitlab.com/security/tokens/")
  package static let bitbucketToken = SecretKind(
    "bitbucketToken", "a Bitbucket app password", .critical, "read and change repositories",
    "https://bitbucket.org/account/settings/app-passwords/")
  package static let atlassianToken = SecretKind(
    "atlassianToken", "an Atlassian API token", .critical, "read and change Jira and Confluence as its owner",
    "https://id.atlassian.com/manage-profile/security/api-tokens")
  package static let npmToken = SecretKind(
    "npmToken", "an npm token", .critical, "publish packages in its owner's name",
    "https://docs.npmjs.com/revoking-access-tokens")
  package static let pypiToken = SecretKind(
    "pypiToken", "a PyPI token", .critical, "publish packages in its owner's name",
    "https://pypi.org/manage/account/token/")
  package static let rubyGemsKey = SecretKind(
    "rubyGemsKey", "a RubyGems API key", .critical, "publish gems in its owner's name",
    "https://rubygems.org/profile/api_keys")
  package static let nuGetKey = SecretKind(
    "nuGetKey", "a NuGet API key", .critical, "publish packages in its owner's name",
    "https://www.nuget.org/account/apikeys")
  package static let dockerToken = SecretKind(
    "dockerToken", "a Docker Hub token", .critical, "push and pull images",
    "https://app.docker.com/settings/personal-access-tokens")
  package static let cratesToken = SecretKind(
    "cratesToken", "a crates.io token", .critical, "publish crates in its owner's name",
    "https://crates.io/settings/tokens")
  package static let clojarsToken = SecretKind(
    "clojarsToken", "a Clojars token", .critical, "publish jars in its owner's name",
    "https://clojars.org/tokens")
  package static let jFrogKey = SecretKind(
    "jFrogKey", "a JFrog key", .critical, "push and pull artifacts",
    "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens")
  package static let terraformToken = SecretKind(
    "terraformToken", "an HCP Terraform token", .critical, "change the infrastructure of its workspaces",
    "https://app.terraform.io/app/settings/tokens")
  package static let vaultToken = SecretKind(
    "vaultToken", "a HashiCorp Vault token", .critical, "read the secrets that its policies allow",
    "https://developer.hashicorp.com/vault/docs/commands/token/revoke")
  package static let pulumiToken = SecretKind(
    "pulumiToken", "a Pulumi token", .critical, "change the infrastructure of its stacks",
    "https://app.pulumi.com/account/tokens")
  package static let dopplerToken = SecretKind(
    "dopplerToken", "a Doppler token", .critical, "read the secrets that it covers",
    "https://docs.doppler.com/docs/revoking-access")
  package static let onePasswordToken = SecretKind(
    "onePasswordToken", "a 1Password token", .critical, "read the vaults that it covers",
    "https://developer.1password.com/docs/service-accounts/manage-service-accounts")
  package static let infisicalToken = SecretKind(
    "infisicalToken", "an Infisical token", .critical, "read the secrets that it covers",
    "https://infisical.com/docs/documentation/platform/token")
  package static let launchDarklyKey = SecretKind(
    "launchDarklyKey", "a LaunchDarkly key", .high, "read or change the flags",
    "https://app.launchdarkly.com/settings/authorization")
  package static let sonarToken = SecretKind(
    "sonarToken", "a SonarQube token", .high, "read the code's findings and change its projects",
    "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/")
  package static let snykToken = SecretKind(
    "snykToken", "a Snyk token", .high, "read the projects and their findings",
    "https://app.snyk.io/account")
  package static let postmanKey = SecretKind(
    "postmanKey", "a Postman API key", .high, "read collections and the secrets in them",
    "https://web.postman.co/settings/me/api-keys")
  package static let circleToken = SecretKind(
    "circleToken", "a CircleCI token", .critical, "run pipelines and read their variables",
    "https://app.circleci.com/settings/user/tokens")
  package static let buildkiteToken = SecretKind(
    "buildkiteToken", "a Buildkite token", .critical, "run builds and read their logs",
    "https://buildkite.com/user/api-access-tokens")
  package static let harnessKey = SecretKind(
    "harnessKey", "a Harness key", .critical, "run pipelines",
    "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys")
  package static let sourcegraphToken = SecretKind(
    "sourcegraphToken", "a Sourcegraph token", .high, "search and read the code",
    "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token")
  package static let prefectKey = SecretKind(
    "prefectKey", "a Prefect API key", .high, "run flows",
    "https://app.prefect.cloud/my/api-keys")
  package static let readMeKey = SecretKind(
    "readMeKey", "a ReadMe API key", .medium, "change the documentation",
    "https://docs.readme.com/main/reference/intro/authentication")
  package static let infracostKey = SecretKind(
    "infracostKey", "an Infracost API key", .low, "use the account's quota",
    "https://dashboard.infracost.io")

  static let code: [SecretKind] = [
    .gitHubToken, .gitLabToken, .bitbucketToken, .atlassianToken, .npmToken, .pypiToken, .rubyGemsKey,
    .nuGetKey, .dockerToken, .cratesToken, .clojarsToken, .jFrogKey, .terraformToken, .vaultToken,
    .pulumiToken, .dopplerToken, .onePasswordToken, .infisicalToken, .launchDarklyKey, .sonarToken,
    .snykToken, .postmanKey, .circleToken, .buildkiteToken, .harnessKey, .sourcegraphToken, .prefectKey,
    .readMeKey, .infracostKey,
  ]
}
