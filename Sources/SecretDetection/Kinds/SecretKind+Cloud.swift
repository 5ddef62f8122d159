extension SecretKind {
  private static let awsUsers =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"

  package static let awsAccessKey = SecretKind(
    "awsAccessKey", "an AWS access key id", .high, "call AWS as its user, together with the secret key",
    awsUsers)
  package static let awsSecretKey = SecretKind(
    "awsSecretKey", "an AWS secret access key", .critical, "call AWS as the user it belongs to", awsUsers)
}
