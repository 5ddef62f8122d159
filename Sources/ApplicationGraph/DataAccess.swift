package import ApplicationModel
internal import PolicyEngine

extension ApplicationGraph {
  /// Services whose reading gives away data, by what they hold.
  private static let stores: [(probe: String, what: String)] = [
    ("secretsmanager:GetSecretValue", "secrets"), ("ssm:GetParameter", "parameters"),
    ("s3:GetObject", "objects in buckets"), ("dynamodb:GetItem", "tables"), ("dynamodb:Query", "tables"),
    ("rds-data:ExecuteStatement", "databases"), ("kms:Decrypt", "encryption keys"),
    ("cognito-idp:AdminGetUser", "user accounts"),
  ]

  /// What sensitive data the function's role reaches, `secrets and tables`; `nil` for none known.
  package func dataSummary(of function: Function) -> String? {
    let statements = statements(of: function).filter(\.allows)
    if statements.contains(where: { $0.coversEveryAction && $0.coversEveryResource }) { return "everything" }
    var found: [String] = []
    for (probe, what) in Self.stores where !found.contains(what) {
      if statements.contains(where: { $0.covers(action: probe) }) { found.append(what) }
    }
    guard let last = found.last else { return nil }
    return found.count == 1 ? last : found.dropLast().joined(separator: ", ") + " and " + last
  }
}
