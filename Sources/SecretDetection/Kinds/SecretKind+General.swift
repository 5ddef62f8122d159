extension SecretKind {
  package static let privateKey = SecretKind(
    "privateKey", "a private key", .critical, "sign and decrypt as the key's owner")
  package static let encryptedPrivateKey = SecretKind(
    "encryptedPrivateKey", "a private key under a passphrase", .medium,
    "try passphrases without end, and use the key once one fits")
  package static let webToken = SecretKind(
    "webToken", "a JSON Web Token", .high, "act as the token's subject until it expires")
  package static let databaseAddress = SecretKind(
    "databaseAddress", "an address with a password in it", .critical, "read and change the database",
    isChosenByPeople: true)
  package static let connectionString = SecretKind(
    "connectionString", "a connection string with a password in it", .critical,
    "read and change the database", isChosenByPeople: true)
  /// A literal where a schema expects a password.
  package static let password = SecretKind(
    "password", "a password", .high, "log in with it", isChosenByPeople: true)
  /// A literal beside a name that promises a secret.
  package static let namedSecret = SecretKind(
    "namedSecret", "a secret by its name", .high, "use whatever it opens", isChosenByPeople: true)
}
