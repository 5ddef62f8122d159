typealias LabelID = Int32
typealias OriginID = Int32

/// What is known of a label beside its origin.
struct Label: Hashable {
  var origin: OriginID
  /// Whether members of the value are fields of the origin.
  var isSymbolic = true
  /// Whether the value is the origin's own text, unchanged and whole.
  var isWhole = true
  /// Whether the value came out of a parser: it may be a record.
  var isParsed = false
  /// Whether its members are parts of an address.
  var isAddress = false
  var passedUnknownCall = false
  /// Whether it is a name of a field, not what is in it.
  var isKey = false
  /// Whether it is one field of a stored item, not the item or an answer that holds it.
  var isPart = false
  var safe = SinkKinds(rawValue: 0)
  /// Characters that do not occur in it any more, whatever it was.
  var absent = Alphabet.none
  var token = TokenStage.none
  /// Names of escapes that do not help everywhere, a number of ``LabelTable/marks``.
  var marks: Int32 = 0

  /// What was escaped in a coding is no longer, once it is decoded; numbers have nothing to escape.
  mutating func decode() {
    guard !safe.isSuperset(of: .injections) else { return }
    safe.subtract(SinkKinds(.logLine))
  }
}

/// All labels of one analysis, each kept once.
final class LabelTable {
  private(set) var labels: [Label] = []
  private var numbers: [Label: LabelID] = [:]
  private(set) var origins: [Origin.Kind] = []
  private var originNumbers: [Origin.Kind: OriginID] = [:]
  private(set) var marks: [[String]] = [[]]
  private var markNumbers: [[String]: Int32] = [[]: 0]
  var credentialNames: [String: Bool] = [:]
  private var extensions: [Extension: LabelID] = [:]

  private struct Extension: Hashable {
    let label: LabelID
    let component: String
  }

  /// Components of a field path; deeper parts share the path above them.
  static let pathLimit = 14
  /// Names of escapes remembered for a label.
  static let markLimit = 6

  subscript(id: LabelID) -> Label { labels[Int(id)] }

  func kind(of id: LabelID) -> Origin.Kind { origins[Int(labels[Int(id)].origin)] }

  func number(of label: Label) -> LabelID {
    if let known = numbers[label] { return known }
    let number = LabelID(labels.count)
    numbers[label] = number
    labels.append(label)
    return number
  }

  func origin(_ kind: Origin.Kind) -> OriginID {
    if let known = originNumbers[kind] { return known }
    let number = OriginID(origins.count)
    originNumbers[kind] = number
    origins.append(kind)
    return number
  }

  /// Variables of the environment that something asked for, wherever the value went.
  var environmentRead: Set<String> {
    Set(origins.compactMap { if case .environmentVariable(let name) = $0 { name } else { nil } })
  }

  func label(_ kind: Origin.Kind) -> LabelID { number(of: Label(origin: origin(kind))) }

  /// The label with something changed.
  func changed(_ id: LabelID, _ change: (inout Label) -> Void) -> LabelID {
    var label = labels[Int(id)]
    change(&label)
    return number(of: label)
  }

  func marked(_ id: LabelID, _ mark: String) -> LabelID {
    changed(id) { label in
      var list = marks[Int(label.marks)]
      guard !list.contains(mark), list.count < Self.markLimit else { return }
      list.append(mark)
      list.sort()
      if let known = markNumbers[list] {
        label.marks = known
      } else {
        label.marks = Int32(marks.count)
        markNumbers[list] = label.marks
        marks.append(list)
      }
    }
  }

  /// Members of an answer that hold whole items.
  private static let holders: Set<String> = [
    "Item", "Items", "Attributes", "Responses", "[]", "*", "data", "Body",
  ]

  /// The label of a member; `nil` where a member of the value tells nothing of the origin.
  func member(_ id: LabelID, _ component: String) -> LabelID? {
    let key = Extension(label: id, component: component)
    if let known = extensions[key] { return known < 0 ? nil : known }
    let result = makeMember(id, component)
    extensions[key] = result ?? -1
    return result
  }

  private func makeMember(_ id: LabelID, _ component: String) -> LabelID? {
    var label = labels[Int(id)]
    guard label.isSymbolic else { return id }
    label.isWhole = true
    label.isAddress = false
    let component =
      labels[Int(id)].isAddress && FieldPath.addressParts[component] != nil
      ? component + "()" : component
    switch origins[Int(label.origin)] {
    case .event(let path):
      guard path.components.count < Self.pathLimit else { return id }
      label.origin = origin(.event(path.appending(component)))
    case .request(let path):
      guard path.components.count < Self.pathLimit else { return id }
      label.origin = origin(.request(path.appending(component)))
    case .stored(let what, let path):
      if Self.isMetadata(component) { return nil }
      if Origin.namesTaskToken(component) {
        label.origin = origin(.secret(what: Origin.taskToken + " in " + what))
        label.isSymbolic = false
        break
      }
      if !Self.holders.contains(component) { label.isPart = true }
      if !Self.isContent(component) { label.decode() }
      guard path.components.count < Self.pathLimit else { break }
      label.origin = origin(.stored(what: what, path.appending(component)))
    case .environment:
      label.origin = origin(.environmentVariable(component))
    case .error(let part):
      guard part == .whole else { return id }
      switch component {
      case "stack", "__traceback__", "stackTrace": label.origin = origin(.error(.stack))
      case "message", "args", "sqlMessage", "[]", "msg", "reason", "description", "detail", "errorMessage":
        label.origin = origin(.error(.message))
      // What a schema says of the caller's own input.
      case "issues": return nil
      case "name", "code", "statusCode", "status", "errno", "__class__", "__name__", "$metadata", "retryable",
        "syscall", "time", "requestId", "status_code", "returncode", "http_status", "isAxiosError":
        return nil
      default: break
      }
    case .remote:
      if Self.isMetadata(component) { return nil }
      if !Self.isContent(component) { label.decode() }
    case .secret, .environmentVariable, .modelOutput: break
    }
    return number(of: label)
  }
  /// What a client says about an answer, not what is in it.
  private static func isMetadata(_ component: String) -> Bool {
    component == "ResponseMetadata" || component == "$metadata"
  }

  /// Parts that are coded as the whole is.
  private static func isContent(_ component: String) -> Bool {
    ["[]", "stdout", "stderr", "output"].contains(component)
  }
}
