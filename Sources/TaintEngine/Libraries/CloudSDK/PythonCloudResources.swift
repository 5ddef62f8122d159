/// boto3's resources and what they are made of; `construction` keeps the name a thing was made with.
///
/// Types: `boto3.resource.<service>`, then `.Table`, `.BatchWriter`, `.Bucket`, `.Object`, `.ObjectSummary`,
/// `.Queue`, `.Message`, `.Topic` …, however they were reached.
enum PythonCloudResources {
  static let calls: [CallModel] = construction + tables + objects + messages

  private static let construction: [CallModel] = [
    named("dynamodb.Table", "TableName"), named("s3.Bucket", "Bucket"), named("sqs.Queue", "QueueUrl"),
    named("sns.Topic", "TopicArn"), named("sns.PlatformEndpoint", "TargetArn"),
    named("ec2.Instance", "InstanceId"), named("iam.Role", "RoleName"), named("iam.User", "UserName"),
    named("iam.Policy", "PolicyArn"), object("Object"), object("ObjectSummary"),
    CallModel(
      "boto3.resource.s3.Bucket.Object",
      effects: [
        .result(
          .assembled("boto3.resource.s3.Object", from: [.constructed(.receiver, 0), .argument(0, "key")])),
        .into(.cloudKey, .argument(0, "key"), detail: "Key"),
      ]),
    CallModel(
      "boto3.resource.sqs.get_queue_by_name",
      effects: [
        .result(.assembled("boto3.resource.sqs.Queue", from: [.named("QueueName")])),
        .into(.cloudResource, .named("QueueName"), detail: "QueueName"),
      ]),
  ]

  private static func object(_ type: String) -> CallModel {
    let path = "boto3.resource.s3.\(type)"
    return CallModel(
      path,
      effects: [
        .result(.assembled(path, from: [.argument(0, "bucket_name"), .argument(1, "key")])),
        .into(.cloudResource, .argument(0, "bucket_name"), detail: "Bucket"),
        .into(.cloudKey, .argument(1, "key"), detail: "Key"),
      ])
  }

  private static func named(_ type: String, _ detail: String) -> CallModel {
    let path = "boto3.resource.\(type)"
    return CallModel(
      path,
      effects: [
        .result(.assembled(path, from: [.argument(0, "name")])),
        .into(.cloudResource, .argument(0, "name"), detail: detail),
      ])
  }

  private static let table = "boto3.resource.dynamodb.Table"
  private static let writer = "boto3.resource.dynamodb.BatchWriter"

  private static let tables: [CallModel] =
    CloudService.tables.operations.map { operations in
      let names = OperationName.alternatives(operations.names.map(OperationName.snake))
      let answer = operations.answer.map { [CallModel.Effect.result($0)] } ?? []
      return CallModel("\(table).\(names)", effects: operations.sinks { .named($0) } + answer)
    } + [
      CallModel(
        "\(table).batch_writer",
        effects: [.result(.assembled(writer, from: [.constructed(.receiver, 0)]))]),
      CallModel(
        "\(writer).put_item",
        effects: [
          .into(.cloudPayload, .anywhereIn(.argument(0, "Item")), detail: "Item"),
          .into(
            .massAssignment, .argument(0, "Item"), when: [.structured(.argument(0, "Item"))], .likely,
            detail: "Item"), .clean,
        ]),
      CallModel(
        "\(writer).delete_item",
        effects: [.into(.cloudKey, .anywhereIn(.argument(0, "Key")), detail: "Key"), .clean]),
      CallModel(
        "boto3.resource.dynamodb.{batch_get_item,batch_write_item}",
        effects: [
          .into(.cloudKey, .anywhereIn(.named("RequestItems")), detail: "RequestItems"),
          .result(.stored("an item of a table")),
        ]),
      CallModel(
        "boto3.resource.dynamodb.meta.client.{query,scan,get_item}",
        effects: [.result(.stored("an item of a table"))]),
    ]

  private static let objects: [CallModel] = [
    CallModel(
      "boto3.resource.s3.{Object,ObjectSummary}.get", effects: [.result(.stored("an object of a bucket"))]),
    CallModel(
      "boto3.resource.s3.{Object,ObjectSummary}.put",
      effects: [
        .into(.cloudPayload, .named("Body"), detail: "Body"),
        .into(.cloudPayload, .anywhereIn(.named("Metadata")), detail: "Metadata"), .clean,
      ]),
    CallModel(
      "boto3.resource.s3.{Object,ObjectSummary}.{upload_fileobj}",
      effects: [.into(.cloudPayload, .argument(0, "Fileobj"), detail: "Body"), .clean]),
    CallModel(
      "boto3.resource.s3.{Object,ObjectSummary}.{upload_file,download_file}",
      effects: [.into(.filePath, .argument(0, "Filename")), .clean]),
    CallModel(
      "boto3.resource.s3.{Object,ObjectSummary}.{copy_from,copy}",
      effects: [
        .into(.cloudKey, .anywhereIn(.argument(0, "CopySource")), detail: "CopySource"), .clean,
      ]),
    CallModel("boto3.resource.s3.{Object,ObjectSummary}.{delete,load,wait_until_exists}", effects: [.clean]),
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
        .result(
          .sequence(
            of: .joined([
              .instance("boto3.resource.s3.ObjectSummary"), .stored("the name of an object of a bucket"),
            ]))),
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
      effects: [
        .into(
          .cloudPayload, .anywhereIn(.field(.elements(.named("Entries"), from: 0), "MessageBody")),
          detail: "MessageBody"), .clean,
      ]),
    CallModel(
      "boto3.resource.sqs.Queue.receive_messages",
      effects: [
        .result(
          .sequence(
            of: .joined([.instance("boto3.resource.sqs.Message"), .stored("a message of a queue")])))
      ]),
    CallModel(
      "boto3.resource.sns.{Topic,PlatformEndpoint}.publish",
      effects: [
        .into(.cloudPayload, .named("Message"), detail: "Message"),
        .into(.cloudPayload, .named("Subject"), detail: "Subject"), .clean,
      ]),
  ]
}
