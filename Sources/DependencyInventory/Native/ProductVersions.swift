internal import Documents
internal import FindingModel

/// Finds the program's or library's own words about its version.
enum ProductVersions {
  static func product(of file: ELFFile, path: String, soname: String?) -> (name: String, version: String?)? {
    let name = FilePath.name(of: path).lowercased()
    let texts = file.textRanges
    let hinted = ProductMark.all.filter { mark in
      mark.names.contains { isNamed(name, $0) || isNamed(soname?.lowercased() ?? "", $0) }
    }
    for mark in hinted {
      if let version = mark.version(in: file.bytes, texts) { return (mark.product, version) }
    }
    // A program under another name, or one that another was built into.
    for mark in ProductMark.all where mark.isTelling {
      if let version = mark.version(in: file.bytes, texts) { return (mark.product, version) }
    }
    if let mark = hinted.first {
      return (mark.product, mark.isVersionInName ? version(inName: soname ?? name) : nil)
    }
    return soname.flatMap { library($0, file: String(FilePath.name(of: path))) }
  }

  /// Whether a file's name is that of a product, alone or with a version: `gs`, `gs-9.5`, `python3.11`, not `gsettings`.
  private static func isNamed(_ name: String, _ product: String) -> Bool {
    guard name.hasPrefix(product) else { return false }
    return name.dropFirst(product.count).first.map { !$0.isLetter } ?? true
  }

  /// `3.11` of `libpython3.11.so.1.0`, `1.1` of `libssl.so.1.1`.
  private static func version(inName name: String) -> String? {
    let start = name.drop { !$0.isNumber }
    let version = start.prefix { $0.isNumber || $0 == "." }
    return version.isEmpty ? nil : String(version.last == "." ? version.dropLast() : version)
  }

  /// `libssl.so.1.1` is version 1.1 of libssl; the file's name often says more of it than the name to link by.
  private static func library(_ soname: String, file: String) -> (name: String, version: String?)? {
    let full = file.hasPrefix(soname) ? file : soname
    guard let end = full.firstRange(of: ".so"), end.lowerBound > full.startIndex else { return nil }
    let name = withoutDigests(full[..<end.lowerBound])
    let rest = full[end.upperBound...].drop { $0 == "." }
    if rest.first?.isNumber == true { return (String(name), String(rest.prefix(40))) }
    // `libfoo-1.2.so` has it before the ending.
    guard let hyphen = name.lastIndex(of: "-"), name[name.index(after: hyphen)...].first?.isNumber == true
    else {
      return (String(name), nil)
    }
    return (String(name[..<hyphen]), String(name[name.index(after: hyphen)...]))
  }

  /// Wheels carry libraries under names that end in digests: `libgfortran-040039e1-0352e75f.so.5`.
  private static func withoutDigests(_ name: Substring) -> Substring {
    var name = name
    while let hyphen = name.lastIndex(of: "-"), name[hyphen...].utf8.count == 9,
      name[hyphen...].dropFirst().allSatisfy(\.isHexDigit)
    {
      name = name[..<hyphen]
    }
    return name
  }
}

extension ELFFile {
  /// Where texts of the program lie: the whole file where no sections say so.
  var textRanges: [Range<Int>] {
    let names: Set<String> = [".rodata", ".data", ".data.rel.ro", ".rdata"]
    let ranges = sections.filter { names.contains($0.name) && $0.type == 1 }.map(\.bytes)
    return ranges.isEmpty ? [0..<bytes.count] : ranges
  }
}
