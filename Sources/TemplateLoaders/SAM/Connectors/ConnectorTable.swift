/// What a connector allows, by source and destination, in a notation that ``ConnectorProfiles`` reads.
///
/// A line at the margin: source, destination, what is made. `role` extends the role of the source (or, after
/// `<`, of the destination) by a managed policy; `topic`, `queue` and `function` let the service named next
/// use the destination. `mapping` and `source` say what must wait for the policy, `both` that reading and
/// writing are only allowed together, `read` that writing needs reading. Indented: the access, its actions and
/// resources, where `S` and `D` are the ARNs of source and destination and `N` is the destination's name.
enum ConnectorTable {
  static let text = """
    DynamoDB::Table Lambda::Function role< mapping
      Read dynamodb:DescribeStream,GetRecords,GetShardIterator,ListStreams S/stream/*
    Events::Rule SNS::Topic topic events
    Events::Rule Events::EventBus role
      Write events:PutEvents D
    Events::Rule StepFunctions::StateMachine role
      Write states:StartExecution D
    Events::Rule Lambda::Function function events
    Events::Rule SQS::Queue queue events
    Lambda::Function Lambda::Function role
      Write lambda:InvokeAsync,InvokeFunction D
    Lambda::Function S3::Bucket role
      Read s3:GetObject,GetObjectAcl,GetObjectLegalHold,GetObjectRetention,GetObjectTorrent,GetObjectVersion,\
    GetObjectVersionAcl,GetObjectVersionForReplication,GetObjectVersionTorrent,ListBucket,\
    ListBucketMultipartUploads,ListBucketVersions,ListMultipartUploadParts D D/*
      Write s3:AbortMultipartUpload,DeleteObject,DeleteObjectVersion,PutObject,PutObjectLegalHold,\
    PutObjectRetention,RestoreObject D D/*
    Lambda::Function DynamoDB::Table role
      Read dynamodb:GetItem,Query,Scan,BatchGetItem,ConditionCheckItem,PartiQLSelect D D/index/*
      Write dynamodb:PutItem,UpdateItem,DeleteItem,BatchWriteItem,PartiQLDelete,PartiQLInsert,PartiQLUpdate \
    D D/index/*
    Lambda::Function SQS::Queue role
      Read sqs:ReceiveMessage,GetQueueAttributes D
      Write sqs:DeleteMessage,SendMessage,ChangeMessageVisibility,PurgeQueue D
    Lambda::Function SNS::Topic role
      Write sns:Publish D
    Lambda::Function StepFunctions::StateMachine role
      Write states:StartExecution,StartSyncExecution D
      Write states:StopExecution states:execution:N:*
      Read states:DescribeStateMachine,ListExecutions D
      Read states:DescribeExecution,DescribeStateMachineForExecution,GetExecutionHistory states:execution:N:*
    Lambda::Function Events::EventBus role
      Write events:PutEvents D
    Lambda::Function Location::PlaceIndex role
      Read geo:DescribePlaceIndex,GetPlace,SearchPlaceIndexForPosition,SearchPlaceIndexForSuggestions,\
    SearchPlaceIndexForText D
    ApiGatewayV2::Api Lambda::Function function apigateway
    ApiGateway::RestApi Lambda::Function function apigateway
    SNS::Topic SQS::Queue queue sns
    SNS::Topic Lambda::Function function sns
    SQS::Queue Lambda::Function role< mapping both
      Write sqs:DeleteMessage S
      Read sqs:ReceiveMessage,GetQueueAttributes S
    S3::Bucket Lambda::Function function s3
    StepFunctions::StateMachine Lambda::Function role
      Write lambda:InvokeAsync,InvokeFunction D
    StepFunctions::StateMachine SNS::Topic role
      Write sns:Publish D
    StepFunctions::StateMachine SQS::Queue role
      Write sqs:SendMessage D
    StepFunctions::StateMachine S3::Bucket role
      Read s3:GetObject,GetObjectAcl,GetObjectLegalHold,GetObjectRetention,GetObjectTorrent,GetObjectVersion,\
    GetObjectVersionAcl,GetObjectVersionForReplication,GetObjectVersionTorrent,ListBucket,\
    ListBucketMultipartUploads,ListBucketVersions,ListMultipartUploadParts D D/*
      Write s3:AbortMultipartUpload,DeleteObject,DeleteObjectVersion,PutObject,PutObjectLegalHold,\
    PutObjectRetention,RestoreObject D D/*
    StepFunctions::StateMachine DynamoDB::Table role
      Read dynamodb:GetItem,Query,Scan,BatchGetItem,ConditionCheckItem,PartiQLSelect D D/index/*
      Write dynamodb:PutItem,UpdateItem,DeleteItem,BatchWriteItem,PartiQLDelete,PartiQLInsert,PartiQLUpdate \
    D D/index/*
    StepFunctions::StateMachine StepFunctions::StateMachine role source read
      Read states:DescribeExecution states:execution:N:*
      Read events:DescribeRule events:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
      Write states:StartExecution D
      Write states:StopExecution states:execution:N:*
      Write events:PutTargets,PutRule events:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
    StepFunctions::StateMachine Events::EventBus role
      Write events:PutEvents D
    AppSync::DataSource DynamoDB::Table role
      Read dynamodb:GetItem,Query,Scan,BatchGetItem,ConditionCheckItem,PartiQLSelect D D/index/*
      Write dynamodb:PutItem,UpdateItem,DeleteItem,BatchWriteItem,PartiQLDelete,PartiQLInsert,PartiQLUpdate \
    D D/index/*
    AppSync::DataSource Lambda::Function role
      Write lambda:InvokeAsync,InvokeFunction D D:*
    AppSync::DataSource Events::EventBus role
      Write events:PutEvents D
    AppSync::GraphQLApi Lambda::Function function appsync
    """
}
