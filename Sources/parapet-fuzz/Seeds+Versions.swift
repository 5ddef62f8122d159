extension Seeds {
  static let versions = [
    "1.2.3\nv1.2.3-rc.1+b.5\n1.2.3-rc.11\n01.2.3beta\n=2.0.0",
    "1!2.0rc1.post2.dev3+local.4\n2.0.0\n1.0-1\n1.0a.1",
    "1.0-alpha-2-SNAPSHOT\n1.0.ga\n1..0-sp\n1-0-1\n20230101123045678901234", "1.2.3.4-Beta.5\n1.0\n1.0.0.1",
    "v0.0.0-20191109021931-daa7c04131f5\nv2.0.0+incompatible\ngo1.21rc2\n1.21.0-0",
    "1.2.rc3\n1.0.a.0\n1.0-java\n1",
  ]

  static let requirements = [
    "^1.2.3 || >=2.0.0-rc <3 || 4.x || 5.0.0 - 5.4\n1.5.0\n2.0.0-rc.1", ">=1.2,!=1.5.*,~=1.4\n1.4.5\n1.5.0",
    "^1.2 || ~2.0 || ==3.*\n1.9", "[1.0,2.0),(,0.5]\n1.9\n0.1", "1.2.*-beta*\n1.2.3-beta2",
    "~> 1.2.3, != 1.2.5\n1.2.9",
    "\"1.2.0\"..<\"2.0.0\"\n1.5.0", ".upToNextMinor(from: \"1.2.0\")\n1.2.9", "[v1.0.0, v1.2.0]\nv1.1.0",
    "===1.2\n1.2",
  ]

  static let vectors = [
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "AV:N/AC:L/Au:N/C:N/I:P/A:C",
    "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:A/VC:H/VI:L/VA:N/SC:L/SI:N/SA:H/E:P/CR:M/MSI:S",
  ]

  static let licenceTexts = [
    "MIT OR (Apache-2.0+ AND BSD-3-Clause)", "GPL-2.0+ WITH Classpath-exception-2.0", "MIT/Apache 2.0",
    "License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)",
    "DocumentRef-x:LicenseRef-y",
  ]

  static let versionTokens = [
    ".", "-", "+", "v", "!", "alpha", "rc1", "SNAPSHOT", ".dev0", ".post1", "^", "~", "~>", ">=", "<", "==",
    "!=", "===",
    "||", " - ", ".*", "x", "99999999999999999999", "18446744073709551615", "2147483648", "9007199254740992",
    "(", ")",
    "..<", "...", "from: ", "exact: ", "go", " AND ", " OR ", " WITH ", "+", "LLVM-exception", "GPL-3.0-only",
    "/", "AV:N",
    "CVSS:4.0/", "/E:X", "/MAV:P", "ND",
  ]
}
