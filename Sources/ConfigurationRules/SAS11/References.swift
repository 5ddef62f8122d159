internal import ApplicationModel
internal import PolicyEngine

extension Application {
  /// Ids that resources of the application, and its outputs, name.
  ///
  /// - Parameter types: Types of resources whose mention does not count.
  func mentionedIDs(leavingOut types: Set<String>) -> Set<String> {
    var ids: Set<String> = []
    for text in texts where !types.contains(text.resource.type) {
      // A resource that names itself is not in use for that.
      for reference in text.text.references where reference.id != text.resource.id {
        ids.insert(reference.id)
      }
    }
    for output in outputs { ids.formUnion((output.value.value?.references ?? []).map(\.id)) }
    return ids
  }

  /// Ids of functions that a role's policy names by the name the template gives them.
  var functionsNamedInPolicies: Set<String> {
    let names = ResourceNames(self)
    let statements =
      roles.flatMap(\.statements) + policies.flatMap(\.document.statements)
    var ids: Set<String> = []
    for text in statements.filter(\.allows).flatMap(\.resources.texts) {
      ids.formUnion(names.identified(text.value).references.map(\.id))
    }
    return ids
  }
}
