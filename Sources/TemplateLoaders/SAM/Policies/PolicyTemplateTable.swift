/// The policy templates of SAM, in a notation of our own that ``PolicyTemplates`` reads.
///
/// A line that starts at the margin names a template and its parameters. Two spaces: the actions of one
/// statement, the service before the first; `=` where SAM writes one action without a list. Four spaces: its
/// resources, `[]` where SAM writes a list even for one; `?` starts a condition. `arn:` stands for
/// `arn:${AWS::Partition}:` and `~` for the region and the account.
enum PolicyTemplateTable {
  static let text = """
    AMIDescribePolicy
      ec2:DescribeImages
        *
    AWSSecretsManagerGetSecretValuePolicy SecretArn
      secretsmanager:GetSecretValue
        ${secretArn}
    AWSSecretsManagerRotationPolicy FunctionName
      secretsmanager:DescribeSecret,GetSecretValue,PutSecretValue,UpdateSecretVersionStage
        arn:secretsmanager:~:secret:*
        ? StringEquals secretsmanager:resource/AllowRotationLambdaArn arn:lambda:~:function:${functionName}
      secretsmanager:GetRandomPassword
        *
    AcmGetCertificatePolicy CertificateArn
      acm:GetCertificate
        ${certificateArn}
    AthenaQueryPolicy WorkGroupName
      athena:ListWorkGroups,GetExecutionEngine,GetExecutionEngines,GetNamespace,GetCatalogs,GetNamespaces,\
    GetTables,GetTable
        *
      athena:StartQueryExecution,GetQueryResults,DeleteNamedQuery,GetNamedQuery,ListQueryExecutions,\
    StopQueryExecution,GetQueryResultsStream,ListNamedQueries,CreateNamedQuery,GetQueryExecution,\
    BatchGetNamedQuery,BatchGetQueryExecution,GetWorkGroup
        arn:athena:~:workgroup/${workgroupName}
    CloudFormationDescribeStacksPolicy
      cloudformation:DescribeStacks
        arn:cloudformation:~:stack/*
    CloudWatchDashboardPolicy
      cloudwatch:GetDashboard,ListDashboards,PutDashboard,ListMetrics
        *
    CloudWatchDescribeAlarmHistoryPolicy
      cloudwatch:DescribeAlarmHistory
        *
    CloudWatchPutMetricPolicy
      cloudwatch:PutMetricData
        *
    CodeCommitCrudPolicy RepositoryName
      codecommit:GitPull,GitPush,CreateBranch,DeleteBranch,GetBranch,ListBranches,MergeBranchesByFastForward,\
    MergeBranchesBySquash,MergeBranchesByThreeWay,UpdateDefaultBranch,BatchDescribeMergeConflicts,\
    CreateUnreferencedMergeCommit,DescribeMergeConflicts,GetMergeCommit,GetMergeOptions,BatchGetPullRequests,\
    CreatePullRequest,DescribePullRequestEvents,GetCommentsForPullRequest,GetCommitsFromMergeBase,\
    GetMergeConflicts,GetPullRequest,ListPullRequests,MergePullRequestByFastForward,MergePullRequestBySquash,\
    MergePullRequestByThreeWay,PostCommentForPullRequest,UpdatePullRequestDescription,UpdatePullRequestStatus,\
    UpdatePullRequestTitle,DeleteFile,GetBlob,GetFile,GetFolder,PutFile,DeleteCommentContent,GetComment,\
    GetCommentsForComparedCommit,PostCommentForComparedCommit,PostCommentReply,UpdateComment,BatchGetCommits,\
    CreateCommit,GetCommit,GetCommitHistory,GetDifferences,GetObjectIdentifier,GetReferences,GetTree,\
    GetRepository,UpdateRepositoryDescription,ListTagsForResource,TagResource,UntagResource,\
    GetRepositoryTriggers,PutRepositoryTriggers,TestRepositoryTriggers,GetBranch,GetCommit,UploadArchive,\
    GetUploadArchiveStatus,CancelUploadArchive
        arn:codecommit:~:${repositoryName}
    CodeCommitReadPolicy RepositoryName
      codecommit:GitPull,GetBranch,ListBranches,BatchDescribeMergeConflicts,DescribeMergeConflicts,\
    GetMergeCommit,GetMergeOptions,BatchGetPullRequests,DescribePullRequestEvents,GetCommentsForPullRequest,\
    GetCommitsFromMergeBase,GetMergeConflicts,GetPullRequest,ListPullRequests,GetBlob,GetFile,GetFolder,\
    GetComment,GetCommentsForComparedCommit,BatchGetCommits,GetCommit,GetCommitHistory,GetDifferences,\
    GetObjectIdentifier,GetReferences,GetTree,GetRepository,ListTagsForResource,GetRepositoryTriggers,\
    TestRepositoryTriggers,GetBranch,GetCommit,GetUploadArchiveStatus
        arn:codecommit:~:${repositoryName}
    CodePipelineLambdaExecutionPolicy
      codepipeline:PutJobSuccessResult,PutJobFailureResult
        *
    CodePipelineReadOnlyPolicy PipelineName
      codepipeline:ListPipelineExecutions
        arn:codepipeline:~:${pipelinename}
    ComprehendBasicAccessPolicy
      comprehend:BatchDetectKeyPhrases,DetectDominantLanguage,DetectEntities,BatchDetectEntities,\
    DetectKeyPhrases,DetectSentiment,BatchDetectDominantLanguage,BatchDetectSentiment
        *
    CostExplorerReadOnlyPolicy
      ce:GetCostAndUsage,GetDimensionValues,GetReservationCoverage,GetReservationPurchaseRecommendation,\
    GetReservationUtilization,GetTags
        *
    DynamoDBBackupFullAccessPolicy TableName
      dynamodb:CreateBackup,DescribeContinuousBackups
        arn:dynamodb:~:table/${tableName}
      dynamodb:DeleteBackup,DescribeBackup,ListBackups
        arn:dynamodb:~:table/${tableName}/backup/*
    DynamoDBCrudPolicy TableName
      dynamodb:GetItem,DeleteItem,PutItem,Scan,Query,UpdateItem,BatchWriteItem,BatchGetItem,DescribeTable,\
    ConditionCheckItem
        []arn:dynamodb:~:table/${tableName} arn:dynamodb:~:table/${tableName}/index/*
    DynamoDBReadPolicy TableName
      dynamodb:GetItem,Scan,Query,BatchGetItem,DescribeTable
        []arn:dynamodb:~:table/${tableName} arn:dynamodb:~:table/${tableName}/index/*
    DynamoDBReconfigurePolicy TableName
      dynamodb:UpdateTable
        arn:dynamodb:~:table/${tableName}
    DynamoDBRestoreFromBackupPolicy TableName
      dynamodb:RestoreTableFromBackup
        arn:dynamodb:~:table/${tableName}/backup/*
      dynamodb:PutItem,UpdateItem,DeleteItem,GetItem,Query,Scan,BatchWriteItem
        arn:dynamodb:~:table/${tableName}
    DynamoDBStreamReadPolicy StreamName TableName
      dynamodb:DescribeStream,GetRecords,GetShardIterator
        arn:dynamodb:~:table/${tableName}/stream/${streamName}
      dynamodb:ListStreams
        arn:dynamodb:~:table/${tableName}/stream/*
    DynamoDBWritePolicy TableName
      dynamodb:PutItem,UpdateItem,BatchWriteItem
        []arn:dynamodb:~:table/${tableName} arn:dynamodb:~:table/${tableName}/index/*
    EC2CopyImagePolicy ImageId
      ec2:CopyImage
        arn:ec2:~:image/${imageId}
    EC2DescribePolicy
      ec2:DescribeRegions,DescribeInstances
        *
    EFSWriteAccessPolicy AccessPoint FileSystem
      elasticfilesystem:ClientMount,ClientWrite
        arn:elasticfilesystem:~:file-system/${FileSystem}
        ? StringEquals elasticfilesystem:AccessPointArn arn:elasticfilesystem:~:access-point/${AccessPoint}
    EKSDescribePolicy
      eks:DescribeCluster,ListClusters
        *
    EcsRunTaskPolicy TaskDefinition
      ecs:RunTask
        arn:ecs:~:task-definition/${taskDefinition}
    ElasticMapReduceAddJobFlowStepsPolicy ClusterId
      =elasticmapreduce:AddJobFlowSteps
        arn:elasticmapreduce:~:cluster/${clusterId}
    ElasticMapReduceCancelStepsPolicy ClusterId
      =elasticmapreduce:CancelSteps
        arn:elasticmapreduce:~:cluster/${clusterId}
    ElasticMapReduceModifyInstanceFleetPolicy ClusterId
      elasticmapreduce:ModifyInstanceFleet,ListInstanceFleets
        arn:elasticmapreduce:~:cluster/${clusterId}
    ElasticMapReduceModifyInstanceGroupsPolicy ClusterId
      elasticmapreduce:ModifyInstanceGroups,ListInstanceGroups
        arn:elasticmapreduce:~:cluster/${clusterId}
    ElasticMapReduceSetTerminationProtectionPolicy ClusterId
      =elasticmapreduce:SetTerminationProtection
        arn:elasticmapreduce:~:cluster/${clusterId}
    ElasticMapReduceTerminateJobFlowsPolicy ClusterId
      =elasticmapreduce:TerminateJobFlows
        arn:elasticmapreduce:~:cluster/${clusterId}
    ElasticsearchHttpPostPolicy DomainName
      es:ESHttpPost,ESHttpPut
        arn:es:~:domain/${domainName}/*
    EventBridgePutEventsPolicy EventBusName
      =events:PutEvents
        arn:events:~:event-bus/${eventBusName}
    FilterLogEventsPolicy LogGroupName
      logs:FilterLogEvents
        arn:logs:~:log-group:${logGroupName}:log-stream:*
    FirehoseCrudPolicy DeliveryStreamName
      firehose:CreateDeliveryStream,DeleteDeliveryStream,DescribeDeliveryStream,PutRecord,PutRecordBatch,\
    UpdateDestination
        arn:firehose:~:deliverystream/${deliveryStreamName}
    FirehoseWritePolicy DeliveryStreamName
      firehose:PutRecord,PutRecordBatch
        arn:firehose:~:deliverystream/${deliveryStreamName}
    KMSDecryptPolicy KeyId
      =kms:Decrypt
        arn:kms:~:key/${keyId}
    KMSEncryptPolicy KeyId
      =kms:Encrypt
        arn:kms:~:key/${keyId}
    KMSEncryptPolicy_v2 KeyId
      kms:Encrypt,GenerateDataKey,GenerateDataKeyWithoutPlaintext,GenerateDataKeyPair,\
    GenerateDataKeyPairWithoutPlaintext
        arn:kms:~:key/${keyId}
    KinesisCrudPolicy StreamName
      kinesis:AddTagsToStream,CreateStream,DecreaseStreamRetentionPeriod,DeleteStream,DescribeStream,\
    DescribeStreamSummary,GetShardIterator,IncreaseStreamRetentionPeriod,ListTagsForStream,MergeShards,\
    PutRecord,PutRecords,SplitShard,RemoveTagsFromStream
        arn:kinesis:~:stream/${streamName}
    KinesisStreamReadPolicy StreamName
      kinesis:ListStreams,DescribeLimits
        arn:kinesis:~:stream/*
      kinesis:DescribeStream,DescribeStreamSummary,GetRecords,GetShardIterator
        arn:kinesis:~:stream/${streamName}
    LambdaInvokePolicy FunctionName
      lambda:InvokeFunction
        arn:lambda:~:function:${functionName}*
    MobileAnalyticsWriteOnlyAccessPolicy
      mobileanalytics:PutEvents
        *
    OrganizationsListAccountsPolicy
      organizations:ListAccounts
        *
    PinpointEndpointAccessPolicy PinpointApplicationId
      mobiletargeting:GetEndpoint,UpdateEndpoint,UpdateEndpointsBatch
        arn:mobiletargeting:~:apps/${pinpointApplicationId}/endpoints/*
    PollyFullAccessPolicy LexiconName
      polly:GetLexicon,DeleteLexicon
        []arn:polly:~:lexicon/${lexiconName}
      polly:DescribeVoices,ListLexicons,PutLexicon,SynthesizeSpeech
        []arn:polly:~:lexicon/*
    RekognitionDetectOnlyPolicy
      rekognition:DetectFaces,DetectLabels,DetectModerationLabels,DetectText
        *
    RekognitionFacesManagementPolicy CollectionId
      rekognition:IndexFaces,DeleteFaces,SearchFaces,SearchFacesByImage,ListFaces
        arn:rekognition:~:collection/${collectionId}
    RekognitionFacesPolicy
      rekognition:CompareFaces,DetectFaces
        *
    RekognitionLabelsPolicy
      rekognition:DetectLabels,DetectModerationLabels
        *
    RekognitionNoDataAccessPolicy CollectionId
      rekognition:CompareFaces,DetectFaces,DetectLabels,DetectModerationLabels
        arn:rekognition:~:collection/${collectionId}
    RekognitionReadPolicy CollectionId
      rekognition:ListCollections,ListFaces,SearchFaces,SearchFacesByImage
        arn:rekognition:~:collection/${collectionId}
    RekognitionWriteOnlyAccessPolicy CollectionId
      rekognition:CreateCollection,IndexFaces
        arn:rekognition:~:collection/${collectionId}
    Route53ChangeResourceRecordSetsPolicy HostedZoneId
      route53:ChangeResourceRecordSets
        arn:route53:::hostedzone/${HostedZoneId}
    S3CrudPolicy BucketName
      s3:GetObject,ListBucket,GetBucketLocation,GetObjectVersion,PutObject,PutObjectAcl,\
    GetLifecycleConfiguration,PutLifecycleConfiguration,DeleteObject
        []arn:s3:::${bucketName} arn:s3:::${bucketName}/*
    S3FullAccessPolicy BucketName
      s3:GetObject,GetObjectAcl,GetObjectVersion,PutObject,PutObjectAcl,DeleteObject,DeleteObjectTagging,\
    DeleteObjectVersionTagging,GetObjectTagging,GetObjectVersionTagging,PutObjectTagging,\
    PutObjectVersionTagging
        []arn:s3:::${bucketName}/*
      s3:ListBucket,GetBucketLocation,GetLifecycleConfiguration,PutLifecycleConfiguration
        []arn:s3:::${bucketName}
    S3ReadPolicy BucketName
      s3:GetObject,ListBucket,GetBucketLocation,GetObjectVersion,GetLifecycleConfiguration
        []arn:s3:::${bucketName} arn:s3:::${bucketName}/*
    S3WritePolicy BucketName
      s3:PutObject,PutObjectAcl,PutLifecycleConfiguration
        []arn:s3:::${bucketName} arn:s3:::${bucketName}/*
    SESBulkTemplatedCrudPolicy IdentityName
      ses:GetIdentityVerificationAttributes,SendEmail,SendRawEmail,SendTemplatedEmail,SendBulkTemplatedEmail,\
    VerifyEmailIdentity
        arn:ses:~:identity/${identityName}
    SESBulkTemplatedCrudPolicy_v2 IdentityName TemplateName
      ses:SendEmail,SendRawEmail,SendTemplatedEmail,SendBulkTemplatedEmail
        []arn:ses:~:identity/${identityName} arn:ses:~:template/${templateName}
      ses:GetIdentityVerificationAttributes,VerifyEmailIdentity
        *
    SESCrudPolicy IdentityName
      ses:GetIdentityVerificationAttributes,SendEmail,SendRawEmail,VerifyEmailIdentity
        arn:ses:~:identity/${identityName}
    SESEmailTemplateCrudPolicy
      ses:CreateTemplate,GetTemplate,ListTemplates,UpdateTemplate,DeleteTemplate,TestRenderTemplate
        *
    SESSendBouncePolicy IdentityName
      ses:SendBounce
        arn:ses:~:identity/${identityName}
    SNSCrudPolicy TopicName
      sns:ListSubscriptionsByTopic,CreateTopic,SetTopicAttributes,Subscribe,Publish
        arn:sns:~:${topicName}*
    SNSPublishMessagePolicy TopicName
      sns:Publish
        arn:sns:~:${topicName}
    SQSPollerPolicy QueueName
      sqs:ChangeMessageVisibility,ChangeMessageVisibilityBatch,DeleteMessage,DeleteMessageBatch,\
    GetQueueAttributes,ReceiveMessage
        arn:sqs:~:${queueName}
    SQSSendMessagePolicy QueueName
      sqs:SendMessage*
        arn:sqs:~:${queueName}
    SSMParameterReadPolicy ParameterName
      ssm:DescribeParameters
        *
      ssm:GetParameters,GetParameter,GetParametersByPath
        arn:ssm:~:parameter/${parameterName}
    SSMParameterWithSlashPrefixReadPolicy ParameterName
      ssm:DescribeParameters
        *
      ssm:GetParameters,GetParameter,GetParametersByPath
        arn:ssm:~:parameter${parameterName}
    SageMakerCreateEndpointConfigPolicy EndpointConfigName
      sagemaker:CreateEndpointConfig
        arn:sagemaker:~:endpoint-config/${endpointConfigName}
    SageMakerCreateEndpointPolicy EndpointName
      sagemaker:CreateEndpoint
        arn:sagemaker:~:endpoint/${endpointName}
    ServerlessRepoReadWriteAccessPolicy
      serverlessrepo:CreateApplication,CreateApplicationVersion,UpdateApplication,GetApplication,\
    ListApplications,ListApplicationVersions,ListApplicationDependencies
        []arn:serverlessrepo:~:applications/*
    StepFunctionsCallbackPolicy StateMachineName
      states:SendTaskFailure,SendTaskHeartbeat,SendTaskSuccess
        arn:states:~:stateMachine:${stateMachineName}
    StepFunctionsExecutionPolicy StateMachineName
      states:StartExecution
        arn:states:~:stateMachine:${stateMachineName}
    StepFunctionsExecutionPolicy_v2 StateMachineName
      states:StartExecution,StartSyncExecution
        arn:states:~:stateMachine:${stateMachineName}
    TextractDetectAnalyzePolicy
      textract:DetectDocumentText,StartDocumentTextDetection,StartDocumentAnalysis,AnalyzeDocument
        *
    TextractGetResultPolicy
      textract:GetDocumentTextDetection,GetDocumentAnalysis
        *
    TextractPolicy
      textract:*
        *
    VPCAccessPolicy
      ec2:CreateNetworkInterface,DeleteNetworkInterface,DescribeNetworkInterfaces,DetachNetworkInterface
        *
    """
}
