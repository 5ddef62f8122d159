internal import FindingModel

extension SecretKind {
  package static let privateKey = SecretKind(
    "privateKey", "a private key", .critical, "sign and decrypt as the key's owner")
  package static let encryptedPrivateKey = SecretKind(
    "encryptedPrivateKey", "a private key under a passphrase", .medium,
    "try passphrases without end, and use the key once one fits")
  package static let ageKey = SecretKind(
    "ageKey", "an age key", .critical, "decrypt what was encrypted for it")
  package static let wireGuardKey = SecretKind(
    "wireGuardKey", "a WireGuard private key", .critical, "join the network as its owner")
  package static let webToken = SecretKind(
    "webToken", "a JSON Web Token", .high, "act as the token's subject until it expires")
  package static let supabaseServiceKey = SecretKind(
    "supabaseServiceKey", "the service key of a Supabase project", .critical,
    "read and change the whole database", "https://supabase.com/dashboard/project/_/settings/api-keys")
  package static let databaseAddress = SecretKind(
    "databaseAddress", "an address with a password in it", .critical, "read and change the database",
    isChosenByPeople: true)
  package static let webAddress = SecretKind(
    "webAddress", "an address with a password in it", .high, "log in as the user that it names",
    isChosenByPeople: true)
  package static let connectionString = SecretKind(
    "connectionString", "a connection string with a password in it", .critical,
    "read and change the database", isChosenByPeople: true)
  package static let basicAuthorization = SecretKind(
    "basicAuthorization", "a user's password for HTTP", .high, "log in as the user",
    isChosenByPeople: true)
  package static let bearerToken = SecretKind(
    "bearerToken", "a bearer token in a header", .high, "call the service as the token's owner")
  package static let netrcPassword = SecretKind(
    "netrcPassword", "a password of a .netrc file", .high, "log in to the machine", isChosenByPeople: true)
  package static let registryPassword = SecretKind(
    "registryPassword", "a password of a package registry", .critical, "publish packages in its owner's name",
    isChosenByPeople: true)
  package static let dockerRegistryPassword = SecretKind(
    "dockerRegistryPassword", "a password of a container registry", .critical, "push and pull images",
    isChosenByPeople: true)
  package static let clusterKey = SecretKind(
    "clusterKey", "a client key of a Kubernetes cluster", .critical, "call the cluster as its user")
  package static let passwordHash = SecretKind(
    "passwordHash", "the hash of a password", .medium, "try passwords without end", isChosenByPeople: true)
  /// A literal where a schema expects a password.
  package static let password = SecretKind(
    "password", "a password", .high, "log in with it", isChosenByPeople: true)
  /// A literal beside a name that promises a secret.
  package static let namedSecret = SecretKind(
    "namedSecret", "a secret by its name", .high, "use whatever it opens", isChosenByPeople: true)

  static let general: [SecretKind] = [
    .privateKey, .encryptedPrivateKey, .ageKey, .wireGuardKey, .webToken, .supabaseServiceKey,
    .databaseAddress, .webAddress, .connectionString, .basicAuthorization, .bearerToken, .netrcPassword,
    .registryPassword, .dockerRegistryPassword, .clusterKey, .passwordHash, .password, .namedSecret,
  ]
}
