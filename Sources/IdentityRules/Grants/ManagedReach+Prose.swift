internal import FindingModel
internal import PolicyEngine

extension [StatementConcern: [ActionPattern]] {
  /// What somebody may do by it, as it follows "may"; the gravest first.
  var phrase: String { Array<String>(phrases.prefix(Self.phraseLimit)).phrase() }

  private static var phraseLimit: Int { 2 }

  private var phrases: [String] {
    // The whole of the log is how functions are let write theirs: it is said where nothing worse is.
    let told = filter { count == 1 || !($0.key == .wholeService && isLogOnly) }
    return told.sorted { $0.key < $1.key }.map { concern, patterns in
      let services = Self.titles(of: patterns)
      return switch concern {
      case .administration, .exceptions: "do nearly everything in the account"
      case .wholeService: "use every action of \(services) on every resource"
      case .escalation: "give itself more rights by \(patterns.phrase)"
      case .passRole: "pass any role of the account to a service"
      case .functionChange: "change every function of the account"
      case .exposure: "open every resource of \(services) to others"
      case .assumeRole: "assume any role that trusts the account"
      case .dataRead: "read \(DataExfiltration.kinds(of: patterns)) of the account"
      case .decryption: "decrypt or sign with every key of the account"
      case .invocation: "start \(InvokeAny.kinds(of: patterns)) of the account"
      case .write: "change everything of \(services)"
      }
    }
  }

  /// Names of services as people know them, each once.
  private static func titles(of patterns: [ActionPattern]) -> String {
    let catalogue = ServiceCatalogue()
    var seen: Set<String> = []
    let services = patterns.map(\.service).filter { seen.insert($0).inserted }
    // A service that the catalogue does not know is a mistake, unless it is all there is.
    let titles = services.compactMap { sharedPrefixes[$0] ?? catalogue.service($0)?.title }
    return (titles.isEmpty ? services : titles).phrase()
  }

  /// Prefixes that services share, of which the catalogue has one title.
  private static var sharedPrefixes: [String: String] { ["ses": "Amazon SES"] }

  fileprivate var isLogOnly: Bool { self[.wholeService, default: []].allSatisfy { $0.service == "logs" } }
}

extension ManagedReach {
  var phrase: String { concerns.phrase }

  /// How bad it is by itself: more than usual where it leads to other identities or to secrets.
  var severity: Severity {
    let leads: Set<StatementConcern> = [.escalation, .passRole, .functionChange, .assumeRole]
    if !leads.isDisjoint(with: concerns.keys) { return .high }
    let whole = concerns[.wholeService, default: []].map(\.service)
    if !Self.severe.isDisjoint(with: whole) { return .high }
    let read = Set(concerns[.dataRead, default: []].map(\.service))
    if read.contains("secretsmanager") || read.count > Self.manyServices { return .high }
    let isMild = concerns[.write, default: []].allSatisfy(ActionAccess.isMild)
    return isMild && concerns.isLogOnly && concerns.keys.allSatisfy { $0 == .write || $0 == .wholeService }
      ? .low : .medium
  }

  /// From so many on, reading is reading the account.
  private static let manyServices = 3

  /// Services of which the whole reaches others by way of code, secrets or machines.
  private static let severe: Set<String> = [
    "cloudformation", "ec2", "lambda", "secretsmanager", "ssm",
  ]
}
