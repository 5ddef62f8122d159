/// What a call does with data that may reach another function, and which parameters say where and what.
///
/// Parameters are paths into the request, as in ``ResourceTemplate``.
package struct DataOperation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case write
    case read
    case delete
    case invoke
  }

  package enum Medium: String, Hashable, Sendable {
    case bucket
    case table
    case queue
    case topic
    case stream
    case bus
    case stateMachine
    case function
    case secret
    case parameter
    case logGroup
    case connection
    case mail
  }

  /// A part of a message that filters look at, or that names it.
  package enum Facet: String, Hashable, Sendable, CaseIterable {
    /// Object key, or the key of an item.
    case key
    case payload
    case attributes
    case subject
    case detailType
    case source
    case partitionKey
    case group
  }

  package let kind: Kind
  package let medium: Medium
  /// Paths that may name the resource; the first that is given does.
  package let resource: [String]
  package let facets: [Facet: [String]]

  package init(
    _ kind: Kind, _ medium: Medium, _ resource: [String], key: [String] = [], payload: [String] = [],
    _ facets: [Facet: [String]] = [:]
  ) {
    self.kind = kind
    self.medium = medium
    self.resource = resource
    var all = facets
    if !key.isEmpty { all[.key] = key }
    if !payload.isEmpty { all[.payload] = payload }
    self.facets = all
  }

  package var key: [String] { facets[.key, default: []] }
  package var payload: [String] { facets[.payload, default: []] }
}
