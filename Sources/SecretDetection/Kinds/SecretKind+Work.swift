internal import FindingModel

extension SecretKind {
  package static let linearKey = SecretKind(
    "linearKey", "a Linear API key", .high, "read and change issues",
    "https://linear.app/settings/account/security")
  package static let notionToken = SecretKind(
    "notionToken", "a Notion token", .high, "read and change the pages it was given",
    "https://www.notion.so/profile/integrations")
  package static let airtableToken = SecretKind(
    "airtableToken", "an Airtable token", .high, "read and change the bases",
    "https://airtable.com/create/tokens")
  package static let asanaToken = SecretKind(
    "asanaToken", "an Asana token", .high, "read and change tasks",
    "https://app.asana.com/0/my-apps")
  package static let figmaToken = SecretKind(
    "figmaToken", "a Figma token", .medium, "read the designs",
    "https://www.figma.com/settings")
  package static let dropboxToken = SecretKind(
    "dropboxToken", "a Dropbox token", .high, "read and change files",
    "https://www.dropbox.com/account/connected_apps")
  package static let contentfulToken = SecretKind(
    "contentfulToken", "a Contentful management token", .high, "change the content",
    "https://app.contentful.com/account/profile/cma_tokens")
  package static let algoliaKey = SecretKind(
    "algoliaKey", "an Algolia admin key", .high, "read and change the indexes",
    "https://dashboard.algolia.com/account/api-keys")
  package static let mapboxToken = SecretKind(
    "mapboxToken", "a Mapbox secret token", .high, "use and change the account",
    "https://account.mapbox.com/access-tokens/")
  package static let oktaToken = SecretKind(
    "oktaToken", "an Okta API token", .critical, "administer users and applications",
    "https://developer.okta.com/docs/guides/create-an-api-token/main/")
  package static let auth0Secret = SecretKind(
    "auth0Secret", "an Auth0 client secret", .critical, "log in as the application",
    "https://manage.auth0.com")
  package static let typeformToken = SecretKind(
    "typeformToken", "a Typeform token", .high, "read the answers",
    "https://admin.typeform.com/user/tokens")
  package static let frameToken = SecretKind(
    "frameToken", "a Frame.io token", .medium, "read and change the media",
    "https://developer.frame.io")

  static let work: [SecretKind] = [
    .linearKey, .notionToken, .airtableToken, .asanaToken, .figmaToken, .dropboxToken, .contentfulToken,
    .algoliaKey, .mapboxToken, .oktaToken, .auth0Secret, .typeformToken, .frameToken,
  ]
}
