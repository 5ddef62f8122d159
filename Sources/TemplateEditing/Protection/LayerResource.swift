internal import Documents
internal import FunctionProtection

/// The layer as a resource of the template itself.
struct LayerResource {
  /// Where it stands, and by what functions refer to it.
  let path: TemplatePath
  let reference: String

  static let description = "Parapet enforcer added by parapet protect attach"

  /// - Returns: `nil` for plain CloudFormation, which packages nothing.
  init?(in document: TemplateDocument) {
    if document.isServerless {
      path = [.key("layers"), .key("parapet")]
      // The framework makes the name of the resource from that of the layer.
      reference = "ParapetLambdaLayer"
    } else if document.isSAM {
      path = [.key("Resources"), .key("ParapetLayer")]
      reference = "ParapetLayer"
    } else {
      return nil
    }
  }

  /// What adds it; nothing where it is already.
  ///
  /// - Parameter content: Path of the archive, relative to the template's folder.
  /// - Throws: ``EditProblem``.
  func additions(to document: TemplateDocument, content: String) throws(EditProblem) -> [TemplateChange] {
    if let present = document.root[at: path] {
      guard isOwn(present) else { throw .missing("place for the layer '\(path.last?.text ?? "")'") }
      return []
    }
    var value = resource(content, in: document)
    var parent = path
    while let last = parent.popLast() {
      guard case .key(let key) = last else { break }
      if document.root[at: parent] != nil {
        _ = try document.collection(parent, isSequence: false)
        return [.add([(key, value)], to: parent, isSpaced: true)]
      }
      value = .mapping([(key, value)], at: value.location)
    }
    throw .missing("place for the layer")
  }

  /// What removes it, once nothing refers to it any more.
  func removals(from document: TemplateDocument) -> [TemplateChange] {
    guard let present = document.root[at: path], isOwn(present) else { return [] }
    // A copy without it tells whether anything still names it.
    var rest = document.root
    guard rest.update(at: path.dropLast(), { $0.remove(path.last?.text ?? "") }),
      !NodeJSON.write(rest).contains(reference)
    else { return [] }
    var removed = path
    if document.isServerless, document.root["layers"]?.entries.count == 1 { removed.removeLast() }
    return [.remove(removed, isSpaced: true)]
  }

  private func isOwn(_ resource: Node) -> Bool {
    (resource["Properties"] ?? resource)["Description"]?.text == Self.description
      || resource["description"]?.text == Self.description
  }

  private func resource(_ content: String, in document: TemplateDocument) -> Node {
    let place = document.root.location
    func text(_ value: String) -> Node { .string(value, at: place) }
    if document.isServerless {
      return .mapping(
        [
          ("description", text(Self.description)),
          ("package", .mapping([("artifact", text(content))], at: place)),
        ], at: place)
    }
    let properties: [(String, Node)] = [
      ("Description", text(Self.description)), ("ContentUri", text(content)),
    ]
    return .mapping(
      [("Type", text("AWS::Serverless::LayerVersion")), ("Properties", .mapping(properties, at: place))],
      at: place)
  }
}
