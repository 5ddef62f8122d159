/// S3: objects, buckets, transfers.
extension OperationTable {
  private static let bucket: ResourceTemplate = "arn:aws:s3:::{Bucket}"
  private static let object: ResourceTemplate = "arn:aws:s3:::{Bucket}/{Key}"
  private static let copySource: [ResourceTemplate] = [
    "arn:aws:s3:::{CopySource}", "arn:aws:s3:::{CopySource.Bucket}/{CopySource.Key}",
  ]

  private static func s3(
    _ name: String, _ actions: [NeededAction], _ data: [DataOperation] = [], positional: [String] = [],
    input: String? = nil
  ) -> Entry {
    Entry(service: "s3", name: name, actions: actions, data: data, positional: positional, input: input)
  }

  private static func ofObject(_ name: String, _ action: String? = nil, version: String? = nil) -> Entry {
    let action = "s3:\(action ?? name)"
    guard let version else { return s3(name, [NeededAction(action, object)]) }
    return s3(
      name,
      [
        NeededAction(action, object, .unlessGiven(parameter: "VersionId")),
        NeededAction("s3:\(version)", object, .ifGiven(parameter: "VersionId")),
      ])
  }

  private static let read = DataOperation(.read, .bucket, ["Bucket"], key: ["Key"])
  private static let remove = DataOperation(.delete, .bucket, ["Bucket"], key: ["Key"])

  private static func write(payload: [String]) -> DataOperation {
    DataOperation(
      .write, .bucket, ["Bucket"], key: ["Key"], payload: payload, [.attributes: ["Metadata", "Tagging"]])
  }

  private static func reading(_ name: String, positional: [String] = []) -> Entry {
    s3(
      name,
      [
        NeededAction("s3:GetObject", object, .unlessGiven(parameter: "VersionId")),
        NeededAction("s3:GetObjectVersion", object, .ifGiven(parameter: "VersionId")),
      ], [read], positional: positional)
  }

  private static let writing = [
    NeededAction("s3:PutObject", object),
    NeededAction("s3:PutObjectAcl", object, .ifGiven(parameter: "ACL")),
    NeededAction("s3:PutObjectTagging", object, .ifGiven(parameter: "Tagging")),
    NeededAction("s3:PutObjectRetention", object, .ifGiven(parameter: "ObjectLockRetainUntilDate")),
    NeededAction("s3:PutObjectLegalHold", object, .ifGiven(parameter: "ObjectLockLegalHoldStatus")),
  ]

  private static let transferring =
    writing + [NeededAction("s3:AbortMultipartUpload", object, .ifTrue("an upload in parts fails"))]

  private static let copying: [NeededAction] =
    [
      NeededAction("s3:GetObject", copySource),
      NeededAction("s3:GetObjectTagging", copySource, .ifTrue("the source has tags")),
    ] + writing

  static let objects: [Entry] = [
    reading("GetObject"), reading("HeadObject"), reading("SelectObjectContent"), reading("GetObjectTorrent"),
    ofObject("GetObjectAttributes", version: "GetObjectVersionAttributes"),
    ofObject("GetObjectAcl", version: "GetObjectVersionAcl"),
    ofObject("GetObjectTagging", version: "GetObjectVersionTagging"),
    ofObject("PutObjectAcl", version: "PutObjectVersionAcl"),
    ofObject("PutObjectTagging", version: "PutObjectVersionTagging"),
    ofObject("DeleteObjectTagging", version: "DeleteObjectVersionTagging"),
    ofObject("GetObjectLegalHold"), ofObject("PutObjectLegalHold"), ofObject("GetObjectRetention"),
    ofObject("PutObjectRetention"), ofObject("RestoreObject"),
    s3("PutObject", writing, [write(payload: ["Body"])]),
    s3("PostObject", writing, [write(payload: [])]),
    s3("CreatePresignedPost", writing, [write(payload: [])]),
    s3("GeneratePresignedPost", writing, [write(payload: [])], positional: ["Bucket", "Key"]),
    s3(
      "DeleteObject",
      [
        NeededAction("s3:DeleteObject", object, .unlessGiven(parameter: "VersionId")),
        NeededAction("s3:DeleteObjectVersion", object, .ifGiven(parameter: "VersionId")),
        NeededAction(
          "s3:BypassGovernanceRetention", object, .ifGiven(parameter: "BypassGovernanceRetention")),
      ], [remove]),
    s3(
      "DeleteObjects",
      [
        NeededAction("s3:DeleteObject", "arn:aws:s3:::{Bucket}/{Delete.Objects[].Key}"),
        NeededAction(
          "s3:DeleteObjectVersion", "arn:aws:s3:::{Bucket}/{Delete.Objects[].Key}",
          .ifGiven(parameter: "Delete.Objects[].VersionId")),
      ], [DataOperation(.delete, .bucket, ["Bucket"], key: ["Delete.Objects[].Key"])]),
    s3(
      "CopyObject", copying,
      [
        DataOperation(.read, .bucket, ["CopySource.Bucket", "CopySource"], key: ["CopySource.Key"]),
        write(payload: []),
      ]),
    Entry(
      service: "s3", name: "WriteGetObjectResponse",
      actions: [NeededAction("s3-object-lambda:WriteGetObjectResponse")]),
    Entry(service: "s3", name: "ListBuckets", actions: [NeededAction("s3:ListAllMyBuckets")]),
    Entry(
      service: "s3", name: "ListDirectoryBuckets",
      actions: [NeededAction("s3express:ListAllMyDirectoryBuckets")]),
    Entry(service: "s3", name: "CreateSession", actions: [NeededAction("s3express:CreateSession")]),
  ]

