/// boto3, botocore, aioboto3, aiobotocore; paths are told in ``CloudService``.
enum PythonCloud {
  static let calls: [CallModel] =
    construction + CloudService.all.flatMap(clientCalls) + wide + resources + powertools + OtherClouds.python

  private static let construction: [CallModel] = [
    CallModel(
      """
      {boto3,boto3.Session(),boto3.session.Session(),aioboto3,aioboto3.Session(),\
      aioboto3.session.Session()}.client
      """,
      "boto3._get_default_session().client",
      "{botocore.session.get_session(),botocore.session.Session()}.create_client",
      """
      {aiobotocore.session.get_session(),aiobotocore.session.AioSession(),\
      aiobotocore.get_session()}.create_client
      """,
      effects: [
        .result(.joined([.instance("boto3.client.$0"), .instance("boto3.client.$service_name")])),
        .into(.requestURL, .named("endpoint_url"), when: [.not(.fixesServer(.named("endpoint_url")))]),

      ]),
    CallModel(
      "{boto3,boto3.Session(),boto3.session.Session(),aioboto3,aioboto3.Session()}.resource",
      effects: [
        .result(.joined([.instance("boto3.resource.$0"), .instance("boto3.resource.$service_name")])),
        .into(.requestURL, .named("endpoint_url"), when: [.not(.fixesServer(.named("endpoint_url")))]),
      ]),
    CallModel(
      """
      {aws_xray_sdk.core.patch_all,aws_xray_sdk.core.patch,boto3.setup_default_session,\
      boto3.set_stream_logger}
      """,
      effects: [.clean]),
    CallModel(
      "{boto3.Session,boto3.session.Session}().get_credentials().get_frozen_credentials",
      "{boto3.Session,boto3.session.Session}().get_credentials",
      effects: [.result(.secret("a credential of the role"))]),
    CallModel(
      "boto3.dynamodb.types.TypeDeserializer().deserialize",
      "boto3.dynamodb.types.TypeSerializer().serialize",
      "dynamodb_json.json_util.loads", effects: [.parsesFirst]),
  ]

  private static func clientCalls(of service: CloudService) -> [CallModel] {
    guard let boto = service.boto else { return [] }
    return service.operations.map { operations in
      let names = OperationName.alternatives(operations.names.map(OperationName.snake))
      let answer = operations.answer.map { [CallModel.Effect.result($0)] } ?? []
      return CallModel(
        "boto3.client.\(boto).\(names)", effects: operations.sinks { .named($0) } + answer)
    }
  }

