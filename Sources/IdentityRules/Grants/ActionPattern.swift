internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// One entry of an `Action` list: a service and a pattern of action names, both in lower case.
struct ActionPattern: Hashable, Sendable {
  let service: String
  let name: String
  /// As the user wrote it.
  let text: String
  let location: SourceLocation
  /// `service:name`, and the same as a pattern where it has wildcards: both are asked for often.
  private let action: String
  private let glob: Glob?

  /// - Returns: `nil` for an entry whose service is open; nothing can be said about it.
  init?(_ located: Located<Text>) {
    text = located.value.pattern
    location = located.location
    let glob = located.value.glob.lowercased()
    if located.value.isWildcard {
      (service, name, action) = ("*", "*", "*:*")
      self.glob = Glob("*:*")
      return
    }
    guard let colon = glob.firstIndex(of: ":") else { return nil }
    service = String(glob[..<colon])
    name = String(glob[glob.index(after: colon)...])
    // `${Service}:Get*` is open; `*:*` is every action and written so.
    if service.contains("*"), located.value.literal == nil { return nil }
    action = glob
    self.glob = glob.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } ? Glob(glob) : nil
  }

  var isEverything: Bool { service == "*" && name.allSatisfy { $0 == "*" } }

  var isWholeService: Bool { !name.isEmpty && name.allSatisfy { $0 == "*" } }

  /// - Parameter action: In lower case, `iam:passrole`.
  func covers(_ action: String) -> Bool {
    glob?.matches(action) ?? (action == self.action)
  }
}

extension Statement {
  /// The entries of its `Action` list that can be read.
  var actionPatterns: [ActionPattern] {
    guard case .only(let texts) = actions else { return [] }
    return texts.compactMap(ActionPattern.init)
  }

  /// An entry of its actions or resources that nobody can evaluate.
  var openPart: Located<Text>? {
    if case .only(let texts) = actions, let open = texts.first(where: { ActionPattern($0) == nil }) {
      // A text without a colon and without open parts is a mistake of the user's, not an open part.
      if open.value.literal == nil { return open }
    }
    return resources.texts.first { $0.value.breadth == nil }
  }
}
