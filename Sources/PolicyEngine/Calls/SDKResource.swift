/// The resource objects of Python's SDK: `boto3.resource("s3").Object(bucket, key).put(…)`.
package enum SDKResource {
  /// The operation that a method of a resource object calls.
  ///
  /// - Parameters:
  ///   - service: `s3`, `dynamodb`, `sqs`, `sns`.
  ///   - resource: Type of the object, `Table`; a collection is `Bucket.objects`; `nil` for the service.
  ///   - method: `put_item`, `all`.
  package static func resolve(service: String, resource: String?, method: String) -> CloudOperation? {
    guard let prefix = ServiceNames.prefix(of: service) else { return nil }
    guard let resource else { return CloudOperation.resolve(service: service, operation: method) }
    let call = calls["\(prefix).\(resource).\(method)"]
    guard let operation = call?.operation ?? sameName(prefix, resource, method) else { return nil }
    return CloudOperation.resolve(service: prefix, operation: operation)?
      .with(receiver: identifiers(service: prefix, resource: resource), positional: call?.positional ?? [])
  }

  /// Names of the parameters that the construction of a resource object gives, in order.
  package static func identifiers(service: String, resource: String) -> [String] {
    let type = resource.split(separator: ".").first.map(String.init) ?? resource
    return identifiers["\(ServiceNames.prefix(of: service) ?? service).\(type)", default: []]
  }

  /// A method of a table is the operation of the same name.
  private static func sameName(_ prefix: String, _ resource: String, _ method: String) -> String? {
    prefix == "dynamodb" && resource == "Table" && tableMethods.contains(method) ? method : nil
  }

  private static let tableMethods: Set<String> = [
    "put_item", "get_item", "update_item", "delete_item", "query", "scan",
  ]

  private static let identifiers: [String: [String]] = [
    "s3.Bucket": ["Bucket"], "s3.Object": ["Bucket", "Key"], "s3.ObjectSummary": ["Bucket", "Key"],
    "s3.ObjectVersion": ["Bucket", "Key", "VersionId"], "s3.ObjectAcl": ["Bucket", "Key"],
    "s3.BucketAcl": ["Bucket"], "s3.BucketPolicy": ["Bucket"], "s3.BucketCors": ["Bucket"],
    "s3.BucketLifecycle": ["Bucket"], "s3.BucketNotification": ["Bucket"], "s3.BucketTagging": ["Bucket"],
    "s3.BucketVersioning": ["Bucket"], "s3.BucketWebsite": ["Bucket"],
    "s3.MultipartUpload": ["Bucket", "Key", "UploadId"], "dynamodb.Table": ["TableName"],
    "dynamodb.BatchWriter": ["TableName"],
    "sqs.Queue": ["QueueUrl"], "sqs.Message": ["QueueUrl", "ReceiptHandle"], "sns.Topic": ["TopicArn"],
    "sns.PlatformEndpoint": ["TargetArn"], "sns.Subscription": ["SubscriptionArn"], "iam.Role": ["RoleName"],
    "iam.User": ["UserName"], "iam.Policy": ["PolicyArn"], "iam.RolePolicy": ["RoleName", "PolicyName"],
    "iam.Group": ["GroupName"], "ec2.Instance": ["InstanceIds"], "cloudformation.Stack": ["StackName"],
    "cloudwatch.Metric": ["Namespace", "MetricName"], "cloudwatch.Alarm": ["AlarmNames"],
    "logs.LogGroup": ["logGroupName"],
  ]

  private struct Call {
    let operation: String
    let positional: [String]
    init(_ operation: String, _ positional: [String] = []) {
      self.operation = operation
      self.positional = positional
    }
  }

  private static let calls: [String: Call] = [
    "s3.Bucket.put_object": Call("PutObject"),
    "s3.Bucket.upload_file": Call("UploadFile", ["Filename", "Key"]),
    "s3.Bucket.upload_fileobj": Call("UploadFileobj", ["Fileobj", "Key"]),
    "s3.Bucket.download_file": Call("DownloadFile", ["Key", "Filename"]),
    "s3.Bucket.download_fileobj": Call("DownloadFileobj", ["Key", "Fileobj"]),
    "s3.Bucket.copy": Call("Copy", ["CopySource", "Key"]), "s3.Bucket.delete_objects": Call("DeleteObjects"),
    "s3.Bucket.create": Call("CreateBucket"), "s3.Bucket.delete": Call("DeleteBucket"),
    "s3.Bucket.load": Call("ListBuckets"), "s3.Bucket.wait_until_exists": Call("HeadBucket"),
    "s3.Bucket.objects.all": Call("ListObjectsV2"), "s3.Bucket.objects.filter": Call("ListObjectsV2"),
    "s3.Bucket.objects.limit": Call("ListObjectsV2"), "s3.Bucket.objects.page_size": Call("ListObjectsV2"),
    "s3.Bucket.objects.pages": Call("ListObjectsV2"), "s3.Bucket.objects.delete": Call("DeleteObjects"),
    "s3.Bucket.object_versions.all": Call("ListObjectVersions"),
    "s3.Bucket.object_versions.filter": Call("ListObjectVersions"),
    "s3.Bucket.object_versions.delete": Call("DeleteObjects"),
    "s3.Bucket.multipart_uploads.all": Call("ListMultipartUploads"), "s3.buckets.all": Call("ListBuckets"),
    "s3.buckets.filter": Call("ListBuckets"), "s3.buckets.pages": Call("ListBuckets"),
    "s3.Object.put": Call("PutObject"), "s3.Object.get": Call("GetObject"),
    "s3.Object.delete": Call("DeleteObject"), "s3.Object.load": Call("HeadObject"),
    "s3.Object.reload": Call("HeadObject"), "s3.Object.copy": Call("Copy", ["CopySource"]),
    "s3.Object.copy_from": Call("CopyObject"), "s3.Object.restore_object": Call("RestoreObject"),
    "s3.Object.upload_file": Call("UploadFile", ["Filename"]),
    "s3.Object.upload_fileobj": Call("UploadFileobj", ["Fileobj"]),
    "s3.Object.download_file": Call("DownloadFile", ["Filename"]),
    "s3.Object.download_fileobj": Call("DownloadFileobj", ["Fileobj"]),
    "s3.Object.initiate_multipart_upload": Call("CreateMultipartUpload"),
    "s3.Object.wait_until_exists": Call("HeadObject"), "s3.ObjectSummary.put": Call("PutObject"),
    "s3.ObjectSummary.get": Call("GetObject"), "s3.ObjectSummary.delete": Call("DeleteObject"),
    "s3.ObjectSummary.copy_from": Call("CopyObject"), "s3.ObjectVersion.get": Call("GetObject"),
    "s3.ObjectVersion.delete": Call("DeleteObject"), "s3.ObjectVersion.head": Call("HeadObject"),
    "s3.ObjectAcl.put": Call("PutObjectAcl"), "s3.ObjectAcl.load": Call("GetObjectAcl"),
    "s3.BucketAcl.put": Call("PutBucketAcl"), "s3.BucketAcl.load": Call("GetBucketAcl"),
    "s3.BucketPolicy.put": Call("PutBucketPolicy"), "s3.BucketPolicy.load": Call("GetBucketPolicy"),
    "s3.BucketPolicy.delete": Call("DeleteBucketPolicy"), "s3.BucketCors.put": Call("PutBucketCors"),
    "s3.BucketVersioning.enable": Call("PutBucketVersioning"),
    "s3.BucketNotification.put": Call("PutBucketNotificationConfiguration"),
    "s3.BucketWebsite.put": Call("PutBucketWebsite"), "s3.BucketTagging.put": Call("PutBucketTagging"),
    "dynamodb.Table.batch_writer": Call("BatchWriter"), "dynamodb.Table.load": Call("DescribeTable"),
    "dynamodb.Table.reload": Call("DescribeTable"), "dynamodb.Table.item_count": Call("DescribeTable"),
    "dynamodb.Table.table_status": Call("DescribeTable"), "dynamodb.Table.delete": Call("DeleteTable"),
    "dynamodb.Table.update": Call("UpdateTable"), "dynamodb.Table.wait_until_exists": Call("DescribeTable"),
    "dynamodb.Table.meta.client.batch_write_item": Call("BatchWriteItem"),
    "dynamodb.BatchWriter.put_item": Call("BatchWriterPut"),
    "dynamodb.BatchWriter.delete_item": Call("BatchWriterDelete"), "dynamodb.tables.all": Call("ListTables"),
    "sqs.Queue.send_message": Call("SendMessage"),
    "sqs.Queue.send_messages": Call("SendMessageBatch"), "sqs.Queue.receive_messages": Call("ReceiveMessage"),
    "sqs.Queue.delete_messages": Call("DeleteMessageBatch"), "sqs.Queue.purge": Call("PurgeQueue"),
    "sqs.Queue.delete": Call("DeleteQueue"), "sqs.Queue.load": Call("GetQueueAttributes"),
    "sqs.Queue.set_attributes": Call("SetQueueAttributes"), "sqs.Queue.add_permission": Call("AddPermission"),
    "sqs.Queue.change_message_visibility_batch": Call("ChangeMessageVisibilityBatch"),
    "sqs.Message.delete": Call("DeleteMessage"),
    "sqs.Message.change_visibility": Call("ChangeMessageVisibility"),
    "sqs.service.get_queue_by_name": Call("GetQueueUrl", ["QueueName"]),
    "sqs.service.create_queue": Call("CreateQueue"), "sns.Topic.publish": Call("Publish"),
    "sns.Topic.subscribe": Call("Subscribe"), "sns.Topic.delete": Call("DeleteTopic"),
    "sns.Topic.load": Call("GetTopicAttributes"), "sns.Topic.set_attributes": Call("SetTopicAttributes"),
    "sns.PlatformEndpoint.publish": Call("Publish"), "sns.topics.all": Call("ListTopics"),
    "iam.Role.attach_policy": Call("AttachRolePolicy"), "iam.Role.delete": Call("DeleteRole"),
    "iam.Role.load": Call("GetRole"), "iam.RolePolicy.put": Call("PutRolePolicy"),
    "iam.User.attach_policy": Call("AttachUserPolicy"), "iam.User.create": Call("CreateUser"),
    "iam.User.create_access_key_pair": Call("CreateAccessKey"),
    "iam.User.create_policy": Call("PutUserPolicy"),
    "iam.User.load": Call("GetUser"), "iam.Policy.create_version": Call("CreatePolicyVersion"),
    "ec2.Instance.start": Call("StartInstances"), "ec2.Instance.stop": Call("StopInstances"),
    "ec2.Instance.terminate": Call("TerminateInstances"), "ec2.Instance.reboot": Call("RebootInstances"),
    "ec2.Instance.load": Call("DescribeInstances"), "ec2.instances.all": Call("DescribeInstances"),
    "ec2.instances.filter": Call("DescribeInstances"), "ec2.service.create_instances": Call("RunInstances"),
    "cloudwatch.Metric.put_data": Call("PutMetricData"),
  ]
}
