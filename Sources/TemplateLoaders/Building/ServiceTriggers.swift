internal import ApplicationModel
internal import Documents
internal import FindingModel

/// Triggers that other services' resources hold: log subscriptions, IoT rules, user pools, load balancers and more.
struct ServiceTriggers {
  let byType: [String: [EvaluatedResource]]

  private func of(_ type: String) -> [EvaluatedResource] { byType[type] ?? [] }

  func triggers() -> [(Text?, Trigger)] {
    logSubscriptions() + iotRules() + userPools() + email() + loadBalancers() + edge() + customResources()
      + configurationRules() + rotations() + pipes() + firehoses() + agents()
  }

  private func trigger(
    _ kind: TriggerKind, _ resource: EvaluatedResource, source: Value<Text>? = nil, detail: String? = nil,
    authorizer: Authorizer = .platform, filter: EventFilter = .none, isEnabled: Value<Bool> = .absent
  ) -> Trigger {
    let own: Value<Text> = .known(
      Text([.reference(ResourceReference(resource.identity.id))]), at: resource.identity.location)
    return Trigger(
      kind: kind, source: source ?? own, detail: detail, authorizer: authorizer, filter: filter,
      isEnabled: isEnabled, connection: resource.identity.id, location: resource.identity.location,
      isImplied: resource.identity.isImplied)
  }

  private func logSubscriptions() -> [(Text?, Trigger)] {
    of("AWS::Logs::SubscriptionFilter").map { resource in
      let trigger = trigger(.logSubscription, resource, source: resource.properties.text("LogGroupName"))
      return (resource.properties.text("DestinationArn").value, trigger)
    }
  }

  private func iotRules() -> [(Text?, Trigger)] {
    of("AWS::IoT::TopicRule").flatMap { resource -> [(Text?, Trigger)] in
      let payload = resource.properties["TopicRulePayload"]
      let actions = payload?["Actions"]?.elements ?? []
      return actions.compactMap { action in
        guard let lambda = action["Lambda"] else { return nil }
        let trigger = trigger(
          .iot, resource, detail: payload?.text("Sql").value?.pattern,
          isEnabled: (payload?.boolean("RuleDisabled") ?? .absent).map { !$0 })
        return (lambda.text("FunctionArn").value, trigger)
      }
    }
  }

  private func userPools() -> [(Text?, Trigger)] {
    of("AWS::Cognito::UserPool").flatMap { resource in
      (resource.properties["LambdaConfig"]?.entries ?? []).compactMap { entry -> (Text?, Trigger)? in
        let target = entry.value.isMap ? entry.value.text("LambdaArn") : entry.value.asText
        return (target.value, trigger(.userPool, resource, detail: entry.key))
      }
    }
  }

  private func email() -> [(Text?, Trigger)] {
    of("AWS::SES::ReceiptRule").flatMap { resource in
      (resource.properties["Rule"]?["Actions"]?.elements ?? []).compactMap { action -> (Text?, Trigger)? in
        guard let lambda = action["LambdaAction"] else { return nil }
        return (lambda.text("FunctionArn").value, trigger(.email, resource))
      }
    }
  }

  private func loadBalancers() -> [(Text?, Trigger)] {
    let internalOnly = of("AWS::ElasticLoadBalancingV2::LoadBalancer")
      .contains { $0.properties.string("Scheme").value == "internal" }
    let rules =
      of("AWS::ElasticLoadBalancingV2::ListenerRule") + of("AWS::ElasticLoadBalancingV2::Listener")
    return of("AWS::ElasticLoadBalancingV2::TargetGroup")
      .filter { $0.properties.string("TargetType").value == "lambda" }
      .flatMap { group in
        let actions = rules.filter { rule in
          TextCollector.texts(of: rule).contains {
            $0.text.references.contains { $0.id == group.identity.id }
          }
        }.flatMap { ($0.properties["Actions"] ?? $0.properties["DefaultActions"])?.elements ?? [] }
        let types = actions.compactMap { $0.string("Type").value }
        let isAuthenticated = types.contains("authenticate-cognito") || types.contains("authenticate-oidc")
        let authorizer: Authorizer =
          internalOnly ? .privateNetwork : isAuthenticated ? .userPool(.absent) : .none
        return (group.properties["Targets"]?.elements ?? []).map { target -> (Text?, Trigger) in
          (target.text("Id").value, trigger(.loadBalancer, group, authorizer: authorizer))
        }
      }
  }

  private func edge() -> [(Text?, Trigger)] {
    of("AWS::CloudFront::Distribution").flatMap { resource -> [(Text?, Trigger)] in
      let configuration = resource.properties["DistributionConfig"]
      let behaviors =
        [configuration?["DefaultCacheBehavior"]].compactMap { $0 }
        + (configuration?["CacheBehaviors"]?.elements ?? [])
      return behaviors.flatMap { $0["LambdaFunctionAssociations"]?.elements ?? [] }.map { association in
        let trigger = trigger(.edge, resource, detail: association.string("EventType").value)
        return (association.text("LambdaFunctionARN").value, trigger)
      }
    }
  }

  private func customResources() -> [(Text?, Trigger)] {
    byType.keys.sorted().filter { $0 == "AWS::CloudFormation::CustomResource" || $0.hasPrefix("Custom::") }
      .flatMap(of).map { resource in
        (resource.properties.text("ServiceToken").value, trigger(.customResource, resource))
      }
  }

  private func configurationRules() -> [(Text?, Trigger)] {
    of("AWS::Config::ConfigRule").map { resource in
      (resource.properties["Source"]?.text("SourceIdentifier").value, trigger(.configurationRule, resource))
    }
  }

  private func rotations() -> [(Text?, Trigger)] {
    of("AWS::SecretsManager::RotationSchedule").map { resource in
      let trigger = trigger(.secretRotation, resource, source: resource.properties.text("SecretId"))
      return (resource.properties.text("RotationLambdaARN").value, trigger)
    }
  }

  private func pipes() -> [(Text?, Trigger)] {
    of("AWS::Pipes::Pipe").flatMap { resource -> [(Text?, Trigger)] in
      let properties = resource.properties
      let trigger = trigger(
        .pipe, resource, source: properties.text("Source"),
        filter: FunctionReader.patterns(properties["SourceParameters"]?["FilterCriteria"]),
        isEnabled: properties.string("DesiredState").map { $0 != "STOPPED" })
      return [properties.text("Target").value, properties.text("Enrichment").value].map { ($0, trigger) }
    }
  }

  private func firehoses() -> [(Text?, Trigger)] {
    of("AWS::KinesisFirehose::DeliveryStream").flatMap { resource in
      TextCollector.texts(of: resource).filter { $0.keys.contains("ProcessingConfiguration") }
        .map { ($0.text, trigger(.firehose, resource)) }
    }
  }

  private func agents() -> [(Text?, Trigger)] {
    of("AWS::Bedrock::Agent").flatMap { resource in
      (resource.properties["ActionGroups"]?.elements ?? []).compactMap { group -> (Text?, Trigger)? in
        guard let executor = group["ActionGroupExecutor"] else { return nil }
        return (executor.text("Lambda").value, trigger(.agent, resource))
      }
    }
  }
}
