internal import PolicyEngine

/// Whether an action writes, and whether the platform lets a policy scope it to resources.
enum ActionAccess {
  /// Whether a pattern of actions writes something that a policy could name.
  static func writes(_ pattern: ActionPattern) -> Bool {
    if unscopedServices.contains(pattern.service) { return false }
    let full = "\(pattern.service):\(pattern.name)"
    if unscoped.contains(where: { $0.matches(full) }) { return false }
    if verbs.contains(where: { pattern.name.hasPrefix($0) }) { return true }
    return pattern.name.hasPrefix("*") && commonWrites.contains { pattern.covers($0) }
  }

  /// Whether what is written is lost: deletion and its like.
  static func destroys(_ pattern: ActionPattern) -> Bool {
    ["delete", "terminate", "purge", "batchdelete", "reset"].contains { pattern.name.hasPrefix($0) }
      || ["change", "execute", "admin"].contains { pattern.name.hasPrefix($0) }
  }

  /// Whether it costs or annoys rather than harms: sending and asking.
  static func isMild(_ pattern: ActionPattern) -> Bool {
    mild.contains { $0.matches("\(pattern.service):\(pattern.name)") }
  }

  /// Services whose actions, or all that functions use of them, take no resource.
  static let unscopedServices: Set<String> = [
    "ce", "cloudwatch-telemetry", "comprehend", "comprehendmedical", "ec2messages", "geo-places", "health",
    "kendra-ranking", "mobileanalytics", "polly", "pricing", "ssmmessages", "support", "tag", "textract",
    "transcribe", "translate", "xray",
  ]

  /// Write actions that no policy can scope to a resource, or for which functions in practice cannot.
  private static let unscoped: [Glob] = [
    "acm:requestcertificate", "application-autoscaling:*", "autoscaling:set*", "cloudfront:create*",
    "cloudwatch:putmetricdata", "cloudwatch:putdashboard", "cognito-identity:get*",
    // Interfaces of functions in a VPC: the platform's own managed policy uses `*`.
    "ec2:*networkinterface*", "ec2:assignprivateipaddresses", "ec2:unassignprivateipaddresses",
    "ecr:getauthorizationtoken", "iot:attach*", "iot:update*configuration", "kms:generaterandom",
    // What every function needs to write its own log.
    "logs:createloggroup", "logs:createlogstream", "logs:putlogevents", "logs:putmetricfilter",
    "logs:createlogdelivery", "logs:updatelogdelivery", "logs:deletelogdelivery", "logs:putresourcepolicy",
    "mediaconvert:*", "mobiletargeting:phonenumbervalidate", "rekognition:detect*",
    // A message to a telephone number has no topic to name.
    "sns:publish", "sns:setsmsattributes", "sns:optinphonenumber",
    "ssm:putinventory", "ssm:updateinstanceinformation", "states:sendtask*",
    "events:puttargets", "events:putrule",
  ].map { Glob($0) }

  private static let mild: [Glob] = [
    "bedrock:invoke*", "cloudfront:createinvalidation", "events:putevents", "execute-api:*", "ses:send*",
    "sagemaker:invoke*", "iot:publish", "sns:subscribe", "sns:unsubscribe",
  ].map { Glob($0) }

  /// Beginnings of the names of writing actions.
  ///
  /// `Create` is left out: what is created has no name yet.
  private static let verbs = [
    "add", "admin", "associate", "attach", "authorize", "batchdelete", "batchput", "batchwrite", "cancel",
    "change", "copy", "delete", "deregister", "detach", "disable", "disassociate", "enable", "execute",
    "import", "invoke", "manageconnections", "modify", "partiqldelete", "partiqlinsert", "partiqlupdate",
    "promote", "publish", "purge", "put", "reboot", "register", "remove", "replace", "reset", "restore",
    "revoke", "rotate", "run", "send", "set", "start", "stop", "subscribe", "terminate", "transact",
    "update", "upload", "write",
  ]

  /// For patterns that begin with `*`.
  private static let commonWrites = [
    "dynamodb:putitem", "dynamodb:deleteitem", "s3:putobject", "s3:deleteobject", "sqs:sendmessage",
    "kinesis:putrecord", "ses:sendemail", "secretsmanager:putsecretvalue", "ssm:putparameter",
  ]
}