  /// Calls whose parameters stand by position, that no operation of the API is, or whose answer depends on more.
  private static let wide: [CallModel] = [
    CallModel(
      "boto3.client.s3.upload_file",
      effects: [
        .into(.filePath, .argument(0, "Filename")),
        .into(.cloudResource, .argument(1, "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .argument(2, "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "boto3.client.s3.upload_fileobj",
      effects: [
        .into(.cloudPayload, .argument(0, "Fileobj"), detail: "Body"),
        .into(.cloudResource, .argument(1, "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .argument(2, "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "boto3.client.s3.download_file",
      effects: [
        .into(.cloudResource, .argument(0, "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .argument(1, "Key"), detail: "Key"), .into(.filePath, .argument(2, "Filename")),
        .clean,
      ]),
    CallModel(
      "boto3.client.s3.download_fileobj",
      effects: [
        .into(.cloudResource, .argument(0, "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .argument(1, "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "boto3.client.s3.copy",
      effects: [
        .into(.cloudKey, .anywhereIn(.argument(0, "CopySource")), detail: "CopySource"),
        .into(.cloudResource, .argument(1, "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .argument(2, "Key"), detail: "Key"), .clean,
      ]),
    CallModel(
      "boto3.client.s3.{generate_presigned_url,generate_presigned_post}",
      effects: [
        .into(.cloudResource, .field(.argument(1, "Params"), "Bucket"), detail: "Bucket"),
        .into(.cloudKey, .field(.argument(1, "Params"), "Key"), detail: "Key"),
        .into(.cloudResource, .named("Bucket"), detail: "Bucket"),
        .into(.cloudKey, .named("Key"), detail: "Key"),
      ]),
    // Whoever gets an address to write to writes where its key says.
    CallModel(
      "boto3.client.s3.generate_presigned_url",
      effects: [
        .into(
          .cloudResource, .field(.argument(1, "Params"), "Key"),
          when: [
            .isText(.argument(0, "ClientMethod"), ["put_object", "delete_object", "upload_part"]),
            .not(.startsWithConstant(.field(.argument(1, "Params"), "Key"))),
          ], detail: "Key"), .into(.lifetime, .argument(2, "ExpiresIn"), detail: "ExpiresIn"),
        .result(.origin(.signedAddress)),
      ]),
    CallModel(
      "boto3.client.s3.generate_presigned_post",
      effects: [
        .into(
          .cloudResource, .argument(1, "Key"), when: [.not(.startsWithConstant(.argument(1, "Key")))],
          detail: "Key"), .into(.lifetime, .argument(4, "ExpiresIn"), detail: "ExpiresIn"),
        .result(.record(["url": .clean, "fields": .origin(.signedAddress)])),
      ]),
    CallModel(
      "boto3.client.ssm.{get_parameter,get_parameters,get_parameters_by_path}",
      effects: [
        .result(
          .conditional(
            [.truthy(.named("WithDecryption"))], .secret("a decrypted parameter"),
            otherwise: .stored("a parameter")))
      ]),
    CallModel(
      "*.get_paginator().paginate",
      effects: [
        .into(.cloudResource, .named("Bucket"), detail: "Bucket"),
        .into(.cloudResource, .named("TableName"), detail: "TableName"),
        .into(.cloudKey, .named("Prefix"), detail: "Prefix"),
        .into(.cloudKey, .anywhereIn(.named("KeyConditionExpression")), detail: "KeyConditionExpression"),
        .into(
          .cloudKey, .anywhereIn(.named("ExpressionAttributeValues")), detail: "ExpressionAttributeValues"),
        .into(
          .nosql, .named("FilterExpression"), when: [.text(.named("FilterExpression"))], .likely,
          detail: "FilterExpression"),
        .result(.stored("a page of a list")),
      ]),
    CallModel("*.get_paginator().paginate().{search,build_full_result}", effects: [.keepsReceiver]),
    CallModel("boto3.dynamodb.conditions.Key", effects: [.makes("boto3.condition")]),
    CallModel("boto3.dynamodb.conditions.Attr", effects: [.makes("boto3.condition")]),
    CallModel(
      "boto3.condition.{eq,begins_with,lt,lte,gt,gte,between,contains,is_in,ne,exists,not_exists}",
      effects: [
        .result(.sanitized(.anyArgument, for: SinkKinds(.nosql)))
      ]),
  ]

  private static let resources: [CallModel] = PythonCloudResources.calls

  private static let powertools: [CallModel] = [
    CallModel(
      "aws_lambda_powertools.utilities.parameters.{get_secret,get_secrets}",
      effects: [
        .into(.cloudResource, .argument(0, "name"), detail: "SecretId"),
        .result(.secret("a secret of Secrets Manager")),
      ]),
    CallModel(
      "aws_lambda_powertools.utilities.parameters.{get_parameter,get_parameters,get_parameters_by_name}",
      effects: [
        .into(.cloudResource, .argument(0, "name"), detail: "Name"),
        .result(
          .conditional(
            [.truthy(.named("decrypt"))], .secret("a decrypted parameter"), otherwise: .stored("a parameter"))
        ),
      ]),
    CallModel(
      """
      aws_lambda_powertools.utilities.parameters.{SSMProvider(),SecretsProvider(),\
      DynamoDBProvider()}.{get,get_multiple}
      """,
      effects: [
        .into(.cloudResource, .argument(0, "name"), detail: "Name"), .result(.stored("a parameter")),
      ]),
    CallModel(
      "aws_lambda_powertools.utilities.parameters.get_app_config",
      effects: [.result(.stored("a configuration"))]),
    CallModel(
      "aws_lambda_powertools.utilities.validation.validate", "aws_lambda_powertools.utilities.parser.parse",
      "aws_lambda_powertools.utilities.data_classes.event_source",
      effects: [
        .validates(.argument(0, "event"), by: .argument(1, "schema")), .result(.same(.argument(0, "event"))),
      ]),
    CallModel(
      "aws_secretsmanager_caching.SecretCache().{get_secret_string,get_secret_binary}",
      effects: [
        .into(.cloudResource, .position(0), detail: "SecretId"),
        .result(.secret("a secret of Secrets Manager")),
      ]),
  ]
}
