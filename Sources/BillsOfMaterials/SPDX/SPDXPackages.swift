internal import FindingModel
internal import PackageModel

extension SPDXDocument.Package {
  init(_ subject: BillSubject) {
    let address = subject.packageURL.description
    self.init(
      identifier: SPDXIdentifier.element(address), name: subject.name, versionInfo: subject.version,
      sourceInfo: "The \(subject.kind.rawValue) that \(subject.path) defines.",
      externalRefs: [SPDXDocument.ExternalReference(packageURL: address)],
      primaryPackagePurpose: "APPLICATION")
  }

  init(
    _ item: BillContents.Item, _ licences: SPDXLicences, _ security: [SPDXDocument.ExternalReference]
  ) {
    let checksums = Digest.unambiguous(item.integrity)
    self.init(
      identifier: SPDXIdentifier.element(item.reference), name: item.entry.presentableName,
      versionInfo: item.entry.version, downloadLocation: Self.location(of: item.entry.source),
      checksums: checksums.isEmpty
        ? nil : checksums.map { SPDXDocument.Checksum(algorithm: $0.spdx, checksumValue: $0.value) },
      sourceInfo: Self.origin(of: item), licenseDeclared: licences.expression(for: item.licences),
      externalRefs: [SPDXDocument.ExternalReference(packageURL: item.reference)] + security,
      primaryPackagePurpose: "LIBRARY")
  }

  init(_ item: BillContents.Binary) {
    let binary = item.binary
    self.init(
      identifier: SPDXIdentifier.element(item.reference),
      name: binary.product ?? String(FilePath.name(of: binary.path)), versionInfo: binary.version,
      packageFileName: binary.path,
      checksums: [SPDXDocument.Checksum(algorithm: "SHA256", checksumValue: binary.sha256)],
      sourceInfo: "In the bundle as " + item.paths.joined(separator: ", ") + ".",
      externalRefs: [SPDXDocument.ExternalReference(packageURL: item.reference)],
      primaryPackagePurpose: binary.kind == .executable ? "APPLICATION" : "LIBRARY")
  }

  private static func origin(of item: BillContents.Item) -> String {
    let places = item.places.map { "\($0.path):\($0.line)" }.joined(separator: ", ")
    let functions =
      item.functions.isEmpty ? "" : " Functions: \(item.functions.joined(separator: ", "))."
    return "Listed in \(places).\(functions) Reachability: \(item.reachability.rawValue)."
  }

  /// SPDX has the notation of pip for what comes out of a repository.
  private static func location(of source: PackageSource) -> String {
    switch source {
    case .repository(let address, let revision):
      guard let url = WebAddress.presentable(address) else { return "NOASSERTION" }
      let isPlain = revision?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x23 && $0 != 0x40 } ?? false
      let tool = url.hasPrefix("git") || url.hasPrefix("svn") || url.hasPrefix("hg") ? "" : "git+"
      return tool + url + (isPlain ? "@" + (revision ?? "") : "")
    case .archive(let address), .registry(.some(let address)):
      return WebAddress.presentable(address) ?? "NOASSERTION"
    case .registry(nil), .path, .bundle, .unknown: return "NOASSERTION"
    }
  }
}

extension SPDXDocument.ExternalReference {
  init(packageURL: String) {
    self.init(
      referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: packageURL)
  }
}

/// Licences of a document: what the list does not know is quoted in the document and gets a name there.
struct SPDXLicences {
  let extracted: [SPDXDocument.ExtractedLicence]

  init(_ declared: [String]) {
    let words = Set(declared).compactMap { text -> String? in
      guard case .words(let words) = DeclaredLicence(text), !words.isEmpty else { return nil }
      return words
    }
    extracted = Set(words).sorted().map { words in
      SPDXDocument.ExtractedLicence(
        licenseId: SPDXIdentifier.licence(words), extractedText: words, name: words)
    }
  }

  func expression(for declared: [String]) -> String {
    let parts = declared.compactMap { text -> LicenceExpression? in
      let licence = DeclaredLicence(text)
      if let expression = licence.expression { return expression }
      guard case .words(let words) = licence, !words.isEmpty else { return nil }
      return LicenceExpression(SPDXIdentifier.licence(words))
    }
    return LicenceExpression.all(of: parts)?.description ?? "NOASSERTION"
  }
}