  static let multipart: [Entry] = [
    s3("CreateMultipartUpload", writing, [write(payload: [])]),
    s3("UploadPart", [NeededAction("s3:PutObject", object)], [write(payload: ["Body"])]),
    s3("CompleteMultipartUpload", [NeededAction("s3:PutObject", object)]),
    s3(
      "UploadPartCopy", [NeededAction("s3:GetObject", copySource), NeededAction("s3:PutObject", object)],
      [
        DataOperation(.read, .bucket, ["CopySource.Bucket", "CopySource"], key: ["CopySource.Key"]),
        write(payload: []),
      ]),
    ofObject("AbortMultipartUpload"), ofObject("ListParts", "ListMultipartUploadParts"),
  ]

  /// Transfers of the SDKs, which use single and multipart requests as they like.
  static let uploads: [Entry] = [
    s3("Upload", transferring, [write(payload: ["Body"])], input: "params"),
    s3(
      "UploadFile", transferring, [write(payload: ["Filename"])], positional: ["Filename", "Bucket", "Key"]),
    s3(
      "UploadFileobj", transferring, [write(payload: ["Fileobj"])], positional: ["Fileobj", "Bucket", "Key"]),
    reading("DownloadFile", positional: ["Bucket", "Key", "Filename"]),
    reading("DownloadFileobj", positional: ["Bucket", "Key", "Fileobj"]),
    s3(
      "Copy", copying,
      [
        DataOperation(.read, .bucket, ["CopySource.Bucket"], key: ["CopySource.Key"]), write(payload: []),
      ], positional: ["CopySource", "Bucket", "Key"]),
  ]

  private static func listing(_ name: String, _ action: String = "ListBucket") -> Entry {
    s3(
      name, [NeededAction("s3:\(action)", bucket)],
      [DataOperation(.read, .bucket, ["Bucket"], key: ["Prefix"])])
  }

  static let buckets: [Entry] =
    [
      listing("ListObjects"), listing("ListObjectsV2"), listing("HeadBucket"),
      listing("ListObjectVersions", "ListBucketVersions"),
      listing("ListMultipartUploads", "ListBucketMultipartUploads"),
    ]
    + bucketActions.map { name, action in s3(name, [NeededAction("s3:\(action)", bucket)]) }

