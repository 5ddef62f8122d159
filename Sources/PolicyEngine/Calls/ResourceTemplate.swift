package import ApplicationModel

/// The ARN of a call's resource, with the request parameters that name it: `arn:aws:s3:::{Bucket}/{Key}`.
///
/// A parameter is a path into the request: `Delete.Objects[].Key` is the member of each element,
/// `RequestItems{}` are the keys of a record. A form may follow: `{QueueUrl|url}`; see ``Form``.
package struct ResourceTemplate: Hashable, Sendable, ExpressibleByStringLiteral {
  enum Part: Hashable, Sendable {
    case literal(String)
    case parameter(String, Form)
  }

  /// How a parameter names its resource, besides by the whole ARN.
  enum Form: String, Hashable, Sendable {
    case name
    /// `https://sqs.…/account/name`.
    case url
    /// A name that may start with the slash of the ARN.
    case path
    /// An alias names no key in a policy.
    case key
    /// `account:function:name` besides `name` and `name:qualifier`.
    case function
  }

  let parts: [Part]

  package init(stringLiteral value: String) { self.init(value) }

  package init(_ template: String) {
    var parts: [Part] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = Self.end(ofParameter: rest, from: open) {
      if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
      let name = rest[rest.index(after: open)..<close]
      let words = name.split(separator: "|")
      let form = words.count > 1 ? Form(rawValue: String(words[1])) : nil
      parts.append(.parameter(words.first.map(String.init) ?? "", form ?? .name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    self.parts = parts
  }

  /// The brace that ends a parameter; `{}` within it means keys.
  private static func end(ofParameter text: Substring, from open: Substring.Index) -> Substring.Index? {
    var index = text.index(after: open)
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == "{" {
        guard next < text.endIndex else { return nil }
        index = text.index(after: next)
      } else if text[index] == "}" {
        return index
      } else {
        index = next
      }
    }
    return nil
  }

  /// Paths of the parameters it needs, in order.
  package var parameters: [String] {
    parts.compactMap { part in
      if case .parameter(let path, _) = part { path } else { nil }
    }
  }

  /// Most patterns of one template; a call with many possible names is as good as one with an open name.
  package static let targetLimit = 16

  /// - Parameter values: Possible values of a parameter; none means `*`.
  package func filled(_ values: (String) -> [Text]) -> [Text] {
    var results: [Text] = [Text([])]
    for part in parts {
      switch part {
      case .literal(let text):
        results = results.map { Text($0.parts + [.literal(text)]) }
      case .parameter(let path, let form):
        results = Self.joined(results, values(path).map { Self.name($0, form) })
      }
    }
    return results
  }

  private static func joined(_ starts: [Text], _ values: [Text]) -> [Text] {
    let values = values.isEmpty || starts.count * values.count > targetLimit ? ["*"] : values
    return starts.flatMap { start in
      values.map { value in
        // A whole ARN where a name is usual: `TableName` and `FunctionName` take both.
        value.leadingLiteral.hasPrefix("arn:") ? value : Text(start.parts + value.parts)
      }
    }
  }

  /// A name as a pattern: what is open in it may be anything.
  private static func name(_ value: Text, _ form: Form) -> Text {
    let start = value.leadingLiteral
    let isARN = start.hasPrefix("arn:")
    switch form {
    case .name: break
    case .url:
      return closed(value.piece(behindLastOf: "/").parts)
    case .path:
      if start.hasPrefix("/") {
        return closed([.literal(String(start.dropFirst()))] + value.parts.dropFirst())
      }
    case .key:
      if start.hasPrefix("alias/") || isARN && start.contains(":alias/") { return "*" }
    case .function:
      let words = start.split(separator: ":", omittingEmptySubsequences: false)
      if !isARN, words.count > 2, words[1] == "function" {
        return closed([.literal(words.dropFirst(2).joined(separator: ":"))] + value.parts.dropFirst())
      }
    }
    return isARN ? value : closed(value.parts)
  }

  private static func closed(_ parts: [Text.Part]) -> Text {
    Text(
      parts.map { part in
        // What the deployment decides once is the same in the template's names and policies.
        if case .open(let expression) = part, !expression.isFixedAtDeployment { .literal("*") } else { part }
      })
  }
}
