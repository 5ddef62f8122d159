internal import ApplicationModel

/// Whether failed events of an asynchronously invoked function are kept.
struct LostEvents {
  /// Triggers whose events the platform queues for the function, switched on.
  let triggers: [Trigger]
  /// Whether the function itself keeps what it fails on.
  let areKept: Bool

  /// Custom resources, configuration rules and rotations are left out: their callers see a missing answer.
  init(of function: Function) {
    triggers = function.triggers.filter { trigger in
      switch trigger.kind {
      case .customResource, .configurationRule, .secretRotation: false
      default: trigger.invocation == .asynchronous && trigger.isEnabled.value != false
      }
    }
    // A target that only the deployment knows is a target.
    areKept = !function.deadLetterTarget.isAbsent || !(function.asynchronous?.onFailure.isAbsent ?? true)
  }

  var onlyBySchedule: Bool { triggers.allSatisfy { $0.kind == .schedule } }

  /// `an S3 bucket and an SNS topic`.
  var sources: String {
    var titles: [String] = []
    for trigger in triggers where !titles.contains(trigger.kind.title) { titles.append(trigger.kind.title) }
    guard let last = titles.last, titles.count > 1 else { return titles.first ?? "" }
    return titles.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// Whether rules and subscriptions keep what they cannot hand over, for every trigger.
  ///
  /// That is less than it seems: the function's own errors come after the event was handed over.
  func keepUndelivered(in application: Application) -> Bool {
    triggers.allSatisfy { trigger in
      guard let connection = trigger.connection else { return false }
      if let rule = application.rules.first(where: { $0.id == connection }) {
        return rule.targets.contains { !$0.deadLetterTarget.isAbsent }
      }
      return application.subscriptions.contains {
        $0.connection == connection && !$0.deadLetterTarget.isAbsent
      }
    }
  }
}
