/// From AWS's page "Service endpoints and quotas" and the SDKs' lists of endpoints.
extension CloudEndpoints {
  /// Services whose hosts are called `prefix.region.amazonaws.com` and its kin; names are those of IAM.
  static let plain: [String: [String]] = [
    "acm": ["acm"], "acm-pca": ["acm-pca"], "airflow": ["airflow", "api.airflow", "env.airflow"],
    "appconfig": ["appconfig", "appconfigdata"], "application-autoscaling": ["application-autoscaling"],
    "athena": ["athena"], "autoscaling": ["autoscaling"], "backup": ["backup"],
    "bedrock": ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
    "cloudformation": ["cloudformation"], "cloudtrail": ["cloudtrail"], "cloudwatch": ["monitoring"],
    "codebuild": ["codebuild"], "codecommit": ["codecommit", "git-codecommit"],
    "codedeploy": ["codedeploy"], "codepipeline": ["codepipeline"],
    "cognito-identity": ["cognito-identity"], "cognito-idp": ["cognito-idp"], "comprehend": ["comprehend"],
    "comprehendmedical": ["comprehendmedical"], "config": ["config"], "connect": ["connect"],
    "dax": ["dax"], "dms": ["dms"], "dsql": ["dsql"], "ebs": ["ebs"], "ec2": ["ec2"],
    "ecr": ["api.ecr", "ecr"], "ecs": ["ecs"], "elasticache": ["elasticache"],
    "elasticloadbalancing": ["elasticloadbalancing"],
    "elasticmapreduce": ["elasticmapreduce"], "events": ["events"], "firehose": ["firehose"],
    "forecast": ["forecast", "forecastquery"], "geo": ["geo", "places.geo", "routes.geo", "maps.geo"],
    "glacier": ["glacier"], "glue": ["glue"], "guardduty": ["guardduty"], "imagebuilder": ["imagebuilder"],
    "inspector2": ["inspector2"], "kinesis": ["kinesis", "kinesis-streams"],
    "kinesisanalytics": ["kinesisanalytics"], "kinesisvideo": ["kinesisvideo"], "kms": ["kms"],
    "lambda": ["lambda"], "lex": ["runtime.lex", "runtime-v2-lex", "models-v2-lex"], "logs": ["logs"],
    "macie2": ["macie2"], "mobiletargeting": ["pinpoint"],
    "personalize": ["personalize", "personalize-runtime", "personalize-events"], "pipes": ["pipes"],
    "polly": ["polly"], "pricing": ["api.pricing"], "quicksight": ["quicksight"], "rds": ["rds"],
    "rds-data": ["rds-data"], "redshift": ["redshift"], "redshift-data": ["redshift-data"],
    "rekognition": ["rekognition", "streaming-rekognition"],
    "resource-groups": ["resource-groups"],
    "sagemaker": ["api.sagemaker", "runtime.sagemaker", "featurestore-runtime.sagemaker"],
    "scheduler": ["scheduler"], "schemas": ["schemas"], "secretsmanager": ["secretsmanager"],
    "securityhub": ["securityhub"], "securitylake": ["securitylake"],
    "servicecatalog": ["servicecatalog"], "servicediscovery": ["servicediscovery", "data-servicediscovery"],
    "signer": ["signer"], "sms-voice": ["sms-voice"], "sns": ["sns"],
    "ssm": ["ssm", "ssmmessages", "ec2messages"], "states": ["states", "sync-states"],
    "storagegateway": ["storagegateway"], "tag": ["tagging"], "textract": ["textract"],
    "transfer": ["transfer"],
    "translate": ["translate"], "verifiedpermissions": ["verifiedpermissions"], "wafv2": ["wafv2"],
    "workspaces": ["workspaces"], "xray": ["xray"],
  ]

