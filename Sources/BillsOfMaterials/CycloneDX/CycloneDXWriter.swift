internal import FindingModel
internal import JSONText
internal import PackageModel

/// Writes a bill as CycloneDX 1.6 in JSON, with what is known of flaws as CycloneDX VEX.
package struct CycloneDXWriter: Sendable {
  package init() {}

  package func write(_ bill: BillOfMaterials, to output: inout some TextOutputStream) {
    let text = OrderedJSONEncoder(style: .indented).text(of: document(bill))
    output.write(ContentIdentifier.fill(text))
    output.write("\n")
  }

  private func document(_ bill: BillOfMaterials) -> CycloneDXDocument {
    let contents = BillContents(bill)
    let subject = CycloneDXDocument.Component(bill.subject)
    let functions = contents.functions.map(CycloneDXDocument.Component.init)
    let components =
      contents.items.map(CycloneDXDocument.Component.init)
      + contents.binaries.map(CycloneDXDocument.Component.init)
    return CycloneDXDocument(
      metadata: CycloneDXDocument.Metadata(
        timestamp: Timestamp.text(of: bill.day),
        lifecycles: [CycloneDXDocument.Metadata.Lifecycle(phase: "build")],
        tools: CycloneDXDocument.Metadata.Tools(
          components: [CycloneDXDocument.Metadata.Tool(name: "Parapet", version: bill.toolVersion)]),
        component: subject),
      components: functions + components,
      dependencies: BillGraph(bill, contents).edges.map {
        CycloneDXDocument.Dependency(ref: $0.from, dependsOn: $0.to)
      },
      compositions: [
        CycloneDXDocument.Composition(
          aggregate: bill.completeness.rawValue, assemblies: [subject.reference])
      ],
      vulnerabilities: CycloneDXDocument.vulnerabilities(of: bill, contents))
  }
}

extension CycloneDXDocument.Component {
  init(_ subject: BillSubject) {
    let address = subject.packageURL.description
    self.init(
      type: "application", reference: address, group: subject.application, name: subject.name,
      version: subject.version, purl: address,
      properties: [
        CycloneDXDocument.Property(name: "parapet:kind", value: subject.kind.rawValue),
        CycloneDXDocument.Property(name: "parapet:path", value: subject.path),
      ])
  }

  init(_ item: BillContents.Item) {
    let entry = item.entry
    let (group, name) = entry.groupAndName
    let hashes = Digest.unambiguous(item.integrity)
    self.init(
      type: "library", reference: item.reference, group: group, name: name, version: entry.version,
      scope: item.scope.cycloneDX,
      hashes: hashes.isEmpty
        ? nil : hashes.map { CycloneDXDocument.Hash(alg: $0.cycloneDX, content: $0.value) },
      licenses: CycloneDXDocument.LicenceChoice.all(of: item.licences), purl: item.reference,
      externalReferences: CycloneDXDocument.ExternalReference(entry.source).map { [$0] },
      properties: Self.properties(of: item),
      evidence: CycloneDXDocument.Evidence(
        occurrences: item.places.map {
          CycloneDXDocument.Occurrence(location: $0.path, line: max(1, Int($0.line)))
        }))
  }

  init(_ item: BillContents.Binary) {
    let binary = item.binary
    let name = FilePath.name(of: binary.path)
    self.init(
      type: binary.kind == .executable ? "application" : "library", reference: item.reference,
      name: binary.product ?? String(name), version: binary.version, scope: "required",
      hashes: [CycloneDXDocument.Hash(alg: "SHA-256", content: binary.sha256)], purl: item.reference,
      properties: [
        CycloneDXDocument.Property(name: "parapet:kind", value: binary.kind.rawValue),
        CycloneDXDocument.Property(name: "parapet:architecture", value: binary.architecture),
        CycloneDXDocument.Property(name: "parapet:static", value: String(binary.isStatic)),
        CycloneDXDocument.Property(name: "parapet:bytes", value: String(binary.size)),
      ] + item.functions.map { CycloneDXDocument.Property(name: "parapet:function", value: $0) },
      evidence: CycloneDXDocument.Evidence(
        occurrences: item.paths.map { CycloneDXDocument.Occurrence(location: $0) }))
  }

  private static func properties(of item: BillContents.Item) -> [CycloneDXDocument.Property] {
    var pairs = item.formats.map { ("list", $0.rawValue) }
    pairs += [
      ("ecosystem", item.entry.identity.ecosystem.rawValue), ("scope", item.scope.rawValue),
      ("direct", String(item.isDirect)), ("reachability", item.reachability.rawValue),
    ]
    pairs += item.functions.map { ("function", $0) }
    if let path = item.entry.bundledPath { pairs.append(("bundle", path)) }
    if item.entry.hasInstallScript { pairs.append(("install-script", "true")) }
    return pairs.map { CycloneDXDocument.Property(name: "parapet:" + $0.0, value: $0.1) }
  }
}

extension DependencyScope {
  fileprivate var cycloneDX: String {
    switch self {
    case .production: "required"
    case .optional, .provided: "optional"
    case .development: "excluded"
    }
  }
}

extension CycloneDXDocument.ExternalReference {
  init?(_ source: PackageSource) {
    switch source {
    case .repository(let address, let revision):
      guard let url = WebAddress.presentable(address) else { return nil }
      self.init(type: "vcs", url: url, comment: revision)
    case .archive(let address), .registry(.some(let address)):
      guard let url = WebAddress.presentable(address) else { return nil }
      self.init(type: "distribution", url: url)
    case .registry(nil), .path, .bundle, .unknown: return nil
    }
  }
}

extension CycloneDXDocument.LicenceChoice {
  /// Several declarations all apply: an expression has to be alone, so it takes the others in.
  static func all(of declared: [String]) -> [Self]? {
    let licences = declared.map(DeclaredLicence.init)
    guard !licences.isEmpty else { return nil }
    let expressions = licences.compactMap(\.expression)
    if licences.contains(where: \.isExpression), expressions.count == licences.count,
      let expression = LicenceExpression.all(of: expressions)
    {
      return [Self(expression: expression.description, acknowledgement: "declared")]
    }
    return licences.map { licence in
      switch licence {
      case .listed(let id): Self(license: CycloneDXDocument.Licence(id: id))
      case .expression(let expression):
        Self(license: CycloneDXDocument.Licence(name: expression.description))
      case .words(let text): Self(license: CycloneDXDocument.Licence(name: text))
      }
    }
  }
}

extension DeclaredLicence {
  var isExpression: Bool { if case .expression = self { true } else { false } }

  /// `nil` for words that no list knows.
  var expression: LicenceExpression? {
    switch self {
    case .listed(let text): LicenceExpression(listed: text)
    case .expression(let expression): expression
    case .words: nil
    }
  }
}