  /// Operations on a bucket itself, with the action where it differs.
  private static let bucketActions: [(String, String)] = [
    ("CreateBucket", "CreateBucket"), ("DeleteBucket", "DeleteBucket"),
    ("GetBucketAcl", "GetBucketAcl"), ("PutBucketAcl", "PutBucketAcl"),
    ("GetBucketPolicy", "GetBucketPolicy"), ("PutBucketPolicy", "PutBucketPolicy"),
    ("DeleteBucketPolicy", "DeleteBucketPolicy"), ("GetBucketPolicyStatus", "GetBucketPolicyStatus"),
    ("GetBucketLocation", "GetBucketLocation"), ("GetBucketLogging", "GetBucketLogging"),
    ("PutBucketLogging", "PutBucketLogging"), ("GetBucketTagging", "GetBucketTagging"),
    ("PutBucketTagging", "PutBucketTagging"), ("DeleteBucketTagging", "PutBucketTagging"),
    ("GetBucketVersioning", "GetBucketVersioning"), ("PutBucketVersioning", "PutBucketVersioning"),
    ("GetBucketWebsite", "GetBucketWebsite"), ("PutBucketWebsite", "PutBucketWebsite"),
    ("DeleteBucketWebsite", "DeleteBucketWebsite"), ("GetBucketCors", "GetBucketCORS"),
    ("PutBucketCors", "PutBucketCORS"), ("DeleteBucketCors", "PutBucketCORS"),
    ("GetBucketRequestPayment", "GetBucketRequestPayment"),
    ("PutBucketRequestPayment", "PutBucketRequestPayment"),
    ("GetBucketNotification", "GetBucketNotification"), ("PutBucketNotification", "PutBucketNotification"),
    ("GetBucketNotificationConfiguration", "GetBucketNotification"),
    ("PutBucketNotificationConfiguration", "PutBucketNotification"),
    ("GetBucketEncryption", "GetEncryptionConfiguration"),
    ("PutBucketEncryption", "PutEncryptionConfiguration"),
    ("DeleteBucketEncryption", "PutEncryptionConfiguration"),
    ("GetBucketLifecycle", "GetLifecycleConfiguration"),
    ("GetBucketLifecycleConfiguration", "GetLifecycleConfiguration"),
    ("PutBucketLifecycle", "PutLifecycleConfiguration"),
    ("PutBucketLifecycleConfiguration", "PutLifecycleConfiguration"),
    ("DeleteBucketLifecycle", "PutLifecycleConfiguration"),
    ("GetBucketReplication", "GetReplicationConfiguration"),
    ("PutBucketReplication", "PutReplicationConfiguration"),
    ("DeleteBucketReplication", "PutReplicationConfiguration"),
    ("GetBucketAccelerateConfiguration", "GetAccelerateConfiguration"),
    ("PutBucketAccelerateConfiguration", "PutAccelerateConfiguration"),
    ("GetBucketAnalyticsConfiguration", "GetAnalyticsConfiguration"),
    ("ListBucketAnalyticsConfigurations", "GetAnalyticsConfiguration"),
    ("PutBucketAnalyticsConfiguration", "PutAnalyticsConfiguration"),
    ("DeleteBucketAnalyticsConfiguration", "PutAnalyticsConfiguration"),
    ("GetBucketInventoryConfiguration", "GetInventoryConfiguration"),
    ("ListBucketInventoryConfigurations", "GetInventoryConfiguration"),
    ("PutBucketInventoryConfiguration", "PutInventoryConfiguration"),
    ("DeleteBucketInventoryConfiguration", "PutInventoryConfiguration"),
    ("GetBucketMetricsConfiguration", "GetMetricsConfiguration"),
    ("ListBucketMetricsConfigurations", "GetMetricsConfiguration"),
    ("PutBucketMetricsConfiguration", "PutMetricsConfiguration"),
    ("DeleteBucketMetricsConfiguration", "PutMetricsConfiguration"),
    ("GetBucketIntelligentTieringConfiguration", "GetIntelligentTieringConfiguration"),
    ("ListBucketIntelligentTieringConfigurations", "GetIntelligentTieringConfiguration"),
    ("PutBucketIntelligentTieringConfiguration", "PutIntelligentTieringConfiguration"),
    ("DeleteBucketIntelligentTieringConfiguration", "PutIntelligentTieringConfiguration"),
    ("GetBucketOwnershipControls", "GetBucketOwnershipControls"),
    ("PutBucketOwnershipControls", "PutBucketOwnershipControls"),
    ("DeleteBucketOwnershipControls", "PutBucketOwnershipControls"),
    ("GetPublicAccessBlock", "GetBucketPublicAccessBlock"),
    ("PutPublicAccessBlock", "PutBucketPublicAccessBlock"),
    ("DeletePublicAccessBlock", "PutBucketPublicAccessBlock"),
    ("GetObjectLockConfiguration", "GetBucketObjectLockConfiguration"),
    ("PutObjectLockConfiguration", "PutBucketObjectLockConfiguration"),
  ]
}
