/// An action of a service as the platform's authorization reference describes it.
package struct ServiceAction: Hashable, Sendable {
  /// Prefix of the service, `s3`.
  package let service: String
  /// `GetObject`.
  package let name: String
  package let accessLevel: AccessLevel
  package let targets: [ActionTarget]

  /// `s3:GetObject`.
  package var fullName: String { "\(service):\(name)" }

  /// Kinds of resources that a statement may name for it; empty if only `*` works.
  package var resourceTypes: [ServiceResourceType] { targets.compactMap(\.resourceType) }

  /// Whether a policy can restrict it to resources.
  package var isScopable: Bool { !resourceTypes.isEmpty || Self.scopedByTask.contains(fullName) }

  /// The reference names no resource for the answers to a task; SAM's own `StepFunctionsCallbackPolicy` names the
  /// state machine, and an activity's worker needs them on the activity.
  private static let scopedByTask: Set<String> = [
    "states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess",
  ]

  /// Other actions that the platform asks for in the same call, `iam:PassRole`; sorted, each once.
  package var dependentActions: [String] { Set(targets.flatMap(\.dependentActions)).sorted() }

  /// Condition keys that a statement on it may use; sorted, each once.
  package var conditionKeys: [String] {
    Set(targets.flatMap { $0.conditionKeys + ($0.resourceType?.conditionKeys ?? []) }).sorted()
  }
}

/// One kind of resource an action takes, or what holds without regard to resources.
package struct ActionTarget: Hashable, Sendable {
  package let resourceType: ServiceResourceType?
  package let isRequired: Bool
  package let conditionKeys: [String]
  package let dependentActions: [String]
}

/// A kind of resource that policies can name.
package struct ServiceResourceType: Hashable, Sendable {
  /// `bucket`.
  package let name: String
  /// `arn:${Partition}:s3:::${BucketName}`.
  package let arn: String
  package let conditionKeys: [String]

  /// The ARN with `*` for everything that varies.
  package var pattern: String {
    var result = ""
    var rest = arn[...]
    while let start = rest.firstIndex(of: "$"), let end = rest[start...].firstIndex(of: "}") {
      result += rest[..<start] + "*"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

/// A key that conditions on a service's actions may test.
package struct ConditionKey: Hashable, Sendable {
  package enum ValueType: Int, Hashable, Sendable {
    case string, strings, arn, arns, bool, bools, number, date, address
  }

  /// `s3:prefix`, or with a variable part: `aws:ResourceTag/${TagKey}`, `s3:RequestObjectTag/<key>`.
  package let name: String
  package let type: ValueType
}
