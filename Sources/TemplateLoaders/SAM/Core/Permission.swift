internal import Documents
internal import FindingModel

/// What an event invokes: a function, or its alias where one is published.
struct InvocationTarget {
  let functionID: String
  let aliasID: String?

  /// For `FunctionName` of a permission or mapping.
  func name(_ make: Implied) -> Node { make.ref(aliasID ?? functionID) }

  func arn(_ make: Implied) -> Node {
    if let aliasID { return make.ref(aliasID) }
    return make.arn(of: functionID)
  }

  /// `${Function.Arn}` or `${Alias}`, for an `Fn::Sub`.
  var substitution: String { aliasID.map { "${\($0)}" } ?? "${\(functionID).Arn}" }
}

/// A statement of a function's resource policy.
struct InvokePermission {
  let principal: String
  var sourceARN: Node?
  var sourceAccount: Node?
  var eventSourceToken: Node?

  func properties(function: Node, _ make: Implied) -> Node {
    make.map([
      "Action": make.text("lambda:InvokeFunction"), "FunctionName": function,
      "Principal": make.text(principal), "SourceArn": sourceARN, "SourceAccount": sourceAccount,
      "EventSourceToken": eventSourceToken,
    ])
  }
}
