/// boto3's resources and what they are made of; `construction` keeps the name a thing was made with.
///
/// Types: `boto3.resource.<service>`, then `.Table`, `.Bucket`, `.Object` (of the service), `.Bucket.Object`
/// (of a bucket), `.Queue`, `.Topic`, `.Message`, `.Table.batch_writer`.
enum PythonCloudResources {
  static let calls: [CallModel] = construction + tables + objects + messages

  private static let construction: [CallModel] = [
    named("boto3.resource.dynamodb.Table", makes: "boto3.resource.dynamodb.Table", detail: "TableName"),
    named("boto3.resource.s3.Bucket", makes: "boto3.resource.s3.Bucket", detail: "Bucket"),
    CallModel(
      "boto3.resource.s3.{Object,ObjectSummary}",
      effects: [
        .makes("boto3.resource.s3.Object"),
        .into(.cloudResource, .argument(0, "bucket_name"), detail: "Bucket"),
        .into(.cloudKey, .argument(1, "key"), detail: "Key"),
      ]),
    CallModel(
      "boto3.resource.s3.Bucket.Object",
      effects: [
        .makes("boto3.resource.s3.Bucket.Object"), .into(.cloudKey, .argument(0, "key"), detail: "Key"),
      ]),
    named("boto3.resource.sqs.Queue", makes: "boto3.resource.sqs.Queue", detail: "QueueUrl"),
    CallModel(
      "boto3.resource.sqs.get_queue_by_name",
      effects: [
        .makes("boto3.resource.sqs.Queue"), .into(.cloudResource, .named("QueueName"), detail: "QueueName"),
      ]),
    named(
      "boto3.resource.sns.{Topic,PlatformEndpoint}", makes: "boto3.resource.sns.Topic", detail: "TopicArn"),
    named("boto3.resource.ec2.Instance", makes: "boto3.resource.ec2.Instance", detail: "InstanceId"),
    named(
      "boto3.resource.iam.{Role,User,Group,Policy}", makes: "boto3.resource.iam.Role", detail: "RoleName"),
  ]

  private static func named(_ path: String, makes type: String, detail: String) -> CallModel {
    CallModel(path, effects: [.makes(type), .into(.cloudResource, .position(0), detail: detail)])
  }

  private static let table = "boto3.resource.dynamodb.Table"

  private static let tables: [CallModel] =
    CloudService.tables.operations.map { operations in
      let names = OperationName.alternatives(operations.names.map(OperationName.snake))
      let answer = operations.answer.map { [CallModel.Effect.result($0)] } ?? []
      return CallModel("\(table).\(names)", effects: operations.sinks { .named($0) } + answer)
    } + [
      CallModel("\(table).batch_writer", effects: [.makes("\(table).batch_writer")]),
      CallModel(
        "\(table).batch_writer.put_item",
        effects: [
          .into(.cloudPayload, .anywhereIn(.argument(0, "Item")), detail: "Item"),
          .into(
            .massAssignment, .argument(0, "Item"), when: [.structured(.argument(0, "Item"))], .likely,
            detail: "Item"), .clean,
        ]),
      CallModel(
        "\(table).batch_writer.delete_item",
        effects: [.into(.cloudKey, .anywhereIn(.argument(0, "Key")), detail: "Key"), .clean]),
      CallModel(
        "boto3.resource.dynamodb.{batch_get_item,batch_write_item}",
        effects: [
          .into(.cloudKey, .anywhereIn(.named("RequestItems")), detail: "RequestItems"),
          .result(.stored("items of a table")),
        ]),
      CallModel(
        "boto3.resource.dynamodb.meta.client.{query,scan,get_item}",
        effects: [.result(.stored("items of a table"))]),
    ]

  private static let objects: [CallModel] = [
    CallModel(
      "boto3.resource.s3.{Object,Bucket.Object}.get", effects: [.result(.stored("an object of a bucket"))]),
    CallModel(
      "boto3.resource.s3.{Object,Bucket.Object}.put",
      effects: [
        .into(.cloudPayload, .named("Body"), detail: "Body"),
        .into(.cloudPayload, .anywhereIn(.named("Metadata")), detail: "Metadata"), .clean,
      ]),
    CallModel(
      "boto3.resource.s3.{Object,Bucket.Object}.{upload_fileobj}",
      effects: [.into(.cloudPayload, .argument(0, "Fileobj"), detail: "Body"), .clean]),
    CallModel(
      "boto3.resource.s3.{Object,Bucket.Object}.{upload_file,download_file}",
      effects: [.into(.filePath, .argument(0, "Filename")), .clean]),
    CallModel(
      "boto3.resource.s3.{Object,Bucket.Object}.{copy_from,copy}",
      effects: [
        .into(.cloudKey, .anywhereIn(.argument(0, "CopySource")), detail: "CopySource"), .clean,
      ]),
    CallModel("boto3.resource.s3.{Object,Bucket.Object}.{delete,load,wait_until_exists}", effects: [.clean]),
    CallModel(
      "boto3.resource.s3.Bucket.put_object",
      effects: [
        .into(.cloudKey, .named("Key"), detail: "Key"), .into(.cloudPayload, .named("Body"), detail: "Body"),
        .clean,
      ]),
    CallModel(
      "boto3.resource.s3.{Bucket,meta.client}.upload_file",
      effects: [
        .into(.filePath, .argument(0, "Filename")), .into(.cloudKey, .argument(1, "Key"), detail: "Key"),
        .clean,
      ]),
    CallModel(
      "boto3.resource.s3.Bucket.upload_fileobj",
      effects: [
        .into(.cloudPayload, .argument(0, "Fileobj"), detail: "Body"),
        .into(.cloudKey, .argument(1, "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "boto3.resource.s3.Bucket.{download_file,download_fileobj}",
      effects: [
        .into(.cloudKey, .argument(0, "Key"), detail: "Key"), .into(.filePath, .argument(1, "Filename")),
        .clean,
      ]),
    CallModel(
      "boto3.resource.s3.meta.client.download_file",
      effects: [
        .into(.cloudResource, .argument(0, "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .argument(1, "Key"), detail: "Key"), .into(.filePath, .argument(2, "Filename")),
        .clean,
      ]),
    CallModel(
      "boto3.resource.s3.Bucket.objects.{filter,all}",
      effects: [
        .into(.cloudKey, .named("Prefix"), detail: "Prefix"),
        .result(.sequence(of: .stored("names of objects of a bucket"))),
      ]),
    CallModel(
      "boto3.resource.s3.Bucket.objects.filter().delete", "boto3.resource.s3.Bucket.delete_objects",
      effects: [.clean]),
  ]

  private static let messages: [CallModel] = [
    CallModel(
      "boto3.resource.sqs.Queue.send_message",
      effects: [
        .into(.cloudPayload, .named("MessageBody"), detail: "MessageBody"),
        .into(.cloudPayload, .anywhereIn(.named("MessageAttributes")), detail: "MessageAttributes"), .clean,
      ]),
    CallModel(
      "boto3.resource.sqs.Queue.send_messages",
      effects: [.into(.cloudPayload, .anywhereIn(.named("Entries")), detail: "Entries"), .clean]),
    CallModel(
      "boto3.resource.sqs.Queue.receive_messages",
      effects: [.result(.sequence(of: .stored("a message of a queue")))]),
    CallModel(
      "boto3.resource.sns.Topic.publish",
      effects: [
        .into(.cloudPayload, .named("Message"), detail: "Message"),
        .into(.cloudPayload, .named("Subject"), detail: "Subject"), .clean,
      ]),
  ]
}
