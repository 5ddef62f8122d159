extension Application {
  /// How a secret gets into a value when the stack is deployed; `nil` if the template tells of none.
  package func deployedSecret(in value: Value<Text>) -> String? {
    guard let text = value.value else { return value.expression.flatMap(deployedSecret) }
    for reference in text.references {
      switch reference.attribute {
      case "ClientSecret": return "the client secret of a user pool's client"
      case "SecretAccessKey": return "the secret of an access key"
      default: continue
      }
    }
    return text.expressions.lazy.compactMap(deployedSecret).first
  }

  private func deployedSecret(_ expression: Expression) -> String? {
    switch expression.origin {
    case .dynamicReference("secretsmanager", _): return "a secret of Secrets Manager"
    case .dynamicReference("ssm-secure", _): return "a SecureString of the Parameter Store"
    case .parameter(let name):
      let isHidden = parameters.contains { $0.name == name && $0.isHidden.value == true }
      return isHidden ? "the hidden parameter '\(name)'" : nil
    case .dynamicReference, .pseudoParameter, .attribute, .otherStack, .other: return nil
    }
  }
}
