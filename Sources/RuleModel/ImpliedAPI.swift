package import ApplicationModel
internal import FindingModel

extension Resource {
  /// A snippet for SAM about this resource: its name put in, and for an API that SAM makes by itself in `Globals`.
  ///
  /// What a template writes under the name of such an API, `ServerlessRestApi`, SAM overwrites.
  ///
  /// - Parameter snippet: With `{name}` for the subject; of an API with its `Type` in the second line.
  /// - Returns: `nil` where nothing but an API of one's own can have the property.
  package func inSAM(_ snippet: String) -> String? {
    guard isImplied, let globals = GlobalsOfAPI(snippet) else {
      return snippet.replacing("{name}", with: name)
    }
    return globals.text
  }
}

/// A snippet of one API, as the section of `Globals` that says the same of all.
private struct GlobalsOfAPI {
  /// `nil` for a property that the section does not take.
  let text: String?

  /// - Returns: `nil` for a snippet that is not of one API.
  init?(_ snippet: String) {
    let lines = snippet.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 3, let kind = lines[1].split(separator: ":").last.map(String.init),
      ["Api", "HttpApi"].contains(kind), lines[2] == "  Properties:"
    else { return nil }
    // SAM names the stage of its own API itself.
    let properties = lines.dropFirst(3).filter { !$0.hasPrefix("    StageName:") }
    let isTaken = !properties.contains { $0.hasPrefix("    DisableExecuteApiEndpoint:") }
    text = isTaken ? (["Globals:", "  \(kind):"] + properties).joined(separator: "\n") : nil
  }
}
