internal import TaintEngine

/// Requests that code signs by itself: the service checks the role's rights as it does for an SDK's calls.
enum SignedRequests {
  /// Where a signer is told the service.
  private enum Place {
    case argument(Int, String)
    /// A member of the record that is the first argument, at any of these paths.
    case member([[String]])
  }

  /// What a signer may need; `nil` for a call that signs nothing.
  static func actions(_ fact: CallFact) -> [String]? {
    guard let place = places[fact.callee] else { return nil }
    let value: ValueFact? =
      switch place {
      case .argument(let position, let name): fact.argument(position, name)
      case .member(let paths): paths.lazy.compactMap { Self.member($0, of: fact.argument(0)) }.first
      }
    guard let service = value?.literal else { return usual.split(separator: " ").map(String.init) }
    return actions(ofService: service)
  }

  private static func member(_ path: [String], of record: ValueFact?) -> ValueFact? {
    path.reduce(record) { $0?.fields[$1] }
  }

  /// By the name that a signature carries.
  private static func actions(ofService service: String) -> [String] {
    switch service {
    case "execute-api": ["execute-api:Invoke", "execute-api:ManageConnections"]
    case "es", "opensearch": ["es:ESHttp*"]
    case "aoss": ["aoss:APIAccessAll"]
    case "appsync": ["appsync:GraphQL"]
    case "lambda": ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"]
    default: CallingLibraries.withKeys(["\(service):*"])
    }
  }

  /// Services that are called by addresses of one's own, where no SDK knows the operations.
  static let usual =
    """
    execute-api:Invoke execute-api:ManageConnections es:ESHttp* aoss:APIAccessAll appsync:GraphQL \
    lambda:InvokeFunctionUrl lambda:InvokeFunction neptune-db:* vpc-lattice-svcs:Invoke
    """

  private static let places: [String: Place] = [
    "aws_requests_auth.boto_utils.BotoAWSRequestsAuth": .argument(2, "aws_service"),
    "aws_requests_auth.aws_auth.AWSRequestsAuth": .argument(4, "aws_service"),
    "requests_aws4auth.AWS4Auth": .argument(3, "service"),
    "requests_auth_aws_sigv4.AWSSigV4": .argument(0, "service"),
    "botocore.auth.SigV4Auth": .argument(1, "service_name"),
    "botocore.auth.S3SigV4Auth": .argument(1, "service_name"),
    "botocore.auth.SigV4QueryAuth": .argument(1, "service_name"),
    "botocore.signers.RequestSigner": .argument(2, "signing_name"),
    "aws-sdk.Signers.V4": .argument(1, "serviceName"),
    "opensearchpy.AWSV4SignerAuth": .argument(2, "service"),
    "opensearchpy.AWSV4SignerAsyncAuth": .argument(2, "service"),
    "opensearchpy.RequestsAWSV4SignerAuth": .argument(2, "service"),
    "opensearchpy.Urllib3AWSV4SignerAuth": .argument(2, "service"),
    "@opensearch-project/opensearch/aws.AwsSigv4Signer": .member([["service"]]),
    "@opensearch-project/opensearch/aws-v3.AwsSigv4Signer": .member([["service"]]),
    "@smithy/signature-v4.SignatureV4": .member([["service"]]),
    "@aws-sdk/signature-v4.SignatureV4": .member([["service"]]), "aws4.sign": .member([["service"]]),
    "aws4fetch.AwsClient": .member([["service"]]),
    "aws-sigv4-fetch.createSignedFetcher": .member([["service"]]),
    "aws4-axios.aws4Interceptor": .member([["options", "service"], ["service"]]),
  ]
}
