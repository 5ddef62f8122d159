/// Powertools for AWS Lambda: classes of events, batches, and what a handler is wrapped in.
enum PythonPowertools {
  static let calls: [CallModel] = [
    // An object of such a class stands for the event that it was made of.
    CallModel(
      """
      *.{APIGatewayProxyEvent,APIGatewayProxyEventV2,APIGatewayWebSocketEvent,LambdaFunctionUrlEvent,ALBEvent,\
      VPCLatticeEvent,VPCLatticeEventV2,AppSyncResolverEvent,AppSyncResolverEventsEvent,AppSyncAuthorizerEvent,\
      APIGatewayAuthorizerTokenEvent,APIGatewayAuthorizerRequestEvent,APIGatewayAuthorizerEventV2,S3Event,\
      S3EventBridgeNotificationEvent,S3BatchOperationEvent,S3ObjectLambdaEvent,SQSEvent,SNSEvent,SESEvent,\
      KinesisStreamEvent,KinesisFirehoseEvent,DynamoDBStreamEvent,EventBridgeEvent,CloudWatchLogsEvent,\
      CloudWatchDashboardCustomWidgetEvent,CloudWatchAlarmEvent,CodePipelineJobEvent,CodeDeployLifecycleHookEvent,\
      KafkaEvent,ActiveMQEvent,RabbitMQEvent,ConnectContactFlowEvent,BedrockAgentEvent,BedrockAgentFunctionEvent,\
      SecretsManagerEvent,IoTCoreThingEvent,TransferFamilyAuthorizer,AWSConfigRuleEvent,\
      CloudFormationCustomResourceEvent,PreSignUpTriggerEvent,PostConfirmationTriggerEvent,\
      UserMigrationTriggerEvent,CustomMessageTriggerEvent,PreAuthenticationTriggerEvent,\
      PostAuthenticationTriggerEvent,PreTokenGenerationTriggerEvent,PreTokenGenerationV2TriggerEvent,\
      DefineAuthChallengeTriggerEvent,CreateAuthChallengeTriggerEvent,VerifyAuthChallengeResponseTriggerEvent,\
      SQSRecord,SNSEventRecord,S3EventRecord,KinesisStreamRecord,DynamoDBRecord,SESEventRecord}
      """,
      effects: [.result(.same(.argument(0, "data")))]),
    CallModel(
      "aws_lambda_powertools.utilities.batch.{process_partial_response,async_process_partial_response}",
      """
      aws_lambda_powertools.utilities.batch.decorators.{process_partial_response,async_process_partial_response}
      """,
      effects: [
        .callback(
          Callback(
            .argument(1, "record_handler"),
            parameters: [.element(of: .field(.argument(0, "event"), "Records"))]
          )), .clean,
      ]),
    // `with processor(records=…, handler=…):`
    CallModel(
      """
      aws_lambda_powertools.utilities.batch.{BatchProcessor,AsyncBatchProcessor,SqsFifoPartialProcessor,\
      BasePartialProcessor,BasePartialBatchProcessor}()
      """,
      effects: [
        .callback(Callback(.argument(1, "handler"), parameters: [.element(of: .argument(0, "records"))])),
        .clean,
      ]),
  ]

  static let members: [MemberModel] = [
    MemberModel("*.current_event", result: .origin(.event(field: []))),
    MemberModel(
      "aws_lambda_powertools.event_handler.content_types.TEXT_HTML", result: .constant(.text("text/html"))),
  ]
}
