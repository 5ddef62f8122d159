internal import ApplicationModel

/// AWS managed policies that give more than a function needs.
enum ManagedPolicies {
  /// The name of an AWS managed policy; `nil` for a customer's own and for open text.
  static func name(of text: Text) -> String? {
    let pattern = text.pattern
    guard let last = pattern.split(separator: "/").last, !last.contains("$"), !last.contains(":") else {
      return nil
    }
    // SAM accepts the bare name.
    let isBare = text.literal != nil && !pattern.contains(":") && !pattern.contains("/")
    return isBare || pattern.contains(":aws:policy/") ? String(last) : nil
  }

  /// Policies with which a role may do anything, or make itself able to.
  static let administrative: Set<String> = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"]

  /// What a broad policy lets its holder do; `nil` for one that is narrow or unknown.
  static func reach(of name: String) -> String? {
    if let known = broad[name] { return known }
    guard name.hasSuffix("FullAccess") || name.hasSuffix("_FullAccess"), !unscoped.contains(name),
      !administrative.contains(name)
    else { return nil }
    return "use, change and delete every resource of the service in the account"
  }

  private static let broad: [String: String] = [
    "AWSCodeBuildDeveloperAccess": "start any build of the account with the rights of its project",
    "AWSLambdaInvocation-DynamoDB": "invoke every function of the account",
    "AWSLambdaRole": "invoke every function of the account",
    "AWSLambda_FullAccess": "replace the code of every function of the account and use its role",
    "AmazonDynamoDBFullAccess": "read, change and delete every table of the account",
    "AmazonDynamoDBReadOnlyAccess": "read every table of the account",
    "AmazonRDSFullAccess": "change, copy and delete every database of the account",
    "AmazonS3FullAccess": "read, overwrite and delete every object, and open every bucket of the account",
    "AmazonS3ReadOnlyAccess": "read every object of the account",
    "AmazonSESFullAccess": "send mail as every identity of the account",
    "AmazonSNSFullAccess": "publish to, open and delete every topic of the account",
    "AmazonSQSFullAccess": "read, write, open and delete every queue of the account",
    "AmazonSSMFullAccess": "read every parameter and run commands on every managed machine of the account",
    "AmazonSSMReadOnlyAccess": "read every parameter of the account",
    "CloudWatchFullAccess": "delete every alarm and log group of the account",
    "DatabaseAdministrator": "administer every database of the account",
    "DataScientist": "read the data and start the workloads of most services",
    "NetworkAdministrator": "change every network of the account",
    "ReadOnlyAccess": "read the data of every service of the account",
    "SecretsManagerReadWrite": "read, change and delete every secret of the account",
    "SecurityAudit": "read the configuration of the whole account",
    "SystemAdministrator": "administer most services of the account",
  ]

  /// Services whose actions take no resources, so that their full access is the only choice.
  private static let unscoped: Set<String> = [
    "AWSXRayDaemonWriteAccess", "AWSXrayFullAccess", "AmazonPollyFullAccess", "AmazonTextractFullAccess",
    "AmazonTranscribeFullAccess", "ComprehendFullAccess", "TranslateFullAccess",
  ]
}
