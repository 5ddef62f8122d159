internal import ApplicationModel

extension Statement {
  /// Whether a condition narrows which resources the statement reaches, so that `*` does not mean all.
  ///
  /// Conditions on the caller or the network (`aws:SourceIp`, `aws:SecureTransport`, `aws:RequestedRegion`)
  /// do not: the function is the caller, and so is whoever took it over.
  var isNarrowedByConditions: Bool { conditions.contains(where: \.narrowsResources) }
}

extension PolicyCondition {
  var narrowsResources: Bool {
    var name = operation.lowercased()
    if name.hasSuffix("ifexists") || name == "null" { return false }
    for prefix in ["forallvalues:", "foranyvalue:"] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    guard Self.narrowingOperations.contains(name), !values.isEmpty,
      !values.contains(where: { $0.literal == "*" })
    else { return false }
    let key = key.lowercased()
    return Self.narrowingKeys.contains(key) || Self.narrowingPrefixes.contains { key.hasPrefix($0) }
      || key.contains(":resourcetag/")
  }

  private static let narrowingOperations: Set<String> = [
    "stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "bool",
  ]

  /// Keys that describe the resource, or the service on whose behalf it is used.
  private static let narrowingKeys: Set<String> = [
    "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:viaawsservice",
    "cloudwatch:namespace", "dynamodb:leadingkeys", "ec2:vpc", "ec2:subnet", "ecs:cluster",
    "iam:associatedresourcearn", "iam:awsservicename", "iam:passedtoservice", "iam:permissionsboundary",
    "iam:policyarn", "kms:grantisforawsresource", "kms:requestalias", "kms:resourcealiases",
    "kms:viaservice", "lambda:functionarn", "rds:databasename", "s3:prefix", "secretsmanager:name",
    "secretsmanager:secretid", "ses:fromaddress", "sns:endpoint", "sns:protocol",
  ]

  private static let narrowingPrefixes = ["kms:encryptioncontext", "s3:existingobjecttag/", "s3:accesspoint"]
}
