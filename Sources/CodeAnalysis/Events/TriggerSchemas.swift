package import ApplicationGraph
package import ApplicationModel
internal import FindingModel
internal import TaintEngine

extension Function {
  /// Kinds of events that reach the function, by its triggers; those that nobody can send are left out last.
  func schemas(in graph: ApplicationGraph) -> [EventSchema] {
    // Of a program without a template nothing is known but what it reads.
    guard graph.application.dialect.isTemplate else { return [.unknown] }
    var schemas: [EventSchema] = []
    for trigger in triggers {
      let schema = trigger.schema(in: graph)
      if !schemas.contains(schema) { schemas.append(schema) }
    }
    return schemas.isEmpty ? [.invocation] : schemas
  }

  /// Whether what it returns reaches a caller.
  var answersCallers: Bool {
    triggers.isEmpty
      || triggers.contains { trigger in
        switch trigger.kind {
        case .restAPI, .httpAPI, .webSocketAPI, .functionURL, .loadBalancer, .graphQL, .edge, .agent,
          .voiceAssistant, .permission:
          true
        default: false
        }
      }
  }
}

extension Trigger {
  /// What flows call the event of this trigger.
  package func schemaTitle(in graph: ApplicationGraph) -> String { schema(in: graph).title }

  func schema(in graph: ApplicationGraph) -> EventSchema {
    switch kind {
    case .restAPI: isMapped ? .mappedRequest : .restAPI
    case .httpAPI: .httpAPI
    case .webSocketAPI: isMapped ? .mappedMessage : .webSocketAPI
    case .functionURL: .functionURL
    case .loadBalancer: .loadBalancer
    case .graphQL: .graphQL
    case .authorizer: .authorizer
    case .edge: .edge
    case .bucket: .bucket
    case .topic: .topic
    case .queue: .queue
    case .kinesis: .kinesis
    case .tableStream: .tableStream
    case .documentStream: .documentStream
    case .kafka: .kafka
    case .messageBroker: .messageBroker
    case .eventRule: .eventRule
    case .schedule, .secretRotation: .schedule
    case .logSubscription: .logSubscription
    case .email: .email
    case .iot: .iot
    case .userPool: .userPool
    case .voiceAssistant: .voiceAssistant
    case .stateMachine: .stateMachine
    case .customResource: .customResource
    case .configurationRule: .configurationRule
    case .pipe: .pipe
    case .firehose: .firehose
    case .agent: .agent
    case .permission: permissionSchema(in: graph)
    }
  }

  /// A permission for a service says what sends the events, even where the connection is made elsewhere.
  private func permissionSchema(in graph: ApplicationGraph) -> EventSchema {
    guard let connection,
      let permission = graph.application.permissions.first(where: { $0.id == connection }),
      let principal = permission.principal.value?.literal
    else { return .invocation }
    let byService: [String: EventSchema] = [
      "apigateway.amazonaws.com": .restAPI, "s3.amazonaws.com": .bucket, "sns.amazonaws.com": .topic,
      "events.amazonaws.com": .eventRule, "scheduler.amazonaws.com": .schedule, "ses.amazonaws.com": .email,
      "iot.amazonaws.com": .iot, "cognito-idp.amazonaws.com": .userPool,
      "config.amazonaws.com": .configurationRule,
      "elasticloadbalancing.amazonaws.com": .loadBalancer, "logs.amazonaws.com": .logSubscription,
      "alexa-appkit.amazon.com": .voiceAssistant, "lexv2.amazonaws.com": .voiceAssistant,
      "connect.amazonaws.com": .voiceAssistant, "bedrock.amazonaws.com": .agent,
      "secretsmanager.amazonaws.com": .schedule, "edgelambda.amazonaws.com": .edge,
    ]
    return byService[principal] ?? .invocation
  }
}
