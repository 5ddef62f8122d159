extension Seeds {
  static let osv = """
    {"id": "GHSA-1", "modified": "2024-05-02T10:00:00Z", "aliases": ["CVE-2024-1000"], "upstream": ["X-1"], "severity":
     [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}], "withdrawn": "2024-06-01", "affected": [
     {"package": {"ecosystem": "npm", "name": "a"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed":
     "1.2"}, {"introduced": "2.0.0-rc.1"}, {"last_affected": "2.1.0"}, {"limit": "*"}]}], "versions": ["1.0.0", "3.0.0"],
     "database_specific": {"last_known_affected_version_range": "<= 1.1", "functions": ["a.b.c"]}},
     {"package": {"ecosystem": "Debian:12", "name": "b"}}], "database_specific": {"severity": "HIGH", "cwe_ids": ["CWE-79"]}}
    """

  static let osvOfGo = """
    [{"id": "GO-1", "modified": "0001-01-01", "details": "One. Two.", "affected": [{"package": {"ecosystem": "Go", "name":
     "e.org/a"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}], "ecosystem_specific": {"imports": [{"path":
     "e.org/a/b", "symbols": ["C.D"]}], "custom_ranges": [{"events": [{"introduced": "0"}, {"fixed": "1.9.0-0.2024"}]}]}}]}]
    """

  static let rubySec = """
    ---
    gem: rack
    cve: 2024-3000
    ghsa: rrrr-ssss-tttt
    osvdb: 7
    title: Says too much
    date: 2024-03-04
    cvss_v3: 7.5
    unaffected_versions: ["< 1.0.0", "~> 1.4.2.rc1", "= 1.9"]
    patched_versions: ["~> 2.0.9, >= 2.0.9.1", ">= 2.1.4", "!= 3", "<= 0.1.pre"]
    related: {url: [https://e.org/a]}
    """

  static let workingGroup = """
    {"7": {"id": 7, "title": "t", "module_name": "a", "publish_date": "2017-01-02", "cves": ["CVE-2017-4000"],
     "vulnerable_versions": "<1.2.0 || >=2.0.0-rc.1 <2.0.5 || ~3.1 || ^0.2.3 || 4.x || 5.1 - 6 || =v7.0.0 || *",
     "patched_versions": ">=8", "cvss_vector": "CVSS:3.0/AV:N", "cvss_score": 9.8}, "8": {"id": 8, "module_name": "b",
     "patched_versions": ">1.0 <2 || 3.0.0", "vulnerable_versions": null}}
    """

  static let retire = """
    {"jQuery": {"npmname": "jquery", "extractors": {}, "vulnerabilities": [{"atOrAbove": "1.2.0-*", "below": "1.9.0",
     "severity": "medium", "cwe": ["CWE-79"], "identifiers": {"CVE": ["CVE-2012-5000"], "githubID": "GHSA-1", "summary": "s"},
     "info": ["https://nodesecurity.io/advisories/7"]}, {"below": "~", "identifiers": {}}]}, "b": {"vulnerabilities": []}}
    """

  static let knownExploited = """
    {"catalogVersion": "1", "vulnerabilities": [{"cveID": "CVE-2024-1000", "dateAdded": "2024-06-07"}]}
    """

  static let predictions = """
    #model_version:v1
    cve,epss,percentile
    CVE-2024-1000,0.97536,0.99998

    """

  static let advisoryTokens = [
    "||", ">=", "<=", "~>", "^", "~", "!=", " - ", ".x", ".*", "-rc.1", ".pre", "v", "+1", ", ",
    "99999999999999999999",
    "\"introduced\"", "\"fixed\"", "\"last_affected\"", "\"limit\"", "\"versions\"", "\"PyPI\"", "\"Maven\"",
    "\"NuGet\"",
    "\"RubyGems\"", "CVE-2024-1234", "CWE-79", "GHSA-",
  ]
}
