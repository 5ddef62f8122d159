/// From the names that SDKs give services to the prefixes of their actions.
package enum ServiceNames {
  /// - Parameter service: `stepfunctions`, `StepFunctions`, `@aws-sdk/client-sfn`, `SFNClient`, in any case.
  /// - Returns: `nil` for what is no service: a guess would ask for permissions that do not exist.
  package static func prefix(of service: String) -> String? {
    guard (1...120).contains(service.utf8.count) else { return nil }
    var name = service.lowercased()
    if name.hasPrefix("@aws-sdk/") { name = String(name.dropFirst("@aws-sdk/".count)) }
    let hyphenated = name
    for start in ["client-", "lib-"] where name.hasPrefix(start) {
      name = String(name.dropFirst(start.count))
    }
    name = OperationName.normal(name)
    if let prefix = aliases[name] { return prefix }
    if name.hasSuffix("client"), name.count > "client".count { name = String(name.dropLast("client".count)) }
    guard !name.isEmpty else { return nil }
    // Hyphens are kept for a name that is a prefix already: `access-analyzer`, `execute-api`.
    if let prefix = aliases[name] ?? ServiceCatalogue().service(hyphenated)?.prefix { return prefix }
    return newer.contains(name) ? name : ServiceCatalogue().service(name)?.prefix
  }

  /// Services of the SDKs that the catalogue does not hold.
  private static let newer: Set<String> = ["continuum", "iotthingsgraph", "s3files", "supportauthz"]

  /// Only names that differ from the prefix: the client of Python, the service id, the class of JavaScript.
  private static let aliases: [String: String] = [
    "accessanalyzer": "access-analyzer", "accountaccess": "account-access",
    "accountaccessruntime": "account-access",
    "acmpca": "acm-pca", "agentregistry": "agent-registry", "agentregistrycontrol": "agent-registry",
    "amp": "aps", "apigatewaymanagementapi": "execute-api", "apigatewayv2": "apigateway",
    "appconfigdata": "appconfig", "appintegrations": "app-integrations",
    "applicationautoscaling": "application-autoscaling",
    "applicationcostprofiler": "application-cost-profiler", "applicationdiscoveryservice": "discovery",
    "applicationsignals": "application-signals", "arcregionswitch": "arc-region-switch",
    "arczonalshift": "arc-zonal-shift", "autoscalingplans": "autoscaling-plans",
    "backupgateway": "backup-gateway", "backupsearch": "backup-search", "bcmdashboards": "bcm-dashboards",
    "bcmdataexports": "bcm-data-exports", "bcmpricingcalculator": "bcm-pricing-calculator",
    "bcmrecommendedactions": "bcm-recommended-actions", "bedrockagent": "bedrock",
    "bedrockagentcore": "bedrock-agentcore", "bedrockagentcorecontrol": "bedrock-agentcore",
    "bedrockagentruntime": "bedrock", "bedrockdataautomation": "bedrock",
    "bedrockdataautomationruntime": "bedrock", "bedrockruntime": "bedrock", "chimesdkidentity": "chime",
    "chimesdkmediapipelines": "chime", "chimesdkmeetings": "chime", "chimesdkmessaging": "chime",
    "chimesdkvoice": "chime", "cleanroomsml": "cleanrooms-ml", "cloudcontrol": "cloudformation",
    "cloudfrontkeyvaluestore": "cloudfront-keyvaluestore", "cloudhsmv2": "cloudhsm",
    "cloudsearchdomain": "cloudsearch", "cloudtraildata": "cloudtrail-data", "cloudwatchevents": "events",
    "cloudwatchlogs": "logs", "cloudwatchomni": "cloudwatch", "codeguruprofiler": "codeguru-profiler",
    "codegurureviewer": "codeguru-reviewer", "codegurusecurity": "codeguru-security",
    "codestarconnections": "codestar-connections", "codestarnotifications": "codestar-notifications",
    "cognitoidentity": "cognito-identity", "cognitoidentityprovider": "cognito-idp",
    "cognitoidentityserviceprovider": "cognito-idp", "cognitoidp": "cognito-idp",
    "cognitosync": "cognito-sync", "computeoptimizer": "compute-optimizer",
    "computeoptimizerautomation": "aco-automation", "configservice": "config",
    "connectcampaigns": "connect-campaigns", "connectcampaignsv2": "connect-campaigns",
    "connectcases": "cases", "connectcontactlens": "connect", "connecthealth": "health-agent",
    "connectparticipant": "execute-api", "connectscheduling": "connect", "costandusagereportservice": "cur",
    "costexplorer": "ce", "costoptimizationhub": "cost-optimization-hub", "customerprofiles": "profile",
    "databasemigrationservice": "dms", "devopsagent": "aidevops", "devopsguru": "devops-guru",
    "directoryservice": "ds", "directoryservicedata": "ds-data", "docdb": "rds",
    "docdbelastic": "docdb-elastic", "dsdata": "ds-data", "dsqlsigner": "dsql",
    "dynamodbdocument": "dynamodb",
    "dynamodbstreams": "dynamodb", "ec2instanceconnect": "ec2-instance-connect", "ecrpublic": "ecr-public",
    "efs": "elasticfilesystem", "eksauth": "eks-auth", "elasticloadbalancingv2": "elasticloadbalancing",
    "elasticsearchservice": "es", "elb": "elasticloadbalancing", "elbv2": "elasticloadbalancing",
    "elementalinference": "elemental-inference", "email": "ses", "emr": "elasticmapreduce",
    "emrcontainers": "emr-containers", "emrserverless": "emr-serverless",
    "endusermessaging": "end-user-messaging", "eventbridge": "events", "eventbridgev2": "events",
    "forecastquery": "forecast", "forecastqueryservice": "forecast", "forecastservice": "forecast",
    "geomaps": "geo-maps", "geoplaces": "geo-places", "georoutes": "geo-routes",
    "greengrassv2": "greengrass", "iamtoolbox": "iam", "inspectorscan": "inspector-scan",
    "iot1clickdevicesservice": "iot1click", "iotdata": "iot", "iotdataplane": "iot",
    "iotjobsdataplane": "iotjobsdata", "iotsecuretunneling": "iot", "ivsrealtime": "ivs",
    "kendraranking": "kendra-ranking", "keyspaces": "cassandra", "keyspacesstreams": "cassandra",
    "kinesisanalyticsv2": "kinesisanalytics", "kinesisvideoarchivedmedia": "kinesisvideo",
    "kinesisvideomedia": "kinesisvideo", "kinesisvideosignaling": "kinesisvideo",
    "kinesisvideowebrtcstorage": "kinesisvideo", "lambdacore": "lambda", "lambdamicrovms": "lambda",
    "lambdaweb": "lambda", "lexmodelbuildingservice": "lex", "lexmodels": "lex", "lexmodelsv2": "lex",
    "lexruntime": "lex", "lexruntimeservice": "lex", "lexruntimev2": "lex", "lexv2models": "lex",
    "lexv2runtime": "lex", "licensemanager": "license-manager",
    "licensemanagerlinuxsubscriptions": "license-manager-linux-subscriptions",
    "licensemanagerusersubscriptions": "license-manager-user-subscriptions", "location": "geo",
    "mailmanager": "ses", "managedblockchainquery": "managedblockchain-query",
    "marketplaceagreement": "aws-marketplace", "marketplacecatalog": "aws-marketplace",
    "marketplacedeployment": "aws-marketplace", "marketplacediscovery": "aws-marketplace",
    "marketplaceentitlement": "aws-marketplace", "marketplaceentitlementservice": "aws-marketplace",
    "marketplacemetering": "aws-marketplace", "marketplacereporting": "aws-marketplace",
    "mediapackagevod": "mediapackage-vod", "mediastoredata": "mediastore",
    "medicalimaging": "medical-imaging", "meteringmarketplace": "aws-marketplace", "migrationhub": "mgh",
    "migrationhubconfig": "mgh", "migrationhuborchestrator": "migrationhub-orchestrator",
    "migrationhubrefactorspaces": "refactor-spaces", "migrationhubstrategy": "migrationhub-strategy",
    "mobile": "mobilehub", "mturk": "mechanicalturk", "mwaa": "airflow",
    "mwaaserverless": "airflow-serverless", "neptune": "rds", "neptunedata": "neptune-db",
    "neptunegraph": "neptune-graph", "networkfirewall": "network-firewall",
    "networksecuritymanager": "network-security-manager", "notificationscontacts": "notifications-contacts",
    "novaact": "nova-act", "opensearch": "es", "opensearchmemory": "osm",
    "opensearchserverless": "aoss", "opsworkscm": "opsworks-cm", "partnercentralaccount": "partnercentral",
    "partnercentralbenefits": "partnercentral", "partnercentralchannel": "partnercentral",
    "partnercentralrevenuemeasurement": "partnercentral", "partnercentralselling": "partnercentral",
    "paymentcryptography": "payment-cryptography", "paymentcryptographydata": "payment-cryptography",
    "pcaconnectorad": "pca-connector-ad", "pcaconnectorscep": "pca-connector-scep",
    "personalizeevents": "personalize", "personalizeruntime": "personalize", "pinpoint": "mobiletargeting",
    "pinpointemail": "ses", "pinpointsmsvoice": "sms-voice", "pinpointsmsvoicev2": "sms-voice",
    "qconnect": "wisdom", "qldbsession": "qldb", "rdsdata": "rds-data", "rdsdataservice": "rds-data",
    "rdssigner": "rds-db", "redshiftdata": "redshift-data", "redshiftserverless": "redshift-serverless",
    "resiliencehubv2": "resiliencehub", "resourceexplorer2": "resource-explorer-2",
    "resourcegroups": "resource-groups", "resourcegroupstaggingapi": "tag",
    "route53recoverycluster": "route53-recovery-cluster",
    "route53recoverycontrolconfig": "route53-recovery-control-config",
    "route53recoveryreadiness": "route53-recovery-readiness", "s3control": "s3",
    "s3outposts": "s3-outposts", "s3presignedpost": "s3", "s3requestpresigner": "s3",
    "sagemakera2iruntime": "sagemaker", "sagemakeredge": "sagemaker",
    "sagemakerfeaturestoreruntime": "sagemaker", "sagemakergeospatial": "sagemaker-geospatial",
    "sagemakerinferencerouterruntime": "sagemaker", "sagemakerjobruntime": "sagemaker",
    "sagemakermetrics": "sagemaker", "sagemakerruntime": "sagemaker",
    "sagemakertrainingsessionruntime": "sagemaker", "securityir": "security-ir",
    "serverlessapplicationrepository": "serverlessrepo", "servicecatalogappregistry": "servicecatalog",
    "sesv2": "ses", "sfn": "states", "signerdata": "signer", "simpledb": "sdb", "simpledbv2": "sdb",
    "smsvoice": "sms-voice", "snowdevicemanagement": "snow-device-management",
    "socialmessaging": "social-messaging", "ssmcontacts": "ssm-contacts", "ssmguiconnect": "ssm-guiconnect",
    "ssmincidents": "ssm-incidents", "ssmquicksetup": "ssm-quicksetup", "ssmsap": "ssm-sap",
    "ssoadmin": "sso", "ssooidc": "sso-oauth", "stepfunctions": "states", "storage": "s3",
    "supplychain": "scn", "taxsettings": "tax", "timestreaminfluxdb": "timestream-influxdb",
    "timestreamquery": "timestream", "timestreamwrite": "timestream", "transcribeservice": "transcribe",
    "transcribestreaming": "transcribe", "vpclattice": "vpc-lattice", "wafregional": "waf-regional",
    "workspacesinstances": "workspaces-instances", "workspacesthinclient": "thinclient",
    "workspacesweb": "workspaces-web",
  ]
}
