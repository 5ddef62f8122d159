/// What the user asks of the lab besides the function itself.
package struct LabOptions: Sendable {
  /// Program to use instead of the one on PATH.
  package var interpreter: String?
  package var isLambdaLike = false
  package var hasNoNetwork = false
  /// Leaves out namespaces, as if the system refused them.
  package var hasNoNamespaces = false
  package var credentials: LabCredentials = .fake()
  /// JSON that a mobile SDK would send along.
  package var clientContext: String?
  /// JSON that says who a mobile application's user is.
  package var cognitoIdentity: String?
  /// Longest time of an initialisation before the first invocation.
  package var initialisationLimit = Duration.seconds(10)

  package init() {}
}
