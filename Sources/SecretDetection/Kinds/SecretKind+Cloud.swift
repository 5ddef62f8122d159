internal import FindingModel

extension SecretKind {
  package static let awsAccessKey = SecretKind(
    "awsAccessKey", "an AWS access key id", .high, "call AWS as its user, together with the secret key",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")
  package static let awsSecretKey = SecretKind(
    "awsSecretKey", "an AWS secret access key", .critical, "call AWS as the user it belongs to",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")
  package static let awsSessionToken = SecretKind(
    "awsSessionToken", "an AWS session token", .high,
    "call AWS as the role it was given for until it expires",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html")
  package static let awsMarketplaceToken = SecretKind(
    "awsMarketplaceToken", "an Amazon MWS token", .high, "read and change a seller's orders",
    "https://developer-docs.amazon.com/sp-api/docs/rotating-your-apps-lwa-credentials")
  package static let awsBedrockKey = SecretKind(
    "awsBedrockKey", "an Amazon Bedrock API key", .critical, "run models at the account's cost",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html")
  package static let awsAppSyncKey = SecretKind(
    "awsAppSyncKey", "an AWS AppSync API key", .medium, "query the API until the key expires",
    "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html")
  package static let googleKey = SecretKind(
    "googleKey", "a Google API key", .high, "call the Google APIs that the key allows, at the project's cost",
    "https://console.cloud.google.com/apis/credentials")
  package static let googleClientSecret = SecretKind(
    "googleClientSecret", "a Google OAuth client secret", .high, "pose as the application towards its users",
    "https://console.cloud.google.com/apis/credentials")
  package static let googleAccessToken = SecretKind(
    "googleAccessToken", "a Google OAuth access token", .high, "act as its user for an hour",
    "https://myaccount.google.com/permissions")
  package static let googleRefreshToken = SecretKind(
    "googleRefreshToken", "a Google OAuth refresh token", .critical,
    "act as its user until the access is withdrawn",
    "https://myaccount.google.com/permissions")
  package static let googleServiceAccount = SecretKind(
    "googleServiceAccount", "the key of a Google service account", .critical, "act as the service account",
    "https://console.cloud.google.com/iam-admin/serviceaccounts")
  package static let firebaseKey = SecretKind(
    "firebaseKey", "a Firebase Cloud Messaging server key", .high,
    "send messages to every device of the application",
    "https://firebase.google.com/docs/cloud-messaging/auth-server")
  package static let azureKey = SecretKind(
    "azureKey", "an Azure access key", .critical, "read and change what the account or namespace holds",
    "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage")
  package static let azureFunctionKey = SecretKind(
    "azureFunctionKey", "an Azure Functions key", .high,
    "call the function, or with the master key administer the host",
    "https://learn.microsoft.com/azure/azure-functions/function-keys-how-to")
  package static let azureSharedAccess = SecretKind(
    "azureSharedAccess", "an Azure shared access signature", .high,
    "do what the signature allows until it expires",
    "https://learn.microsoft.com/azure/storage/common/storage-sas-overview")
  package static let azureClientSecret = SecretKind(
    "azureClientSecret", "a client secret of Microsoft Entra ID", .critical, "log in as the application",
    "https://learn.microsoft.com/entra/identity-platform/quickstart-register-app")
  package static let azureDevOpsToken = SecretKind(
    "azureDevOpsToken", "an Azure DevOps personal access token", .critical,
    "read and change repositories and pipelines",
    "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate"
  )
  package static let digitalOceanToken = SecretKind(
    "digitalOceanToken", "a DigitalOcean token", .critical, "administer the account",
    "https://cloud.digitalocean.com/account/api/tokens")
  package static let herokuKey = SecretKind(
    "herokuKey", "a Heroku API key", .critical, "deploy, configure and delete the applications",
    "https://dashboard.heroku.com/account")
  package static let cloudflareToken = SecretKind(
    "cloudflareToken", "a Cloudflare token", .critical, "change the zones and workers that it covers",
    "https://dash.cloudflare.com/profile/api-tokens")
  package static let fastlyToken = SecretKind(
    "fastlyToken", "a Fastly token", .high, "change and purge the services",
    "https://manage.fastly.com/account/personal/tokens")
  package static let netlifyToken = SecretKind(
    "netlifyToken", "a Netlify token", .high, "deploy and delete the sites",
    "https://app.netlify.com/user/applications")
  package static let vercelToken = SecretKind(
    "vercelToken", "a Vercel token", .high, "deploy projects and read their variables",
    "https://vercel.com/account/tokens")
  package static let renderKey = SecretKind(
    "renderKey", "a Render API key", .high, "deploy services and read their variables",
    "https://dashboard.render.com/settings")
  package static let flyToken = SecretKind(
    "flyToken", "a Fly.io token", .critical, "deploy and destroy the organisation's machines",
    "https://fly.io/docs/security/tokens/")
  package static let supabaseKey = SecretKind(
    "supabaseKey", "a Supabase secret key", .critical, "read and change the whole database",
    "https://supabase.com/dashboard/project/_/settings/api-keys")
  package static let planetScaleToken = SecretKind(
    "planetScaleToken", "a PlanetScale token", .critical, "read and change the databases",
    "https://planetscale.com/docs/concepts/service-tokens")
  package static let alibabaKey = SecretKind(
    "alibabaKey", "an Alibaba Cloud access key id", .high, "call Alibaba Cloud, together with the secret",
    "https://ram.console.aliyun.com/manage/ak")
  package static let tencentKey = SecretKind(
    "tencentKey", "a Tencent Cloud secret id", .high, "call Tencent Cloud, together with the key",
    "https://console.cloud.tencent.com/cam/capi")
  package static let yandexKey = SecretKind(
    "yandexKey", "a Yandex Cloud API key", .high, "call Yandex Cloud as the service account",
    "https://yandex.cloud/docs/iam/operations/authentication/manage-api-keys")
  package static let scalewayKey = SecretKind(
    "scalewayKey", "a Scaleway access key", .medium, "call Scaleway, together with the secret key",
    "https://console.scaleway.com/iam/api-keys")
  package static let linodeToken = SecretKind(
    "linodeToken", "a Linode token", .critical, "administer the account",
    "https://cloud.linode.com/profile/tokens")
  package static let openShiftToken = SecretKind(
    "openShiftToken", "an OpenShift token", .high, "call the cluster as its user",
    "https://docs.openshift.com/container-platform/latest/authentication/managing-oauth-access-tokens.html")
  package static let tailscaleKey = SecretKind(
    "tailscaleKey", "a Tailscale key", .critical, "join machines to the network or administer it",
    "https://login.tailscale.com/admin/settings/keys")
  package static let mongoAtlasSecret = SecretKind(
    "mongoAtlasSecret", "a MongoDB Atlas service account secret", .critical, "administer the clusters",
    "https://www.mongodb.com/docs/atlas/configure-api-access/")
  package static let aivenToken = SecretKind(
    "aivenToken", "an Aiven password", .critical, "read and change the service's data",
    "https://aiven.io/docs/platform/howto/create_authentication_token")
  package static let databricksToken = SecretKind(
    "databricksToken", "a Databricks token", .critical, "read the workspace's data and run code in it",
    "https://docs.databricks.com/dev-tools/auth/pat.html")
  package static let snowflakeSecret = SecretKind(
    "snowflakeSecret", "a Snowflake password", .critical, "read and change the warehouse",
    "https://docs.snowflake.com/user-guide/programmatic-access-tokens")

  static let cloud: [SecretKind] = [
    .awsAccessKey, .awsSecretKey, .awsSessionToken, .awsMarketplaceToken, .awsBedrockKey, .awsAppSyncKey,
    .googleKey, .googleClientSecret, .googleAccessToken, .googleRefreshToken, .googleServiceAccount,
    .firebaseKey, .azureKey, .azureFunctionKey, .azureSharedAccess, .azureClientSecret, .azureDevOpsToken,
    .digitalOceanToken, .herokuKey, .cloudflareToken, .fastlyToken, .netlifyToken, .vercelToken, .renderKey,
    .flyToken, .supabaseKey, .planetScaleToken, .alibabaKey, .tencentKey, .yandexKey, .scalewayKey,
    .linodeToken, .openShiftToken, .tailscaleKey, .mongoAtlasSecret, .aivenToken, .databricksToken,
    .snowflakeSecret,
  ]
}
