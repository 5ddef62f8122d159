package import FindingModel

/// What a node of the graph stands for, from who acts to what is won.
package enum AccessNodeKind: String, CaseIterable, Hashable, Sendable {
  case internet
  case authenticatedUsers
  case otherAccounts
  case user
  case identityPool
  /// A part of the platform that calls a function: a schedule, CloudFront, incoming e-mail.
  case service
  case api
  case rule
  case function
  case role
  case stateMachine
  case bucket
  case table
  case database
  case queue
  case topic
  case stream
  case bus
  case secret
  case parameter
  case key
  case userPool
  case logGroup
  case data
  case secrets
  case admin
}

extension AccessNodeKind {
  /// Who may be at the beginning of an attack.
  package var isWho: Bool {
    switch self {
    case .internet, .authenticatedUsers, .otherAccounts: true
    default: false
    }
  }

  /// What an attack may be after.
  package var isGoal: Bool { self == .data || self == .secrets || self == .admin }

  /// What the holder of a resource of this kind has won; `nil` for one that only leads on.
  var goal: AccessNodeKind? {
    switch self {
    case .bucket, .table, .database, .userPool: .data
    case .secret, .parameter: .secrets
    default: nil
    }
  }

  /// Whether it runs with the rights of a role, so that feeding it and controlling it are two things.
  var runsCode: Bool { self == .function || self == .stateMachine }

  /// In a sentence, for all of a kind: `every table`.
  package var title: String {
    switch self {
    case .internet: "internet"
    case .authenticatedUsers: "authenticated users"
    case .otherAccounts: "other accounts"
    case .user: "user"
    case .identityPool: "identity pool"
    case .service: "service"
    case .api: "API"
    case .rule: "rule"
    case .function: "function"
    case .role: "role"
    case .stateMachine: "state machine"
    case .bucket: "bucket"
    case .table: "table"
    case .database: "database"
    case .queue: "queue"
    case .topic: "topic"
    case .stream: "stream"
    case .bus: "event bus"
    case .secret: "secret"
    case .parameter: "parameter"
    case .key: "encryption key"
    case .userPool: "user pool"
    case .logGroup: "log group"
    case .data: "data"
    case .secrets: "secrets"
    case .admin: "administration of the account"
    }
  }
}

/// A node: somebody, something, or a goal.
package struct AccessNode: Hashable, Sendable {
  /// Unique within the graph and the same in every run: `function:Orders`, `api:Shop:internet`.
  package let key: String
  package let kind: AccessNodeKind
  package let title: String
  /// Where it is written; `nil` for who, goals and what is not part of the application.
  package let location: SourceLocation?
  /// Stands for every resource of its kind, or for one outside the application.
  package let extent: Extent

  package enum Extent: Hashable, Sendable {
    case one
    /// Every resource of the kind in the account, those of the application among them.
    case every
    /// Resources of the account that the application does not define.
    case outside
  }

  package init(
    key: String, kind: AccessNodeKind, title: String, location: SourceLocation? = nil, extent: Extent = .one
  ) {
    self.key = key
    self.kind = kind
    self.title = title
    self.location = location
    self.extent = extent
  }
}

/// What one node may do to another.
package enum AccessEdgeKind: UInt8, CaseIterable, Hashable, Sendable {
  case mayInvoke
  case triggers
  case executesAs
  case mayRead
  case mayWrite
  /// Delete, open to others, change the code of, pass or assume.
  case mayAdminister
  /// What code writes here arrives as the event of a function.
  case flowsTo
  /// A group and its members, a resource and the goal it holds.
  case holds

  package var name: String {
    switch self {
    case .mayInvoke: "mayInvoke"
    case .triggers: "triggers"
    case .executesAs: "executesAs"
    case .mayRead: "mayRead"
    case .mayWrite: "mayWrite"
    case .mayAdminister: "mayAdminister"
    case .flowsTo: "flowsTo"
    case .holds: "holds"
    }
  }
}

/// Why an edge exists.
package struct AccessEvidence: Hashable, Sendable {
  /// The kind of thing a person would change to remove the edge.
  package enum Source: Hashable, Sendable {
    case statement
    case managedPolicy
    case resourcePolicy
    case trustPolicy
    /// An identity pool that hands a role to whoever asks.
    case guests
    case trigger(TriggerGuard)
    case flow
    /// Follows from what the resource is; there is nothing to remove.
    case nature
  }

  /// What decides who comes in by a trigger.
  package enum TriggerGuard: Hashable, Sendable {
    /// Nothing yet, where an authorizer or IAM could stand.
    case open
    /// Nothing yet, and only the beginning of a connection can be refused.
    case openConnection
    /// An authorizer, an identity provider or IAM.
    case guarded
    /// Whoever may fill the source: a queue, a bucket, a bus.
    case source
    /// The platform: what it sends cannot be guarded, only given up.
    case platform
    /// A permission of the function's own policy.
    case permission
  }

  package let source: Source
  /// Whether the code needs what it allows, so that removing it breaks something.
  package let isNeeded: Bool
  package let location: SourceLocation
  /// `the role allows dynamodb:GetItem`.
  package let note: String
  /// What must hold for the edge to exist; `nil` for one that is certain.
  package let condition: String?

  package init(
    source: Source, location: SourceLocation, note: String, condition: String? = nil, isNeeded: Bool = false
  ) {
    self.source = source
    self.isNeeded = isNeeded
    self.location = location
    self.note = note
    self.condition = condition
  }
}

/// An edge by the numbers of its nodes and of its evidence.
package struct AccessEdge: Hashable, Sendable {
  package let source: Int32
  package let target: Int32
  package let evidence: Int32
  package let kind: AccessEdgeKind

  package init(source: Int32, target: Int32, evidence: Int32, kind: AccessEdgeKind) {
    self.source = source
    self.target = target
    self.evidence = evidence
    self.kind = kind
  }
}
