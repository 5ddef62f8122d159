/// Names of operations, in the spellings of the SDKs.
package enum OperationName {
  /// `GetObject` for `get_object`, `getObject`, `GetObjectCommand` and `paginateGetObject`.
  ///
  /// - Returns: `nil` for text that is no name.
  package static func canonical(_ spelling: String) -> String? {
    guard (1...120).contains(spelling.utf8.count),
      spelling.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    var name = spelling
    if name.contains("_") {
      name = name.split(separator: "_").map(capitalised).joined()
    }
    if name.hasPrefix("paginate"), name.count > 8 { name = String(name.dropFirst(8)) }
    if isCommand(name), !spelling.contains("_") { name = String(name.dropLast("Command".count)) }
    guard !name.isEmpty else { return nil }
    return capitalised(name[...])
  }

  /// Whether it is the class of a command, `GetObjectCommand`, and not an operation that is called so.
  private static func isCommand(_ name: String) -> Bool {
    name.hasSuffix("Command") && name.first?.isUppercase ?? false && name != "Command"
      && !endingInCommand.contains(name)
  }

  private static let endingInCommand: Set<String> = [
    "SendCommand", "CancelCommand", "ExecuteCommand", "SendManagedThingCommand",
    "InvokeAgentRuntimeCommand",
  ]

  /// For comparing: letters and digits only, lower case.
  static func normal(_ name: some StringProtocol) -> String {
    String(decoding: name.lowercased().utf8.filter(isLetterOrDigit), as: UTF8.self)
  }

  private static func capitalised(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Methods of clients that do not call the service.
  static func isLocal(_ name: String) -> Bool { local.contains(normal(name)) }

  private static let local: Set<String> = [
    "canpaginate", "close", "config", "destroy", "endpoint", "exceptions", "meta", "middlewarestack", "send",
    "promise", "on", "httprequest", "setupdrequestlisteners", "generatepresignedurl", "getpaginator",
    "getwaiter", "getsignedurl", "getsignedurlpromise", "waitfor", "makerequest",
    "makeunauthenticatedrequest", "getavailablesubresources", "load", "reload", "createset", "defineservice",
    "customizerequests", "getavailableservices", "createreadstream",
    "createwritestream", "eachpage", "abort", "then", "catch",
  ]

  /// Where the arguments of a call name the operation that is meant.
  package struct Indirection: Hashable, Sendable {
    /// Name of the argument, where it is given by name.
    package let parameter: String
    package let position: Int
    /// Position of the operation's own parameters; `nil` if a later call gives them.
    package let input: Int?
    package let isWaiter: Bool
  }

  /// The argument of `get_paginator`, `generate_presigned_url` or `waitFor` that names an operation.
  package static func argumentThatNamesOperation(of operation: String) -> Indirection? {
    switch normal(operation) {
    case "getpaginator":
      Indirection(parameter: "operation_name", position: 0, input: nil, isWaiter: false)
    case "getwaiter":
      Indirection(parameter: "waiter_name", position: 0, input: nil, isWaiter: true)
    case "generatepresignedurl":
      Indirection(parameter: "ClientMethod", position: 0, input: 1, isWaiter: false)
    case "getsignedurl", "getsignedurlpromise", "makerequest":
      Indirection(parameter: "operation", position: 0, input: 1, isWaiter: false)
    case "waitfor":
      Indirection(parameter: "state", position: 0, input: 1, isWaiter: true)
    default: nil
    }
  }

  /// - Parameter waiter: `object_exists`, `objectExists`, `waitUntilObjectExists`.
  static func operation(ofWaiter waiter: String, service: String) -> String? {
    var name = normal(waiter)
    for start in ["waituntil", "waitfor"] where name.hasPrefix(start) {
      name = String(name.dropFirst(start.count))
    }
    return waiters["\(service):\(name)"]
  }

  private static let waiters: [String: String] = [
    "s3:bucketexists": "HeadBucket", "s3:bucketnotexists": "HeadBucket", "s3:objectexists": "HeadObject",
    "s3:objectnotexists": "HeadObject", "dynamodb:tableexists": "DescribeTable",
    "dynamodb:tablenotexists": "DescribeTable", "dynamodb:exportcompleted": "DescribeExport",
    "dynamodb:importcompleted": "DescribeImport", "kinesis:streamexists": "DescribeStream",
    "kinesis:streamnotexists": "DescribeStream", "lambda:functionexists": "GetFunction",
    "lambda:functionactive": "GetFunctionConfiguration", "lambda:functionactivev2": "GetFunction",
    "lambda:functionupdated": "GetFunctionConfiguration", "lambda:functionupdatedv2": "GetFunction",
    "lambda:publishedversionactive": "GetFunctionConfiguration", "ec2:instancerunning": "DescribeInstances",
    "ec2:instancestopped": "DescribeInstances", "ec2:instanceterminated": "DescribeInstances",
    "ec2:instanceexists": "DescribeInstances", "ec2:instancestatusok": "DescribeInstanceStatus",
    "ec2:snapshotcompleted": "DescribeSnapshots", "ec2:imageavailable": "DescribeImages",
    "ec2:imageexists": "DescribeImages", "ec2:volumeavailable": "DescribeVolumes",
    "ecs:tasksstopped": "DescribeTasks", "ecs:tasksrunning": "DescribeTasks",
    "ecs:servicesstable": "DescribeServices", "ecs:servicesinactive": "DescribeServices",
    "cloudformation:stackcreatecomplete": "DescribeStacks", "cloudformation:stackexists": "DescribeStacks",
    "cloudformation:stackdeletecomplete": "DescribeStacks",
    "cloudformation:stackupdatecomplete": "DescribeStacks",
    "cloudformation:changesetcreatecomplete": "DescribeChangeSet",
    "cloudfront:invalidationcompleted": "GetInvalidation",
    "cloudfront:distributiondeployed": "GetDistribution",
    "rds:dbinstanceavailable": "DescribeDBInstances", "rds:dbinstancedeleted": "DescribeDBInstances",
    "rds:dbsnapshotavailable": "DescribeDBSnapshots", "rds:dbsnapshotcompleted": "DescribeDBSnapshots",
    "rds:dbclusteravailable": "DescribeDBClusters", "ssm:commandexecuted": "GetCommandInvocation",
    "acm:certificatevalidated": "DescribeCertificate", "iam:roleexists": "GetRole",
    "iam:userexists": "GetUser", "iam:policyexists": "GetPolicy",
    "iam:instanceprofileexists": "GetInstanceProfile",
    "route53:resourcerecordsetschanged": "GetChange",
    "rekognition:projectversionrunning": "DescribeProjectVersions",
    "elasticmapreduce:clusterrunning": "DescribeCluster", "elasticmapreduce:stepcomplete": "DescribeStep",
    "ecr:imagescancomplete": "DescribeImageScanFindings", "eks:clusteractive": "DescribeCluster",
  ]
}