  /// Services that call their hosts differently, or have more of them.
  static let special: [String: Endpoint] = [
    "s3": Endpoint(
      ["s3", "s3-control", "s3-accesspoint", "s3-object-lambda", "s3-outposts"],
      others: [
        // Buckets as hosts, of each of the forms; a bucket's own name may have dots.
        "*.s3.{region}.{suffix}", "*.s3-fips.{region}.{suffix}", "s3.dualstack.{region}.{suffix}",
        "*.s3.dualstack.{region}.{suffix}", "s3-fips.dualstack.{region}.{suffix}",
        "*.s3-fips.dualstack.{region}.{suffix}", "s3-{region}.{suffix}", "*.s3-{region}.{suffix}",
        "*.s3-accesspoint.{region}.{suffix}", "*.s3-accesspoint.dualstack.{region}.{suffix}",
        "*.s3-control.{region}.{suffix}", "*.s3-control.dualstack.{region}.{suffix}",
        "*.s3-control-fips.{region}.{suffix}",
        "*.s3-control-fips.dualstack.{region}.{suffix}",
        "*.s3-object-lambda.{region}.{suffix}", "*.s3express-*.{region}.{suffix}",
        "s3express-control.{region}.{suffix}", "s3-control.dualstack.{region}.{suffix}",
        "s3-control-fips.dualstack.{region}.{suffix}", "*.vpce-*.s3.{region}.vpce.{suffix}",
        "s3.{suffix}", "*.s3.{suffix}", "*.s3-accelerate.{suffix}", "*.s3-accelerate.dualstack.{suffix}",
      ]),
    "dynamodb": Endpoint(
      ["dynamodb", "streams.dynamodb", "streams-dynamodb"],
      // The SDKs put the account's number before `ddb`.
      others: ["????????????.ddb.{region}.{suffix}", "????????????.ddb.{region}.{dual}"]),
    // Older SDKs put the queue's service before and the region first.
    "sqs": Endpoint(["sqs"], others: ["{region}.queue.{suffix}", "queue.{suffix}"]),
    // Some put the word for FIPS before their own name.
    "batch": Endpoint(["batch"], others: ["fips.batch.{region}.{suffix}"]),
    "eks": Endpoint(["eks"], others: ["fips.eks.{region}.{suffix}"]),
    "transcribe": Endpoint(
      ["transcribe", "transcribestreaming"],
      others: ["fips.transcribe.{region}.{suffix}", "fips.transcribestreaming.{region}.{suffix}"]),
    "sts": Endpoint(["sts"], others: ["sts.{suffix}"]),
    "iam": Endpoint(
      ["iam"], others: ["iam.{suffix}", "iam-fips.{suffix}", "iam.global.api.aws", "iam-fips.global.api.aws"]),
    "route53": Endpoint(
      [],
      others: [
        "route53.{suffix}", "route53-fips.{suffix}", "route53.global.api.aws", "route53-fips.global.api.aws",
      ]),
    "cloudfront": Endpoint(
      [],
      others: [
        "cloudfront.{suffix}", "cloudfront-fips.{suffix}", "cloudfront.global.api.aws",
        "cloudfront-fips.global.api.aws",
      ]),
    "organizations": Endpoint(["organizations"], others: ["organizations.{suffix}"]),
    "budgets": Endpoint(
      [],
      others: [
        "budgets.{suffix}", "budgets-fips.{suffix}", "budgets.{dual}", "budgets-fips.{dual}",
        "budgets.{region}.{dual}",
      ]),
    "ce": Endpoint(["ce"]),
    // Mail is sent over SMTP as well.
    "ses": Endpoint(["email", "email-smtp"], port: nil),
    "waf": Endpoint(["waf", "waf-regional"], others: ["waf.{suffix}", "waf-fips.{suffix}"]),
    "shield": Endpoint(["shield"]),
    "execute-api": Endpoint(
      ["execute-api"], others: ["*.execute-api.{region}.{suffix}", "*.execute-api.{region}.{dual}"]),
    "apigateway": Endpoint(["apigateway"]),
    "appsync": Endpoint(
      ["appsync"],
      others: ["*.appsync-api.{region}.{suffix}", "*.appsync-realtime-api.{region}.{suffix}"]),
    "iot": Endpoint(["iot", "data.iot", "data-ats.iot"], others: ["*.iot.{region}.{suffix}"], port: nil),
    "es": Endpoint(["es", "aos"], others: ["*.es.{region}.{suffix}", "*.aos.{region}.on.aws"]),
    "aoss": Endpoint(["aoss"], others: ["*.aoss.{region}.{suffix}"]),
    "rds-db": Endpoint(
      [], others: ["*.rds.{region}.{suffix}", "*.proxy-*.{region}.rds.{suffix}", "*.{region}.rds.{suffix}"],
      port: nil),
    "redshift-db": Endpoint(
      [], others: ["*.{region}.redshift.{suffix}", "*.{region}.redshift-serverless.{suffix}"], port: nil),
    "elasticache-db": Endpoint([], others: ["*.cache.{suffix}"], port: nil),
    "timestream": Endpoint(
      [
        "query.timestream", "ingest.timestream", "query-*.timestream", "ingest-*.timestream",
        "timestream-query", "timestream-ingest",
      ]),
    "ecr-images": Endpoint([], others: ["*.dkr.ecr.{region}.{suffix}"]),
    "kafka": Endpoint(
      ["kafka", "kafka-api"], others: ["*.kafka.{region}.{suffix}", "*.kafka-serverless.{region}.{suffix}"],
      port: nil),
    "mq": Endpoint(["mq"], others: ["*.mq.{region}.{suffix}"], port: nil),
    "neptune-db": Endpoint([], others: ["*.{region}.neptune.{suffix}"], port: nil),
    "vpc-lattice-svcs": Endpoint([], others: ["*.vpc-lattice-svcs.{region}.on.aws"]),
    "lambda-url": Endpoint([], others: ["*.lambda-url.{region}.on.aws"]),
    "elasticfilesystem": Endpoint(
      ["elasticfilesystem", "efs"], others: ["*.efs.{region}.{suffix}"], port: nil),
    "mediaconvert": Endpoint(["mediaconvert"], others: ["*.mediaconvert.{region}.{suffix}"]),
  ]

  /// Other names of the same service: of SDKs, of the console.
  static let aliases: [String: String] = [
    "apigatewaymanagementapi": "execute-api", "bedrock-agent": "bedrock", "bedrock-agent-runtime": "bedrock",
    "bedrock-runtime": "bedrock",
    "cognito": "cognito-idp", "ddb": "dynamodb", "docdb": "rds", "dynamodbstreams": "dynamodb",
    "efs": "elasticfilesystem", "elb": "elasticloadbalancing", "email": "ses", "eventbridge": "events",
    "iot-data": "iot", "iotdata": "iot", "location": "geo", "monitoring": "cloudwatch",
    "opensearch": "es", "opensearchserverless": "aoss", "pinpoint": "mobiletargeting",
    "sagemaker-runtime": "sagemaker", "secrets-manager": "secretsmanager", "sesv2": "ses",
    "stepfunctions": "states", "timestream-query": "timestream", "timestream-write": "timestream",
    "waf-regional": "waf",
  ]
}
