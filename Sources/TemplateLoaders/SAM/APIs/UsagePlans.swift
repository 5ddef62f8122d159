internal import Documents
internal import FindingModel

/// The usage plan that several APIs of a template share.
struct SharedUsagePlan {
  struct Member {
    let api: SAMResource
    let stageID: String
    let place: SourceLocation
  }

  static let planID = "ServerlessUsagePlan"
  static let keyID = "ServerlessApiKey"
  static let linkID = "ServerlessUsagePlanKey"

  var members: [Member] = []
  /// The first settings met; SAM takes them for all members.
  var settings: Node?
}

extension Assembly {
  mutating func usagePlan(of api: SAMResource, stageID: String) {
    guard let plan = api["Auth"]?.present("UsagePlan") else { return }
    guard plan.isPlainMapping, let kind = plan.present("CreateUsagePlan").map(resolved)?.text else {
      problem(at: plan.location, "The UsagePlan of '\(api.id)' needs CreateUsagePlan.")
      return
    }
    let member = SharedUsagePlan.Member(api: api, stageID: stageID, place: plan.location)
    switch kind {
    case "PER_API":
      let ids = [api.id + "UsagePlan", api.id + "ApiKey", api.id + "UsagePlanKey"]
      let tags = api.propagatesTags ? Tags.list(api["Tags"]) : []
      emitPlan(ids, members: [member], settings: plan, tags: tags, attributes: api.inheritedAttributes)
      noteReferences(of: api, ids)
    case "SHARED":
      usagePlans.members.append(member)
      usagePlans.settings = usagePlans.settings ?? plan
      noteReferences(of: api, [SharedUsagePlan.planID, SharedUsagePlan.keyID, SharedUsagePlan.linkID])
    case "NONE": break
    default: problem(at: plan.location, "'\(kind)' is no way to create a usage plan.")
    }
  }

  private mutating func noteReferences(of api: SAMResource, _ ids: [String]) {
    for (name, id) in zip(["UsagePlan", "ApiKey", "UsagePlanKey"], ids) {
      references["\(api.id).\(name)"] = id
    }
  }

  mutating func finishUsagePlan() {
    guard let first = usagePlans.members.first, let settings = usagePlans.settings else { return }
    let make = Implied(at: first.place)
    let apis = usagePlans.members.map(\.api)
    var attributes: [Entry] = []
    if let condition = sharedCondition(apis.map(\.condition), name: "SharedUsagePlanCondition", make) {
      attributes.append(Entry("Condition", at: make.place, make.text(condition)))
    }
    for (key, order) in [
      ("DeletionPolicy", ["Retain", "Delete"]), ("UpdateReplacePolicy", ["Retain", "Snapshot", "Delete"]),
    ] {
      let wanted = Set(apis.compactMap { $0.node[key]?.text })
      guard let policy = order.first(where: wanted.contains) else { continue }
      attributes.append(Entry(key, at: make.place, make.text(policy)))
    }
    let ids = [SharedUsagePlan.planID, SharedUsagePlan.keyID, SharedUsagePlan.linkID]
    let tags = apis.filter(\.propagatesTags).map { Tags.list($0["Tags"]) }.last ?? []
    emitPlan(ids, members: usagePlans.members, settings: settings, tags: tags, attributes: attributes)
  }

  private mutating func emitPlan(
    _ ids: [String], members: [SharedUsagePlan.Member], settings: Node, tags: [Node], attributes: [Entry]
  ) {
    let make = Implied(at: settings.location)
    let stages = members.map { make.map(["ApiId": make.ref($0.api.id), "Stage": make.ref($0.stageID)]) }
    let own = tags.isEmpty ? settings.present("Tags") : make.list(tags)
    let kept = ["UsagePlanName", "Description", "Quota", "Throttle"]
    let plan = make.map(
      [Entry("ApiStages", at: make.place, make.list(stages))]
        + settings.entries.filter { kept.contains($0.key) && !$0.value.isNull }
        + make.map(["Tags": own]).entries)
    imply(
      ids[0], "AWS::ApiGateway::UsagePlan", plan, inheriting: attributes, dependsOn: members.map(\.api.id),
      at: make.place)
    let keys = members.map {
      make.map(["RestApiId": make.ref($0.api.id), "StageName": make.ref($0.stageID)])
    }
    let key = make.map([
      "Enabled": make.flag(true), "StageKeys": make.list(keys),
      "Tags": tags.isEmpty ? nil : make.list(tags),
    ])
    imply(
      ids[1], "AWS::ApiGateway::ApiKey", key, inheriting: attributes, dependsOn: [ids[0]], at: make.place)
    let link = make.map([
      "KeyId": make.ref(ids[1]), "KeyType": make.text("API_KEY"), "UsagePlanId": make.ref(ids[0]),
    ])
    imply(
      ids[2], "AWS::ApiGateway::UsagePlanKey", link, inheriting: attributes, dependsOn: [ids[1]],
      at: make.place)
  }
}
