internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

/// A resource that carries events towards functions, and who may put events in.
struct Entry {
  enum Kind {
    case bucket
    case queue
    case topic
    case bus
    case stream
    case table
  }

  let kind: Kind
  let resource: any Resource
  let policies: [ResourcePolicy]

  /// The action that puts an event in.
  var writeAction: String {
    switch kind {
    case .bucket: "s3:PutObject"
    case .queue: "sqs:SendMessage"
    case .topic: "sns:Publish"
    case .bus: "events:PutEvents"
    case .stream: "kinesis:PutRecord"
    case .table: "dynamodb:PutItem"
    }
  }

  /// What an outsider does with it, `write objects to the bucket`.
  var deed: String {
    switch kind {
    case .bucket: "write objects to the bucket"
    case .queue: "send messages to the queue"
    case .topic: "publish to the topic"
    case .bus: "put events on the bus"
    case .stream: "put records into the stream"
    case .table: "write items to the table"
    }
  }
}

extension Application {
  func entries(of kind: Entry.Kind) -> [Entry] {
    switch kind {
    case .bucket: buckets.map { Entry(kind: .bucket, resource: $0, policies: $0.policies) }
    case .queue: queues.map { Entry(kind: .queue, resource: $0, policies: $0.policies) }
    case .topic: topics.map { Entry(kind: .topic, resource: $0, policies: $0.policies) }
    case .bus: buses.map { Entry(kind: .bus, resource: $0, policies: $0.policies) }
    case .stream: streams.map { Entry(kind: .stream, resource: $0, policies: $0.policies) }
    case .table: tables.map { Entry(kind: .table, resource: $0, policies: $0.policies) }
    }
  }
}

/// Somebody outside the owner's account whom a policy lets in.
enum Outsider: Hashable {
  case anyone
  /// Any customer of the platform, by way of a service that acts for all of them.
  case anyCustomer(service: String)
  /// An account with a known number that the user does not trust.
  case account(String)

  var title: String {
    switch self {
    case .anyone: "Anyone on the internet"
    case .anyCustomer(let service): "Every customer of the platform, through \(service),"
    case .account(let number): "Account \(number)"
    }
  }

  /// Widest first.
  fileprivate var rank: Int {
    switch self {
    case .anyone: 0
    case .anyCustomer: 1
    case .account: 2
    }
  }
}

extension Opening {
  /// The outsider an opening lets in; `nil` for the own and trusted accounts, networks and organisations.
  func outsider(trusting trusted: Set<String>) -> Outsider? {
    switch audience {
    case .anyone: return .anyone
    case .otherAccount(let text):
      guard let number = text.accountNumber, !trusted.contains(number) else { return nil }
      return .account(number)
    case .service(let name, restriction: nil):
      // Only these two deliver for topics and buckets of any account; others act for their own account.
      return ["sns.amazonaws.com", "s3.amazonaws.com"].contains(name) ? .anyCustomer(service: name) : nil
    case .service, .ownAccount, .federated, .restricted: return nil
    }
  }
}

extension Text {
  /// The twelve digits of an account number, or of an ARN's account.
  var accountNumber: String? {
    let text = literal ?? arnAccount?.literal ?? ""
    if text.utf8.count == 12, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
    guard let account = arnAccount?.literal, account.utf8.count == 12,
      account.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return account
  }
}

/// An entry with its outsiders, the functions of the application that write it, and those that read it.
struct OpenEntry {
  let entry: Entry
  /// Widest first, one for each outsider.
  let ways: [(outsider: Outsider, opening: Opening)]
  let writers: [Function]
  let readers: [Downstream]

  init(_ entry: Entry, in context: RuleContext) {
    self.entry = entry
    var seen: Set<Outsider> = []
    ways = context.graph.openings(ofSource: entry.resource.id).compactMap { opening in
      opening.outsider(trusting: context.settings.trustedAccounts).map { ($0, opening) }
    }.filter { seen.insert($0.outsider).inserted }
      .enumerated().sorted { ($0.element.outsider.rank, $0.offset) < ($1.element.outsider.rank, $1.offset) }
      .map(\.element)
    writers = context.application.functions.filter { context.graph.writes($0, entry) }
    readers = context.graph.downstream(of: entry.resource.id)
  }

  /// Whether it carries data from one function of the application to another.
  ///
  /// `sas9-writable-midpoint` reports these; the `sas2-rogue-entry` rules report the others.
  var isMidpoint: Bool {
    writers.contains { writer in readers.contains { $0.function.id != writer.id } }
  }

  /// A policy that could not be read, so that ways in may be missing.
  var unread: (expression: Expression, location: SourceLocation)? {
    for policy in entry.policies {
      if let expression = policy.document.unresolved.first { return (expression, policy.document.location) }
    }
    return nil
  }

  var trace: [TraceStep] {
    guard let way = ways.first else { return [] }
    let first = TraceStep(at: way.opening.location, note: "the policy lets outsiders \(entry.deed)")
    return [first] + (readers.first?.steps ?? [])
  }
}

extension ApplicationGraph {
  /// Whether a function is meant to write the entry.
  ///
  /// Its results go there, or its role may write and the role's statement or the environment names the entry.
  fileprivate func writes(_ function: Function, _ entry: Entry) -> Bool {
    let id = entry.resource.id
    if function.asynchronous?.onSuccess.value?.references.contains(where: { $0.id == id }) == true {
      return true
    }
    let granting = statements(of: function).filter { $0.allows && $0.covers(action: entry.writeAction) }
    if granting.contains(where: { statement in
      statement.resources.texts.contains { text in text.value.references.contains { $0.id == id } }
    }) {
      return true
    }
    // A wildcard alone does not make a function the intended writer of everything.
    return granting.contains(where: \.coversEveryResource)
      && function.environment.contains { variable in
        variable.value.value?.references.contains { $0.id == id } ?? false
      }
  }
}
