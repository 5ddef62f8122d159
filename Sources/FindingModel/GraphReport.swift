/// The graph of one or more applications with its attack paths, ready for a writer.
package struct GraphReport: Hashable, Sendable {
  package let toolVersion: String
  /// Paths of the templates.
  package var applications: [String]
  /// Sorted by column, application and title.
  package var nodes: [GraphNode]
  /// By positions in ``nodes``; sorted, one for each kind between two nodes.
  package var edges: [GraphEdge]
  /// Highest score first.
  package var paths: [GraphPath]
  package var omittedPaths: Int
  /// `from the internet to data, secrets and admin`.
  package var question: String
  /// Sentences about what was cut or could not be read.
  package var notices: [String]
  /// Columns of the terminal.
  package let width: Int

  package init(
    toolVersion: String, applications: [String] = [], nodes: [GraphNode] = [], edges: [GraphEdge] = [],
    paths: [GraphPath] = [], omittedPaths: Int = 0, question: String = "", notices: [String] = [],
    width: Int = 100
  ) {
    self.toolVersion = toolVersion
    self.applications = applications
    self.nodes = nodes
    self.edges = edges
    self.paths = paths
    self.omittedPaths = omittedPaths
    self.question = question
    self.notices = notices
    self.width = width
  }
}

/// Where a node stands in a picture, from who begins to what is won.
package enum GraphColumn: Int, CaseIterable, Hashable, Sendable {
  case who
  case entry
  case function
  case role
  case resource
  case goal

  package var title: String {
    switch self {
    case .who: "Who"
    case .entry: "Entry"
    case .function: "Function"
    case .role: "Role"
    case .resource: "Resource"
    case .goal: "Goal"
    }
  }
}

package struct GraphNode: Hashable, Sendable {
  /// Unique in the report and the same in every run.
  package let id: String
  /// `function`, `internet`, `bucket`.
  package let kind: String
  package let title: String
  package let column: GraphColumn
  /// Path of the template; `nil` for what all applications share.
  package let application: String?
  package let location: SourceLocation?
  /// What else is known, in the order in which it is read: `Exposure`, `internet`.
  package var facts: [GraphFact]
  /// What whoever controls it can do; `nil` where that was not asked.
  package var radius: GraphRadius?

  package init(
    id: String, kind: String, title: String, column: GraphColumn, application: String?,
    location: SourceLocation?, facts: [GraphFact] = [], radius: GraphRadius? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.column = column
    self.application = application
    self.location = location
    self.facts = facts
    self.radius = radius
  }
}

package struct GraphFact: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What whoever controls a node can read, write and administer.
package struct GraphRadius: Hashable, Sendable {
  package struct Reach: Hashable, Sendable {
    /// Id of a node.
    package let node: String
    package let reads: Bool
    package let writes: Bool
    package let administers: Bool

    package init(node: String, reads: Bool, writes: Bool, administers: Bool) {
      self.node = node
      self.reads = reads
      self.writes = writes
      self.administers = administers
    }
  }

  package let isAdministrator: Bool
  /// The first of them; ``count`` is all.
  package let reached: [Reach]
  package let count: Int

  package init(isAdministrator: Bool, reached: [Reach], count: Int) {
    self.isAdministrator = isAdministrator
    self.reached = reached
    self.count = count
  }
}

package struct GraphEdge: Hashable, Sendable {
  /// Position in ``GraphReport/nodes``.
  package let source: Int
  package let target: Int
  /// `mayRead`, `triggers`.
  package let kind: String
  package var evidence: [GraphEvidence]

  package init(source: Int, target: Int, kind: String, evidence: [GraphEvidence]) {
    self.source = source
    self.target = target
    self.kind = kind
    self.evidence = evidence
  }

  /// Whether some evidence holds without conditions.
  package var isCertain: Bool { evidence.contains { $0.condition == nil } }
}

package struct GraphEvidence: Hashable, Sendable {
  package let location: SourceLocation
  package let note: String
  /// What must hold; `nil` for what is certain.
  package let condition: String?

  package init(location: SourceLocation, note: String, condition: String? = nil) {
    self.location = location
    self.note = note
    self.condition = condition
  }
}

/// An attack path as a person reads it.
package struct GraphPath: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    /// Position in ``GraphReport/nodes``.
    package let node: Int
    /// Kind of the edge that leads here; `nil` for the beginning and for taking over code.
    package let kind: String?
    package let note: String
    package let location: SourceLocation?
    package let condition: String?

    package init(node: Int, kind: String?, note: String, location: SourceLocation?, condition: String?) {
      self.node = node
      self.kind = kind
      self.note = note
      self.location = location
      self.condition = condition
    }
  }

  /// `Internet reaches Data through Orders`.
  package let title: String
  package let severity: Severity
  /// 1 to 100.
  package let score: Int
  /// Whether flawed code is shown, only assumed, or not needed (`nil`).
  package let isProven: Bool?
  package let steps: [Step]
  package let cut: Cut?

  package struct Cut: Hashable, Sendable {
    package let advice: String
    /// How many of the listed paths it ends.
    package let paths: Int
    package let isComplete: Bool

    package init(advice: String, paths: Int, isComplete: Bool) {
      self.advice = advice
      self.paths = paths
      self.isComplete = isComplete
    }
  }

  package init(
    title: String, severity: Severity, score: Int, isProven: Bool?, steps: [Step], cut: Cut?
  ) {
    self.title = title
    self.severity = severity
    self.score = score
    self.isProven = isProven
    self.steps = steps
    self.cut = cut
  }
}
