import PackageModel
import Testing

@Suite struct PythonBundleTests {
  private static let metadata = """
    Metadata-Version: 2.1
    Name: PyYAML
    Version: 6.0.1
    License: MIT
    Classifier: License :: OSI Approved :: MIT License
    Requires-Dist: a (>=1)
    Requires-Dist: b ; extra == 'x'
    Description-Content-Type: text/markdown

    Name: not this
    """
  private static let folder = "src/PyYAML-6.0.1.dist-info"

  @Test func readsWhatIsInstalled() throws {
    let list = try read(
      Self.metadata, Self.folder + "/METADATA",
      with: [Self.folder + "/top_level.txt": "_yaml\nyaml\n"])
    let entry = try list.entry("PyYAML", "6.0.1")
    #expect(entry.identity.name == "pyyaml" && entry.source == .bundle && entry.licences == ["MIT"])
    #expect(entry.bundledPath == Self.folder)
    #expect(entry.importNames == ["_yaml", "yaml"])
    #expect(list.wishes == ["a >=1 production", "b - optional"])
  }

  @Test func modulesAreInTheRecordToo() throws {
    let list = try read(
      Self.metadata, Self.folder + "/METADATA",
      with: [
        Self.folder + "/RECORD": """
        yaml/__init__.py,sha256=x,1
        _speed.cpython-311.so,sha256=x,1
        ../../bin/tool.py,,
        __pycache__/six.pyc,,
        single.py,,
        PyYAML-6.0.1.dist-info/METADATA,,
        data/readme.txt,,
        """
      ])
    #expect(list.packages.first?.importNames == ["_speed", "single", "yaml"])
  }

  @Test(arguments: [
    (
      #"{"url": "https://t@github.com/o/r", "vcs_info": {"vcs": "git", "commit_id": "abc"}}"#,
      PackageSource.repository("https://github.com/o/r", revision: "abc")
    ),
    (#"{"url": "file:///src", "dir_info": {}}"#, .path("file:///src")),
    (
      #"{"url": "https://e.example/a.whl?k=secret", "archive_info": {}}"#, .archive("https://e.example/a.whl")
    ),
    ("{", .bundle),
  ]) func knowsWherePackagesComeFrom(_ text: String, _ source: PackageSource) throws {
    let list = try read(
      Self.metadata, Self.folder + "/METADATA", with: [Self.folder + "/direct_url.json": text])
    #expect(list.packages.first?.source == source)
  }

  @Test(arguments: [
    ("License-Expression: MIT OR Apache-2.0", ["MIT OR Apache-2.0"]),
    ("License: UNKNOWN\nClassifier: License :: OSI Approved :: BSD License", ["BSD License"]),
    ("License: \(String(repeating: "words ", count: 40))", []), ("Summary: x", []),
  ]) func licencesHaveThreeForms(_ line: String, _ licences: [String]) throws {
    #expect(try read("Name: a\nVersion: 1\n\(line)\n\n", "a.dist-info/METADATA").licences == licences)
  }

  @Test func wheelsAreKnownByName() throws {
    let list = try read("PK", "layers/charset_normalizer-3.1.0-cp311-cp311-manylinux_2_17_x86_64.whl")
    #expect(list.lines == ["charset-normalizer 3.1.0"])
    #expect(try read("PK", "odd.whl").problems.count == 1)
  }

  @Test(arguments: [
    ("a.dist-info/METADATA", true), ("a.egg-info/PKG-INFO", true), ("EGG-INFO/PKG-INFO", true),
    ("a/METADATA", false), ("PKG-INFO", false), ("a.egg-info", true), ("a.dist-info/RECORD", false),
  ]) func onlyMetadataIsRead(_ path: String, _ isRead: Bool) {
    #expect((format(path) == .pythonBundle) == isRead)
  }

  @Test func metadataWithoutANameIsSaid() throws {
    #expect(try read("Version: 1", "a.dist-info/METADATA").problems.count == 1)
  }
}
