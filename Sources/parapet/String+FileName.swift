extension String {
  /// Letters, digits and signs that every file system takes; anything else is a hyphen.
  var asFileName: String {
    let name = String(
      prefix(120).map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
    return name.hasPrefix(".") ? "-" + name.dropFirst() : name
  }
}
