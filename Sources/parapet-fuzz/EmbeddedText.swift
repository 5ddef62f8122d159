internal import Documents
internal import TemplateLoaders

extension FuzzTarget {
  /// A template that holds the input as a policy, a state machine and an API: as text, and as a map if it is JSON.
  static func embedded(_ bytes: [UInt8]) -> [UInt8] {
    let text = quoted(String(decoding: bytes, as: UTF8.self))
    // Input that is no JSON would only break the template around it; that is what the target json does.
    let isJSON = (try? JSONReader.parse(bytes, path: "input.json")) != nil
    let value = isJSON ? String(decoding: bytes, as: UTF8.self) : text
    let template = """
      {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {
      "Bucket": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": "b", "PolicyDocument": \(value)}},
      "Queue": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": ["q"], "PolicyDocument": \(text)}},
      "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": \(value),
        "Policies": [{"PolicyName": "p", "PolicyDocument": \(value)}]}},
      "Machine": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"RoleArn": "r", "DefinitionString": \(text)}},
      "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Body": \(value), "Policy": \(text)}},
      "Http": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP", "Body": \(value)}}}}
      """
    return Array(template.utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
