/// What people write for a licence instead of its SPDX identifier.
enum LicenceWords {
  /// - Returns: `nil` for words that may mean several licences of different kinds, or none.
  static func identifier(for text: String) -> String? {
    let name = withoutClassifier(text)
    if let found = identifiers[key(name)] ?? SPDXIdentifiers.licences[name.lowercased()] { return found }
    // `GNU General Public License v3 (GPLv3)` repeats itself in parentheses.
    guard let parenthesis = name.firstIndex(of: "(") else { return nil }
    return identifiers[key(String(name[..<parenthesis]))]
  }

  /// `MIT License` of `License :: OSI Approved :: MIT License`.
  private static func withoutClassifier(_ text: String) -> String {
    let parts = text.split(separator: ":").map { $0.filter { !$0.isNewline } }
    guard parts.count > 1, let last = parts.last, text.lowercased().hasPrefix("license ::") else {
      return text
    }
    return String(last.drop { $0 == " " })
  }

  /// Words in lower case without those that every licence has: `apache 2` of `Apache License, Version 2.0`.
  private static func key(_ text: String) -> String {
    let spaced = text.lowercased().replacing("+", with: " or later ")
    let words = spaced.split { !$0.isLetter && !$0.isNumber && $0 != "." }
    return words.compactMap { word -> Substring? in
      guard !fillers.contains(word) else { return nil }
      var word = word
      if word.hasSuffix(".0") { word = word.dropLast(2) }
      // `v2` is `2`.
      if word.first == "v", word.dropFirst().first?.isNumber == true { word = word.dropFirst() }
      return word
    }.joined(separator: " ")
  }

  private static let fillers: Set<Substring> = [
    "the", "license", "licence", "licensed", "licenses", "under", "version", "software", "v", "a", "",
  ]

  /// Where a name leaves the version open the most common one is meant, of GNU's licences any version, as they say
  /// themselves; `BSD` alone is the one with more conditions.
  private static let identifiers: [String: String] = [
    "mit": "MIT", "expat": "MIT", "mit x11": "MIT", "mit expat": "MIT", "x11 mit": "MIT", "mit style": "MIT",
    "mit no attribution mit 0": "MIT-0", "mit no attribution": "MIT-0",
    "apache": "Apache-2.0", "apache 2": "Apache-2.0", "apache2": "Apache-2.0", "asl 2": "Apache-2.0",
    "al 2": "Apache-2.0", "asf 2": "Apache-2.0", "apache 2 asl": "Apache-2.0",
    "apache foundation 2": "Apache-2.0", "apache 1.1": "Apache-1.1",
    "bsd": "BSD-3-Clause", "new bsd": "BSD-3-Clause", "modified bsd": "BSD-3-Clause",
    "revised bsd": "BSD-3-Clause",
    "bsd new": "BSD-3-Clause", "bsd 3": "BSD-3-Clause", "bsd3": "BSD-3-Clause",
    "bsd 3 clause": "BSD-3-Clause",
    "3 clause bsd": "BSD-3-Clause", "bsd like": "BSD-3-Clause", "bsd style": "BSD-3-Clause",
    "edl 1": "BSD-3-Clause", "eclipse distribution 1": "BSD-3-Clause", "eclipse distribution": "BSD-3-Clause",
    "simplified bsd": "BSD-2-Clause", "bsd 2": "BSD-2-Clause", "bsd2": "BSD-2-Clause",
    "freebsd": "BSD-2-Clause",
    "bsd 2 clause": "BSD-2-Clause", "2 clause bsd": "BSD-2-Clause", "bsd simplified": "BSD-2-Clause",
    "isc": "ISC", "isc iscl": "ISC", "iscl": "ISC", "unlicense": "Unlicense", "zlib libpng": "Zlib",
    "zlib": "Zlib", "boost 1": "BSL-1.0", "boost": "BSL-1.0", "wtfpl": "WTFPL", "zero clause bsd": "0BSD",
    "zope public": "ZPL-2.1", "zpl 2.1": "ZPL-2.1", "artistic": "Artistic-2.0", "artistic 2": "Artistic-2.0",
    "python foundation": "PSF-2.0", "psf": "PSF-2.0", "psfl": "PSF-2.0", "python": "PSF-2.0",
    "cc0 1 universal": "CC0-1.0", "cc0 1": "CC0-1.0", "cc0": "CC0-1.0",
    "public domain": "LicenseRef-Public-Domain",
    "mozilla public 2": "MPL-2.0", "mpl 2": "MPL-2.0", "mpl2": "MPL-2.0", "mozilla public 1.1": "MPL-1.1",
    "mpl 1.1": "MPL-1.1", "eclipse public": "EPL-2.0", "eclipse public 1": "EPL-1.0",
    "eclipse public 2": "EPL-2.0", "epl 1": "EPL-1.0", "epl 2": "EPL-2.0",
    "cddl": "CDDL-1.0", "cddl 1": "CDDL-1.0", "cddl 1.1": "CDDL-1.1",
    "common development and distribution": "CDDL-1.0",
    "gpl": "GPL-1.0-or-later", "gnu gpl": "GPL-1.0-or-later", "gnu general public": "GPL-1.0-or-later",
    "gpl 2": "GPL-2.0-only", "gpl2": "GPL-2.0-only", "gplv2": "GPL-2.0-only", "gnu gpl 2": "GPL-2.0-only",
    "gnu general public 2": "GPL-2.0-only", "gpl 2 or later": "GPL-2.0-or-later",
    "gplv2 or later": "GPL-2.0-or-later", "gnu general public 2 or later": "GPL-2.0-or-later",
    "gpl 3": "GPL-3.0-only", "gpl3": "GPL-3.0-only", "gplv3": "GPL-3.0-only", "gnu gpl 3": "GPL-3.0-only",
    "gnu general public 3": "GPL-3.0-only", "gpl 3 or later": "GPL-3.0-or-later",
    "gplv3 or later": "GPL-3.0-or-later", "gnu general public 3 or later": "GPL-3.0-or-later",
    "lgpl": "LGPL-2.0-or-later", "gnu lgpl": "LGPL-2.0-or-later",
    "gnu library or lesser general public": "LGPL-2.0-or-later",
    "gnu lesser general public": "LGPL-2.0-or-later",
    "gnu lesser general public 2": "LGPL-2.0-only", "gnu lesser general public 2.1": "LGPL-2.1-only",
    "gnu lesser general public 2 or later": "LGPL-2.0-or-later", "lgpl 2.1": "LGPL-2.1-only",
    "lgplv2.1": "LGPL-2.1-only", "lgpl 2.1 or later": "LGPL-2.1-or-later",
    "gnu lesser general public 2.1 or later": "LGPL-2.1-or-later", "lgpl 3": "LGPL-3.0-only",
    "lgplv3": "LGPL-3.0-only", "gnu lesser general public 3": "LGPL-3.0-only",
    "lgpl 3 or later": "LGPL-3.0-or-later", "lgplv3 or later": "LGPL-3.0-or-later",
    "gnu lesser general public 3 or later": "LGPL-3.0-or-later",
    "agpl 3": "AGPL-3.0-only", "agplv3": "AGPL-3.0-only", "gnu affero general public 3": "AGPL-3.0-only",
    "agplv3 or later": "AGPL-3.0-or-later", "gnu affero general public 3 or later": "AGPL-3.0-or-later",
  ]
}
