extension Seeds {
  static let openVEX = """
    {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:x", "author": "a", "version": 1,
     "timestamp": "2023-01-08T18:02:03.647787998-06:00", "statements": [
      {"vulnerability": {"name": "CVE-2021-1", "aliases": ["GHSA-x"]}, "status": "not_affected",
       "products": [{"@id": "pkg:generic/shop", "subcomponents": [{"@id": "pkg:npm/lodash@4.17.20"}]}],
       "justification": "component_not_present"},
      {"vulnerability": "CVE-2021-2", "products": ["pkg:npm/lodash"], "status": "fixed"}]}
    """

  static let cycloneDX = """
    {"bomFormat": "CycloneDX", "metadata": {"component": {"name": "shop"}},
     "components": [{"bom-ref": "l", "name": "lodash", "purl": "pkg:npm/lodash@4.17.20"}],
     "vulnerabilities": [{"id": "CVE-2021-1", "analysis": {"state": "not_affected", "detail": "d"},
      "affects": [{"ref": "l", "versions": [{"version": "4.17.20", "status": "unaffected"}]},
       {"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm/a@1"}]}]}
    """

  static let packageURLs = [
    "pkg:npm/%40angular/animation@12.3.1?vcs_url=git%2Bhttps://h/p%40x#sub/path",
    "pkg:maven/org.apache/batik@1.9.1?classifier=dist&type=zip", "https://user:pass@host:1/a/b.git?c#d",
    "git@github.com:owner/name.git",
  ]

  static let licences = ["(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0"]

  static let billTokens = [
    "pkg:", "%", "%2F", "%40", "@", "?", "#", "&", "=", "/", "//", "..", "\"@id\"", "\"purl\"", "\"status\"",
    "\"fixed\"", "\"products\"", "\"subcomponents\"", "\"affects\"", "\"ref\"", "\"versions\"", "urn:cdx:",
    "2024-01-01T00:00:00Z", "+02:00", ".5", " OR ", " AND ", " WITH ", "(", ")", "MIT", "+", "https://",
    "git+",
  ]
}
